//! What a file comes to, besides its findings.

use std::collections::BTreeMap;

use ordergate_exchange::orders::Refused;
use ordergate_screening::Problem;
use serde::Serialize;

use crate::finding::Source;
use crate::repeated::Repeated;

/// Bad lines that are named; the rest is counted.
pub(crate) const NAMED: usize = 500;

/// A line that is no order or no entry.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BadLine {
    /// Its number in the file.
    pub line: u64,
    /// Why.
    pub detail: String,
}

impl BadLine {
    pub(crate) fn new(line: u64, problems: &[Problem]) -> Self {
        let detail = |problem: &Problem| match problem.pointer.trim_start_matches('/').replace('/', ".") {
            field if field.is_empty() => problem.detail.clone(),
            field => format!("{field}: {}", problem.detail),
        };
        Self { line, detail: problems.iter().map(detail).collect::<Vec<_>>().join("; ") }
    }

    pub(crate) fn of(refused: &Refused) -> Self {
        Self::new(refused.line, &refused.problems)
    }
}

/// A rule that orders were tried against.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TriedRule {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its condition.
    pub when: String,
    /// Its points.
    pub points: i32,
    /// Why no order of a file can meet it, when none can.
    pub untested: Option<&'static str>,
}

/// What a file comes to, besides its findings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Orders that were checked.
    pub orders: usize,
    /// When the first and the last was placed, in milliseconds since 1970.
    pub placed: Option<(i64, i64)>,
    /// Money by currency, in minor units.
    pub money: BTreeMap<String, i64>,
    /// Decimals of each currency.
    pub decimals: BTreeMap<String, u8>,
    /// Rows that are no order.
    pub refused: usize,
    /// The first of them.
    pub first_refused: Vec<BadLine>,
    /// Entries of the blacklist.
    pub entries: usize,
    /// Lines of the blacklist that are no entries.
    pub refused_entries: usize,
    /// The first of them.
    pub first_refused_entries: Vec<BadLine>,
    /// The rules.
    pub rules: Vec<TriedRule>,
    /// What matched.
    pub sources: Vec<Source>,
    /// Identities that several orders share.
    pub repeated: Vec<Repeated>,
    /// Orders that carry each of these: `email`, `phone`, `ip`, `address`, `status`, `method`, `cod`.
    pub carries: BTreeMap<&'static str, u32>,
}
