//! Takes away what shops have kept long enough: bodies of deliveries first, what is personal in orders
//! much later. A shop's walk begins once a day and goes on every minute, a bounded step at a time.

use ordergate_casework::ShopSettings;
use ordergate_screening::Timestamp;
use ordergate_store::privacy::{self, BodyCursor, Erasure, IdRow};
use ordergate_store::retention::{self, OldRow, ShopRow, Walk};
use serde::Deserialize;
use worker::console_log;

use crate::app::App;
use crate::d1;
use crate::failure::Failure;

/// Steps of one run, each of one shop.
const STEPS: usize = 5;
/// Orders looked at, and so at most erased, in one step.
const ORDERS: u32 = 200;
/// Bodies looked at, and so at most deleted, in one step.
const BODIES: u32 = 500;
const DAY_MILLIS: i64 = 86_400_000;
/// Checkout tokens are good for half an hour; a delivery may come days later.
const TOKEN_DAYS: u32 = 7;
/// A run that died is taken up again after this.
const LEASE_MILLIS: i64 = 5 * 60_000;

/// One body of a walk.
#[derive(Deserialize)]
pub(crate) struct EndRow {
    platform: String,
    id: String,
}

impl From<EndRow> for BodyCursor {
    fn from(row: EndRow) -> Self {
        (row.platform, row.id)
    }
}

/// Goes on with the walks that are due. Never fails: what goes wrong is logged and done again.
pub(crate) async fn step(app: &App) {
    for _ in 0..STEPS {
        match claim_and_walk(app).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(Failure::Database(message)) => {
                console_log!("{}", serde_json::json!({"event": "retention_failed", "detail": message}));
                return;
            }
            Err(_) => return,
        }
    }
}

/// Takes one shop's walk one step on; `false` when none is due.
async fn claim_and_walk(app: &App) -> Result<bool, Failure> {
    let (database, now) = (app.database()?, App::clock());
    let claimed: Option<ShopRow> = d1::first(&database, retention::claim(now, now.plus_millis(LEASE_MILLIS))).await?;
    let Some(shop) = claimed else { return Ok(false) };
    let settings = ShopSettings::stored(&shop.settings);
    // A walk of an older release begins anew.
    let mut walk: Walk = serde_json::from_str(&shop.retention_walk).unwrap_or_default();
    let before = |days: u32| now.plus_millis(-i64::from(days).saturating_mul(DAY_MILLIS));
    let bodies = if walk.bodies_done { 0 } else { bodies(app, &shop.id, before(settings.delivery_body_days()), &mut walk).await? };
    let orders = if walk.orders_done { 0 } else { orders(app, &shop.id, &settings, before(settings.retention_days()), &mut walk).await? };
    let done = walk.bodies_done && walk.orders_done;
    let (walk, due) = if done { (Walk::default(), now.plus_millis(DAY_MILLIS)) } else { (walk, now) };
    d1::batch(&database, vec![retention::delete_tokens(&shop.id, before(TOKEN_DAYS)), retention::moved(&shop.id, &walk, due)]).await?;
    if bodies + orders > 0 {
        console_log!("{}", serde_json::json!({"event": "retention", "shop": shop.id, "bodies": bodies, "orders": orders, "done": done}));
    }
    Ok(true)
}

async fn bodies(app: &App, shop: &str, before: Timestamp, walk: &mut Walk) -> Result<usize, Failure> {
    let database = app.database()?;
    let end: Option<EndRow> = d1::first(&database, privacy::bodies_end(shop, &walk.body, BODIES)).await?;
    walk.bodies_done = end.is_none();
    let end = end.map_or_else(privacy::last_body, BodyCursor::from);
    let deleted: Vec<IdRow> = d1::rows(&database, retention::delete_bodies(shop, before, &walk.body, &end)).await?;
    walk.body = end;
    Ok(deleted.len())
}

async fn orders(app: &App, shop: &str, settings: &ShopSettings, before: Timestamp, walk: &mut Walk) -> Result<usize, Failure> {
    let database = app.database()?;
    let rows: Vec<OldRow> = d1::rows(&database, retention::old_orders(shop, before, walk.order.as_ref(), ORDERS)).await?;
    walk.orders_done = rows.len() < usize::try_from(ORDERS).unwrap_or(usize::MAX);
    let old: Vec<(&str, String)> = rows.iter().filter(|row| row.erased_at.is_none()).map(|row| (row.id.as_str(), app.id())).collect();
    if !old.is_empty() {
        let why = format!("kept for {} days", settings.retention_days());
        d1::batch(&database, privacy::erase(shop, &old, Erasure { actor: "engine", why: &why, at: App::clock() })).await?;
    }
    let erased = old.len();
    walk.order = rows.into_iter().next_back().map(|row| (row.listed_at, row.id)).or(walk.order.take());
    Ok(erased)
}
