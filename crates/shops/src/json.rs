//! A lenient JSON reader over bytes.
//!
//! It looks only where it is asked to, so that whatever a shop's plugins add may be as odd, as large
//! and as deep as it likes. Nothing recurses, nothing is built that is not mapped, numbers stay as
//! written, and strings are checked (UTF-8, surrogates, NUL) only when they are read: a body with one
//! bad field still tells the others.

use std::borrow::Cow;

use crate::scanner::{Fault, Scanner, State, is_space};
use crate::text::{TextFault, decode};

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
    let value = Value { text: scanner.value()? };
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
        let key = Key { raw: self.scanner.key().ok()? };
        let value = Value { text: self.scanner.value().ok()? };
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
        value.map(|text| Value { text })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_depth_is_stepped_over() {
        let deep = format!(r#"{{"x":{}1{},"y":[]}}"#, "[{\"k\":".repeat(100_000), "}]".repeat(100_000));
        let value = document(deep.as_bytes()).unwrap();
        assert_eq!(value.members().map(|(key, _)| key.lossy()).collect::<Vec<_>>(), ["x", "y"]);
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
