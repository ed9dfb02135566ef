//! Asks connected shops every five minutes which orders have changed, as deliveries get lost.
//!
//! 1. The connection that was polled longest ago is taken; another run takes another one.
//! 2. The page after the watermark, with two minutes of overlap, goes through the very intake of
//!    deliveries: an order that was delivered is the same version and changes nothing.
//! 3. Only then the watermark moves; a failure leaves it where it was.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ordergate_casework::{LONGEST_ID, PlatformStatus, Source, unstorable};
use ordergate_screening::{Facts, Timestamp};
use ordergate_shops::{Content as Carried, Platform, ShopStatus, changed_orders, changes_path, page_size, read_order};
use ordergate_store::connection::{self, DueRow};
use worker::console_log;

use crate::app::App;
use crate::d1;
use crate::egress::{self, Called};
use crate::intake::{Content, take};
use crate::subscription;

const PAUSE_MILLIS: i64 = 5 * 60_000;
const OVERLAP_MILLIS: i64 = 2 * 60_000;
const WATCH_MILLIS: i64 = 60 * 60_000;
const FAILED: &str = "an order of the shop could not be written";
/// Connections of one run.
const CONNECTIONS: usize = 3;

/// Polls what is due. Never fails: what goes wrong is written at the connection and tried again.
pub(crate) async fn run(app: &App) {
    for _ in 0..CONNECTIONS {
        let now = App::clock();
        let claimed = async { d1::first::<DueRow>(&app.database()?, connection::claim(now.plus_millis(-PAUSE_MILLIS), now)).await };
        let Ok(Some(row)) = claimed.await else { return };
        let statement = match poll(app, &row).await {
            Ok((watermark, page)) => connection::polled(&row, watermark, page),
            Err(reason) => connection::poll_failed(&row, &reason),
        };
        console_log!("{}", serde_json::json!({"event": "polled", "shop": row.shop_id, "platform": row.platform}));
        let written = async { d1::batch(&app.database()?, vec![statement]).await };
        if written.await.is_err() {
            return;
        }
        if row.watched_at.is_none_or(|at| now.as_millis() - at >= WATCH_MILLIS) {
            // What cannot be seen now is looked at again in five minutes.
            let _ = subscription::watch(app, &row).await;
        }
    }
}

/// Where a shop is reached, and the header that lets us in.
pub(crate) type Reached = (Platform, String, [(&'static str, String); 1]);

pub(crate) fn credentials(app: &App, row: &DueRow) -> Option<Reached> {
    let platform: Platform = row.platform.parse().ok()?;
    let secret = app.master_key().ok()?.open(&row.shop_id, &row.credentials).ok()?;
    let address = egress::admitted(app, &row.address).ok()?;
    let header = match platform {
        Platform::WooCommerce => ("authorization", format!("Basic {}", STANDARD.encode(secret))),
        Platform::Shopify => ("x-shopify-access-token", secret),
    };
    Some((platform, address, [header]))
}

pub(crate) async fn get(app: &App, row: &DueRow, path: impl Fn(Platform) -> String) -> Result<(Platform, Called), String> {
    let (platform, address, headers) = credentials(app, row).ok_or("the credentials cannot be opened; set the connection up again")?;
    match egress::call("GET", &format!("{address}{}", path(platform)), &headers, "").await {
        None => Err("the shop did not answer".to_owned()),
        Some(called) if called.status == 200 => Ok((platform, called)),
        Some(called) => Err(format!("the shop answered with status {}", called.status)),
    }
}

/// One page. Answers the new watermark, and the number of the page that follows, 0 for none.
async fn poll(app: &App, row: &DueRow) -> Result<(Option<i64>, i64), String> {
    // A poll begins two minutes before the watermark; the pages that follow go on from it.
    let overlap = if row.page == 0 { OVERLAP_MILLIS } else { 0 };
    let since = Timestamp::from_millis(row.watermark.unwrap_or(row.created_at)).plus_millis(-overlap);
    let (platform, called) = get(app, row, |platform| changes_path(platform, since, row.page.max(1))).await?;
    let page = changed_orders(platform, &called.body).ok_or("the shop answered with something that is no list of orders")?;
    let source = if platform == Platform::Shopify { Source::Shopify } else { Source::WooCommerce };
    let (full, facts) = (page.orders.len() >= page_size(platform), Facts::default());
    let mut newest = row.watermark;
    for order in &page.orders {
        let carried = match read_order(platform, order.get().as_bytes()) {
            Carried::Order(carried) if unstorable(&carried.order).is_none() => carried,
            // Shown as not checked, once: the overlap brings it again.
            Carried::Unreadable { order_id: Some(order_id), number, version: Some(version), problem } => {
                if row.watermark.is_none_or(|watermark| version.as_millis() > watermark) && order_id.len() <= LONGEST_ID {
                    let content =
                        Content::Unreadable { order_id: &order_id, number: number.as_deref(), version: Some(version), problem: &problem };
                    take(app, &row.shop_id, &row.public_url, source, content, None).await.map_err(|_| FAILED)?;
                }
                newest = newest.max(Some(version.as_millis()));
                continue;
            }
            _ => continue,
        };
        let status = match carried.status {
            ShopStatus::Open => PlatformStatus::Open,
            ShopStatus::Cancelled => PlatformStatus::Cancelled,
            ShopStatus::Shipped => PlatformStatus::Shipped,
        };
        let content = Content::Order {
            order: &carried.order,
            version: carried.version,
            status: Some(status),
            notes: &carried.notes,
            hold: None,
            facts: &facts,
        };
        take(app, &row.shop_id, &row.public_url, source, content, None).await.map_err(|_| FAILED)?;
        newest = newest.max(Some(carried.version.as_millis()));
    }
    if !full {
        return Ok((newest, 0));
    }
    // The next page asks for the last second of this one again, as it may hold more. When all of this
    // page is of one second, its next page is asked for; Shopify, which has none, goes on after it.
    let last_second = newest.map(|newest| newest.div_euclid(1000) * 1000 - 1000);
    Ok(match last_second.filter(|last| *last > since.as_millis()) {
        Some(last) => (Some(last), 1),
        None if platform == Platform::WooCommerce => (Some(since.as_millis()), row.page.max(1) + 1),
        None => (Some(since.as_millis() + 1000), 1),
    })
}
