//! Which field of a body a byte belongs to.

use crate::scanner::Scanner;
use crate::text::decode;

/// The field that the byte at `at` belongs to, as a list of steps from the outside in. `body` is JSON
/// up to there. Only the outermost eight steps are told.
pub(crate) fn steps_to(body: &[u8], at: usize) -> Vec<String> {
    struct Frame<'a> {
        object: bool,
        key: Option<&'a [u8]>,
        names: bool,
        index: usize,
    }
    let mut scanner = Scanner::new(body);
    let mut frames: Vec<Frame<'_>> = Vec::new();
    let mut depth = 0usize;
    while scanner.at < at {
        let Some(byte) = scanner.peek() else { break };
        let current = if depth == frames.len() { frames.last_mut() } else { None };
        match byte {
            b'"' => {
                let Ok(raw) = scanner.string() else { break };
                if let Some(frame) = current.filter(|frame| frame.names) {
                    frame.key = Some(raw);
                }
                continue;
            }
            b'{' | b'[' => {
                if depth == frames.len() && depth < 8 {
                    frames.push(Frame { object: byte == b'{', key: None, names: byte == b'{', index: 0 });
                }
                depth += 1;
            }
            b'}' | b']' => {
                if depth == frames.len() {
                    frames.pop();
                }
                depth = depth.saturating_sub(1);
            }
            b':' => {
                if let Some(frame) = current {
                    frame.names = false;
                }
            }
            b',' => {
                if let Some(frame) = current {
                    frame.names = frame.object;
                    frame.key = None;
                    frame.index += 1;
                }
            }
            _ => {}
        }
        scanner.at += 1;
    }
    frames
        .iter()
        .map_while(|frame| match (frame.object, frame.key) {
            (true, key) => key.map(|raw| decode(raw).0.chars().take(64).collect()),
            (false, _) => Some(frame.index.to_string()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::document;

    #[test]
    fn says_where_a_text_stops_being_json() {
        for (text, at, what, steps) in [
            ("", 0, "a value", ""),
            ("hello", 0, "a value", ""),
            ("{", 1, "a name in quotes", ""),
            (r#"{"a"}"#, 4, "a colon", "a"),
            (r#"{"a":}"#, 5, "a value", "a"),
            (r#"{"a":1,}"#, 7, "a name in quotes", ""),
            (r#"{"a":1 "b":2}"#, 7, "a comma or a closing brace", "a"),
            (r#"{"a":[1,2"#, 9, "a comma or a closing bracket", "a/1"),
            (r#"{"a":[1,{"b":NaN}]}"#, 13, "a value", "a/1/b"),
            (r#"{"a":01}"#, 6, "a comma or a closing brace", "a"),
            (r#"{"a":1.}"#, 7, "a digit", "a"),
            (r#"{"a":"x\"}"#, 10, "a closing quote", "a"),
            (r#"{"a":"x\"#, 8, "a closing quote", "a"),
            ("{}{}", 2, "the end", ""),
            ("{]", 1, "a name in quotes", ""),
            ("[}", 1, "a value", "0"),
            ("{\"a\":\0}", 5, "a value", "a"),
        ] {
            let fault = document(text.as_bytes()).unwrap_err();
            assert_eq!((fault.at, fault.what, steps_to(text.as_bytes(), fault.at).join("/").as_str()), (at, what, steps), "{text}");
        }
    }

    #[test]
    fn only_the_outermost_steps_are_told() {
        let fault = document("[".repeat(100_000).as_bytes()).unwrap_err();
        assert_eq!(steps_to("[".repeat(100_000).as_bytes(), fault.at).len(), 8);
    }
}
