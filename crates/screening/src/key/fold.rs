//! Folding of text: case, diacritics, white space and look-alike letters, the same everywhere.

use std::sync::LazyLock;

use super::script;
use super::unicode::{self, nfc, nfkd};

/// Rule text's folding: NFKC, own case folding, diacritics dropped, outer and repeated white space
/// collapsed, invisible characters removed. Punctuation stays; no look-alikes are mapped.
/// `"  İSTANBUL\u{200b}  Straße "` gives `"istanbul strasse"`.
pub fn folded(text: &str) -> String {
    let short = if IN_A_HURRY { latin_folded(text, Some) } else { None };
    short.unwrap_or_else(|| any_folded(text))
}

/// A page reads one order: the long way does, without the code of the short one.
const IN_A_HURRY: bool = cfg!(not(feature = "browser"));

/// [`folded`] of a text in any script.
fn any_folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in nfkd(text).chars() {
        fold(character, &mut out);
    }
    collapsed(nfc(&out).chars())
}

/// The folding of names, streets and cities: [`folded`], Cyrillic and Greek letters written in
/// Latin (see `script.rs`), apostrophes dropped, every other punctuation mark a space.
/// `"O’Brien-Müller"` gives `"obrien muller"`; `None` when no letter or digit is left.
pub fn plain(text: &str) -> Option<String> {
    let out = spaced(text, |_| false);
    (!out.is_empty()).then_some(out)
}

/// [`plain`] that leaves the punctuation marks chosen by `keep` in place.
pub(super) fn spaced(text: &str, keep: impl Fn(char) -> bool) -> String {
    let mark = |byte: u8| match byte {
        b'\'' | b'`' => None,
        _ if keep(char::from(byte)) => Some(byte),
        _ => Some(b' '),
    };
    let short = if IN_A_HURRY { latin_folded(text, mark) } else { None };
    short.unwrap_or_else(|| any_spaced(text, keep))
}

/// [`spaced`] of a text in any script.
fn any_spaced(text: &str, keep: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let typed: String = text.chars().filter(|character| !is_apostrophe(*character)).collect();
    for character in nfkd(&typed).chars() {
        match digit(character) {
            Some(digit) => out.push(digit),
            None => fold(character, &mut out),
        }
    }
    // In a page, only cities and streets of one order are compared so, and they are written in one script.
    let latin = if cfg!(feature = "browser") { out } else { script::latin(&out) };
    collapsed(nfc(&latin).chars().filter(|character| !is_apostrophe(*character)).map(|character| {
        let kept = unicode::is_alphanumeric(character) || unicode::is_mark(character) || keep(character);
        if kept { character } else { blank(character) }
    }))
}

/// Folds a text of plain and accented Latin letters, which nearly every text is, in one pass; `None`
/// for any other, and for the rare control characters. `mark` says what becomes of a punctuation
/// mark. Gives what the long way gives: the table is made by it.
fn latin_folded(text: &str, mark: impl Fn(u8) -> Option<u8>) -> Option<String> {
    let mut out = String::with_capacity(text.len() + 2);
    let mut space = false;
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let accented = (0xc3..=0xc9).contains(&byte);
        let letter = match byte {
            b'a'..=b'z' | b'0'..=b'9' => byte,
            b'A'..=b'Z' => byte.to_ascii_lowercase(),
            b'\t'..=b'\r' | b' ' => b' ',
            b'!'..=b'~' => match mark(byte) {
                Some(mark) => mark,
                None => continue,
            },
            _ if accented => byte,
            _ => return None,
        };
        if letter == b' ' {
            space = true;
            continue;
        }
        if space && !out.is_empty() {
            out.push(' ');
        }
        space = false;
        if accented {
            // U+00C0 to U+024F are two bytes: five and six bits.
            let code = usize::from(byte & 0x1f) << 6 | usize::from(bytes.next()? & 0x3f);
            out.push_str(LATIN.get(code.checked_sub(0xc0)?)?.as_deref()?);
        } else {
            out.push(char::from(letter));
        }
    }
    Some(out)
}

/// What U+00C0 to U+024F fold to, where that is letters of ASCII only.
static LATIN: LazyLock<Vec<Option<String>>> = LazyLock::new(|| {
    let folded = |character: char| {
        let mut out = String::new();
        nfkd(character.encode_utf8(&mut [0; 4])).chars().for_each(|part| fold(part, &mut out));
        (!out.is_empty() && out.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(out)
    };
    ('\u{c0}'..='\u{24f}').map(folded).collect()
});

/// A punctuation mark becomes a space; a control character stays, for `collapsed` to drop.
fn blank(character: char) -> char {
    if is_invisible(character) { character } else { ' ' }
}

/// Appends one fully decomposed character in lower case, without its diacritics.
fn fold(character: char, out: &mut String) {
    match character {
        'a'..='z' | '0'..='9' | ' ' => out.push(character),
        'A'..='Z' => out.push(character.to_ascii_lowercase()),
        _ if is_diacritic(character) || is_invisible(character) => {}
        _ => {
            for lower in unicode::lower(character) {
                match special(lower) {
                    Some(letters) => out.push_str(letters),
                    // Lower-casing can bring a mark back ("İ" in a text that came decomposed).
                    None if is_diacritic(lower) => {}
                    None => out.push(lower),
                }
            }
        }
    }
}

/// Latin letters whose difference from a plain one is no combining mark, in lower case: behind what they become. A list, as jump
/// tables for so many letters that are so rare would be ten times as long.
const SPECIAL: &str = "iıɨɩɪᵻ lłƚɫɬɭⱡʟ ssß oøɵⱺᴏ dđðɖɗƌᴅ thþ aeæᴁ oeœɶ hħɦⱨʜ nŋɲƞɳɴ tŧƭʈⱦᴛ kĸƙⱪᴋ bƀɓƃʙ cƈȼɕᴄ eəǝɇɛᴇ fƒ gɡǥɠɢ jȷɉʝᴊ aɑⱥᴀ mɱᴍ pƥᵽᴘ qɋʠ rɍɽʀ sȿʂꜱ uʉʊᴜ vʋᴠ wⱳᴡ yƴɏʏ zƶȥɀʐʑⱬᴢ";

fn special(lower: char) -> Option<&'static str> {
    match lower {
        'ß'..='ʡ' | 'ᴀ'..='ᶿ' | 'ⱡ'..='Ɀ' | 'ꜱ' => {}
        'ς' => return Some("σ"),
        _ => return None,
    }
    let group = SPECIAL.split(' ').find(|group| group.contains(lower))?;
    Some(group.trim_end_matches(|letter: char| !letter.is_ascii()))
}

/// Combining marks that only decorate a letter: Latin, Cyrillic, Hebrew points, Arabic vowel signs.
/// Indic vowel signs and kana voicing marks make another letter and stay.
pub(super) fn is_diacritic(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}'
        | '\u{5c4}'..='\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Characters that draw nothing: controls, zero-width and bidi marks, fillers, variation selectors.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{e}'..='\u{1b}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// White space, and the control characters and fillers that stand for it.
fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{1c}'..='\u{1f}' | '\u{2800}')
}

/// Everything people and keyboards use for an apostrophe.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '`' | '´' | '’' | '‘' | '‛' | '′' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' | 'ꞌ' | '＇')
}

/// The ASCII digit of a decimal digit in any script in use (General_Category Nd); full-width and
/// mathematical digits are NFKC's business.
pub(super) fn digit(character: char) -> Option<char> {
    const ZEROS: [u32; 21] = [
        0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0,
        0x1810, 0xa9d0, 0xff10,
    ];
    let code = u32::from(character);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    char::from_digit(code - zero, 10)
}

/// Without invisible characters, and with one space between words.
fn collapsed(characters: impl Iterator<Item = char>) -> String {
    let mut out = String::with_capacity(characters.size_hint().0);
    let mut space = false;
    for character in characters {
        if is_space(character) {
            space = !out.is_empty();
        } else if !is_invisible(character) {
            if space {
                out.push(' ');
                space = false;
            }
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_marks_and_spaces_but_no_punctuation() {
        for (input, want) in [
            ("", ""),
            (" \t\r\n ", ""),
            ("  Jan   Kowalski ", "jan kowalski"),
            ("İSTANBUL Iğdır ı", "istanbul igdir i"),
            ("ŁÓDŹ Wrocław", "lodz wroclaw"),
            ("Straße STRASSE ẞ", "strasse strasse ss"),
            ("Ærø Œuvre Þór đ", "aero oeuvre thor d"),
            ("Ｆｕｌｌ１２", "full12"),
            ("a\u{200b}b\u{202e}c\0", "abc"),
            ("o'Neil-Smith, Jr.", "o'neil-smith, jr."),
            ("ΟΔΟΣ οδός", "οδοσ οδοσ"),
            ("Иванов", "иванов"),
            ("ﬁne ½", "fine 1⁄2"),
        ] {
            assert_eq!(folded(input), want, "{input:?}");
        }
    }

    #[test]
    fn plain_drops_punctuation_and_look_alikes() {
        for (input, want) in [
            ("O’Brien-Müller", Some("obrien muller")),
            ("O´Brien", Some("obrien")),
            ("Kоwаlski", Some("kowalski")),
            ("Иванов", Some("ivanov")),
            ("Kowalski, Jan (sr.)", Some("kowalski jan sr")),
            ("٣", Some("3")),
            ("--- ,", None),
            ("\u{301}", None),
        ] {
            assert_eq!(plain(input).as_deref(), want, "{input:?}");
        }
    }

    #[test]
    fn the_short_way_gives_what_the_long_way_gives() {
        let keep = |character: char| matches!(character, ',' | '-' | '/');
        for character in '\0'..'\u{2a0}' {
            for text in
                [format!("{character}"), format!(" A{character}b {character} {character}Z-{character}"), format!("x\t{character}'\n y")]
            {
                assert_eq!(folded(&text), any_folded(&text), "U+{:04X}", u32::from(character));
                assert_eq!(spaced(&text, keep), any_spaced(&text, keep), "U+{:04X}", u32::from(character));
            }
        }
    }

    #[test]
    fn every_character_folds_to_something_that_stays() {
        // Ideographs, Hangul and private use fold to themselves and would only cost time.
        for character in ('\0'..'\u{3400}').chain('\u{a000}'..'\u{ac00}').chain('\u{f900}'..'\u{20000}').chain('\u{e0000}'..'\u{e1000}') {
            let text = format!("a{character}b {character}");
            let once = folded(&text);
            assert_eq!(folded(&once), once, "U+{:04X}", u32::from(character));
            let once = plain(&text);
            assert_eq!(once.as_deref().and_then(plain), once, "U+{:04X}", u32::from(character));
        }
    }
}
