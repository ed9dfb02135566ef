//! Random orders for the runner that compares WASM with the native engine: build/random-native.ndjson.
//!
//! A line is `{"draft":…}`, and every `{"order":…,"facts":…,"now":…,"check":…}` after it was checked with that draft; the bytes behind
//! `"check":` are the Check's. `ORDERGATE_RANDOM_ORDERS` says how many orders there are.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails loudly")]

mod random;

use std::fmt::Write;
use std::path::Path;

use ordergate_screening::{Draft, Facts, Order, Ruleset, check};
use random::Random;
use serde_json::{Map, Value, json};

impl Random {
    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const DRAFTS: usize = 4;
const NAMES: &[&str] =
    &["Jan", "JAN", "Łukasz", "Müller", "Κώστας", "Иван", "O’Brien", "K0wal5ki", "Ş\u{307}ahin", "ﬁona", "  Anna  Maria "];
const CITIES: &[&str] = &["Wrocław", "Wroclaw", "İstanbul", "Saint-Étienne", "St. Etienne", "ΑΘΗΝΑ", "東京", "Ciudad\u{200b}"];
const STREETS: &[&str] =
    &["ul. Długa 12/4", "Dluga 12", "Hauptstraße 5a", "Rua Augusta, 5 apto 4", "12 High Street", "1234. Sokak", "os. Piastów m. 3"];
const NUMBERS: &[&str] = &["12", "12/4", "5A", "7 m. 2", "s/n"];
const POSTCODES: &[&str] = &["94103", "94103-1234", "50-001", "SW1A 1AA", "sw1a", "01310-100", "PL-50-001"];
const COUNTRIES: &[&str] = &["PL", "us", "GB", "UK", "BR", "DE", "TR", "Polska"];
const EMAILS: &[&str] =
    &["a@example.com", "A+x@Example.com", "b.b@googlemail.com", "żółw@bücher.example", "x@mailinator.com", "broken", "c@wp.pl"];
const IPS: &[&str] = &["1.1.1.1", "10.2.3.4", "::ffff:1.1.1.1", "2001:db8::1", "2001:db8:1::9", "1.1.1.9, 10.0.0.1", "unknown"];
const RANGES: &[&str] = &["1.1.1.1", "1.1.1.0/24", "10.0.0.0/8", "2001:db8::1", "2001:db8::/32"];
const PHONES: &[&str] = &["600 100 200", "+48600100200", "0048 600100200", "+44 20 7946 0958", "020 7946 0958", "٦٠٠١٠٠٢٠٠", "100200"];
const COMPANIES: &[&str] = &["Żabka Sp. z o.o.", "zabka", "Müller GmbH & Co. KG", "GmbH"];
const TAX_IDS: &[&str] = &["NIP: PL 525-000-10-90", "5250001090", "DE123456789"];
const IDS: &[&str] = &["c1", "c2", " c1 ", "d\u{301}"];
const AMOUNTS: &[&str] = &["0", "0.01", "9.99", "100", "100.01", "120.5", "99999999.99", "3.10"];

fn number(random: &mut Random) -> String {
    random.one(AMOUNTS).to_owned()
}

/// A value for a field; `common` ones meet each other, the rest are the haystack.
fn value(random: &mut Random, field: &str, of_entry: bool) -> String {
    let haystack = of_entry && random.chance(90);
    let any = random.below(5000);
    match field {
        "first_name" | "last_name" if haystack => format!("{}{any}", random.one(NAMES).trim()),
        "first_name" | "last_name" => random.one(NAMES).to_owned(),
        "city" => random.one(CITIES).to_owned(),
        "street" if haystack => format!("Street of {any}"),
        "street" => random.one(STREETS).to_owned(),
        "house_number" => random.one(NUMBERS).to_owned(),
        "postcode" if haystack => format!("{any:05}"),
        "postcode" => random.one(POSTCODES).to_owned(),
        "country" => random.one(COUNTRIES).to_owned(),
        "company" => random.one(COMPANIES).to_owned(),
        "tax_id" => random.one(TAX_IDS).to_owned(),
        "email" if haystack => format!("buyer{any}@example.com"),
        "email" if of_entry => random.one(&EMAILS[..5]).to_owned(),
        "email" => random.one(EMAILS).to_owned(),
        "email_domain" => random.one(&["example.com", "gmail.com", "@bücher.example"]).to_owned(),
        "ip" if haystack => format!("10.{}.{}.{}", any % 250, any % 240, any % 7),
        "ip" if of_entry => random.one(RANGES).to_owned(),
        "ip" => random.one(IPS).to_owned(),
        "phone" if haystack => format!("+4860010{any:04}"),
        "phone" => random.one(PHONES).to_owned(),
        _ if haystack => format!("id{any}"),
        _ => random.one(IDS).to_owned(),
    }
}

const PLACE: &[&str] = &["first_name", "last_name", "street", "house_number", "postcode", "city", "country", "company", "tax_id"];
const OTHER: &[&str] = &["email", "email", "ip", "phone", "customer_id", "payment_fingerprint", "device", "email_domain"];

fn entry(random: &mut Random, id: usize) -> Value {
    let mut fields = Map::new();
    for _ in 0..=random.below(3) {
        let name = if random.chance(50) { random.one(PLACE) } else { random.one(OTHER) };
        fields.insert(name.to_owned(), value(random, name, true).into());
    }
    let mut entry = json!({ "id": format!("e{id}"), "reason": random.one(&["chargeback", "nie odebrał", "\"quoted\"\n"]) });
    // Rare, or every order were decided by them; and with an e-mail, as the guards ask.
    match random.below(200) {
        0 => entry["effect"] = "allow".into(),
        1 => entry["effect"] = "hold_always".into(),
        2..10 => entry["effect"] = "hold".into(),
        10..80 => entry["effect"] = "mark".into(),
        _ => {}
    }
    if entry.get("effect").is_some_and(|effect| effect != "mark") {
        for name in ["email", "last_name"] {
            fields.insert(name.to_owned(), value(random, name, true).into());
        }
    }
    if entry.get("effect").is_none() && random.chance(50) {
        entry["effect"] = "points".into();
        entry["points"] = (i64::try_from(random.below(60)).unwrap() - 20).into();
    }
    if random.chance(20) {
        entry["expires_at"] = random.one(&["2026-11-24T10:00:00Z", "2026-11-24T10:00:00.001Z", "2060-01-01T00:00:00Z"]).into();
    }
    entry["fields"] = fields.into();
    entry
}

fn condition(random: &mut Random, depth: usize) -> String {
    if depth > 0 && random.chance(60) {
        let (left, right) = (condition(random, depth - 1), condition(random, depth - 1));
        return match random.below(5) {
            0 => format!("not ({left})"),
            1 => format!("({left} or {right})"),
            _ => format!("({left} and {right})"),
        };
    }
    let operator = random.one(&["==", "!=", "<", "<=", ">", ">="]);
    match random.below(20) {
        0 => format!("order.total {operator} {}", number(random)),
        1 => format!("sum(lines, line.amount) {operator} {}", number(random)),
        2 => format!("sum(lines, line.price ?? 1.25, line.quantity > 1) {operator} order.total"),
        3 => format!("billing.country in [{:?}, \"DE\"]", random.one(&COUNTRIES[..7])),
        4 => "shipping.country not in risky".to_owned(),
        5 => format!("billing.city == {:?}", random.one(CITIES)).replace("\\u{200b}", ""),
        6 => "billing.last_name contains shipping.first_name".to_owned(),
        7 => format!("email == {:?}", random.one(&EMAILS[..5])),
        8 => format!("email.domain ends_with {:?}", random.one(&[".com", "example", "pl"])),
        9 => format!("ip in [{:?}, \"2001:db8:1::/48\"]", random.one(RANGES)),
        10 => random.one(&["email.is_free", "email.is_disposable", "same_address", "big"]).to_owned(),
        11 => format!("exists({})", random.one(&["phone", "customer.id", "billing.postcode", "shipping.street", "custom.campaign"])),
        12 => format!("count(lines, line.shipping.city == \"wroclaw\") {operator} {}", random.below(3)),
        13 => format!("phone == {:?}", random.one(&["600 100 200", "+44 20 7946 0958"])),
        14 => format!("custom[\"any key\"] {operator} {}", number(random)),
        15 => format!("velocity.email.decayed {operator} {}", number(random)),
        16 => "any(lines, line.sku in [\"gpu-1\", \"Ü\"] and line.price > 3.1)".to_owned(),
        17 => format!("customer.age_days {operator} {}", random.below(900)),
        18 => format!("shipping.postcode {operator} \"50-001\""),
        _ => format!("customer.group ?? \"none\" {operator} \"retail\""),
    }
}

fn draft(random: &mut Random, entries: usize, rules: usize) -> Value {
    let settings = json!({ "minimum_points": 60, "decline_points": 200, "default_country": random.one(&["PL", "GB", "US"]),
        "default_points": { "email": 40, "phone": 30, "postcode": 10, "postcode_extended": 20, "ip": 5, "customer_id": -3 } });
    let mut good = Vec::with_capacity(entries);
    while good.len() < entries {
        let entry = entry(random, good.len());
        let alone = json!({ "settings": settings, "entries": [entry] });
        // What the guards and the keys refuse is left out.
        if Ruleset::compile(&Draft::from_json(alone.to_string().as_bytes()).unwrap()).is_ok() {
            good.push(entry);
        }
    }
    let rules: Vec<Value> = (0..rules)
        .map(|id| {
            let mut rule = json!({ "id": format!("r{id}"), "name": random.one(&["", "Reguła", "\u{b}1"]), "when": condition(random, 3) });
            match random.below(60) {
                0 => rule["effect"] = random.one(&["allow", "hold_always", "hold"]).into(),
                1..10 => rule["effect"] = "mark".into(),
                _ => rule["points"] = (i64::try_from(random.below(12)).unwrap() - 5).into(),
            }
            rule
        })
        .collect();
    json!({ "settings": settings, "entries": good, "rules": rules,
        "variables": [{ "name": "big", "is": "order.total > 100 and count(lines, line.quantity > 0) > 1" }],
        "lists": [{ "name": "risky", "values": ["PL", "XX", "tr"] }] })
}

fn place(random: &mut Random) -> Value {
    let mut place = Map::new();
    for name in PLACE.iter().chain(&["phone"]) {
        if random.chance(60) {
            place.insert((*name).to_owned(), value(random, name, false).into());
        }
    }
    place.into()
}

fn order(random: &mut Random, id: usize) -> Value {
    let mut order = json!({ "id": id.to_string(), "placed_at": random.one(&["2026-11-24T10:00:00Z", "2026-11-22T23:59:59.5Z"]),
        "currency": random.one(&["PLN", "eur", "KWD"]), "total": number(random), "channel": "web" });
    for name in ["email", "ip", "phone", "device"] {
        if random.chance(75) {
            // Some buyers are on the long part of the list.
            let listed = name != "device" && random.chance(20);
            order[name] = value(random, name, listed).into();
        }
    }
    if random.chance(60) {
        order["customer"] = json!({ "id": random.one(IDS), "first_name": random.one(NAMES), "last_name": random.one(NAMES),
            "group": random.one(&["Retail", "", "reseller"]), "created_at": "2024-08-01T00:00:00Z", "orders_count": random.below(4) });
    }
    if random.chance(80) {
        order["billing"] = place(random);
    }
    if random.chance(80) {
        order["shipping"] = if random.chance(40) { order["billing"].clone() } else { place(random) };
    }
    let lines: Vec<Value> = (0..random.below(4))
        .map(|_| {
            let mut line = json!({ "quantity": random.below(4), "sku": random.one(&["GPU-1", "gpu-1", "ü", ""]) });
            if random.chance(70) {
                line["price"] = number(random).into();
            }
            if random.chance(30) {
                line["shipping"] = place(random);
            }
            line
        })
        .collect();
    order["lines"] = lines.into();
    order["payment"] = json!({ "fingerprint": random.one(IDS), "method": "cod" });
    order["custom"] = json!({ "any key": random.one(&["12", "100.010", "-3", "none", ""]), "campaign": random.one(&["x", ""]) });
    order
}

fn facts(random: &mut Random) -> Value {
    if random.chance(50) {
        return json!({});
    }
    json!({ "velocity": { "email": { "decayed": f64::from(u32::try_from(random.below(10_000)).unwrap()) / 7.0, "count_24h": random.below(9) } } })
}

#[test]
fn writes_random_orders_for_wasm() {
    let orders: usize = std::env::var("ORDERGATE_RANDOM_ORDERS").map_or(2_000, |orders| orders.parse().unwrap());
    let random = &mut Random(31);
    let (mut lines, mut matches, mut decisions) = (String::new(), 0, [0usize; 3]);
    for number in 0..DRAFTS {
        let draft = draft(random, 50 << (2 * number), 6 + 12 * number);
        let read = Draft::from_json(draft.to_string().as_bytes()).unwrap();
        let ruleset = Ruleset::compile(&read).unwrap_or_else(|invalid| panic!("{invalid}"));
        writeln!(lines, "{{\"draft\":{draft}}}").unwrap();
        for id in 0..orders / DRAFTS {
            let (order, facts) = (order(random, id), facts(random));
            let now = random.one(&["2026-11-24T10:00:00Z", "2026-11-24T10:00:00.0005Z"]);
            let read = Order::from_json(order.to_string().as_bytes()).unwrap_or_else(|invalid| panic!("{invalid}: {order}"));
            let check = check(&read, &Facts::from_json(facts.to_string().as_bytes()).unwrap(), &ruleset, now.parse().unwrap());
            matches += check.matches.len();
            decisions[check.decision as usize] += 1;
            writeln!(lines, "{{\"order\":{order},\"facts\":{facts},\"now\":{now:?},\"check\":{}}}", check.to_json()).unwrap();
        }
    }
    let build = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../build");
    std::fs::create_dir_all(&build).unwrap();
    std::fs::write(build.join("random-native.ndjson"), lines).unwrap();
    println!("{orders} orders: {matches} matches; approved, held, declined: {decisions:?}");
    assert!(matches > orders * 3, "the orders hardly match anything: {matches} matches");
    assert!(decisions.iter().all(|count| count * 50 > orders), "a decision is hardly made: {decisions:?}");
}
