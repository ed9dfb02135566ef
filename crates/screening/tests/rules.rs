//! Properties of the rule language: text and tree say the same, nothing panics, nothing overflows.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on ends")]

mod random;

use ordergate_screening::rule::{self, Among, At, Condition, Operand, Operator, Quantifier};
use ordergate_screening::{Draft, Facts, Order, RuleDraft, Ruleset, Timestamp, VariableDraft, check};
use random::Random;

impl Random {
    fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

const PATHS: [&str; 8] = [
    "order.total",
    "email",
    "customer.group",
    "same_address",
    "line.price",
    "custom.campaign",
    "custom[\"any-key \\\"ż\"]",
    "velocity.ip.count_24h",
];

fn condition(random: &mut Random, depth: usize) -> Condition {
    let at = At::default();
    let inner = |random: &mut Random| Box::new(condition(random, depth - 1));
    let several = |random: &mut Random| (0..2 + random.below(3)).map(|_| condition(random, depth - 1)).collect();
    match random.below(if depth == 0 { 4 } else { 9 }) {
        0 => {
            Condition::Compare { left: operand(random, depth), operator: Operator::ALL[random.below(9)], right: operand(random, depth), at }
        }
        1 => Condition::In { value: operand(random, depth), negated: random.below(2) == 0, among: among(random, depth), at },
        2 => Condition::Exists { path: random.pick(&PATHS).to_owned(), at },
        3 => Condition::Holds { operand: operand(random, depth) },
        4 | 5 => Condition::And { conditions: several(random) },
        6 => Condition::Or { conditions: several(random) },
        7 => Condition::Not { condition: inner(random) },
        _ => Condition::Lines {
            quantifier: if random.below(2) == 0 { Quantifier::Any } else { Quantifier::All },
            condition: inner(random),
            at,
        },
    }
}

fn among(random: &mut Random, depth: usize) -> Among {
    if random.below(3) == 0 {
        return Among::List { name: "risky_countries".to_owned(), at: At::default() };
    }
    Among::Values { values: (0..=random.below(3)).map(|_| operand(random, depth)).collect() }
}

fn literal(random: &mut Random) -> Operand {
    let at = At::default();
    match random.below(3) {
        0 => {
            Operand::Number { value: random.pick(&["0", "-1.5", "500", "0.000000000000000001", "999999999999999999"]).parse().unwrap(), at }
        }
        1 => Operand::Text { value: random.pick(&["", "PL", "a \"b\" \\ \n", "Wrocław \u{1f600}", "and", "\u{7f}\u{1}"]).to_owned(), at },
        _ => Operand::Bool { value: random.below(2) == 0, at },
    }
}

fn operand(random: &mut Random, depth: usize) -> Operand {
    let at = At::default();
    match random.below(if depth == 0 { 6 } else { 8 }) {
        0 | 1 => literal(random),
        2 | 3 => Operand::Path { path: random.pick(&PATHS).to_owned(), at },
        4 => Operand::Variable { name: random.pick(&["big_order", "_x1"]).to_owned(), at },
        5 => {
            let operand = Box::new(Operand::Path { path: random.pick(&PATHS).to_owned(), at });
            Operand::Default { operand, literal: Box::new(literal(random)), at }
        }
        6 => Operand::Count { condition: Box::new(condition(random, depth - 1)), at },
        _ => {
            let condition = (random.below(2) == 0).then(|| Box::new(condition(random, depth - 1)));
            Operand::Sum { operand: Box::new(operand(random, depth - 1)), condition, at }
        }
    }
}

#[test]
fn tree_to_text_to_tree_is_the_same_tree() {
    let mut random = Random(1);
    for _ in 0..20_000 {
        let tree = condition(&mut random, 4);
        let text = tree.to_string();
        let read = rule::parse(&text).unwrap_or_else(|error| panic!("{text}\n{error:?}"));
        assert_eq!(read, tree, "{text}");
        assert_eq!(read.to_string(), text);
        let json = serde_json::to_string(&tree).unwrap();
        assert_eq!(serde_json::from_str::<Condition>(&json).unwrap(), tree, "{json}");
    }
}

#[test]
fn a_form_editor_sees_kinds() {
    let tree = rule::parse("customer.group ?? \"none\" not in [\"a\"] and any(lines, line.sku == \"GPU-1\")").unwrap();
    let json = r#"{"kind":"and","conditions":[{"kind":"in","value":{"kind":"default","operand":{"kind":"path","path":"customer.group"},"literal":{"kind":"text","value":"none"}},"negated":true,"among":{"kind":"values","values":[{"kind":"text","value":"a"}]}},{"kind":"lines","quantifier":"any","condition":{"kind":"compare","left":{"kind":"path","path":"line.sku"},"operator":"==","right":{"kind":"text","value":"GPU-1"}}}]}"#;
    assert_eq!(serde_json::to_string(&tree).unwrap(), json);
    let odd = r#"{"kind":"or","conditions":[{"kind":"and","conditions":[]},{"kind":"or","conditions":[]}]}"#;
    assert_eq!(serde_json::from_str::<Condition>(odd).unwrap().to_string(), "true or (false)");
}

fn draft(rules: &[&str]) -> Draft {
    let mut draft = Draft::from_json(
        br#"{"settings":{"default_country":"PL"},"variables":[{"name":"big_order","is":"order.total > 100"},{"name":"_x1","is":"line.price"}],
            "lists":[{"name":"risky_countries","values":["XX","YY"]}]}"#,
    )
    .unwrap();
    for (index, when) in rules.iter().enumerate() {
        let rule = serde_json::json!({ "id": format!("r{index}"), "when": when, "points": 1 });
        draft.rules.push(serde_json::from_value::<RuleDraft>(rule).unwrap());
    }
    draft
}

fn order() -> Order {
    Order::from_json(
        r#"{"id":"1","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"120.50","email":"jan+x@example.com","ip":"10.0.0.1","phone":"600100200",
            "customer":{"group":"retail"},"billing":{"city":"Wrocław","country":"PL"},"custom":{"campaign":"12"},
            "lines":[{"sku":"GPU-1","quantity":2,"price":"50.00"},{"sku":"x","shipping":{"city":"Łódź"}}]}"#
            .as_bytes(),
    )
    .unwrap()
}

fn now() -> Timestamp {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

const CORPUS: [&str; 12] = [
    "customer.group == \"reseller\" and any(lines, line.sku == \"GPU-1\")",
    "order.total > 500.00 or not (billing.country in [\"PL\", 'x'])",
    "sum(lines, line.amount, line.quantity >= 2) <= -12.5 and count(lines, true) != 3",
    "custom[\"any-key\"] ?? 0 > 12 and custom.campaign contains \"\\u0141\"",
    "billing.country not in risky_countries and exists(billing.phone)",
    "ip in [\"10.0.0.0/8\", \"2001:db8::/32\"] and email ends_with \"@gmail.com\"",
    "all(lines, line.shipping.city != billing.city) or big_order",
    "velocity.email.distinct_ip_24h >= 3 and email.is_free == true",
    "phone starts_with \"+48\" and phone.country != ip.country",
    "billing.postcode >= \"50-000\" and billing.postcode in [shipping.postcode]",
    "any(lines, _x1 > 5) and same_address ?? false",
    "((true)) and not not false",
];

#[test]
fn no_text_panics() {
    let mut random = Random(2);
    let (order, facts) = (order(), Facts::default());
    let extra: [&[u8]; 14] =
        [b"(", b")", b"\"", b"\\", b" not ", b" and ", b" ?? ", b"[", b"1", b".", b"line.", b"\xc5\xbc", b"\n", b"count(lines,"];
    let mut compiled = 0;
    for _ in 0..8_000 {
        let mut text = random.pick(&CORPUS).as_bytes().to_vec();
        for _ in 0..1 + random.below(4) {
            let at = random.below(text.len() + 1);
            match random.below(4) {
                0 if at < text.len() => {
                    text.remove(at);
                }
                1 if at < text.len() => text[at] = u8::try_from(random.below(256)).unwrap(),
                2 => text.splice(at..at, extra[random.below(extra.len())].iter().copied()).for_each(drop),
                _ => {
                    let other = random.pick(&CORPUS).as_bytes();
                    let from = random.below(other.len());
                    text.splice(at..at, other[from..(from + 8).min(other.len())].iter().copied()).for_each(drop);
                }
            }
        }
        let text = String::from_utf8_lossy(&text);
        let draft = draft(&[&text]);
        match Ruleset::compile(&draft) {
            Ok(rules) => {
                compiled += 1;
                check(&order, &facts, &rules, now());
            }
            Err(invalid) => assert!(!invalid.problems.is_empty()),
        }
        for error in rule::diagnose(&text, &draft) {
            assert!(error.span.start <= error.span.end && error.span.end <= text.len(), "{text:?} {error:?}");
            assert!(text.is_char_boundary(error.span.start) && text.is_char_boundary(error.span.end), "{text:?} {error:?}");
            assert!(error.span.line >= 1 && error.span.column >= 1);
        }
    }
    assert!(compiled > 150, "only {compiled} compiled");
}

#[test]
fn deep_texts_are_refused() {
    let refused = |text: &str| rule::parse(text).unwrap_err()[0].to_string();
    let deep = |open: &str, inside: &str, close: &str, times: usize| format!("{}{inside}{}", open.repeat(times), close.repeat(times));
    assert!(rule::parse(&deep("(", "true", ")", 64)).is_ok());
    assert_eq!(refused(&deep("(", "true", ")", 65)), "line 1, column 65: nested deeper than 64 levels");
    assert!(rule::parse(&deep("not ", "true", "", 64)).is_ok());
    assert_eq!(refused(&deep("not ", "true", "", 10_000)), "line 1, column 257: nested deeper than 64 levels");
    assert_eq!(
        refused(&deep("not ", "true", "", 100_000)),
        "line 1, column 1: the text is longer than 65536 bytes; put long lists of values into a named list"
    );
    for text in [
        deep("(", "", "", 60_000),
        deep("any(lines,", "true", ")", 5_000),
        deep("sum(lines,", "1", ")", 5_000),
        deep("count(lines, not (", "true", "))", 1_000),
        deep("order.total", " > 1", " ?? 1", 1),
        format!("order.total{} > 1", " ?? 1".repeat(10_000)),
    ] {
        if let Err(errors) = rule::parse(&text) {
            assert!(errors[0].message == "nested deeper than 64 levels" || errors[0].message.starts_with("expected"), "{errors:?}");
        }
    }
    // Long is not deep.
    let long = vec!["order.total > 1"; 3_000].join(" and ");
    assert!(Ruleset::compile(&draft(&[&long])).is_ok());
}

#[test]
fn long_chains_of_variables_are_refused_or_cheap() {
    let chain = |text: fn(usize) -> String, length: usize| {
        let mut draft = draft(&["v0"]);
        draft.variables = (0..length).map(|index| VariableDraft { name: format!("v{index}"), is: text(index) }).collect();
        draft.variables.push(VariableDraft { name: format!("v{length}"), is: "order.total > 100".to_owned() });
        draft
    };
    let doubling: fn(usize) -> String = |index| format!("v{0} and (v{0} or not v{0})", index + 1);
    // 2^48 evaluations, were variables not kept.
    let rules = Ruleset::compile(&chain(doubling, 48)).unwrap();
    assert!(rules.cost().steps < 1_000, "{:?}", rules.cost());
    assert_eq!(check(&order(), &Facts::default(), &rules, now()).score, 1);
    let refused = Ruleset::compile(&chain(doubling, 20_000)).unwrap_err();
    assert!(refused.problems[0].detail.ends_with("nested deeper than 256 levels with the variables it uses"), "{}", refused.problems[0]);
    assert_eq!(refused.problems.len(), 1);
    let names = Ruleset::compile(&chain(|index| format!("v{}", index + 1), 20_000));
    assert!(names.is_err() || check(&order(), &Facts::default(), &names.unwrap(), now()).score == 1);
    let defaults: fn(usize) -> String =
        |index| if index == 19_999 { "customer.orders_count".to_owned() } else { format!("v{} ?? 1", index + 1) };
    assert!(Ruleset::compile(&chain(defaults, 19_999)).is_err());
}

#[test]
fn a_big_circle_is_told_once() {
    let mut draft = draft(&[]);
    draft.variables =
        (0..5_000).map(|index| VariableDraft { name: format!("v{index}"), is: format!("not v{}", (index + 1) % 5_000) }).collect();
    let refused = Ruleset::compile(&draft).unwrap_err();
    assert_eq!(refused.problems.len(), 1);
    assert_eq!(refused.problems[0].pointer, "/variables/0/is");
}

#[test]
fn the_starter_draft_compiles() {
    let draft = Draft::from_json(ordergate_screening::STARTER_DRAFT.as_bytes()).unwrap();
    Ruleset::compile(&draft).unwrap_or_else(|invalid| panic!("{invalid}"));
}

#[test]
fn the_docs_have_the_table_of_the_code() {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.md")).unwrap();
    let table = rule::paths_markdown();
    assert!(docs.ends_with(&table), "the table at the end of docs/rules.md should be:\n{table}");
    assert!(docs.contains("1,000,000 steps") && rule::BUDGET == 1_000_000 && rule::LINES == 50);
}
