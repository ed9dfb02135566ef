//! What ends a command early.

use std::io;
use std::path::Path;

use ordergate_screening::{Invalid, Problem};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Lines for standard error.
    Wrong(Vec<String>),
    /// Standard output was closed.
    Closed,
}

impl Failure {
    /// One problem with a file as a whole.
    pub(crate) fn of_file(file: &str, problem: impl std::fmt::Display) -> Self {
        Self::Wrong(vec![format!("{file}: {problem}")])
    }

    /// Everything wrong with the JSON document in a file.
    pub(crate) fn of_document(file: &str, invalid: &Invalid) -> Self {
        Self::Wrong(invalid.problems.iter().map(|problem| format!("{file}: {problem}")).collect())
    }

    /// Everything wrong with one line of a file.
    pub(crate) fn of_line(file: &str, line: u64, problems: &[Problem]) -> Self {
        Self::Wrong(problems.iter().map(|problem| format!("{file}:{line}: {problem}")).collect())
    }

    /// Writing to standard output failed.
    pub(crate) fn of_output(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Closed } else { Self::of_file("standard output", error) }
    }
}

/// A file as messages name it.
pub(crate) fn shown(path: &Path) -> String {
    if path.as_os_str() == "-" { "stdin".to_owned() } else { path.display().to_string() }
}
