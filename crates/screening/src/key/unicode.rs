//! Unicode normal forms: by own tables, or, where the host has them anyway, by the host's.
//!
//! The tables are a third of the engine's size in a browser and 55 kB of the Worker, and both have
//! `String.prototype.normalize`: they turn on `host` and name the host's functions once, before they
//! read anything. A page (`browser`) takes letters and lower case from the host as well.
//!
//! Every build gives the same keys, however new its tables are: what came after Unicode 17 has no
//! form but itself.

#[cfg(all(feature = "host", target_arch = "wasm32"))]
use host as by;
#[cfg(feature = "host")]
pub use host::{Host, set_host};
// Natively there is no host, whatever features a build of the whole workspace brings together.
#[cfg(not(all(feature = "host", target_arch = "wasm32")))]
use own as by;

pub(super) use letters::{is_alphabetic, is_alphanumeric, lower};

pub(super) fn nfc(text: &str) -> String {
    settled(text, by::nfc)
}

pub(super) fn nfkc(text: &str) -> String {
    settled(text, by::nfkc)
}

pub(super) fn nfkd(text: &str) -> String {
    settled(text, by::nfkd)
}

/// General category M.
pub(super) fn is_mark(character: char) -> bool {
    character >= '\u{300}' && !is_newer(character) && by::is_mark(character)
}

/// The text in a form, newer characters as they are: to Unicode 17 each of them stands by itself.
fn settled(text: &str, form: fn(&str) -> String) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut out = String::new();
    for piece in text.split_inclusive(is_newer) {
        match piece.chars().next_back().filter(|last| is_newer(*last)) {
            Some(newer) => {
                out.push_str(&form(piece.trim_end_matches(newer)));
                out.push(newer);
            }
            None if out.is_empty() => return form(piece),
            None => out.push_str(&form(piece)),
        }
    }
    out
}

/// Characters of Unicode 18 that decompose or are marks; a host may know them or not.
fn is_newer(character: char) -> bool {
    matches!(character, '\u{558}' | '\u{58b}'..='\u{58c}' | '\u{5c8}'..='\u{5c9}' | '\u{b53}'..='\u{b54}' | '\u{1ade}'..='\u{1adf}'
        | '\u{1aec}'..='\u{1af0}' | '\u{209d}'..='\u{209f}' | '\u{107bb}'..='\u{107bf}' | '\u{10ecb}'..='\u{10ecf}'
        | '\u{10ef0}'..='\u{10ef9}' | '\u{11df0}' | '\u{1b123}'..='\u{1b126}' | '\u{1d127}'..='\u{1d128}' | '\u{1d250}'..='\u{1d252}'
        | '\u{1d25b}'..='\u{1d25c}' | '\u{1d25f}' | '\u{1d280}'..='\u{1d281}' | '\u{1d6a6}' | '\u{1df95}' | '\u{1dfcd}'..='\u{1dfff}')
}

#[cfg(not(all(feature = "host", target_arch = "wasm32")))]
mod own {
    use unicode_normalization::UnicodeNormalization as _;

    pub(super) fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    pub(super) fn nfkc(text: &str) -> String {
        text.nfkc().collect()
    }

    pub(super) fn nfkd(text: &str) -> String {
        text.nfkd().collect()
    }

    pub(super) fn is_mark(character: char) -> bool {
        unicode_normalization::char::is_combining_mark(character)
    }
}

#[cfg(not(feature = "browser"))]
mod letters {
    /// A letter, or a number of any kind.
    pub(in crate::key) fn is_alphanumeric(character: char) -> bool {
        character.is_alphanumeric()
    }

    /// A letter.
    pub(in crate::key) fn is_alphabetic(character: char) -> bool {
        character.is_alphabetic()
    }

    /// The lower-case form of one character by itself.
    pub(in crate::key) fn lower(character: char) -> impl Iterator<Item = char> {
        character.to_lowercase()
    }
}

#[cfg(feature = "browser")]
mod letters {
    use super::host::HOST;

    pub(in crate::key) fn is_alphanumeric(character: char) -> bool {
        character.is_ascii_alphanumeric() || (!character.is_ascii() && HOST.get().is_some_and(|host| (host.is_alphanumeric)(character)))
    }

    /// A letter, or one of the few numbers that do not fold to ASCII digits.
    pub(in crate::key) fn is_alphabetic(character: char) -> bool {
        is_alphanumeric(character) && !character.is_ascii_digit()
    }

    pub(in crate::key) fn lower(character: char) -> std::vec::IntoIter<char> {
        let text = character.to_string();
        let lower = HOST.get().map(|host| (host.normalised)(&text, "")).unwrap_or(text);
        lower.chars().collect::<Vec<_>>().into_iter()
    }
}

#[cfg(feature = "host")]
mod host {
    use std::sync::OnceLock;

    /// What the host does.
    #[derive(Debug, Clone, Copy)]
    pub struct Host {
        /// The text in a form: `NFC`, `NFKC` or `NFKD`; in lower case for the empty one, which only pages ask for.
        pub normalised: fn(text: &str, form: &str) -> String,
        /// Whether a character is of general category M.
        pub is_mark: fn(character: char) -> bool,
        /// Whether a character is a letter, or a number of any kind.
        #[cfg(feature = "browser")]
        pub is_alphanumeric: fn(character: char) -> bool,
    }

    pub(super) static HOST: OnceLock<Host> = OnceLock::new();

    /// Names the host's functions; only the first call counts. Before it, text is left as it is.
    pub fn set_host(host: Host) {
        let _ = HOST.set(host);
    }

    #[cfg(target_arch = "wasm32")]
    fn normalised(text: &str, form: &str) -> String {
        HOST.get().map_or_else(|| text.to_owned(), |host| (host.normalised)(text, form))
    }

    #[cfg(target_arch = "wasm32")]
    pub(super) fn nfc(text: &str) -> String {
        normalised(text, "NFC")
    }

    #[cfg(target_arch = "wasm32")]
    pub(super) fn nfkc(text: &str) -> String {
        normalised(text, "NFKC")
    }

    #[cfg(target_arch = "wasm32")]
    pub(super) fn nfkd(text: &str) -> String {
        normalised(text, "NFKD")
    }

    #[cfg(target_arch = "wasm32")]
    pub(super) fn is_mark(character: char) -> bool {
        HOST.get().is_some_and(|host| (host.is_mark)(character))
    }
}

#[cfg(all(test, not(feature = "browser")))]
mod tests {
    use super::*;
    use sha2::{Digest as _, Sha256};
    use std::fmt::Write as _;

    /// `tests/e2e/unicode.test.mjs` takes the same digest of what workerd and Node say.
    #[test]
    fn the_tables_say_what_the_hosts_say() {
        let mut digest = Sha256::new();
        for character in ('\0'..=char::MAX).filter(|character| !is_newer(*character)) {
            let mut line = String::new();
            let text = character.to_string();
            for form in [nfc(&text), nfkc(&text), nfkd(&text), lower(character).collect()] {
                form.chars().for_each(|part| write!(line, "{:x}.", u32::from(part)).unwrap());
                line.push(' ');
            }
            writeln!(line, "{} {}", u8::from(is_mark(character)), u8::from(is_alphanumeric(character))).unwrap();
            digest.update(line);
        }
        let digest: String = digest.finalize().iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        assert_eq!(digest, include_str!("../../data/unicode.sha256").trim());
    }

    #[test]
    fn what_is_newer_stands_by_itself() {
        // U+107BB decomposes since Unicode 18, U+1ADE is a mark since.
        assert_eq!(nfkd("é\u{107bb}ﬁ"), "e\u{301}\u{107bb}fi");
        assert_eq!(nfc("e\u{1ade}\u{301}"), "e\u{1ade}\u{301}");
        assert!(!is_mark('\u{1ade}') && is_mark('\u{301}'));
    }
}
