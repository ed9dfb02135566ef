//! `GET /v1/holds`: the held orders with what held them, oldest first; and the check-out lock, so
//! that two people do not work one hold.

use ordergate_casework::{ShopSettings, assignee};
use ordergate_screening::{Invalid, Timestamp};
use ordergate_store::hold::{self, OpenHoldRow};
use ordergate_store::shop::{self, ShopRow};
use ordergate_store::{Statement, audit};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::roles::Role;
use crate::router::decoded;

use super::cursor::{next, paging, refuse};
use super::orders::one;
use super::{Page, time};

const TITLE: &str = "The request is not valid";
const DAY_MILLIS: i64 = 86_400_000;

#[derive(Serialize)]
struct OpenHoldJson {
    order: HeldOrderJson,
    kind: String,
    code: String,
    comment: Option<String>,
    placed_at: Timestamp,
    placed_by: String,
    days: i64,
    /// When it is to be reviewed; the hold stays afterwards.
    review_by: Option<Timestamp>,
    overdue: bool,
    lock: Option<LockJson>,
    /// What matched, with the points applied.
    matches: Box<RawValue>,
}

#[derive(Serialize)]
struct HeldOrderJson {
    id: String,
    number: Option<String>,
    state: String,
    currency: Option<String>,
    total: Option<String>,
    name: Option<String>,
    score: Option<i64>,
    minimum: Option<i64>,
    /// The key of its buyer in `/v1/customers`.
    customer: Option<String>,
}

#[derive(Clone, Serialize)]
pub(super) struct LockJson {
    pub(super) by: String,
    pub(super) at: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LockRequestJson {
    by: String,
    /// A supervisor takes the lock over.
    #[serde(default, rename = "override")]
    overrides: bool,
}

/// `GET /v1/holds`, to be narrowed by `code`, `kind`, `locked` and `overdue`.
pub(crate) async fn list(app: &App, caller: &Caller, request: &Request) -> Result<Answer, Failure> {
    let paging = paging(request)?;
    let row: Option<ShopRow> = d1::first(&app.database()?, shop::by_id(&caller.shop)).await?;
    let settings = ShopSettings::stored(&row.ok_or_else(|| Failure::not_found("shop"))?.settings);
    let review = settings.review_hours.map(|hours| i64::from(hours).saturating_mul(3_600_000));
    let (now, mut filter) = (app.now().as_millis(), hold::Filter::default());
    for (name, value) in &paging.filters {
        match (name.as_str(), value.as_str()) {
            ("code", code) => filter.code = Some(code.to_owned()),
            ("kind", kind @ ("automatic" | "manual")) => filter.kind = Some(kind.to_owned()),
            ("kind", _) => return Err(refuse(name, "use automatic or manual")),
            ("locked", "true") => filter.locked = Some(true),
            ("locked", "false") => filter.locked = Some(false),
            // Without a review deadline nothing is overdue.
            ("overdue", "true") => filter.placed_before = Some(review.map_or(0, |review| now.saturating_sub(review))),
            ("overdue", "false") => {}
            ("locked" | "overdue", _) => return Err(refuse(name, "use true or false")),
            _ => return Err(refuse(name, "unknown parameter; use code, kind, locked, overdue, limit and cursor")),
        }
    }
    let after = paging.after.as_ref().map(|(at, id)| (*at, id.as_str()));
    let mut rows: Vec<OpenHoldRow> = d1::rows(&app.database()?, hold::open(&caller.shop, &filter, after, paging.limit + 1)).await?;
    let next = next(&mut rows, paging.limit, |row| (row.placed_at, &row.order_id));
    let data = rows.into_iter().map(|row| open_hold(row, review, now)).collect::<Result<_, _>>()?;
    Answer::json(200, &Page { data, next })
}

fn open_hold(row: OpenHoldRow, review: Option<i64>, now: i64) -> Result<OpenHoldJson, Failure> {
    let review_by = review.map(|review| row.placed_at.saturating_add(review));
    let matches = row.matches.unwrap_or_else(|| "[]".to_owned());
    Ok(OpenHoldJson {
        days: now.saturating_sub(row.placed_at).max(0) / DAY_MILLIS,
        overdue: review_by.is_some_and(|by| by <= now),
        review_by: review_by.map(time),
        order: HeldOrderJson {
            id: row.order_id,
            number: row.number,
            state: row.state,
            currency: row.currency,
            total: row.total,
            name: row.name,
            score: row.score,
            minimum: row.minimum,
            customer: row.person,
        },
        kind: row.kind,
        code: row.code,
        comment: row.comment,
        placed_at: time(row.placed_at),
        placed_by: row.actor,
        lock: row.locked_by.map(|by| LockJson { by, at: row.locked_at.map(time) }),
        matches: RawValue::from_string(matches).map_err(|error| Failure::internal("check row", &error))?,
    })
}

/// `POST /v1/orders/{id}/lock`: one person works on the hold; a supervisor may take it over.
pub(crate) async fn lock(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("order"))?;
    let body: LockRequestJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let by = assignee(&body.by, "/by").map_err(|problem| Failure::invalid(TITLE, Invalid { problems: vec![problem] }))?;
    if body.overrides {
        caller.must_be(Role::Approver)?;
    }
    let action = if body.overrides { "hold.lock_taken_over" } else { "hold.locked" };
    let batch = vec![
        hold::lock(&caller.shop, &id, &by, body.overrides, app.now()),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, &format!("order:{id}"), app.now(), &app.id(), caller.actor.as_str(), action, &by),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Answer::json(200, &one(app, caller, &id).await?),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(not_locked(app, caller, &id).await?),
        Err(failure) => Err(failure),
    }
}

/// Why a hold could not be locked.
async fn not_locked(app: &App, caller: &Caller, id: &str) -> Result<Failure, Failure> {
    let holder: Option<hold::LockRow> = d1::first(&app.database()?, hold::lock_of(&caller.shop, id)).await?;
    Ok(match holder {
        None => Failure::refused(409, "conflict", "The order is not held", "only a held order can be worked on"),
        Some(row) => Failure::refused(
            409,
            "locked",
            "Somebody works on it",
            format!("{} works on this hold; a supervisor takes it over with `override`", row.locked_by.unwrap_or_default()),
        ),
    })
}

/// `DELETE /v1/orders/{id}/lock`.
pub(crate) async fn unlock(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("order"))?;
    let batch = vec![
        hold::unlock(&caller.shop, &id),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, &format!("order:{id}"), app.now(), &app.id(), caller.actor.as_str(), "hold.unlocked", ""),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Ok(Answer::empty(204)),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("lock")),
        Err(failure) => Err(failure),
    }
}
