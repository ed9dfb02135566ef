//! Holds: placed by a check or a person, ended by a release or a cancellation in the shop.

use serde::Deserialize;

use crate::Statement;

/// An open or resolved hold.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct HoldRow {
    pub kind: String,
    pub code: String,
    pub comment: Option<String>,
    pub placed_at: i64,
    pub actor: String,
    pub resolution: Option<String>,
    pub resolved_at: Option<i64>,
    pub resolved_by: Option<String>,
    pub resolution_comment: Option<String>,
    pub locked_by: Option<String>,
    pub locked_at: Option<i64>,
}

/// The holds of an order, the open one first, then the newest; answers [`HoldRow`]s.
pub fn of_order(shop: &str, order: &str) -> Statement {
    Statement::new(
        "SELECT kind, code, comment, placed_at, actor, resolution, resolved_at, resolved_by, resolution_comment, locked_by, locked_at FROM hold \
         WHERE shop_id = ?1 AND order_id = ?2 ORDER BY resolution IS NOT NULL, placed_at DESC, id DESC LIMIT 100",
        [shop.into(), order.into()],
    )
}
