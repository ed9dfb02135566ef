//! The key of a street's name.

use super::lexicon::{Kind, Known};
use super::street_token::Token;

/// The words of a street in one spelling. The ordinary street of a language goes, because people
/// leave it out (`ul. Długa` and `Długa` are one), every other type stays in one form
/// (`Cad.` and `Caddesi`), articles go, titles and saints are shortened, and a German compound is
/// one word however it is cut (`Haupt-Str.` and `Hauptstraße`).
pub(super) fn canonical(tokens: &[Token]) -> Option<String> {
    // A Turkish quarter before the street says the same place twice.
    let quarter = tokens.iter().rposition(|token| token.is(Kind::Quarter)).filter(|at| at + 1 < tokens.len());
    let tokens = tokens.get(quarter.map_or(0, |at| at + 1)..).unwrap_or_default();
    // What stands between a Turkish street and its number is the name of a house.
    let turkish = tokens.iter().rposition(|token| matches!(token.known.find(Kind::Suffix), Some("cadde" | "sokak"))).filter(|at| *at > 0);
    let tokens = tokens.get(..turkish.map_or(tokens.len(), |at| at + 1)).unwrap_or_default();
    let ordinary = |token: &Token| token.known.find(Kind::Prefix) == Some("-");
    let start = tokens.iter().take(tokens.len().saturating_sub(1)).take_while(|token| ordinary(token)).count();
    let mut words: Vec<(&str, Known)> = tokens.iter().skip(start).map(|token| (token.text.as_str(), token.known)).collect();
    if words.len() > 1
        && let Some(first) = words.first_mut()
        && let Some(canonical) = first.1.find(Kind::Prefix)
    {
        *first = (canonical, Known::default());
    }
    // "Main St" and, with a direction behind it, "Main St W".
    let direction = |known: Known| matches!(known.find(Kind::Title), Some("n" | "e" | "s" | "w" | "ne" | "nw" | "se" | "sw"));
    let last =
        words.iter().rposition(|(_, known)| !direction(*known) || known.is(Kind::Suffix)).filter(|at| *at > 0 && at + 2 >= words.len());
    if let Some(word) = last.and_then(|at| words.get_mut(at))
        && let Some(canonical) = word.1.find(Kind::Suffix)
    {
        *word = (canonical, Known::of(canonical));
    }
    let article = |(_, known): &(&str, Known)| known.is(Kind::Article);
    if !words.iter().all(article) {
        words.retain(|word| !article(word));
    }
    let first_is_number = words.first().is_some_and(|(word, _)| word.bytes().all(|byte| byte.is_ascii_digit()));
    let counts = |(_, known): &(&str, Known)| known.is(Kind::Counted) || (words.len() == 2 && known.is(Kind::Suffix));
    // A name that begins with a number keeps a type, so that its key never reads as a house number.
    let typed = first_is_number && !words.get(1).is_some_and(counts);
    let mut name = if typed { "via".to_owned() } else { String::new() };
    for (word, known) in &words {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(known.find(Kind::Title).unwrap_or(word));
    }
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
