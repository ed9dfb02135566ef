//! What the cron writes down of itself once it got through: when, and once an hour how much there is.

use ordergate_store::health;
use worker::console_log;

use crate::app::App;
use crate::d1;
use crate::failure::Failure;

/// Never fails: a run that cannot be written down shows as one that did not get through.
pub(crate) async fn beat(app: &App) {
    let written = async {
        let database = app.database()?;
        d1::batch(&database, vec![health::cron_ran(App::clock())]).await?;
        // In a batch of its own: tables too large to be counted in time must not hide that the cron runs.
        d1::batch(&database, vec![health::count(App::clock())]).await
    };
    if let Err(Failure::Database(message)) = written.await {
        console_log!("{}", serde_json::json!({"event": "heartbeat_failed", "detail": message}));
    }
}
