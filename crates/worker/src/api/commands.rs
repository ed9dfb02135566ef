//! `/v1/orders/{id}/cancel`, `/refund` and `/commands/{command}/retry`: what a person has the
//! platform do. It is queued with the decision and carried out after the answer.

use ordergate_casework::{Asked, CommandKind, LONGEST_ID, hold_comment, request as ask};
use ordergate_screening::{Invalid, Money, Timestamp};
use ordergate_store::command::{self, CommandRow};
use ordergate_store::connection::{self, ConnectionRow};
use ordergate_store::{Statement, audit};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::desk::{Decision, decide};
use crate::failure::Failure;
use crate::router::decoded;

use super::holds::public_url;
use super::orders::one;
use super::{body, time};

const TITLE: &str = "The request is not valid";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskedJson {
    comment: String,
    /// Decimal text in the order's currency; everything when it is not named.
    amount: Option<String>,
    #[serde(default)]
    restock: bool,
    /// The same key asks once.
    idempotency_key: Option<String>,
}

/// A command as the order page shows it.
#[derive(Serialize)]
pub(super) struct CommandJson {
    id: String,
    platform: String,
    kind: String,
    state: String,
    attempts: i64,
    due_at: Timestamp,
    last_error: Option<String>,
    asked_by: String,
    created_at: Timestamp,
    done_at: Option<Timestamp>,
}

impl CommandJson {
    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

impl From<CommandRow> for CommandJson {
    fn from(row: CommandRow) -> Self {
        Self {
            id: row.id,
            platform: row.platform,
            kind: row.kind,
            state: row.state,
            attempts: row.attempts,
            due_at: time(row.due_at),
            last_error: row.last_error,
            asked_by: row.actor,
            created_at: time(row.created_at),
            done_at: row.done_at.map(time),
        }
    }
}

/// `POST /v1/orders/{id}/cancel` and `POST /v1/orders/{id}/refund`.
pub(crate) async fn request(app: &App, caller: &Caller, request: &mut Request, id: &str, kind: CommandKind) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("order"))?;
    let sent: AskedJson = body(&read(request, API_CAP).await?, TITLE)?;
    let invalid = |pointer: &str, detail: &str| Failure::invalid(TITLE, Invalid::one(pointer, detail));
    let comment =
        hold_comment(&sent.comment, "/comment").map_err(|problem| Failure::invalid(TITLE, Invalid { problems: vec![problem] }))?;
    if kind == CommandKind::Cancel && sent.amount.is_some() {
        return Err(invalid("/amount", "a cancellation gives everything back; ask for a refund instead"));
    }
    let key = sent.idempotency_key.as_deref();
    if key.is_some_and(|key| {
        key.is_empty() || key.len() > LONGEST_ID || !key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    }) {
        return Err(invalid("/idempotency_key", "use 1 to 200 letters, digits, - and _"));
    }
    let page = one(app, caller, &id).await?;
    if key.is_some_and(|key| page.has_command(key)) {
        return Answer::json(200, &page);
    }
    let connections: Vec<ConnectionRow> = d1::rows(&app.database()?, connection::all(&caller.shop)).await?;
    if !connections.iter().any(|row| page.is_of(&row.platform)) {
        let detail = "no connection to the order's platform is set up; see /v1/connections";
        return Err(Failure::refused(409, "no-connection", "The platform cannot be told", detail));
    }
    let (url, actor) = (public_url(request)?, caller.actor.as_str());
    let (mut outcomes, _) = decide(
        app,
        &caller.shop,
        &url,
        &[&id],
        |_, order| {
            let total = order.order.as_ref().map(|order| order.total);
            let fits = |amount: &str| {
                total.is_some_and(|total| {
                    Money::parse(amount, total.currency()).is_ok_and(|money| money.minor() > 0 && money.minor() <= total.minor())
                })
            };
            if sent.amount.as_deref().is_some_and(|amount| !fits(amount)) {
                return Decision::Leave(Err(invalid(
                    "/amount",
                    "must be more than 0 and at most the order's total, with its currency's decimals",
                )));
            }
            let asked = Asked { kind, comment: &comment, amount: sent.amount.as_deref(), restock: sent.restock, id: key };
            match ask(order, &asked, actor, &mut || app.id()) {
                Ok(change) => Decision::Write(Box::new(change), Ok(())),
                Err(refusal) => {
                    Decision::Leave(Err(Failure::refused(409, "conflict", "The order's state does not allow it", refusal.to_string())))
                }
            }
        },
        |_, _| Vec::new(),
    )
    .await?;
    outcomes.remove(&id).ok_or_else(|| Failure::not_found("order"))??;
    Ok(Answer::json(202, &one(app, caller, &id).await?)?.then_telling())
}

/// `POST /v1/orders/{id}/commands/{command}/retry`, for one that was given up.
pub(crate) async fn retry(app: &App, caller: &Caller, id: &str, command: &str) -> Result<Answer, Failure> {
    let (id, command) = (decoded(id).unwrap_or_default(), decoded(command).unwrap_or_default());
    let batch = vec![
        command::revive(&caller.shop, &id, &command, app.now()),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, &format!("order:{id}"), app.now(), &app.id(), caller.actor.as_str(), "command.retried", &command),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Ok(Answer::json(200, &one(app, caller, &id).await?)?.then_telling()),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("command that was given up")),
        Err(failure) => Err(failure),
    }
}
