//! `GET /v1/today`: what a day's work begins with, in one round trip.

use ordergate_screening::Timestamp;
use ordergate_store::today::{self, CountsRow, HourRow};
use serde::Serialize;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::d1;
use crate::failure::Failure;

use super::time;

const HOUR_MILLIS: i64 = 3_600_000;
/// So many days are drawn; one more is read, so that the first is whole in every time zone.
const DAYS: i64 = 14;
/// What was given up so long ago still wants a person.
const LATELY_MILLIS: i64 = 7 * 24 * HOUR_MILLIS;

#[derive(Serialize)]
struct TodayJson {
    cases: CasesJson,
    holds: HoldsJson,
    alerts: AlertsJson,
    set_up: SetUpJson,
    /// Hours with orders, oldest first: a day begins at another hour in every time zone.
    hours: Vec<HourJson>,
}

#[derive(Serialize)]
struct CasesJson {
    /// Awake, and the delivery can still be stopped.
    open: i64,
    unassigned: i64,
    window_over: i64,
}

#[derive(Serialize)]
struct HoldsJson {
    open: i64,
    overdue: i64,
}

/// What went wrong in the last seven days, or still does.
#[derive(Serialize)]
struct AlertsJson {
    contacts_bouncing: i64,
    mails_dead: i64,
    commands_dead: i64,
    polls_failing: i64,
    not_checked: i64,
}

/// Whether what a shop needs is there.
#[derive(Serialize)]
struct SetUpJson {
    contacts: bool,
    deliveries: bool,
    orders: bool,
    entries: bool,
    rules: bool,
    stop_window: bool,
}

#[derive(Serialize)]
struct HourJson {
    at: Timestamp,
    orders: i64,
    /// A check said review or decline.
    held: i64,
    /// Marked and not held.
    marked: i64,
}

/// `GET /v1/today`.
pub(crate) async fn show(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let (shop, now) = (caller.shop.as_str(), app.now());
    let lately = now.plus_millis(-LATELY_MILLIS);
    let since = now.plus_millis(-(DAYS + 1) * 24 * HOUR_MILLIS);
    let results = d1::batch(&app.database()?, vec![today::counts(shop, now, lately), today::hours(shop, since)]).await?;
    let counts: CountsRow = d1::one(results.first())?.ok_or_else(|| Failure::internal("today", &"a count answered with no row"))?;
    let hours: Vec<HourRow> = d1::all(results.get(1))?;
    let recent = hours.iter().filter(|row| row.hour * HOUR_MILLIS >= lately.as_millis());
    let answer = TodayJson {
        cases: CasesJson { open: counts.cases, unassigned: counts.cases_unassigned, window_over: counts.cases_over },
        holds: HoldsJson { open: counts.holds, overdue: counts.holds_overdue },
        alerts: AlertsJson {
            contacts_bouncing: counts.contacts_bouncing,
            mails_dead: counts.mails_dead,
            commands_dead: counts.commands_dead,
            polls_failing: counts.polls_failing,
            not_checked: recent.map(|row| row.not_checked).sum(),
        },
        set_up: SetUpJson {
            contacts: counts.contacts > 0,
            deliveries: counts.deliveries > 0,
            orders: counts.orders > 0,
            entries: counts.entries > 0,
            rules: counts.rules > 0,
            stop_window: counts.stop_window != 0,
        },
        hours: hours
            .into_iter()
            .map(|row| HourJson { at: time(row.hour * HOUR_MILLIS), orders: row.orders, held: row.held, marked: row.marked })
            .collect(),
    };
    Answer::json(200, &answer)
}
