//! Unicode normal forms: by own tables, or, where the host has them anyway, by the host's.
//!
//! The tables are a third of the engine's size in a browser, and every browser has
//! `String.prototype.normalize`: the storefront's public build turns on `browser` and names the
//! host's functions once, before it reads anything.

#[cfg(not(feature = "browser"))]
pub(super) use own::{is_alphanumeric, is_mark, lower, nfc, nfkc, nfkd};

#[cfg(feature = "browser")]
pub use host::{Host, set_host};
#[cfg(feature = "browser")]
pub(super) use host::{is_alphanumeric, is_mark, lower, nfc, nfkc, nfkd};

#[cfg(not(feature = "browser"))]
mod own {
    use unicode_normalization::UnicodeNormalization as _;

    pub(in crate::key) fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    pub(in crate::key) fn nfkc(text: &str) -> String {
        text.nfkc().collect()
    }

    pub(in crate::key) fn nfkd(text: &str) -> String {
        text.nfkd().collect()
    }

    /// General category M.
    pub(in crate::key) fn is_mark(character: char) -> bool {
        unicode_normalization::char::is_combining_mark(character)
    }

    /// A letter, or a number of any kind.
    pub(in crate::key) fn is_alphanumeric(character: char) -> bool {
        character.is_alphanumeric()
    }

    /// The lower-case form of one character by itself.
    pub(in crate::key) fn lower(character: char) -> impl Iterator<Item = char> {
        character.to_lowercase()
    }
}

#[cfg(feature = "browser")]
mod host {
    use std::sync::OnceLock;

    /// What the host does.
    #[derive(Debug, Clone, Copy)]
    pub struct Host {
        /// The text in a form: `NFC`, `NFKC` or `NFKD`.
        pub normalised: fn(text: &str, form: &str) -> String,
        /// The text in lower case.
        pub lower: fn(text: &str) -> String,
        /// Whether a character is of general category M.
        pub is_mark: fn(character: char) -> bool,
        /// Whether a character is a letter, or a number of any kind.
        pub is_alphanumeric: fn(character: char) -> bool,
    }

    static HOST: OnceLock<Host> = OnceLock::new();

    /// Names the host's functions; only the first call counts. Before it, text is left as it is.
    pub fn set_host(host: Host) {
        let _ = HOST.set(host);
    }

    fn normalised(text: &str, form: &str) -> String {
        HOST.get().map_or_else(|| text.to_owned(), |host| (host.normalised)(text, form))
    }

    pub(in crate::key) fn nfc(text: &str) -> String {
        normalised(text, "NFC")
    }

    pub(in crate::key) fn nfkc(text: &str) -> String {
        normalised(text, "NFKC")
    }

    pub(in crate::key) fn nfkd(text: &str) -> String {
        normalised(text, "NFKD")
    }

    pub(in crate::key) fn is_mark(character: char) -> bool {
        HOST.get().is_some_and(|host| (host.is_mark)(character))
    }

    pub(in crate::key) fn is_alphanumeric(character: char) -> bool {
        character.is_ascii_alphanumeric() || (!character.is_ascii() && HOST.get().is_some_and(|host| (host.is_alphanumeric)(character)))
    }

    pub(in crate::key) fn lower(character: char) -> std::vec::IntoIter<char> {
        let lower = HOST.get().map_or_else(|| character.to_string(), |host| (host.lower)(&character.to_string()));
        lower.chars().collect::<Vec<_>>().into_iter()
    }
}
