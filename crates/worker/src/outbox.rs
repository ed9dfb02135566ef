//! Drains the outbox: right after a request through wait_until, and every minute by cron.

use futures_util::future::join_all;
use ordergate_casework::{Failure as MailFailure, after_failure};
use ordergate_store::outbox::ClaimedRow;
use ordergate_store::{Statement, outbox};
use worker::console_log;

use crate::app::{App, random_hex};
use crate::d1;
use crate::failure::Failure;
use crate::mailer::Transport;
use crate::second_channel;

/// A lease outlives the mail API's time-out with room to write the result down.
const LEASE_MILLIS: i64 = 60_000;
/// Claims of ten mails each in one run; what is left waits for the next minute.
const CLAIMS: usize = 5;

/// Sends what is due. Never fails: what goes wrong is logged and tried again by the next drain.
pub(crate) async fn drain(app: &App) {
    let transport = Transport::of(app);
    for _ in 0..CLAIMS {
        match claim_and_send(app, &transport).await {
            Ok(0) => return,
            Ok(_) => {}
            Err(Failure::Database(message)) => {
                console_log!("{}", serde_json::json!({"event": "drain_failed", "detail": message}));
                return;
            }
            Err(_) => return,
        }
    }
}

/// Leases up to ten mails, sends them side by side and writes down what became of each.
async fn claim_and_send(app: &App, transport: &Transport) -> Result<usize, Failure> {
    let database = app.database()?;
    let lease = random_hex::<12>();
    // A drain may run long after its request began, so it looks at the clock itself.
    let now = App::clock();
    let results = d1::batch(&database, vec![outbox::expire(now), outbox::claim(&lease, now, now.plus_millis(LEASE_MILLIS))]).await?;
    let claimed: Vec<ClaimedRow> = d1::all(results.last())?;
    if claimed.is_empty() {
        return Ok(0);
    }
    let results = join_all(claimed.iter().map(|mail| send(app, transport, mail))).await;
    let now = App::clock();
    let written: Vec<Statement> = claimed
        .iter()
        .zip(&results)
        .flat_map(|(mail, result)| match result {
            Ok(provider_id) => vec![outbox::sent(mail, &lease, name(mail, transport), provider_id.as_deref(), now)],
            Err(failure) => {
                let attempts = usize::try_from(mail.attempts).unwrap_or(usize::MAX);
                let again = after_failure(failure, attempts, App::jitter(), now);
                let reason = match failure {
                    MailFailure::Final(reason) | MailFailure::Passing { reason, .. } => reason,
                };
                vec![outbox::failed(mail, &lease, name(mail, transport), reason, again), outbox::second_channel(mail, now)]
            }
        })
        .collect();
    let failed = results.iter().filter(|result| result.is_err()).count();
    console_log!("{}", serde_json::json!({"event": "drained", "sent": claimed.len() - failed, "failed": failed}));
    d1::batch(&database, written).await?;
    Ok(claimed.len())
}

/// What carries it.
fn name<'a>(mail: &ClaimedRow, transport: &'a Transport) -> &'a str {
    if mail.channel == "webhook" { "webhook" } else { transport.name() }
}

async fn send(app: &App, transport: &Transport, mail: &ClaimedRow) -> Result<Option<String>, MailFailure> {
    if mail.channel == "webhook" { second_channel::send(app, mail).await } else { transport.send(mail).await }
}
