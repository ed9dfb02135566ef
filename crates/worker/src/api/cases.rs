//! `/v1/cases`: the work of people about orders that turned, fewest minutes left first.

use ordergate_casework::{CaseAction, CaseResolution, assignee, hold_comment, work};
use ordergate_screening::{Invalid, Problem, Timestamp};
use ordergate_store::case::{self, CaseEventRow, CaseRow, Filter, LabelRow};
use ordergate_store::outbox::{self, MailRow};
use ordergate_store::{Statement, order};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::intake::{TRIES, before_trying_again};
use crate::router::decoded;

use super::cursor::{next, paging, refuse};
use super::{Page, time};

const TITLE: &str = "The request is not valid";

/// A case in the list.
#[derive(Serialize)]
pub(super) struct CaseJson {
    id: String,
    /// `open` or `resolved`.
    state: &'static str,
    order: CaseOrderJson,
    /// `check`, `declined`, `fraud` or `dispute`.
    cause: String,
    /// The data of the block request: what the person said, or what the check found.
    detail: String,
    opened_by: String,
    opened_at: Timestamp,
    deadline_at: Timestamp,
    /// Whole minutes in which the shop can still stop the delivery; 0 when the window is over.
    minutes_left: i64,
    window_over: bool,
    assignee: Option<String>,
    snoozed_until: Option<Timestamp>,
    resolution: Option<CaseResolutionJson>,
}

#[derive(Serialize)]
struct CaseOrderJson {
    id: String,
    number: Option<String>,
    state: String,
    currency: Option<String>,
    total: Option<String>,
    name: Option<String>,
    score: Option<i64>,
}

#[derive(Serialize)]
struct CaseResolutionJson {
    resolution: String,
    comment: Option<String>,
    at: Option<Timestamp>,
    by: Option<String>,
}

/// A case with everything that happened in it.
#[derive(Serialize)]
struct CasePageJson {
    case: CaseJson,
    check: Option<Box<RawValue>>,
    /// What was done, by whom and when, and what became of each mail.
    timeline: Vec<CaseEventJson>,
    labels: Vec<LabelJson>,
}

#[derive(Serialize)]
struct CaseEventJson {
    at: Timestamp,
    actor: String,
    kind: String,
    detail: String,
}

#[derive(Serialize)]
pub(super) struct LabelJson {
    at: Timestamp,
    label: String,
    actor: String,
    /// What the person who gave it said.
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
}

impl From<LabelRow> for LabelJson {
    fn from(row: LabelRow) -> Self {
        Self { at: time(row.at), label: row.label, actor: row.actor, comment: row.comment }
    }
}

impl CaseJson {
    pub(super) fn of(row: CaseRow, now: Timestamp) -> Self {
        let left = row.deadline_at.saturating_sub(now.as_millis()).max(0);
        Self {
            id: row.id,
            state: if row.resolution.is_some() { "resolved" } else { "open" },
            order: CaseOrderJson {
                id: row.order_id,
                number: row.number,
                state: row.state,
                currency: row.currency,
                total: row.total,
                name: row.name,
                score: row.score,
            },
            cause: row.cause,
            detail: row.detail,
            opened_by: row.actor,
            opened_at: time(row.opened_at),
            deadline_at: time(row.deadline_at),
            minutes_left: left / 60_000,
            window_over: left == 0 || row.window_over != 0,
            assignee: row.assignee,
            snoozed_until: row.snoozed_until.map(time),
            resolution: row.resolution.map(|resolution| CaseResolutionJson {
                resolution,
                comment: row.resolution_comment,
                at: row.resolved_at.map(time),
                by: row.resolved_by,
            }),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResolutionJson {
    resolution: String,
    comment: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteJson {
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AssignJson {
    #[serde(deserialize_with = "given")]
    assignee: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SnoozeJson {
    #[serde(deserialize_with = "given")]
    until: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NextJson {
    assignee: String,
}

/// A value that may be null but must be named.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Option::deserialize(deserializer)
}

fn invalid(pointer: &str, detail: impl Into<String>) -> Failure {
    Failure::invalid(TITLE, Invalid::one(pointer, detail))
}

fn one_problem(problem: Problem) -> Failure {
    Failure::invalid(TITLE, Invalid { problems: vec![problem] })
}

/// `GET /v1/cases`: open ones unless `state` asks for `resolved` or `all`.
pub(crate) async fn list(app: &App, caller: &Caller, request: &Request) -> Result<Answer, Failure> {
    let paging = paging(request)?;
    let mut filter = Filter { open: Some(true), ..Filter::default() };
    for (name, value) in &paging.filters {
        match (name.as_str(), value.as_str()) {
            ("state", "open") => filter.open = Some(true),
            ("state", "resolved") => filter.open = Some(false),
            ("state", "all") => filter.open = None,
            ("state", _) => return Err(refuse(name, "use open, resolved or all")),
            ("assignee", name) => filter.assignee = Some(name.to_owned()),
            ("unassigned", "true") => filter.unassigned = true,
            ("snoozed", "false") => filter.awake = Some((true, app.now())),
            ("snoozed", "only") => filter.awake = Some((false, app.now())),
            ("window", "open") => filter.window = Some((true, app.now())),
            ("window", "over") => filter.window = Some((false, app.now())),
            ("window", _) => return Err(refuse(name, "use open or over")),
            ("unassigned", "false") | ("snoozed", "true") => {}
            ("unassigned", _) => return Err(refuse(name, "use true or false")),
            ("snoozed", _) => return Err(refuse(name, "use true, false or only")),
            _ => return Err(refuse(name, "unknown parameter; use state, assignee, unassigned, snoozed, window, limit and cursor")),
        }
    }
    let after = paging.after.as_ref().map(|(at, id)| (*at, id.as_str()));
    let mut rows: Vec<CaseRow> = d1::rows(&app.database()?, case::page(&caller.shop, &filter, after, paging.limit + 1)).await?;
    let next = next(&mut rows, paging.limit, |row| (row.deadline_at, &row.id));
    Answer::json(200, &Page { data: rows.into_iter().map(|row| CaseJson::of(row, app.now())).collect(), next })
}

/// `GET /v1/cases/{id}`.
pub(crate) async fn show(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("case"))?;
    page(app, caller, &id).await
}

async fn page(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let (database, shop) = (app.database()?, caller.shop.as_str());
    let row: CaseRow = d1::first(&database, case::by_id(shop, id)).await?.ok_or_else(|| Failure::not_found("case"))?;
    let read = vec![
        case::events(shop, id),
        outbox::of_order(shop, &row.order_id),
        order::checks(shop, &row.order_id),
        case::labels(shop, &row.order_id),
    ];
    let results = d1::batch(&database, read).await?;
    let [events, mails, checks, labels] = results.as_slice() else {
        return Err(Failure::internal("case", &"a batch answered with another number of results than statements"));
    };
    let events: Vec<CaseEventRow> = d1::all(Some(events))?;
    let mut timeline: Vec<CaseEventJson> =
        events.into_iter().map(|row| CaseEventJson { at: time(row.at), actor: row.actor, kind: row.kind, detail: row.detail }).collect();
    let mails: Vec<MailRow> = d1::all(Some(mails))?;
    for mail in mails.into_iter().filter(|mail| mail.created_at >= row.opened_at) {
        let who = mail.contact.unwrap_or(mail.recipient);
        let event =
            |at: i64, kind: &str, detail: String| CaseEventJson { at: time(at), actor: "engine".to_owned(), kind: kind.to_owned(), detail };
        timeline.push(event(mail.created_at, "mail_queued", who.clone()));
        match (mail.sent_at, mail.state.as_str()) {
            (Some(at), _) => timeline.push(event(at, "mail_sent", who.clone())),
            (None, state @ ("dead" | "expired")) => timeline.push(event(mail.due_at, &format!("mail_{state}"), who.clone())),
            _ => {}
        }
        if let Some(at) = mail.bounced_at {
            timeline.push(event(at, "mail_bounced", who));
        }
    }
    timeline.sort_by_key(|event| event.at);
    let checks: Vec<order::CheckRow> = d1::all(Some(checks))?;
    let check = checks.into_iter().find(|check| row.check_id.as_ref().is_none_or(|id| *id == check.id));
    let check = check.map(|check| RawValue::from_string(check.body)).transpose().map_err(|error| Failure::internal("check row", &error))?;
    let labels: Vec<LabelRow> = d1::all(Some(labels))?;
    let labels = labels.into_iter().map(LabelJson::from).collect();
    Answer::json(200, &CasePageJson { case: CaseJson::of(row, app.now()), check, timeline, labels })
}

/// `POST /v1/cases/{id}/resolution`.
pub(crate) async fn resolve(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let body: ResolutionJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let resolution: CaseResolution = body.resolution.parse().map_err(|_| invalid("/resolution", "use blocked, not_blocked or too_late"))?;
    let comment = body.comment.map(|text| hold_comment(&text, "/comment")).transpose().map_err(one_problem)?;
    act(app, caller, id, CaseAction::Resolve { resolution, comment }).await
}

/// `POST /v1/cases/{id}/notes`.
pub(crate) async fn note(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let body: NoteJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    act(app, caller, id, CaseAction::Note(hold_comment(&body.text, "/text").map_err(one_problem)?)).await
}

/// `POST /v1/cases/{id}/assign`.
pub(crate) async fn assign(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let body: AssignJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let name = body.assignee.map(|name| assignee(&name, "/assignee")).transpose().map_err(one_problem)?;
    act(app, caller, id, CaseAction::Assign(name)).await
}

/// `POST /v1/cases/{id}/snooze`.
pub(crate) async fn snooze(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let body: SnoozeJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let until = body.until.map(|text| text.parse::<Timestamp>()).transpose();
    let until = until.map_err(|error| invalid("/until", error.to_string()))?;
    act(app, caller, id, CaseAction::Snooze(until)).await
}

/// `POST /v1/cases/next`: gives the most urgent case of nobody to the one who asks; those that can
/// still be stopped come before those whose window is over.
pub(crate) async fn take_next(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let body: NextJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let name = assignee(&body.assignee, "/assignee").map_err(one_problem)?;
    let next = |in_window| Filter {
        open: Some(true),
        unassigned: true,
        awake: Some((true, app.now())),
        window: Some((in_window, app.now())),
        ..Filter::default()
    };
    let database = app.database()?;
    for attempt in 0..TRIES {
        before_trying_again(attempt).await;
        let read = [true, false].map(|in_window| case::page(&caller.shop, &next(in_window), None, 1));
        let results = d1::batch(&database, read.into()).await?;
        let row: Option<CaseRow> = d1::one(results.first())?.or(d1::one(results.get(1))?);
        let row = row.ok_or_else(|| Failure::refused(404, "not-found", "Nothing to do", "no open case is unassigned"))?;
        if attempt_work(app, &caller.shop, &row, CaseAction::Assign(Some(name.clone())), caller.actor.as_str()).await? {
            return page(app, caller, &row.id).await;
        }
    }
    Err(Failure::Database(format!("{TRIES} others took the next case faster")))
}

async fn act(app: &App, caller: &Caller, id: &str, action: CaseAction) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("case"))?;
    work_on(app, &caller.shop, &id, action, caller.actor.as_str()).await?;
    page(app, caller, &id).await
}

/// Works on a case; reads and decides again while others are faster.
pub(crate) async fn work_on(app: &App, shop: &str, id: &str, action: CaseAction, actor: &str) -> Result<(), Failure> {
    for attempt in 0..TRIES {
        before_trying_again(attempt).await;
        let row: Option<CaseRow> = d1::first(&app.database()?, case::by_id(shop, id)).await?;
        let row = row.ok_or_else(|| Failure::not_found("case"))?;
        if attempt_work(app, shop, &row, action.clone(), actor).await? {
            return Ok(());
        }
    }
    Err(Failure::Database(format!("{TRIES} others worked on this case faster")))
}

/// Whether the work was written; `false` when another writer was faster.
async fn attempt_work(app: &App, shop: &str, row: &CaseRow, action: CaseAction, actor: &str) -> Result<bool, Failure> {
    let standing = row.standing().map_err(|error| Failure::internal("case row", &error))?;
    let change = work(&standing, action, actor, app.now(), &mut || app.id())
        .map_err(|refusal| Failure::refused(409, "conflict", "The case's state does not allow it", refusal.to_string()))?;
    match d1::batch(&app.database()?, case::write(shop, &change, app.now())).await {
        Ok(_) => Ok(true),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) || Statement::was_there_already(&message) => Ok(false),
        Err(failure) => Err(failure),
    }
}
