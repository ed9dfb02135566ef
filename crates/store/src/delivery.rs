//! Webhook arrivals. The id makes a repeated delivery the same one; the body is kept as it came.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::{Param, Statement};

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

/// A delivery as the settings show it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ListedDeliveryRow {
    pub id: String,
    pub topic: String,
    pub order_id: Option<String>,
    pub outcome: String,
    pub received_at: i64,
    /// Whether its body is kept.
    pub has_body: i64,
}

/// Deliveries of a platform after the cursor, newest first; answers [`ListedDeliveryRow`]s.
pub fn of_platform(shop: &str, platform: &str, outcome: Option<&str>, after: Option<&(i64, String)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::Integer(i64::MAX >> 11), Param::from("")), |(at, id)| (Param::from(*at), Param::from(id)));
    Statement::new(
        "SELECT id, topic, order_id, outcome, received_at, EXISTS (SELECT 1 FROM delivery_body AS b \
           WHERE b.shop_id = ?1 AND b.platform = ?2 AND b.delivery_id = delivery.id) AS has_body \
         FROM delivery WHERE shop_id = ?1 AND platform = ?2 AND (?3 IS NULL OR outcome = ?3) \
           AND received_at <= ?4 AND (received_at < ?4 OR id > ?5) ORDER BY received_at DESC, id LIMIT ?6",
        [shop.into(), platform.into(), outcome.into(), at, id, limit.into()],
    )
}

/// A part of a stored body, in hex: the runtime gives BLOBs as arrays of numbers.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct PartRow {
    pub topic: String,
    pub hex: String,
}

/// The parts of one stored body, in order; answers [`PartRow`]s.
pub fn body(shop: &str, platform: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT d.topic, hex(b.bytes) AS hex FROM delivery_body AS b JOIN delivery AS d ON d.shop_id = ?1 AND d.platform = ?2 AND d.id = ?3 \
         WHERE b.shop_id = ?1 AND b.platform = ?2 AND b.delivery_id = ?3 ORDER BY b.part",
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
            [shop.into(), platform.into(), id.into(), part.into(), Param::Bytes(bytes.to_vec())],
        )
    });
    std::iter::once(row).chain(parts).collect()
}
