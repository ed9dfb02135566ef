//! What is wrong with an input, and where.

use std::fmt;

/// One thing that is wrong: where (an RFC 6901 JSON pointer, empty for the whole document) and
/// what to do about it, in one lower-case sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// JSON pointer to the value, for example `/billing/contry`.
    pub pointer: String,
    /// What is wrong and what is expected.
    pub detail: String,
}

impl Problem {
    /// A problem at `pointer`.
    pub fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), detail: detail.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pointer.is_empty() { out.write_str(&self.detail) } else { write!(out, "{}: {}", self.pointer, self.detail) }
    }
}

/// An input that is refused, with every problem found in it (at least one).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// The problems in document order.
    pub problems: Vec<Problem>,
}

impl Invalid {
    /// An input with one problem.
    pub fn one(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { problems: vec![Problem::new(pointer, detail)] }
    }

    /// The same problems, found inside the value at `prefix`.
    #[must_use]
    pub fn inside(mut self, prefix: &str) -> Self {
        for problem in &mut self.problems {
            problem.pointer.insert_str(0, prefix);
        }
        self
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                out.write_str("; ")?;
            }
            write!(out, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Invalid {}
