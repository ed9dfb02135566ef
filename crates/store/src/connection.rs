//! How a shop's platforms are reached.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// A connection to a platform.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ConnectionRow {
    pub platform: String,
    pub address: String,
    pub hold_mode: String,
    pub credentials: String,
    pub hint: String,
    pub created_at: i64,
    pub public_url: String,
    pub watermark: Option<i64>,
    pub polled_at: Option<i64>,
    pub poll_error: Option<String>,
    pub webhook: Option<String>,
}

/// A connection whose shop is to be asked what has changed.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct DueRow {
    pub shop_id: String,
    pub platform: String,
    pub address: String,
    pub credentials: String,
    pub public_url: String,
    pub watermark: Option<i64>,
    pub watched_at: Option<i64>,
    pub page: i64,
    pub created_at: i64,
    pub webhook: Option<String>,
}

/// Sets a connection up, in place of the one there was.
pub fn put(shop: &str, row: &ConnectionRow, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO connection (shop_id, platform, address, hold_mode, credentials, hint, created_at, public_url) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) \
         ON CONFLICT (shop_id, platform) DO UPDATE SET address = excluded.address, hold_mode = excluded.hold_mode, credentials = excluded.credentials, hint = excluded.hint, \
           public_url = excluded.public_url, poll_error = NULL, polled_at = NULL, watched_at = NULL, webhook = NULL",
        [
            shop.into(),
            (&row.platform).into(),
            (&row.address).into(),
            (&row.hold_mode).into(),
            (&row.credentials).into(),
            (&row.hint).into(),
            now.into(),
            (&row.public_url).into(),
        ],
    )
}

/// Removes a connection; changes no row when there is none.
pub fn remove(shop: &str, platform: &str) -> Statement {
    Statement::new("DELETE FROM connection WHERE shop_id = ?1 AND platform = ?2", [shop.into(), platform.into()])
}

/// The connections of a shop; answers [`ConnectionRow`]s.
pub fn all(shop: &str) -> Statement {
    Statement::new(
        "SELECT platform, address, hold_mode, credentials, hint, created_at, public_url, watermark, polled_at, poll_error, webhook FROM connection WHERE shop_id = ?1 ORDER BY platform",
        [shop.into()],
    )
}

/// One connection; answers one [`ConnectionRow`] or none.
pub fn by_platform(shop: &str, platform: &str) -> Statement {
    Statement::new(
        "SELECT platform, address, hold_mode, credentials, hint, created_at, public_url, watermark, polled_at, poll_error, webhook FROM connection WHERE shop_id = ?1 AND platform = ?2",
        [shop.into(), platform.into()],
    )
}

/// Where an order's shop is reached.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct AddressRow {
    pub platform: String,
    pub address: String,
}

/// Where the platform of an order is reached; answers one [`AddressRow`], or none when it is not.
pub fn of_order(shop: &str, order: &str) -> Statement {
    Statement::new(
        "SELECT platform, address FROM connection JOIN orders ON orders.shop_id = ?1 AND orders.id = ?2 AND orders.source = platform WHERE connection.shop_id = ?1",
        [shop.into(), order.into()],
    )
}

/// Takes the connection that was polled longest ago, if that is before `before`, for a poll now, of
/// any shop; answers one [`DueRow`] or none.
pub fn claim(before: Timestamp, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE connection SET polled_at = ?2 \
         WHERE (shop_id, platform) IN (SELECT shop_id, platform FROM connection WHERE COALESCE(polled_at, 0) <= ?1 ORDER BY COALESCE(polled_at, 0) LIMIT 1) \
         RETURNING shop_id, platform, address, credentials, public_url, watermark, watched_at, page, created_at, webhook",
        [before.into(), now.into()],
    )
}

/// What a poll came to: everything up to `watermark` was taken, and page `page` of what follows is due
/// at once, unless it is 0.
pub fn polled(row: &DueRow, watermark: Option<i64>, page: i64) -> Statement {
    Statement::new(
        "UPDATE connection SET watermark = COALESCE(?3, watermark), page = ?4, poll_error = NULL, polled_at = CASE ?4 WHEN 0 THEN polled_at ELSE 0 END \
         WHERE shop_id = ?1 AND platform = ?2",
        [(&row.shop_id).into(), (&row.platform).into(), watermark.into(), page.into()],
    )
}

/// Why a poll did not work; the next one asks the same.
pub fn poll_failed(row: &DueRow, error: &str) -> Statement {
    Statement::new(
        "UPDATE connection SET poll_error = ?3 WHERE shop_id = ?1 AND platform = ?2",
        [(&row.shop_id).into(), (&row.platform).into(), error.into()],
    )
}

/// How the shop's webhook stands.
pub fn watched(row: &DueRow, webhook: &str, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE connection SET watched_at = ?3, webhook = ?4 WHERE shop_id = ?1 AND platform = ?2",
        [(&row.shop_id).into(), (&row.platform).into(), now.into(), webhook.into()],
    )
}
