//! `POST /v1/entries/preview`: which of the newest orders an entry would have matched, before it is saved.

use ordergate_screening::{Draft, EntryDraft, Facts, Invalid, Order, Ruleset, Settings, Timestamp, check};
use ordergate_store::order::{self, RecentRow};
use serde::Serialize;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::intake::ruleset;

use super::time;

/// The newest orders that are looked at: one read, and some milliseconds of a Worker's time.
const ORDERS: u32 = 200;
/// Orders that are named, newest first; all are counted.
const NAMED: usize = 5;

#[derive(Serialize)]
struct PreviewJson {
    /// Stored orders that were looked at, newest first.
    checked: usize,
    /// Of these, the ones that the entry would have matched.
    matched: usize,
    /// Of these, the ones that are not held, declined, fraud or cancelled.
    free: usize,
    /// The newest of them.
    orders: Vec<PreviewOrderJson>,
}

#[derive(Serialize)]
struct PreviewOrderJson {
    id: String,
    number: Option<String>,
    state: String,
    placed_at: Option<Timestamp>,
    name: Option<String>,
}

/// Evaluates one entry, alone, over the newest stored orders. Nothing is written.
pub(crate) async fn show(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let mut draft =
        EntryDraft::from_json(&read(request, API_CAP).await?).map_err(|invalid| Failure::invalid("The entry is not valid", invalid))?;
    // What is asked while the form is filled in has no id and no reason yet, and an entry that lapsed matches nothing.
    draft.id = "preview".to_owned();
    draft.reason = "preview".to_owned();
    draft.expires_at = None;
    let loaded = ruleset(app, &caller.shop).await?;
    let settings = Settings { active: true, ..loaded.ruleset().settings().clone() };
    let alone = Ruleset::compile(&Draft { settings, entries: vec![draft], ..Draft::default() }).map_err(|invalid| {
        let problems = invalid.problems.into_iter().map(|mut problem| {
            problem.pointer = problem.pointer.strip_prefix("/entries/0").unwrap_or(&problem.pointer).to_owned();
            problem
        });
        Failure::invalid("The entry is not valid", Invalid { problems: problems.collect() })
    })?;
    let rows: Vec<RecentRow> = d1::rows(&app.database()?, order::recent(&caller.shop, ORDERS)).await?;
    let checked = rows.len();
    let matches = |row: &RecentRow| {
        let order = row.details.as_deref().and_then(|json| Order::from_json(json.as_bytes()).ok());
        order.is_some_and(|order| !check(&order, &Facts::default(), &alone, app.now()).matches.is_empty())
    };
    let matched: Vec<RecentRow> = rows.into_iter().filter(matches).collect();
    let stopped = ["held", "declined", "fraud", "cancelled"];
    Answer::json(
        200,
        &PreviewJson {
            checked,
            matched: matched.len(),
            free: matched.iter().filter(|row| !stopped.contains(&row.state.as_str())).count(),
            orders: matched.into_iter().take(NAMED).map(named).collect(),
        },
    )
}

fn named(row: RecentRow) -> PreviewOrderJson {
    PreviewOrderJson { id: row.id, number: row.number, state: row.state, placed_at: row.placed_at.map(time), name: row.name }
}
