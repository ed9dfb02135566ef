//! What the staff member who enters an order is told at once, to be dismissed.

use ordergate_screening::Check;
use serde::Serialize;

use super::inert::short;
use super::letter::fill;
use super::order_lines::matches;
use super::words::words;
use crate::language::Language;

/// A warning for the shop's own people; never for the buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StaffWarning {
    /// What became of the order, in one line.
    pub title: String,
    /// What matched, a line each.
    pub reasons: Vec<String>,
}

/// The warning about an order that its check marked or held; `number` is the one people see.
pub fn staff_warning(language: Language, number: &str, check: &Check) -> Option<StaffWarning> {
    let words = words(language);
    let word = if check.held { words.held } else { words.marked };
    (check.held || check.marked).then(|| StaffWarning {
        title: fill(words.warning_title, &[("word", word), ("number", &short(number))]),
        reasons: matches(check, language, words),
    })
}
