//! Where in a rule's text something stands.

use std::fmt;

use serde::Serialize;

/// A stretch of rule text: byte range, and line and column (in characters, from 1) of its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    /// Line of the first byte, from 1.
    pub line: usize,
    /// Column of the first byte in characters, from 1.
    pub column: usize,
}

/// One thing that is wrong in a rule's text, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleError {
    /// Where it is wrong.
    pub span: Span,
    /// What is wrong and what to write instead, in one lower-case sentence.
    pub message: String,
}

impl RuleError {
    pub(crate) fn new(text: &str, at: At, message: impl Into<String>) -> Self {
        Self { span: at.span(text), message: message.into() }
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}, column {}: {}", self.span.line, self.span.column, self.message)
    }
}

impl std::error::Error for RuleError {}

/// The byte range a node of the tree was read from. Trees are compared by what they mean, so any
/// two are equal.
#[derive(Debug, Clone, Copy, Default)]
pub struct At {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl PartialEq for At {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl At {
    /// From the start of this to the end of `last`.
    pub(crate) fn to(self, last: Self) -> Self {
        Self { start: self.start, end: last.end.max(self.end) }
    }

    fn span(self, text: &str) -> Span {
        let before = text.get(..self.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Span {
            start: self.start,
            end: self.end,
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
        }
    }
}
