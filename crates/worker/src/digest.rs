//! Writes the digests that are due: what was marked in the last quarter of an hour, one mail a
//! contact.

use ordergate_casework::{DigestLine, Marks, ShopSettings, digest as render};
use ordergate_store::contact::{self, ContactRow};
use ordergate_store::digest::{self, DueRow, ItemRow};
use ordergate_store::shop::{self, ShopRow};
use ordergate_store::{Statement, outbox};
use worker::console_log;

use crate::app::App;
use crate::d1;
use crate::desk::shop_facts;
use crate::failure::Failure;
use crate::intake::ruleset;

/// The oldest order of a digest waits so long.
const WAIT_MILLIS: i64 = 15 * 60_000;

/// Queues the digests that are due. Never fails: what goes wrong is logged, and done again by the
/// next run.
pub(crate) async fn write_due(app: &App) {
    let due = async { d1::rows::<DueRow>(&app.database()?, digest::due(App::clock().plus_millis(-WAIT_MILLIS))).await };
    for row in due.await.unwrap_or_default() {
        if let Err(failure) = write(app, &row).await {
            let detail = if let Failure::Database(message) = failure { message } else { String::new() };
            console_log!("{}", serde_json::json!({"event": "digest_failed", "shop": row.shop_id, "detail": detail}));
        }
    }
}

/// One digest: the mail is queued and its orders are taken out, both or neither.
async fn write(app: &App, due: &DueRow) -> Result<(), Failure> {
    let (database, shop_id) = (app.database()?, due.shop_id.as_str());
    let loaded = ruleset(app, shop_id).await?;
    let read = vec![shop::by_id(shop_id), contact::by_id(shop_id, &due.contact_id), digest::items(shop_id, &due.contact_id)];
    let results = d1::batch(&database, read).await?;
    let shop: ShopRow = d1::one(results.first())?.ok_or_else(|| Failure::not_found("shop"))?;
    let contact: Option<ContactRow> = d1::one(results.get(1))?;
    let items: Vec<ItemRow> = d1::all(results.get(2))?;
    let orders: Vec<&str> = items.iter().map(|item| item.order_id.as_str()).collect();
    let mut batch = vec![digest::take(shop_id, &due.contact_id, &orders), Statement::must_have_changed(orders.len())];
    // Somebody who has left, or wants to hear of marks no more, hears of nothing.
    if let Some(contact) = contact.map(ContactRow::contact).filter(|contact| contact.marks != Marks::Off && !items.is_empty()) {
        let settings = ShopSettings::stored(&shop.settings);
        let facts = shop_facts(shop.name, &settings, loaded.ruleset().settings(), &due.public_url);
        let line = |item: &ItemRow| DigestLine {
            number: item.number.clone().unwrap_or_else(|| item.order_id.clone()),
            score: item.score.unwrap_or_default(),
            reasons: serde_json::from_str(&item.reasons).unwrap_or_default(),
        };
        let lines: Vec<DigestLine> = items.iter().map(line).collect();
        batch.push(outbox::add(shop_id, "", &render(app.id(), &contact, &facts, &lines), App::clock()));
    }
    match d1::batch(&database, batch).await {
        Ok(_) => Ok(()),
        // Another run was faster.
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Ok(()),
        Err(failure) => Err(failure),
    }
}
