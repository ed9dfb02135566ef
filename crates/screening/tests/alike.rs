//! Which entries compare the same: the index must name what a plain comparison of all of them names.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use ordergate_screening::{Draft, EntryDraft, Facts, Order, Ruleset, check};

fn draft(entries: &[EntryDraft]) -> Draft {
    let mut draft = Draft::from_json(br#"{"settings":{"default_country":"PL"}}"#).unwrap();
    draft.entries = entries.to_vec();
    draft
}

fn entry(id: usize, fields: &str, effect: &str) -> EntryDraft {
    EntryDraft::from_json(format!(r#"{{"id":"e{id}","fields":{{{fields}}},"effect":"{effect}","reason":"x"}}"#).as_bytes()).unwrap()
}

/// Many entries that few values are shared by, in several spellings.
fn entries() -> Vec<EntryDraft> {
    let shapes: [fn(usize) -> String; 7] = [
        |n| format!(r#""email":"Buyer.{n}+a@gmail.com""#),
        |n| format!(r#""email":"buyer{n}@googlemail.com""#),
        |n| format!(r#""phone":"0048 600 000 {n:03}""#),
        |n| format!(r#""phone":"600000{n:03}""#),
        |n| format!(r#""ip":"198.51.{n}.0/24""#),
        |n| format!(r#""last_name":"Żak","street":"ul. Długa {n} m. 4","postcode":"00-0{n:02}""#),
        |n| format!(r#""last_name":"ZAK","street":"Długa {n}/4","postcode":"000{n:02}""#),
    ];
    (0..700).map(|n| entry(n, &shapes[n % 7](n * 31 % 40), ["mark", "hold"][n % 2])).collect()
}

#[test]
fn the_index_names_the_entries_that_a_plain_comparison_names() {
    let all = entries();
    let (plain, mut indexed) = (Ruleset::compile_without_index(&draft(&all)).unwrap(), Ruleset::compile(&draft(&all[..150])).unwrap());
    // The rest arrives in parts, so that there are several segments and changes beside them.
    for part in all[150..690].chunks(137) {
        indexed.put_entries(part).unwrap();
    }
    all[690..].iter().for_each(|entry| indexed.put_entry(entry).unwrap());
    let mut most = 0;
    for wanted in &all {
        let found = indexed.alike(wanted);
        assert_eq!(found, plain.alike(wanted), "{}", wanted.id);
        assert!(found.contains(&wanted.id));
        most = most.max(found.len());
    }
    assert!(most > 5, "some are alike");
    assert!(indexed.alike(&entry(0, r#""email":"nobody@example.com""#, "mark")).is_empty());
    assert!(indexed.alike(&entry(0, r#""ip":"1.2""#, "mark")).is_empty(), "what is no entry is like none");
    assert!(indexed.entries_at_most() >= all.len());
}

#[test]
fn what_was_replaced_or_removed_is_alike_no_more() {
    let all = entries();
    let mut ruleset = Ruleset::compile(&draft(&all)).unwrap();
    let wanted = &all[14];
    assert!(ruleset.alike(wanted).contains(&"e14".to_owned()));
    ruleset.put_entry(&EntryDraft { fields: all[15].fields.clone(), ..wanted.clone() }).unwrap();
    assert!(!ruleset.alike(wanted).contains(&"e14".to_owned()));
    assert!(ruleset.alike(&all[15]).contains(&"e14".to_owned()));
    ruleset.remove_entry("e14");
    assert!(!ruleset.alike(&all[15]).contains(&"e14".to_owned()));
    // The same once the changes are a segment of their own.
    ruleset.put_entries(&all[300..500]).unwrap();
    assert!(!ruleset.alike(&all[15]).contains(&"e14".to_owned()));
}

#[test]
fn a_phone_number_that_nothing_can_be_compared_with_matches_no_order_in_the_index_either() {
    let mut all = entries();
    all.push(entry(900, r#""phone":"600(00200""#, "mark"));
    all.push(entry(901, r#""phone":"600(00200","city":"Kraków""#, "hold"));
    let order =
        r#"{"id":"1","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"1.00","phone":"60000200","billing":{"city":"Krakow"}}"#;
    let order = Order::from_json(order.as_bytes()).unwrap();
    let checked = |ruleset: &Ruleset| check(&order, &Facts::default(), ruleset, "2026-11-24T10:00:00Z".parse().unwrap()).to_json();
    let indexed = Ruleset::compile(&draft(&all)).unwrap();
    assert_eq!(checked(&indexed), checked(&Ruleset::compile_without_index(&draft(&all)).unwrap()));
    assert!(checked(&indexed).contains(r#""matches":[]"#));
}
