//! Random rules over random orders, run by the engine and by a second, naive reading of the contract.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on ends")]

mod random;

use std::cmp::Ordering;

use ordergate_screening::rule::{self, Among, Condition, Operand, Operator, Quantifier};
use ordergate_screening::{Draft, Facts, Order, Ruleset, Timestamp, check};
use random::Random;
use serde_json::{Value, json};

impl Random {
    fn one(&mut self, of: &[&str]) -> String {
        of[self.below(of.len())].to_owned()
    }
}

/// A well-typed condition; `line` when it stands inside a quantifier.
fn condition(random: &mut Random, depth: usize, line: bool) -> String {
    let inner = |random: &mut Random| condition(random, depth - 1, line);
    match random.below(if depth == 0 { 5 } else { 10 }) {
        0 | 1 => {
            format!("{} {} {}", number(random, depth, line), random.one(&["==", "!=", "<", "<=", ">", ">="]), number(random, depth, line))
        }
        2 => format!(
            "{} {} {}",
            text(random, line),
            random.one(&["==", "!=", "contains", "starts_with", "ends_with", "<"]),
            text(random, line)
        ),
        3 => match random.below(4) {
            0 => format!(
                "exists({})",
                random.one(if line { &["line.price", "line.sku", "customer.group"] } else { &["customer.group", "customer.orders_count"] })
            ),
            1 => format!("{} {} [{}, {}]", text(random, line), random.one(&["in", "not in"]), text(random, line), text(random, line)),
            2 => format!("{} {} letters", text(random, line), random.one(&["in", "not in"])),
            _ => format!("{} {} [1, 2, {}]", number(random, depth, line), random.one(&["in", "not in"]), number(random, depth, line)),
        },
        4 if line => random.one(&["big", "pricey"]),
        4 => random.one(&["big", "true", "false", "crowded"]),
        5 => format!("({} and {})", inner(random), inner(random)),
        6 => format!("({} or {} or {})", inner(random), inner(random), inner(random)),
        7 => format!("not {}", inner(random)),
        _ if line => inner(random),
        _ => format!("{}(lines, {})", random.one(&["any", "all"]), condition(random, depth - 1, true)),
    }
}

fn number(random: &mut Random, depth: usize, line: bool) -> String {
    match random.below(if line || depth == 0 { 5 } else { 8 }) {
        0 => random.one(&["0", "1", "2", "3", "-1"]),
        1 => "order.total".to_owned(),
        2 if line => random.one(&["line.quantity", "line.price", "line.amount"]),
        2 | 3 => "customer.orders_count".to_owned(),
        4 => format!("{} ?? {}", if line { "line.price" } else { "count_of_orders" }, random.below(3)),
        5 => "items".to_owned(),
        6 => format!("count(lines, {})", condition(random, depth - 1, true)),
        _ => format!(
            "sum(lines, {}, {})",
            random.one(&["line.quantity", "line.price", "line.amount", "line.price ?? 1", "2"]),
            condition(random, depth - 1, true)
        ),
    }
}

fn text(random: &mut Random, line: bool) -> String {
    match random.below(4) {
        0 => random.one(&["\"a\"", "\"b\"", "\"ab\""]),
        1 if line => "line.sku".to_owned(),
        2 if line => "line.sku ?? \"a\"".to_owned(),
        2 => "customer.group ?? \"ab\"".to_owned(),
        _ => "customer.group".to_owned(),
    }
}

const VARIABLES: [(&str, &str); 5] = [
    ("big", "order.total >= 2"),
    ("pricey", "line.price > 1 or big and line.quantity == 2"),
    ("items", "sum(lines, line.quantity)"),
    ("crowded", "items > 2 or any(lines, pricey)"),
    ("count_of_orders", "customer.orders_count"),
];

fn order(random: &mut Random) -> Value {
    let mut order =
        json!({ "id": "1", "placed_at": "2026-11-24T10:00:00Z", "currency": "JPY", "total": random.below(4).to_string(), "customer": {} });
    if random.below(2) == 0 {
        order["customer"]["group"] = random.one(&["a", "b", "ab"]).into();
    }
    if random.below(2) == 0 {
        order["customer"]["orders_count"] = random.below(4).into();
    }
    let mut lines = Vec::new();
    for _ in 0..random.below(4) {
        let mut line = json!({ "quantity": random.below(3) });
        if random.below(2) == 0 {
            line["price"] = random.below(3).to_string().into();
        }
        if random.below(2) == 0 {
            line["sku"] = random.one(&["a", "b", "ab"]).into();
        }
        lines.push(line);
    }
    order["lines"] = lines.into();
    order
}

/// What an operand is; `None` is missing.
#[derive(Debug, PartialEq, PartialOrd)]
enum Seen {
    Number(i64),
    Text(String),
    Bool(bool),
}

/// The second reading: straight from the tree, nothing kept.
struct Naive<'o>(&'o Value);

impl Naive<'_> {
    fn lines(&self) -> &Vec<Value> {
        self.0["lines"].as_array().unwrap()
    }

    fn holds(&self, condition: &Condition, line: Option<&Value>) -> bool {
        match condition {
            Condition::And { conditions } => conditions.iter().all(|inner| self.holds(inner, line)),
            Condition::Or { conditions } => conditions.iter().any(|inner| self.holds(inner, line)),
            Condition::Not { condition } => !self.holds(condition, line),
            Condition::Compare { left, operator, right, .. } => match (self.value(left, line), self.value(right, line)) {
                (Some(left), Some(right)) => compare(&left, *operator, &right),
                _ => false,
            },
            Condition::In { value, negated, among, .. } => {
                let Some(value) = self.value(value, line) else { return false };
                let others: Vec<Option<Seen>> = match among {
                    Among::Values { values } => values.iter().map(|other| self.value(other, line)).collect(),
                    Among::List { .. } => ["a", "ab"].into_iter().map(|text| Some(Seen::Text(text.to_owned()))).collect(),
                };
                if *negated {
                    others.iter().all(|other| other.as_ref().is_some_and(|other| *other != value))
                } else {
                    others.contains(&Some(value))
                }
            }
            Condition::Exists { path, .. } => self.path(path, line).is_some(),
            Condition::Lines { quantifier: Quantifier::Any, condition, .. } => {
                self.lines().iter().any(|line| self.holds(condition, Some(line)))
            }
            Condition::Lines { quantifier: Quantifier::All, condition, .. } => {
                self.lines().iter().all(|line| self.holds(condition, Some(line)))
            }
            Condition::Holds { operand } => self.value(operand, line) == Some(Seen::Bool(true)),
        }
    }

    fn value(&self, operand: &Operand, line: Option<&Value>) -> Option<Seen> {
        match operand {
            Operand::Number { value, .. } => Some(Seen::Number(value.to_string().parse().unwrap())),
            Operand::Text { value, .. } => Some(Seen::Text(value.clone())),
            Operand::Bool { value, .. } => Some(Seen::Bool(*value)),
            Operand::Path { path, .. } => self.path(path, line),
            Operand::Variable { name, .. } => {
                let (_, text) = VARIABLES.iter().find(|(known, _)| known == name).unwrap();
                match rule::parse(text).unwrap() {
                    Condition::Holds { operand } => self.value(&operand, line),
                    condition => Some(Seen::Bool(self.holds(&condition, line))),
                }
            }
            Operand::Default { operand, literal, .. } => self.value(operand, line).or_else(|| self.value(literal, line)),
            Operand::Count { condition, .. } => {
                let count = self.lines().iter().filter(|line| self.holds(condition, Some(line))).count();
                Some(Seen::Number(i64::try_from(count).unwrap()))
            }
            Operand::Sum { operand, condition, .. } => {
                let lines = self.lines().iter().filter(|line| condition.as_ref().is_none_or(|condition| self.holds(condition, Some(line))));
                Some(Seen::Number(
                    lines.map(|line| if let Some(Seen::Number(number)) = self.value(operand, Some(line)) { number } else { 0 }).sum(),
                ))
            }
        }
    }

    fn path(&self, path: &str, line: Option<&Value>) -> Option<Seen> {
        let number = |value: &Value| value.as_i64().or_else(|| value.as_str()?.parse().ok()).map(Seen::Number);
        let text = |value: &Value| value.as_str().map(|text| Seen::Text(text.to_owned()));
        match path {
            "order.total" => number(&self.0["total"]),
            "customer.orders_count" => number(&self.0["customer"]["orders_count"]),
            "customer.group" => text(&self.0["customer"]["group"]),
            "line.quantity" => number(&line?["quantity"]),
            "line.price" => number(&line?["price"]),
            "line.sku" => text(&line?["sku"]),
            "line.amount" => match (number(&line?["quantity"]), number(&line?["price"])) {
                (Some(Seen::Number(quantity)), Some(Seen::Number(price))) => Some(Seen::Number(quantity * price)),
                _ => None,
            },
            other => panic!("{other}"),
        }
    }
}

fn compare(left: &Seen, operator: Operator, right: &Seen) -> bool {
    let ordering = left.partial_cmp(right);
    match (operator, left, right) {
        (Operator::Equal, ..) => left == right,
        (Operator::NotEqual, ..) => left != right,
        (Operator::Less, ..) => ordering == Some(Ordering::Less),
        (Operator::AtMost, ..) => ordering != Some(Ordering::Greater),
        (Operator::Greater, ..) => ordering == Some(Ordering::Greater),
        (Operator::AtLeast, ..) => ordering != Some(Ordering::Less),
        (Operator::Contains, Seen::Text(left), Seen::Text(right)) => left.contains(right.as_str()),
        (Operator::StartsWith, Seen::Text(left), Seen::Text(right)) => left.starts_with(right.as_str()),
        (Operator::EndsWith, Seen::Text(left), Seen::Text(right)) => left.ends_with(right.as_str()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_engine_and_a_naive_reading_agree() {
    let mut random = Random(3);
    let now: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
    let (mut held, mut all) = (0, 0);
    for _ in 0..400 {
        // Many rules in one set share slots, sets and variables.
        let rules: Vec<String> = (0..20).map(|_| condition(&mut random, 3, false)).collect();
        let draft = json!({
            "variables": VARIABLES.map(|(name, is)| json!({ "name": name, "is": is })),
            "lists": [{ "name": "letters", "values": ["a", "ab"] }],
            "rules": rules.iter().enumerate().map(|(index, when)| json!({ "id": format!("{index:02}"), "when": when, "points": 1 })).collect::<Vec<_>>(),
        });
        let ruleset = Ruleset::compile(&Draft::from_json(draft.to_string().as_bytes()).unwrap())
            .unwrap_or_else(|invalid| panic!("{invalid}\n{draft}"));
        let trees: Vec<Condition> = rules.iter().map(|when| rule::parse(when).unwrap()).collect();
        for _ in 0..10 {
            let order = order(&mut random);
            let read = Order::from_json(order.to_string().as_bytes()).unwrap();
            let fired: Vec<String> = check(&read, &Facts::default(), &ruleset, now).matches.into_iter().map(|found| found.source).collect();
            let naive = Naive(&order);
            let wanted: Vec<usize> = (0..trees.len()).filter(|index| naive.holds(&trees[*index], None)).collect();
            let sources: Vec<String> = wanted.iter().map(|index| format!("rule:{index:02}")).collect();
            assert_eq!(fired, sources, "{order}\n{rules:#?}");
            held += wanted.len();
            all += trees.len();
        }
    }
    assert!(held * 4 > all && held * 4 < all * 3, "{held} of {all} hold: the rules are too easy");
}
