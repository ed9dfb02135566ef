//! Names of people and cities.

use std::borrow::Cow;

use super::fold::plain;
use super::lexicon::spelled;
use super::unicode;

/// The key of one given or family name: [`plain`], with digits read as the letters they stand in
/// for when a word mixes both (`"K0wal5ki"`). `"Müller-Łoś"` gives `"muller los"`.
pub fn name(text: &str) -> Option<String> {
    let plain = plain(text)?;
    if !plain.bytes().any(|byte| byte.is_ascii_digit()) {
        return Some(plain);
    }
    Some(joined(plain.split(' ').map(|word| {
        let mixed = word.chars().filter(|character| unicode::is_alphabetic(*character)).nth(1).is_some();
        if mixed { spelled(word).map_or(Cow::Borrowed(word), Cow::Owned) } else { Cow::Borrowed(word) }
    })))
}

/// The order-free key of given and family name: the words of both, sorted. `("Kowalski", "Jan")`
/// and `("Jan", "Kowalski")` are one key; `None` unless both are there.
pub fn full_name(first: Option<&str>, last: Option<&str>) -> Option<String> {
    Some(both_names(&name(first?)?, &name(last?)?))
}

/// [`full_name`] of two keys of names.
pub(crate) fn both_names(first: &str, last: &str) -> String {
    let one_word = |name: &str| !name.as_bytes().contains(&b' ');
    if one_word(first) && one_word(last) {
        let (before, behind) = if first <= last { (first, last) } else { (last, first) };
        return [before, " ", behind].concat();
    }
    let mut words: Vec<&str> = first.split(' ').chain(last.split(' ')).collect();
    words.sort_unstable();
    words.join(" ")
}

/// The key of a city: [`name`], with a saint before the name always written `st` and `ste`.
/// `"Saint-Étienne"` and `"St. Etienne"` are one city.
pub fn city(text: &str) -> Option<String> {
    let name = name(text)?;
    if !name.starts_with('s') && !name.contains(" s") {
        return Some(name);
    }
    let mut words = name.split(' ').peekable();
    let mut out = Vec::new();
    while let Some(word) = words.next() {
        out.push(match word {
            "saint" | "sankt" | "sint" if words.peek().is_some() => "st",
            "sainte" if words.peek().is_some() => "ste",
            _ => word,
        });
    }
    Some(out.join(" "))
}

fn joined<Word: AsRef<str>>(words: impl Iterator<Item = Word>) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word.as_ref());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_however_written() {
        for (first, last) in
            [("Jan", "Kowalski"), ("Kowalski,", "Jan"), ("JAN", "K0WAL5KI"), ("Jаn", "Kowal\u{200b}ski"), ("  jan ", "Ko\u{301}walski")]
        {
            assert_eq!(full_name(Some(first), Some(last)).as_deref(), Some("jan kowalski"), "{first} {last}");
        }
        assert_eq!(full_name(Some("Jan"), Some(" - ")), None);
        assert_eq!(full_name(None, Some("Kowalski")), None);
        assert_eq!(name("Jan Paweł II").as_deref(), Some("jan pawel ii"));
    }

    #[test]
    fn one_city_however_written() {
        for (input, want) in [
            ("WROCŁAW", Some("wroclaw")),
            ("Hohenstein-Ernstthal", Some("hohenstein ernstthal")),
            ("Saint-Étienne", Some("st etienne")),
            ("St. Etienne", Some("st etienne")),
            ("Paris 15", Some("paris 15")),
            ("Los Angeles", Some("los angeles")),
            (".", None),
        ] {
            assert_eq!(city(input).as_deref(), want, "{input:?}");
        }
    }
}
