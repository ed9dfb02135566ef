//! Entries as rows of CSV: the names of columns, and cells that no spreadsheet runs as a formula.

use csv::StringRecord;
use ordergate_screening::{EntryDraft, Field, Invalid, Problem, closest};
use serde_json::{Map, Value};

/// Columns beside the entry fields.
const OTHERS: [&str; 6] = ["id", "effect", "points", "match", "reason", "expires_at"];

/// The header of an export: id, the entry fields, then the rest.
pub(crate) fn header() -> Vec<&'static str> {
    let fields = Field::ALL.iter().map(|field| field.as_str());
    std::iter::once("id").chain(fields).chain(OTHERS.into_iter().skip(1)).collect()
}

/// Refuses a header that names something else.
pub(crate) fn check_header(names: &[String]) -> Result<(), String> {
    let known = header();
    if let Some(twice) = names.iter().enumerate().find_map(|(index, column)| names.iter().skip(index + 1).find(|other| *other == column)) {
        return Err(format!("the column `{twice}` stands there twice"));
    }
    match names.iter().find(|name| !known.contains(&name.as_str())) {
        Some(unknown) => {
            let meant = closest(unknown, known.iter().copied());
            Err(format!("unknown column `{unknown}`{}", meant.map(|meant| format!(", did you mean `{meant}`?")).unwrap_or_default()))
        }
        None => Ok(()),
    }
}

/// One row as the entry it describes, and whether the row says when it expires (`never` is a word
/// for it); the id is empty when the row has none.
pub(crate) fn entry(names: &[String], row: &StringRecord) -> Result<(EntryDraft, bool), Invalid> {
    if row.len() != names.len() {
        return Err(Invalid::one("", format!("has {} cells, the header has {}", row.len(), names.len())));
    }
    let mut entry = Map::new();
    entry.insert("id".to_owned(), Value::from(""));
    entry.insert("fields".to_owned(), Value::Object(Map::new()));
    let mut says_expiry = false;
    for (name, cell) in names.iter().zip(row) {
        let cell = unguarded(cell.trim());
        if cell.is_empty() {
            continue;
        }
        if Field::ALL.iter().any(|field| field.as_str() == name) {
            if let Some(Value::Object(fields)) = entry.get_mut("fields") {
                fields.insert(name.clone(), cell.into());
            }
        } else if name == "expires_at" {
            says_expiry = true;
            if !cell.eq_ignore_ascii_case("never") {
                entry.insert(name.clone(), cell.into());
            }
        } else if name == "points" {
            let points: i32 = cell.parse().map_err(|_| Invalid::one("/points", format!("`{cell}` is not a whole number")))?;
            entry.insert(name.clone(), points.into());
        } else {
            entry.insert(name.clone(), cell.into());
        }
    }
    let read = EntryDraft::from_json(Value::Object(entry).to_string().as_bytes()).map_err(pointing_at_columns)?;
    Ok((read, says_expiry))
}

/// Pointers as the file has them: a column for a field.
pub(crate) fn pointing_at_columns(mut invalid: Invalid) -> Invalid {
    for Problem { pointer, .. } in &mut invalid.problems {
        if let Some(field) = pointer.strip_prefix("/fields/") {
            *pointer = format!("/{field}");
        }
    }
    invalid
}

/// An entry as a row under [`header`]; `never` stands where it does not expire.
pub(crate) fn row(entry: &EntryDraft, never: &str) -> Vec<String> {
    let Ok(Value::Object(written)) = serde_json::to_value(entry) else { return Vec::new() };
    let fields = written.get("fields").and_then(Value::as_object);
    let cell = |name: &str| match fields.and_then(|fields| fields.get(name)).or_else(|| written.get(name)) {
        Some(Value::String(text)) => guarded(text),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Null) if name == "expires_at" => never.to_owned(),
        _ => String::new(),
    };
    header().into_iter().map(cell).collect()
}

/// Characters that make a spreadsheet read a cell as a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text that a spreadsheet shows as it is: one that it would run begins with an apostrophe, and
/// so does one that begins with an apostrophe itself, so that reading takes exactly one off again.
pub fn guarded(text: &str) -> String {
    if text.starts_with(FORMULA) || text.starts_with('\'') { format!("'{text}") } else { text.to_owned() }
}

fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(FORMULA) || text.starts_with('\'') => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guards_every_text_and_gives_it_back() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+48600100200", "'+48600100200"),
            ("@x", "'@x"),
            ("'t Hooft", "''t Hooft"),
            ("''=", "'''="),
            ("Jan", "Jan"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), written);
            assert_eq!(unguarded(&guarded(text)), text);
        }
        assert_eq!(unguarded("'t Hooft"), "'t Hooft");
    }
}
