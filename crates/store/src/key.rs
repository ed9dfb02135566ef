//! API keys: kept as digests, looked up by digest, and spoken of by their ids.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;
use crate::statement::json;

/// Whose key it is, and what it may be used for.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct KeyRow {
    pub shop_id: String,
    pub kind: String,
    /// JSON array of the web origins that may use a public key.
    pub origins: String,
    /// Midnight of the day it was last used.
    pub used_on: Option<i64>,
}

/// A key as the settings show it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ListedKeyRow {
    pub id: String,
    pub kind: String,
    pub name: String,
    pub last4: Option<String>,
    pub origins: String,
    pub created_at: i64,
    pub used_on: Option<i64>,
    pub ends_at: Option<i64>,
}

/// A key that is made.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct NewKey<'a> {
    pub id: &'a str,
    pub digest: &'a str,
    pub kind: &'a str,
    pub name: &'a str,
    pub last4: &'a str,
    pub origins: &'a [String],
}

/// Adds a key of kind `sk` or `pk`, unless the shop has `most` that are not revoked.
pub fn add(shop: &str, key: NewKey<'_>, most: u32, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO api_key (digest, shop_id, id, kind, name, last4, origins, created_at) SELECT ?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8 \
         WHERE (SELECT COUNT(*) FROM api_key WHERE shop_id = ?1 AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > ?8)) < ?9",
        [
            shop.into(),
            key.digest.into(),
            key.id.into(),
            key.kind.into(),
            key.name.into(),
            key.last4.into(),
            json(key.origins),
            at.into(),
            most.into(),
        ],
    )
}

/// The shop a key belongs to, unless it was revoked or has ended; answers one [`KeyRow`] or none.
pub fn by_digest(digest: &str, now: Timestamp) -> Statement {
    Statement::new(
        "SELECT shop_id, kind, origins, used_on FROM api_key WHERE digest = ?1 AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > ?2)",
        [digest.into(), now.into()],
    )
}

/// Notes the day a key was used.
pub fn used(shop: &str, digest: &str, day: i64) -> Statement {
    Statement::new("UPDATE api_key SET used_on = ?3 WHERE shop_id = ?1 AND digest = ?2", [shop.into(), digest.into(), day.into()])
}

/// The keys of a shop that work, newest first; answers [`ListedKeyRow`]s.
pub fn all(shop: &str, now: Timestamp) -> Statement {
    Statement::new(
        "SELECT id, kind, name, last4, origins, created_at, used_on, ends_at FROM api_key \
         WHERE shop_id = ?1 AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > ?2) ORDER BY created_at DESC, id",
        [shop.into(), now.into()],
    )
}

/// One key that works; answers one [`ListedKeyRow`] or none.
pub fn by_id(shop: &str, id: &str, now: Timestamp) -> Statement {
    Statement::new(
        "SELECT id, kind, name, last4, origins, created_at, used_on, ends_at FROM api_key \
         WHERE shop_id = ?1 AND id = ?2 AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > ?3)",
        [shop.into(), id.into(), now.into()],
    )
}

/// Renames a key and says which origins may use it.
pub fn replace(shop: &str, id: &str, name: &str, origins: &[String]) -> Statement {
    Statement::new(
        "UPDATE api_key SET name = ?3, origins = ?4 WHERE shop_id = ?1 AND id = ?2 AND revoked_at IS NULL",
        [shop.into(), id.into(), name.into(), json(origins)],
    )
}

/// Lets a key end, unless it ends sooner already; changes no row when it does not work any more.
pub fn end(shop: &str, id: &str, ends_at: Timestamp, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE api_key SET ends_at = MIN(?3, COALESCE(ends_at, ?3)) \
         WHERE shop_id = ?1 AND id = ?2 AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > ?4)",
        [shop.into(), id.into(), ends_at.into(), now.into()],
    )
}

/// Revokes a key; changes no row when it was revoked already.
pub fn revoke(shop: &str, id: &str, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE api_key SET revoked_at = ?3 WHERE shop_id = ?1 AND id = ?2 AND revoked_at IS NULL",
        [shop.into(), id.into(), now.into()],
    )
}
