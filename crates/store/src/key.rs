//! API keys: kept as digests, looked up by digest.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// Whose key it is.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct KeyRow {
    pub shop_id: String,
    pub kind: String,
}

/// Adds a key of kind `sk` or `pk`.
pub fn add(shop: &str, digest: &str, kind: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO api_key (digest, shop_id, kind, created_at) VALUES (?2, ?1, ?3, ?4)",
        [shop.into(), digest.into(), kind.into(), at.into()],
    )
}

/// The shop a key belongs to, unless it was revoked; answers one [`KeyRow`] or none.
pub fn by_digest(digest: &str) -> Statement {
    Statement::new("SELECT shop_id, kind FROM api_key WHERE digest = ?1 AND revoked_at IS NULL", [digest.into()])
}
