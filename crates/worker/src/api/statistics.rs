//! `GET /v1/statistics`: how every entry and rule did. `POST /v1/orders/{id}/labels`: what a person
//! knows of an order, which is what it is judged by.

use std::collections::BTreeMap;

use ordergate_casework::{Label, hold_comment};
use ordergate_screening::{Invalid, Problem, Timestamp};
use ordergate_store::statistics::{self, MOST_MATCHES, SourceRow};
use ordergate_store::{Statement, audit, case};
use serde::{Deserialize, Serialize};
use worker::Request;

use super::cursor::{next, paging, refuse};
use super::orders::one;
use super::time;
use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::router::decoded;

const TITLE: &str = "The request is not valid";
const DEFAULT_DAYS: i64 = 30;
const MOST_DAYS: i64 = 365;
const DAY_MILLIS: i64 = 86_400_000;

#[derive(Serialize)]
struct StatisticsJson {
    days: i64,
    since: Timestamp,
    data: Vec<SourceJson>,
    next: Option<String>,
}

/// An entry or rule that ever matched an order.
#[derive(Serialize)]
struct SourceJson {
    source: String,
    /// Orders it matched in these days.
    hits: i64,
    /// When it last matched, be it before these days.
    last_hit_at: Timestamp,
    /// Orders whose newest label is blocked, fraud, chargeback or refund_abuse.
    bad: i64,
    /// Orders whose newest label is not_blocked or legitimate.
    good: i64,
    /// Orders that were released from a hold.
    releases: i64,
    /// bad / (bad + good); null while neither is known.
    precision: Option<f64>,
    /// Totals, by currency, of the orders that are held, declined, fraud or cancelled.
    money_stopped: BTreeMap<String, String>,
    /// It matched more often; only the newest matches are counted.
    capped: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelJson {
    label: String,
    comment: Option<String>,
}

/// `GET /v1/statistics`.
pub(crate) async fn show(app: &App, caller: &Caller, request: &Request) -> Result<Answer, Failure> {
    let paging = paging(request)?;
    let mut days = DEFAULT_DAYS;
    for (name, value) in &paging.filters {
        if name != "days" {
            return Err(refuse(name, "unknown parameter; use days, limit and cursor"));
        }
        let read = value.parse().ok().filter(|days| (1..=MOST_DAYS).contains(days));
        days = read.ok_or_else(|| refuse("days", &format!("use a number from 1 to {MOST_DAYS}")))?;
    }
    let since = app.now().plus_millis(-days.saturating_mul(DAY_MILLIS));
    let after = paging.after.as_ref().map_or("", |(_, source)| source);
    let mut rows: Vec<SourceRow> = d1::rows(&app.database()?, statistics::sources(&caller.shop, since, after, paging.limit + 1)).await?;
    let next = next(&mut rows, paging.limit, |row| (0, &row.source));
    let data = rows.into_iter().map(source).collect::<Result<_, _>>().map_err(|error| Failure::internal("statistics", &error))?;
    Answer::json(200, &StatisticsJson { days, since, data, next })
}

fn source(row: SourceRow) -> Result<SourceJson, serde_json::Error> {
    let feedback = row.feedback()?;
    Ok(SourceJson {
        source: row.source,
        hits: feedback.hits,
        last_hit_at: time(row.last_hit_at),
        bad: feedback.bad,
        good: feedback.good,
        releases: feedback.releases,
        precision: feedback.precision(),
        money_stopped: feedback.money_stopped,
        capped: row.matches > i64::from(MOST_MATCHES),
    })
}

/// `POST /v1/orders/{id}/labels`.
pub(crate) async fn label(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("order"))?;
    let body: LabelJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let invalid = |problem: Problem| Failure::invalid(TITLE, Invalid { problems: vec![problem] });
    let known: Vec<&str> = Label::ALL.iter().map(|label| label.as_str()).collect();
    let label: Label = body.label.parse().map_err(|_| invalid(Problem::new("/label", format!("use one of {}", known.join(", ")))))?;
    let comment = body.comment.map(|text| hold_comment(&text, "/comment")).transpose().map_err(invalid)?;
    let (actor, said) = (caller.actor.as_str(), comment.as_deref());
    let detail = said.map_or_else(|| label.as_str().to_owned(), |said| format!("{}: {said}", label.as_str()));
    let batch = vec![
        case::label_order(&caller.shop, &id, &app.id(), label, said, actor, app.now()),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, &format!("order:{id}"), app.now(), &app.id(), actor, "order.labelled", &detail),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Answer::json(201, &one(app, caller, &id).await?),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("order")),
        Err(failure) => Err(failure),
    }
}
