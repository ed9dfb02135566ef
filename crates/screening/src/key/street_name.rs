//! The key of a street's name.

use super::lexicon::{Kind, find};
use super::street_token::Token;

/// The words of a street in one spelling. The ordinary street of a language goes, because people
/// leave it out (`ul. Długa` and `Długa` are one), every other type stays in one form
/// (`Cad.` and `Caddesi`), articles go, titles and saints are shortened, and a German compound is
/// one word however it is cut (`Haupt-Str.` and `Hauptstraße`).
pub(super) fn canonical(tokens: &[Token]) -> Option<String> {
    let mut words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    // A Turkish quarter before the street says the same place twice.
    let quarter = tokens.iter().rposition(|token| token.is(Kind::Quarter)).filter(|at| at + 1 < words.len());
    if let Some(at) = quarter {
        words.drain(..=at);
    }
    let mut start = 0;
    while start + 1 < words.len() {
        match words.get(start).and_then(|word| find(Kind::Prefix, word)) {
            Some("-") => start += 1,
            Some(canonical) => {
                if let Some(word) = words.get_mut(start) {
                    *word = canonical;
                }
                break;
            }
            None => break,
        }
    }
    words.drain(..start);
    for back in [1, 2] {
        // "Main St" and, with a direction behind it, "Main St W".
        let Some(at) = words.len().checked_sub(back).filter(|at| *at > 0) else { break };
        if let Some(canonical) = words.get(at).and_then(|word| find(Kind::Suffix, word)) {
            if let Some(word) = words.get_mut(at) {
                *word = canonical;
            }
            break;
        }
        if !words.get(at).is_some_and(|word| matches!(find(Kind::Title, word), Some("n" | "e" | "s" | "w" | "ne" | "nw" | "se" | "sw"))) {
            break;
        }
    }
    for word in &mut words {
        if let Some(short) = find(Kind::Title, word) {
            *word = short;
        }
    }
    if words.iter().any(|word| find(Kind::Article, word).is_none()) {
        words.retain(|word| find(Kind::Article, word).is_none());
    }
    let first_is_number = words.first().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    // A name that begins with a number keeps a type, so that its key never reads as a house number.
    if first_is_number
        && !words.get(1).is_some_and(|word| find(Kind::Counted, word).is_some() || (words.len() == 2 && find(Kind::Suffix, word).is_some()))
    {
        words.insert(0, "via");
    }
    let name = words.join(" ");
    (!name.is_empty()).then(|| german(&name).unwrap_or(name))
}

/// A name whose last word is, or ends in, a German street type: written as one word, `str` spelled
/// out, with `ae`, `oe`, `ue` as the umlauts they stand for.
fn german(name: &str) -> Option<String> {
    const TYPES: [&str; 7] = ["strasse", "weg", "gasse", "platz", "allee", "damm", "ufer"];
    if name.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let stem = |ending: &str| name.strip_suffix(ending).filter(|stem| stem.len() >= 3);
    let whole = match stem("straat").or_else(|| stem("str").filter(|stem| !stem.ends_with(['i', ' ']))) {
        Some(stem) => format!("{stem}strasse"),
        None if TYPES.iter().any(|ending| stem(ending).is_some()) => name.to_owned(),
        None => return None,
    };
    let mut out = String::with_capacity(whole.len());
    let mut letters = whole.chars().filter(|character| *character != ' ').peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        out.push(letter);
        let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'q');
        if matches!(letter, 'a' | 'o' | 'u') && !vowel(before) && letters.peek() == Some(&'e') {
            letters.next();
            if letters.peek().is_some_and(|next| vowel(*next)) {
                out.push('e');
            }
        }
        before = letter;
    }
    Some(out)
}
