//! Where in a JSON text a reader stopped, as a pointer.

use crate::parse::escaped;

/// One open object or array before the place.
enum Open {
    /// The key whose value is read, once it is complete.
    Object(Option<String>),
    /// The index that is read.
    Array(usize),
}

/// The pointer to what stands at byte `end` of a JSON text, which may be broken behind it: the last
/// complete key, or the element, that the text before `end` came to.
pub(crate) fn pointer_at(text: &str, end: usize) -> String {
    let mut open: Vec<Open> = Vec::new();
    let mut bytes = text.bytes().take(end);
    let mut string: Vec<u8> = Vec::new();
    let mut after_colon = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' => open.push(Open::Object(None)),
            b'[' => open.push(Open::Array(0)),
            b'}' | b']' => {
                open.pop();
            }
            b':' => after_colon = true,
            b',' => match open.last_mut() {
                Some(Open::Object(key)) => *key = None,
                Some(Open::Array(index)) => *index += 1,
                None => {}
            },
            b'"' => {
                string.clear();
                string.push(b'"');
                let mut complete = false;
                while let Some(byte) = bytes.next() {
                    string.push(byte);
                    match byte {
                        b'"' => {
                            complete = true;
                            break;
                        }
                        b'\\' => string.extend(bytes.next()),
                        _ => {}
                    }
                }
                if let (Some(Open::Object(key @ None)), true, false) = (open.last_mut(), complete, after_colon) {
                    *key = std::str::from_utf8(&string).ok().and_then(|string| serde_json::from_str(string).ok());
                }
            }
            _ => {}
        }
        after_colon &= matches!(byte, b':' | b' ' | b'\t' | b'\n' | b'\r');
    }
    let mut pointer = String::new();
    for step in &open {
        match step {
            Open::Object(Some(key)) => pointer.push_str(&format!("/{}", escaped(key))),
            Open::Object(None) => {}
            Open::Array(index) => pointer.push_str(&format!("/{index}")),
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::pointer_at;

    #[test]
    fn points_at_the_last_key_or_element() {
        let text = r#"{"a": {"b,}": ["x", {"c\"d": "}{", "e/f~": 1}], "g": "h"}, "i"#;
        for (stop, want) in [
            ("", ""),
            (r#"{"a""#, "/a"),
            (r#"{"a": {"#, "/a"),
            (r#"{"a": {"b,}": ["x""#, "/a/b,}/0"),
            (r#"{"a": {"b,}": ["x", {"c\"d""#, "/a/b,}/1/c\"d"),
            (r#"{"a": {"b,}": ["x", {"c\"d": "}{""#, "/a/b,}/1/c\"d"),
            (r#"{"a": {"b,}": ["x", {"c\"d": "}{", "e/f~": 1"#, "/a/b,}/1/e~1f~0"),
            (r#"{"a": {"b,}": ["x", {"c\"d": "}{", "e/f~": 1}"#, "/a/b,}/1"),
            (r#"{"a": {"b,}": ["x", {"c\"d": "}{", "e/f~": 1}]"#, "/a/b,}"),
            (r#"{"a": {"b,}": ["x", {"c\"d": "}{", "e/f~": 1}], "g": "h"}"#, "/a"),
            (text, ""),
        ] {
            assert_eq!(pointer_at(text, stop.len()), want, "{stop}");
        }
    }
}
