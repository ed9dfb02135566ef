//! `/v1/outbox` and `/v1/mails/{id}`: what contacts were told, and what is still on its way.

use ordergate_screening::Timestamp;
use ordergate_store::mails::{self, ListedMailRow, OrderOfMailRow};
use ordergate_store::outbox::{self, MailRow};
use ordergate_store::{Statement, audit};
use serde::Serialize;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::d1;
use crate::failure::Failure;
use crate::router::decoded;

use super::cursor::{next, paging, refuse};
use super::orders::MailJson;
use super::{Page, time};

const STATES: [&str; 6] = ["pending", "leased", "retry", "sent", "dead", "expired"];

/// A mail of the list; `GET /v1/mails/{id}` has its text.
#[derive(Serialize)]
struct ListedMailJson {
    id: String,
    kind: String,
    channel: String,
    /// `None` for a mail about no order.
    order: Option<String>,
    to: String,
    contact: Option<String>,
    subject: String,
    state: String,
    attempts: i64,
    created_at: Timestamp,
    due_at: Timestamp,
    expires_at: Option<Timestamp>,
    sent_at: Option<Timestamp>,
    bounced_at: Option<Timestamp>,
    last_error: Option<String>,
    /// `outbox`: written, as the deployment has no mail service yet.
    transport: Option<String>,
}

impl From<ListedMailRow> for ListedMailJson {
    fn from(row: ListedMailRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            channel: row.channel,
            order: Some(row.order_id).filter(|order| !order.is_empty()),
            to: row.recipient,
            contact: row.contact,
            subject: row.subject,
            state: row.state,
            attempts: row.attempts,
            created_at: time(row.created_at),
            due_at: time(row.due_at),
            expires_at: row.expires_at.map(time),
            sent_at: row.sent_at.map(time),
            bounced_at: row.bounced_at.map(time),
            last_error: row.last_error,
            transport: row.transport,
        }
    }
}

/// `GET /v1/outbox`: newest first; `state` shows one state.
pub(crate) async fn list(app: &App, caller: &Caller, request: &Request) -> Result<Answer, Failure> {
    let paging = paging(request)?;
    let mut state = None;
    for (name, value) in &paging.filters {
        match name.as_str() {
            "state" if STATES.contains(&value.as_str()) => state = Some(value.as_str()),
            "state" => return Err(refuse("state", &format!("use one of {}", STATES.join(", ")))),
            _ => return Err(refuse(name, "unknown; use state, limit and cursor")),
        }
    }
    let statement = mails::all(&caller.shop, state, paging.after.as_ref(), paging.limit + 1);
    let mut rows: Vec<ListedMailRow> = d1::rows(&app.database()?, statement).await?;
    let next = next(&mut rows, paging.limit, |row| (row.created_at, &row.id));
    Answer::json(200, &Page { data: rows.into_iter().map(ListedMailJson::from).collect(), next })
}

/// `GET /v1/mails/{id}`: a mail as its reader sees it.
pub(crate) async fn show(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("mail"))?;
    let order = order_of(app, caller, &id).await?;
    let row: Option<MailRow> = d1::first(&app.database()?, outbox::by_id(&caller.shop, &order, &id)).await?;
    Answer::json(200, &MailJson::from(row.ok_or_else(|| Failure::not_found("mail"))?))
}

/// `POST /v1/mails/{id}/retry`: a mail that was given up, or that waits for its next attempt, goes out
/// at once.
pub(crate) async fn retry(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("mail"))?;
    let order = order_of(app, caller, &id).await?;
    let subject = if order.is_empty() { "shop".to_owned() } else { format!("order:{order}") };
    let batch = vec![
        mails::revive(&caller.shop, &order, &id, app.now()),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, &subject, app.now(), &app.id(), caller.actor.as_str(), "mail.retried", &id),
        outbox::by_id(&caller.shop, &order, &id),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(results) => {
            let row: Option<MailRow> = d1::one(results.last())?;
            Ok(Answer::json(202, &MailJson::from(row.ok_or_else(|| Failure::not_found("mail"))?))?.then_draining(true))
        }
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::refused(
            409,
            "not-retried",
            "The mail is not sent again",
            "only a mail that was given up, or that waits for its next attempt, is sent again, and only before it expires",
        )),
        Err(failure) => Err(failure),
    }
}

async fn order_of(app: &App, caller: &Caller, id: &str) -> Result<String, Failure> {
    let row: Option<OrderOfMailRow> = d1::first(&app.database()?, mails::order_of(&caller.shop, id)).await?;
    Ok(row.ok_or_else(|| Failure::not_found("mail"))?.order_id)
}
