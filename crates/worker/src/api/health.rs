//! `GET /healthz`: whether the database answers, mails leave and platforms are told. Anybody hears ok
//! or degraded; the operator also why. No personal data, no secrets, no shops.

use ordergate_screening::Timestamp;
use ordergate_store::{command, health, outbox};
use serde::{Deserialize, Serialize};
use worker::Request;

use super::time;
use crate::answer::Answer;
use crate::app::App;
use crate::auth;
use crate::d1;
use crate::failure::Failure;

/// A due mail or command older than this, or a cron that did not get through for so long, means that
/// the work stands still.
const LATE_MILLIS: i64 = 10 * 60_000;
/// What was given up is no alarm for ever: only mails queued, and commands last tried, within two days.
/// A mail is tried for a little more than one.
const LATELY_MILLIS: i64 = 48 * 3_600_000;

#[derive(Serialize)]
struct HealthJson {
    /// `ok` or `degraded`.
    status: &'static str,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    details: Option<DetailsJson>,
}

#[derive(Serialize)]
struct DetailsJson {
    mails: MailsJson,
    commands: CommandsJson,
    sweeps: SweepsJson,
    polls: PollsJson,
    cron: CronJson,
}

#[derive(Serialize)]
struct MailsJson {
    /// Since when the oldest mail that is due waits.
    oldest_ready_at: Option<Timestamp>,
    dead: i64,
    /// Those of `dead` of the last two days: they make the status `degraded`.
    dead_lately: i64,
}

#[derive(Serialize)]
struct CommandsJson {
    oldest_ready_at: Option<Timestamp>,
    dead: i64,
    dead_lately: i64,
    /// Cancellations and refunds whose answer was lost; they are read back.
    unknown: i64,
}

#[derive(Serialize)]
struct SweepsJson {
    open: i64,
}

/// A shop that cannot be polled is for that shop to mend: it shows here and makes nothing degraded.
#[derive(Serialize)]
struct PollsJson {
    connections: i64,
    failing: i64,
    last_at: Option<Timestamp>,
}

#[derive(Serialize)]
struct CronJson {
    last_run_at: Option<Timestamp>,
}

#[derive(Deserialize)]
struct CronRow {
    at: i64,
}

pub(crate) async fn show(app: &App, request: &Request) -> Result<Answer, Failure> {
    let (now, lately) = (app.now(), app.now().plus_millis(-LATELY_MILLIS));
    let for_operator = auth::operator(app, request).is_ok();
    let mut read = vec![outbox::health(now, lately), command::health(now, lately), health::last_cron()];
    if for_operator {
        read.push(health::figures());
    }
    let results = d1::batch(&app.database()?, read).await?;
    let (mails, commands): (Option<outbox::Health>, Option<command::Health>) = (d1::one(results.first())?, d1::one(results.get(1))?);
    let (Some(mails), Some(commands)) = (mails, commands) else {
        return Err(Failure::internal("health", &"a count answered with no row"));
    };
    let cron: Option<CronRow> = d1::one(results.get(2))?;
    let late = |since: Option<i64>| since.is_some_and(|since| now.as_millis() - since > LATE_MILLIS);
    let given_up = mails.dead_lately > 0 || commands.dead_lately > 0;
    let degraded = given_up || late(mails.oldest_ready_at) || late(commands.oldest_ready_at) || late(cron.as_ref().map(|row| row.at));
    let details = match results.get(3) {
        None => None,
        Some(figures) => {
            let figures: health::Figures =
                d1::one(Some(figures))?.ok_or_else(|| Failure::internal("health", &"a count answered with no row"))?;
            Some(DetailsJson {
                mails: MailsJson { oldest_ready_at: mails.oldest_ready_at.map(time), dead: mails.dead, dead_lately: mails.dead_lately },
                commands: CommandsJson {
                    oldest_ready_at: commands.oldest_ready_at.map(time),
                    dead: commands.dead,
                    dead_lately: commands.dead_lately,
                    unknown: commands.unknown,
                },
                sweeps: SweepsJson { open: figures.open_sweeps },
                polls: PollsJson { connections: figures.connections, failing: figures.polls_failing, last_at: figures.polled_at.map(time) },
                cron: CronJson { last_run_at: cron.map(|row| time(row.at)) },
            })
        }
    };
    Answer::json(200, &HealthJson { status: if degraded { "degraded" } else { "ok" }, details })
}
