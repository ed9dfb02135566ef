//! Sign-in links and sessions of the admin page, kept as digests.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// A live session.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct SessionRow {
    pub shop_id: String,
    pub expires_at: i64,
}

/// Adds a one-time link.
pub fn add_link(shop: &str, token_digest: &str, expires_at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO sign_in_link (token_digest, shop_id, expires_at) VALUES (?2, ?1, ?3)",
        [shop.into(), token_digest.into(), expires_at.into()],
    )
}

/// Uses a link up; follow it with [`Statement::must_have_changed_one`].
pub fn use_link(token_digest: &str, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE sign_in_link SET used_at = ?2 WHERE token_digest = ?1 AND used_at IS NULL AND expires_at > ?2",
        [token_digest.into(), now.into()],
    )
}

/// Starts a session for the shop of a link.
pub fn start(link_digest: &str, token_digest: &str, now: Timestamp, expires_at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO session (token_digest, shop_id, created_at, expires_at) SELECT ?2, shop_id, ?3, ?4 FROM sign_in_link WHERE token_digest = ?1",
        [link_digest.into(), token_digest.into(), now.into(), expires_at.into()],
    )
}

/// The session with this token, while it lives; answers one [`SessionRow`] or none.
pub fn by_token(token_digest: &str, now: Timestamp) -> Statement {
    Statement::new("SELECT shop_id, expires_at FROM session WHERE token_digest = ?1 AND expires_at > ?2", [token_digest.into(), now.into()])
}

/// Ends a session.
pub fn end(shop: &str, token_digest: &str) -> Statement {
    Statement::new("DELETE FROM session WHERE shop_id = ?1 AND token_digest = ?2", [shop.into(), token_digest.into()])
}
