//! Every hour: whether the shop's webhooks are still there. One that WooCommerce has switched off is
//! switched on again, and those that are gone are set up again, with the address and the secret they had.

use ordergate_casework::hex_digest;
use ordergate_shops::{HttpCall, Platform, WebhookState, reactivate, subscribe, webhook_state, webhooks_path};
use ordergate_store::audit;
use ordergate_store::connection::{self, DueRow};
use ordergate_store::endpoint::{self, SubscribedRow};

use crate::api::webhooks::opened;
use crate::app::App;
use crate::d1;
use crate::egress;
use crate::failure::Failure;
use crate::polling::{credentials, get};

const ACTIVE: &str = "active";
/// Not there, and people have to set it up.
const MISSING: &str = "missing";
/// Gone, and could not be set up again yet.
const RETRYING: &str = "retrying";

/// Looks at a connection's webhooks, and writes down how they stand.
pub(crate) async fn watch(app: &App, row: &DueRow) -> Result<(), Failure> {
    let database = app.database()?;
    let endpoint: Option<SubscribedRow> = d1::first(&database, endpoint::of_platform(&row.shop_id, &row.platform)).await?;
    let Ok((platform, called)) = get(app, row, |platform| webhooks_path(platform).to_owned()).await else { return Ok(()) };
    let before = row.webhook.as_deref();
    let is_ours = |token: &str| endpoint.as_ref().is_some_and(|row| row.token_digest == hex_digest(token.as_bytes()));
    let word = match webhook_state(platform, &called.body, before == Some(RETRYING), &is_ours) {
        None => return Ok(()),
        Some(WebhookState::Active) => ACTIVE,
        Some(WebhookState::Disabled(id)) => {
            if asked(app, row, &reactivate(id)).await {
                "reactivated"
            } else {
                MISSING
            }
        }
        // Shopify lists an app's own webhooks only: one that the shop set up itself is never seen, and not doubled.
        Some(WebhookState::Missing(_)) if platform == Platform::Shopify && before.is_none_or(|word| word == MISSING) => MISSING,
        Some(WebhookState::Missing(topics)) => set_up(app, row, platform, &topics, endpoint).await?,
    };
    let mut batch = vec![connection::watched(row, word, App::clock())];
    if word != ACTIVE {
        batch.push(audit::add(&row.shop_id, "shop", App::clock(), &app.id(), "engine", &format!("webhook.{word}"), &row.platform));
    }
    d1::batch(&database, batch).await?;
    Ok(())
}

/// Sets up a webhook for each of these topics, and says how they stand then.
async fn set_up(
    app: &App,
    row: &DueRow,
    platform: Platform,
    topics: &[&str],
    endpoint: Option<SubscribedRow>,
) -> Result<&'static str, Failure> {
    // Of old endpoints only the token's digest is known.
    let known =
        endpoint.and_then(|endpoint| Some((app.master_key().ok()?.open(&row.shop_id, &endpoint.sealed_token?).ok()?, endpoint.secret)));
    let Some((token, secret)) = known.filter(|_| !row.public_url.is_empty()) else { return Ok(MISSING) };
    let (address, secret) = (format!("{}/v1/webhooks/{token}", row.public_url), opened(app, &row.shop_id, secret)?);
    for topic in topics {
        if !asked(app, row, &subscribe(platform, topic, &address, &secret)).await {
            return Ok(RETRYING);
        }
    }
    Ok("recreated")
}

/// Whether the shop did what it was asked.
async fn asked(app: &App, row: &DueRow, call: &HttpCall) -> bool {
    let Some((_, address, headers)) = credentials(app, row) else { return false };
    let called = egress::call(call.method, &format!("{address}{}", call.path), &headers, &call.body).await;
    called.is_some_and(|called| (200..300).contains(&called.status))
}
