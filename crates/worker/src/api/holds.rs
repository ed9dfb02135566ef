//! `/v1/orders/{id}/hold`, `/release` and `/v1/orders/bulk`: what a person decides about orders.
//!
//! 1. One read: where every order stands.
//! 2. `casework` decides; an order whose state does not allow it stays as it is, with the reason.
//! 3. One batch writes states, holds and audit, or nothing.
//! 4. When another writer was faster the batch has failed as a whole: read and decide again.

use std::collections::{BTreeMap, BTreeSet};

use ordergate_casework::{HoldAction, HoldRefusal, StandingOrder, by_hand, hold_comment};
use ordergate_screening::{Invalid, Problem};
use ordergate_store::Statement;
use ordergate_store::hold::{self, StandingRow};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::intake::{TRIES, before_trying_again};
use crate::router::decoded;

use super::listing::list_emails;
use super::orders::one;

const TITLE: &str = "The request is not valid";
/// The bulk action that copies buyers' e-mail addresses into entries.
const LIST: &str = "add_to_blacklist";
/// Orders of one bulk request.
const MOST_IDS: usize = 100;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommentJson {
    comment: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BulkJson {
    action: String,
    ids: Vec<String>,
    comment: Option<String>,
}

/// What became of one order of a bulk request.
#[derive(Serialize)]
struct BulkItemJson {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    /// The entry that lists its e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Serialize)]
struct BulkAnswerJson {
    data: Vec<BulkItemJson>,
}

fn invalid(pointer: impl Into<String>, detail: impl Into<String>) -> Failure {
    Failure::invalid(TITLE, Invalid::one(pointer, detail))
}

fn comment_of(sent: Option<String>) -> Result<String, Failure> {
    let refuse = |problem: Problem| Failure::invalid(TITLE, Invalid { problems: vec![problem] });
    hold_comment(sent.as_deref().unwrap_or_default(), "/comment").map_err(refuse)
}

/// `POST /v1/orders/{id}/hold` and `POST /v1/orders/{id}/release`.
pub(crate) async fn act(app: &App, caller: &Caller, request: &mut Request, id: &str, action: HoldAction) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("order"))?;
    let body: CommentJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let comment = comment_of(body.comment)?;
    match apply(app, caller, action, &[&id], &comment).await?.remove(&id) {
        None => Err(Failure::not_found("order")),
        Some(Some(refusal)) => Err(refused(refusal)),
        Some(None) => Answer::json(200, &one(app, caller, &id).await?),
    }
}

fn refused(refusal: HoldRefusal) -> Failure {
    let title = if refusal.done_already { "It was done already" } else { "The order's state does not allow it" };
    Failure::refused(409, "conflict", title, refusal.to_string())
}

/// `POST /v1/orders/bulk`: each order by itself, in the order of `ids`.
pub(crate) async fn bulk(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let body: BulkJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let action = HoldAction::ALL.into_iter().find(|action| action.as_str() == body.action);
    if action.is_none() && body.action != LIST {
        let others = format!("use hold, release or {LIST}");
        let detail = if body.action == "recheck" { format!("`recheck` cannot be done yet; {others}") } else { others };
        return Err(invalid("/action", detail));
    }
    if body.ids.is_empty() || body.ids.len() > MOST_IDS {
        return Err(invalid("/ids", format!("has {} ids; send 1 to {MOST_IDS}", body.ids.len())));
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = body.ids.iter().position(|id| !seen.insert(id)) {
        return Err(invalid(format!("/ids/{twice}"), "is there already"));
    }
    let comment = comment_of(body.comment)?;
    let ids: Vec<&str> = body.ids.iter().map(String::as_str).collect();
    let unknown = || Some("there is no such order".to_owned());
    let data = if let Some(action) = action {
        let mut done = apply(app, caller, action, &ids, &comment).await?;
        let item = |id: String| match done.remove(&id) {
            None => BulkItemJson { id, state: None, entry: None, error: unknown() },
            Some(Some(refusal)) => BulkItemJson { id, state: None, entry: None, error: Some(refusal.to_string()) },
            Some(None) => BulkItemJson { id, state: Some(action.leads_to().as_str()), entry: None, error: None },
        };
        body.ids.iter().cloned().map(item).collect()
    } else {
        let mut done = list_emails(app, caller, &ids, &comment).await?;
        let item = |id: String| match done.remove(&id) {
            None => BulkItemJson { id, state: None, entry: None, error: unknown() },
            Some(Err(error)) => BulkItemJson { id, state: None, entry: None, error: Some(error) },
            Some(Ok(entry)) => BulkItemJson { id, state: None, entry: Some(entry), error: None },
        };
        body.ids.iter().cloned().map(item).collect()
    };
    Answer::json(200, &BulkAnswerJson { data })
}

/// Acts on every order whose state allows it, all in one transaction. Answers for every order that
/// exists: `None` when it was done, else why not.
async fn apply(
    app: &App,
    caller: &Caller,
    action: HoldAction,
    ids: &[&str],
    comment: &str,
) -> Result<BTreeMap<String, Option<HoldRefusal>>, Failure> {
    let database = app.database()?;
    let actor = caller.actor.as_str();
    for attempt in 0..TRIES {
        before_trying_again(attempt).await;
        // 1. One read.
        let rows: Vec<StandingRow> = d1::rows(&database, hold::standing(&caller.shop, ids)).await?;
        let standing: Vec<StandingOrder> = rows
            .into_iter()
            .map(StandingRow::standing)
            .collect::<Result<_, _>>()
            .map_err(|error| Failure::internal("order row", &error))?;
        // 2. Decide.
        let (mut changes, mut outcomes) = (Vec::new(), BTreeMap::new());
        for order in standing {
            let outcome = match by_hand(&order, action, comment, actor, &mut || app.id()) {
                Ok(change) => {
                    changes.push(change);
                    None
                }
                Err(refusal) => Some(refusal),
            };
            outcomes.insert(order.id, outcome);
        }
        if changes.is_empty() {
            return Ok(outcomes);
        }
        // 3. One batch.
        match d1::batch(&database, hold::write(&caller.shop, action, &changes, comment, actor, app.now())).await {
            Ok(_) => return Ok(outcomes),
            // 4. Another writer was faster.
            Err(Failure::Database(message)) if Statement::lost_the_race(&message) || Statement::was_there_already(&message) => {}
            Err(failure) => return Err(failure),
        }
    }
    Err(Failure::Database(format!("{TRIES} other writers of these orders were faster")))
}
