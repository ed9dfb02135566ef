//! `GET /v1/audit`: who did what, newest first.

use ordergate_screening::Timestamp;
use ordergate_store::audit::{self, ListedAuditRow};
use serde::Serialize;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::d1;
use crate::failure::Failure;

use super::cursor::{next, paging, refuse};
use super::{Page, time};

#[derive(Serialize)]
struct AuditJson {
    id: String,
    at: Timestamp,
    /// Whom or what it is about: `shop`, `order:<id>`, `entry:<id>`, …
    subject: String,
    actor: String,
    action: String,
    detail: String,
}

impl From<ListedAuditRow> for AuditJson {
    fn from(row: ListedAuditRow) -> Self {
        Self { id: row.id, at: time(row.at), subject: row.subject, actor: row.actor, action: row.action, detail: row.detail }
    }
}

/// Without `subject`: what people, servers and the operator did. With it: everything about that
/// subject, what the engine and the platforms did too. `actor` shows one actor's.
pub(crate) async fn list(app: &App, caller: &Caller, request: &Request) -> Result<Answer, Failure> {
    let paging = paging(request)?;
    let (mut subject, mut actor) = (None, None);
    for (name, value) in &paging.filters {
        match name.as_str() {
            "subject" => subject = Some(value.as_str()),
            "actor" => actor = Some(value.as_str()),
            _ => return Err(refuse(name, "unknown; use subject, actor, limit and cursor")),
        }
    }
    let (after, limit) = (paging.after.as_ref(), paging.limit + 1);
    let statement = match subject {
        Some(subject) => audit::listed_of_subject(&caller.shop, subject, actor, after, limit),
        None => audit::of_people(&caller.shop, actor, after, limit),
    };
    let mut rows: Vec<ListedAuditRow> = d1::rows(&app.database()?, statement).await?;
    let next = next(&mut rows, paging.limit, |row| (row.at, &row.id));
    Answer::json(200, &Page { data: rows.into_iter().map(AuditJson::from).collect(), next })
}
