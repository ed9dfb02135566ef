//! Real bodies out of the platforms' own documentation, field by field.

use ordergate_screening::Order;
use ordergate_shops::{Content, Platform, ShopStatus};

use crate::support::{delivery, fixture, order};

fn expected(json: &str) -> Order {
    Order::from_json(json.as_bytes()).unwrap()
}

#[test]
fn woocommerce_order() {
    let Some(body) = fixture("woocommerce/order_1.json") else { return };
    let read = order(Platform::WooCommerce, &body);
    assert_eq!(
        read.order,
        expected(
            r#"{
            "id": "727", "number": "727", "placed_at": "2017-03-22T19:28:02Z", "updated_at": "2017-03-22T19:28:08Z",
            "currency": "USD", "total": "29.35", "channel": "rest-api",
            "email": "john.doe@example.com", "phone": "(555) 555-5555",
            "billing": { "first_name": "John", "last_name": "Doe", "street": "969 Market", "city": "San Francisco", "region": "CA",
                         "postcode": "94103", "country": "US", "phone": "(555) 555-5555" },
            "shipping": { "first_name": "John", "last_name": "Doe", "street": "969 Market", "city": "San Francisco", "region": "CA",
                          "postcode": "94103", "country": "US" },
            "lines": [ { "product": "Woo Single #1", "quantity": 2, "price": "3.00" },
                       { "sku": "Bar3", "product": "Ship Your Idea – Color: Black, Size: M Test", "quantity": 1, "price": "12.00" } ],
            "payment": { "method": "bacs" },
            "custom": { "status": "processing", "discount_total": "0.00", "payment_title": "Direct Bank Transfer" } }"#
        )
    );
    assert_eq!((read.version.to_string().as_str(), read.status, read.notes), ("2017-03-22T19:28:08Z", ShopStatus::Open, vec![]));
}

#[test]
fn shopify_order() {
    let Some(body) = fixture("shopify/order_rest_450789469.json") else { return };
    let read = order(Platform::Shopify, &body);
    let place = r#"{ "first_name": "Bob", "last_name": "Norman", "street": "Chestnut Street 92", "city": "Louisville", "region": "KY",
                     "postcode": "40202", "country": "US", "phone": "+1(502)-459-2181" }"#;
    assert_eq!(
        read.order,
        expected(&format!(
            r##"{{
            "id": "450789469", "number": "#1001", "placed_at": "2008-01-10T16:00:00Z", "updated_at": "2008-01-10T16:00:00Z",
            "currency": "USD", "total": "598.94", "channel": "web",
            "email": "bob.norman@mail.example.com", "phone": "+557734881234", "ip": "0.0.0.0",
            "customer": {{ "id": "207119551", "first_name": "Bob", "last_name": "Norman", "created_at": "2025-07-02T16:29:59Z" }},
            "billing": {place}, "shipping": {place},
            "lines": [ {{ "sku": "IPOD2008GREEN", "product": "IPod Nano - 8gb - green", "quantity": 1, "price": "199.00" }},
                       {{ "sku": "IPOD2008RED", "product": "IPod Nano - 8gb - red", "quantity": 1, "price": "199.00" }},
                       {{ "sku": "IPOD2008BLACK", "product": "IPod Nano - 8gb - black", "quantity": 1, "price": "199.00" }} ],
            "payment": {{ "method": "bogus", "provider": "bogus" }},
            "custom": {{ "colour": "green", "coupon": "TENOFF", "custom engraving": "Happy Birthday", "customer_state": "disabled",
                         "customer_tags": "Léon, Noël", "discount_total": "10.00", "financial_status": "partially_refunded",
                         "landing_site": "http://www.example.com?source=abc", "payment_gateways": "bogus", "presentment_currency": "USD",
                         "referring_site": "http://www.otherexample.com", "test": "false", "verified_email": "true" }} }}"##
        ))
    );
    assert_eq!((read.version.to_string().as_str(), read.status, read.notes), ("2008-01-10T16:00:00Z", ShopStatus::Open, vec![]));
}

#[test]
fn shopify_order_without_addresses() {
    let Some(body) = fixture("shopify/order_rest_created_with_transaction.json") else { return };
    let read = order(Platform::Shopify, &body);
    assert_eq!(
        read.order,
        expected(
            r##"{
            "id": "1073459972", "number": "#1002", "placed_at": "2025-07-02T16:31:05Z", "updated_at": "2025-07-02T16:31:05Z",
            "currency": "USD", "total": "199.00", "channel": "755357713", "email": "foo@example.com",
            "customer": { "id": "1073339470", "created_at": "2025-07-02T16:31:05Z" },
            "lines": [ { "product": "IPod Touch 8GB - Black", "sku": "IPOD2009BLACK", "quantity": 1, "price": "199.00" } ],
            "custom": { "customer_state": "disabled", "discount_total": "0.00", "financial_status": "paid",
                        "fulfillment_status": "fulfilled", "presentment_currency": "USD", "test": "false", "verified_email": "true" } }"##
        )
    );
    assert_eq!((read.status, read.notes), (ShopStatus::Shipped, vec![]));
}

#[test]
fn bodies_that_are_no_orders_are_named_as_such() {
    for (platform, path, pointer) in [
        (Platform::WooCommerce, "woocommerce/refund_1.json", "/currency"),
        (Platform::WooCommerce, "woocommerce/webhook_1.json", "/currency"),
        (Platform::Shopify, "shopify/refund_rest_509562969.json", "/currency"),
        (Platform::Shopify, "shopify/transaction_rest_389404469.json", "/total_price"),
        (Platform::Shopify, "shopify/dispute_rest_598735659.json", "/created_at"),
    ] {
        let Some(body) = fixture(path) else { return };
        let Content::Unreadable { order_id, problem, .. } = delivery(platform, &body).content else { panic!("{path}") };
        assert_eq!((problem.pointer.as_str(), order_id.is_some()), (pointer, true), "{path}: {problem}");
    }
}
