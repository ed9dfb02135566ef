//! The demo shop's own server: what stands behind `/demo`. It takes the order form as any small shop would,
//! and gives the order to Ordergate as a custom shop does. Only a shop that the operator made as a demo has one.

use ordergate_casework::{Source, unstorable};
use ordergate_screening::{Facts, Order};
use ordergate_store::shop::{self, DemoRow};
use serde::Deserialize;
use serde_json::json;
use worker::Request;

use crate::answer::Answer;
use crate::app::{App, random_hex};
use crate::body::read;
use crate::d1;
use crate::failure::Failure;
use crate::intake::{Content, Outcome, take};

/// The form is a few lines of text and a token.
const CAP: usize = 20_000;
const CATALOGUE: &str = include_str!("../../../www/demo/products.json");

#[derive(Deserialize)]
struct Product {
    sku: String,
    price: String,
    category: String,
}

/// `GET /demo/shop.json`: what the demo's pages embed the storefront package with.
pub(crate) async fn show(app: &App) -> Result<Answer, Failure> {
    let shop = demo_shop(app).await?;
    Answer::json(200, &json!({"shop": shop.demo_key, "name": shop.name}))
}

/// `POST /demo/orders`: the form. Whatever becomes of the order, the buyer gets the same answer.
pub(crate) async fn order(app: &App, request: &mut Request) -> Result<Answer, Failure> {
    let shop = demo_shop(app).await?;
    let address = request.headers().get("cf-connecting-ip")?.unwrap_or_default();
    if !app.admits_checkout(&format!("{} {address}", shop.id)).await {
        return Err(Failure::refused(429, "too-many", "Too many orders", "wait a minute and try again"));
    }
    let form: Vec<(String, String)> = url::form_urlencoded::parse(&read(request, CAP).await?).into_owned().collect();
    let field = |name: &str| form.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
    let bad = |detail: String| Failure::refused(400, "invalid-form", "The order form cannot be read", detail);
    let (lines, total) = lines(field("cart")).ok_or_else(|| bad("the basket names a product that the shop does not have".to_owned()))?;
    let id = format!("M-{}", random_hex::<4>());
    let place = json!({
        "first_name": field("billing_first_name"), "last_name": field("billing_last_name"), "street": field("billing_address_1"),
        "postcode": field("billing_postcode"), "city": field("billing_city"), "country": field("billing_country"), "phone": field("billing_phone"),
    });
    let order = json!({
        "id": id, "number": id, "placed_at": app.now().to_string(), "currency": "PLN", "total": total, "channel": "web",
        "email": field("billing_email"), "phone": field("billing_phone"), "ip": address, "user_agent": request.headers().get("user-agent")?,
        "billing": place, "shipping": place, "lines": lines, "payment": {"method": field("payment_method")}, "token": field("ordergate_token"),
    });
    let order = Order::from_json(order.to_string().as_bytes()).map_err(|invalid| bad(invalid.to_string()))?;
    if let Some(problem) = unstorable(&order) {
        return Err(bad(problem.to_string()));
    }
    let content =
        Content::Order { order: &order, version: order.placed_at, status: None, notes: &[], hold: None, facts: &Facts::default() };
    let public_url = request.url()?.origin().ascii_serialization();
    let outcome = take(app, &shop.id, &public_url, Source::Api, content, None).await?;
    let queued = matches!(outcome, Outcome::Taken { queued: true, .. });
    Ok(Answer::empty(303).with("location", "/demo/thanks.html").then_draining(queued))
}

async fn demo_shop(app: &App) -> Result<DemoRow, Failure> {
    let row: Option<DemoRow> = d1::first(&app.database()?, shop::demo()).await?;
    row.ok_or_else(|| Failure::not_found("demo shop"))
}

/// The lines of a basket (`HP-210:1,GPU-1:2`) at the shop's own prices, and their sum; `None` for a basket
/// that the page cannot have made.
fn lines(cart: &str) -> Option<(Vec<serde_json::Value>, String)> {
    let catalogue: Vec<Product> = serde_json::from_str(CATALOGUE).ok()?;
    let (mut lines, mut sum) = (Vec::new(), 0u64);
    for part in cart.split(',') {
        let (sku, quantity) = part.split_once(':')?;
        let product = catalogue.iter().find(|product| product.sku == sku)?;
        let quantity: u64 = quantity.parse().ok().filter(|quantity| (1..=99).contains(quantity))?;
        let groszy: u64 = product.price.replace('.', "").parse().ok()?;
        sum += groszy * quantity;
        lines.push(json!({"sku": sku, "quantity": quantity, "price": product.price, "category": product.category}));
    }
    Some((lines, format!("{}.{:02}", sum / 100, sum % 100)))
}
