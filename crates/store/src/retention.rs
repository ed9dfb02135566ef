//! What a shop has kept long enough: a walk over its orders and bodies of deliveries, once a day.

use ordergate_screening::Timestamp;
use serde::{Deserialize, Serialize};

use crate::privacy::BodyCursor;
use crate::statement::json;
use crate::{Param, Statement};

/// Where a walk stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Walk {
    /// The last order looked at (`listed_at` and id): the walk goes from the newest to the oldest.
    pub order: Option<(i64, String)>,
    /// No order is left.
    pub orders_done: bool,
    /// The last body looked at.
    pub body: BodyCursor,
    /// No body is left.
    pub bodies_done: bool,
}

/// A shop whose walk goes on.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ShopRow {
    pub id: String,
    pub settings: String,
    pub retention_walk: String,
}

/// An order of a walk.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct OldRow {
    pub id: String,
    pub listed_at: i64,
    pub erased_at: Option<i64>,
}

/// Takes the shop whose walk waits longest, and lets no other run take it before `until`; answers one
/// [`ShopRow`] or none.
pub fn claim(now: Timestamp, until: Timestamp) -> Statement {
    Statement::new(
        "UPDATE shop SET retention_due_at = ?2 WHERE id = (SELECT id FROM shop WHERE retention_due_at <= ?1 ORDER BY retention_due_at LIMIT 1) \
         RETURNING id, settings, retention_walk",
        [now.into(), until.into()],
    )
}

/// Orders listed before `before` and after the cursor, newest first; answers [`OldRow`]s.
pub fn old_orders(shop: &str, before: Timestamp, after: Option<&(i64, String)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::from(before), Param::from("")), |(at, id)| (Param::from(*at), Param::from(id)));
    Statement::new(
        "SELECT id, listed_at, erased_at FROM orders WHERE shop_id = ?1 AND listed_at <= ?2 AND (listed_at < ?2 OR id > ?3) AND listed_at < ?4 \
         ORDER BY listed_at DESC, id LIMIT ?5",
        [shop.into(), at, id, before.into(), limit.into()],
    )
}

/// Deletes the bodies after `after` up to `end` that arrived before `before`; answers a row `{id}` for
/// each.
pub fn delete_bodies(shop: &str, before: Timestamp, after: &BodyCursor, end: &BodyCursor) -> Statement {
    Statement::new(
        "DELETE FROM delivery_body WHERE shop_id = ?1 AND (platform, delivery_id) IN (SELECT b.platform, b.delivery_id \
           FROM delivery_body AS b JOIN delivery AS d ON d.shop_id = ?1 AND d.platform = b.platform AND d.id = b.delivery_id \
           WHERE b.shop_id = ?1 AND (b.platform, b.delivery_id) > (?3, ?4) AND (b.platform, b.delivery_id) <= (?5, ?6) AND d.received_at < ?2) \
         RETURNING delivery_id AS id",
        [shop.into(), before.into(), (&after.0).into(), (&after.1).into(), (&end.0).into(), (&end.1).into()],
    )
}

/// Deletes the checkout tokens that came before `before`: they have expired long since.
pub fn delete_tokens(shop: &str, before: Timestamp) -> Statement {
    Statement::new("DELETE FROM checkout_token WHERE shop_id = ?1 AND seen_at < ?2", [shop.into(), before.into()])
}

/// Writes down how far the walk has come and when it goes on.
pub fn moved(shop: &str, walk: &Walk, due: Timestamp) -> Statement {
    Statement::new("UPDATE shop SET retention_walk = ?2, retention_due_at = ?3 WHERE id = ?1", [shop.into(), json(walk), due.into()])
}
