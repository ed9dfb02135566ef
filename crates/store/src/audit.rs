//! Who did what: written with every change, never changed.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;
use crate::statement::json;

/// One audit entry of a subject.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct AuditRow {
    pub at: i64,
    pub actor: String,
    pub action: String,
    pub detail: String,
}

/// Adds an entry about `subject` (`order:<id>`, `entry:<id>`, `shop`).
pub fn add(shop: &str, subject: &str, at: Timestamp, id: &str, actor: &str, action: &str, detail: &str) -> Statement {
    Statement::new(
        "INSERT INTO audit (shop_id, subject, at, id, actor, action, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        [shop.into(), subject.into(), at.into(), id.into(), actor.into(), action.into(), detail.into()],
    )
}

/// Adds entries at once: subject, id, actor, action and detail of each.
pub fn add_many(shop: &str, entries: &[(String, &str, &str, &str, &str)], at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO audit (shop_id, subject, at, id, actor, action, detail) \
         SELECT ?1, value ->> 0, ?2, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?3)",
        [shop.into(), at.into(), json(entries)],
    )
}

/// Everything about `subject`, oldest first; answers [`AuditRow`]s.
pub fn of_subject(shop: &str, subject: &str) -> Statement {
    Statement::new(
        "SELECT at, actor, action, detail FROM audit WHERE shop_id = ?1 AND subject = ?2 ORDER BY at, id LIMIT 1000",
        [shop.into(), subject.into()],
    )
}
