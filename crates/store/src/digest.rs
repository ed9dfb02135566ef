//! Marked orders that wait for a contact's next digest.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;
use crate::statement::json;

/// A digest that is due.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct DueRow {
    pub shop_id: String,
    pub contact_id: String,
    pub public_url: String,
}

/// A marked order of a digest.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ItemRow {
    pub order_id: String,
    pub number: Option<String>,
    pub score: Option<i64>,
    /// JSON array of text.
    pub reasons: String,
}

/// Lets marked orders wait for the digests of their contacts: order and contact of each.
pub(crate) fn add(shop: &str, items: &[(&str, &str)], public_url: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO digest_item (shop_id, contact_id, order_id, at, public_url) \
         SELECT ?1, value ->> 1, value ->> 0, ?2, ?3 FROM json_each(?4) WHERE true ON CONFLICT DO NOTHING",
        [shop.into(), at.into(), public_url.into(), json(items)],
    )
}

/// Digests whose oldest order waits since `before`, of any shop; answers [`DueRow`]s.
pub fn due(before: Timestamp) -> Statement {
    Statement::new(
        "SELECT shop_id, contact_id, MAX(public_url) AS public_url FROM digest_item GROUP BY shop_id, contact_id HAVING MIN(at) <= ?1 ORDER BY MIN(at) LIMIT 50",
        [before.into()],
    )
}

/// What a contact's digest lists, oldest first; answers [`ItemRow`]s.
pub fn items(shop: &str, contact: &str) -> Statement {
    Statement::new(
        "SELECT order_id, number, score, \
           COALESCE((SELECT json_group_array(DISTINCT j.value ->> 'reason') FROM checks, json_each(checks.body, '$.matches') AS j \
             WHERE checks.shop_id = ?1 AND checks.order_id = digest_item.order_id), '[]') AS reasons \
         FROM digest_item LEFT JOIN orders ON orders.shop_id = ?1 AND orders.id = digest_item.order_id \
         WHERE digest_item.shop_id = ?1 AND contact_id = ?2 ORDER BY at, order_id LIMIT 1000",
        [shop.into(), contact.into()],
    )
}

/// Takes orders out of a contact's next digest.
pub fn take(shop: &str, contact: &str, orders: &[&str]) -> Statement {
    Statement::new(
        "DELETE FROM digest_item WHERE shop_id = ?1 AND contact_id = ?2 AND order_id IN (SELECT value FROM json_each(?3))",
        [shop.into(), contact.into(), json(orders)],
    )
}
