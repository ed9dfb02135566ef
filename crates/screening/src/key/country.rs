//! Countries as ISO 3166-1 alpha-2 codes.

use super::fold::folded;

/// The key of a country: two letters give the upper-cased ISO 3166-1 alpha-2 code, with `UK` read
/// as `GB` and the European Union's `EL` as `GR`. Names are not resolved: any other text is folded
/// (`"Polska"` gives `"polska"`), so the same name still matches itself. `None` when blank.
pub fn country(text: &str) -> Option<String> {
    let folded = folded(text);
    match folded.as_str() {
        "" => None,
        "uk" => Some("GB".to_owned()),
        "el" => Some("GR".to_owned()),
        code if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()) => Some(code.to_ascii_uppercase()),
        _ => Some(folded),
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
