//! Blacklist and allow-list entries to and from CSV, and orders from it.
//!
//! In scope: what each line of a file would be to the entries there are (new, changed, same,
//! invalid), entries as a file that no spreadsheet runs as formulas, and the orders of a file with our own columns
//! or a shop's ([`orders`]). Out of scope: where files come from, and writing entries anywhere.
//!
//! ```
//! use ordergate_exchange::{Known, Status};
//! use ordergate_screening::Settings;
//!
//! let csv = "email,points,reason\nbad@example.com,60,chargeback\n,,nothing\n";
//! let lines = Known::new(Settings::default()).read(csv.as_bytes()).unwrap();
//! assert!(matches!(lines[0], (2, Status::New(_))));
//! assert!(matches!(lines[1], (3, Status::Invalid(_))));
//! ```

mod import;
pub mod orders;
mod row;
mod written;

pub use import::{Broken, Known, Status, entries_of};
pub use row::guarded;
pub use written::write_row;

use ordergate_screening::EntryDraft;

/// Entries as CSV under a header of id, the entry fields, effect, points, match, reason and
/// expires_at. Cells that a spreadsheet would run begin with an apostrophe, which
/// [`Known::read`] takes off again. `never` is written for an entry that does not expire: empty where
/// nothing means that, the word `never` where nothing means a default.
pub fn to_csv<'e>(entries: impl IntoIterator<Item = &'e EntryDraft>, never: &str) -> Vec<u8> {
    let mut csv = header();
    csv.extend(to_rows(entries, never));
    csv
}

/// The header of [`to_csv`], for a file that is written in parts.
pub fn header() -> Vec<u8> {
    let mut csv = Vec::new();
    write_row(&mut csv, row::header());
    csv
}

/// The rows of [`to_csv`] without its header.
pub fn to_rows<'e>(entries: impl IntoIterator<Item = &'e EntryDraft>, never: &str) -> Vec<u8> {
    let mut csv = Vec::new();
    for entry in entries {
        write_row(&mut csv, row::row(entry, never));
    }
    csv
}
