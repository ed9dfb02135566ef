//! Digests that tell whether an order is the same, or the same in what matters.

use std::fmt::Write as _;

use ordergate_screening::{Customer, Order};
use sha2::{Digest as _, Sha256};

/// SHA-256 of the bytes, as 64 lower-case hex digits.
pub fn hex_digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Digest of what a new check depends on: addresses, identity, lines and total. A change of
/// anything else (a note, a status, the update time) needs no new check.
pub fn material_digest(order: &Order) -> String {
    let mut kept = order.clone();
    kept.number = None;
    kept.updated_at = None;
    kept.channel = None;
    kept.user_agent = None;
    kept.token = None;
    kept.custom.clear();
    kept.customer = Customer { orders_count: None, created_at: None, group: None, ..kept.customer };
    hex_digest(kept.to_json().as_bytes())
}
