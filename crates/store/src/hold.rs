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
    pub to_edit: i64,
    pub locked_by: Option<String>,
    pub locked_at: Option<i64>,
}

/// The holds of an order, the open one first, then the newest; answers [`HoldRow`]s.
pub fn of_order(shop: &str, order: &str) -> Statement {
    Statement::new(
        "SELECT kind, code, comment, placed_at, actor, resolution, resolved_at, resolved_by, resolution_comment, to_edit, locked_by, locked_at FROM hold \
         WHERE shop_id = ?1 AND order_id = ?2 ORDER BY resolution IS NOT NULL, placed_at DESC, id DESC LIMIT 100",
        [shop.into(), order.into()],
    )
}

/// An open hold as the desk shows it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct OpenHoldRow {
    pub order_id: String,
    pub kind: String,
    pub code: String,
    pub comment: Option<String>,
    pub placed_at: i64,
    pub actor: String,
    pub locked_by: Option<String>,
    pub locked_at: Option<i64>,
    pub number: Option<String>,
    pub state: String,
    pub currency: Option<String>,
    pub total: Option<String>,
    pub name: Option<String>,
    pub score: Option<i64>,
    pub minimum: Option<i64>,
    pub person: Option<String>,
    pub matches: Option<String>,
}

/// What the list of open holds can be narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only the shop's word.
    pub code: Option<String>,
    /// Only `automatic` or `manual`.
    pub kind: Option<String>,
    /// Only those somebody works on, or nobody.
    pub locked: Option<bool>,
    /// Only those placed before.
    pub placed_before: Option<i64>,
}

/// Open holds, oldest first, after the cursor (`placed_at`, order), each with what its order's newest
/// check found; answers [`OpenHoldRow`]s.
pub fn open(shop: &str, filter: &Filter, after: Option<(i64, &str)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((crate::Param::Integer(0), crate::Param::from("")), |(at, id)| (at.into(), id.into()));
    Statement::new(
        "SELECT hold.order_id, kind, code, comment, hold.placed_at, actor, locked_by, locked_at, number, state, currency, total, name, score, minimum, person, \
           (SELECT body -> '$.matches' FROM checks WHERE checks.shop_id = ?1 AND checks.order_id = hold.order_id ORDER BY at DESC, checks.id DESC LIMIT 1) AS matches \
         FROM (SELECT order_id, placed_at, id FROM hold INDEXED BY one_open_hold \
               WHERE shop_id = ?1 AND resolution IS NULL AND (placed_at, order_id) > (?2, ?3) AND (?4 IS NULL OR code = ?4) AND (?5 IS NULL OR kind = ?5) \
                 AND (?6 IS NULL OR (locked_by IS NOT NULL) = ?6) AND (?7 IS NULL OR placed_at <= ?7) \
               ORDER BY placed_at, order_id LIMIT ?8) AS found \
           CROSS JOIN hold ON hold.shop_id = ?1 AND hold.order_id = found.order_id AND hold.placed_at = found.placed_at AND hold.id = found.id \
           CROSS JOIN orders ON orders.shop_id = ?1 AND orders.id = hold.order_id \
         ORDER BY hold.placed_at, hold.order_id",
        [
            shop.into(),
            at,
            id,
            filter.code.as_deref().into(),
            filter.kind.as_deref().into(),
            filter.locked.into(),
            filter.placed_before.into(),
            limit.into(),
        ],
    )
}

/// Who works on a hold.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct LockRow {
    pub locked_by: Option<String>,
}

/// Who works on an order's open hold; answers one [`LockRow`], or none when it is not held.
pub fn lock_of(shop: &str, order: &str) -> Statement {
    Statement::new("SELECT locked_by FROM hold WHERE shop_id = ?1 AND order_id = ?2 AND resolution IS NULL", [shop.into(), order.into()])
}

/// Gives an order's open hold to somebody; changes no row when somebody else works on it, unless it
/// is taken over.
pub fn lock(shop: &str, order: &str, by: &str, overrides: bool, now: ordergate_screening::Timestamp) -> Statement {
    Statement::new(
        "UPDATE hold SET locked_by = ?3, locked_at = ?5 \
         WHERE shop_id = ?1 AND order_id = ?2 AND resolution IS NULL AND (locked_by IS NULL OR locked_by = ?3 OR ?4 = 1)",
        [shop.into(), order.into(), by.into(), overrides.into(), now.into()],
    )
}

/// Nobody works on it any more; changes no row when nobody did.
pub fn unlock(shop: &str, order: &str) -> Statement {
    Statement::new(
        "UPDATE hold SET locked_by = NULL, locked_at = NULL WHERE shop_id = ?1 AND order_id = ?2 AND resolution IS NULL AND locked_by IS NOT NULL",
        [shop.into(), order.into()],
    )
}
