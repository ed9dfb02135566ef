//! Text that came from outside, made harmless.

use std::fmt::Write as _;

/// A subject in one line of at most 150 characters, whatever the buyer typed.
pub fn one_line(text: &str) -> String {
    plain(text).chars().take(150).collect()
}

/// Text without control characters, line breaks and direction marks.
pub(super) fn plain(text: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    text.chars().map(|c| if c.is_control() || c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c }).filter(|c| !hidden(*c)).collect()
}

/// What a person reads of one value. Buyers may type megabytes, and a row of the outbox holds 2 MB.
const LONGEST_VALUE: usize = 300;

/// A value cut to what a person reads.
pub(crate) fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Text that stays text in HTML, without control and direction characters.
pub fn inert_html(text: &str) -> String {
    plain(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// Every byte but unreserved ones as %XX, for an id in a link.
pub(super) fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
