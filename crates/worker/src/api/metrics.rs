//! `GET /metrics`, for the operator: OpenMetrics text over all shops. Names no shop and no person.

use std::fmt::Write as _;

use ordergate_store::health::{Counts, Figures};
use ordergate_store::{command, health, outbox};
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth;
use crate::d1;
use crate::failure::Failure;

const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

pub(crate) async fn show(app: &App, request: &Request) -> Result<Answer, Failure> {
    auth::operator(app, request)?;
    let now = app.now();
    let results = d1::batch(&app.database()?, vec![outbox::health(now, now), command::health(now, now), health::figures()]).await?;
    let mails: Option<outbox::Health> = d1::one(results.first())?;
    let commands: Option<command::Health> = d1::one(results.get(1))?;
    let figures: Option<Figures> = d1::one(results.get(2))?;
    let (Some(mails), Some(commands), Some(figures)) = (mails, commands, figures) else {
        return Err(Failure::internal("metrics", &"a count answered with no row"));
    };
    let counts: Counts = figures.counts.as_deref().and_then(|counts| serde_json::from_str(counts).ok()).unwrap_or_default();
    let counted_at = figures.counted_at.filter(|at| *at > 0);
    let age = |since: Option<i64>| since.map_or(0, |since| (now.as_millis() - since).max(0));

    let mut text = Exposition::default();
    text.gauge("shops", "Shops of this deployment.", figures.shops);
    text.gauge("mails_open", "Mails that are not sent yet.", figures.open_mails);
    text.gauge("mails_dead", "Mails that were given up.", mails.dead);
    text.seconds("mails_oldest_ready_age", "How long the oldest mail that is due waits; 0 when none is.", Some(age(mails.oldest_ready_at)));
    text.gauge("commands_open", "What platforms are still to be told.", figures.open_commands);
    text.gauge("commands_dead", "Commands that were given up.", commands.dead);
    text.gauge("commands_unknown", "Commands whose answer was lost.", commands.unknown);
    let help = "How long the oldest command that is due waits; 0 when none is.";
    text.seconds("commands_oldest_ready_age", help, Some(age(commands.oldest_ready_at)));
    text.gauge("sweeps_open", "Retroactive sweeps that are not done.", figures.open_sweeps);
    text.gauge("holds_open", "Orders on hold.", figures.open_holds);
    text.gauge("cases_open", "Cases without an answer.", figures.open_cases);
    text.gauge("connections", "Connections to shops' platforms.", figures.connections);
    text.gauge("polls_failing", "Connections whose last poll failed.", figures.polls_failing);
    text.seconds("cron_last_run_timestamp", "When the cron last got through.", figures.cron_at);
    text.seconds("counted_timestamp", "When the counters below were counted; once an hour.", counted_at);
    if counted_at.is_some() {
        text.counter("orders", "Orders taken in.", counts.orders);
        text.counter("checks", "Checks made.", counts.checks);
        text.counter("matches", "Entries and rules that matched in a check.", counts.matches);
        text.counter("deliveries", "Webhook deliveries stored.", counts.deliveries);
        text.counter("holds", "Holds placed.", counts.holds);
        text.counter("cases", "Cases opened.", counts.cases);
        text.counter("labels", "Feedback labels given.", counts.labels);
        text.counter("mails", "Mails queued.", counts.mails);
        text.counter("commands", "Commands queued.", counts.commands);
    }
    Ok(Answer::new(200, CONTENT_TYPE, text.end()))
}

/// OpenMetrics 1.0 text: a family at a time, and an end that tells a whole answer from a cut one.
#[derive(Default)]
struct Exposition(String);

impl Exposition {
    fn family(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.0, "# TYPE ordergate_{name} {kind}\n# HELP ordergate_{name} {help}");
    }

    fn gauge(&mut self, name: &str, help: &str, value: i64) {
        self.family(name, "gauge", help);
        let _ = writeln!(self.0, "ordergate_{name} {value}");
    }

    /// A gauge in seconds, from milliseconds; left out while it is not known.
    fn seconds(&mut self, name: &str, help: &str, millis: Option<i64>) {
        let Some(millis) = millis else { return };
        let _ = writeln!(self.0, "# TYPE ordergate_{name}_seconds gauge\n# UNIT ordergate_{name}_seconds seconds");
        let _ = writeln!(self.0, "# HELP ordergate_{name}_seconds {help}");
        let _ = writeln!(self.0, "ordergate_{name}_seconds {}.{:03}", millis / 1000, millis % 1000);
    }

    fn counter(&mut self, name: &str, help: &str, value: i64) {
        self.family(name, "counter", help);
        let _ = writeln!(self.0, "ordergate_{name}_total {value}");
    }

    fn end(self) -> String {
        self.0 + "# EOF\n"
    }
}
