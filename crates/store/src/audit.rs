//! Who did what: written with every change, never changed.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::statement::json;
use crate::{Param, Statement};

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

/// One audit entry of a shop.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ListedAuditRow {
    pub id: String,
    pub subject: String,
    pub at: i64,
    pub actor: String,
    pub action: String,
    pub detail: String,
}

/// What people, servers and the operator did, after the cursor, newest first; answers
/// [`ListedAuditRow`]s.
pub fn of_people(shop: &str, actor: Option<&str>, after: Option<&(i64, String)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::Integer(i64::MAX >> 11), Param::from("")), |(at, id)| (Param::from(*at), Param::from(id)));
    Statement::new(
        "SELECT id, subject, at, actor, action, detail FROM audit INDEXED BY audit_of_people \
         WHERE shop_id = ?1 AND actor NOT IN ('engine', 'woocommerce', 'shopify') AND (?2 IS NULL OR actor = ?2) \
           AND at <= ?3 AND (at < ?3 OR id > ?4) ORDER BY at DESC, id LIMIT ?5",
        [shop.into(), actor.into(), at, id, limit.into()],
    )
}

/// Everything about `subject`, whoever did it, after the cursor, newest first; answers
/// [`ListedAuditRow`]s.
pub fn listed_of_subject(shop: &str, subject: &str, actor: Option<&str>, after: Option<&(i64, String)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::Integer(i64::MAX >> 11), Param::from("")), |(at, id)| (Param::from(*at), Param::from(id)));
    Statement::new(
        "SELECT id, subject, at, actor, action, detail FROM audit \
         WHERE shop_id = ?1 AND subject = ?2 AND (?3 IS NULL OR actor = ?3) \
           AND at <= ?4 AND (at < ?4 OR id > ?5) ORDER BY at DESC, id LIMIT ?6",
        [shop.into(), subject.into(), actor.into(), at, id, limit.into()],
    )
}
