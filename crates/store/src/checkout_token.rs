//! Checkout tokens that orders carried.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// The order that carried a token first.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the name is the column's")]
pub struct CarriedRow {
    pub order_id: String,
}

/// Who carried the token; answers one [`CarriedRow`] or none.
pub fn carried(shop: &str, id: &str) -> Statement {
    Statement::new("SELECT order_id FROM checkout_token WHERE shop_id = ?1 AND id = ?2", [shop.into(), id.into()])
}

/// Notes who carries the token; fails when another order was faster.
pub fn carry(shop: &str, id: &str, order: &str, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO checkout_token (shop_id, id, order_id, seen_at) VALUES (?1, ?2, ?3, ?4)",
        [shop.into(), id.into(), order.into(), now.into()],
    )
}
