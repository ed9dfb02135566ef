//! `lines.rs` for a page, which looks up a word or two: the file itself, read from its beginning, in place of tables of it.

/// A data file.
pub(super) struct Lines(pub(super) &'static str);

/// Declares a data file; `whole` for one whose lines may hold spaces and are one word each.
macro_rules! lines {
    ($(whole)? $file:literal) => {
        $crate::key::lines::Lines(include_str!(concat!("../../data/", $file)))
    };
}
pub(super) use lines;

/// Whether `wanted` is a line.
pub(super) fn listed(lines: &Lines, wanted: &str) -> bool {
    lines.0.split('\n').any(|line| line == wanted && !line.is_empty())
}

/// The word `wanted` and what stands behind it.
pub(super) fn pair(lines: &Lines, wanted: &str) -> Option<(&'static str, &'static str)> {
    pairs(lines).find(|(word, _)| *word == wanted)
}

/// The longest word that `text` begins with, and what stands behind it.
pub(super) fn longest_begin(lines: &Lines, text: &str) -> Option<(&'static str, &'static str)> {
    pairs(lines).filter(|(word, _)| text.starts_with(word)).max_by_key(|(word, _)| word.len())
}

fn pairs(lines: &Lines) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines.0.split('\n').filter_map(|line| line.split_once(' '))
}
