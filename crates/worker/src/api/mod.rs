//! The HTTP API, a file a resource. Its JSON shapes live here and nowhere else.

pub(crate) mod audit;
pub(crate) mod cases;
pub(crate) mod checkouts;
pub(crate) mod checks;
pub(crate) mod commands;
pub(crate) mod connections;
pub(crate) mod contacts;
mod cursor;
pub(crate) mod customers;
pub(crate) mod deliveries;
pub(crate) mod drafts;
pub(crate) mod endpoints;
pub(crate) mod entries;
pub(crate) mod entry_files;
pub(crate) mod entry_preview;
pub(crate) mod health;
pub(crate) mod hold_desk;
pub(crate) mod holds;
pub(crate) mod keys;
mod listing;
pub(crate) mod mail_events;
pub(crate) mod metrics;
pub(crate) mod order_exports;
pub(crate) mod orders;
pub(crate) mod outbox;
pub(crate) mod passkeys;
pub(crate) mod privacy;
pub(crate) mod public_packs;
pub(crate) mod session;
pub(crate) mod shop_settings;
pub(crate) mod shops;
pub(crate) mod snapshots;
pub(crate) mod statistics;
pub(crate) mod stuck_commands;
mod submission;
pub(crate) mod today;
pub(crate) mod users;
pub(crate) mod webhooks;

use ordergate_screening::{Timestamp, read_json};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::Failure;

/// A page of a list.
#[derive(Serialize)]
struct Page<T> {
    data: Vec<T>,
    next: Option<String>,
}

/// A stored time as RFC 3339.
fn time(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis)
}

/// Reads a small request body; an unknown field or a wrong type is a 400.
fn body<T: DeserializeOwned>(bytes: &[u8], title: &'static str) -> Result<T, Failure> {
    read_json(bytes).map_err(|invalid| Failure::invalid(title, invalid))
}
