//! Posts the news of a mail that does not get through to an address of the contact's own, signed as
//! Standard Webhooks are.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use ordergate_casework::Failure;
use ordergate_store::contact::{self, ContactRow};
use ordergate_store::outbox::ClaimedRow;
use serde::Serialize;
use sha2::Sha256;

use crate::app::App;
use crate::d1;
use crate::egress;

#[derive(Serialize)]
struct NewsJson<'a> {
    /// `mail.hold`, `mail.mark`, `mail.case` and the like.
    r#type: String,
    timestamp: String,
    data: DataJson<'a>,
}

#[derive(Serialize)]
struct DataJson<'a> {
    shop: &'a str,
    order: &'a str,
    subject: &'a str,
    text: &'a str,
}

/// Posts one piece of news.
pub(crate) async fn send(app: &App, mail: &ClaimedRow) -> Result<Option<String>, Failure> {
    let passing = |reason: &str| Failure::Passing { reason: reason.to_owned(), wait_seconds: None };
    let database = app.database().map_err(|_| passing("the database did not answer"))?;
    let row: Option<ContactRow> =
        d1::first(&database, contact::by_id(&mail.shop_id, &mail.contact_id)).await.map_err(|_| passing("the database did not answer"))?;
    let gone = || Failure::Final("the contact has no address of its own any more".to_owned());
    let row = row.filter(|row| row.webhook_url.as_deref() == Some(&mail.recipient)).ok_or_else(gone)?;
    let sealed = row.webhook_secret.ok_or_else(gone)?;
    let secret = app
        .master_key()
        .ok()
        .and_then(|key| key.open(&mail.shop_id, &sealed).ok())
        .ok_or_else(|| passing("its secret cannot be opened"))?;
    let address = egress::admitted(app, &mail.recipient).map_err(|_| passing("its address may not be called"))?;
    let now = App::clock();
    let data = DataJson { shop: &mail.shop_id, order: &mail.order_id, subject: &mail.subject, text: &mail.text };
    let news = NewsJson { r#type: format!("mail.{}", mail.kind), timestamp: now.to_string(), data };
    let body = serde_json::to_string(&news).map_err(|_| passing("it could not be written"))?;
    let at = (now.as_millis() / 1000).to_string();
    let signature = sign(&secret, &mail.id, &at, &body).ok_or_else(|| passing("its secret is none"))?;
    let headers = [("webhook-id", mail.id.clone()), ("webhook-timestamp", at), ("webhook-signature", signature)];
    match egress::call("POST", &address, &headers, &body).await {
        None => Err(passing("it did not answer")),
        Some(called) => match called.status {
            200..=299 => Ok(None),
            410 => Err(Failure::Final("it says that it is gone (status 410)".to_owned())),
            status => Err(Failure::Passing { reason: format!("it answered with status {status}"), wait_seconds: called.wait_seconds }),
        },
    }
}

/// `v1,` and HMAC-SHA256 over `id.timestamp.body`.
fn sign(secret: &str, id: &str, at: &str, body: &str) -> Option<String> {
    let key = STANDARD.decode(secret.strip_prefix("whsec_")?).ok()?;
    let mac = Hmac::<Sha256>::new_from_slice(&key).ok()?.chain_update(format!("{id}.{at}.{body}"));
    Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}
