//! The webhooks that a platform keeps for us: whether they are there, and how one is set up again.
//! Shopify deletes those whose deliveries failed, WooCommerce switches them off.

use serde::Deserialize;
use serde_json::json;

use crate::Platform;
use crate::call::{HttpCall, read};

/// The path of the webhooks that the shop has set up.
pub fn webhooks_path(platform: Platform) -> &'static str {
    match platform {
        Platform::WooCommerce => "/wp-json/wc/v3/webhooks?per_page=100",
        Platform::Shopify => "/admin/api/2026-07/webhooks.json?limit=250",
    }
}

/// The topics without which orders, or what becomes of them, would not be heard of.
fn topics(platform: Platform) -> &'static [&'static str] {
    match platform {
        Platform::WooCommerce => &["order.created", "order.updated"],
        Platform::Shopify => &["orders/create", "orders/updated", "orders/cancelled"],
    }
}

/// How the webhooks to our endpoint stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WebhookState {
    /// They deliver.
    Active,
    /// WooCommerce has switched one off after failures; its id.
    Disabled(u64),
    /// These topics have none.
    Missing(Vec<&'static str>),
}

#[derive(Deserialize)]
struct Webhook {
    id: u64,
    #[serde(default)]
    topic: String,
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

/// Reads the webhooks; `is_ours` tells by the last part of an address. A shop that has some of ours may
/// do without the others, unless setting them up was `begun` and not finished. `None` when they cannot
/// be read.
pub fn webhook_state(platform: Platform, body: &[u8], begun: bool, is_ours: &dyn Fn(&str) -> bool) -> Option<WebhookState> {
    let webhooks: Vec<Webhook> = match platform {
        Platform::WooCommerce => read(body)?,
        Platform::Shopify => read::<ShopifyWebhooks>(body)?.webhooks,
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
    if let Some(disabled) = ours.iter().find(|webhook| !active(webhook)) {
        return Some(WebhookState::Disabled(disabled.id));
    }
    if !ours.is_empty() && !begun {
        return Some(WebhookState::Active);
    }
    let missing: Vec<_> = topics(platform).iter().copied().filter(|topic| ours.iter().all(|webhook| webhook.topic != *topic)).collect();
    Some(if missing.is_empty() { WebhookState::Active } else { WebhookState::Missing(missing) })
}

/// Sets a webhook up. Shopify signs with the secret of the app, whatever `secret` is.
pub fn subscribe(platform: Platform, topic: &str, address: &str, secret: &str) -> HttpCall {
    let (path, body) = match platform {
        Platform::WooCommerce => (
            "/wp-json/wc/v3/webhooks",
            json!({"name": format!("Ordergate {topic}"), "topic": topic, "delivery_url": address, "secret": secret}),
        ),
        Platform::Shopify => {
            ("/admin/api/2026-07/webhooks.json", json!({"webhook": {"topic": topic, "address": address, "format": "json"}}))
        }
    };
    HttpCall { method: "POST", path: path.to_owned(), body: body.to_string(), changes: true }
}

/// Switches one of WooCommerce's webhooks on again.
pub fn reactivate(webhook: u64) -> HttpCall {
    HttpCall {
        method: "PUT",
        path: format!("/wp-json/wc/v3/webhooks/{webhook}"),
        body: json!({"status": "active"}).to_string(),
        changes: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(platform: Platform, body: &str, begun: bool) -> Option<WebhookState> {
        webhook_state(platform, body.as_bytes(), begun, &|token| token == "secret-token")
    }

    #[test]
    fn our_webhook_among_others() {
        let woo = |status: &str| {
            format!(
                r#"[{{"id": 3, "status": "active", "delivery_url": "https://x.example/hook"}},
                    {{"id": 7, "status": "{status}", "topic": "order.updated", "delivery_url": "https://edge.example/v1/webhooks/secret-token"}}]"#
            )
        };
        assert_eq!(state(Platform::WooCommerce, &woo("active"), false), Some(WebhookState::Active));
        assert_eq!(state(Platform::WooCommerce, &woo("active"), true), Some(WebhookState::Missing(vec!["order.created"])));
        assert_eq!(state(Platform::WooCommerce, &woo("disabled"), true), Some(WebhookState::Disabled(7)));
        assert_eq!(state(Platform::WooCommerce, "[]", false), Some(WebhookState::Missing(vec!["order.created", "order.updated"])));
        let shopify = r#"{"webhooks": [{"id": 4, "address": "https://edge.example/v1/webhooks/secret-token", "topic": "orders/create"}]}"#;
        assert_eq!(state(Platform::Shopify, shopify, false), Some(WebhookState::Active));
        assert_eq!(state(Platform::Shopify, shopify, true), Some(WebhookState::Missing(vec!["orders/updated", "orders/cancelled"])));
        assert_eq!(state(Platform::Shopify, "nonsense", false), None);
    }

    #[test]
    fn each_platform_is_asked_in_its_words() {
        let woo = subscribe(Platform::WooCommerce, "order.created", "https://edge.example/v1/webhooks/t", "s");
        assert_eq!((woo.method, woo.path.as_str()), ("POST", "/wp-json/wc/v3/webhooks"));
        assert_eq!(
            woo.body,
            r#"{"delivery_url":"https://edge.example/v1/webhooks/t","name":"Ordergate order.created","secret":"s","topic":"order.created"}"#
        );
        let shopify = subscribe(Platform::Shopify, "orders/create", "https://edge.example/v1/webhooks/t", "s");
        assert_eq!(shopify.path, "/admin/api/2026-07/webhooks.json");
        assert_eq!(shopify.body, r#"{"webhook":{"address":"https://edge.example/v1/webhooks/t","format":"json","topic":"orders/create"}}"#);
    }
}
