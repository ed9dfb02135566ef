//! The retroactive sweep: after a new entry, a published rule or a confirmed fraud every order that
//! was approved or released, and whose stop window is open, is checked again with the facts of its
//! last check, fewest minutes left first.

use ordergate_casework::{Again, CheckKind, ShopSettings, recheck};
use ordergate_screening::{Entry, EntryDraft, Settings, sought};
use ordergate_store::Statement;
use ordergate_store::order::{self, WindowRow};
use ordergate_store::shop::{self, ShopRow};
use ordergate_store::sweep::{self, SweepRow};
use worker::console_log;

use crate::app::{App, random_hex};
use crate::d1;
use crate::desk::{Decision, decide};
use crate::facts;
use crate::failure::Failure;

/// Orders of one run.
const ORDERS: u32 = 200;
/// Orders that are written in one transaction.
const AT_ONCE: usize = 25;
/// A run that died is taken up again after this.
const LEASE_MILLIS: i64 = 60_000;

/// Takes the sweep that is due longest one step on. Never fails: what goes wrong is logged, and the
/// step is done again once its lease is over. Answers whether mails were queued.
pub(crate) async fn step(app: &App) -> bool {
    match claim_and_walk(app).await {
        Ok(queued) => queued,
        Err(Failure::Database(message)) => {
            console_log!("{}", serde_json::json!({"event": "sweep_failed", "detail": message}));
            false
        }
        Err(_) => false,
    }
}

async fn claim_and_walk(app: &App) -> Result<bool, Failure> {
    let (database, lease, now) = (app.database()?, random_hex::<12>(), App::clock());
    let claimed: Option<SweepRow> = d1::first(&database, sweep::claim(&lease, now, now.plus_millis(LEASE_MILLIS))).await?;
    let Some(row) = claimed else { return Ok(false) };
    let shop: Option<ShopRow> = d1::first(&database, shop::by_id(&row.shop_id)).await?;
    let settings = ShopSettings::stored(&shop.ok_or_else(|| Failure::not_found("shop"))?.settings);
    let window = i64::from(settings.stop_window_hours()).saturating_mul(3_600_000);
    let after = row.after_at.zip(row.after_id.as_deref());
    let since = now.plus_millis(-window);
    let asked = match &row.identities {
        Some(identities) => order::in_window_with(&row.shop_id, identities, since, after, ORDERS),
        None => order::in_window(&row.shop_id, since, after, ORDERS),
    };
    let orders: Vec<WindowRow> = d1::rows(&database, asked).await?;
    let (mut raised, mut queued) = (0, false);
    let again = Again { kind: CheckKind::Sweep, actor: "engine", why: &row.cause };
    for some in orders.chunks(AT_ONCE) {
        let ids: Vec<&str> = some.iter().map(|order| order.id.as_str()).collect();
        let (outcomes, mails) = decide(
            app,
            &row.shop_id,
            &row.public_url,
            &ids,
            |desk, order| {
                // Whoever was faster than this walk has decided about the order already.
                let Some(check) = desk.check(app, order).filter(|_| order.state().may_turn()) else { return Decision::Leave(false) };
                match desk.telling(|audience| recheck(order, check, again, audience, app.now(), &mut || app.id())) {
                    Some(change) => Decision::Write(Box::new(change), true),
                    None => Decision::Leave(false),
                }
            },
            |_, _| Vec::new(),
        )
        .await?;
        raised += outcomes.values().filter(|raised| **raised).count();
        queued |= mails;
    }
    let full = orders.len() == usize::try_from(ORDERS).unwrap_or(usize::MAX);
    let last = orders.last().filter(|_| full).map(|order| (order.first_checked_at, order.id.as_str()));
    d1::batch(&database, vec![sweep::moved(&row, &lease, last, orders.len(), raised, App::clock())]).await?;
    console_log!(
        "{}",
        serde_json::json!({"event": "swept", "shop": row.shop_id, "checked": orders.len(), "raised": raised, "done": last.is_none()})
    );
    Ok(queued)
}

/// Queues the sweep for some entries: over the orders that carry one of the keys they are sought by,
/// when each of them has one; else over all.
pub(crate) fn for_entries(
    app: &App,
    shop: &str,
    cause: &str,
    entries: &[EntryDraft],
    settings: &Settings,
    public_url: &str,
) -> Result<Statement, Failure> {
    let fingerprints = facts::fingerprints(app, shop)?;
    let keys = |entry: &EntryDraft| sought(&Entry::compile(entry, settings).ok()?, &fingerprints);
    Ok(match entries.iter().map(keys).collect::<Option<Vec<_>>>() {
        Some(keys) => sweep::add_keyed(shop, &app.id(), cause, &keys.concat(), public_url, app.now()),
        None => sweep::add(shop, &app.id(), cause, public_url, app.now()),
    })
}
