//! What stands between the quotes of a JSON string.

/// Why a string is not text that can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextFault {
    NotUtf8,
    Nul,
    Control,
    Surrogate,
    Escape,
}

impl TextFault {
    pub(crate) fn detail(self) -> &'static str {
        match self {
            Self::NotUtf8 => "must be UTF-8 text",
            Self::Nul => "must not contain a NUL character",
            Self::Control => "must not contain an unescaped control character",
            Self::Surrogate => "must not contain half of a surrogate pair",
            Self::Escape => "has a broken escape",
        }
    }
}

/// The text between two quotes, with U+FFFD for what cannot be read, and the first such fault.
pub(crate) fn decode(raw: &[u8]) -> (String, Option<TextFault>) {
    let mut first = None;
    let mut fault = |fault| {
        first.get_or_insert(fault);
    };
    let text = String::from_utf8_lossy(raw);
    if std::str::from_utf8(raw).is_err() {
        fault(TextFault::NotUtf8);
    }
    if raw.contains(&0) {
        fault(TextFault::Nul);
    } else if raw.iter().any(|byte| *byte < b' ') {
        fault(TextFault::Control);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest: &str = &text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let mut characters = after.chars();
        let escape = characters.next();
        rest = characters.as_str();
        let character = match escape {
            Some(same @ ('"' | '\\' | '/')) => Some(same),
            Some('b') => Some('\u{8}'),
            Some('f') => Some('\u{c}'),
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some('u') => match code_point(rest) {
                Some((Some(character), after)) => {
                    rest = after;
                    Some(character)
                }
                Some((None, after)) => {
                    rest = after;
                    fault(TextFault::Surrogate);
                    None
                }
                None => {
                    fault(TextFault::Escape);
                    None
                }
            },
            _ => {
                fault(TextFault::Escape);
                None
            }
        };
        out.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    out.push_str(rest);
    if out.contains('\0') {
        fault(TextFault::Nul);
        out = out.replace('\0', "\u{fffd}");
    }
    (out, first)
}

/// The character behind `\u`, or `None` for half of a surrogate pair, and what follows it.
fn code_point(text: &str) -> Option<(Option<char>, &str)> {
    let (unit, rest) = hex4(text)?;
    if !(0xD800..0xDC00).contains(&unit) {
        return Some((char::from_u32(unit), rest));
    }
    match rest.strip_prefix("\\u").and_then(hex4) {
        Some((low, after)) if (0xDC00..0xE000).contains(&low) => {
            Some((char::from_u32(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)), after))
        }
        _ => Some((None, rest)),
    }
}

fn hex4(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    // `from_str_radix` would take a sign.
    let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hexadecimal.then(|| u32::from_str_radix(digits, 16).ok()).flatten().map(|unit| (unit, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_strings_and_names_what_is_wrong() {
        for (raw, text) in [
            (r#"a\"b\\c\/d\b\f\n\r\t"#, "a\"b\\c/d\u{8}\u{c}\n\r\t"),
            (r"\u0141\u00f3d\u017A", "Łódź"),
            (r"\ud83d\ude00!", "😀!"),
            ("Łódź 😀", "Łódź 😀"),
        ] {
            assert_eq!(decode(raw.as_bytes()), (text.to_owned(), None));
        }
        for (raw, fault, lossy) in [
            (&br"a\u0000b"[..], TextFault::Nul, "a\u{fffd}b"),
            (b"a\0b", TextFault::Nul, "a\u{fffd}b"),
            (b"a\nb", TextFault::Control, "a\nb"),
            (br"a\ud800b", TextFault::Surrogate, "a\u{fffd}b"),
            (br"a\udc00b", TextFault::Surrogate, "a\u{fffd}b"),
            (br"\ud83d\u0041", TextFault::Surrogate, "\u{fffd}A"),
            (br"\ud83d\ud83d\ude00", TextFault::Surrogate, "\u{fffd}😀"),
            (br"a\x41", TextFault::Escape, "a\u{fffd}41"),
            (br"a\u00", TextFault::Escape, "a\u{fffd}00"),
            (br"a\u+041", TextFault::Escape, "a\u{fffd}+041"),
            (b"a\xffb", TextFault::NotUtf8, "a\u{fffd}b"),
        ] {
            assert_eq!(decode(raw), (lossy.to_owned(), Some(fault)), "{raw:?}");
        }
    }
}
