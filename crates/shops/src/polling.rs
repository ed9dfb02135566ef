//! What a platform is asked when its deliveries may have got lost: which orders changed, and whether
//! its webhook is still there. Orders come in the words of the webhooks.

use ordergate_screening::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::Platform;

/// Orders of one page.
pub fn page_size(platform: Platform) -> usize {
    match platform {
        Platform::WooCommerce => 50,
        // It has no numbered pages, so that one page must hold all changes of a second.
        Platform::Shopify => 250,
    }
}

/// The path of a page of the orders that changed after `since` (Shopify: at or after), oldest change
/// first.
pub fn changes_path(platform: Platform, since: Timestamp, page: i64) -> String {
    let size = page_size(platform);
    match platform {
        Platform::WooCommerce => {
            format!(
                "/wp-json/wc/v3/orders?modified_after={}&dates_are_gmt=true&orderby=modified&order=asc&per_page={size}&page={page}",
                second(since).trim_end_matches('Z')
            )
        }
        Platform::Shopify => {
            format!("/admin/api/2026-07/orders.json?status=any&updated_at_min={}&order=updated_at+asc&limit={size}", second(since))
        }
    }
}

/// A time in whole seconds, as platforms count.
fn second(at: Timestamp) -> String {
    Timestamp::from_millis(at.as_millis().div_euclid(1000) * 1000).to_string()
}

/// A page of changed orders.
#[derive(Debug)]
pub struct Changed {
    /// Each order's own bytes.
    pub orders: Vec<Box<RawValue>>,
}

#[derive(Deserialize)]
struct ShopifyPage {
    orders: Vec<Box<RawValue>>,
}

/// Reads a page; `None` when it is none.
pub fn changed_orders(platform: Platform, body: &[u8]) -> Option<Changed> {
    let orders = match platform {
        Platform::WooCommerce => serde_json::from_slice(body).ok()?,
        Platform::Shopify => serde_json::from_slice::<ShopifyPage>(body).ok()?.orders,
    };
    Some(Changed { orders })
}

/// The path of the webhooks that the shop has set up.
pub fn webhooks_path(platform: Platform) -> &'static str {
    match platform {
        Platform::WooCommerce => "/wp-json/wc/v3/webhooks?per_page=100",
        Platform::Shopify => "/admin/api/2026-07/webhooks.json?limit=250",
    }
}

/// How the webhook to our endpoint stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WebhookState {
    /// It delivers.
    Active,
    /// WooCommerce has switched it off after failures; its id.
    Disabled(u64),
    /// There is none.
    Missing,
}

#[derive(Deserialize)]
struct Webhook {
    id: u64,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    delivery_url: Option<String>,
    #[serde(default)]
    address: Option<String>,
}

#[derive(Deserialize)]
struct ShopifyWebhooks {
    webhooks: Vec<Webhook>,
}

/// Reads the webhooks; `is_ours` tells by the last part of an address. `None` when they cannot be read.
pub fn webhook_state(platform: Platform, body: &[u8], is_ours: &dyn Fn(&str) -> bool) -> Option<WebhookState> {
    let webhooks: Vec<Webhook> = match platform {
        Platform::WooCommerce => serde_json::from_slice(body).ok()?,
        Platform::Shopify => serde_json::from_slice::<ShopifyWebhooks>(body).ok()?.webhooks,
    };
    let ours: Vec<Webhook> = webhooks
        .into_iter()
        .filter(|webhook| {
            let url = webhook.delivery_url.as_deref().or(webhook.address.as_deref()).unwrap_or_default();
            url.trim_end_matches('/').rsplit('/').next().is_some_and(is_ours)
        })
        .collect();
    // Shopify names no status: what it lists is active.
    let active = |webhook: &Webhook| webhook.status.as_deref().is_none_or(|status| status == "active");
    Some(match ours.iter().find(|webhook| !active(webhook)) {
        Some(disabled) => WebhookState::Disabled(disabled.id),
        None if ours.is_empty() => WebhookState::Missing,
        None => WebhookState::Active,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_questions_that_the_platforms_document() {
        let since: Timestamp = "2026-11-24T10:00:00.500Z".parse().unwrap();
        assert_eq!(
            changes_path(Platform::WooCommerce, since, 1),
            "/wp-json/wc/v3/orders?modified_after=2026-11-24T10:00:00&dates_are_gmt=true&orderby=modified&order=asc&per_page=50&page=1"
        );
        assert_eq!(
            changes_path(Platform::Shopify, since, 1),
            "/admin/api/2026-07/orders.json?status=any&updated_at_min=2026-11-24T10:00:00Z&order=updated_at+asc&limit=250"
        );
    }

    #[test]
    fn a_page_keeps_each_orders_bytes() {
        let woo = changed_orders(Platform::WooCommerce, br#"[{"id": 1, "total": "1.0"}, {"id":2}]"#).unwrap();
        assert_eq!(woo.orders.iter().map(|order| order.get()).collect::<Vec<_>>(), [r#"{"id": 1, "total": "1.0"}"#, r#"{"id":2}"#]);
        assert_eq!(changed_orders(Platform::Shopify, br#"{"orders": []}"#).unwrap().orders.len(), 0);
        assert!(changed_orders(Platform::Shopify, b"[]").is_none() && changed_orders(Platform::WooCommerce, b"<html>").is_none());
    }

    #[test]
    fn our_webhook_among_others() {
        let ours = |token: &str| token == "secret-token";
        let woo = |status: &str| {
            format!(
                r#"[{{"id": 3, "status": "active", "delivery_url": "https://x.example/hook"}}, {{"id": 7, "status": "{status}", "delivery_url": "https://edge.example/v1/webhooks/secret-token"}}]"#
            )
        };
        assert_eq!(webhook_state(Platform::WooCommerce, woo("active").as_bytes(), &ours), Some(WebhookState::Active));
        assert_eq!(webhook_state(Platform::WooCommerce, woo("disabled").as_bytes(), &ours), Some(WebhookState::Disabled(7)));
        assert_eq!(webhook_state(Platform::WooCommerce, b"[]", &ours), Some(WebhookState::Missing));
        let shopify = br#"{"webhooks": [{"id": 4, "address": "https://edge.example/v1/webhooks/secret-token", "topic": "orders/create"}]}"#;
        assert_eq!(webhook_state(Platform::Shopify, shopify, &ours), Some(WebhookState::Active));
        assert_eq!(webhook_state(Platform::Shopify, b"nonsense", &ours), None);
    }
}
