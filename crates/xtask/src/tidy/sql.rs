//! SQL stands in the store only, and every SQL text there names the shop it is for.

use super::source::Source;

/// In a comment at most this many lines above a SQL text: `// all shops: <why it may see more than one shop>`.
const MARK: &str = "all shops:";
const MARK_REACH: usize = 3;

/// SQL outside of the store.
pub(crate) fn breaches_elsewhere(file: &str, source: &Source) -> Vec<String> {
    source.strings.iter().filter(|(_, text)| is_sql(text)).map(|(line, _)| format!("{file}:{line}: SQL belongs in crates/store")).collect()
}

/// SQL in the store that could read or write another shop's rows.
pub(crate) fn breaches_in_store(file: &str, source: &Source) -> Vec<String> {
    let mut breaches = Vec::new();
    for (line, text) in source.strings.iter().filter(|(_, text)| is_sql(text)) {
        let marked = source.comments.iter().find_map(|(at, comment)| {
            let reason = comment.split_once(MARK).map(|(_, reason)| reason.trim())?;
            (*at <= *line && *at + MARK_REACH >= *line).then_some(reason)
        });
        match marked {
            Some("") => breaches.push(format!("{file}:{line}: `{MARK}` needs a reason")),
            Some(_) => {}
            None if names_shop(text) => {}
            None => breaches.push(format!("{file}:{line}: this SQL does not filter by shop_id (or say why above it: `// {MARK} reason`)")),
        }
    }
    breaches
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

/// A read, update or delete compares shop_id after its first WHERE or ON; an insert names it as a column.
fn names_shop(text: &str) -> bool {
    let words = words(text);
    let shop = |from: usize| words.get(from..).is_some_and(|rest| rest.iter().any(|word| word.eq_ignore_ascii_case("shop_id")));
    if words.first().is_some_and(|word| word == "INSERT" || word == "REPLACE") {
        return shop(0);
    }
    words.iter().position(|word| word == "WHERE" || word == "ON" || word == "INTO").is_some_and(shop)
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
            "INSERT INTO orders (id) VALUES (?1)",
        ] {
            assert_eq!(in_store(&format!("const A: &str = \"{bad}\";")).len(), 1, "{bad}");
        }
        for good in [
            "SELECT id FROM orders WHERE shop_id = ?1",
            "UPDATE orders SET state = ?2 WHERE shop_id = ?1 AND id = ?3",
            "DELETE FROM orders WHERE shop_id = ?1",
            "INSERT INTO orders (shop_id, id) VALUES (?1, ?2)",
            "INSERT OR IGNORE INTO orders (shop_id, id) SELECT ?1, ?2",
        ] {
            assert!(in_store(&format!("const A: &str = \"{good}\";")).is_empty(), "{good}");
        }
    }

    #[test]
    fn the_mark_needs_a_reason() {
        assert!(in_store("// all shops: the cron drains every outbox\nconst A: &str = \"SELECT id FROM outbox\";").is_empty());
        assert_eq!(in_store("// all shops:\nconst A: &str = \"SELECT id FROM outbox\";").len(), 1);
        assert_eq!(in_store("// all shops: far away\n\n\n\n\nconst A: &str = \"SELECT id FROM outbox\";").len(), 1);
    }
}
