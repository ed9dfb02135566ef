//! `GET /healthz`: whether the database answers and mails leave. No personal data, no secrets.

use ordergate_store::outbox::{self, Health};
use serde::Serialize;

use crate::answer::Answer;
use crate::app::App;
use crate::d1;
use crate::failure::Failure;

/// A due mail older than this means that no drain gets through.
const LATE_MILLIS: i64 = 10 * 60_000;

#[derive(Serialize)]
struct HealthJson {
    status: &'static str,
}

pub(crate) async fn show(app: &App) -> Result<Answer, Failure> {
    let health: Option<Health> = d1::first(&app.database()?, outbox::health(app.now())).await?;
    let late =
        health.is_some_and(|health| health.dead > 0 || health.oldest_ready_at.is_some_and(|due| app.now().as_millis() - due > LATE_MILLIS));
    Answer::json(200, &HealthJson { status: if late { "degraded" } else { "ok" } })
}
