//! `POST /v1/checkouts`: a sealed token for a checkout page, with its shop's public key.
//!
//! Nothing is looked up but the key, nothing is evaluated and nothing is stored: whoever is listed gets
//! the same status, headers and length, in the same time, as anybody else.

use std::net::IpAddr;

use ordergate_casework::{CheckoutProof, PROOF_MINUTES, hex_digest};
use ordergate_screening::{Invalid, Order};
use ordergate_store::key::{self, KeyRow};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::answer::{Answer, problem};
use crate::app::{App, random_bytes};
use crate::auth::{bearer, note_use};
use crate::body::read;
use crate::d1;
use crate::failure::Failure;
use crate::proof::seal;

use super::body;

/// A checkout's cart and address fit into far less.
const CAP: usize = 100_000;
const TITLE: &str = "The checkout is not valid";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckoutJson {
    #[serde(default)]
    order: PageOrderJson,
}

/// What the page knows of the order, as far as a token binds it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PageOrderJson {
    email: Option<String>,
    lines: Vec<PageLineJson>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageLineJson {
    #[serde(default)]
    sku: Option<String>,
    #[serde(default)]
    product: Option<String>,
    #[serde(default = "one")]
    quantity: u32,
}

fn one() -> u32 {
    1
}

#[derive(Serialize)]
struct TokenJson {
    token: String,
    expires_in: i64,
}

/// Answers a page of any origin that the key allows; the page may read problems too.
pub(crate) async fn create(app: &App, request: &mut Request) -> Result<Answer, Failure> {
    let origin = request.headers().get("origin")?;
    let answer = match sealed(app, request, origin.as_deref()).await {
        Ok(answer) => answer,
        Err(failure) => problem(failure, "/v1/checkouts"),
    };
    Ok(for_pages(answer, origin.as_deref().unwrap_or("*")))
}

/// What a browser asks before it sends the key.
pub(crate) fn preflight(request: &Request) -> Result<Answer, Failure> {
    let origin = request.headers().get("origin")?;
    let answer = for_pages(Answer::empty(204), origin.as_deref().unwrap_or("*"));
    Ok(answer
        .with("access-control-allow-methods", "POST")
        .with("access-control-allow-headers", "authorization, content-type")
        .with("access-control-max-age", "86400"))
}

fn for_pages(answer: Answer, origin: &str) -> Answer {
    answer.with("access-control-allow-origin", origin).with("vary", "origin").with("cross-origin-resource-policy", "cross-origin")
}

async fn sealed(app: &App, request: &mut Request, origin: Option<&str>) -> Result<Answer, Failure> {
    let header = request.headers().get("authorization")?.unwrap_or_default();
    let digest = hex_digest(bearer(&header).as_bytes());
    let row: Option<KeyRow> = d1::first(&app.database()?, key::by_digest(&digest, app.now())).await?;
    let row = row
        .filter(|row| row.kind == "pk")
        .ok_or_else(|| Failure::unauthorised("send `Authorization: Bearer pk_…`, the shop's public key"))?;
    let origins: Vec<String> = serde_json::from_str(&row.origins).unwrap_or_default();
    if !origins.is_empty() && origin.is_some_and(|origin| !origins.iter().any(|allowed| allowed == origin)) {
        return Err(Failure::refused(
            403,
            "other-origin",
            "Not from this site",
            "the key's origins do not name the page's; add it in the settings",
        ));
    }
    let address = request.headers().get("cf-connecting-ip")?.unwrap_or_default();
    if !app.admits_checkout(&format!("{} {address}", row.shop_id)).await {
        return Err(Failure::refused(429, "too-many", "Too many checkouts", "wait a minute and ask again"));
    }
    note_use(app, &row, &digest).await;
    let CheckoutJson { order } = body(&read(request, CAP).await?, TITLE)?;
    let country = request.cf().and_then(worker::Cf::country).or(request.headers().get("cf-ipcountry")?);
    let proof =
        CheckoutProof::of_checkout(random_bytes(), app.now(), &page_order(order)?, address.parse::<IpAddr>().ok(), country.as_deref());
    Answer::json(200, &TokenJson { token: seal(app, &row.shop_id, &proof)?, expires_in: PROOF_MINUTES * 60 })
}

/// As an order, so that its keys are made as the order's will be.
fn page_order(page: PageOrderJson) -> Result<Order, Failure> {
    let lines: Vec<_> =
        page.lines.iter().map(|line| serde_json::json!({"sku": line.sku, "product": line.product, "quantity": line.quantity})).collect();
    let order = serde_json::json!({
        "id": "checkout", "placed_at": "1970-01-01T00:00:00Z", "currency": "EUR", "total": "0", "email": page.email, "lines": lines,
    });
    Order::from_json(order.to_string().as_bytes()).map_err(|Invalid { problems }| Failure::invalid(TITLE, Invalid { problems }))
}
