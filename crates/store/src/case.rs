//! Cases and their timelines.

use ordergate_casework::{CaseChange, CaseEvent, Label, StandingCase};
use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::statement::json;
use crate::{Param, Statement};

/// A case as the list and its page show it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct CaseRow {
    pub id: String,
    pub order_id: String,
    pub revision: i64,
    pub cause: String,
    pub detail: String,
    pub actor: String,
    pub check_id: Option<String>,
    pub opened_at: i64,
    pub deadline_at: i64,
    pub window_over: i64,
    pub assignee: Option<String>,
    pub snoozed_until: Option<i64>,
    pub resolution: Option<String>,
    pub resolution_comment: Option<String>,
    pub resolved_at: Option<i64>,
    pub resolved_by: Option<String>,
    pub number: Option<String>,
    pub state: String,
    pub currency: Option<String>,
    pub total: Option<String>,
    pub name: Option<String>,
    pub score: Option<i64>,
}

impl CaseRow {
    /// The row in the words of casework.
    ///
    /// # Errors
    /// A resolution this release does not know.
    pub fn standing(&self) -> Result<StandingCase, String> {
        let resolved = match (&self.resolution, &self.resolved_by, self.resolved_at) {
            (Some(resolution), by, at) => {
                Some((resolution.parse()?, by.clone().unwrap_or_default(), Timestamp::from_millis(at.unwrap_or_default())))
            }
            (None, _, _) => None,
        };
        Ok(StandingCase {
            id: self.id.clone(),
            order: self.order_id.clone(),
            revision: self.revision,
            resolved,
            assignee: self.assignee.clone(),
            snoozed_until: self.snoozed_until.map(Timestamp::from_millis),
        })
    }
}

/// A line of a case's timeline.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct CaseEventRow {
    pub at: i64,
    pub actor: String,
    pub kind: String,
    pub detail: String,
}

/// What the case list can be narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only open or only answered cases.
    pub open: Option<bool>,
    /// Only cases of this person.
    pub assignee: Option<String>,
    /// Only cases of nobody.
    pub unassigned: bool,
    /// Only cases whose stop window is open, or over, at this time.
    pub window: Option<(bool, Timestamp)>,
    /// Only cases that are awake, or asleep, at this time.
    pub awake: Option<(bool, Timestamp)>,
}

/// What a case is shown with; `FROM` follows.
macro_rules! case_columns {
    () => {
        "SELECT cases.id, cases.order_id, cases.revision, cause, detail, actor, check_id, opened_at, deadline_at, window_over, assignee, snoozed_until, resolution, \
           resolution_comment, resolved_at, resolved_by, number, state, currency, total, name, score "
    };
}

/// What the list can be narrowed to, as [`page`] binds it.
macro_rules! narrowed {
    () => {
        " AND (deadline_at, id) > (?2, ?3) AND (?4 IS NULL OR (resolution IS NULL) = ?4) \
           AND (?5 IS NULL OR assignee = ?5) AND (?6 = 0 OR assignee IS NULL) AND (?7 IS NULL OR (deadline_at > ?8) = ?7) \
           AND (?9 IS NULL OR (snoozed_until IS NULL OR snoozed_until <= ?10) = ?9) \
         ORDER BY deadline_at, id LIMIT ?11) AS found CROSS JOIN cases ON cases.shop_id = ?1 AND cases.id = found.id \
         CROSS JOIN orders ON orders.shop_id = ?1 AND orders.id = cases.order_id ORDER BY cases.deadline_at, cases.id"
    };
}

/// Cases, fewest minutes left first, after the cursor (`deadline_at`, `id`); answers [`CaseRow`]s.
/// Open cases are few among those that are over, and have an index of their own.
pub fn page(shop: &str, filter: &Filter, after: Option<(i64, &str)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::Integer(0), Param::from("")), |(at, id)| (at.into(), id.into()));
    let text = if filter.open == Some(true) {
        concat!(
            case_columns!(),
            "FROM (SELECT id FROM cases INDEXED BY one_open_case WHERE shop_id = ?1 AND resolution IS NULL",
            narrowed!()
        )
    } else {
        concat!(case_columns!(), "FROM (SELECT id FROM cases INDEXED BY cases_by_deadline WHERE shop_id = ?1", narrowed!())
    };
    Statement::new(
        text,
        [
            shop.into(),
            at,
            id,
            filter.open.into(),
            filter.assignee.as_deref().into(),
            filter.unassigned.into(),
            filter.window.map(|(open, _)| open).into(),
            filter.window.map(|(_, now)| now).into(),
            filter.awake.map(|(awake, _)| awake).into(),
            filter.awake.map(|(_, now)| now).into(),
            limit.into(),
        ],
    )
}

/// One case; answers one [`CaseRow`] or none.
pub fn by_id(shop: &str, id: &str) -> Statement {
    Statement::new(
        concat!(
            case_columns!(),
            "FROM cases JOIN orders ON orders.shop_id = ?1 AND orders.id = cases.order_id WHERE cases.shop_id = ?1 AND cases.id = ?2"
        ),
        [shop.into(), id.into()],
    )
}

/// The cases of an order, the open one first, then the newest; answers [`CaseRow`]s.
pub fn of_order(shop: &str, order: &str) -> Statement {
    Statement::new(
        concat!(
            case_columns!(),
            "FROM cases INDEXED BY cases_of_order CROSS JOIN orders ON orders.shop_id = ?1 AND orders.id = cases.order_id \
             WHERE cases.shop_id = ?1 AND cases.order_id = ?2 ORDER BY resolution IS NOT NULL, opened_at DESC LIMIT 20"
        ),
        [shop.into(), order.into()],
    )
}

/// The cases of some orders, open ones first, then the newest; answers [`CaseRow`]s.
pub fn of_orders(shop: &str, orders: &[&str]) -> Statement {
    Statement::new(
        concat!(
            case_columns!(),
            "FROM cases INDEXED BY cases_of_order CROSS JOIN orders ON orders.shop_id = ?1 AND orders.id = cases.order_id \
             WHERE cases.shop_id = ?1 AND cases.order_id IN (SELECT value FROM json_each(?2)) ORDER BY resolution IS NOT NULL, opened_at DESC, cases.id LIMIT 50"
        ),
        [shop.into(), json(orders)],
    )
}

/// The timeline of a case, oldest first; answers [`CaseEventRow`]s.
pub fn events(shop: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT at, actor, kind, detail FROM case_event WHERE shop_id = ?1 AND case_id = ?2 ORDER BY revision LIMIT 1000",
        [shop.into(), id.into()],
    )
}

/// Adds events: shop, time, and rows as [`event_row`] makes them.
pub(crate) const ADD_EVENTS: &str = "INSERT INTO case_event (shop_id, case_id, revision, at, actor, kind, detail) \
     SELECT ?1, value ->> 0, value ->> 1, ?2, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?3)";

pub(crate) fn event_row(event: &CaseEvent) -> serde_json::Value {
    serde_json::json!([event.case, event.revision, event.actor, event.kind, event.detail])
}

/// The statements of a person's work on a case, all of it or nothing.
pub fn write(shop: &str, change: &CaseChange, now: Timestamp) -> Vec<Statement> {
    let (resolution, comment) = match &change.resolved {
        Some((resolution, comment)) => (Some(resolution.as_str()), comment.as_deref()),
        None => (None, None),
    };
    let event = &change.event;
    let mut batch = vec![
        Statement::new(
            "UPDATE cases SET revision = revision + 1, assignee = ?4, snoozed_until = ?5, resolution = COALESCE(?6, resolution), \
               resolution_comment = COALESCE(?7, resolution_comment), resolved_at = CASE WHEN ?6 IS NULL THEN resolved_at ELSE ?8 END, \
               resolved_by = CASE WHEN ?6 IS NULL THEN resolved_by ELSE ?9 END \
             WHERE shop_id = ?1 AND id = ?2 AND revision = ?3",
            [
                shop.into(),
                (&event.case).into(),
                change.replaces.into(),
                change.assignee.as_deref().into(),
                change.snoozed_until.into(),
                resolution.into(),
                comment.into(),
                now.into(),
                (&event.actor).into(),
            ],
        ),
        Statement::must_have_changed_one(),
        Statement::new(ADD_EVENTS, [shop.into(), now.into(), json(&[event_row(event)])]),
    ];
    if let Some(label) = &change.label {
        batch.push(Statement::new(
            "INSERT INTO label (shop_id, order_id, at, id, label, actor) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            [shop.into(), (&change.order).into(), now.into(), (&label.id).into(), label.label.as_str().into(), (&label.actor).into()],
        ));
    }
    batch
}

/// A feedback label of an order.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct LabelRow {
    pub at: i64,
    pub label: String,
    pub actor: String,
    pub comment: Option<String>,
}

/// A person labels an order; changes no row when there is no such order.
pub fn label_order(shop: &str, order: &str, id: &str, label: Label, comment: Option<&str>, actor: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO label (shop_id, order_id, at, id, label, actor, comment) \
         SELECT ?1, id, ?3, ?4, ?5, ?6, ?7 FROM orders WHERE shop_id = ?1 AND id = ?2",
        [shop.into(), order.into(), at.into(), id.into(), label.as_str().into(), actor.into(), comment.into()],
    )
}

/// The labels of some orders, newest first; answers [`LabelRow`]s.
pub fn labels_of(shop: &str, orders: &[&str]) -> Statement {
    Statement::new(
        "SELECT at, label, actor, comment FROM label WHERE shop_id = ?1 AND order_id IN (SELECT value FROM json_each(?2)) ORDER BY at DESC, id DESC LIMIT 200",
        [shop.into(), json(orders)],
    )
}

/// The labels of an order, newest first; answers [`LabelRow`]s.
pub fn labels(shop: &str, order: &str) -> Statement {
    Statement::new(
        "SELECT at, label, actor, comment FROM label WHERE shop_id = ?1 AND order_id = ?2 ORDER BY at DESC, id DESC LIMIT 100",
        [shop.into(), order.into()],
    )
}
