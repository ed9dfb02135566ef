//! Lookup in data files: bytewise sorted lines `word` or `word rest`.

use std::ops::Deref;
use std::sync::LazyLock;

/// A data file, cut into words and what stands behind them when it is first asked.
pub(super) type Lines = LazyLock<Table>;

/// The lines of a data file, and where those with one first byte begin.
pub(super) struct Table {
    lines: Vec<(&'static str, &'static str)>,
    begins: Vec<usize>,
}

impl Table {
    pub(super) fn of(lines: Vec<(&'static str, &'static str)>) -> Self {
        let below = |first: u16| lines.partition_point(|(word, _)| word.bytes().next().is_none_or(|byte| u16::from(byte) < first));
        let begins = (0..=256).map(below).collect();
        Self { lines, begins }
    }
}

impl Deref for Table {
    type Target = [(&'static str, &'static str)];

    fn deref(&self) -> &Self::Target {
        &self.lines
    }
}

/// Declares a data file; `whole` for one whose lines may hold spaces and are one word each.
macro_rules! lines {
    ($file:literal) => {
        std::sync::LazyLock::new(|| {
            let lines = include_str!(concat!("../../data/", $file)).lines();
            $crate::key::lines::Table::of(lines.map(|line| line.split_once(' ').unwrap_or((line, ""))).collect())
        })
    };
    (whole $file:literal) => {
        std::sync::LazyLock::new(|| {
            let lines = include_str!(concat!("../../data/", $file)).lines();
            $crate::key::lines::Table::of(lines.map(|line| (line, "")).collect())
        })
    };
}
pub(super) use lines;

/// Whether `wanted` is a line.
pub(super) fn listed(lines: &Lines, wanted: &str) -> bool {
    pair(lines, wanted).is_some()
}

/// The word `wanted` and what stands behind it.
pub(super) fn pair(lines: &Lines, wanted: &str) -> Option<(&'static str, &'static str)> {
    let first = usize::from(*wanted.as_bytes().first()?);
    let (begin, end) = (*lines.begins.get(first)?, *lines.begins.get(first + 1)?);
    let alike = lines.lines.get(begin..end)?;
    let at = alike.binary_search_by(|(word, _)| (*word).cmp(wanted)).ok()?;
    alike.get(at).copied()
}
