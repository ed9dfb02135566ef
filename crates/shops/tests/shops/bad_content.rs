//! Signed, but unreadable: never refused, always named, and whatever can be told is told.

use ordergate_shops::Platform::{Shopify, WooCommerce};
use ordergate_shops::{Content, Platform};

use crate::support::{delivery, order, unreadable};

/// An order with `extra` members before its closing brace.
fn woo(extra: &str) -> String {
    format!(
        r#"{{"id":727,"number":"727","date_created_gmt":"2026-11-24T10:00:00","date_modified_gmt":"2026-11-24T10:00:05","currency":"PLN"{extra}}}"#
    )
}

fn shopify(extra: &str) -> String {
    format!(
        r##"{{"id":727,"name":"#727","created_at":"2026-11-24T11:00:00+01:00","updated_at":"2026-11-24T11:00:05+01:00","currency":"PLN"{extra}}}"##
    )
}

const TOTAL: &str = r#","total":"10.00""#;
const TOTAL_PRICE: &str = r#","total_price":"10.00""#;

fn check(platform: Platform, body: impl AsRef<[u8]>, problem: &str) {
    let body = body.as_ref();
    let number = if platform == Shopify { "#727" } else { "727" };
    let salvaged = ["727", number, "2026-11-24T10:00:05Z"].map(|text| Some(text.to_owned()));
    assert_eq!(unreadable(platform, body), (problem.to_owned(), salvaged), "{}", String::from_utf8_lossy(body.get(..300).unwrap_or(body)));
}

fn woo_check(extra: &str, problem: &str) {
    check(WooCommerce, woo(&format!("{TOTAL}{extra}")), problem);
}

fn shopify_check(extra: &str, problem: &str) {
    check(Shopify, shopify(&format!("{TOTAL_PRICE}{extra}")), problem);
}

#[test]
fn bodies_that_are_no_json_object() {
    let nothing = [None, None, None];
    for platform in Platform::ALL {
        for (body, problem) in [
            (&b""[..], "the body is empty"),
            (b" \n", "the body is empty"),
            (b"hello", "the body is not valid JSON: a value was expected at byte 0"),
            (b"webhook_id=1", "the body is not valid JSON: a value was expected at byte 0"),
            (b"\xff\xfe{\0}\0", "the body is not valid JSON: a value was expected at byte 0"),
            (b"\0", "the body is not valid JSON: a value was expected at byte 0"),
            (b"[]", "the body must be an object, not a list"),
            (b"null", "the body must be an object, not null"),
            (b"\"text\"", "the body must be an object, not text"),
            (b"-1.5e3", "the body must be an object, not a number"),
            (b"true", "the body must be an object, not true or false"),
            (b"{}", "/id: is missing"),
        ] {
            assert_eq!(unreadable(platform, body), (problem.to_owned(), nothing.clone()), "{platform}");
        }
    }
}

#[test]
fn a_cut_or_broken_body_still_tells_which_order_it_is() {
    woo_check(
        r#","billing":{"first_name":"Jan","last_name":"Kow"#,
        "/billing/last_name: the body is not valid JSON: a closing quote was expected at byte 188",
    );
    woo_check(
        r#","line_items":[{},{"name":"x""quantity":1}]"#,
        "/line_items/1/name: the body is not valid JSON: a comma or a closing brace was expected at byte 169",
    );
    check(WooCommerce, woo(r#","total":NaN"#), "/total: the body is not valid JSON: a value was expected at byte 133");
    check(Shopify, format!("{}}}", shopify("")), "the body is not valid JSON: the end was expected at byte 123");
    // An id that may be cut in the middle is no id.
    assert_eq!(unreadable(WooCommerce, br#"{"number":"7","id":45078"#).1, [None, Some("7".to_owned()), None]);
    assert_eq!(unreadable(WooCommerce, br#"{"id":45078 "#).1, [None, None, None]);
}

#[test]
fn nul_surrogates_and_bytes_that_are_no_text() {
    for (value, detail) in [
        (&br"a\u0000b"[..], "must not contain a NUL character"),
        (b"a\0b", "must not contain a NUL character"),
        (br"\ud83d", "must not contain half of a surrogate pair"),
        (br"x\udE00y", "must not contain half of a surrogate pair"),
        (b"Jan\xb3", "must be UTF-8 text"),
        (b"\xed\xa0\x80", "must be UTF-8 text"),
        (b"a\nb", "must not contain an unescaped control character"),
        (br"a\qb", "has a broken escape"),
        (br"a\u12", "has a broken escape"),
    ] {
        let body = |before: String| [before.trim_end_matches('}').as_bytes(), value, b"\"}}"].concat();
        check(WooCommerce, body(woo(&format!(r#"{TOTAL},"billing":{{"first_name":""#))), &format!("/billing/first_name: {detail}"));
        check(Shopify, body(shopify(&format!(r#"{TOTAL_PRICE},"customer":{{"last_name":""#))), &format!("/customer/last_name: {detail}"));
    }
    woo_check(r#","billing":{"email":"a\u0000b"}"#, "/billing/email: must not contain a NUL character");
    woo_check(r#","line_items":[{},{"name":"\ud83d"}]"#, "/line_items/1/name: must not contain half of a surrogate pair");
    woo_check(r#","customer_note":"\ud83d""#, "/customer_note: must not contain half of a surrogate pair");
    woo_check(r#","meta_data":[{"key":"a/b","value":"\u0000"}]"#, "/meta_data/0/value: must not contain a NUL character");
    shopify_check(
        r#","note_attributes":[{"name":"\ud83d","value":"x"}]"#,
        "/note_attributes/0/name: must not contain half of a surrogate pair",
    );
    shopify_check(r#","discount_codes":[{"code":"A"},{"code":"\u0000"}]"#, "/discount_codes/1/code: must not contain a NUL character");
    shopify_check(r#","payment_gateway_names":["a","\u0000"]"#, "/payment_gateway_names/1: must not contain a NUL character");
    // The number of a salvaged order is readable, its damaged id is not taken for another one.
    let (problem, salvaged) =
        unreadable(Shopify, br##"{"id":"7\ud83d","name":"#7\ud83d1\u0000","updated_at":"2026-11-24T11:00:05+01:00"}"##);
    assert_eq!(problem, "/id: must not contain half of a surrogate pair");
    assert_eq!(salvaged, [None, Some("#7\u{fffd}1\u{fffd}".to_owned()), Some("2026-11-24T10:00:05Z".to_owned())]);
}

#[test]
fn duplicate_keys_where_it_matters() {
    check(WooCommerce, woo(r#","total":"10.00","total":"1.00""#), "/total: is there more than once");
    check(WooCommerce, woo(r#","total":"10.00","t\u006ftal":"1.00""#), "/total: is there more than once");
    woo_check(r#","billing":{"email":"a@example.com","city":"x","email":"b@example.com"}"#, "/billing/email: is there more than once");
    woo_check(r#","billing":{},"billing":null"#, "/billing: is there more than once");
    woo_check(r#","line_items":[{"sku":"a","sku":"b"}]"#, "/line_items/0/sku: is there more than once");
    shopify_check(r#","customer":{"id":1,"id":2}"#, "/customer/id: is there more than once");
    shopify_check(r#","shipping_address":{"zip":"1","zip":"2"}"#, "/shipping_address/zip: is there more than once");
    shopify_check(r#","note_attributes":[{"name":"a","name":"b"}]"#, "/note_attributes/0/name: is there more than once");
    shopify_check(r#","id":727"#, "/id: is there more than once");
    // Two ids tell nothing, except when there is a third way.
    assert_eq!(unreadable(Shopify, br#"{"id":1,"id":2}"#).1, [None, None, None]);
    let (problem, salvaged) = unreadable(Shopify, br#"{"id":1,"id":2,"admin_graphql_api_id":"gid://shopify/Order/450789469"}"#);
    assert_eq!((problem.as_str(), salvaged[0].as_deref()), ("/id: is there more than once", Some("450789469")));
}

#[test]
fn any_depth() {
    let deep = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let objects = |depth: usize| format!("{}1{}", r#"{"a":"#.repeat(depth), "}".repeat(depth));
    for depth in [100, 1_000, 200_000] {
        let (lists, objects) = (deep(depth), objects(depth));
        for value in [&lists, &objects] {
            let kind = if value.starts_with('[') { "a list" } else { "an object" };
            woo_check(&format!(r#","billing":{{"first_name":{value}}}"#), &format!("/billing/first_name: must be text, not {kind}"));
            shopify_check(&format!(r#","email":{value}"#), &format!("/email: must be text, not {kind}"));
            // Where nothing is read, anything may stand.
            order(WooCommerce, woo(&format!(r#"{TOTAL},"plugin":{value},"meta_data":[{{"key":"x","value":{value}}}]"#)).as_bytes());
        }
        woo_check(&format!(r#","billing":{lists}"#), "/billing: must be an object, not a list");
        woo_check(&format!(r#","line_items":{lists}"#), "/line_items/0: must be an object, not a list");
        woo_check(&format!(r#","line_items":{objects}"#), "/line_items: must be a list, not an object");
        let (problem, salvaged) = unreadable(WooCommerce, lists.as_bytes());
        assert_eq!((problem.as_str(), salvaged), ("the body must be an object, not a list", [None, None, None]));
        assert!(unreadable(Shopify, "[".repeat(depth).as_bytes()).0.contains("the body is not valid JSON"));
        assert!(unreadable(Shopify, r#"{"a":"#.repeat(depth).as_bytes()).0.starts_with("/a/a/a/a/a/a/a/a: the body is not valid JSON"));
    }
}

#[test]
fn wrong_types_in_fields_that_are_read() {
    for (extra, problem) in [
        (r#","status":7"#, "/status: must be text, not a number"),
        (r#","transaction_id":{}"#, "/transaction_id: must be text, not an object"),
        (r#","transaction_id":1.5"#, "/transaction_id: must be text or a whole number"),
        (r#","customer_id":true"#, "/customer_id: must be text or a whole number, not true or false"),
        (r#","customer_id":-5"#, "/customer_id: must be text or a whole number"),
        (r#","customer_ip_address":[1]"#, "/customer_ip_address: must be text, not a list"),
        (r#","billing":"x""#, "/billing: must be an object, not text"),
        (r#","shipping":[1]"#, "/shipping: must be an object, not a list"),
        (r#","billing":{"phone":600100200}"#, "/billing/phone: must be text, not a number"),
        (r#","shipping":{"postcode":50001}"#, "/shipping/postcode: must be text, not a number"),
        (r#","line_items":{"a":{}}"#, "/line_items: must be a list, not an object"),
        (r#","line_items":[1]"#, "/line_items/0: must be an object, not a number"),
        (r#","line_items":[{},{"quantity":-1}]"#, "/line_items/1/quantity: must not be negative"),
        (r#","line_items":[{"quantity":"two"}]"#, "/line_items/0/quantity: must be a decimal number with a point, such as \"120.50\""),
        (r#","line_items":[{"quantity":4294967296}]"#, "/line_items/0/quantity: must be at most 4294967295"),
        (r#","line_items":[{"quantity":[]}]"#, "/line_items/0/quantity: must be a decimal number, not a list"),
        (r#","coupon_lines":[{"code":1}]"#, "/coupon_lines/0/code: must be text, not a number"),
        (r#","meta_data":"x""#, "/meta_data: must be a list, not text"),
        (r#","meta_data":[7]"#, "/meta_data/0: must be an object, not a number"),
    ] {
        woo_check(extra, problem);
    }
    for (extra, problem) in [
        (r#","customer":"x""#, "/customer: must be an object, not text"),
        (r#","customer":{"orders_count":-1}"#, "/customer/orders_count: must not be negative"),
        (r#","customer":{"orders_count":1.5}"#, "/customer/orders_count: must be a whole number"),
        (r#","customer":{"created_at":"yesterday"}"#, "/customer/created_at: must be a time such as \"2026-11-24T10:00:00Z\""),
        (r#","customer":{"verified_email":"yes"}"#, "/customer/verified_email: must be true or false, not text"),
        (r#","client_details":{"browser_ip":7}"#, "/client_details/browser_ip: must be text, not a number"),
        (r#","billing_address":{"zip":[]}"#, "/billing_address/zip: must be text, not a list"),
        (r#","line_items":[{"quantity":0.5}]"#, "/line_items/0/quantity: must be a whole number"),
        (r#","cancelled_at":true"#, "/cancelled_at: must be text, not true or false"),
        (r#","payment_gateway_names":[7]"#, "/payment_gateway_names/0: must be text, not a number"),
        (r#","tags":["a"]"#, "/tags: must be text, not a list"),
    ] {
        shopify_check(extra, problem);
    }
}

#[test]
fn what_every_order_must_have() {
    let missing = |body: &str| unreadable(WooCommerce, body.as_bytes()).0;
    for (id, problem) in [
        ("null", "/id: is missing"),
        ("0", "/id: is missing"),
        (r#""""#, "/id: is missing"),
        (r#"" ""#, "/id: is missing"),
        ("-5", "/id: must be text or a whole number"),
        ("1.5", "/id: must be text or a whole number"),
        ("1e3", "/id: must be text or a whole number"),
        ("true", "/id: must be text or a whole number, not true or false"),
        ("[1]", "/id: must be text or a whole number, not a list"),
        (r#""a b""#, "/id: must be at most 128 visible characters"),
        (&format!("\"{}\"", "x".repeat(129)), "/id: must be at most 128 visible characters"),
        (&"9".repeat(129), "/id: must be text or a whole number"),
    ] {
        assert_eq!(missing(&format!(r#"{{"id":{id}}}"#)), problem);
        assert_eq!(unreadable(WooCommerce, format!(r#"{{"id":{id}}}"#).as_bytes()).1[0], None, "{id}");
    }
    check(WooCommerce, woo(""), "/total: is missing");
    check(WooCommerce, woo(r#","total":null"#), "/total: is missing");
    check(WooCommerce, woo(r#","total":"""#), "/total: is missing");
    check(Shopify, shopify(""), "/total_price: is missing");
    for (created, problem) in [
        ("null", "/date_created_gmt: is missing"),
        (r#""24.11.2026""#, "/date_created_gmt: must be a time such as \"2026-11-24T10:00:00Z\""),
        (r#""2026-13-01T00:00:00""#, "/date_created_gmt: must be a time such as \"2026-11-24T10:00:00Z\""),
        ("1764000000", "/date_created_gmt: must be text, not a number"),
    ] {
        let body = woo(TOTAL).replace(r#""2026-11-24T10:00:00""#, created);
        check(WooCommerce, body, problem);
    }
    let (problem, salvaged) = unreadable(WooCommerce, woo(TOTAL).replace(r#""2026-11-24T10:00:05""#, "\"soon\"").as_bytes());
    assert_eq!(problem, "/date_modified_gmt: must be a time such as \"2026-11-24T10:00:00Z\"");
    assert_eq!((salvaged[0].as_deref(), salvaged[2].as_deref()), (Some("727"), None));
    for (currency, problem) in [
        ("null", "/currency: is missing"),
        (r#""XXX""#, "/currency: unknown currency `XXX`"),
        (r#""BTC""#, "/currency: unknown currency `BTC`"),
        (&format!("\"{}\"", "€".repeat(5_000)), "/currency: unknown currency `€€€€€€€€€€€€€€€€`"),
        ("978", "/currency: must be text, not a number"),
    ] {
        check(WooCommerce, woo(TOTAL).replace(r#""PLN""#, currency), problem);
    }
}

#[test]
fn impossible_totals() {
    let not_decimal = "must be a decimal number with a point, such as \"120.50\"";
    for (total, detail) in [
        (r#""-10.00""#, "must not be negative"),
        ("-10", "must not be negative"),
        (r#""12,50""#, not_decimal),
        (r#""NaN""#, not_decimal),
        (r#""1 000.00""#, not_decimal),
        (r#""10.00 PLN""#, not_decimal),
        (r#""1e308""#, "is too large: at most 9000000000000000 minor units"),
        ("1e308", "is too large: at most 9000000000000000 minor units"),
        (r#""10.005""#, "PLN has at most 2 decimals"),
        ("10.005", "PLN has at most 2 decimals"),
        ("[]", "must be a decimal number, not a list"),
        ("true", "must be a decimal number, not true or false"),
        (&format!("\"{}\"", "9".repeat(10_000)), "is too large: at most 9000000000000000 minor units"),
    ] {
        check(WooCommerce, woo(&format!(r#","total":{total}"#)), &format!("/total: {detail}"));
        check(Shopify, shopify(&format!(r#","total_price":{total}"#)), &format!("/total_price: {detail}"));
    }
    check(WooCommerce, woo(r#","total":"100.50""#).replace("PLN", "JPY"), "/total: JPY has no decimals");
    check(
        Shopify,
        shopify(r#","total_price_set":{"shop_money":{"amount":"-1"}}"#),
        "/total_price_set/shop_money/amount: must not be negative",
    );
}

#[test]
fn woocommerces_own_errors_say_what_to_do() {
    let body = br#"{"code":"woocommerce_rest_cannot_view","message":"Sorry, you cannot view this resource.","data":{"status":401}}"#;
    let (problem, salvaged) = unreadable(WooCommerce, body);
    assert_eq!(
        problem,
        "/code: WooCommerce sent the error `woocommerce_rest_cannot_view` instead of the order; \
         the user who owns the webhook must be allowed to read orders"
    );
    assert_eq!(salvaged, [None, None, None]);
}

#[test]
fn too_many_lines_are_named_and_not_kept() {
    let body = |lines: usize| woo(&format!(r#"{TOTAL},"line_items":[{}]"#, vec!["{}"; lines].join(",")));
    assert_eq!(order(WooCommerce, body(5_000).as_bytes()).order.lines.len(), 5_000);
    check(WooCommerce, body(5_001), "/line_items: has more than 5000 lines");
    check(WooCommerce, body(2_000_000), "/line_items: has more than 5000 lines");
}

#[test]
fn what_is_not_read_may_be_anything() {
    let odd = br#","plugin":"\ud83d \u0000 \q","x":{"a":1,"a":2},"fee_lines":7,"note":[],"y":-0.0e-9,"refunds":"none","_links":null"#;
    let body = [woo(TOTAL).trim_end_matches('}').as_bytes(), odd, b",\"z\":\"\xff\xfe\0\"}"].concat();
    order(WooCommerce, &body);
    let body = [shopify(TOTAL_PRICE).trim_end_matches('}').as_bytes(), &odd[..], b"}"].concat();
    assert!(matches!(delivery(Shopify, &body).content, Content::Unreadable { problem, .. } if problem.pointer == "/note"));
    let with_mark = [b"\xEF\xBB\xBF", woo(TOTAL).as_bytes()].concat();
    order(WooCommerce, &with_mark);
}
