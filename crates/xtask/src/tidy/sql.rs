//! SQL stands in the store only, and every SQL text there names the shop it is for.

use super::source::Source;

/// The reviewed list of SQL that may see more than one shop: file, how the text begins, and why.
const ALL_SHOPS: &[(&str, &str, &str)] = &[
    ("endpoint.rs", "SELECT shop_id, platform, secret, CASE WHEN previous_until", "the token selects the shop"),
    ("key.rs", "SELECT shop_id, kind, origins, used_on FROM api_key WHERE digest", "the key selects the shop"),
    ("shop.rs", "SELECT id, name, demo_key FROM shop", "the demo pages belong to the deployment's one demo shop"),
    ("session.rs", "SELECT link.shop_id, shop.name AS shop", "the link selects the shop"),
    ("session.rs", "SELECT session.shop_id, session.id, session.user_id, user.name", "the cookie selects the shop"),
    ("identity.rs", "INSERT INTO identity", "an identity is a person's, who may belong to several shops"),
    ("identity.rs", "SELECT user_id FROM identity", "the identity selects the person"),
    ("passkey.rs", "INSERT INTO passkey", "a passkey belongs to a person, who may belong to several shops"),
    ("passkey.rs", "SELECT id, credential, name, created_at, used_at FROM passkey", "a person is told which passkeys are theirs"),
    ("passkey.rs", "SELECT user_id, public_key, counter FROM passkey", "the passkey selects the person"),
    ("passkey.rs", "UPDATE passkey SET counter", "a passkey belongs to a person, who may belong to several shops"),
    ("passkey.rs", "DELETE FROM passkey", "a person removes a passkey of theirs"),
    ("passkey.rs", "INSERT INTO challenge", "a challenge belongs to no shop"),
    ("passkey.rs", "DELETE FROM challenge", "a challenge belongs to no shop"),
    ("user.rs", "SELECT shop.id, shop.name FROM user JOIN shop", "a person is told which shops they belong to"),
    ("outbox.rs", "SELECT (SELECT MIN(due_at) FROM outbox", "/healthz counts over all shops, and shows numbers only"),
    ("command.rs", "SELECT (SELECT MIN(due_at) FROM command", "/healthz counts over all shops, and shows numbers only"),
    ("health.rs", "SELECT at FROM cron_run", "the one row of the cron is nobody's"),
    ("health.rs", "SELECT (SELECT COUNT(*) FROM shop)", "/healthz and /metrics count over all shops, and show numbers only"),
    ("health.rs", "INSERT INTO cron_run", "the one row of the cron is nobody's"),
    ("health.rs", "UPDATE cron_run SET counted_at", "/metrics counts over all shops, and shows numbers only"),
    ("segment.rs", "SELECT id, entries_seq FROM shop WHERE entries_seq > fold_seen_seq", "the cron folds entries of any shop"),
    ("segment.rs", "SELECT shop_id, key FROM entry_segment WHERE dropped_at", "the cron deletes dropped segments of any shop"),
    ("digest.rs", "SELECT shop_id, contact_id, MAX(public_url)", "the cron finds the digests that are due, of any shop"),
];

/// SQL outside of the store.
pub(crate) fn breaches_elsewhere(file: &str, source: &Source) -> Vec<String> {
    source.strings.iter().filter(|(_, text)| is_sql(text)).map(|(line, _)| format!("{file}:{line}: SQL belongs in crates/store")).collect()
}

/// SQL in the store that could read or write another shop's rows.
pub(crate) fn breaches_in_store(file: &str, source: &Source) -> Vec<String> {
    let listed = |text: &str| ALL_SHOPS.iter().any(|(name, begin, _)| file.ends_with(name) && text.starts_with(begin));
    let open = source.strings.iter().filter(|(_, text)| is_sql(text) && !names_shop(text) && !listed(text));
    open.map(|(line, _)| {
        format!("{file}:{line}: this SQL does not filter by shop_id (if it must not: say why in ALL_SHOPS, crates/xtask/src/tidy/sql.rs)")
    })
    .collect()
}

/// Lines of the reviewed list that no SQL needs any more.
pub(crate) fn stale_permissions(sources: &[(String, Source)]) -> Vec<String> {
    let needed = |name: &str, begin: &str| {
        sources.iter().any(|(file, source)| file.ends_with(name) && source.strings.iter().any(|(_, text)| text.starts_with(begin)))
    };
    let stale = ALL_SHOPS.iter().filter(|(name, begin, _)| !needed(name, begin));
    stale.map(|(name, begin, _)| format!("crates/xtask/src/tidy/sql.rs: no SQL in {name} begins with `{begin}` any more")).collect()
}

/// A statement, not a word in a sentence.
fn is_sql(text: &str) -> bool {
    let words: Vec<String> = words(text);
    let at = |index: usize| words.get(index).map(String::as_str).unwrap_or_default();
    (0..words.len()).any(|index| match at(index) {
        "SELECT" => index == 0 || words.iter().any(|word| word == "FROM") || words.iter().any(|word| word == "CASE"),
        "INSERT" => at(index + 1) == "INTO" || at(index + 1) == "OR",
        "REPLACE" => at(index + 1) == "INTO",
        "DELETE" => at(index + 1) == "FROM",
        "UPDATE" => words.get(index + 2..).is_some_and(|rest| rest.iter().any(|word| word == "SET")),
        _ => false,
    })
}

/// A read, update or delete compares shop_id after its first WHERE, ON or INTO; an insert names it as a column. In the table `shop`
/// the id is the shop. SQL that touches no table needs none.
fn names_shop(text: &str) -> bool {
    let words = words(text);
    let after = |from: usize, name: &str| words.get(from..).is_some_and(|rest| rest.iter().any(|word| word.eq_ignore_ascii_case(name)));
    let tables: Vec<&str> = words
        .windows(2)
        .filter(|pair| matches!(pair, [keyword, _] if ["FROM", "INTO", "UPDATE", "JOIN"].contains(&keyword.as_str())))
        .filter_map(|pair| pair.last())
        .map(String::as_str)
        .collect();
    if tables.is_empty() {
        return true;
    }
    let column = if tables.iter().all(|table| *table == "shop") { "id" } else { "shop_id" };
    let begin = if words.first().is_some_and(|word| word == "INSERT" || word == "REPLACE") {
        Some(0)
    } else {
        words.iter().position(|word| word == "WHERE" || word == "ON" || word == "INTO")
    };
    begin.is_some_and(|begin| after(begin, column))
}

/// Words as they stand: keywords are written in capitals here, so a sentence with "select" in it is no SQL.
fn words(text: &str) -> Vec<String> {
    text.split(|char: char| !char.is_alphanumeric() && char != '_')
        .filter(|word| !word.is_empty() && *word != "n")
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_store(text: &str) -> Vec<String> {
        breaches_in_store("crates/store/src/x.rs", &Source::read(text))
    }

    #[test]
    fn sql_elsewhere_is_found_and_sentences_are_not() {
        let source = Source::read(
            "const A: &str = \"SELECT id FROM orders\";\nconst B: &str = \"please SELECT one\";\nconst C: &str = \"an update was set\";",
        );
        assert_eq!(breaches_elsewhere("crates/worker/src/x.rs", &source), ["crates/worker/src/x.rs:1: SQL belongs in crates/store"]);
    }

    #[test]
    fn a_query_without_its_shop_is_found() {
        for bad in [
            "SELECT id, shop_id FROM orders",
            "SELECT id FROM orders WHERE id = ?1",
            "UPDATE orders SET shop_id = ?1",
            "DELETE FROM orders WHERE id = ?1",
            "SELECT name FROM shop",
            "SELECT o.id FROM orders o JOIN shop s WHERE s.id = o.id",
            "INSERT INTO orders (id) VALUES (?1)",
        ] {
            assert_eq!(in_store(&format!("const A: &str = \"{bad}\";")).len(), 1, "{bad}");
        }
        for good in [
            "SELECT id FROM orders WHERE shop_id = ?1",
            "UPDATE orders SET state = ?2 WHERE shop_id = ?1 AND id = ?3",
            "DELETE FROM orders WHERE shop_id = ?1",
            "INSERT INTO orders (shop_id, id) VALUES (?1, ?2)",
            "UPDATE shop SET name = ?2 WHERE id = ?1",
            "SELECT json(CASE changes() WHEN 1 THEN 1 END)",
            "INSERT OR IGNORE INTO orders (shop_id, id) SELECT ?1, ?2",
        ] {
            assert!(in_store(&format!("const A: &str = \"{good}\";")).is_empty(), "{good}");
        }
    }

    #[test]
    fn a_reviewed_line_passes_and_a_stale_one_is_found() {
        let (_, begin, _) = ALL_SHOPS[0];
        let source = Source::read(&format!("const A: &str = \"{begin} > 0 THEN 1 END FROM endpoint WHERE token_digest = ?1\";"));
        assert!(breaches_in_store("crates/store/src/endpoint.rs", &source).is_empty());
        assert_eq!(breaches_in_store("crates/store/src/order.rs", &source).len(), 1);
        assert_eq!(stale_permissions(&[("crates/store/src/endpoint.rs".to_owned(), source)]).len(), ALL_SHOPS.len() - 1);
    }
}
