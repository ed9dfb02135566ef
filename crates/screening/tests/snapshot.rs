//! A snapshot gives what its draft gives, tells when it is not one, and a public pack keeps secrets.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails loudly")]

use ordergate_screening::snapshot::{PublicPack, PublicRules, verify};
use ordergate_screening::{Draft, EntryDraft, Facts, Field, Order, Ruleset, Segment, Timestamp, check};

/// Every golden case that is a check: its draft, order, facts and time.
fn cases() -> Vec<(String, Draft, Order, Facts, Timestamp)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden");
    let mut cases = Vec::new();
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "toml")) {
        let table: toml::Table = std::fs::read_to_string(file).unwrap().parse().unwrap();
        let text = |name: &str| table.get(name).and_then(|value| value.as_str()).map(str::to_owned);
        if table.contains_key("want") {
            let draft = Draft::from_json(text("draft").unwrap().as_bytes()).unwrap();
            let order = Order::from_json(text("order").unwrap().as_bytes()).unwrap();
            let facts = text("facts").map_or_else(Facts::default, |facts| Facts::from_json(facts.as_bytes()).unwrap());
            let now = text("now").unwrap_or_else(|| "2026-11-24T10:00:00Z".to_owned()).parse().unwrap();
            cases.push((text("name").unwrap(), draft, order, facts, now));
        }
    }
    assert!(cases.len() > 200);
    cases
}

#[test]
fn every_golden_case_gives_the_same_check_from_a_snapshot() {
    for (name, draft, order, facts, now) in cases() {
        let ruleset = Ruleset::compile(&draft).unwrap().numbered(7, 8);
        let bytes = ruleset.to_snapshot();
        verify(&bytes).unwrap();
        let opened = Ruleset::from_snapshot(bytes.clone()).unwrap();
        assert_eq!(check(&order, &facts, &opened, now).to_json(), check(&order, &facts, &ruleset, now).to_json(), "{name}");
        assert_eq!(opened.to_snapshot(), bytes, "{name}: written again, a snapshot is the same bytes");
    }
}

fn large() -> Draft {
    let entries: Vec<String> = (0..2000)
        .map(|number| {
            format!(r#"{{"id":"e{number}","fields":{{"email":"buyer{number}@example.com"}},"effect":"mark","reason":"r{}"}}"#, number % 7)
        })
        .collect();
    let rules: Vec<String> = (0..500)
        .map(|number| {
            format!(
                r#"{{"id":"r{number}","points":1,"when":"order.total > {} and billing.country in [\"PL\", \"DE\"] and (email.domain == \"d{}.example\" or billing.country != shipping.country)"}}"#,
                number % 90,
                number % 40
            )
        })
        .collect();
    let text = format!(r#"{{"settings":{{"default_country":"PL"}},"entries":[{}],"rules":[{}]}}"#, entries.join(","), rules.join(","));
    Draft::from_json(text.as_bytes()).unwrap()
}

fn order(email: &str) -> Order {
    let text = format!(
        r#"{{"id":"1","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"60.00","email":"{email}","billing":{{"country":"PL"}},"shipping":{{"country":"DE"}}}}"#
    );
    Order::from_json(text.as_bytes()).unwrap()
}

#[test]
fn a_large_snapshot_is_searched_in_place() {
    let now = "2026-11-24T10:00:00Z".parse().unwrap();
    let plain = Ruleset::compile_without_index(&large()).unwrap();
    let opened = Ruleset::from_snapshot(Ruleset::compile(&large()).unwrap().to_snapshot()).unwrap();
    for email in ["buyer7@example.com", "x@d3.example", "nobody@example.com"] {
        let (left, right) = (check(&order(email), &Facts::default(), &opened, now), check(&order(email), &Facts::default(), &plain, now));
        assert!(left.matches.len() > 100);
        assert_eq!(left.to_json(), right.to_json());
    }
}

#[test]
fn says_what_keeps_bytes_from_being_a_snapshot() {
    let bytes = Ruleset::compile(&large()).unwrap().to_snapshot();
    let refused = |bytes: Vec<u8>| Ruleset::from_snapshot(bytes).unwrap_err().to_string();
    let with = |at: usize, byte: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = byte;
        bytes
    };
    assert_eq!(refused(Vec::new()), "these bytes are not a snapshot");
    assert_eq!(refused(b"{\"settings\":{}}".to_vec()), "these bytes are not a snapshot");
    assert_eq!(refused(with(8, 9)), "snapshot version 9 is newer than this engine reads (1)");
    assert_eq!(refused(with(20, 9)), "keys of normaliser 9 cannot be compared with those of normaliser 1; build the snapshot again");
    assert_eq!(
        refused(bytes[..bytes.len() - 1].to_vec()),
        format!("the snapshot has {} bytes instead of {}", bytes.len() - 1, bytes.len())
    );
    assert_eq!(refused(PublicRules::of(&large()).unwrap().to_pack()), "this is a public pack, not a full snapshot");
    assert_eq!(PublicPack::open(bytes.clone()).unwrap_err().to_string(), "this is a full snapshot, not a public pack");
    let last = bytes.len() - 1;
    assert_eq!(verify(&with(last, bytes[last] ^ 1)).unwrap_err().to_string(), "the snapshot's digest is not that of its bytes");
}

#[test]
fn damaged_bytes_never_panic() {
    let now = "2026-11-24T10:00:00Z".parse().unwrap();
    let small =
        Draft { entries: large().entries.into_iter().take(200).collect(), rules: large().rules.into_iter().take(40).collect(), ..large() };
    let bytes = Ruleset::compile(&small).unwrap().to_snapshot();
    let mut seed = 1u64;
    let mut below = |limit: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % limit
    };
    let mut opened = 0;
    for _ in 0..4000 {
        let mut damaged = bytes.clone();
        for _ in 0..=below(4) {
            let at = below(damaged.len());
            damaged[at] = u8::try_from(below(256)).unwrap();
        }
        if below(10) == 0 {
            damaged.truncate(below(bytes.len()));
        }
        if let Ok(ruleset) = Ruleset::from_snapshot(damaged) {
            opened += 1;
            check(&order("buyer7@example.com"), &Facts::default(), &ruleset, now);
        }
    }
    assert!(opened > 500, "only {opened} of the damaged snapshots were opened at all");
}

#[test]
fn a_public_pack_holds_nothing_but_public_rules() {
    let text = r#"{
        "settings": {"minimum_points": 4242, "decline_points": 4343, "default_points": {"email": 444}, "default_country": "PL"},
        "variables": [{"name": "canary_variable", "is": "email == \"canary-variable@example.com\""}, {"name": "seen", "is": "helper and order.total > 5"},
                      {"name": "helper", "is": "billing.city == \"Porto\""}],
        "lists": [{"name": "canary_list", "values": ["canary-list-value"]}, {"name": "open_list", "values": ["open-value"]}],
        "entries": [{"id": "canary-entry", "fields": {"email": "canary-entry@example.com"}, "points": 999, "reason": "canary-reason"}],
        "rules": [
            {"id": "public-rule", "name": "Public name", "when": "seen and billing.region in open_list", "points": 777, "visibility": "public"},
            {"id": "canary-rule", "name": "canary-name", "when": "canary_variable or line_total or billing.city in canary_list", "points": 888, "visibility": "private"},
            {"id": "canary-asleep", "name": "canary-asleep", "when": "order.total > 31337", "points": 1, "visibility": "public", "active": false}]}"#;
    let text = text.replace("or line_total ", "");
    let draft = Draft::from_json(text.as_bytes()).unwrap();
    let pack = PublicRules::of(&draft).unwrap().to_pack();
    let readable = String::from_utf8_lossy(&pack).to_lowercase();
    assert!(!readable.contains("canary"), "{readable}");
    for number in [4242u32, 4343, 444, 777, 888, 999, 31337] {
        assert!(!readable.contains(&number.to_string()), "{number}");
        // As the packed forms of points, limits and JSON numbers would have it.
        let mut packed = Vec::new();
        for form in [u128::from(number), u128::from(number) * 2] {
            let mut rest = form;
            while rest >= 128 {
                packed.push(u8::try_from(rest & 127).unwrap() | 128);
                rest >>= 7;
            }
            packed.push(u8::try_from(rest).unwrap());
            assert!(!pack.windows(packed.len()).any(|window| window == packed), "{number} stands packed");
            packed.clear();
        }
        assert!(!pack.windows(4).any(|window| window == number.to_le_bytes()), "{number} stands as four bytes");
    }
    for kept in ["public-rule", "public name", "open-value", "porto"] {
        assert!(readable.contains(kept), "{kept}");
    }
    let order =
        r#"{"id":"1","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"6.00","billing":{"city":"PORTO","region":"Open-Value"}}"#;
    let opened = PublicPack::open(pack).unwrap();
    let holding = opened.holding(&Order::from_json(order.as_bytes()).unwrap(), &Facts::default());
    assert_eq!(holding.iter().map(|rule| (rule.id, rule.name)).collect::<Vec<_>>(), [("public-rule", "Public name")]);
}

#[test]
fn a_segment_gives_what_its_entries_give_where_they_are_read_in_the_same_country() {
    let ruleset = Ruleset::compile(&large()).unwrap();
    let segment = || Segment::open(ruleset.segment_bytes().unwrap()).unwrap();
    let without = |country: &str| {
        let settings = format!(r#"{{"settings":{{"default_country":"{country}"}}}}"#);
        Ruleset::compile(&Draft::from_json(settings.as_bytes()).unwrap()).unwrap()
    };
    let matches = |ruleset: &Ruleset| {
        check(&order("Buyer7@example.com"), &Facts::default(), ruleset, "2026-11-24T10:00:00Z".parse().unwrap()).matches.len()
    };
    let (mut opened, mut taken, mut abroad) = (without("PL"), without("pl"), without("DE"));
    assert!(opened.take_segment(segment()) && taken.take_entries_of(&ruleset));
    assert!(!abroad.take_segment(segment()) && !abroad.take_entries_of(&ruleset));
    assert_eq!([&opened, &taken, &abroad].map(matches), [1, 1, 0]);

    let entry = |expires: &str| {
        EntryDraft::from_json(
            format!(r#"{{"id":"e7","fields":{{"email":"buyer7@example.com"}},"reason":"x","expires_at":{expires}}}"#).as_bytes(),
        )
        .unwrap()
    };
    assert_eq!((opened.lapses_at("e7"), opened.lapses_at("nobody")), (None, None));
    opened.put_entries(&[entry(r#""2027-01-01T00:00:00Z""#)]).unwrap();
    assert_eq!(opened.lapses_at("e7"), Some("2027-01-01T00:00:00Z".parse().unwrap()));
    let folded = Segment::open(opened.segment_bytes().unwrap()).unwrap();
    assert_eq!(folded.rows(), 2000);
    assert!(taken.take_segment(folded));
    assert_eq!(taken.lapses_at("e7"), Some("2027-01-01T00:00:00Z".parse().unwrap()));
    opened.remove_entry("e7");
    assert_eq!((opened.lapses_at("e7"), matches(&opened)), (None, 0));
    let refused =
        opened.put_entries(&[entry("null"), EntryDraft { fields: [(Field::Ip, "1.2.3".to_owned())].into(), ..entry("null") }]).unwrap_err();
    assert!(refused.to_string().starts_with("/e7/fields/ip: "), "{refused}");
    assert_eq!(matches(&opened), 0, "nothing of a refused list is in force");
}
