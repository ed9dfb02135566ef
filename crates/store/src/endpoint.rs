//! Webhook endpoints: the unguessable part of the address selects shop, platform and secrets.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// What a delivery to the endpoint is verified with.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct EndpointRow {
    pub shop_id: String,
    pub platform: String,
    pub secret: String,
    pub previous_secret: Option<String>,
}

/// Adds an endpoint.
pub fn add(shop: &str, token_digest: &str, platform: &str, secret: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO endpoint (token_digest, shop_id, platform, secret, created_at) VALUES (?2, ?1, ?3, ?4, ?5)",
        [shop.into(), token_digest.into(), platform.into(), secret.into(), at.into()],
    )
}

/// The endpoint with this token; answers one [`EndpointRow`] or none.
pub fn by_token(token_digest: &str) -> Statement {
    Statement::new("SELECT shop_id, platform, secret, previous_secret FROM endpoint WHERE token_digest = ?1", [token_digest.into()])
}

/// Puts a new secret in force; the one before it stays valid, the one before that no longer is.
pub fn rotate(shop: &str, platform: &str, secret: &str) -> Statement {
    Statement::new(
        "UPDATE endpoint SET previous_secret = secret, secret = ?3 WHERE shop_id = ?1 AND platform = ?2",
        [shop.into(), platform.into(), secret.into()],
    )
}

/// An endpoint's digest.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct DigestRow {
    pub token_digest: String,
}

/// The endpoints of a shop for a platform; answers [`DigestRow`]s.
pub fn digests(shop: &str, platform: &str) -> Statement {
    Statement::new("SELECT token_digest FROM endpoint WHERE shop_id = ?1 AND platform = ?2", [shop.into(), platform.into()])
}
