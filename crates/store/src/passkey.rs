//! Passkeys, which belong to a person, and the challenges that were used.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// A passkey as its person sees it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct PasskeyRow {
    pub id: String,
    pub credential: String,
    pub name: String,
    pub created_at: i64,
    pub used_at: Option<i64>,
}

/// What a sign-in is checked against.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct KnownRow {
    pub user_id: String,
    pub public_key: String,
    pub counter: i64,
}

/// A passkey that is added.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct NewPasskey<'a> {
    pub id: &'a str,
    pub user: &'a str,
    pub credential: &'a str,
    pub name: &'a str,
    pub public_key: &'a str,
    pub counter: u32,
}

/// Adds a passkey, unless the person has `most`; fails when the authenticator's id of it is known.
pub fn add(passkey: NewPasskey<'_>, most: u32, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO passkey (credential, user_id, id, name, public_key, counter, created_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 \
         WHERE (SELECT COUNT(*) FROM passkey WHERE user_id = ?2) < ?8",
        [
            passkey.credential.into(),
            passkey.user.into(),
            passkey.id.into(),
            passkey.name.into(),
            passkey.public_key.into(),
            passkey.counter.into(),
            now.into(),
            most.into(),
        ],
    )
}

/// The passkeys of a person; answers [`PasskeyRow`]s.
pub fn of_user(user: &str) -> Statement {
    Statement::new(
        "SELECT id, credential, name, created_at, used_at FROM passkey WHERE user_id = ?1 ORDER BY created_at, id",
        [user.into()],
    )
}

/// Whose passkey it is; answers one [`KnownRow`] or none.
pub fn by_credential(credential: &str) -> Statement {
    Statement::new("SELECT user_id, public_key, counter FROM passkey WHERE credential = ?1", [credential.into()])
}

/// Notes a sign-in; changes no row when another one was faster.
pub fn used(credential: &str, known_counter: i64, counter: u32, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE passkey SET counter = ?3, used_at = ?4 WHERE credential = ?1 AND counter = ?2",
        [credential.into(), known_counter.into(), counter.into(), now.into()],
    )
}

/// Removes a passkey of a person.
pub fn remove(user: &str, id: &str) -> Statement {
    Statement::new("DELETE FROM passkey WHERE user_id = ?1 AND id = ?2", [user.into(), id.into()])
}

/// Uses a challenge up, and forgets those that are over; fails when it was used before.
pub fn use_challenge(digest: &str, user: &str, expires_at: Timestamp, now: Timestamp) -> [Statement; 2] {
    [
        Statement::new("DELETE FROM challenge WHERE expires_at <= ?1", [now.into()]),
        Statement::new(
            "INSERT INTO challenge (digest, user_id, expires_at) VALUES (?1, ?2, ?3)",
            [digest.into(), user.into(), expires_at.into()],
        ),
    ]
}
