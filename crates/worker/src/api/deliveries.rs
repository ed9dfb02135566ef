//! `/v1/endpoints/{id}/deliveries`: what a platform has sent, and sending one of it through again.

use ordergate_screening::Timestamp;
use ordergate_shops::{Platform, read_delivery};
use ordergate_store::audit;
use ordergate_store::delivery::{self, DeliveryRow, ListedDeliveryRow, PartRow};
use ordergate_store::endpoint::{self, ListedEndpointRow};
use serde::Serialize;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::d1;
use crate::failure::Failure;
use crate::intake::{DeliveryParts, Replay};
use crate::router::decoded;

use super::cursor::{next, paging, refuse};
use super::holds::public_url;
use super::webhooks::accept;
use super::{Page, time};

#[derive(Serialize)]
struct DeliveryJson {
    id: String,
    topic: String,
    order: Option<String>,
    /// `taken`, `late`, `stale`, `same`, `conflict`, `ignored`, `unreadable` or `unknown_order`.
    outcome: String,
    received_at: Timestamp,
    /// Whether its body is kept, so that it can be replayed.
    body: bool,
}

impl From<ListedDeliveryRow> for DeliveryJson {
    fn from(row: ListedDeliveryRow) -> Self {
        Self {
            id: row.id,
            topic: row.topic,
            order: row.order_id,
            outcome: row.outcome,
            received_at: time(row.received_at),
            body: row.has_body != 0,
        }
    }
}

#[derive(Serialize)]
struct ReplayJson {
    /// The delivery that the replay is listed as.
    id: String,
    outcome: String,
}

/// `GET /v1/endpoints/{id}/deliveries`: newest first; `outcome` shows one outcome.
pub(crate) async fn list(app: &App, caller: &Caller, request: &Request, id: &str) -> Result<Answer, Failure> {
    let paging = paging(request)?;
    let mut outcome = None;
    for (name, value) in &paging.filters {
        match name.as_str() {
            "outcome" => outcome = Some(value.as_str()),
            _ => return Err(refuse(name, "unknown; use outcome, limit and cursor")),
        }
    }
    let endpoint = known(app, caller, id).await?;
    let statement = delivery::of_platform(&caller.shop, &endpoint.platform, outcome, paging.after.as_ref(), paging.limit + 1);
    let mut rows: Vec<ListedDeliveryRow> = d1::rows(&app.database()?, statement).await?;
    let next = next(&mut rows, paging.limit, |row| (row.received_at, &row.id));
    Answer::json(200, &Page { data: rows.into_iter().map(DeliveryJson::from).collect(), next })
}

/// `POST /v1/endpoints/{id}/deliveries/{delivery}/replay`: the stored body goes through the intake as
/// if it arrived now. What is stored already is the same version, and a replay of it changes nothing.
pub(crate) async fn replay(app: &App, caller: &Caller, request: &Request, id: &str, delivery: &str) -> Result<Answer, Failure> {
    let endpoint = known(app, caller, id).await?;
    let delivery = decoded(delivery).ok_or_else(|| Failure::not_found("delivery"))?;
    let platform: Platform = endpoint.platform.parse().map_err(|_| Failure::internal("endpoint", &endpoint.platform))?;
    let parts: Vec<PartRow> = d1::rows(&app.database()?, delivery::body(&caller.shop, platform.as_str(), &delivery)).await?;
    let topic = parts.first().ok_or_else(|| Failure::not_found("delivery whose body is kept"))?.topic.clone();
    let bytes = parts.iter().map(|part| bytes(&part.hex)).collect::<Option<Vec<_>>>();
    let bytes = bytes.ok_or_else(|| Failure::internal("delivery body", &"SQLite's hex is no hex"))?.concat();
    let content = read_delivery(platform, &topic, &bytes);
    let replay = format!("replay-{}", app.id());
    let subject = format!("endpoint:{}", endpoint.id);
    let note = audit::add(&caller.shop, &subject, app.now(), &app.id(), caller.actor.as_str(), "delivery.replayed", &delivery);
    // The body is kept with the delivery that brought it, not once more.
    let parts =
        DeliveryParts { platform: platform.as_str(), id: &replay, topic: &topic, body: &[], replay: Some(Replay { of: &delivery, note }) };
    let taken = accept(app, &caller.shop, &public_url(request)?, platform, &content, parts).await?;
    let row: Option<DeliveryRow> = d1::first(&app.database()?, delivery::by_id(&caller.shop, platform.as_str(), &replay)).await?;
    let outcome = row.ok_or_else(|| Failure::internal("replay", &"its delivery is not stored"))?.outcome;
    Ok(taken.then(Answer::json(200, &ReplayJson { id: replay, outcome })?))
}

async fn known(app: &App, caller: &Caller, id: &str) -> Result<ListedEndpointRow, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("endpoint"))?;
    let row: Option<ListedEndpointRow> = d1::first(&app.database()?, endpoint::by_id(&caller.shop, &id)).await?;
    row.ok_or_else(|| Failure::not_found("endpoint"))
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    hex.as_bytes().chunks_exact(2).map(|pair| if let [high, low] = pair { Some(digit(*high)? * 16 + digit(*low)?) } else { None }).collect()
}
