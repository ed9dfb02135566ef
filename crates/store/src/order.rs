//! Orders as the list, the order page and the next arrival need them.

use ordergate_casework::{OrderState, Stored};
use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::statement::json;
use crate::{Param, Statement};

/// What the next arrival of an order is compared with.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct StoredRow {
    pub revision: i64,
    pub version: Option<i64>,
    pub digest: String,
    pub material: String,
    pub state: String,
    pub marked: i64,
}

impl StoredRow {
    /// The row in the words of casework.
    ///
    /// # Errors
    /// A state this release does not know.
    pub fn stored(self) -> Result<Stored, String> {
        Ok(Stored {
            revision: self.revision,
            version: self.version.map(Timestamp::from_millis),
            digest: self.digest,
            material: self.material,
            state: self.state.parse()?,
            marked: self.marked != 0,
        })
    }
}

/// A row of the order list.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct OrderListRow {
    pub id: String,
    pub number: Option<String>,
    pub source: String,
    pub placed_at: Option<i64>,
    pub updated_at: Option<i64>,
    pub received_at: i64,
    pub listed_at: i64,
    pub currency: Option<String>,
    pub total: Option<String>,
    pub state: String,
    pub marked: i64,
    pub score: Option<i64>,
    pub minimum: Option<i64>,
    pub decision: Option<String>,
    pub matches: i64,
    pub not_checked: Option<String>,
    pub name: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
}

/// An order with its content.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct OrderDetailsRow {
    pub details: Option<String>,
    pub notes: String,
}

/// A stored check.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct CheckRow {
    pub id: String,
    pub at: i64,
    pub kind: String,
    pub body: String,
}

/// What is stored of an order, for its next arrival; answers one [`StoredRow`] or none.
pub fn stored(shop: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT revision, version, digest, material, state, marked FROM orders WHERE shop_id = ?1 AND id = ?2",
        [shop.into(), id.into()],
    )
}

/// The state of an order; answers one row `{state}` or none.
pub fn state(shop: &str, id: &str) -> Statement {
    Statement::new("SELECT state FROM orders WHERE shop_id = ?1 AND id = ?2", [shop.into(), id.into()])
}

/// An order's e-mail address, if it has one.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct EmailRow {
    pub id: String,
    pub email: Option<String>,
}

/// The e-mail addresses of orders, as many as there are; answers [`EmailRow`]s.
pub fn emails(shop: &str, orders: &[&str]) -> Statement {
    Statement::new(
        "SELECT id, details ->> '$.email' AS email FROM orders WHERE shop_id = ?1 AND id IN (SELECT value FROM json_each(?2)) ORDER BY id",
        [shop.into(), json(orders)],
    )
}

/// What the order list can be narrowed to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Only this state.
    pub state: Option<OrderState>,
    /// Only marked orders.
    pub marked: bool,
}

/// Orders, newest first, after the cursor (`listed_at`, `id`); answers [`OrderListRow`]s.
pub fn page(shop: &str, filter: Filter, after: Option<(i64, &str)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::Integer(i64::MAX >> 11), Param::from("")), |(at, id)| (at.into(), id.into()));
    Statement::new(
        "SELECT id, number, source, placed_at, version AS updated_at, received_at, listed_at, currency, total, state, marked, score, minimum, decision, matches, \
                not_checked, name, city, country \
         FROM orders WHERE shop_id = ?1 AND (listed_at < ?2 OR (listed_at = ?2 AND id > ?3)) AND (?4 IS NULL OR state = ?4) AND (?5 = 0 OR marked = 1) \
         ORDER BY listed_at DESC, id LIMIT ?6",
        [shop.into(), at, id, filter.state.map(OrderState::as_str).into(), filter.marked.into(), limit.into()],
    )
}

/// One order as in the list; answers one [`OrderListRow`] or none.
pub fn by_id(shop: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT id, number, source, placed_at, version AS updated_at, received_at, listed_at, currency, total, state, marked, score, minimum, decision, matches, \
                not_checked, name, city, country \
         FROM orders WHERE shop_id = ?1 AND id = ?2",
        [shop.into(), id.into()],
    )
}

/// Its content; answers one [`OrderDetailsRow`] or none.
pub fn details(shop: &str, id: &str) -> Statement {
    Statement::new("SELECT details, notes FROM orders WHERE shop_id = ?1 AND id = ?2", [shop.into(), id.into()])
}

/// Its checks, newest first; answers [`CheckRow`]s.
pub fn checks(shop: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT id, at, kind, body FROM checks WHERE shop_id = ?1 AND order_id = ?2 ORDER BY at DESC, id LIMIT 100",
        [shop.into(), id.into()],
    )
}
