//! Lookup in data files: bytewise sorted lines `word` or `word rest`.

use std::sync::LazyLock;

/// A data file, cut into words and what stands behind them when it is first asked.
pub(super) type Lines = LazyLock<Vec<(&'static str, &'static str)>>;

/// Declares a data file; `whole` for one whose lines may hold spaces and are one word each.
macro_rules! lines {
    ($file:literal) => {
        std::sync::LazyLock::new(|| {
            include_str!(concat!("../../data/", $file)).lines().map(|line| line.split_once(' ').unwrap_or((line, ""))).collect()
        })
    };
    (whole $file:literal) => {
        std::sync::LazyLock::new(|| include_str!(concat!("../../data/", $file)).lines().map(|line| (line, "")).collect())
    };
}
pub(super) use lines;

/// Whether `wanted` is a line.
pub(super) fn listed(lines: &Lines, wanted: &str) -> bool {
    pair(lines, wanted).is_some()
}

/// The word `wanted` and what stands behind it.
pub(super) fn pair(lines: &Lines, wanted: &str) -> Option<(&'static str, &'static str)> {
    let at = lines.binary_search_by(|(word, _)| (*word).cmp(wanted)).ok()?;
    lines.get(at).copied()
}
