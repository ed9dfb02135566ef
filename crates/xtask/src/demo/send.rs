//! Deliveries to the running Worker: signed as the platform would, a few at a time.

use super::orders::{Order, Platform};
use super::{shopify, text, woocommerce};
use crate::http;
use anyhow::{Context, Result, anyhow, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

const IN_FLIGHT: usize = 8;

/// One webhook request before it is signed.
pub(crate) struct Delivery {
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) signature_header: &'static str,
    pub(crate) body: String,
}

/// Where deliveries go, and the secret that signs them.
pub(crate) struct Endpoints {
    woocommerce: (String, String),
    shopify: (String, String),
}

impl Endpoints {
    /// From what the Worker said when the shop was made.
    pub(crate) fn read(record: &Value) -> Result<Self> {
        let endpoint = |name: &str| -> Result<(String, String)> {
            let url = text(record, &format!("/shop/endpoints/{name}/url"))?;
            let secret = text(record, &format!("/shop/endpoints/{name}/secret"))?;
            Ok((url.to_owned(), secret.to_owned()))
        };
        Ok(Self { woocommerce: endpoint("woocommerce")?, shopify: endpoint("shopify")? })
    }
}

/// Sends every order; the first refusal stops all.
pub(crate) fn all(port: u16, endpoints: &Endpoints, orders: &[Order], stopped: &AtomicBool) -> Result<()> {
    let next = AtomicUsize::new(0);
    let failure: Mutex<Option<anyhow::Error>> = Mutex::new(None);
    let work = || {
        while !stopped.load(Ordering::Relaxed) {
            let Some(order) = orders.get(next.fetch_add(1, Ordering::Relaxed)) else { return };
            if let Err(problem) = one(port, endpoints, order) {
                next.store(orders.len(), Ordering::Relaxed);
                if let Ok(mut failure) = failure.lock() {
                    failure.get_or_insert(problem);
                }
                return;
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..IN_FLIGHT {
            scope.spawn(work);
        }
    });
    match failure.into_inner() {
        Ok(None) => Ok(()),
        Ok(Some(problem)) => Err(problem),
        Err(_) => bail!("a sender ended early"),
    }
}

fn one(port: u16, endpoints: &Endpoints, order: &Order) -> Result<()> {
    let (delivery, endpoint) = match order.platform {
        Platform::WooCommerce => (woocommerce::delivery(order), &endpoints.woocommerce),
        Platform::Shopify => (shopify::delivery(order), &endpoints.shopify),
    };
    deliver(port, endpoint, &delivery).with_context(|| format!("the {:?} delivery of order {}", order.platform, order.index))
}

/// An order of WooCommerce whose total is no number any more.
pub(crate) fn unreadable(port: u16, endpoints: &Endpoints, number: u64, placed_at: i64) -> Result<()> {
    deliver(port, &endpoints.woocommerce, &woocommerce::unreadable(number, placed_at))
        .with_context(|| format!("the delivery of order {number}"))
}

fn deliver(port: u16, (path, secret): &(String, String), delivery: &Delivery) -> Result<()> {
    let signature = sign(secret, delivery.body.as_bytes())?;
    let mut headers: Vec<(&str, &str)> = delivery.headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    headers.push((delivery.signature_header, &signature));
    let answer = http::post(port, path, &headers, delivery.body.as_bytes())?;
    if !(200..300).contains(&answer.status) {
        bail!("seeding stopped: answered {}: {}", answer.status, answer.text());
    }
    Ok(())
}

/// Base64 of HMAC-SHA256 over the raw body: what both platforms do.
fn sign(secret: &str, body: &[u8]) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(|error| anyhow!("the endpoint's secret is no key: {error}"))?;
    mac.update(body);
    Ok(STANDARD.encode(mac.finalize().into_bytes()))
}

/// RFC 3339 in UTC.
pub(crate) fn timestamp(unix: i64) -> String {
    OffsetDateTime::from_unix_timestamp(unix).ok().and_then(|time| time.format(&Rfc3339).ok()).unwrap_or_default()
}

/// `120.50` from 12050.
pub(crate) fn decimal(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::orders;

    #[test]
    fn signatures_are_base64_of_hmac_sha256() {
        // RFC 4231, test case 2.
        assert_eq!(sign("Jefe", b"what do ya want for nothing?").unwrap(), "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
        assert_eq!(
            (decimal(5), decimal(12_050), timestamp(0)),
            ("0.05".to_owned(), "120.50".to_owned(), "1970-01-01T00:00:00Z".to_owned())
        );
    }

    #[test]
    fn bodies_have_what_the_platforms_send() {
        for order in orders::all(1_800_000_000) {
            let delivery = match order.platform {
                Platform::WooCommerce => woocommerce::delivery(&order),
                Platform::Shopify => shopify::delivery(&order),
            };
            let body: Value = serde_json::from_str(&delivery.body).unwrap();
            let total = if order.platform == Platform::Shopify { &body["total_price"] } else { &body["total"] };
            assert_eq!(total.as_str().unwrap(), decimal(order.total()));
            assert!(!body["line_items"].as_array().unwrap().is_empty());
        }
    }
}
