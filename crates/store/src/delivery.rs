//! Webhook arrivals. The id makes a repeated delivery the same one; the body is kept as it came.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// Rows hold at most 2 MB in D1; a part stays well below.
const PART: usize = 1_000_000;

/// What became of a delivery.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct DeliveryRow {
    pub outcome: String,
}

/// The delivery with this id; answers one [`DeliveryRow`] or none.
pub fn by_id(shop: &str, platform: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT outcome FROM delivery WHERE shop_id = ?1 AND platform = ?2 AND id = ?3",
        [shop.into(), platform.into(), id.into()],
    )
}

/// A delivery to be stored.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct NewDelivery<'a> {
    pub platform: &'a str,
    pub id: &'a str,
    pub topic: &'a str,
    pub order: Option<&'a str>,
    pub outcome: &'a str,
    pub body: &'a [u8],
}

/// Stores a delivery with its body; fails when its id is known already.
pub fn add(shop: &str, new: NewDelivery<'_>, at: Timestamp) -> Vec<Statement> {
    let NewDelivery { platform, id, .. } = new;
    let row = Statement::new(
        "INSERT INTO delivery (shop_id, platform, id, topic, order_id, outcome, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        [shop.into(), platform.into(), id.into(), new.topic.into(), new.order.into(), new.outcome.into(), at.into()],
    );
    let parts = new.body.chunks(PART).enumerate().map(|(part, bytes)| {
        Statement::new(
            "INSERT INTO delivery_body (shop_id, platform, delivery_id, part, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
            [shop.into(), platform.into(), id.into(), part.into(), crate::Param::Bytes(bytes.to_vec())],
        )
    });
    std::iter::once(row).chain(parts).collect()
}
