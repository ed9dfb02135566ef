//! Orders as the list, the order page and the next arrival need them.

use ordergate_casework::{OpenCase, OrderState, StandingOrder, Stored};
use ordergate_screening::{Facts, Order, Timestamp};
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
    pub standing: String,
    pub platform_status: String,
    pub marked: i64,
    pub first_checked_at: Option<i64>,
    pub case_id: Option<String>,
    pub case_revision: Option<i64>,
}

impl StoredRow {
    /// The row in the words of casework.
    ///
    /// # Errors
    /// A standing or status this release does not know.
    pub fn stored(self) -> Result<Stored, String> {
        Ok(Stored {
            revision: self.revision,
            version: self.version.map(Timestamp::from_millis),
            digest: self.digest,
            material: self.material,
            standing: self.standing.parse()?,
            platform: self.platform_status.parse()?,
            marked: self.marked != 0,
            first_checked: self.first_checked_at.map(Timestamp::from_millis),
            case: open_case(self.case_id, self.case_revision),
        })
    }
}

fn open_case(id: Option<String>, revision: Option<i64>) -> Option<OpenCase> {
    Some(OpenCase { id: id?, revision: revision? })
}

/// An order that is decided anew.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct StandingRow {
    pub id: String,
    pub revision: i64,
    pub standing: String,
    pub platform_status: String,
    pub marked: i64,
    pub first_checked_at: Option<i64>,
    pub case_id: Option<String>,
    pub case_revision: Option<i64>,
    pub locked_by: Option<String>,
    pub details: Option<String>,
    pub facts: Option<String>,
}

impl StandingRow {
    /// The row in the words of casework.
    ///
    /// # Errors
    /// A standing, an order or facts this release cannot read.
    pub fn standing(self) -> Result<StandingOrder, String> {
        let order = self.details.map(|json| Order::from_json(json.as_bytes())).transpose().map_err(|error| error.to_string())?;
        let facts = self.facts.map(|json| Facts::from_json(json.as_bytes())).transpose().map_err(|error| error.to_string())?;
        Ok(StandingOrder {
            id: self.id,
            revision: self.revision,
            standing: self.standing.parse()?,
            platform: self.platform_status.parse()?,
            marked: self.marked != 0,
            first_checked: self.first_checked_at.map(Timestamp::from_millis),
            case: open_case(self.case_id, self.case_revision),
            locked_by: self.locked_by,
            order,
            facts: facts.unwrap_or_default(),
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
    pub platform_status: String,
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
    pub person: Option<String>,
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
        "SELECT orders.revision, version, digest, material, standing, platform_status, marked, first_checked_at, cases.id AS case_id, cases.revision AS case_revision \
         FROM orders LEFT JOIN cases ON cases.shop_id = ?1 AND cases.order_id = orders.id AND cases.resolution IS NULL \
         WHERE orders.shop_id = ?1 AND orders.id = ?2",
        [shop.into(), id.into()],
    )
}

/// Orders that are decided anew, as many as there are, with their content and the facts their newest
/// check saw; answers [`StandingRow`]s.
pub fn standing(shop: &str, orders: &[&str]) -> Statement {
    Statement::new(
        "SELECT orders.id, orders.revision, standing, platform_status, marked, first_checked_at, cases.id AS case_id, cases.revision AS case_revision, details, \
           (SELECT locked_by FROM hold WHERE hold.shop_id = ?1 AND hold.order_id = orders.id AND hold.resolution IS NULL) AS locked_by, \
           (SELECT facts FROM checks WHERE checks.shop_id = ?1 AND checks.order_id = orders.id ORDER BY at DESC, checks.id DESC LIMIT 1) AS facts \
         FROM orders LEFT JOIN cases ON cases.shop_id = ?1 AND cases.order_id = orders.id AND cases.resolution IS NULL \
         WHERE orders.shop_id = ?1 AND orders.id IN (SELECT value FROM json_each(?2))",
        [shop.into(), json(orders)],
    )
}

/// Orders the shop counts on whose stop window is open, fewest minutes left first, after the cursor;
/// answers [`WindowRow`]s.
pub fn in_window(shop: &str, first_checked_after: Timestamp, after: Option<(i64, &str)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::Integer(0), Param::from("")), |(at, id)| (at.into(), id.into()));
    Statement::new(
        "SELECT id, first_checked_at FROM orders WHERE shop_id = ?1 AND state IN ('approved', 'released') AND first_checked_at > ?2 \
           AND (first_checked_at, id) > (?3, ?4) ORDER BY first_checked_at, id LIMIT ?5",
        [shop.into(), first_checked_after.into(), at, id, limit.into()],
    )
}

/// The same of the orders that carry one of these identities, given as JSON (field and fingerprint of
/// each), or may carry a phone among them unseen; answers [`WindowRow`]s. Identities of few orders lead
/// to those; when they have more than 1,000, the orders of the window are asked whether they carry one.
pub fn in_window_with(shop: &str, identities: &str, first_checked_after: Timestamp, after: Option<(i64, &str)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::Integer(0), Param::from("")), |(at, id)| (at.into(), id.into()));
    Statement::new(
        "WITH carried (orders) AS (SELECT COUNT(*) FROM (SELECT 1 FROM json_each(?6) AS j \
             CROSS JOIN order_key AS k ON k.shop_id = ?1 AND k.field = j.value ->> 0 AND k.fingerprint = j.value ->> 1 LIMIT 1001)) \
         SELECT DISTINCT orders.id, first_checked_at FROM ( \
           SELECT k.order_id FROM carried CROSS JOIN json_each(?6) AS j \
             CROSS JOIN order_key AS k ON k.shop_id = ?1 AND k.field = j.value ->> 0 AND k.fingerprint = j.value ->> 1 WHERE carried.orders <= 1000 \
           UNION ALL \
           SELECT o.id FROM carried CROSS JOIN orders AS o INDEXED BY orders_in_window CROSS JOIN json_each(?6) AS j \
             CROSS JOIN order_key AS k ON k.shop_id = ?1 AND k.field = j.value ->> 0 AND k.fingerprint = j.value ->> 1 AND k.placed_at = o.placed_at AND k.order_id = o.id \
             WHERE carried.orders > 1000 AND o.shop_id = ?1 AND o.state IN ('approved', 'released') AND o.first_checked_at > ?2 AND (o.first_checked_at, o.id) > (?3, ?4) \
           UNION ALL \
           SELECT id FROM orders WHERE shop_id = ?1 AND more_phones = 1 AND first_checked_at > ?2 AND EXISTS (SELECT 1 FROM json_each(?6) WHERE value ->> 0 = 'phone') \
         ) AS found CROSS JOIN orders ON orders.shop_id = ?1 AND orders.id = found.order_id \
         WHERE state IN ('approved', 'released') AND first_checked_at > ?2 AND (first_checked_at, orders.id) > (?3, ?4) \
         ORDER BY first_checked_at, orders.id LIMIT ?5",
        [shop.into(), first_checked_after.into(), at, id, limit.into(), identities.into()],
    )
}

/// An order inside its stop window.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct WindowRow {
    pub id: String,
    pub first_checked_at: i64,
}

/// The state of an order; answers one row `{state}` or none.
pub fn state(shop: &str, id: &str) -> Statement {
    Statement::new("SELECT state FROM orders WHERE shop_id = ?1 AND id = ?2", [shop.into(), id.into()])
}

/// An order's content, if it could be read.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ContentRow {
    pub id: String,
    pub details: Option<String>,
}

/// The contents of orders, as many as there are; answers [`ContentRow`]s.
pub fn contents(shop: &str, orders: &[&str]) -> Statement {
    Statement::new(
        "SELECT id, details FROM orders WHERE shop_id = ?1 AND id IN (SELECT value FROM json_each(?2)) ORDER BY id",
        [shop.into(), json(orders)],
    )
}

/// An order with its content, for what is tried over the newest ones.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct RecentRow {
    pub id: String,
    pub number: Option<String>,
    pub state: String,
    pub placed_at: Option<i64>,
    pub name: Option<String>,
    pub details: Option<String>,
}

/// The newest orders; answers [`RecentRow`]s.
pub fn recent(shop: &str, limit: u32) -> Statement {
    Statement::new(
        "SELECT id, number, state, placed_at, name, details FROM orders WHERE shop_id = ?1 ORDER BY listed_at DESC, id LIMIT ?2",
        [shop.into(), limit.into()],
    )
}

/// The currencies of the newest orders, by code; answers [`CurrencyRow`]s.
pub fn currencies(shop: &str) -> Statement {
    Statement::new(
        "SELECT DISTINCT currency FROM (SELECT currency FROM orders WHERE shop_id = ?1 ORDER BY listed_at DESC LIMIT 1000) \
         WHERE currency IS NOT NULL ORDER BY currency",
        [shop.into()],
    )
}

/// A currency that orders come in.
#[derive(Debug, Deserialize)]
pub struct CurrencyRow {
    /// ISO 4217 code.
    pub currency: String,
}

/// What the order list can be narrowed to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Only this state.
    pub state: Option<OrderState>,
    /// Only orders that carry "do not process", or only the others.
    pub held: Option<bool>,
    /// Only marked orders, or only the others.
    pub marked: Option<bool>,
    /// Only orders placed from then on.
    pub from: Option<Timestamp>,
    /// Only orders placed before.
    pub before: Option<Timestamp>,
    /// Only those whose newest check answered this: `approve`, `review` or `decline`.
    pub decision: Option<&'static str>,
    /// Only those whose newest check came to as many points, or more.
    pub points: Option<i64>,
}

/// The page of the list, of which `$walk` finds the rows.
macro_rules! page_by {
    ($walk:literal) => {
        concat!(
            "SELECT orders.id, number, source, placed_at, version AS updated_at, received_at, orders.listed_at, currency, total, state, platform_status, marked, score, minimum, \
                decision, matches, not_checked, name, city, country ",
            $walk,
            " AND listed_at <= ?2 AND (listed_at < ?2 OR id > ?3) AND (?4 IS NULL OR state = ?4) AND (?5 IS NULL OR marked = ?5) AND listed_at >= ?6 AND listed_at < ?7 \
                AND (?8 IS NULL OR decision = ?8) AND (?9 IS NULL OR score >= ?9) \
              ORDER BY listed_at DESC, id LIMIT ?10) AS found CROSS JOIN orders ON orders.shop_id = ?1 AND orders.id = found.id \
              ORDER BY found.listed_at DESC, found.id"
        )
    };
}

/// Orders, newest first, after the cursor (`listed_at`, `id`); answers [`OrderListRow`]s. States that
/// few orders have stand in an index of their own; whatever else is filtered by stands in the index of
/// all, so that a row is read only to be listed. What the platform says of an order stands in none.
pub fn page(shop: &str, filter: Filter, after: Option<(i64, &str)>, limit: u32) -> Statement {
    let end = filter.before.map_or(i64::MAX >> 11, Timestamp::as_millis);
    // The walk begins where the filter does.
    let (at, id) = after.filter(|(at, _)| *at < end).unwrap_or((end, ""));
    let text = match (filter.held, filter.state) {
        (Some(true), _) => {
            page_by!(
                "FROM (SELECT listed_at, id FROM orders INDEXED BY orders_unusual WHERE shop_id = ?1 AND state IN ('held', 'declined', 'fraud') \
                   AND state NOT IN ('approved', 'shipped') AND (state = 'held' OR platform_status = 'open')"
            )
        }
        (Some(false), _) => {
            page_by!(
                "FROM (SELECT listed_at, id FROM orders INDEXED BY orders_by_time WHERE shop_id = ?1 \
                   AND state <> 'held' AND (state NOT IN ('declined', 'fraud') OR platform_status <> 'open')"
            )
        }
        (None, None | Some(OrderState::Approved | OrderState::Shipped)) => {
            page_by!("FROM (SELECT listed_at, id FROM orders INDEXED BY orders_by_time WHERE shop_id = ?1")
        }
        (None, Some(_)) => {
            page_by!(
                "FROM (SELECT listed_at, id FROM orders INDEXED BY orders_unusual WHERE shop_id = ?1 AND state = ?4 AND state NOT IN ('approved', 'shipped')"
            )
        }
    };
    Statement::new(
        text,
        [
            shop.into(),
            at.into(),
            id.into(),
            filter.state.map(OrderState::as_str).into(),
            filter.marked.into(),
            filter.from.map_or(Param::Integer(0), Param::from),
            end.into(),
            filter.decision.into(),
            filter.points.map_or(Param::Null, Param::from),
            limit.into(),
        ],
    )
}

/// The orders with a number, written with or without its `#`, or with this id, newest first; answers
/// [`OrderListRow`]s.
pub fn by_number(shop: &str, number: &str, limit: u32) -> Statement {
    let bare = number.trim().trim_start_matches('#');
    Statement::new(
        "SELECT orders.id, number, source, placed_at, version AS updated_at, received_at, listed_at, currency, total, state, platform_status, marked, score, minimum, decision, \
                matches, not_checked, name, city, country \
         FROM (SELECT ?2 AS id UNION SELECT ?3 \
               UNION SELECT id FROM orders INDEXED BY orders_by_number WHERE shop_id = ?1 AND number IN (?2, ?3) AND number <> id AND number <> '#' || id) AS found \
           CROSS JOIN orders ON orders.shop_id = ?1 AND orders.id = found.id \
         ORDER BY listed_at DESC, orders.id LIMIT ?4",
        [shop.into(), bare.into(), format!("#{bare}").into(), limit.into()],
    )
}

/// How an order that was called off was to be paid.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct CalledOffRow {
    pub method: Option<String>,
}

/// Those of some orders that were called off in the shop; answers [`CalledOffRow`]s.
pub fn called_off(shop: &str, orders: &[&str]) -> Statement {
    Statement::new(
        "SELECT details ->> '$.payment.method' AS method FROM orders \
         WHERE shop_id = ?1 AND id IN (SELECT value FROM json_each(?2)) AND platform_status = 'cancelled'",
        [shop.into(), json(orders)],
    )
}

/// Orders as in the list, the newest of those there are; answers [`OrderListRow`]s.
pub fn by_ids(shop: &str, orders: &[&str], limit: u32) -> Statement {
    Statement::new(
        "SELECT id, number, source, placed_at, version AS updated_at, received_at, listed_at, currency, total, state, platform_status, marked, score, minimum, decision, matches, \
                not_checked, name, city, country \
         FROM (SELECT DISTINCT value FROM json_each(?2)) AS wanted CROSS JOIN orders ON orders.shop_id = ?1 AND orders.id = wanted.value ORDER BY listed_at DESC, id LIMIT ?3",
        [shop.into(), json(orders), limit.into()],
    )
}

/// One order as in the list; answers one [`OrderListRow`] or none.
pub fn by_id(shop: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT id, number, source, placed_at, version AS updated_at, received_at, listed_at, currency, total, state, platform_status, marked, score, minimum, decision, matches, \
                not_checked, name, city, country \
         FROM orders WHERE shop_id = ?1 AND id = ?2",
        [shop.into(), id.into()],
    )
}

/// Its content; answers one [`OrderDetailsRow`] or none.
pub fn details(shop: &str, id: &str) -> Statement {
    Statement::new("SELECT details, notes, person FROM orders WHERE shop_id = ?1 AND id = ?2", [shop.into(), id.into()])
}

/// Its checks, newest first; answers [`CheckRow`]s.
pub fn checks(shop: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT id, at, kind, body FROM checks WHERE shop_id = ?1 AND order_id = ?2 ORDER BY at DESC, id LIMIT 100",
        [shop.into(), id.into()],
    )
}
