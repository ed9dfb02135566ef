//! The workload of the design: orders of three lines and 1.9 distinct addresses, entries of one to four fields, rules of the shape
//! `amount > x and country in […] and (email domain = … or billing != shipping)`.
//!
//! Item `i` of each kind is the same however many are made, so 1k entries are the first of 1M.

mod entries;
mod orders;
mod people;
mod rules;

pub use entries::{Mix, entries, field_sets};
pub use orders::{OrderText, order, orders};
pub use people::person;
pub use rules::{Rule, constant_rules, quantile, rules};

use ordergate_screening::{Draft, Settings};

/// The instant of every check.
pub const NOW: &str = "2026-11-24T10:00:00Z";
/// How many orders a measurement draws from.
pub const ORDERS: usize = 2_000;

/// A draft with these parts.
pub fn draft(entries: Vec<ordergate_screening::EntryDraft>, rules: &[Rule]) -> Draft {
    let settings = Settings {
        minimum_points: Some(50),
        default_country: Some("PL".to_owned()),
        default_points: [("email", 40), ("phone", 30), ("ip", 20), ("customer_id", 40), ("device", 30)]
            .into_iter()
            .map(|(name, points)| (name.to_owned(), points))
            .collect(),
        ..Settings::default()
    };
    Draft { settings, entries, rules: rules.iter().map(Rule::draft).collect(), ..Draft::default() }
}
