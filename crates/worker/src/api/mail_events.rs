//! `POST /v1/mail-events/resend`: the mail API says that a mail came back or arrived. Signed as
//! Standard Webhooks are (Resend uses Svix).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use ordergate_store::{Statement, contact, outbox};
use serde::Deserialize;
use sha2::Sha256;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;

/// A signature older or newer than this is a replay.
const TOLERANCE_SECONDS: i64 = 300;

/// What Resend tells; fields that are not named here are nobody's business.
#[derive(Deserialize)]
struct EventJson {
    r#type: String,
    data: DataJson,
}

#[derive(Deserialize)]
struct DataJson {
    #[serde(default)]
    tags: TagsJson,
    #[serde(default)]
    bounce: Option<BounceJson>,
}

/// The tags that the mail was sent with.
#[derive(Default, Deserialize)]
struct TagsJson {
    #[serde(default)]
    shop: String,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    mail: String,
}

#[derive(Deserialize)]
struct BounceJson {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default, rename = "subType")]
    sub_kind: String,
}

pub(crate) async fn receive(app: &App, request: &mut Request, api: &str) -> Result<Answer, Failure> {
    let secret = app.setting("RESEND_WEBHOOK_SECRET").filter(|_| api == "resend").ok_or_else(|| Failure::not_found("mail API"))?;
    let bytes = read(request, API_CAP).await?;
    let header = |name: &str| -> Result<String, Failure> {
        let headers = request.headers();
        Ok(headers.get(&format!("webhook-{name}"))?.or(headers.get(&format!("svix-{name}"))?).unwrap_or_default())
    };
    let (id, at, signatures) = (header("id")?, header("timestamp")?, header("signature")?);
    if !signed(&secret, &id, &at, &bytes, &signatures, app.now().as_millis() / 1000) {
        return Err(Failure::refused(401, "bad-signature", "The signature is not valid", "the mail API did not sign this"));
    }
    // Whatever it says is answered 200: it is signed, and a repetition would say the same.
    let Ok(event) = super::body::<EventJson>(&bytes, "The event is not valid") else { return Ok(Answer::text(200, "ok")) };
    let batch = changes(&event, app);
    if !batch.is_empty() {
        d1::batch(&app.database()?, batch).await?;
    }
    Ok(Answer::text(200, "ok"))
}

fn changes(event: &EventJson, app: &App) -> Vec<Statement> {
    let TagsJson { shop, contact, mail } = &event.data.tags;
    if shop.is_empty() || contact.is_empty() {
        return Vec::new();
    }
    let reason = match (event.r#type.as_str(), &event.data.bounce) {
        ("email.bounced", Some(bounce)) => {
            let said: Vec<&str> = [bounce.kind.as_str(), bounce.sub_kind.as_str()].into_iter().filter(|word| !word.is_empty()).collect();
            format!("bounced: {}", said.join(", ").chars().filter(|c| !c.is_control()).take(100).collect::<String>())
        }
        ("email.bounced", None) => "bounced".to_owned(),
        ("email.complained", _) => "marked as spam by its reader".to_owned(),
        ("email.delivered", _) => return vec![contact::reached(shop, contact, mail)],
        _ => return Vec::new(),
    };
    vec![contact::bounced(shop, contact, mail, &reason, app.now()), outbox::came_back(shop, mail, app.now())]
}

/// Whether one of the signatures is by this secret over these bytes, made within five minutes.
fn signed(secret: &str, id: &str, at: &str, body: &[u8], signatures: &str, now: i64) -> bool {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap_or(secret)).unwrap_or_default();
    let fresh = at.parse::<i64>().is_ok_and(|at| (now - at).abs() <= TOLERANCE_SECONDS);
    if key.is_empty() || id.is_empty() || !fresh {
        return false;
    }
    signatures.split(' ').filter_map(|signature| STANDARD.decode(signature.strip_prefix("v1,")?).ok()).any(|sent| {
        Hmac::<Sha256>::new_from_slice(&key)
            .is_ok_and(|mac| mac.chain_update(format!("{id}.{at}.")).chain_update(body).verify_slice(&sent).is_ok())
    })
}
