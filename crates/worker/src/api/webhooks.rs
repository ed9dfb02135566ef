//! `POST /v1/webhooks/{endpoint}`: platform deliveries.
//!
//! 1. The endpoint's token selects shop, platform and secrets.
//! 2. The signature is verified over the raw bytes; without one nothing is read or stored.
//! 3. The adapter reads the order; what it cannot read is stored and shown as not checked.
//! 4. Everything is committed in one batch.
//! 5. 200 for new and repeated deliveries alike, and only after the commit.

use ordergate_casework::{DisputeNews, LONGEST_ID, PlatformStatus, Source, disputed, hex_digest, unstorable};
use ordergate_screening::Facts;
use ordergate_secrets::SecretError;
use ordergate_shops::{Arrival, Content as Carried, Dispute, Platform, Request as Arrived, ShopStatus};
use ordergate_store::Statement;
use ordergate_store::delivery::{self, DeliveryRow, NewDelivery};
use ordergate_store::endpoint::{self, EndpointRow};
use worker::{Request, console_log};

use crate::answer::Answer;
use crate::app::App;
use crate::body::{WEBHOOK_CAP, read};
use crate::d1;
use crate::desk::{Decision, decide};
use crate::failure::Failure;
use crate::intake::{Content, DeliveryParts, Outcome, take};

pub(crate) async fn receive(app: &App, request: &mut Request, token: &str) -> Result<Answer, Failure> {
    let bytes = read(request, WEBHOOK_CAP).await?;
    // 1. Endpoint.
    let row: Option<EndpointRow> = d1::first(&app.database()?, endpoint::by_token(&hex_digest(token.as_bytes()), app.now())).await?;
    let row = row.ok_or_else(|| Failure::not_found("webhook endpoint"))?;
    let platform: Platform = row.platform.parse().map_err(|_| Failure::internal("endpoint", &row.platform))?;
    // 2. Signature; 3. content.
    let stored = std::iter::once(row.secret).chain(row.previous_secret);
    let opened: Vec<String> = stored.map(|secret| opened(app, &row.shop_id, secret)).collect::<Result<_, _>>()?;
    let secrets: Vec<&str> = opened.iter().map(String::as_str).collect();
    let headers = request.headers();
    let header = |name: &str| headers.get(name).ok().flatten();
    let delivery = match ordergate_shops::receive(platform, &Arrived { headers: &header, body: &bytes }, &secrets) {
        Arrival::Ping => return Ok(Answer::text(200, "ok")),
        Arrival::Refused(refusal) => return Err(Failure::refused(401, "bad-signature", "The signature is not valid", refusal.to_string())),
        Arrival::Delivery(delivery) => delivery,
    };
    let parts = DeliveryParts { platform: platform.as_str(), id: &delivery.id, topic: &delivery.topic, body: &bytes, replay: None };
    let public_url = request.url()?.origin().ascii_serialization();
    // 4. One batch; 5. committed.
    let taken = accept(app, &row.shop_id, &public_url, platform, &delivery.content, parts).await?;
    Ok(taken.then(Answer::text(200, "ok")))
}

/// What is to be done once the answer to a delivery is on its way.
pub(super) struct Taken {
    queued: bool,
    tells: bool,
}

impl Taken {
    /// The answer, with what is to be done after it.
    pub(super) fn then(&self, answer: Answer) -> Answer {
        let answer = answer.then_draining(self.queued);
        if self.tells { answer.then_telling() } else { answer }
    }
}

/// Takes in what a delivery carries, with the delivery, in one batch.
pub(super) async fn accept(
    app: &App,
    shop: &str,
    public_url: &str,
    platform: Platform,
    content: &Carried,
    parts: DeliveryParts<'_>,
) -> Result<Taken, Failure> {
    let source = match platform {
        Platform::WooCommerce => Source::WooCommerce,
        Platform::Shopify => Source::Shopify,
    };
    let named_by = parts.replay.as_ref().map_or(parts.id, |replay| replay.of);
    let unnamed = format!("delivery-{}", named_by.chars().take(16).collect::<String>());
    let no_facts = Facts::default();
    let unstorable = match content {
        Carried::Order(carried) => unstorable(&carried.order),
        _ => None,
    };
    let arrived = match content {
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
        Carried::Dispute(_) | Carried::Ignored => Content::Ignored,
    };
    if let Carried::Dispute(dispute) = content {
        return take_dispute(app, shop, public_url, source, dispute, parts).await;
    }
    let (platform, topic) = (parts.platform, parts.topic);
    let outcome = take(app, shop, public_url, source, arrived, Some(parts)).await?;
    console_log!(
        "{}",
        serde_json::json!({"event": "delivery", "shop": shop, "platform": platform, "topic": topic, "outcome": format!("{outcome:?}")})
    );
    let tells = matches!(outcome, Outcome::Taken { tells: true, .. });
    Ok(Taken { queued: matches!(outcome, Outcome::Taken { queued: true, .. }), tells })
}

/// A secret as it is stored: sealed, or plain from before secrets were.
pub(crate) fn opened(app: &App, shop: &str, stored: String) -> Result<String, Failure> {
    match app.master_key()?.open(shop, &stored) {
        Ok(secret) => Ok(secret),
        Err(SecretError::Form) => Ok(stored),
        Err(error) => Err(Failure::internal("endpoint secret", &error)),
    }
}

/// A dispute about an order that is known: what it comes to and the delivery, in one batch. One about
/// an unknown order is kept as a delivery.
async fn take_dispute(
    app: &App,
    shop: &str,
    public_url: &str,
    source: Source,
    dispute: &Dispute,
    parts: DeliveryParts<'_>,
) -> Result<Taken, Failure> {
    let database = app.database()?;
    let seen: Option<DeliveryRow> = d1::first(&database, delivery::by_id(shop, parts.platform, parts.id)).await?;
    if seen.is_some() {
        return Ok(Taken { queued: false, tells: false });
    }
    let order = dispute.order_id.as_str();
    let kept = |outcome: &str| {
        let row = NewDelivery { platform: parts.platform, id: parts.id, topic: parts.topic, order: Some(order), outcome, body: parts.body };
        let mut batch = delivery::add(shop, row, app.now());
        batch.extend(parts.note());
        batch
    };
    let news = DisputeNews { takes_back: dispute.chargeback && dispute.begins, won: dispute.won, detail: &dispute.detail };
    let (outcomes, queued) = decide(
        app,
        shop,
        public_url,
        &[order],
        |desk, order| {
            let change = desk.telling(|audience| disputed(order, news, source.as_str(), audience, app.now(), &mut || app.id()));
            Decision::Write(Box::new(change), ())
        },
        |_, _| kept("taken"),
    )
    .await?;
    if outcomes.is_empty() {
        match d1::batch(&database, kept("unknown_order")).await {
            Ok(_) => {}
            Err(Failure::Database(message)) if Statement::was_there_already(&message) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(Taken { queued, tells: true })
}
