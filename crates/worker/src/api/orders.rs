//! `/v1/orders`: a custom shop's orders, the order list, one order, and the warehouse's question.

use ordergate_casework::{Language, OrderState, PlatformStatus, Source, StaffWarning, fulfilment as may_ship, staff_warning, unstorable};
use ordergate_screening::{Invalid, Timestamp};
use ordergate_shops::edit_page;
use ordergate_store::audit::{self, AuditRow};
use ordergate_store::case::{self, CaseRow, LabelRow};
use ordergate_store::command::{self, CommandRow};
use ordergate_store::connection::{self, AddressRow};
use ordergate_store::hold::{self, HoldRow};
use ordergate_store::order::{self, CheckRow, Filter, OrderDetailsRow, OrderListRow};
use ordergate_store::outbox::{self, MailRow};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::intake::{Content, Outcome, take};
use crate::router::decoded;

use super::cases::{CaseJson, LabelJson};
use super::commands::CommandJson;
use super::cursor::{Paging, next, paging, refuse};
use super::hold_desk::LockJson;
use super::submission::Submission;
use super::{Page, time};

/// An order as in the list.
#[derive(Serialize)]
pub(super) struct OrderJson {
    id: String,
    number: Option<String>,
    platform: String,
    placed_at: Option<Timestamp>,
    updated_at: Option<Timestamp>,
    received_at: Timestamp,
    currency: Option<String>,
    total: Option<String>,
    state: String,
    held: bool,
    marked: bool,
    score: Option<i64>,
    minimum: Option<i64>,
    decision: Option<String>,
    not_checked: Option<String>,
    name: Option<String>,
    city: Option<String>,
    country: Option<String>,
    matches: i64,
}

impl From<OrderListRow> for OrderJson {
    fn from(row: OrderListRow) -> Self {
        Self {
            id: row.id,
            number: row.number,
            platform: row.source,
            placed_at: row.placed_at.map(time),
            updated_at: row.updated_at.map(time),
            received_at: time(row.received_at),
            currency: row.currency,
            total: row.total,
            held: is_held(&row.state, &row.platform_status),
            state: row.state,
            marked: row.marked != 0,
            score: row.score,
            minimum: row.minimum,
            decision: row.decision,
            not_checked: row.not_checked,
            name: row.name,
            city: row.city,
            country: row.country,
            matches: row.matches,
        }
    }
}

/// Whether the order carries "do not process": held, or refused and still in the shop's hands.
fn is_held(state: &str, platform: &str) -> bool {
    let state = state.parse::<OrderState>();
    state == Ok(OrderState::Held) || (state.is_ok_and(OrderState::stops) && platform == PlatformStatus::Open.as_str())
}

#[derive(Serialize)]
pub(super) struct OrderPageJson {
    order: OneOrderJson,
    check: Option<Box<RawValue>>,
    checks: Vec<CheckJson>,
    /// The open hold first, then the newest.
    holds: Vec<HoldJson>,
    /// The open case, else the newest.
    case: Option<CaseJson>,
    labels: Vec<LabelJson>,
    timeline: Vec<TimelineJson>,
    mails: Vec<MailJson>,
    /// What the platform was told, and what became of it.
    commands: Vec<CommandJson>,
    /// For the staff member who has just entered the order, never for the buyer; absent in other answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    warning: Option<Option<StaffWarning>>,
}

impl OrderPageJson {
    pub(super) fn has_command(&self, id: &str) -> bool {
        self.commands.iter().any(|command| command.id() == id)
    }

    /// What the newest check found, for whoever entered the order.
    fn warning(&self, language: Language) -> Result<Option<StaffWarning>, Failure> {
        let Some(check) = &self.check else { return Ok(None) };
        let check = serde_json::from_str(check.get()).map_err(|error| Failure::internal("stored check", &error))?;
        let OrderJson { id, number, .. } = &self.order.summary;
        Ok(staff_warning(language, number.as_deref().unwrap_or(id), &check))
    }

    pub(super) fn is_of(&self, platform: &str) -> bool {
        self.order.summary.platform == platform
    }
}

#[derive(Serialize)]
struct OneOrderJson {
    #[serde(flatten)]
    summary: OrderJson,
    details: Option<Box<RawValue>>,
    /// The open one.
    hold: Option<HoldJson>,
    /// Where it is changed in the shop; `None` for custom shops and those without a connection.
    edit_url: Option<String>,
    /// The key of its buyer in `/v1/customers`.
    customer: Option<String>,
    notes: Box<RawValue>,
}

#[derive(Clone, Serialize)]
struct HoldJson {
    /// `automatic` or `manual`.
    kind: String,
    /// The shop's own word for it.
    code: String,
    comment: Option<String>,
    placed_at: Timestamp,
    placed_by: String,
    /// Who works on it.
    lock: Option<LockJson>,
    /// How it ended; `None` while it is open.
    resolution: Option<ResolutionJson>,
}

#[derive(Clone, Serialize)]
struct ResolutionJson {
    /// `released` by a person, or `cancelled` in the shop.
    resolution: String,
    at: Option<Timestamp>,
    by: Option<String>,
    comment: Option<String>,
    /// It was released to be changed in the shop.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    edit: bool,
}

impl From<HoldRow> for HoldJson {
    fn from(row: HoldRow) -> Self {
        Self {
            kind: row.kind,
            code: row.code,
            comment: row.comment,
            placed_at: time(row.placed_at),
            placed_by: row.actor,
            lock: row.locked_by.map(|by| LockJson { by, at: row.locked_at.map(time) }),
            resolution: row.resolution.map(|resolution| ResolutionJson {
                resolution,
                at: row.resolved_at.map(time),
                by: row.resolved_by,
                comment: row.resolution_comment,
                edit: row.to_edit != 0,
            }),
        }
    }
}

#[derive(Serialize)]
struct CheckJson {
    id: String,
    at: Timestamp,
    kind: String,
    check: Box<RawValue>,
}

#[derive(Serialize)]
struct TimelineJson {
    at: Timestamp,
    actor: String,
    action: String,
    detail: String,
}

#[derive(Serialize)]
pub(super) struct MailJson {
    id: String,
    /// `hold`, `mark`, `case`, `digest` or `test`.
    kind: String,
    /// `mail`, or `webhook` for the contact's own address.
    channel: String,
    to: String,
    contact: Option<String>,
    subject: String,
    text: String,
    html: String,
    state: String,
    attempts: i64,
    due_at: Timestamp,
    /// Not sent from then on.
    expires_at: Option<Timestamp>,
    sent_at: Option<Timestamp>,
    bounced_at: Option<Timestamp>,
    last_error: Option<String>,
    transport: Option<String>,
}

impl From<MailRow> for MailJson {
    fn from(row: MailRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            channel: row.channel,
            to: row.recipient,
            contact: row.contact,
            subject: row.subject,
            text: row.text,
            html: row.html,
            state: row.state,
            attempts: row.attempts,
            due_at: time(row.due_at),
            expires_at: row.expires_at.map(time),
            sent_at: row.sent_at.map(time),
            bounced_at: row.bounced_at.map(time),
            last_error: row.last_error,
            transport: row.transport,
        }
    }
}

#[derive(Serialize)]
struct FulfilmentJson {
    release: bool,
    why: &'static str,
}

#[derive(Deserialize)]
struct StateRow {
    state: String,
}

/// `POST /v1/orders`.
pub(crate) async fn create(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let bytes = read(request, API_CAP).await?;
    let Submission { order, facts, hold } =
        Submission::from_json(&bytes).map_err(|invalid| Failure::invalid("The order is not valid", invalid))?;
    if let Some(problem) = unstorable(&order) {
        return Err(Failure::invalid("The order is not valid", Invalid { problems: vec![problem] }));
    }
    let version = order.updated_at.unwrap_or(order.placed_at);
    let content = Content::Order { order: &order, version, status: None, notes: &[], hold: hold.as_deref(), facts: &facts };
    let public_url = request.url()?.origin().ascii_serialization();
    let outcome = take(app, &caller.shop, &public_url, Source::Api, content, None).await?;
    if outcome == Outcome::Conflict {
        let detail = format!("order `{}` is stored with the same updated_at and another body; send a newer updated_at", order.id);
        return Err(Failure::refused(409, "conflict", "Another body is stored", detail));
    }
    let created = matches!(outcome, Outcome::Taken { created: true, .. });
    let queued = matches!(outcome, Outcome::Taken { queued: true, .. });
    let mut page = one(app, caller, &order.id).await?;
    let language = request.headers().get("accept-language")?.and_then(|header| Language::accepted(&header)).unwrap_or_default();
    page.warning = Some(page.warning(language)?);
    let answer = Answer::json(if created { 201 } else { 200 }, &page)?.then_draining(queued);
    Ok(if matches!(outcome, Outcome::Taken { tells: true, .. }) { answer.then_telling() } else { answer })
}

/// `GET /v1/orders`; with `number`, the orders of that number whatever else they are.
pub(crate) async fn list(app: &App, caller: &Caller, request: &Request) -> Result<Answer, Failure> {
    let paging = paging(request)?;
    if let Some((_, number)) = paging.filters.iter().find(|(name, _)| name == "number") {
        return with_number(app, caller, &paging, number).await;
    }
    let filter = filter_of(&paging.filters).map_err(|(name, detail)| refuse(name, &detail))?;
    let after = paging.after.as_ref().map(|(at, id)| (*at, id.as_str()));
    let mut rows: Vec<OrderListRow> = d1::rows(&app.database()?, order::page(&caller.shop, filter, after, paging.limit + 1)).await?;
    let next = next(&mut rows, paging.limit, |row| (row.listed_at, &row.id));
    Answer::json(200, &Page { data: rows.into_iter().map(OrderJson::from).collect(), next })
}

/// A number names an order or two, so it is found whole, and stands alone.
async fn with_number(app: &App, caller: &Caller, paging: &Paging, number: &str) -> Result<Answer, Failure> {
    if paging.filters.len() > 1 || paging.after.is_some() {
        return Err(refuse("number", "names its orders by itself; leave the other parameters out, except limit"));
    }
    if number.trim().is_empty() {
        return Err(refuse("number", "is empty; send the whole number of an order, or its id"));
    }
    let rows: Vec<OrderListRow> = d1::rows(&app.database()?, order::by_number(&caller.shop, number, paging.limit)).await?;
    Answer::json(200, &Page { data: rows.into_iter().map(OrderJson::from).collect(), next: None })
}

/// What the list is narrowed to; else which parameter is wrong, and what it takes.
pub(super) fn filter_of(parameters: &[(String, String)]) -> Result<Filter, (&str, String)> {
    let mut filter = Filter::default();
    for (name, value) in parameters {
        let name = name.as_str();
        let wrong = |detail: &str| (name, detail.to_owned());
        let moment = |at: &str| at.parse().map_err(|_| wrong("use a time like 2026-11-24T10:00:00Z"));
        match (name, value.as_str()) {
            ("state", state) => filter.state = Some(state.parse().map_err(|detail| (name, detail))?),
            ("held" | "marked", "true" | "false") => {
                let which = if name == "held" { &mut filter.held } else { &mut filter.marked };
                *which = Some(value == "true");
            }
            ("held" | "marked", _) => return Err(wrong("use true or false")),
            ("from", at) => filter.from = Some(moment(at)?),
            ("before", at) => filter.before = Some(moment(at)?),
            ("decision", "approve") => filter.decision = Some("approve"),
            ("decision", "review") => filter.decision = Some("review"),
            ("decision", "decline") => filter.decision = Some("decline"),
            ("decision", _) => return Err(wrong("use approve, review or decline")),
            ("points", points) => {
                let least = points.parse::<i32>();
                let least = least.map_err(|_| wrong("use a whole number; orders with as many points or more are listed"))?;
                filter.points = Some(least.into());
            }
            _ => return Err(wrong("unknown parameter; use state, held, marked, decision, points, from, before, number, limit and cursor")),
        }
    }
    Ok(filter)
}

/// `GET /v1/orders/{id}`.
pub(crate) async fn show(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("order"))?;
    Answer::json(200, &one(app, caller, &id).await?)
}

/// `GET /v1/orders/{id}/fulfilment`.
pub(crate) async fn fulfilment(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).unwrap_or_default();
    let row: Option<StateRow> = d1::first(&app.database()?, order::state(&caller.shop, &id)).await?;
    let state = row.map(|row| row.state.parse::<OrderState>()).transpose().map_err(|error| Failure::internal("order row", &error))?;
    let answer = may_ship(state);
    Answer::json(200, &FulfilmentJson { release: answer.release, why: answer.why })
}

/// One order with its checks, timeline and mails, read in one round trip.
pub(super) async fn one(app: &App, caller: &Caller, id: &str) -> Result<OrderPageJson, Failure> {
    let shop = caller.shop.as_str();
    let results = d1::batch(
        &app.database()?,
        vec![
            order::by_id(shop, id),
            order::details(shop, id),
            order::checks(shop, id),
            hold::of_order(shop, id),
            audit::of_subject(shop, &format!("order:{id}")),
            outbox::of_order(shop, id),
            case::of_order(shop, id),
            case::labels(shop, id),
            command::of_order(shop, id),
            connection::of_order(shop, id),
        ],
    )
    .await?;
    let [summary, details, checks, holds, timeline, mails, cases, labels, commands, connections] = results.as_slice() else {
        return Err(Failure::internal("order", &"a batch answered with another number of results than statements"));
    };
    let summary: OrderListRow = d1::one(Some(summary))?.ok_or_else(|| Failure::not_found("order"))?;
    let details: OrderDetailsRow = d1::one(Some(details))?.ok_or_else(|| Failure::not_found("order"))?;
    let holds: Vec<HoldJson> = d1::all::<HoldRow>(Some(holds))?.into_iter().map(HoldJson::from).collect();
    let timeline: Vec<AuditRow> = d1::all(Some(timeline))?;
    let mails: Vec<MailRow> = d1::all(Some(mails))?;
    let checks: Vec<CheckJson> = d1::all::<CheckRow>(Some(checks))?
        .into_iter()
        .map(|row| Ok(CheckJson { id: row.id, at: time(row.at), kind: row.kind, check: raw(row.body)? }))
        .collect::<Result<_, Failure>>()?;
    let edit_url = d1::one::<AddressRow>(Some(connections))?.and_then(|row| edit_page(row.platform.parse().ok()?, &row.address, id));
    Ok(OrderPageJson {
        order: OneOrderJson {
            edit_url,
            summary: summary.into(),
            details: details.details.map(raw).transpose()?,
            hold: holds.iter().find(|hold| hold.resolution.is_none()).cloned(),
            customer: details.person,
            notes: raw(details.notes)?,
        },
        check: checks.first().map(|made| made.check.clone()),
        checks,
        holds,
        case: d1::all::<CaseRow>(Some(cases))?.into_iter().next().map(|row| CaseJson::of(row, app.now())),
        labels: d1::all::<LabelRow>(Some(labels))?.into_iter().map(LabelJson::from).collect(),
        timeline: timeline
            .into_iter()
            .map(|row| TimelineJson { at: time(row.at), actor: row.actor, action: row.action, detail: row.detail })
            .collect(),
        mails: mails.into_iter().map(MailJson::from).collect(),
        commands: d1::all::<CommandRow>(Some(commands))?.into_iter().map(CommandJson::from).collect(),
        warning: None,
    })
}

/// Stored JSON, carried byte for byte.
pub(super) fn raw(text: String) -> Result<Box<RawValue>, Failure> {
    RawValue::from_string(text).map_err(|error| Failure::internal("stored JSON", &error))
}
