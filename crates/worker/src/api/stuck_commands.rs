//! `GET /v1/commands`: what the shop's platforms were to be told, and were not, or perhaps not.

use ordergate_screening::Timestamp;
use ordergate_store::command::{self, StuckCommandRow};
use serde::Serialize;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::d1;
use crate::failure::Failure;

use super::{Page, time};

/// More of them at once are an outage, which is looked at elsewhere.
const MOST: u32 = 100;

#[derive(Serialize)]
struct StuckCommandJson {
    order: String,
    number: Option<String>,
    id: String,
    platform: String,
    kind: String,
    /// `dead`: given up, to be retried by a person. `unknown`: asked for, the answer was lost; it is read back.
    state: String,
    attempts: i64,
    due_at: Timestamp,
    last_error: Option<String>,
    asked_by: String,
    created_at: Timestamp,
}

impl From<StuckCommandRow> for StuckCommandJson {
    fn from(row: StuckCommandRow) -> Self {
        Self {
            order: row.order_id,
            number: row.number,
            id: row.id,
            platform: row.platform,
            kind: row.kind,
            state: row.state,
            attempts: row.attempts,
            due_at: time(row.due_at),
            last_error: row.last_error,
            asked_by: row.actor,
            created_at: time(row.created_at),
        }
    }
}

/// Newest first.
pub(crate) async fn list(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let rows: Vec<StuckCommandRow> = d1::rows(&app.database()?, command::stuck(&caller.shop, MOST)).await?;
    Answer::json(200, &Page { data: rows.into_iter().map(StuckCommandJson::from).collect(), next: None })
}
