//! Tells platforms what is to be done about orders: right after a request through wait_until, and
//! every minute by cron. Every conversation reads first, so that what was done is not done twice.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ordergate_casework::{Attempt, CommandBody, CommandKind, CommandState, after_attempt};
use ordergate_shops::{CommandOrder, Conversation, HttpAnswer, ShopifyAim, ShopifyConversation, Turn, WooAim, WooConversation};
use ordergate_store::command::{self, ClaimedCommand};
use ordergate_store::connection::{self, ConnectionRow};
use worker::console_log;

use crate::app::{App, random_hex};
use crate::d1;
use crate::egress;
use crate::failure::Failure;

/// A lease outlives a conversation of many calls.
const LEASE_MILLIS: i64 = 5 * 60_000;
/// Claims of five commands each in one run.
const CLAIMS: usize = 4;
/// Calls of one conversation; an order has no more fulfilment orders than that.
const MOST_CALLS: usize = 60;

/// Does what is due. Never fails: what goes wrong is logged and done again by the next drain.
pub(crate) async fn drain(app: &App) {
    for _ in 0..CLAIMS {
        match claim_and_tell(app).await {
            Ok(0) => return,
            Ok(_) => {}
            Err(Failure::Database(message)) => {
                console_log!("{}", serde_json::json!({"event": "commands_failed", "detail": message}));
                return;
            }
            Err(_) => return,
        }
    }
}

async fn claim_and_tell(app: &App) -> Result<usize, Failure> {
    let (database, lease, now) = (app.database()?, random_hex::<12>(), App::clock());
    let claimed: Vec<ClaimedCommand> = d1::rows(&database, command::claim(&lease, now, now.plus_millis(LEASE_MILLIS))).await?;
    for told in &claimed {
        let kind: CommandKind = told.kind.parse().map_err(|error: String| Failure::internal("command row", &error))?;
        let attempt = tell(app, told, kind).await?;
        let attempts = usize::try_from(told.attempts).unwrap_or(usize::MAX);
        let now = App::clock();
        let (state, again) = after_attempt(kind, &attempt, attempts, App::jitter(), now);
        let reason = match &attempt {
            Attempt::Confirmed => None,
            Attempt::Final(reason) | Attempt::Unanswered(reason) | Attempt::Passing { reason, .. } => Some(reason.as_str()),
        };
        console_log!("{}", serde_json::json!({"event": "command", "shop": told.shop_id, "kind": told.kind, "state": state.as_str()}));
        let mut batch = vec![command::ended(told, &lease, state, reason, again, now)];
        let word = match state {
            CommandState::Confirmed => Some("confirmed"),
            CommandState::Dead => Some("given_up"),
            _ => None,
        };
        if let Some(word) = word {
            let action = format!("command.{}_{word}", told.kind);
            let subject = format!("order:{}", told.order_id);
            batch.push(ordergate_store::audit::add(
                &told.shop_id,
                &subject,
                now,
                &app.id(),
                &told.platform,
                &action,
                reason.unwrap_or_default(),
            ));
        }
        d1::batch(&database, batch).await?;
    }
    Ok(claimed.len())
}

/// One attempt.
async fn tell(app: &App, told: &ClaimedCommand, kind: CommandKind) -> Result<Attempt, Failure> {
    let row: Option<ConnectionRow> = d1::first(&app.database()?, connection::by_platform(&told.shop_id, &told.platform)).await?;
    let Some(row) = row else { return Ok(Attempt::Final("the shop has no connection to this platform any more".to_owned())) };
    let later = |reason: &str| Attempt::Passing { reason: reason.to_owned(), wait_seconds: None };
    let Ok(credentials) = app.master_key()?.open(&told.shop_id, &row.credentials) else {
        return Ok(later("the credentials cannot be opened; set the connection up again"));
    };
    let Ok(address) = egress::admitted(app, &row.address) else { return Ok(later("the shop's address may not be called")) };
    let body: CommandBody = serde_json::from_str(&told.body).unwrap_or_default();
    let order = CommandOrder {
        id: &told.order_id,
        command: &told.id,
        comment: &body.comment,
        amount: body.amount.as_deref(),
        restock: body.restock,
        score: body.score,
    };
    let status = row.hold_mode == "status";
    if told.platform == "shopify" {
        let aim = match kind {
            CommandKind::Hold => ShopifyAim::Hold,
            CommandKind::Release => ShopifyAim::Release,
            CommandKind::Cancel => ShopifyAim::Cancel,
            CommandKind::Refund => ShopifyAim::Refund,
        };
        let conversation = ShopifyConversation::new(aim, SHOPIFY_VERSION, &order);
        Ok(converse(conversation, &address, &[("x-shopify-access-token", credentials)]).await)
    } else {
        let aim = match kind {
            CommandKind::Hold => WooAim::Hold { status },
            CommandKind::Release => WooAim::Release { status },
            CommandKind::Cancel => WooAim::Cancel,
            CommandKind::Refund => WooAim::Refund,
        };
        let conversation = WooConversation::new(aim, &order);
        Ok(converse(conversation, &address, &[("authorization", format!("Basic {}", STANDARD.encode(credentials)))]).await)
    }
}

/// The version of Shopify's Admin API that the conversations are written for.
const SHOPIFY_VERSION: &str = "2026-07";

async fn converse(mut conversation: impl Conversation, address: &str, headers: &[(&str, String)]) -> Attempt {
    let mut turn = conversation.next(None);
    for _ in 0..MOST_CALLS {
        let call = match turn {
            Turn::Ask(call) => call,
            Turn::Done => return Attempt::Confirmed,
            Turn::Never(reason) => return Attempt::Final(reason),
            Turn::Later { reason, wait_seconds } => return Attempt::Passing { reason, wait_seconds },
        };
        let Some(called) = egress::call(call.method, &format!("{address}{}", call.path), headers, &call.body).await else {
            let reason = "the shop did not answer".to_owned();
            return if call.changes { Attempt::Unanswered(reason) } else { Attempt::Passing { reason, wait_seconds: None } };
        };
        // A failure of the shop after it was told leaves open whether it has done it.
        if call.changes && called.status >= 500 {
            return Attempt::Unanswered(format!("the shop failed (status {})", called.status));
        }
        turn = conversation.next(Some(HttpAnswer { status: called.status, body: &called.body, wait_seconds: called.wait_seconds }));
    }
    Attempt::Passing { reason: "the conversation does not end".to_owned(), wait_seconds: None }
}
