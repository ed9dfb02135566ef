//! `POST /v1/snapshots` publishes the draft; `GET /v1/snapshots/{n}` shows what was published.

use ordergate_screening::{Draft, Ruleset, Timestamp, rule};
use ordergate_store::draft::{self, PublishedRow};
use ordergate_store::order::{self, CurrencyRow};
use ordergate_store::shop::{self, ShopRow};
use ordergate_store::{Statement, audit, sweep};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::{Actor, Caller};
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::intake::ruleset;
use crate::rulesets::{each_page, live};

use super::holds::public_url;
use super::{body, drafts, time};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Publish {
    /// The number the publisher believes to be in force.
    expected: i64,
}

#[derive(Serialize)]
struct SnapshotJson {
    number: i64,
    created_at: Timestamp,
    actor: String,
    draft: Box<RawValue>,
    /// What is right in the rules but seldom meant; told to whoever publishes.
    #[serde(skip_serializing_if = "Option::is_none")]
    warnings: Option<Vec<WarningJson>>,
}

#[derive(Serialize)]
struct WarningJson {
    pointer: String,
    detail: String,
}

/// Publishes the draft as the snapshot after `expected`. It is in force at the next check.
pub(crate) async fn publish(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let Publish { expected } = body(&read(request, API_CAP).await?, "The request is not valid")?;
    let database = app.database()?;
    let (version, edited) = drafts::current(app, caller).await?;
    let loaded = ruleset(app, &caller.shop).await?;
    let in_force = i64::try_from(loaded.ruleset().snapshot()).unwrap_or(i64::MAX);
    if in_force != expected {
        return Err(faster(in_force));
    }
    version.must_match(request)?;
    compiles(app, caller, &edited, loaded.ruleset()).await?;
    let currencies: Vec<CurrencyRow> = d1::rows(&database, order::currencies(&caller.shop)).await?;
    let text = serde_json::to_string(&edited).map_err(|error| Failure::internal("draft", &error))?;
    let (number, now) = (expected + 1, app.now());
    let batch = vec![
        draft::put_in_force(&caller.shop, number, version.revision),
        Statement::must_have_changed_one(),
        shop::add_snapshot(&caller.shop, number, &text, caller.actor.as_str(), now),
        draft::forget(&caller.shop),
        audit::add(&caller.shop, "snapshot", now, &app.id(), caller.actor.as_str(), "snapshot.published", &number.to_string()),
        sweep::add(&caller.shop, &app.id(), &format!("snapshot:{number}"), &public_url(request)?, now),
    ];
    match d1::batch(&database, batch).await {
        Ok(_) => Ok(shown(app, caller, 201, number, Some(warned(&edited, &currencies))).await?.then_sweeping()),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) || Statement::was_there_already(&message) => {
            let row: Option<ShopRow> = d1::first(&database, shop::by_id(&caller.shop)).await?;
            match row {
                Some(row) if row.snapshot == expected => Err(edited_meanwhile()),
                row => Err(faster(row.map_or(number, |row| row.snapshot))),
            }
        }
        Err(failure) => Err(failure),
    }
}

/// `GET /v1/snapshots/{n}`.
pub(crate) async fn show(app: &App, caller: &Caller, number: &str) -> Result<Answer, Failure> {
    let number = number.parse().map_err(|_| Failure::not_found("snapshot"))?;
    shown(app, caller, 200, number, None).await
}

/// `GET /v1/snapshots/current/bytes`: everything in force, entries and all, as the bytes that
/// `Screener.fromSnapshot` of the storefront package opens on the shop's own server.
pub(crate) async fn bytes(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    if !matches!(caller.actor, Actor::Server) {
        return Err(Failure::refused(
            403,
            "wrong-key",
            "Not from the admin page",
            "use a secret key (sk_…): the bytes are for the shop's own server",
        ));
    }
    let loaded = ruleset(app, &caller.shop).await?;
    Ok(Answer::new(200, "application/octet-stream", loaded.ruleset().to_snapshot()))
}

/// What whoever publishes should know of the active rules.
fn warned(draft: &Draft, currencies: &[CurrencyRow]) -> Vec<WarningJson> {
    let codes: Vec<&str> = currencies.iter().map(|row| row.currency.as_str()).collect();
    let amounts = if codes.len() > 1 { rule::amounts(draft) } else { Vec::new() };
    let mut warnings = Vec::new();
    for (index, rule) in draft.rules.iter().enumerate().filter(|(_, rule)| rule.active) {
        let mut warn = |detail: String| {
            warnings.push(WarningJson { pointer: format!("/rules/{index}/when"), detail: format!("rule `{}`: {detail}", rule.id) });
        };
        rule::warnings(&rule.when).iter().for_each(|warning| warn(warning.to_string()));
        if amounts.contains(&index) {
            warn(format!(
                "it compares an amount with a number, in the currency of each order; the newest orders come in {}",
                codes.join(", ")
            ));
        }
    }
    warnings
}

async fn shown(app: &App, caller: &Caller, status: u16, number: i64, warnings: Option<Vec<WarningJson>>) -> Result<Answer, Failure> {
    let row: Option<PublishedRow> = d1::first(&app.database()?, draft::published(&caller.shop, number)).await?;
    let row = row.ok_or_else(|| Failure::not_found("snapshot"))?;
    let draft = RawValue::from_string(row.draft).map_err(|error| Failure::internal("snapshot row", &error))?;
    Answer::json(status, &SnapshotJson { number: row.number, created_at: time(row.created_at), actor: row.actor, draft, warnings })
}

fn faster(current: i64) -> Failure {
    Failure::refused(
        409,
        "conflict",
        "Somebody published in the meantime",
        format!("snapshot {current} is in force; look at it and publish again"),
    )
}

fn edited_meanwhile() -> Failure {
    Failure::refused(409, "conflict", "Somebody changed the draft in the meantime", "look at it and publish again")
}

/// The draft together with every entry in force: read in another country, an entry can be unreadable.
async fn compiles(app: &App, caller: &Caller, edited: &Draft, in_force: &Ruleset) -> Result<(), Failure> {
    let refused = |invalid| Failure::unprocessable("The draft cannot be published", invalid);
    let mut ruleset = Ruleset::compile(edited).map_err(refused)?;
    if ruleset.take_entries_of(in_force) {
        return Ok(());
    }
    each_page(app, &caller.shop, (0, ""), |page| ruleset.put_entries(&live(&page)?).map_err(|invalid| refused(invalid.inside("/entries"))))
        .await
}
