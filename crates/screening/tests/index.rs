//! The index gives what a plain scan gives, whatever the entries, their changes and the order.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails loudly")]

mod random;

use ordergate_screening::{Draft, Effect, EntryDraft, Facts, Field, Order, Ruleset, Timestamp, check};
use random::Random;

impl Random {
    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const NAMES: &[&str] = &["Jan", "Anna", "Ola", "Piotr", "Jan Maria", "Łukasz"];
const CITIES: &[&str] = &["Wrocław", "Wroclaw", "Porto", "London", "Gdańsk"];
const STREETS: &[&str] = &["Długa", "ul. Długa 12", "Dluga 12/4", "Rua Augusta 5", "High Street", "12 High Street", "3 Maja 7"];
const NUMBERS: &[&str] = &["12", "12/4", "5", "7 m. 2"];
const POSTCODES: &[&str] = &["94103", "94103-1234", "941035678", "50-001", "SW1A 1AA", "SW1A", "01310-100", "01310"];
const COUNTRIES: &[&str] = &["PL", "US", "GB", "BR"];
const EMAILS: &[&str] = &["a@example.com", "a+x@example.com", "b@gmail.com", "b.b@gmail.com", "c@mail.example.com", "broken"];
const IPS: &[&str] = &["1.1.1.1", "1.1.1.2", "10.2.3.4", "::ffff:1.1.1.1", "2001:db8::1", "2001:db8::2", "2001:db8:1::9", "unknown"];
const RANGES: &[&str] = &["1.1.1.1", "1.1.1.0/24", "10.0.0.0/8", "2001:db8::1", "2001:db8::/32", "1.1.0.0/16"];
const PHONES: &[&str] =
    &["600 100 200", "+48600100200", "0048 600100200", "+44 20 7946 0958", "020 7946 0958", "100200300", "999 600 100 200 1"];
const IDS: &[&str] = &["c1", "c2"];

fn value(random: &mut Random, field: Field, of_entry: bool) -> &'static str {
    random.pick(match field {
        Field::FirstName | Field::LastName | Field::Company => NAMES,
        Field::Street => STREETS,
        Field::HouseNumber => NUMBERS,
        Field::Postcode => POSTCODES,
        Field::City => CITIES,
        Field::Email if of_entry => &EMAILS[..5],
        Field::Email => EMAILS,
        Field::Ip if of_entry => RANGES,
        Field::Ip => IPS,
        Field::Phone => PHONES,
        Field::Country => COUNTRIES,
        Field::EmailDomain => &["example.com", "gmail.com"],
        Field::TaxId | Field::CustomerId | Field::PaymentFingerprint | Field::Device => IDS,
    })
}

fn entry(random: &mut Random, id: String) -> EntryDraft {
    let mut fields = std::collections::BTreeMap::new();
    for _ in 0..=random.below(4) {
        let field = Field::ALL[random.below(Field::ALL.len())];
        fields.insert(field, value(random, field, true).to_owned());
    }
    let effects = [None, Some(Effect::Mark), Some(Effect::Points), Some(Effect::Hold), Some(Effect::HoldAlways), Some(Effect::Allow)];
    let effect = effects[random.below(effects.len())];
    let needs_points = effect == Some(Effect::Points) && (fields.len() > 1 || random.chance(50));
    let expiries =
        [None, Some("2026-11-24T10:00:00Z"), Some("2026-11-24T10:00:00.001Z"), Some("2060-01-01T00:00:00Z"), Some("1999-01-01T00:00:00Z")];
    EntryDraft {
        id,
        fields,
        effect,
        matching: Default::default(),
        points: needs_points.then(|| i32::try_from(random.below(2001)).unwrap() - 1000),
        reason: random.pick(&["chargeback", "unpaid parcels", "reshipper"]).to_owned(),
        expires_at: expiries[random.below(expiries.len())].map(|time| time.parse().unwrap()),
    }
}

fn order(random: &mut Random) -> Order {
    let mut place = || {
        let fields: Vec<String> = [
            ("first_name", Field::FirstName),
            ("last_name", Field::LastName),
            ("street", Field::Street),
            ("house_number", Field::HouseNumber),
            ("postcode", Field::Postcode),
            ("city", Field::City),
            ("country", Field::Country),
            ("company", Field::Company),
            ("tax_id", Field::TaxId),
            ("phone", Field::Phone),
        ]
        .into_iter()
        .filter(|_| random.chance(60))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(name, field)| format!("{name:?}:{:?}", value(random, field, false)))
        .collect();
        format!("{{{}}}", fields.join(","))
    };
    let (billing, shipping, line) = (place(), place(), place());
    let shipping = if random.chance(40) { billing.clone() } else { shipping };
    let top: Vec<String> = [("email", Field::Email), ("ip", Field::Ip), ("phone", Field::Phone), ("device", Field::Device)]
        .into_iter()
        .filter(|_| random.chance(70))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(name, field)| format!("{name:?}:{:?},", value(random, field, false)))
        .collect();
    let places = match random.below(4) {
        0 => String::new(),
        1 => format!(r#""billing":{billing},"#),
        2 => format!(r#""shipping":{shipping},"lines":[{{}},{{"shipping":{line}}},{{"shipping":{shipping}}}],"#),
        _ => format!(r#""billing":{billing},"shipping":{shipping},"lines":[{{"shipping":{line}}}],"#),
    };
    let text = format!(
        r#"{{"id":"1","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"1.00",{places}{}"payment":{{"fingerprint":"c1"}},
           "customer":{{"id":"c2","first_name":"Jan","last_name":"Anna"}}}}"#,
        top.concat()
    );
    Order::from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn draft(entries: Vec<EntryDraft>) -> Draft {
    let mut draft = Draft::from_json(
        br#"{"settings":{"minimum_points":50,"default_country":"PL","default_points":{"email":40,"postcode":10,"postcode_extended":20}}}"#,
    )
    .unwrap();
    draft.entries = entries;
    draft
}

fn valid(random: &mut Random, id: String) -> EntryDraft {
    loop {
        let entry = entry(random, id.clone());
        if Ruleset::compile(&draft(vec![entry.clone()])).is_ok() {
            return entry;
        }
    }
}

fn now() -> Timestamp {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

#[test]
fn the_index_gives_what_a_scan_gives() {
    for seed in 0..8 {
        let random = &mut Random(seed);
        let entries: Vec<EntryDraft> = (0..200 + 300 * usize::try_from(seed).unwrap())
            .map(|number| {
                let id = match random.below(4) {
                    0 => format!("e{number}"),
                    1 => format!("{number:08}"),
                    2 => format!("ünïcode-{number}-x"),
                    _ => format!("{number}"),
                };
                valid(random, id)
            })
            .collect();
        let draft = draft(entries);
        let (indexed, scanned) = (Ruleset::compile(&draft).unwrap(), Ruleset::compile_without_index(&draft).unwrap());
        let mut matched = 0;
        for _ in 0..300 {
            let order = order(random);
            let (left, right) = (check(&order, &Facts::default(), &indexed, now()), check(&order, &Facts::default(), &scanned, now()));
            assert_eq!(left.to_json(), right.to_json(), "seed {seed}: {}", order.to_json());
            matched += left.matches.len();
        }
        assert!(matched > 1000, "the orders of seed {seed} hardly match anything: {matched}");
    }
}

#[test]
fn changes_are_in_force_at_the_next_check_through_every_fold_and_merge() {
    for seed in 100..104 {
        let random = &mut Random(seed);
        let mut indexed = Ruleset::compile(&draft(Vec::new())).unwrap();
        let mut live: std::collections::BTreeMap<String, EntryDraft> = std::collections::BTreeMap::new();
        for step in 0..1500 {
            let id = format!("e_{}", random.below(900));
            if random.chance(30) {
                indexed.remove_entry(&id);
                live.remove(&id);
            } else {
                let entry = valid(random, id.clone());
                indexed.put_entry(&entry).unwrap();
                live.insert(id, entry);
            }
            if step % 100 == 99 {
                let scanned = Ruleset::compile_without_index(&draft(live.values().cloned().collect())).unwrap();
                for _ in 0..20 {
                    let order = order(random);
                    let (left, right) =
                        (check(&order, &Facts::default(), &indexed, now()), check(&order, &Facts::default(), &scanned, now()));
                    assert_eq!(left.to_json(), right.to_json(), "seed {seed}, step {step}: {}", order.to_json());
                }
            }
        }
    }
}

/// A random condition over paths that the orders here have, with every shape of test.
fn condition(random: &mut Random, depth: usize) -> String {
    if depth > 0 && random.chance(65) {
        let (left, right) = (condition(random, depth - 1), condition(random, depth - 1));
        return match random.below(5) {
            0 => format!("not ({left})"),
            1 => format!("({left} or {right})"),
            _ => format!("({left} and {right})"),
        };
    }
    let quoted = |text: &str| format!("{text:?}");
    let list = |random: &mut Random, values: &[&str]| {
        let picked: Vec<String> = (0..=random.below(3)).map(|_| quoted(random.pick(values))).collect();
        picked.join(", ")
    };
    match random.below(16) {
        0 => format!("order.total > {}", random.below(4)),
        1 => format!("{} >= order.total", random.below(4)),
        2 => format!("billing.country in [{}]", list(random, COUNTRIES)),
        3 => format!("shipping.country not in [{}]", list(random, COUNTRIES)),
        4 => format!("billing.city == {}", quoted(random.pick(CITIES))),
        5 => "billing.country != shipping.country".to_owned(),
        6 => format!("email.domain == {}", quoted(random.pick(&["example.com", "gmail.com", "mail.example.com"]))),
        7 => format!("email == {}", quoted(random.pick(&EMAILS[..5]))),
        8 => format!("ip in [{}]", list(random, RANGES)),
        9 => "email.is_free".to_owned(),
        10 => format!("exists({})", random.pick(&["phone", "customer.id", "billing.postcode", "shipping.street"])),
        11 => "same_address".to_owned(),
        12 => format!("count(lines, exists(line.shipping.city)) >= {}", random.below(3)),
        13 => "foreign".to_owned(),
        14 => format!("phone == {}", quoted(random.pick(&["600 100 200", "+44 20 7946 0958"]))),
        _ => format!("billing.first_name starts_with {}", quoted(random.pick(&["J", "A", "Ł"]))),
    }
}

#[test]
fn the_rule_index_gives_what_testing_every_rule_gives() {
    for seed in 200..204 {
        let random = &mut Random(seed);
        let rules: Vec<String> = (0..400)
            .map(|number| format!(r#"{{"id":"r{number}","when":{:?},"points":{}}}"#, condition(random, 3), random.below(50)))
            .collect();
        let text = format!(
            r#"{{"settings":{{"minimum_points":50,"default_country":"PL"}},"rules":[{}],
               "variables":[{{"name":"foreign","is":"billing.country != \"PL\" and order.total > 0"}}]}}"#,
            rules.join(",")
        );
        let draft = Draft::from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        let (indexed, plain) =
            (Ruleset::compile(&draft).unwrap_or_else(|error| panic!("{error}")), Ruleset::compile_without_index(&draft).unwrap());
        let mut fired = 0;
        for _ in 0..150 {
            let order = order(random);
            let (left, right) = (check(&order, &Facts::default(), &indexed, now()), check(&order, &Facts::default(), &plain, now()));
            assert_eq!(left.to_json(), right.to_json(), "seed {seed}: {}", order.to_json());
            fired += left.matches.len();
        }
        assert!(fired > 1000, "the orders of seed {seed} hardly fire anything: {fired}");
    }
}
