//! `/v1/connections`: how the shop's platforms are reached, so that holds and releases arrive there.
//! What is secret is sealed, and never shown again.

use ordergate_screening::{Invalid, Timestamp};
use ordergate_store::connection::{self, ConnectionRow};
use ordergate_store::{Statement, audit};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::answer::Answer;
use crate::app::{App, random_bytes};
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::egress;
use crate::failure::Failure;

use super::holds::public_url;
use super::{Page, body, time};

const TITLE: &str = "The connection is not valid";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WooJson {
    url: String,
    consumer_key: String,
    consumer_secret: String,
    /// `note`: order metadata and a private note. `status`: also the status `on-hold`, which buyers see.
    #[serde(default = "note")]
    hold: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShopifyJson {
    shop_domain: String,
    access_token: String,
}

fn note() -> String {
    "note".to_owned()
}

#[derive(Serialize)]
struct ConnectionJson {
    platform: String,
    address: String,
    hold: String,
    /// The last characters of the key's name, or of the token.
    key_ends: String,
    created_at: Timestamp,
    /// When the shop was last asked what has changed, and why that did not work.
    polled_at: Option<Timestamp>,
    poll_error: Option<String>,
    /// How the webhook stands: active, reactivated, recreated, retrying or missing.
    webhook: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    warning: Option<&'static str>,
}

impl From<ConnectionRow> for ConnectionJson {
    fn from(row: ConnectionRow) -> Self {
        let warning = "the status on-hold shows in the buyer's account, and WooCommerce mails the buyer about it";
        Self {
            warning: (row.hold_mode == "status").then_some(warning),
            platform: row.platform,
            address: row.address,
            hold: row.hold_mode,
            key_ends: row.hint,
            created_at: time(row.created_at),
            polled_at: row.polled_at.filter(|at| *at > 0).map(time),
            poll_error: row.poll_error,
            webhook: row.webhook,
        }
    }
}

/// `GET /v1/connections`.
pub(crate) async fn list(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let rows: Vec<ConnectionRow> = d1::rows(&app.database()?, connection::all(&caller.shop)).await?;
    Answer::json(200, &Page { data: rows.into_iter().map(ConnectionJson::from).collect(), next: None })
}

/// `PUT /v1/connections/{platform}`.
pub(crate) async fn put(app: &App, caller: &Caller, request: &mut Request, platform: &str) -> Result<Answer, Failure> {
    let bytes = read(request, API_CAP).await?;
    let invalid = |pointer: &str, detail: String| Failure::invalid(TITLE, Invalid::one(pointer, detail));
    let secret = |text: &str, pointer: &str| {
        let plain = (8..=400).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b':');
        if plain { Ok(()) } else { Err(invalid(pointer, "is not a key: 8 to 400 visible characters".to_owned())) }
    };
    let (address, hold_mode, credentials, key) = match platform {
        "woocommerce" => {
            let sent: WooJson = body(&bytes, TITLE)?;
            let address = egress::admitted(app, &sent.url).map_err(|why| invalid("/url", why.to_string()))?;
            secret(&sent.consumer_key, "/consumer_key")?;
            secret(&sent.consumer_secret, "/consumer_secret")?;
            if !matches!(sent.hold.as_str(), "note" | "status") {
                return Err(invalid("/hold", "use note or status".to_owned()));
            }
            (address, sent.hold, format!("{}:{}", sent.consumer_key, sent.consumer_secret), sent.consumer_key)
        }
        "shopify" => {
            let sent: ShopifyJson = body(&bytes, TITLE)?;
            secret(&sent.access_token, "/access_token")?;
            let domain = sent.shop_domain.trim().to_ascii_lowercase();
            let name = domain.strip_suffix(".myshopify.com").unwrap_or_default();
            let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            let address = match egress::loopback(app).then(|| egress::admitted(app, &sent.shop_domain).ok()).flatten() {
                Some(double) => double,
                None if is_name => format!("https://{domain}"),
                None => return Err(invalid("/shop_domain", "is not a domain such as my-shop.myshopify.com".to_owned())),
            };
            (address, note(), sent.access_token.clone(), sent.access_token)
        }
        _ => return Err(Failure::not_found("platform")),
    };
    let hint: String = key.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
    let sealed = app.master_key()?.seal(&caller.shop, &credentials, random_bytes());
    let row = ConnectionRow {
        platform: platform.to_owned(),
        address,
        hold_mode,
        credentials: sealed,
        hint,
        created_at: app.now().as_millis(),
        public_url: public_url(request)?,
        watermark: None,
        polled_at: None,
        poll_error: None,
        webhook: None,
    };
    let batch = vec![
        connection::put(&caller.shop, &row, app.now()),
        audit::add(&caller.shop, "shop", app.now(), &app.id(), caller.actor.as_str(), "connection.set", platform),
    ];
    d1::batch(&app.database()?, batch).await?;
    Answer::json(200, &ConnectionJson::from(row))
}

/// `DELETE /v1/connections/{platform}`.
pub(crate) async fn remove(app: &App, caller: &Caller, platform: &str) -> Result<Answer, Failure> {
    let batch = vec![
        connection::remove(&caller.shop, platform),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, "shop", app.now(), &app.id(), caller.actor.as_str(), "connection.removed", platform),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Ok(Answer::empty(204)),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("connection")),
        Err(failure) => Err(failure),
    }
}
