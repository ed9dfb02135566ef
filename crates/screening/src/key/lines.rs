//! Lookup in data files: bytewise sorted lines `word` or `word rest`.

use std::ops::Deref;
use std::sync::LazyLock;

/// A data file, cut into words and what stands behind them when it is first asked.
pub(super) type Lines = LazyLock<Table>;

/// The lines of a data file, and where those with one first byte begin.
pub(super) struct Table {
    lines: Vec<(&'static str, &'static str)>,
    /// The first eight bytes of each word as one number, in the order of the words.
    heads: Vec<u64>,
    begins: Vec<usize>,
}

impl Table {
    pub(super) fn of(lines: Vec<(&'static str, &'static str)>) -> Self {
        let below = |first: u16| lines.partition_point(|(word, _)| word.bytes().next().is_none_or(|byte| u16::from(byte) < first));
        let begins = (0..=256).map(below).collect();
        Self { heads: lines.iter().map(|(word, _)| head(word)).collect(), lines, begins }
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
    let sought = head(wanted);
    let at = begin + lines.heads.get(begin..end)?.partition_point(|head| *head < sought);
    // Nearly always one line, or none.
    let alike = lines.heads.get(at..end)?.iter().take_while(|head| **head == sought).count();
    lines.lines.get(at..at + alike)?.iter().find(|(word, _)| *word == wanted).copied()
}

/// The longest word that `text` begins with, among those with the same first byte, and what stands
/// behind it.
pub(super) fn longest_begin(lines: &Lines, text: &str) -> Option<(&'static str, &'static str)> {
    let first = usize::from(*text.as_bytes().first()?);
    let (begin, mut end) = (*lines.begins.get(first)?, *lines.begins.get(first + 1)?);
    let mut text = text;
    loop {
        // The last line that is not behind the text begins like it as far as any line does.
        end = begin + lines.lines.get(begin..end)?.partition_point(|(word, _)| *word <= text);
        let line = *lines.lines.get(begin..end)?.last()?;
        let common = line.0.bytes().zip(text.bytes()).take_while(|(left, right)| left == right).count();
        if common == line.0.len() {
            return Some(line);
        }
        text = text.get(..common)?;
    }
}

/// The first eight bytes of a word as one number that sorts like the word; a shorter one ends in zeros.
fn head(word: &str) -> u64 {
    let mut head = [0; 8];
    head.iter_mut().zip(word.bytes()).for_each(|(to, byte)| *to = byte);
    u64::from_be_bytes(head)
}
