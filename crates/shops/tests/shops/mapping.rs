//! How single fields are read.

use ordergate_screening::Place;
use ordergate_shops::Platform::{Shopify, WooCommerce};
use ordergate_shops::{ShopOrder, ShopStatus};

use crate::support::order;

fn woo(extra: &str) -> ShopOrder {
    let body = format!(
        r#"{{"id":1,"date_created_gmt":"2026-11-24T10:00:00","date_modified_gmt":"2026-11-24T10:00:05","currency":"EUR","total":"10.00"{extra}}}"#
    );
    order(WooCommerce, body.as_bytes())
}

fn shopify(extra: &str) -> ShopOrder {
    let body = format!(
        r#"{{"id":1,"created_at":"2026-11-24T10:00:00Z","updated_at":"2026-11-24T10:00:05Z","currency":"EUR","total_price":"10.00"{extra}}}"#
    );
    order(Shopify, body.as_bytes())
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn ids_stay_intact() {
    for id in ["9007199254740993", "18446744073709551615", "340282366920938463463374607431768211456", "01", "7"] {
        for written in [id.to_owned(), format!("\"{id}\"")] {
            if written == "01" {
                continue;
            }
            let body = format!(
                r#"{{"id":{written},"customer_id":{written},"date_created_gmt":"2026-11-24T10:00:00","currency":"EUR","total":"1","customer":{{"id":{written}}}}}"#
            );
            let read = order(WooCommerce, body.as_bytes()).order;
            assert_eq!((read.id.as_str(), read.customer.id.as_deref()), (id, Some(id)));
            let body = body.replace("date_created_gmt", "created_at").replace("total", "total_price");
            let read = order(Shopify, body.as_bytes()).order;
            assert_eq!((read.id.as_str(), read.customer.id.as_deref()), (id, Some(id)));
        }
    }
    assert_eq!(woo(r#","number":"0099""#).order.number, some("0099"));
    assert_eq!(woo(r#","number":12345678901234567890123"#).order.number, some("12345678901234567890123"));
    assert_eq!(shopify(r#","order_number":1001"#).order.number, some("1001"));
    assert_eq!(woo(r#","customer_id":0"#).order.customer.id, None);
    assert_eq!(woo(r#","line_items":[{"sku":5901234123457}]"#).order.lines[0].sku, some("5901234123457"));
}

#[test]
fn missing_null_and_empty_are_the_same() {
    let bare = woo("").order;
    assert!(bare.billing.is_empty() && bare.shipping.is_empty() && bare.lines.is_empty() && bare.custom.is_empty());
    let empty = r#","billing":{"first_name":"","email":" ","country":null},"shipping":[],"line_items":[],"customer_ip_address":"","meta_data":null"#;
    assert_eq!(woo(empty).order, bare);
    assert_eq!(woo(r#","billing":null,"shipping":{},"line_items":null,"coupon_lines":[],"meta_data":[]"#).order, bare);
    let bare = shopify("").order;
    assert_eq!(
        shopify(r#","customer":null,"billing_address":null,"shipping_address":{},"client_details":null,"note_attributes":null,"tags":"""#)
            .order,
        bare
    );
    assert_eq!(bare.email, None);
}

#[test]
fn totals_are_exact_in_the_orders_currency() {
    for (total, currency, want) in [
        (r#""100.00""#, "JPY", "100"),
        (r#""1.2300""#, "EUR", "1.23"),
        (r#""1.234""#, "KWD", "1.234"),
        ("10.1", "EUR", "10.10"),
        (r#""0""#, "EUR", "0.00"),
        (r#""-0.00""#, "EUR", "0.00"),
        (r#"" 7.5 ""#, "eur", "7.50"),
        ("12e1", "EUR", "120.00"),
    ] {
        let body = format!(r#"{{"id":1,"date_created_gmt":"2026-11-24T10:00:00","currency":"{currency}","total":{total}}}"#);
        assert_eq!(order(WooCommerce, body.as_bytes()).order.total.to_string(), want);
    }
    let body = br#"{"id":1,"created_at":"2026-11-24T10:00:00Z","currency":"EUR","total_price":null,"total_price_set":{"shop_money":{"amount":"9.90","currency_code":"EUR"},"presentment_money":{"amount":"42.00","currency_code":"PLN"}}}"#;
    assert_eq!(order(Shopify, body).order.total.to_string(), "9.90");
}

#[test]
fn unit_prices_and_what_is_noted_about_them() {
    for (line, quantity, price, notes) in [
        (r#"{"quantity":2,"total":"6.00","price":3}"#, 2, Some("3.00"), &[][..]),
        (r#"{"quantity":3,"total":"10.00","price":3.333333}"#, 3, Some("3.33"), &["lines[0]: unit price rounded from 3.333333"]),
        (r#"{"quantity":3,"total":"20.00"}"#, 3, Some("6.67"), &["lines[0]: unit price rounded from 20.00 / 3"]),
        (r#"{"quantity":"4","total":"10.00"}"#, 4, Some("2.50"), &[]),
        (r#"{"quantity":2,"total":"0.00","subtotal":"9.00","price":0}"#, 2, Some("0.00"), &[]),
        (r#"{"quantity":2,"subtotal":"9.00"}"#, 2, Some("4.50"), &[]),
        (r#"{"quantity":2,"price":"4.5"}"#, 2, Some("4.50"), &[]),
        (r#"{"quantity":2,"price":1.5e1}"#, 2, Some("15.00"), &[]),
        (r#"{"total":"8.264463","price":8.264463}"#, 1, Some("8.26"), &["lines[0]: unit price rounded from 8.264463"]),
        (r#"{"quantity":1,"total":"-5.00","price":-5}"#, 1, None, &["lines[0]: total was not read: must not be negative"]),
        (
            r#"{"quantity":2,"total":{},"subtotal":"9.00"}"#,
            2,
            Some("4.50"),
            &["lines[0]: total was not read: must be a decimal number, not an object"],
        ),
        (r#"{"quantity":0,"total":"5.00"}"#, 0, Some("5.00"), &[]),
        (
            r#"{"quantity":0.5,"total":"11.25","price":22.5}"#,
            1,
            Some("11.25"),
            &["lines[0]: quantity 0.5 is counted as one piece at the price of the whole line"],
        ),
        (r#"{"quantity":2.0,"total":"6.00"}"#, 2, Some("3.00"), &[]),
        ("{}", 1, None, &[]),
    ] {
        let read = woo(&format!(r#","line_items":[{line}]"#));
        let shown = read.order.lines[0].price.map(|price| price.to_string());
        assert_eq!(
            (read.order.lines[0].quantity, shown.as_deref(), read.notes.as_slice()),
            (quantity, price, &notes.iter().map(|note| (*note).to_owned()).collect::<Vec<_>>()[..]),
            "{line}"
        );
    }
    let read = shopify(r#","line_items":[{"price":"1.005"},{"price":"x"},{"price":2},{"price":null}]"#);
    assert_eq!(
        read.order.lines.iter().map(|line| line.price.map(|price| price.to_string())).collect::<Vec<_>>(),
        [some("1.01"), None, some("2.00"), None]
    );
    assert_eq!(
        read.notes,
        [
            "lines[0]: unit price rounded from 1.005",
            "lines[1]: price was not read: must be a decimal number with a point, such as \"120.50\""
        ]
    );
    let many = woo(&format!(r#","line_items":[{}]"#, vec![r#"{"quantity":3,"total":"1.00"}"#; 1_000].join(",")));
    assert_eq!((many.notes.len(), many.notes.last().map(String::as_str)), (21, Some("and 980 more")));
}

#[test]
fn statuses() {
    for (status, want) in [
        ("pending", ShopStatus::Open),
        ("processing", ShopStatus::Open),
        ("on-hold", ShopStatus::Open),
        ("checkout-draft", ShopStatus::Open),
        ("a-plugins-own", ShopStatus::Open),
        ("", ShopStatus::Open),
        ("completed", ShopStatus::Shipped),
        ("cancelled", ShopStatus::Cancelled),
        ("refunded", ShopStatus::Cancelled),
        ("failed", ShopStatus::Cancelled),
        ("trash", ShopStatus::Cancelled),
    ] {
        assert_eq!(woo(&format!(r#","status":"{status}""#)).status, want, "{status}");
    }
    for (extra, want) in [
        ("", ShopStatus::Open),
        (r#","fulfillment_status":null,"cancelled_at":null"#, ShopStatus::Open),
        (r#","fulfillment_status":"partial","financial_status":"refunded""#, ShopStatus::Open),
        (r#","fulfillment_status":"fulfilled""#, ShopStatus::Shipped),
        (r#","cancelled_at":"2026-11-25T09:00:00Z","fulfillment_status":"fulfilled""#, ShopStatus::Cancelled),
    ] {
        assert_eq!(shopify(extra).status, want, "{extra}");
    }
}

#[test]
fn shopify_looks_in_several_places() {
    let read = |extra: &str| shopify(extra).order;
    assert_eq!(
        read(r#","email":"a@x.example","contact_email":"b@x.example","customer":{"email":"c@x.example"}"#).email,
        some("a@x.example")
    );
    assert_eq!(read(r#","email":"","contact_email":"b@x.example","customer":{"email":"c@x.example"}"#).email, some("b@x.example"));
    assert_eq!(read(r#","email":null,"customer":{"email":"c@x.example"}"#).email, some("c@x.example"));
    assert_eq!(read(r#","phone":"1","customer":{"phone":"2"}"#).phone, some("1"));
    assert_eq!(read(r#","phone":null,"customer":{"phone":"2"}"#).phone, some("2"));
    assert_eq!(
        read(r#","browser_ip":"192.0.2.1","client_details":{"browser_ip":"192.0.2.2","user_agent":"Safari"}"#).ip,
        some("192.0.2.1")
    );
    let client = read(r#","client_details":{"browser_ip":"192.0.2.2, 10.0.0.1","user_agent":"Safari"}"#);
    assert_eq!((client.ip, client.user_agent), (some("192.0.2.2, 10.0.0.1"), some("Safari")));
    let country = read(
        r#","billing_address":{"country":"Poland","province":"Mazowieckie"},"shipping_address":{"country":"Poland","country_code":"PL","province":"X","province_code":"MZ"}"#,
    );
    assert_eq!((country.billing.country, country.billing.region), (some("Poland"), some("Mazowieckie")));
    assert_eq!((country.shipping.country, country.shipping.region), (some("PL"), some("MZ")));
    let body = br#"{"id":1,"processed_at":"2026-11-24T10:00:00Z","currency":"EUR","total_price":"1"}"#;
    let processed = order(Shopify, body);
    assert_eq!(processed.order.placed_at.to_string(), "2026-11-24T10:00:00Z");
    assert_eq!(processed.notes, ["updated_at: not sent; the time of the order is used"]);
}

#[test]
fn a_full_name_is_split_when_there_is_nothing_better() {
    for (address, first, last) in [
        (r#"{"name":"Jan Kowalski"}"#, some("Jan"), some("Kowalski")),
        (r#"{"name":" Mary Ann  Smith "}"#, some("Mary Ann"), some("Smith")),
        (r#"{"name":"Cher"}"#, None, some("Cher")),
        (r#"{"name":" "}"#, None, None),
        (r#"{"name":"Jan Kowalski","last_name":"Nowak"}"#, None, some("Nowak")),
        (r#"{"name":"Jan Kowalski","first_name":"","last_name":null}"#, some("Jan"), some("Kowalski")),
    ] {
        let place = shopify(&format!(r#","billing_address":{address}"#)).order.billing;
        assert_eq!(place, Place { first_name: first, last_name: last, ..Place::default() }, "{address}");
    }
}

#[test]
fn payment_in_one_vocabulary() {
    let read = |method: &str, provider: &str| {
        (Some(method).filter(|text| !text.is_empty()).map(str::to_owned), Some(provider).filter(|text| !text.is_empty()).map(str::to_owned))
    };
    let woo = |slug: &str| {
        let payment = woo(&format!(r#","payment_method":"{slug}""#)).order.payment;
        (payment.method, payment.provider)
    };
    assert_eq!(
        (woo("cod"), woo("bacs"), woo("stripe"), woo("")),
        (read("cod", ""), read("bacs", ""), read("stripe", "stripe"), read("", ""))
    );
    let shopify = |names: &str| {
        let payment = shopify(&format!(r#","payment_gateway_names":{names}"#)).order.payment;
        (payment.method, payment.provider)
    };
    assert_eq!(shopify(r#"["Cash on Delivery (COD)"]"#), read("cod", ""));
    assert_eq!(shopify(r#"["shopify_payments","gift_card"]"#), read("shopify_payments", "shopify_payments"));
    assert_eq!(shopify("[]"), read("", ""));
}

#[test]
fn fields_of_checkouts_and_plugins() {
    let custom = |read: &ShopOrder, name: &str| read.order.custom.get(name).cloned();
    let read = woo(
        r#","status":"processing","meta_data":[{"key":"a","value":"x"},{"key":"_b","value":"y"},{"key":"c","value":7.50},{"key":"d","value":["z"]},
        {"key":"e","value":true},{"key":"f","value":""},{"key":"","value":"g"},{"key":null,"value":"h"},{"key":"a","value":"again"},{"key":"status","value":"completed"},{"value":"i"}]"#,
    );
    assert_eq!(read.order.custom.keys().collect::<Vec<_>>(), ["a", "c", "status"]);
    assert_eq!((custom(&read, "a"), custom(&read, "c"), custom(&read, "status")), (some("x"), some("7.50"), some("processing")));
    assert_eq!(
        read.notes,
        [
            "custom[\"a\"]: sent more than once; the first is used",
            "custom[\"status\"]: added by the checkout, but the name is the platform's; left out"
        ]
    );

    for name in ["ordergate_token", "_ordergate_token"] {
        let read = woo(&format!(r#","meta_data":[{{"key":"{name}","value":" v1.x "}},{{"key":"ordergate_token","value":"late"}}]"#));
        assert_eq!((read.order.token.as_deref(), read.order.custom.len()), (Some("v1.x"), 0));
    }
    assert_eq!(shopify(r#","note_attributes":[{"name":"ordergate_token","value":"v1.y"}]"#).order.token, some("v1.y"));

    let many: Vec<String> = (0..73).map(|number| format!(r#"{{"key":"k{number:02}","value":"v"}}"#)).collect();
    let read = woo(&format!(r#","meta_data":[{}]"#, many.join(",")));
    assert_eq!((read.order.custom.len(), read.notes), (50, vec!["custom: 23 fields beyond the first 50 were left out".to_owned()]));
    let read = woo(&format!(
        r#","meta_data":[{{"key":"long","value":"{}"}},{{"key":"fits","value":"{}"}}]"#,
        "ż".repeat(1_001),
        "ż".repeat(1_000)
    ));
    assert_eq!((custom(&read, "long"), custom(&read, "fits")), (Some("ż".repeat(1_000)), Some("ż".repeat(1_000))));
    assert_eq!(read.notes, ["custom[\"long\"]: cut to 1000 characters"]);

    // A buyer who can add fields cannot speak for the platform, even where the platform is silent.
    let read = shopify(
        r#","tags":"","note_attributes":[{"name":"customer_tags","value":"vip"},{"name":"tags","value":"vip"},{"name":"colour","value":"green"}]"#,
    );
    assert_eq!(read.order.custom.keys().collect::<Vec<_>>(), ["colour"]);
    assert_eq!(read.notes.len(), 2);
}

#[test]
fn buyers_texts_of_any_length_are_kept() {
    let long = "ż".repeat(100_000);
    let read = woo(&format!(r#","billing":{{"first_name":"{long}","email":"{long}@x.example"}}"#));
    assert_eq!(read.order.billing.first_name.as_ref(), Some(&long));
}
