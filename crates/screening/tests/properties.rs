//! What must be true of every check, whatever the draft and the order.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on ends")]

mod random;

use ordergate_screening::{Check, Draft, EntryDraft, Facts, Order, Ruleset, Timestamp, check};
use random::Random;
use serde_json::{Value, json};

impl Random {
    fn one(&mut self, of: &[&str]) -> String {
        of[self.below(of.len())].to_owned()
    }

    fn shuffled(&mut self, of: &Value) -> Value {
        let mut of = of.as_array().unwrap().clone();
        for index in (1..of.len()).rev() {
            of.swap(index, self.below(index + 1));
        }
        of.into()
    }
}

fn field(random: &mut Random) -> (&'static str, String) {
    match random.below(7) {
        0 => ("email", random.one(&["a@example.com", "b@example.com", "A+x@example.com"])),
        1 => ("ip", random.one(&["1.1.1.1", "1.1.0.0/16", "2001:db8::1"])),
        2 => ("city", random.one(&["Wrocław", "Łódź"])),
        3 => ("last_name", random.one(&["Kowalski", "Nowak"])),
        4 => ("first_name", random.one(&["Jan", "Kowalski"])),
        5 => ("phone", random.one(&["+48600100200", "+48600100201"])),
        _ => ("street", random.one(&["Długa 12/4", "ul. Długa", "Krótka 1"])),
    }
}

fn entry(random: &mut Random, id: usize, effects: &[&str]) -> Value {
    let mut fields = json!({});
    for _ in 0..=random.below(3) {
        let (name, value) = field(random);
        fields[name] = value.into();
    }
    let mut entry = json!({ "id": format!("e{id}"), "fields": fields, "reason": "x" });
    match random.one(effects).as_str() {
        "points" => entry["points"] = random.below(60).into(),
        effect => entry["effect"] = effect.into(),
    }
    // What the guards refuse becomes something they accept.
    let weak = entry["fields"].as_object().unwrap().keys().all(|name| name == "first_name" || name == "city");
    if entry["effect"] == "allow" && entry["fields"].as_object().unwrap().len() < 2 || entry["effect"] != "mark" && weak {
        entry["fields"]["email"] = random.one(&["a@example.com", "b@example.com"]).into();
        entry["fields"]["last_name"] = random.one(&["Kowalski", "Nowak"]).into();
    }
    if entry.get("points").is_some() {
        entry["effect"] = "points".into();
    }
    entry
}

const RULES: [&str; 8] = [
    "order.total > 100",
    "any(lines, line.sku == \"GPU-1\")",
    "all(lines, line.quantity == 1)",
    "sum(lines, line.amount) > 20",
    "count(lines, line.shipping.city == \"Wrocław\") >= 2",
    "email.domain == \"example.com\" and not same_address",
    "billing.last_name in [shipping.last_name, \"Nowak\"]",
    "customer.orders_count ?? 0 < 2",
];

fn draft(random: &mut Random) -> Value {
    let effects = ["points", "points", "mark", "hold", "allow", "hold_always"];
    let entries: Vec<Value> = (0..random.below(8)).map(|id| entry(random, id, &effects)).collect();
    let rules: Vec<Value> = (0..random.below(6))
        .map(|id| {
            let mut rule = json!({ "id": format!("r{id}"), "when": random.one(&RULES) });
            match random.one(&["points", "points", "points", "mark", "hold", "allow"]).as_str() {
                "points" => rule["points"] = random.below(40).into(),
                effect => rule["effect"] = effect.into(),
            }
            rule
        })
        .collect();
    json!({ "settings": { "minimum_points": 50, "decline_points": 90, "default_country": "PL" }, "entries": entries, "rules": rules })
}

fn place(random: &mut Random) -> Value {
    let mut place = json!({});
    for _ in 0..random.below(5) {
        let (name, value) = field(random);
        if !matches!(name, "email" | "ip") {
            place[name] = value.into();
        }
    }
    place
}

fn order(random: &mut Random) -> Value {
    let mut order =
        json!({ "id": "1", "placed_at": "2026-11-24T10:00:00Z", "currency": "PLN", "total": random.one(&["10.00", "100.00", "100.01"]) });
    for name in ["email", "ip", "phone"] {
        let (found, value) = field(random);
        if found == name {
            order[name] = value.into();
        }
    }
    order["billing"] = place(random);
    order["shipping"] = place(random);
    let lines: Vec<Value> = (0..random.below(5))
        .map(|_| json!({ "sku": random.one(&["GPU-1", "x"]), "quantity": 1 + random.below(2), "price": random.one(&["5.00", "7.25"]), "shipping": place(random) }))
        .collect();
    order["lines"] = lines.into();
    order
}

fn checked(draft: &Value, order: &Value) -> Check {
    let ruleset = Ruleset::compile(&Draft::from_json(draft.to_string().as_bytes()).unwrap()).unwrap();
    of(&ruleset, order)
}

fn of(ruleset: &Ruleset, order: &Value) -> Check {
    let order = Order::from_json(order.to_string().as_bytes()).unwrap();
    let now: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
    check(&order, &Facts::default(), ruleset, now)
}

#[test]
fn order_of_entries_and_rules_changes_nothing() {
    let mut random = Random(5);
    for _ in 0..1_500 {
        let (draft, order) = (draft(&mut random), order(&mut random));
        let mut other = draft.clone();
        other["entries"] = random.shuffled(&draft["entries"]);
        other["rules"] = random.shuffled(&draft["rules"]);
        assert_eq!(checked(&draft, &order).to_json(), checked(&other, &order).to_json(), "{draft}\n{order}");
    }
}

#[test]
fn order_of_lines_changes_only_their_numbers() {
    let mut random = Random(6);
    for _ in 0..1_500 {
        let (draft, order) = (draft(&mut random), order(&mut random));
        let mut other = order.clone();
        other["lines"] = random.shuffled(&order["lines"]);
        let numberless = |order: &Value| {
            let mut check = checked(&draft, order);
            for found in &mut check.matches {
                for place in found.places.iter_mut().filter(|place| place.starts_with("lines[")) {
                    "lines".clone_into(place);
                }
            }
            check
        };
        assert_eq!(numberless(&order), numberless(&other), "{draft}\n{order}");
    }
}

#[test]
fn an_allow_never_raises() {
    let mut random = Random(7);
    let mut lowered = 0;
    for _ in 0..1_500 {
        let (draft, order) = (draft(&mut random), order(&mut random));
        let before = checked(&draft, &order);
        let mut more = draft.clone();
        if random.below(2) == 0 {
            more["entries"].as_array_mut().unwrap().push(entry(&mut random, 99, &["allow"]));
        } else {
            more["rules"].as_array_mut().unwrap().push(json!({ "id": "r99", "when": random.one(&RULES), "effect": "allow" }));
        }
        let after = checked(&more, &order);
        assert!(after.decision <= before.decision && after.held <= before.held && after.marked <= before.marked, "{more}\n{order}");
        assert_eq!(after.score, before.score);
        lowered += usize::from(after.decision < before.decision);
    }
    assert!(lowered > 20, "only {lowered} were lowered");
}

#[test]
fn an_entry_put_in_force_is_as_if_published() {
    let mut random = Random(8);
    for _ in 0..500 {
        let (draft, order) = (draft(&mut random), order(&mut random));
        let Some((last, rest)) = draft["entries"].as_array().unwrap().split_last() else { continue };
        let mut without = draft.clone();
        without["entries"] = rest.to_vec().into();
        let mut ruleset = Ruleset::compile(&Draft::from_json(without.to_string().as_bytes()).unwrap()).unwrap();
        let before = of(&ruleset, &order);
        let entry = EntryDraft::from_json(last.to_string().as_bytes()).unwrap();
        ruleset.put_entry(&entry).unwrap();
        assert_eq!(of(&ruleset, &order), checked(&draft, &order));
        ruleset.remove_entry(&entry.id);
        assert_eq!(of(&ruleset, &order), before);
    }
}

#[test]
fn decision_held_and_marked_agree() {
    let mut random = Random(9);
    for _ in 0..1_500 {
        let check = checked(&draft(&mut random), &order(&mut random));
        assert_eq!(check.held, check.decision.as_str() != "approve");
        assert_eq!(check.score, check.matches.iter().map(|found| found.points).sum::<i32>());
        assert!(!check.held || check.marked);
        assert!(!check.allowed || !(check.held || check.marked));
        let again: Check = serde_json::from_str(&check.to_json()).unwrap();
        assert_eq!(again, check);
    }
}
