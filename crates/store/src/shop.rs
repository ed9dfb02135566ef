//! Shops and the snapshot in force.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// A shop as a check needs it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ShopRow {
    pub name: String,
    pub settings: String,
    pub snapshot: i64,
    pub entries_seq: i64,
}

/// A published snapshot.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct SnapshotRow {
    pub number: i64,
    pub draft: String,
}

/// Adds a shop whose snapshot 1 is in force.
pub fn add(shop: &str, name: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO shop (id, name, snapshot, entries_seq, created_at) VALUES (?1, ?2, 1, 0, ?3)",
        [shop.into(), name.into(), at.into()],
    )
}

/// The shop; answers one [`ShopRow`] or none.
pub fn by_id(shop: &str) -> Statement {
    Statement::new("SELECT name, settings, snapshot, entries_seq FROM shop WHERE id = ?1", [shop.into()])
}

/// Makes the shop the deployment's demo shop; its public key stands on the demo's pages.
pub fn be_the_demo(shop: &str, public_key: &str) -> Statement {
    Statement::new("UPDATE shop SET demo_key = ?2 WHERE id = ?1", [shop.into(), public_key.into()])
}

/// The deployment's demo shop.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct DemoRow {
    pub id: String,
    pub name: String,
    pub demo_key: String,
}

/// The demo shop made last; answers one [`DemoRow`] or none.
pub fn demo() -> Statement {
    Statement::new("SELECT id, name, demo_key FROM shop WHERE demo_key IS NOT NULL ORDER BY created_at DESC LIMIT 1", [])
}

/// Stores snapshot `number`.
pub fn add_snapshot(shop: &str, number: i64, draft: &str, actor: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO snapshot (shop_id, number, draft, created_at, actor) VALUES (?1, ?2, ?3, ?4, ?5)",
        [shop.into(), number.into(), draft.into(), at.into(), actor.into()],
    )
}

/// The snapshot in force, unless it is `known` already; answers one [`SnapshotRow`] or none.
pub fn snapshot_unless(shop: &str, known: i64) -> Statement {
    Statement::new(
        "SELECT number, draft FROM snapshot WHERE shop_id = ?1 AND number = (SELECT snapshot FROM shop WHERE id = ?1) AND number <> ?2",
        [shop.into(), known.into()],
    )
}

/// Replaces what a shop sets beside its draft.
pub fn set(shop: &str, name: &str, settings: &str) -> Statement {
    Statement::new("UPDATE shop SET name = ?2, settings = ?3 WHERE id = ?1", [shop.into(), name.into(), settings.into()])
}
