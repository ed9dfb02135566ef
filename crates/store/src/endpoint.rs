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
    /// While it is still believed.
    pub previous_secret: Option<String>,
}

/// An endpoint as the settings show it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ListedEndpointRow {
    pub id: String,
    pub platform: String,
    pub created_at: i64,
    pub rotated_at: Option<i64>,
    pub previous_until: Option<i64>,
    pub last_delivery_at: Option<i64>,
}

/// What is stored of the unguessable part of an endpoint's address.
#[derive(Debug, Clone, Copy)]
pub struct Token<'a> {
    /// Deliveries are recognised by it.
    pub digest: &'a str,
    /// It is told to the platform again when its webhook is gone.
    pub sealed: &'a str,
}

/// Adds an endpoint; fails when the shop has one for the platform.
pub fn add(shop: &str, id: &str, token: Token<'_>, platform: &str, secret: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO endpoint (token_digest, shop_id, id, platform, secret, created_at, sealed_token) VALUES (?2, ?1, ?3, ?4, ?5, ?6, ?7)",
        [shop.into(), token.digest.into(), id.into(), platform.into(), secret.into(), at.into(), token.sealed.into()],
    )
}

/// The endpoint with this token; answers one [`EndpointRow`] or none.
pub fn by_token(token_digest: &str, now: Timestamp) -> Statement {
    Statement::new(
        "SELECT shop_id, platform, secret, CASE WHEN previous_until IS NULL OR previous_until > ?2 THEN previous_secret END AS previous_secret \
         FROM endpoint WHERE token_digest = ?1",
        [token_digest.into(), now.into()],
    )
}

/// The endpoints of a shop; answers [`ListedEndpointRow`]s.
pub fn all(shop: &str) -> Statement {
    Statement::new(
        "SELECT id, platform, created_at, rotated_at, CASE WHEN previous_secret IS NOT NULL THEN previous_until END AS previous_until, \
           (SELECT MAX(received_at) FROM delivery WHERE delivery.shop_id = ?1 AND delivery.platform = endpoint.platform) AS last_delivery_at \
         FROM endpoint WHERE shop_id = ?1 ORDER BY platform",
        [shop.into()],
    )
}

/// One endpoint; answers one [`ListedEndpointRow`] or none.
pub fn by_id(shop: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT id, platform, created_at, rotated_at, CASE WHEN previous_secret IS NOT NULL THEN previous_until END AS previous_until, \
           (SELECT MAX(received_at) FROM delivery WHERE delivery.shop_id = ?1 AND delivery.platform = endpoint.platform) AS last_delivery_at \
         FROM endpoint WHERE shop_id = ?1 AND id = ?2",
        [shop.into(), id.into()],
    )
}

/// Puts a new secret in force; the one before it is believed until `until`, the one before that no longer.
pub fn rotate(shop: &str, id: &str, secret: &str, until: Timestamp, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE endpoint SET previous_secret = secret, secret = ?3, previous_until = ?4, rotated_at = ?5 WHERE shop_id = ?1 AND id = ?2",
        [shop.into(), id.into(), secret.into(), until.into(), now.into()],
    )
}

/// Removes an endpoint: its address leads nowhere from then on.
pub fn remove(shop: &str, id: &str) -> Statement {
    Statement::new("DELETE FROM endpoint WHERE shop_id = ?1 AND id = ?2", [shop.into(), id.into()])
}

/// What a platform's webhook leads to.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct SubscribedRow {
    pub token_digest: String,
    /// `None` for endpoints of before it was kept.
    pub sealed_token: Option<String>,
    pub secret: String,
}

/// The endpoint of a shop for a platform; answers one [`SubscribedRow`] or none.
pub fn of_platform(shop: &str, platform: &str) -> Statement {
    Statement::new(
        "SELECT token_digest, sealed_token, secret FROM endpoint WHERE shop_id = ?1 AND platform = ?2",
        [shop.into(), platform.into()],
    )
}
