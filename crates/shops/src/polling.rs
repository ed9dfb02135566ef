//! What a platform is asked when its deliveries may have got lost: which orders changed. They come in
//! the words of the webhooks.

use ordergate_screening::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::Platform;
use crate::call::read;

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
        Platform::WooCommerce => read(body)?,
        Platform::Shopify => read::<ShopifyPage>(body)?.orders,
    };
    Some(Changed { orders })
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
}
