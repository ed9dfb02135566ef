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
}

/// Sets a connection up, in place of the one there was.
pub fn put(shop: &str, row: &ConnectionRow, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO connection (shop_id, platform, address, hold_mode, credentials, hint, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
         ON CONFLICT (shop_id, platform) DO UPDATE SET address = excluded.address, hold_mode = excluded.hold_mode, credentials = excluded.credentials, hint = excluded.hint",
        [
            shop.into(),
            (&row.platform).into(),
            (&row.address).into(),
            (&row.hold_mode).into(),
            (&row.credentials).into(),
            (&row.hint).into(),
            now.into(),
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
        "SELECT platform, address, hold_mode, credentials, hint, created_at FROM connection WHERE shop_id = ?1 ORDER BY platform",
        [shop.into()],
    )
}

/// One connection; answers one [`ConnectionRow`] or none.
pub fn by_platform(shop: &str, platform: &str) -> Statement {
    Statement::new(
        "SELECT platform, address, hold_mode, credentials, hint, created_at FROM connection WHERE shop_id = ?1 AND platform = ?2",
        [shop.into(), platform.into()],
    )
}
