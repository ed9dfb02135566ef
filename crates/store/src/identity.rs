//! Who somebody is at the identity provider in front of this deployment.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// Whose identity it is.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct IdentityRow {
    pub user_id: String,
}

/// Takes down that an identity is a user's; one that is somebody's already stays theirs.
pub fn add(issuer: &str, subject: &str, user: &str, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO identity (issuer, subject, user_id, created_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        [issuer.into(), subject.into(), user.into(), now.into()],
    )
}

/// The user with this identity; answers one [`IdentityRow`] or none.
pub fn user_of(issuer: &str, subject: &str) -> Statement {
    Statement::new("SELECT user_id FROM identity WHERE issuer = ?1 AND subject = ?2", [issuer.into(), subject.into()])
}
