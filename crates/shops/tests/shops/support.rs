//! A signed delivery in one call.

use std::path::PathBuf;

use ordergate_shops::{Arrival, Content, Delivery, Platform, Request, ShopOrder, receive, sign};

pub(crate) const SECRET: &str = "a-secret-of-the-shop";

pub(crate) fn arrive(platform: Platform, headers: &[(&str, &str)], body: &[u8], secrets: &[&str]) -> Arrival {
    let look_up = |name: &str| headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| (*value).to_owned());
    receive(platform, &Request { headers: &look_up, body }, secrets)
}

pub(crate) fn signature_header(platform: Platform) -> &'static str {
    match platform {
        Platform::WooCommerce => "X-WC-Webhook-Signature",
        Platform::Shopify => "X-Shopify-Hmac-Sha256",
    }
}

pub(crate) fn topic_header(platform: Platform) -> &'static str {
    match platform {
        Platform::WooCommerce => "X-WC-Webhook-Topic",
        Platform::Shopify => "X-Shopify-Topic",
    }
}

pub(crate) fn delivery_about(platform: Platform, topic: &str, body: &[u8]) -> Delivery {
    let signature = sign(platform, body, SECRET);
    let headers = [(signature_header(platform), signature.as_str()), (topic_header(platform), topic)];
    match arrive(platform, &headers, body, &[SECRET]) {
        Arrival::Delivery(delivery) => delivery,
        other => panic!("{platform} {topic}: {other:?} for {}", String::from_utf8_lossy(body)),
    }
}

pub(crate) fn delivery(platform: Platform, body: &[u8]) -> Delivery {
    let topic = match platform {
        Platform::WooCommerce => "order.created",
        Platform::Shopify => "orders/create",
    };
    delivery_about(platform, topic, body)
}

pub(crate) fn order(platform: Platform, body: &[u8]) -> ShopOrder {
    match delivery(platform, body).content {
        Content::Order(order) => *order,
        other => panic!("{platform}: {other:?} for {}", String::from_utf8_lossy(body)),
    }
}

/// The pointer and the detail of the problem, as `pointer: detail`, and what was salvaged.
pub(crate) fn unreadable(platform: Platform, body: &[u8]) -> (String, [Option<String>; 3]) {
    match delivery(platform, body).content {
        Content::Unreadable { order_id, number, version, problem } => {
            (problem.to_string(), [order_id, number, version.map(|version| version.to_string())])
        }
        other => panic!("{platform}: {other:?} for {}", String::from_utf8_lossy(body)),
    }
}

/// A file of the shared fixtures, or `None` (and a line saying so) where they are not at hand.
pub(crate) fn fixture(path: &str) -> Option<Vec<u8>> {
    let Some(shared) = std::env::var_os("ORDERGATE_SHARED") else {
        println!("skipped: ORDERGATE_SHARED is not set");
        return None;
    };
    let path = workspace(PathBuf::from(shared)).join("fixtures").join(path);
    Some(std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

/// Tests run in the crate's folder; a relative path is meant from the workspace's.
fn workspace(path: PathBuf) -> PathBuf {
    if path.is_absolute() { path } else { PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path) }
}

pub(crate) fn data(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
