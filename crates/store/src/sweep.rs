//! Retroactive sweeps: what came up, and how far the walk over the approved orders has come.

use ordergate_screening::{Identity, Timestamp};
use serde::Deserialize;

use crate::Statement;
use crate::order_key::pairs;

/// A sweep claimed for its next step.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct SweepRow {
    pub shop_id: String,
    pub id: String,
    pub cause: String,
    pub public_url: String,
    pub after_at: Option<i64>,
    pub after_id: Option<String>,
    /// JSON; the walk is over the orders that carry one of these.
    pub identities: Option<String>,
}

/// Queues a sweep of every approved order inside the stop window. One that has not begun yet covers
/// it too: a walk reads the entries and rules that are in force when it passes.
pub fn add(shop: &str, id: &str, cause: &str, public_url: &str, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO sweep (shop_id, id, cause, public_url, due_at, created_at) SELECT ?1, ?2, ?3, ?5, ?4, ?4 \
         WHERE NOT EXISTS (SELECT 1 FROM sweep WHERE shop_id = ?1 AND done_at IS NULL AND after_at IS NULL AND lease IS NULL AND identities IS NULL)",
        [shop.into(), id.into(), cause.into(), now.into(), public_url.into()],
    )
}

/// Queues a sweep of the approved orders inside the stop window that carry one of these identities.
pub fn add_keyed(shop: &str, id: &str, cause: &str, identities: &[Identity], public_url: &str, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO sweep (shop_id, id, cause, public_url, due_at, created_at, identities) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)",
        [shop.into(), id.into(), cause.into(), public_url.into(), now.into(), pairs(identities)],
    )
}

/// Leases the sweep that is due longest, of any shop; answers one [`SweepRow`] or none.
pub fn claim(lease: &str, now: Timestamp, lease_until: Timestamp) -> Statement {
    Statement::new(
        "UPDATE sweep SET lease = ?1, lease_until = ?3 \
         WHERE (shop_id, id) IN (SELECT shop_id, id FROM sweep WHERE done_at IS NULL AND due_at <= ?2 AND (lease IS NULL OR lease_until <= ?2) ORDER BY due_at LIMIT 1) \
         RETURNING shop_id, id, cause, public_url, after_at, after_id, identities",
        [lease.into(), now.into(), lease_until.into()],
    )
}

/// Writes down how far a leased sweep has come; `None` ends it.
pub fn moved(row: &SweepRow, lease: &str, after: Option<(i64, &str)>, checked: usize, raised: usize, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE sweep SET lease = NULL, due_at = ?4, after_at = COALESCE(?5, after_at), after_id = COALESCE(?6, after_id), checked = checked + ?7, raised = raised + ?8, \
           done_at = CASE WHEN ?5 IS NULL THEN ?4 END \
         WHERE shop_id = ?1 AND id = ?2 AND lease = ?3",
        [
            (&row.shop_id).into(),
            (&row.id).into(),
            lease.into(),
            now.into(),
            after.map(|(at, _)| at).into(),
            after.map(|(_, id)| id).into(),
            checked.into(),
            raised.into(),
        ],
    )
}
