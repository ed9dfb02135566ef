//! `tests/data/NAME.json` is a body, `NAME.expect.json` what is read from it.

use ordergate_screening::Order;
use ordergate_shops::{Platform, ShopOrder};
use serde_json::{Value, json};

use crate::support::{data, order};

const BODIES: [&str; 11] = [
    "woocommerce_pl",
    "woocommerce_tr",
    "woocommerce_pt",
    "woocommerce_it",
    "woocommerce_en",
    "shopify_pl",
    "shopify_tr",
    "shopify_pt",
    "shopify_it",
    "shopify_en",
    "shopify_pos",
];

fn told(read: &ShopOrder) -> Value {
    let order: Value = serde_json::from_str(&read.order.to_json()).unwrap();
    json!({ "status": read.status.as_str(), "version": read.version.to_string(), "notes": read.notes, "order": order })
}

#[test]
fn orders_are_read_as_written_down() {
    for name in BODIES {
        let platform: Platform = name.split('_').next().unwrap().parse().unwrap();
        let read = order(platform, &data(&format!("{name}.json")));
        if std::env::var_os("ORDERGATE_WRITE_EXPECTED").is_some() {
            let path = format!("{}/tests/data/{name}.expect.json", env!("CARGO_MANIFEST_DIR"));
            std::fs::write(path, serde_json::to_string_pretty(&told(&read)).unwrap() + "\n").unwrap();
        }
        let expected: Value = serde_json::from_slice(&data(&format!("{name}.expect.json"))).unwrap();
        assert_eq!(told(&read), expected, "{name}");
        // What is stored as the contract's JSON is read back as the same order.
        assert_eq!(Order::from_json(read.order.to_json().as_bytes()), Ok(read.order), "{name}");
    }
}
