//! Random conditions over random orders, run by the engine and, rendered to CEL, by the crate `cel`, which knows nothing of ours.
//!
//! CEL has no missing values, exact decimals or folded text: a missing value is guarded with has(), numbers are whole thousandths, and
//! its texts are folded beforehand, by hand. A sum, which CEL lacks, is written out line by line.
#![cfg(feature = "cel")]

use std::collections::HashMap;

use cel::{Context, Program, Value as Cel};
use ordergate_screening::{Draft, Facts, Order, Ruleset, Timestamp, check};
use serde_json::{Value, json};

const DRAFTS: usize = 500;
const RULES: usize = 20;
const ORDERS: usize = 10;
const LINES: usize = 3;
/// What a number is multiplied with for CEL.
const SCALE: i64 = 1000;

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn one<Item: Copy>(&mut self, of: &[Item]) -> Item {
        of[self.below(of.len())]
    }
}

/// A number as rule text has it, and in thousandths.
const NUMBERS: &[(&str, i64)] =
    &[("0", 0), ("1", 1000), ("2", 2000), ("3.00", 3000), ("1.5", 1500), ("0.005", 5), ("-1", -1000), ("2.25", 2250), ("10", 10_000)];
/// Amounts an order may have.
const AMOUNTS: &[(&str, i64)] = &[("0", 0), ("1.50", 1500), ("2.25", 2250), ("1", 1000), ("3", 3000), ("0.01", 10), ("10.00", 10_000)];
/// Texts as typed, and folded.
const TEXTS: &[(&str, &str)] = &[
    ("a", "a"),
    ("A", "a"),
    ("ab", "ab"),
    (" Áb ", "ab"),
    ("B", "b"),
    ("b  c", "b c"),
    ("Łódź", "lodz"),
    ("ﬁx", "fix"),
    ("STRASSE-1", "strasse-1"),
    ("Straße-1", "strasse-1"),
];
const COUNTRIES: &[(&str, &str)] = &[("PL", "PL"), ("pl", "PL"), ("de", "DE"), ("GB", "GB"), ("UK", "GB")];
const LIST: &[(&str, &str)] = &[("ÁB", "ab"), ("b c", "b c")];

/// The same thing in rule text and in CEL. In CEL a line is `l`.
struct Condition {
    rule: String,
    cel: String,
}

struct Operand {
    rule: String,
    /// Whether it is there.
    guard: String,
    cel: String,
}

impl Operand {
    fn new(rule: impl Into<String>, guard: impl Into<String>, cel: impl Into<String>) -> Self {
        Self { rule: rule.into(), guard: guard.into(), cel: cel.into() }
    }

    fn or(self, rule: &str, cel: &str) -> Self {
        Self::new(format!("{} ?? {rule}", self.rule), "true", format!("({} ? {} : {cel})", self.guard, self.cel))
    }

    /// A path that may be missing, and the name its value has in CEL.
    fn path(rule: &str, cel: &str) -> Self {
        Self::new(rule, format!("has({cel})"), cel)
    }
}

fn text_literal(random: &mut Random) -> Operand {
    let (rule, cel) = random.one(TEXTS);
    Operand::new(json!(rule).to_string(), "true", json!(cel).to_string())
}

fn text(random: &mut Random, line: bool) -> Operand {
    let path = match random.below(5) {
        0 => return text_literal(random),
        1 | 2 if line => random.one(&[("line.sku", "l.sku"), ("line.category", "l.category"), ("line.shipping.city", "l.city")]),
        1 => ("token.state", "o.token"),
        2 => ("billing.city", "o.billing_city"),
        3 => ("custom[\"a key\"]", "o.custom"),
        _ => ("customer.group", "o.group"),
    };
    let path = Operand::path(path.0, path.1);
    if random.below(4) == 0 {
        let literal = text_literal(random);
        return path.or(&literal.rule, &literal.cel);
    }
    path
}

fn country(random: &mut Random) -> Operand {
    let (rule, cel) = random.one(&[
        ("billing.country", "o.billing_country"),
        ("shipping.country", "o.shipping_country"),
        ("ip.country", "o.ip_country"),
        ("payment.country", "o.payment_country"),
    ]);
    Operand::path(rule, cel)
}

fn country_literal(random: &mut Random) -> Operand {
    let (rule, cel) = random.one(COUNTRIES);
    Operand::new(json!(rule).to_string(), "true", json!(cel).to_string())
}

fn number(random: &mut Random, depth: usize, line: bool) -> Operand {
    match random.below(if line || depth == 0 { 7 } else { 10 }) {
        0 => {
            let (rule, cel) = random.one(NUMBERS);
            Operand::new(rule, "true", format!("({cel})"))
        }
        1 => Operand::new("order.total", "true", "o.total"),
        2 => Operand::path("velocity.ip.count_24h", "o.velocity_count"),
        3 => Operand::path("velocity.email.decayed", "o.velocity_decayed"),
        4 if line => Operand::new("line.quantity", "true", format!("(l.quantity * {SCALE})")),
        5 if line => Operand::path("line.price", "l.price"),
        6 if line => Operand::new("line.amount", "has(l.price)", "(l.quantity * l.price)"),
        4 => Operand::path("customer.orders_count", "o.orders_count"),
        5 => {
            let (rule, cel) = random.one(NUMBERS);
            number_path(random, line).or(rule, &format!("({cel})"))
        }
        6 => Operand::new("items", "true", summed(&Operand::new("", "true", format!("(l.quantity * {SCALE})")), "true")),
        7 => {
            let inner = condition(random, depth - 1, true);
            Operand::new(format!("count(lines, {})", inner.rule), "true", format!("(size(o.lines.filter(l, {})) * {SCALE})", inner.cel))
        }
        8 => {
            let inner = number_path(random, true);
            Operand::new(format!("sum(lines, {})", inner.rule), "true", summed(&inner, "true"))
        }
        _ => {
            let (inner, which) = (number_path(random, true), condition(random, depth - 1, true));
            Operand::new(format!("sum(lines, {}, {})", inner.rule, which.rule), "true", summed(&inner, &which.cel))
        }
    }
}

fn number_path(random: &mut Random, line: bool) -> Operand {
    match random.below(3) {
        0 if line => Operand::path("line.price", "l.price"),
        1 if line => Operand::new("line.amount", "has(l.price)", "(l.quantity * l.price)"),
        0 => Operand::path("customer.orders_count", "o.orders_count"),
        1 => Operand::path("velocity.email.decayed", "o.velocity_decayed"),
        _ if line => Operand::path("line.price", "l.price").or("1.5", "1500"),
        _ => Operand::path("velocity.ip.count_24h", "o.velocity_count"),
    }
}

fn summed(value: &Operand, which: &str) -> String {
    let one = |index: usize| {
        // A line has no other name that begins with `l.`; texts have no such pair of characters.
        let at = |cel: &str| at_line(cel, index);
        format!("(size(o.lines) > {index} && {} && {} ? {} : 0)", at(&value.guard), at(which), at(&value.cel))
    };
    format!("({})", (0..LINES).map(one).collect::<Vec<_>>().join(" + "))
}

fn at_line(cel: &str, index: usize) -> String {
    let mut out = String::new();
    let mut before = ' ';
    let mut rest = cel;
    while let Some(char) = rest.chars().next() {
        if rest.starts_with("l.") && !before.is_alphanumeric() && before != '_' && before != '.' {
            out.push_str(&format!("o.lines[{index}]."));
            rest = &rest[2..];
            before = '.';
        } else {
            out.push(char);
            before = char;
            rest = &rest[char.len_utf8()..];
        }
    }
    out
}

fn compared(left: &Operand, operator: &str, right: &Operand) -> Condition {
    let test = match operator {
        "contains" => format!("{}.contains({})", left.cel, right.cel),
        "starts_with" => format!("{}.startsWith({})", left.cel, right.cel),
        "ends_with" => format!("{}.endsWith({})", left.cel, right.cel),
        _ => format!("{} {operator} {}", left.cel, right.cel),
    };
    Condition { rule: format!("{} {operator} {}", left.rule, right.rule), cel: format!("({} && {} && {test})", left.guard, right.guard) }
}

fn among(random: &mut Random, value: &Operand, others: &[Operand]) -> Condition {
    let rules: Vec<&str> = others.iter().map(|other| other.rule.as_str()).collect();
    found_in(random, value, others, &format!("[{}]", rules.join(", ")))
}

fn found_in(random: &mut Random, value: &Operand, others: &[Operand], list: &str) -> Condition {
    let (word, operator, between) = random.one(&[("in", "==", " || "), ("not in", "!=", " && ")]);
    let tests: Vec<String> = others.iter().map(|other| format!("({} && {} {operator} {})", other.guard, value.cel, other.cel)).collect();
    Condition { rule: format!("{} {word} {list}", value.rule), cel: format!("({} && ({}))", value.guard, tests.join(between)) }
}

fn condition(random: &mut Random, depth: usize, line: bool) -> Condition {
    match random.below(if depth == 0 { 7 } else { 13 }) {
        0 | 1 => {
            let operator = random.one(&["==", "!=", "<", "<=", ">", ">="]);
            compared(&number(random, depth, line), operator, &number(random, depth, line))
        }
        2 => {
            let operator = random.one(&["==", "!=", "contains", "starts_with", "ends_with", "<", ">="]);
            compared(&text(random, line), operator, &text(random, line))
        }
        3 => {
            let operator = random.one(&["==", "!="]);
            let right = if random.below(2) == 0 { country(random) } else { country_literal(random) };
            compared(&country(random), operator, &right)
        }
        4 => match random.below(4) {
            0 => {
                let (value, others) = (text(random, line), [text(random, line), text(random, line)]);
                among(random, &value, &others)
            }
            1 => {
                let (value, others) = (country(random), [country_literal(random), country_literal(random)]);
                among(random, &value, &others)
            }
            2 => {
                let (value, others) = (number(random, depth, line), [number(random, depth, line), number(random, depth, line)]);
                among(random, &value, &others)
            }
            _ => {
                let others: Vec<Operand> = LIST.iter().map(|(_, cel)| Operand::new("", "true", json!(cel).to_string())).collect();
                let value = Operand::path("customer.group", "o.group");
                found_in(random, &value, &others, "letters")
            }
        },
        5 => {
            let path = if line && random.below(2) == 0 {
                random.one(&[("line.price", "l.price"), ("line.sku", "l.sku"), ("line.shipping.city", "l.city")])
            } else {
                random.one(&[("customer.group", "o.group"), ("billing.country", "o.billing_country"), ("token.state", "o.token")])
            };
            Condition { rule: format!("exists({})", path.0), cel: format!("has({})", path.1) }
        }
        6 => Condition { rule: "big".to_owned(), cel: "(o.total >= 2000)".to_owned() },
        7 | 8 => {
            let (left, right) = (condition(random, depth - 1, line), condition(random, depth - 1, line));
            Condition { rule: format!("({} and {})", left.rule, right.rule), cel: format!("({} && {})", left.cel, right.cel) }
        }
        9 => {
            let (left, right) = (condition(random, depth - 1, line), condition(random, depth - 1, line));
            Condition { rule: format!("({} or {})", left.rule, right.rule), cel: format!("({} || {})", left.cel, right.cel) }
        }
        10 => {
            let inner = condition(random, depth - 1, line);
            Condition { rule: format!("not {}", inner.rule), cel: format!("!{}", inner.cel) }
        }
        _ if line => condition(random, depth - 1, line),
        _ => {
            let inner = condition(random, depth - 1, true);
            let (rule, cel) = random.one(&[("any", "exists"), ("all", "all")]);
            Condition { rule: format!("{rule}(lines, {})", inner.rule), cel: format!("o.lines.{cel}(l, {})", inner.cel) }
        }
    }
}

type Map = HashMap<String, Cel>;

/// An order and its facts, and what CEL sees of them.
fn order(random: &mut Random) -> (Value, Value, Map) {
    let (total, thousandths) = random.one(AMOUNTS);
    let mut order = json!({ "id": "1", "placed_at": "2026-11-24T10:00:00Z", "currency": "EUR", "total": total, "customer": {},
        "billing": {}, "shipping": {}, "payment": {}, "custom": {} });
    let mut facts = json!({ "velocity": { "ip": {}, "email": {} }, "token": {}, "ip": {} });
    let mut seen = Map::from([("total".to_owned(), Cel::Int(thousandths))]);
    for (pointer, name) in [("customer", "group"), ("billing", "city"), ("custom", "a key")] {
        if random.below(3) > 0 {
            let (typed, folded) = random.one(TEXTS);
            order[pointer][name] = typed.into();
            let name = match name {
                "city" => "billing_city",
                "a key" => "custom",
                name => name,
            };
            seen.insert(name.to_owned(), folded.into());
        } else if random.below(2) == 0 {
            order[pointer][name] = "  ".into();
        }
    }
    for place in ["billing", "shipping", "payment"] {
        if random.below(3) > 0 {
            let (typed, code) = random.one(COUNTRIES);
            order[place]["country"] = typed.into();
            seen.insert(format!("{place}_country"), code.into());
        }
    }
    if random.below(2) == 0 {
        let count = random.below(4);
        order["customer"]["orders_count"] = count.into();
        seen.insert("orders_count".to_owned(), Cel::Int(i64::try_from(count).unwrap() * SCALE));
    }
    if random.below(2) == 0 {
        let (typed, code) = random.one(COUNTRIES);
        facts["ip"]["country"] = typed.into();
        seen.insert("ip_country".to_owned(), code.into());
    }
    if random.below(2) == 0 {
        let state = random.one(&["a", "ab", "fix"]);
        facts["token"]["state"] = state.into();
        seen.insert("token".to_owned(), state.into());
    }
    if random.below(2) == 0 {
        let count = random.below(4);
        facts["velocity"]["ip"]["count_24h"] = count.into();
        seen.insert("velocity_count".to_owned(), Cel::Int(i64::try_from(count).unwrap() * SCALE));
    }
    if random.below(2) == 0 {
        let (decayed, thousandths) = random.one(&[(1.5, 1500), (2.0, 2000), (0.005, 5)]);
        facts["velocity"]["email"]["decayed"] = decayed.into();
        seen.insert("velocity_decayed".to_owned(), Cel::Int(thousandths));
    }
    let (mut lines, mut seen_lines) = (Vec::new(), Vec::<Cel>::new());
    for _ in 0..random.below(LINES + 1) {
        let quantity = random.below(3);
        let (mut line, mut seen) =
            (json!({ "quantity": quantity }), Map::from([("quantity".to_owned(), Cel::Int(i64::try_from(quantity).unwrap()))]));
        if random.below(2) == 0 {
            let (price, thousandths) = random.one(AMOUNTS);
            line["price"] = price.into();
            seen.insert("price".to_owned(), Cel::Int(thousandths));
        }
        for name in ["sku", "category", "city"] {
            if random.below(2) == 0 {
                let (typed, folded) = random.one(TEXTS);
                if name == "city" {
                    line["shipping"] = json!({ "city": typed });
                } else {
                    line[name] = typed.into();
                }
                seen.insert(name.to_owned(), folded.into());
            }
        }
        lines.push(line);
        seen_lines.push(seen.into());
    }
    order["lines"] = lines.into();
    seen.insert("lines".to_owned(), seen_lines.into());
    (order, facts, seen)
}

#[test]
fn the_engine_and_cel_agree() {
    let random = &mut Random(17);
    let now: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
    let (mut fired, mut pairs) = (0, 0);
    for _ in 0..DRAFTS {
        let rules: Vec<Condition> = (0..RULES).map(|_| condition(random, 3, false)).collect();
        let draft = json!({
            "variables": [{ "name": "big", "is": "order.total >= 2" }, { "name": "items", "is": "sum(lines, line.quantity)" }],
            "lists": [{ "name": "letters", "values": LIST.iter().map(|(typed, _)| *typed).collect::<Vec<_>>() }],
            "rules": rules.iter().enumerate().map(|(index, rule)| json!({ "id": format!("{index:02}"), "when": rule.rule, "points": 1 })).collect::<Vec<_>>(),
        });
        let ruleset = Ruleset::compile(&Draft::from_json(draft.to_string().as_bytes()).unwrap())
            .unwrap_or_else(|invalid| panic!("{invalid}\n{draft}"));
        let programs: Vec<Program> =
            rules.iter().map(|rule| Program::compile(&rule.cel).unwrap_or_else(|error| panic!("{error}: {}", rule.cel))).collect();
        for _ in 0..ORDERS {
            let (order, facts, seen) = order(random);
            let read = Order::from_json(order.to_string().as_bytes()).unwrap();
            let matches = check(&read, &Facts::from_json(facts.to_string().as_bytes()).unwrap(), &ruleset, now).matches;
            let mut context = Context::default();
            context.add_variable_from_value("o", seen);
            for (index, (rule, program)) in rules.iter().zip(&programs).enumerate() {
                let ours = matches.iter().any(|found| found.source == format!("rule:{index:02}"));
                let theirs = match program.execute(&context) {
                    Ok(Cel::Bool(holds)) => holds,
                    other => panic!("{other:?}\n{}\n{order}", rule.cel),
                };
                assert_eq!(ours, theirs, "\nrule  {}\ncel   {}\norder {order}\nfacts {facts}", rule.rule, rule.cel);
                fired += usize::from(ours);
                pairs += 1;
            }
        }
    }
    println!("{pairs} pairs of a rule and an order, of which {fired} fired");
    assert!(fired * 5 > pairs && fired * 5 < pairs * 4, "{fired} of {pairs} fired: the rules are too easy");
}
