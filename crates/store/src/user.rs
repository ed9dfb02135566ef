//! People of a shop who sign in, and what they may do.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// A user as the settings show them.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct UserRow {
    pub id: String,
    pub name: String,
    pub role: String,
    pub created_at: i64,
    pub seen_at: Option<i64>,
    pub passkeys: i64,
}

/// A shop that somebody belongs to.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ShopOfUserRow {
    pub id: String,
    pub name: String,
}

/// A user who is added.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct NewUser<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub role: &'a str,
}

/// Adds a user, unless the shop has `most`; fails when the name is taken.
pub fn add(shop: &str, user: NewUser<'_>, most: u32, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO user (shop_id, id, name, role, created_at) SELECT ?1, ?2, ?3, ?4, ?5 \
         WHERE (SELECT COUNT(*) FROM user WHERE shop_id = ?1 AND removed_at IS NULL) < ?6",
        [shop.into(), user.id.into(), user.name.into(), user.role.into(), now.into(), most.into()],
    )
}

/// Adds an admin to a shop that has none.
pub fn add_first_admin(shop: &str, id: &str, name: &str, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO user (shop_id, id, name, role, created_at) SELECT ?1, ?2, ?3, 'admin', ?4 \
         WHERE NOT EXISTS (SELECT 1 FROM user WHERE shop_id = ?1 AND role = 'admin' AND removed_at IS NULL)",
        [shop.into(), id.into(), name.into(), now.into()],
    )
}

/// The users of a shop; answers [`UserRow`]s.
pub fn all(shop: &str) -> Statement {
    Statement::new(
        "SELECT id, name, role, created_at, seen_at, (SELECT COUNT(*) FROM passkey WHERE passkey.user_id = user.id) AS passkeys \
         FROM user WHERE shop_id = ?1 AND removed_at IS NULL ORDER BY created_at, id",
        [shop.into()],
    )
}

/// One user; answers one [`UserRow`] or none.
pub fn by_id(shop: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT id, name, role, created_at, seen_at, (SELECT COUNT(*) FROM passkey WHERE passkey.user_id = user.id) AS passkeys \
         FROM user WHERE shop_id = ?1 AND id = ?2 AND removed_at IS NULL",
        [shop.into(), id.into()],
    )
}

/// Renames a user and gives them a role; changes no row when the shop would be without an admin.
pub fn replace(shop: &str, user: NewUser<'_>) -> Statement {
    Statement::new(
        "UPDATE user SET name = ?3, role = ?4 WHERE shop_id = ?1 AND id = ?2 AND removed_at IS NULL AND (?4 = 'admin' OR role <> 'admin' \
           OR (SELECT COUNT(*) FROM user WHERE shop_id = ?1 AND role = 'admin' AND removed_at IS NULL) > 1)",
        [shop.into(), user.id.into(), user.name.into(), user.role.into()],
    )
}

/// Removes a user; changes no row when the shop would be without an admin.
pub fn remove(shop: &str, id: &str, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE user SET removed_at = ?3 WHERE shop_id = ?1 AND id = ?2 AND removed_at IS NULL AND (role <> 'admin' \
           OR (SELECT COUNT(*) FROM user WHERE shop_id = ?1 AND role = 'admin' AND removed_at IS NULL) > 1)",
        [shop.into(), id.into(), now.into()],
    )
}

/// Notes that a user has signed in.
pub fn seen(shop: &str, id: &str, now: Timestamp) -> Statement {
    Statement::new("UPDATE user SET seen_at = ?3 WHERE shop_id = ?1 AND id = ?2", [shop.into(), id.into(), now.into()])
}

/// Notes in the audit, under their name, that a user has signed in.
pub fn note_sign_in(shop: &str, id: &str, audit_id: &str, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO audit (shop_id, subject, at, id, actor, action, detail) SELECT ?1, 'user:' || id, ?4, ?3, name, 'user.signed_in', '' FROM user WHERE shop_id = ?1 AND id = ?2",
        [shop.into(), id.into(), audit_id.into(), now.into()],
    )
}

/// Makes somebody who was invited and never signed in the person `known` of another shop; changes no
/// row when they have signed in, or when that person belongs to the shop already.
pub fn become_known(shop: &str, invited: &str, known: &str) -> Statement {
    Statement::new(
        "UPDATE user SET id = ?3 WHERE shop_id = ?1 AND id = ?2 AND seen_at IS NULL AND removed_at IS NULL \
           AND NOT EXISTS (SELECT 1 FROM user AS other WHERE other.shop_id = ?1 AND other.id = ?3)",
        [shop.into(), invited.into(), known.into()],
    )
}

/// The shops that a person belongs to, the one they used last first; answers [`ShopOfUserRow`]s.
pub fn shops_of(id: &str) -> Statement {
    Statement::new(
        "SELECT shop.id, shop.name FROM user JOIN shop ON shop.id = user.shop_id WHERE user.id = ?1 AND user.removed_at IS NULL \
         ORDER BY user.seen_at DESC, shop.name, shop.id LIMIT 100",
        [id.into()],
    )
}
