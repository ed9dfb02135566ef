//! What arrives: pings, topics, ids under which repetitions are recognised.

use ordergate_shops::{Arrival, Content, Platform, Refusal, ShopStatus, UnknownPlatform, sign};

use crate::support::{SECRET, arrive, data, delivery_about, signature_header, topic_header};

#[test]
fn woocommerce_ping_needs_no_signature_and_nothing_else_is_a_ping() {
    let ping = |platform, headers: &[(&str, &str)], body: &[u8]| arrive(platform, headers, body, &[SECRET]);
    let woo = Platform::WooCommerce;
    assert_eq!(ping(woo, &[], b"webhook_id=142"), Arrival::Ping);
    assert_eq!(ping(woo, &[("Content-Type", "application/x-www-form-urlencoded")], b"webhook_id=1"), Arrival::Ping);
    assert_eq!(arrive(woo, &[], b"webhook_id=1", &[]), Arrival::Ping, "before a secret is stored");
    let refused = Arrival::Refused(Refusal::Missing);
    for body in [
        &b"webhook_id="[..],
        b"webhook_id=x",
        b"webhook_id=1&a=b",
        b"webhook_id=1\n",
        b"webhook_id=-1",
        b"{}",
        b"",
        b"webhook_id=111111111111111111111",
    ] {
        assert_eq!(ping(woo, &[], body), refused, "{}", String::from_utf8_lossy(body));
    }
    assert_eq!(ping(woo, &[(topic_header(woo), "order.created")], b"webhook_id=1"), refused, "a topic makes it a delivery");
    assert_eq!(ping(woo, &[(signature_header(woo), "x")], b"webhook_id=1"), Arrival::Refused(Refusal::Malformed));
    assert_eq!(ping(Platform::Shopify, &[], b"webhook_id=1"), refused);
}

#[test]
fn only_topics_that_carry_an_order_are_read() {
    let content = |platform, topic: &str, file: &str| delivery_about(platform, topic, &data(file)).content;
    for topic in ["order.created", "order.updated", "order.restored"] {
        assert!(matches!(content(Platform::WooCommerce, topic, "woocommerce_pl.json"), Content::Order(_)), "{topic}");
    }
    for topic in [
        "order.deleted",
        "customer.created",
        "product.updated",
        "coupon.deleted",
        "action.woocommerce_x",
        "orders/create",
        "",
        "ORDER.CREATED",
    ] {
        assert_eq!(content(Platform::WooCommerce, topic, "woocommerce_pl.json"), Content::Ignored, "{topic}");
    }
    for topic in ["orders/create", "orders/updated", "orders/paid", "orders/cancelled", "orders/fulfilled"] {
        assert!(matches!(content(Platform::Shopify, topic, "shopify_pl.json"), Content::Order(_)), "{topic}");
    }
    for topic in
        ["orders/edited", "orders/delete", "refunds/create", "disputes/create", "app/uninstalled", "shop/redact", "order.created", ""]
    {
        assert_eq!(content(Platform::Shopify, topic, "shopify_pl.json"), Content::Ignored, "{topic}");
    }
}

#[test]
fn a_signed_delivery_without_a_topic_is_ignored_and_kept() {
    for platform in Platform::ALL {
        let signature = sign(platform, b"not even JSON", SECRET);
        let Arrival::Delivery(delivery) = arrive(platform, &[(signature_header(platform), &signature)], b"not even JSON", &[SECRET]) else {
            panic!("{platform}");
        };
        assert_eq!((delivery.topic.as_str(), delivery.content, delivery.id.len()), ("", Content::Ignored, 64));
    }
}

#[test]
fn topics_and_sources_are_bounded_and_printable() {
    let (body, signature) = (b"{}", sign(Platform::WooCommerce, b"{}", SECRET));
    let topic = format!(" order.\u{1b}[31m{} ", "x".repeat(1_000));
    let headers = [
        (signature_header(Platform::WooCommerce), signature.as_str()),
        (topic_header(Platform::WooCommerce), &topic),
        ("X-WC-Webhook-Source", "https://sklep.example/"),
    ];
    let Arrival::Delivery(delivery) = arrive(Platform::WooCommerce, &headers, body, &[SECRET]) else { panic!() };
    assert_eq!(delivery.topic.len(), 128);
    assert!(delivery.topic.starts_with("order.[31mxxx"));
    assert_eq!(delivery.source.as_deref(), Some("https://sklep.example/"));
}

#[test]
fn shopify_deliveries_are_recognised_by_their_id() {
    let body = data("shopify_pl.json");
    let signature = sign(Platform::Shopify, &body, SECRET);
    let id = |id: &str| {
        let headers = [
            (signature_header(Platform::Shopify), signature.as_str()),
            (topic_header(Platform::Shopify), "orders/create"),
            ("X-Shopify-Webhook-Id", id),
            ("X-Shopify-Shop-Domain", "sklep-demo.myshopify.com"),
        ];
        let Arrival::Delivery(delivery) = arrive(Platform::Shopify, &headers, &body, &[SECRET]) else { panic!() };
        assert_eq!(delivery.source.as_deref(), Some("sklep-demo.myshopify.com"));
        delivery.id
    };
    assert_eq!(id("b54557e4-bdd9-4b37-8a5f-bf7d70bcd043"), "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043");
    assert_eq!(id(&"x".repeat(128)), "x".repeat(128));
    let hash = delivery_about(Platform::Shopify, "orders/create", &body).id;
    for bad in ["", "two words", "żółć", "a\nb", &"x".repeat(129)] {
        assert_eq!(id(bad), hash, "{bad}");
    }
}

#[test]
fn woocommerce_deliveries_are_recognised_by_topic_and_body() {
    let id = |topic: &str, body: &[u8]| delivery_about(Platform::WooCommerce, topic, body).id;
    // printf 'order.created\n{}' | sha256sum
    assert_eq!(id("order.created", b"{}"), HASH);
    assert_ne!(id("order.created", b"{}"), id("order.updated", b"{}"));
    assert_ne!(id("order.created", b"{}"), id("order.created", b"{} "));
}

#[test]
fn names_are_those_of_addresses_and_tables() {
    for platform in Platform::ALL {
        assert_eq!(platform.as_str().parse(), Ok(platform));
        assert_eq!(platform.to_string(), platform.as_str());
    }
    assert_eq!("magento".parse::<Platform>(), Err(UnknownPlatform("magento".to_owned())));
    assert_eq!([ShopStatus::Open, ShopStatus::Cancelled, ShopStatus::Shipped].map(ShopStatus::as_str), ["open", "cancelled", "shipped"]);
}

const HASH: &str = "3fdc45391d1e316bc01b93c39300c32626a2cb5112dd0cd12bbdd942df6dc099";

#[test]
fn a_dispute_of_shopify_names_its_order() {
    let read = |topic, body: &str| delivery_about(Platform::Shopify, topic, body.as_bytes()).content;
    let body = r#"{"id": 1, "order_id": 625362839, "type": "chargeback", "amount": "11.50", "currency": "USD", "reason": "fraudulent", "status": "needs_response"}"#;
    let dispute = |chargeback, begins, won, detail: &str| {
        Content::Dispute(ordergate_shops::Dispute { order_id: "625362839".to_owned(), chargeback, begins, won, detail: detail.to_owned() })
    };
    assert_eq!(read("disputes/create", body), dispute(true, true, false, "chargeback, fraudulent, 11.50 USD, needs_response"));
    assert_eq!(read("disputes/update", body), dispute(true, false, false, "chargeback, fraudulent, 11.50 USD, needs_response"));
    assert_eq!(
        read("disputes/update", r#"{"order_id": 625362839, "type": "inquiry", "status": "won"}"#),
        dispute(false, false, true, "inquiry, won")
    );
    for bad in ["", "{}", "[]", r#"{"order_id": null}"#, r#"{"order_id": 1, "order_id": 2}"#, r#"{"order_id": 1, "reason": {}}"#] {
        assert_eq!(read("disputes/create", bad), Content::Ignored, "{bad}");
    }
}
