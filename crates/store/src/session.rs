//! Sign-in links and sessions of the admin page, kept as digests.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// A live session, and whose it is.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct SessionRow {
    pub shop_id: String,
    pub id: String,
    pub user_id: String,
    pub name: String,
    pub role: String,
    pub expires_at: i64,
    pub seen_at: i64,
}

/// A session as its person, or an admin, sees it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ListedSessionRow {
    pub id: String,
    pub user_id: String,
    pub name: String,
    pub created_at: i64,
    pub seen_at: i64,
    pub expires_at: i64,
}

/// A link that works, and whom it signs in.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct LinkRow {
    pub shop_id: String,
    pub shop: String,
    pub user_id: String,
    pub name: String,
    /// Whether they have signed in before.
    pub is_known: i64,
}

/// A session that begins.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct NewSession<'a> {
    pub id: &'a str,
    pub user: &'a str,
    pub token_digest: &'a str,
    pub expires_at: Timestamp,
}

/// Adds a one-time link for a user.
pub fn add_link(shop: &str, user: &str, token_digest: &str, expires_at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO sign_in_link (token_digest, shop_id, user_id, expires_at) VALUES (?3, ?1, ?2, ?4)",
        [shop.into(), user.into(), token_digest.into(), expires_at.into()],
    )
}

/// Adds a one-time link for the admin who has been there longest.
pub fn add_link_for_first_admin(shop: &str, token_digest: &str, expires_at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO sign_in_link (token_digest, shop_id, user_id, expires_at) SELECT ?2, ?1, id, ?3 FROM user \
         WHERE shop_id = ?1 AND role = 'admin' AND removed_at IS NULL ORDER BY created_at, id LIMIT 1",
        [shop.into(), token_digest.into(), expires_at.into()],
    )
}

/// The link with this token, while it works; answers one [`LinkRow`] or none.
pub fn link(token_digest: &str, now: Timestamp) -> Statement {
    Statement::new(
        "SELECT link.shop_id, shop.name AS shop, user.id AS user_id, user.name, user.seen_at IS NOT NULL AS is_known FROM sign_in_link AS link \
         JOIN shop ON shop.id = link.shop_id JOIN user ON user.shop_id = link.shop_id AND user.id = link.user_id AND user.removed_at IS NULL \
         WHERE link.token_digest = ?1 AND link.used_at IS NULL AND link.expires_at > ?2",
        [token_digest.into(), now.into()],
    )
}

/// Uses a link up; follow it with [`Statement::must_have_changed_one`].
pub fn use_link(shop: &str, token_digest: &str, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE sign_in_link SET used_at = ?3 WHERE shop_id = ?1 AND token_digest = ?2 AND used_at IS NULL AND expires_at > ?3",
        [shop.into(), token_digest.into(), now.into()],
    )
}

/// Starts a session of a user of the shop; changes no row when they have been removed.
pub fn start(shop: &str, session: NewSession<'_>, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO session (token_digest, shop_id, id, user_id, created_at, seen_at, expires_at) \
         SELECT ?2, ?1, ?3, id, ?5, ?5, ?6 FROM user WHERE shop_id = ?1 AND id = ?4 AND removed_at IS NULL",
        [shop.into(), session.token_digest.into(), session.id.into(), session.user.into(), now.into(), session.expires_at.into()],
    )
}

/// The session with this token, while it lives and was used since `idle_since`, and whose it is;
/// answers one [`SessionRow`] or none.
pub fn by_token(token_digest: &str, now: Timestamp, idle_since: Timestamp) -> Statement {
    Statement::new(
        "SELECT session.shop_id, session.id, session.user_id, user.name, user.role, session.expires_at, session.seen_at FROM session \
         JOIN user ON user.shop_id = session.shop_id AND user.id = session.user_id AND user.removed_at IS NULL \
         WHERE session.token_digest = ?1 AND session.expires_at > ?2 AND session.seen_at > ?3",
        [token_digest.into(), now.into(), idle_since.into()],
    )
}

/// Notes that a session was used.
pub fn seen(shop: &str, token_digest: &str, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE session SET seen_at = ?3 WHERE shop_id = ?1 AND token_digest = ?2",
        [shop.into(), token_digest.into(), now.into()],
    )
}

/// The live sessions of a shop, of one user or of all, the last used first; answers
/// [`ListedSessionRow`]s.
pub fn all(shop: &str, user: Option<&str>, now: Timestamp, idle_since: Timestamp) -> Statement {
    Statement::new(
        "SELECT session.id, session.user_id, user.name, session.created_at, session.seen_at, session.expires_at FROM session \
         JOIN user ON user.shop_id = ?1 AND user.id = session.user_id AND user.removed_at IS NULL \
         WHERE session.shop_id = ?1 AND (?2 IS NULL OR session.user_id = ?2) AND session.expires_at > ?3 AND session.seen_at > ?4 \
         ORDER BY session.seen_at DESC, session.id LIMIT 200",
        [shop.into(), user.into(), now.into(), idle_since.into()],
    )
}

/// Goes on in another shop of the same person; changes no row when they do not belong to it.
pub fn switch(shop: &str, token_digest: &str, to: &str) -> Statement {
    Statement::new(
        "UPDATE session SET shop_id = ?3 WHERE shop_id = ?1 AND token_digest = ?2 \
           AND EXISTS (SELECT 1 FROM user WHERE user.shop_id = ?3 AND user.id = session.user_id AND user.removed_at IS NULL)",
        [shop.into(), token_digest.into(), to.into()],
    )
}

/// Ends a session.
pub fn end(shop: &str, token_digest: &str) -> Statement {
    Statement::new("DELETE FROM session WHERE shop_id = ?1 AND token_digest = ?2", [shop.into(), token_digest.into()])
}

/// Ends a session by its id: any of the shop, or only one of `user`.
pub fn end_by_id(shop: &str, id: &str, user: Option<&str>) -> Statement {
    Statement::new(
        "DELETE FROM session WHERE shop_id = ?1 AND id = ?2 AND (?3 IS NULL OR user_id = ?3)",
        [shop.into(), id.into(), user.into()],
    )
}

/// Forgets the shop's sessions and links that are over.
pub fn forget_over(shop: &str, now: Timestamp) -> [Statement; 2] {
    [
        Statement::new("DELETE FROM session WHERE shop_id = ?1 AND expires_at <= ?2", [shop.into(), now.into()]),
        Statement::new("DELETE FROM sign_in_link WHERE shop_id = ?1 AND expires_at <= ?2", [shop.into(), now.into()]),
    ]
}

/// Ends every session of a user in the shop, and lets no link of theirs be used.
pub fn end_all_of(shop: &str, user: &str) -> [Statement; 2] {
    [
        Statement::new("DELETE FROM session WHERE shop_id = ?1 AND user_id = ?2", [shop.into(), user.into()]),
        Statement::new("DELETE FROM sign_in_link WHERE shop_id = ?1 AND user_id = ?2 AND used_at IS NULL", [shop.into(), user.into()]),
    ]
}
