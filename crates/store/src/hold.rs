//! Holds: placed by a check or a person, ended by a release or a cancellation in the shop.

use ordergate_casework::{HoldAction, HoldChange, StandingOrder};
use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::statement::json;
use crate::{Param, Statement, audit};

/// An open or resolved hold.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct HoldRow {
    pub code: String,
    pub comment: Option<String>,
    pub placed_at: i64,
    pub actor: String,
    pub resolution: Option<String>,
    pub resolved_at: Option<i64>,
    pub resolved_by: Option<String>,
    pub resolution_comment: Option<String>,
}

/// An order a person acts on.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct StandingRow {
    pub id: String,
    pub revision: i64,
    pub state: String,
}

impl StandingRow {
    /// The row in the words of casework.
    ///
    /// # Errors
    /// A state this release does not know.
    pub fn standing(self) -> Result<StandingOrder, String> {
        Ok(StandingOrder { id: self.id, revision: self.revision, state: self.state.parse()? })
    }
}

/// The holds of an order, the open one first, then the newest; answers [`HoldRow`]s.
pub fn of_order(shop: &str, order: &str) -> Statement {
    Statement::new(
        "SELECT code, comment, placed_at, actor, resolution, resolved_at, resolved_by, resolution_comment FROM hold \
         WHERE shop_id = ?1 AND order_id = ?2 ORDER BY resolution IS NOT NULL, placed_at DESC, id DESC LIMIT 100",
        [shop.into(), order.into()],
    )
}

/// The orders a person acts on, as many as there are; answers [`StandingRow`]s.
pub fn standing(shop: &str, orders: &[&str]) -> Statement {
    Statement::new(
        "SELECT id, revision, state FROM orders WHERE shop_id = ?1 AND id IN (SELECT value FROM json_each(?2))",
        [shop.into(), json(orders)],
    )
}

/// The statements of a person's hold or release of one or more orders: all of it or nothing. The
/// batch fails as a whole when another writer of any of them was faster.
pub fn write(shop: &str, action: HoldAction, changes: &[HoldChange], comment: &str, actor: &str, now: Timestamp) -> Vec<Statement> {
    let orders: Vec<(&str, i64)> = changes.iter().map(|change| (change.order.as_str(), change.replaces)).collect();
    let orders = json(&orders);
    let placed: Vec<(&str, &str, &str)> = changes
        .iter()
        .filter_map(|change| change.hold.as_ref().map(|hold| (change.order.as_str(), hold.id.as_str(), hold.code.as_str())))
        .collect();
    let audited: Vec<(String, String, &str)> =
        changes.iter().map(|change| (format!("order:{}", change.order), change.audit.id.clone(), change.audit.action.as_str())).collect();
    let holds = match action {
        HoldAction::Hold => Statement::new(
            "INSERT INTO hold (shop_id, order_id, placed_at, id, code, comment, actor) \
             SELECT ?1, value ->> 0, ?2, value ->> 1, value ->> 2, ?3, ?4 FROM json_each(?5)",
            [shop.into(), now.into(), comment.into(), actor.into(), json(&placed)],
        ),
        HoldAction::Release => Statement::new(
            "UPDATE hold SET resolution = 'released', resolved_at = ?2, resolved_by = ?4, resolution_comment = ?3 \
             WHERE shop_id = ?1 AND resolution IS NULL AND order_id IN (SELECT value ->> 0 FROM json_each(?5))",
            [shop.into(), now.into(), comment.into(), actor.into(), orders.clone()],
        ),
    };
    vec![
        states(shop, action, orders),
        Statement::must_have_changed(changes.len()),
        holds,
        audit::add_many(shop, &audited, now, actor, comment),
    ]
}

fn states(shop: &str, action: HoldAction, orders: Param) -> Statement {
    Statement::new(
        "UPDATE orders SET state = ?2, revision = revision + 1 \
         WHERE shop_id = ?1 AND (id, revision) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?3))",
        [shop.into(), action.leads_to().as_str().into(), orders],
    )
}
