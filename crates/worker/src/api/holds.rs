//! `/v1/orders/{id}/hold`, `/release`, `/status` and `/recheck`: what a person decides about one
//! order. `/v1/orders/bulk` does some of it to many.

use std::collections::{BTreeMap, BTreeSet};

use ordergate_casework::{Again, CheckKind, HoldAction, OrderState, Refusal, Said, StandingOrder, by_hand, hold_comment, recheck, said};
use ordergate_screening::{Invalid, Problem};
use ordergate_store::{Statement, audit, entry};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::desk::{Decision, Desk, decide};
use crate::failure::Failure;
use crate::roles::Role;
use crate::router::decoded;
use crate::sweep;

use super::listing::list_buyers;
use super::orders::one;

const TITLE: &str = "The request is not valid";
/// The bulk action that copies buyers into entries.
pub(super) const LIST: &str = "add_to_blacklist";
const RECHECK: &str = "recheck";
/// Orders of one bulk request.
const MOST_IDS: usize = 100;
/// Orders that are checked again in one transaction.
const RECHECKED_AT_ONCE: usize = 25;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommentJson {
    comment: Option<String>,
    /// Who does it, when the hold is locked.
    by: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReleaseJson {
    comment: Option<String>,
    /// Who does it, when the hold is locked.
    by: Option<String>,
    /// The order is going to be changed in the shop.
    #[serde(default)]
    edit: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusJson {
    status: String,
    comment: Option<String>,
    /// Who does it, when the hold is locked.
    by: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BulkJson {
    action: String,
    ids: Vec<String>,
    comment: Option<String>,
    /// What [`LIST`] copies, instead of what the shop has chosen.
    fields: Option<Vec<String>>,
    /// Who does it, when a hold is locked.
    by: Option<String>,
}

/// What became of one order of a bulk request.
#[derive(Serialize)]
struct BulkItemJson {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    /// The entry that lists its buyer.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Serialize)]
struct BulkAnswerJson {
    data: Vec<BulkItemJson>,
}

/// Each order that exists with the state it is in now, or why it stays as it was; and whether mails
/// wait to be sent.
type Done = (BTreeMap<String, Result<OrderState, Refused>>, bool);

/// Why an order stays as it is.
enum Refused {
    State(Refusal),
    /// It was never readable, so there is nothing to check.
    Unreadable,
    /// Somebody else works on its hold.
    Locked(String),
}

impl Refused {
    fn failure(&self) -> Failure {
        let title = match self {
            Self::Locked(_) => "Somebody works on it",
            Self::State(refusal) if refusal.done_already => "It was done already",
            _ => "The order's state does not allow it",
        };
        Failure::refused(409, "conflict", title, self.to_string())
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::State(refusal) => refusal.fmt(out),
            Self::Locked(by) => write!(out, "{by} works on this hold; say so with `by`, or take the lock over"),
            Self::Unreadable => out.write_str("the order could not be read, so there is nothing to check; send it again"),
        }
    }
}

fn invalid(pointer: impl Into<String>, detail: impl Into<String>) -> Failure {
    Failure::invalid(TITLE, Invalid::one(pointer, detail))
}

fn comment_of(sent: Option<String>) -> Result<String, Failure> {
    let refuse = |problem: Problem| Failure::invalid(TITLE, Invalid { problems: vec![problem] });
    hold_comment(sent.as_deref().unwrap_or_default(), "/comment").map_err(refuse)
}

/// `POST /v1/orders/{id}/hold`.
pub(crate) async fn hold(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("order"))?;
    let body: CommentJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let comment = comment_of(body.comment)?;
    let done = hold_or_release(app, caller, request, HoldAction::Hold, &[&id], &comment, body.by.as_deref()).await?;
    answer_one(app, caller, &id, done).await
}

/// `POST /v1/orders/{id}/release`, also to change the order in the shop.
pub(crate) async fn release(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("order"))?;
    let body: ReleaseJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let action = if body.edit { HoldAction::ReleaseToEdit } else { HoldAction::Release };
    let comment = comment_of(body.comment)?;
    let done = hold_or_release(app, caller, request, action, &[&id], &comment, body.by.as_deref()).await?;
    answer_one(app, caller, &id, done).await
}

/// `POST /v1/orders/{id}/status`.
pub(crate) async fn status(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("order"))?;
    let body: StatusJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let what: Said = body.status.parse().map_err(|_| invalid("/status", "use approved, declined, fraud or cancelled"))?;
    let comment = comment_of(body.comment)?;
    let actor = caller.actor.as_str();
    let url = public_url(request)?;
    let done = decide(
        app,
        &caller.shop,
        &url,
        &[&id],
        |desk, order| {
            if let Err(refused) = unlocked_for(order, body.by.as_deref()) {
                return Decision::Leave(Err(refused));
            }
            let outcome = desk.telling(|audience| said(order, what, &comment, actor, audience, app.now(), &mut || app.id()));
            match outcome {
                Ok(Some(change)) => {
                    let state = change.state;
                    Decision::Write(Box::new(change), Ok(state))
                }
                Ok(None) => Decision::Leave(Ok(order.state())),
                Err(refusal) => Decision::Leave(Err(Refused::State(refusal))),
            }
        },
        |desk, changes| if what == Said::Fraud && !changes.is_empty() { list_fraud(app, caller, desk, &id, &url) } else { Vec::new() },
    )
    .await?;
    let answer = answer_one(app, caller, &id, done).await?;
    Ok(if what == Said::Fraud { answer.then_sweeping() } else { answer })
}

/// What a confirmed fraud adds to the blacklist, and the sweep that looks for the buyer's other
/// orders.
fn list_fraud(app: &App, caller: &Caller, desk: &Desk, id: &str, url: &str) -> Vec<Statement> {
    let (shop, actor, now) = (caller.shop.as_str(), caller.actor.as_str(), app.now());
    let (entries, mut batch) = (desk.fraud_entries(app, id), Vec::new());
    if !entries.is_empty() {
        // Without a master key no order was stored either.
        batch.extend(sweep::for_entries(app, shop, &format!("fraud:{id}"), &entries, desk.published(), url));
        let rows: Vec<_> = entries.iter().map(|entry| (&entry.id, serde_json::to_string(entry).unwrap_or_default())).collect();
        let notes: Vec<_> = entries.iter().map(|entry| (format!("entry:{}", entry.id), app.id())).collect();
        let audited: Vec<_> =
            notes.iter().map(|(entry, id)| (entry.clone(), id.as_str(), actor, "entry.added", "confirmed fraud")).collect();
        batch.push(entry::next_seq(shop));
        batch.push(entry::add_many(shop, &serde_json::to_string(&rows).unwrap_or_default(), actor, now));
        batch.push(audit::add_many(shop, &audited, now));
    }
    batch
}

/// `POST /v1/orders/{id}/recheck`.
pub(crate) async fn recheck_one(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("order"))?;
    let bytes = read(request, API_CAP).await?;
    // Nothing needs to be said; whoever says something is heard.
    let body: CommentJson = if bytes.is_empty() { CommentJson { comment: None, by: None } } else { super::body(&bytes, TITLE)? };
    let comment = body.comment.map(|comment| comment_of(Some(comment))).transpose()?.unwrap_or_default();
    let done = check_again(app, caller, request, &[&id], &comment).await?;
    answer_one(app, caller, &id, done).await
}

async fn answer_one(app: &App, caller: &Caller, id: &str, (mut outcomes, queued): Done) -> Result<Answer, Failure> {
    match outcomes.remove(id) {
        None => Err(Failure::not_found("order")),
        Some(Err(refused)) => Err(refused.failure()),
        Some(Ok(_)) => Ok(Answer::json(200, &one(app, caller, id).await?)?.then_draining(queued).then_telling()),
    }
}

/// `POST /v1/orders/bulk`: each order by itself, in the order of `ids`.
pub(crate) async fn bulk(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let body: BulkJson = super::body(&read(request, API_CAP).await?, TITLE)?;
    let action = HoldAction::BULK.into_iter().find(|action| action.as_str() == body.action);
    if action.is_none() && body.action != LIST && body.action != RECHECK {
        return Err(invalid("/action", format!("use {RECHECK}, {LIST}, hold or release")));
    }
    if action == Some(HoldAction::Release) {
        caller.must_be(Role::Approver)?;
    }
    if body.ids.is_empty() || body.ids.len() > MOST_IDS {
        return Err(invalid("/ids", format!("has {} ids; send 1 to {MOST_IDS}", body.ids.len())));
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = body.ids.iter().position(|id| !seen.insert(id)) {
        return Err(invalid(format!("/ids/{twice}"), "is there already"));
    }
    if body.fields.is_some() && body.action != LIST {
        return Err(invalid("/fields", format!("belongs to {LIST}")));
    }
    // A recheck needs no reason.
    let comment = match body.comment {
        None if body.action == RECHECK => String::new(),
        comment => comment_of(comment)?,
    };
    let ids: Vec<&str> = body.ids.iter().map(String::as_str).collect();
    let unknown = || Some("there is no such order".to_owned());
    let blank = |id: String| BulkItemJson { id, state: None, entry: None, error: None };
    if body.action == LIST {
        let mut done = list_buyers(app, caller, &ids, &comment, body.fields.as_deref(), &public_url(request)?).await?;
        let item = |id: String| match done.remove(&id) {
            None => BulkItemJson { error: unknown(), ..blank(id) },
            Some(Err(error)) => BulkItemJson { error: Some(error), ..blank(id) },
            Some(Ok(entry)) => BulkItemJson { entry: Some(entry), ..blank(id) },
        };
        return Ok(Answer::json(200, &BulkAnswerJson { data: body.ids.iter().cloned().map(item).collect() })?.then_sweeping());
    }
    let (mut done, queued) = match action {
        Some(action) => hold_or_release(app, caller, request, action, &ids, &comment, body.by.as_deref()).await?,
        None => check_again(app, caller, request, &ids, &comment).await?,
    };
    let item = |id: String| match done.remove(&id) {
        None => BulkItemJson { error: unknown(), ..blank(id) },
        Some(Err(refused)) => BulkItemJson { error: Some(refused.to_string()), ..blank(id) },
        Some(Ok(state)) => BulkItemJson { state: Some(state.as_str()), ..blank(id) },
    };
    Ok(Answer::json(200, &BulkAnswerJson { data: body.ids.iter().cloned().map(item).collect() })?.then_draining(queued).then_telling())
}

async fn hold_or_release(
    app: &App,
    caller: &Caller,
    request: &Request,
    action: HoldAction,
    ids: &[&str],
    comment: &str,
    by: Option<&str>,
) -> Result<Done, Failure> {
    let actor = caller.actor.as_str();
    let url = public_url(request)?;
    decide(
        app,
        &caller.shop,
        &url,
        ids,
        |_, order| {
            let done =
                unlocked_for(order, by).and_then(|()| by_hand(order, action, comment, actor, &mut || app.id()).map_err(Refused::State));
            match done {
                Ok(change) => {
                    let state = change.state;
                    Decision::Write(Box::new(change), Ok(state))
                }
                Err(refused) => Decision::Leave(Err(refused)),
            }
        },
        |_, _| Vec::new(),
    )
    .await
}

/// Checks orders again, some at a time; both checks of each stay.
async fn check_again(app: &App, caller: &Caller, request: &Request, ids: &[&str], comment: &str) -> Result<Done, Failure> {
    let actor = caller.actor.as_str();
    let url = public_url(request)?;
    let again = Again { kind: CheckKind::Recheck, actor, why: comment };
    let (mut outcomes, mut queued) = (BTreeMap::new(), false);
    for some in ids.chunks(RECHECKED_AT_ONCE) {
        let (done, mails) = decide(
            app,
            &caller.shop,
            &url,
            some,
            |desk, order| {
                let Some(check) = desk.check(app, order) else { return Decision::Leave(Err(Refused::Unreadable)) };
                match desk.telling(|audience| recheck(order, check, again, audience, app.now(), &mut || app.id())) {
                    Some(change) => {
                        let state = change.state;
                        Decision::Write(Box::new(change), Ok(state))
                    }
                    None => Decision::Leave(Ok(order.state())),
                }
            },
            |_, _| Vec::<Statement>::new(),
        )
        .await?;
        outcomes.extend(done);
        queued |= mails;
    }
    Ok((outcomes, queued))
}

/// A hold that somebody has checked out is theirs until they are done.
fn unlocked_for(order: &StandingOrder, by: Option<&str>) -> Result<(), Refused> {
    match &order.locked_by {
        Some(holder) if by.map(str::trim) != Some(holder) => Err(Refused::Locked(holder.clone())),
        _ => Ok(()),
    }
}

/// Where this deployment is reached, for links in mails.
pub(super) fn public_url(request: &Request) -> Result<String, Failure> {
    Ok(request.url()?.origin().ascii_serialization())
}
