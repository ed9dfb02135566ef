//! A lenient JSON reader over bytes.
//!
//! It looks only where it is asked to, so that whatever a shop's plugins add may be as odd, as large
//! and as deep as it likes. Nothing recurses, nothing is built that is not mapped, numbers stay as
//! written, and strings are checked (UTF-8, surrogates, NUL) only when they are read: a body with one
//! bad field still tells the others.

use std::borrow::Cow;

use crate::text::{TextFault, decode};

/// Where a text stops being JSON, and what should have stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) what: &'static str,
}

/// One JSON value, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Value<'a> {
    text: &'a [u8],
}

/// What kind of value it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Flag,
    Number,
    Text,
    List,
    Object,
}

impl Kind {
    /// For messages: "must be text, not a number".
    pub(crate) fn named(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Flag => "true or false",
            Self::Number => "a number",
            Self::Text => "text",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

/// The one value that `body` is, or where it stops being JSON. A byte order mark is skipped.
pub(crate) fn document(body: &[u8]) -> Result<Value<'_>, Fault> {
    let mut scanner = Scanner::new(body);
    let value = scanner.value()?;
    scanner.space();
    if scanner.peek().is_some() { Err(scanner.fault("the end")) } else { Ok(value) }
}

impl<'a> Value<'a> {
    pub(crate) fn kind(self) -> Kind {
        match self.text.first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b'"') => Kind::Text,
            Some(b't' | b'f') => Kind::Flag,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// A number's digits, or `true`, `false`, `null`, exactly as written.
    pub(crate) fn literal(self) -> &'a str {
        std::str::from_utf8(self.text).unwrap_or_default()
    }

    /// A string's text, or why it has none.
    pub(crate) fn text(self) -> Result<String, TextFault> {
        match decode(self.quoted()) {
            (text, None) => Ok(text),
            (_, Some(fault)) => Err(fault),
        }
    }

    /// A string's text with U+FFFD for what cannot be read.
    pub(crate) fn lossy(self) -> String {
        decode(self.quoted()).0
    }

    fn quoted(self) -> &'a [u8] {
        self.text.strip_prefix(b"\"").and_then(|text| text.strip_suffix(b"\"")).unwrap_or_default()
    }

    /// Whether it is `[]` or `{}`.
    pub(crate) fn is_empty(self) -> bool {
        self.text.iter().filter(|byte| !is_space(**byte)).take(3).count() == 2
    }

    /// The members of an object, in order; none of anything else.
    pub(crate) fn members(self) -> Members<'a> {
        Members { scanner: Scanner::new(self.text), state: State::Before }
    }

    /// The items of a list, in order; none of anything else.
    pub(crate) fn items(self) -> Items<'a> {
        Items { scanner: Scanner::new(self.text), state: State::Before }
    }
}

/// The members of the object that `body` begins with, up to the first fault.
pub(crate) fn members_of(body: &[u8]) -> Members<'_> {
    Members { scanner: Scanner::new(body), state: State::Before }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Before,
    Inside,
    After,
}

/// Iterates over an object's members; stops at the first fault, and yields a member only once it is
/// complete, so that half a number at the end of a cut body is not taken for a whole one.
#[derive(Debug)]
pub(crate) struct Members<'a> {
    scanner: Scanner<'a>,
    state: State,
}

impl<'a> Members<'a> {
    fn step(&mut self) -> Option<(Key<'a>, Value<'a>)> {
        if !self.scanner.enter(&mut self.state, b'{', b'}') {
            return None;
        }
        let key = self.scanner.key().ok()?;
        let value = self.scanner.value().ok()?;
        self.scanner.leave(&mut self.state, b'}').then_some((key, value))
    }
}

impl<'a> Iterator for Members<'a> {
    type Item = (Key<'a>, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let member = self.step();
        if member.is_none() {
            self.state = State::After;
        }
        member
    }
}

/// Iterates over a list's items; stops at the first fault.
#[derive(Debug)]
pub(crate) struct Items<'a> {
    scanner: Scanner<'a>,
    state: State,
}

impl<'a> Iterator for Items<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        if !self.scanner.enter(&mut self.state, b'[', b']') {
            return None;
        }
        let value = self.scanner.value().ok();
        if value.is_none() || !self.scanner.leave(&mut self.state, b']') {
            self.state = State::After;
            return None;
        }
        value
    }
}

/// A member's name, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key<'a> {
    raw: &'a [u8],
}

/// Longer than any name that is asked for, every character escaped.
const LONGEST_ESCAPED: usize = 256;

impl<'a> Key<'a> {
    /// The name with its escapes undone, to compare it with those that are asked for.
    pub(crate) fn name(self) -> Cow<'a, [u8]> {
        if self.raw.len() <= LONGEST_ESCAPED && self.raw.contains(&b'\\') {
            Cow::Owned(self.lossy().into_bytes())
        } else {
            Cow::Borrowed(self.raw)
        }
    }

    pub(crate) fn is_digits(self) -> bool {
        !self.raw.is_empty() && self.raw.iter().all(u8::is_ascii_digit)
    }

    pub(crate) fn lossy(self) -> String {
        decode(self.raw).0
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

#[derive(Debug, Clone, Copy)]
struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 } }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn fault(&self, what: &'static str) -> Fault {
        Fault { at: self.at, what }
    }

    fn space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.at += 1;
        }
        there
    }

    /// Steps into a list or object, or to its next part; `false` at its end.
    fn enter(&mut self, state: &mut State, open: u8, close: u8) -> bool {
        if *state == State::Before {
            self.space();
            *state = if self.take(open) { State::Inside } else { State::After };
            self.space();
            if self.take(close) {
                *state = State::After;
            }
        }
        *state == State::Inside
    }

    /// Steps over the comma or the closing bracket behind a value; `false` if neither is there.
    fn leave(&mut self, state: &mut State, close: u8) -> bool {
        self.space();
        if self.take(b',') {
            return true;
        }
        *state = State::After;
        self.take(close)
    }

    /// Steps over one value. Its strings may hold anything, its nesting may be of any depth.
    fn value(&mut self) -> Result<Value<'a>, Fault> {
        self.space();
        let start = self.at;
        // Whether each open bracket is an object's.
        let mut open: Vec<bool> = Vec::new();
        'values: loop {
            self.space();
            match self.peek() {
                Some(b'"') => {
                    self.string()?;
                }
                Some(b'-' | b'0'..=b'9') => self.number()?,
                Some(bracket @ (b'{' | b'[')) => {
                    self.at += 1;
                    self.space();
                    let object = bracket == b'{';
                    if !self.take(if object { b'}' } else { b']' }) {
                        open.push(object);
                        if object {
                            self.key()?;
                        }
                        continue 'values;
                    }
                }
                Some(b't') => self.word(b"true")?,
                Some(b'f') => self.word(b"false")?,
                Some(b'n') => self.word(b"null")?,
                _ => return Err(self.fault("a value")),
            }
            // A value has ended; close what ends with it.
            while let Some(&object) = open.last() {
                self.space();
                if self.take(b',') {
                    if object {
                        self.key()?;
                    }
                    continue 'values;
                }
                if !self.take(if object { b'}' } else { b']' }) {
                    return Err(self.fault(if object { "a comma or a closing brace" } else { "a comma or a closing bracket" }));
                }
                open.pop();
            }
            return Ok(Value { text: self.bytes.get(start..self.at).unwrap_or_default() });
        }
    }

    fn key(&mut self) -> Result<Key<'a>, Fault> {
        self.space();
        if self.peek() != Some(b'"') {
            return Err(self.fault("a name in quotes"));
        }
        let raw = self.string()?;
        self.space();
        if self.take(b':') { Ok(Key { raw }) } else { Err(self.fault("a colon")) }
    }

    /// Steps over a string and gives what is between its quotes.
    fn string(&mut self) -> Result<&'a [u8], Fault> {
        let start = self.at + 1;
        let mut at = start;
        loop {
            let rest = self.bytes.get(at..).unwrap_or_default();
            match rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) {
                None => {
                    self.at = self.bytes.len();
                    return Err(self.fault("a closing quote"));
                }
                Some(found) if rest.get(found) == Some(&b'"') => {
                    self.at = at + found + 1;
                    return Ok(self.bytes.get(start..at + found).unwrap_or_default());
                }
                Some(found) => at += found + 2,
            }
        }
    }

    fn digits(&mut self) -> Result<(), Fault> {
        if !self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.fault("a digit"));
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(())
    }

    fn word(&mut self, word: &'static [u8]) -> Result<(), Fault> {
        if !self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            return Err(self.fault("a value"));
        }
        self.at += word.len();
        Ok(())
    }
}

/// The field that the byte at `at` belongs to, as a list of steps from the outside in. `body` is JSON
/// up to there. Only the outermost eight steps are told.
pub(crate) fn steps_to(body: &[u8], at: usize) -> Vec<String> {
    struct Frame<'a> {
        object: bool,
        key: Option<Key<'a>>,
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
                    frame.key = Some(Key { raw });
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
            (true, key) => key.map(|key| key.lossy().chars().take(64).collect()),
            (false, _) => Some(frame.index.to_string()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn any_depth_is_stepped_over() {
        let deep = format!(r#"{{"x":{}1{},"y":[]}}"#, "[{\"k\":".repeat(100_000), "}]".repeat(100_000));
        let value = document(deep.as_bytes()).unwrap();
        assert_eq!(value.members().map(|(key, _)| key.lossy()).collect::<Vec<_>>(), ["x", "y"]);
        let fault = document("[".repeat(100_000).as_bytes()).unwrap_err();
        assert_eq!(steps_to("[".repeat(100_000).as_bytes(), fault.at).len(), 8);
    }

    #[test]
    fn half_a_member_is_no_member() {
        let keys =
            |body: &str| members_of(body.as_bytes()).map(|(key, value)| (key.lossy(), value.literal().to_owned())).collect::<Vec<_>>();
        assert_eq!(keys(r#"{"id":4507"#), []);
        assert_eq!(keys(r#"{"id":4507,"#), [("id".to_owned(), "4507".to_owned())]);
        assert_eq!(keys(r#"{"\u0069d" : 1 }"#), [("id".to_owned(), "1".to_owned())]);
        assert_eq!(keys("[1]"), []);
    }
}
