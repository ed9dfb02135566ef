//! `/v1/endpoints`: where a shop's platforms deliver to. Address and secret are shown once.

use ordergate_casework::hex_digest;
use ordergate_screening::{Invalid, Timestamp};
use ordergate_shops::Platform;
use ordergate_store::endpoint::{self, ListedEndpointRow, Token};
use ordergate_store::{Statement, audit};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::answer::Answer;
use crate::app::{App, random_bytes, random_hex};
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::router::decoded;

use super::holds::public_url;
use super::keys::{PREVIOUS_HOURS, hours_from_now};
use super::{Page, body, time};

const TITLE: &str = "The endpoint is not valid";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewEndpointJson {
    platform: String,
    /// The secret that the platform shows, as Shopify does; one is made when it is not sent.
    secret: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RotationJson {
    secret: Option<String>,
    /// How long deliveries signed with the secret before are believed.
    previous_hours: u32,
}

impl Default for RotationJson {
    fn default() -> Self {
        Self { secret: None, previous_hours: PREVIOUS_HOURS }
    }
}

#[derive(Serialize)]
struct EndpointJson {
    id: String,
    platform: String,
    created_at: Timestamp,
    rotated_at: Option<Timestamp>,
    /// The secret before the present one is believed until then.
    previous_until: Option<Timestamp>,
    last_delivery_at: Option<Timestamp>,
    /// The address that the platform delivers to, in the answer that makes it and in no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// The secret, if it was made here, in the answer that makes it and in no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

impl EndpointJson {
    fn of(row: ListedEndpointRow, now: Timestamp) -> Self {
        Self {
            id: row.id,
            platform: row.platform,
            created_at: time(row.created_at),
            rotated_at: row.rotated_at.map(time),
            previous_until: row.previous_until.map(time).filter(|until| *until > now),
            last_delivery_at: row.last_delivery_at.map(time),
            url: None,
            secret: None,
        }
    }
}

/// `GET /v1/endpoints`.
pub(crate) async fn list(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let rows: Vec<ListedEndpointRow> = d1::rows(&app.database()?, endpoint::all(&caller.shop)).await?;
    Answer::json(200, &Page { data: rows.into_iter().map(|row| EndpointJson::of(row, app.now())).collect(), next: None })
}

/// `POST /v1/endpoints`.
pub(crate) async fn create(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let sent: NewEndpointJson = body(&read(request, API_CAP).await?, TITLE)?;
    let unknown = |_| Failure::invalid(TITLE, Invalid::one("/platform", "use \"woocommerce\" or \"shopify\""));
    let platform: Platform = sent.platform.parse().map_err(unknown)?;
    let (id, token) = (app.id(), random_hex::<24>());
    let (sealed, made) = sealed(app, caller, sent.secret)?;
    let kept = Token { digest: &hex_digest(token.as_bytes()), sealed: &app.master_key()?.seal(&caller.shop, &token, random_bytes()) };
    let batch = vec![
        endpoint::add(&caller.shop, &id, kept, platform.as_str(), &sealed, app.now()),
        note(app, caller, &id, "endpoint.added", platform.as_str()),
        endpoint::by_id(&caller.shop, &id),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(results) => {
            let row: Option<ListedEndpointRow> = d1::one(results.last())?;
            let shown = EndpointJson::of(row.ok_or_else(|| Failure::not_found("endpoint"))?, app.now());
            let url = format!("{}/v1/webhooks/{token}", public_url(request)?);
            Answer::json(201, &EndpointJson { url: Some(url), secret: made, ..shown })
        }
        Err(Failure::Database(message)) if Statement::was_there_already(&message) => Err(Failure::refused(
            409,
            "one-endpoint",
            "There is an endpoint already",
            format!("the shop has an endpoint for {platform}; rotate its secret, or remove it first"),
        )),
        Err(failure) => Err(failure),
    }
}

/// `POST /v1/endpoints/{id}/rotate`: another secret; the one before is believed for a while.
pub(crate) async fn rotate(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let bytes = read(request, API_CAP).await?;
    let sent: RotationJson = if bytes.is_empty() { RotationJson::default() } else { body(&bytes, TITLE)? };
    let until = hours_from_now(app, sent.previous_hours)?;
    let id = decoded(id).ok_or_else(|| Failure::not_found("endpoint"))?;
    let (sealed, made) = sealed(app, caller, sent.secret)?;
    let batch = vec![
        endpoint::rotate(&caller.shop, &id, &sealed, until, app.now()),
        Statement::must_have_changed_one(),
        note(app, caller, &id, "endpoint.rotated", ""),
        endpoint::by_id(&caller.shop, &id),
    ];
    let results = d1::batch(&app.database()?, batch).await.map_err(gone)?;
    let row: Option<ListedEndpointRow> = d1::one(results.last())?;
    let shown = EndpointJson::of(row.ok_or_else(|| Failure::not_found("endpoint"))?, app.now());
    Answer::json(200, &EndpointJson { secret: made, ..shown })
}

/// `DELETE /v1/endpoints/{id}`.
pub(crate) async fn remove(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("endpoint"))?;
    let batch =
        vec![endpoint::remove(&caller.shop, &id), Statement::must_have_changed_one(), note(app, caller, &id, "endpoint.removed", "")];
    d1::batch(&app.database()?, batch).await.map_err(gone)?;
    Ok(Answer::empty(204))
}

/// The secret as it is stored, and as it is shown if it was made here.
fn sealed(app: &App, caller: &Caller, given: Option<String>) -> Result<(String, Option<String>), Failure> {
    let (secret, made) = match given {
        Some(given) if (8..=400).contains(&given.len()) && given.bytes().all(|byte| byte.is_ascii_graphic()) => (given, None),
        Some(_) => return Err(Failure::invalid(TITLE, Invalid::one("/secret", "must be 8 to 400 visible characters"))),
        None => {
            let made = random_hex::<32>();
            (made.clone(), Some(made))
        }
    };
    Ok((app.master_key()?.seal(&caller.shop, &secret, random_bytes()), made))
}

fn gone(failure: Failure) -> Failure {
    match failure {
        Failure::Database(message) if Statement::lost_the_race(&message) => Failure::not_found("endpoint"),
        failure => failure,
    }
}

fn note(app: &App, caller: &Caller, id: &str, action: &str, detail: &str) -> Statement {
    audit::add(&caller.shop, &format!("endpoint:{id}"), app.now(), &app.id(), caller.actor.as_str(), action, detail)
}
