//! How the deployment stands, over all shops: numbers only.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// A cron that fires a little early does not write twice in one minute.
const BETWEEN_RUNS_MILLIS: i64 = 59_000;
/// Counting walks the tables, so it is done once an hour.
const BETWEEN_COUNTS_MILLIS: i64 = 3_600_000;

/// What is open now, and what the cron wrote down.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say what was counted")]
pub struct Figures {
    pub shops: i64,
    pub open_mails: i64,
    pub open_commands: i64,
    pub open_sweeps: i64,
    pub open_holds: i64,
    pub open_cases: i64,
    pub connections: i64,
    /// Connections whose last poll failed.
    pub polls_failing: i64,
    /// When a shop was last polled.
    pub polled_at: Option<i64>,
    /// When the cron last got through.
    pub cron_at: Option<i64>,
    pub counted_at: Option<i64>,
    /// JSON: [`Counts`].
    pub counts: Option<String>,
}

/// Rows written since the deployment began, as the last count found them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the names are the tables'")]
pub struct Counts {
    pub orders: i64,
    pub checks: i64,
    pub matches: i64,
    pub deliveries: i64,
    pub holds: i64,
    pub cases: i64,
    pub labels: i64,
    pub mails: i64,
    pub commands: i64,
}

/// When the cron last got through; answers one row `{at}` or none.
pub fn last_cron() -> Statement {
    Statement::new("SELECT at FROM cron_run WHERE one = 1", [])
}

/// What is open over all shops, read from indexes of what is open, and how the connections do; answers one [`Figures`].
pub fn figures() -> Statement {
    Statement::new(
        "SELECT (SELECT COUNT(*) FROM shop) AS shops, \
           (SELECT COUNT(*) FROM outbox WHERE state IN ('pending', 'leased', 'retry')) AS open_mails, \
           (SELECT COUNT(*) FROM command WHERE state IN ('pending', 'leased', 'retry', 'unknown')) AS open_commands, \
           (SELECT COUNT(*) FROM sweep WHERE done_at IS NULL) AS open_sweeps, \
           (SELECT COUNT(*) FROM hold WHERE resolution IS NULL) AS open_holds, \
           (SELECT COUNT(*) FROM cases WHERE resolution IS NULL) AS open_cases, \
           (SELECT COUNT(*) FROM connection) AS connections, (SELECT COUNT(*) FROM connection WHERE poll_error IS NOT NULL) AS polls_failing, \
           (SELECT MAX(polled_at) FROM connection) AS polled_at, \
           (SELECT at FROM cron_run) AS cron_at, (SELECT counted_at FROM cron_run) AS counted_at, (SELECT counts FROM cron_run) AS counts",
        [],
    )
}

/// The cron got through.
pub fn cron_ran(now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO cron_run (one, at) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET at = excluded.at WHERE at <= ?2",
        [now.into(), now.plus_millis(-BETWEEN_RUNS_MILLIS).into()],
    )
}

/// Counts the rows of every table that only grows, once an hour.
pub fn count(now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE cron_run SET counted_at = ?1, counts = json_object( \
           'orders', (SELECT COUNT(*) FROM orders), 'checks', (SELECT COUNT(*) FROM checks), 'matches', (SELECT COUNT(*) FROM matches), \
           'deliveries', (SELECT COUNT(*) FROM delivery), 'holds', (SELECT COUNT(*) FROM hold), 'cases', (SELECT COUNT(*) FROM cases), \
           'labels', (SELECT COUNT(*) FROM label), 'mails', (SELECT COUNT(*) FROM outbox), 'commands', (SELECT COUNT(*) FROM command)) \
         WHERE one = 1 AND counted_at <= ?2",
        [now.into(), now.plus_millis(-BETWEEN_COUNTS_MILLIS).into()],
    )
}
