//! Countries as ISO 3166-1 alpha-2 codes.

use std::borrow::Cow;

use super::fold::folded;

/// The key of a country: two letters give the upper-cased ISO 3166-1 alpha-2 code, with `UK` read
/// as `GB` and the European Union's `EL` as `GR`. Names are not resolved: any other text is folded
/// (`"Polska"` gives `"polska"`), so the same name still matches itself. `None` when blank.
pub fn country(text: &str) -> Option<String> {
    code(text).map(Cow::into_owned)
}

/// [`country`], without a copy of a text that is its own key already.
pub(super) fn code(text: &str) -> Option<Cow<'_, str>> {
    match text.as_bytes() {
        b"UK" => return Some(Cow::Borrowed("GB")),
        b"EL" => return Some(Cow::Borrowed("GR")),
        [b'A'..=b'Z', b'A'..=b'Z'] => return Some(Cow::Borrowed(text)),
        _ => {}
    }
    let folded = folded(text);
    match folded.as_str() {
        "" => None,
        "uk" => Some(Cow::Borrowed("GB")),
        "el" => Some(Cow::Borrowed("GR")),
        code if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()) => Some(Cow::Owned(code.to_ascii_uppercase())),
        _ => Some(Cow::Owned(folded)),
    }
}

#[cfg(test)]
mod tests {
    use super::country;

    #[test]
    fn gives_codes_in_upper_case() {
        for (input, want) in [
            ("pl", Some("PL")),
            (" PL\u{200b} ", Some("PL")),
            ("UK", Some("GB")),
            ("el", Some("GR")),
            ("Polska", Some("polska")),
            ("  ", None),
        ] {
            assert_eq!(country(input).as_deref(), want, "{input:?}");
        }
    }
}
