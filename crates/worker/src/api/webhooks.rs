//! `POST /v1/webhooks/{endpoint}`: platform deliveries.
//!
//! 1. The endpoint's token selects shop, platform and secrets.
//! 2. The signature is verified over the raw bytes; without one nothing is read or stored.
//! 3. The adapter reads the order; what it cannot read is stored and shown as not checked.
//! 4. Everything is committed in one batch.
//! 5. 200 for new and repeated deliveries alike, and only after the commit.

use ordergate_casework::{LONGEST_ID, PlatformStatus, Source, hex_digest, unstorable};
use ordergate_screening::Facts;
use ordergate_shops::{Arrival, Content as Carried, Platform, Request as Arrived, ShopStatus};
use ordergate_store::endpoint::{self, EndpointRow};
use worker::{Request, console_log};

use crate::answer::Answer;
use crate::app::App;
use crate::body::{WEBHOOK_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::intake::{Content, DeliveryParts, Outcome, take};

pub(crate) async fn receive(app: &App, request: &mut Request, token: &str) -> Result<Answer, Failure> {
    let bytes = read(request, WEBHOOK_CAP).await?;
    // 1. Endpoint.
    let row: Option<EndpointRow> = d1::first(&app.database()?, endpoint::by_token(&hex_digest(token.as_bytes()))).await?;
    let row = row.ok_or_else(|| Failure::not_found("webhook endpoint"))?;
    let platform: Platform = row.platform.parse().map_err(|_| Failure::internal("endpoint", &row.platform))?;
    let source = match platform {
        Platform::WooCommerce => Source::WooCommerce,
        Platform::Shopify => Source::Shopify,
    };
    // 2. Signature; 3. content.
    let secrets: Vec<&str> = std::iter::once(row.secret.as_str()).chain(row.previous_secret.as_deref()).collect();
    let headers = request.headers();
    let header = |name: &str| headers.get(name).ok().flatten();
    let delivery = match ordergate_shops::receive(platform, &Arrived { headers: &header, body: &bytes }, &secrets) {
        Arrival::Ping => return Ok(Answer::text(200, "ok")),
        Arrival::Refused(refusal) => return Err(Failure::refused(401, "bad-signature", "The signature is not valid", refusal.to_string())),
        Arrival::Delivery(delivery) => delivery,
    };
    let unnamed = format!("delivery-{}", delivery.id.chars().take(16).collect::<String>());
    let no_facts = Facts::default();
    let unstorable = match &delivery.content {
        Carried::Order(carried) => unstorable(&carried.order),
        _ => None,
    };
    let content = match &delivery.content {
        Carried::Order(carried) if let Some(problem) = &unstorable => Content::Unreadable {
            order_id: if problem.pointer == "/id" { &unnamed } else { &carried.order.id },
            number: None,
            version: Some(carried.version),
            problem,
        },
        Carried::Order(carried) => {
            let status = match carried.status {
                ShopStatus::Open => PlatformStatus::Open,
                ShopStatus::Cancelled => PlatformStatus::Cancelled,
                ShopStatus::Shipped => PlatformStatus::Shipped,
            };
            Content::Order {
                order: &carried.order,
                version: carried.version,
                status: Some(status),
                notes: &carried.notes,
                hold: None,
                facts: &no_facts,
            }
        }
        Carried::Unreadable { order_id, number, version, problem } => {
            let order_id = order_id.as_deref().filter(|id| id.len() <= LONGEST_ID).unwrap_or(&unnamed);
            Content::Unreadable { order_id, number: number.as_deref(), version: *version, problem }
        }
        Carried::Ignored => Content::Ignored,
    };
    // 4. One batch.
    let parts = DeliveryParts { platform: platform.as_str(), id: &delivery.id, topic: &delivery.topic, body: &bytes };
    let public_url = request.url()?.origin().ascii_serialization();
    let outcome = take(app, &row.shop_id, &public_url, source, content, Some(parts)).await?;
    console_log!(
        "{}",
        serde_json::json!({"event": "delivery", "shop": row.shop_id, "topic": delivery.topic, "outcome": format!("{outcome:?}")})
    );
    // 5. Committed.
    Ok(Answer::text(200, "ok").then_draining(matches!(outcome, Outcome::Taken { queued: true, .. })))
}
