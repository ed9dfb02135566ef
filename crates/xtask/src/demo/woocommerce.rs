//! A demo order as WooCommerce's REST v3 writes it, which is also the body of its webhook.

use super::orders::Order;
use super::people::Place;
use super::send::{Delivery, decimal, timestamp};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// `order.created` of this order.
pub(crate) fn delivery(order: &Order) -> Delivery {
    created(order.index, &body(order))
}

/// `order.created` of an order whose total a plugin has put into words.
pub(crate) fn unreadable(number: u64, placed_at: i64) -> Delivery {
    let placed_at = timestamp(placed_at).trim_end_matches('Z').to_owned();
    created(
        number,
        &json!({ "id": number, "number": number.to_string(), "date_created_gmt": placed_at, "currency": "PLN", "total": "twelve" }),
    )
}

fn created(delivery: u64, body: &Value) -> Delivery {
    let delivery_id = crate::fingerprint::hex(&Sha256::digest(format!("demo delivery {delivery}"))).chars().take(32).collect();
    Delivery {
        headers: vec![
            ("X-WC-Webhook-Source", "https://demo.example/".to_owned()),
            ("X-WC-Webhook-Topic", "order.created".to_owned()),
            ("X-WC-Webhook-Resource", "order".to_owned()),
            ("X-WC-Webhook-Event", "created".to_owned()),
            ("X-WC-Webhook-ID", "7".to_owned()),
            ("X-WC-Webhook-Delivery-ID", delivery_id),
            ("User-Agent", "WooCommerce/11.2.0 Hookshot (WordPress/7.1)".to_owned()),
        ],
        signature_header: "X-WC-Webhook-Signature",
        body: body.to_string(),
    }
}

fn body(order: &Order) -> Value {
    let id = 4_200 + order.index;
    // WooCommerce writes UTC without a zone, beside the shop's own time (here one hour later).
    let gmt = timestamp(order.placed_at).trim_end_matches('Z').to_owned();
    let local = timestamp(order.placed_at + 3_600).trim_end_matches('Z').to_owned();
    let paid = order.payment.paid;
    let mut billing = place(&order.buyer.place);
    if let Some(billing) = billing.as_object_mut() {
        billing.insert("email".to_owned(), order.buyer.email.clone().into());
        billing.insert("phone".to_owned(), order.buyer.phone.clone().into());
    }
    json!({
        "id": id,
        "parent_id": 0,
        "number": id.to_string(),
        "order_key": format!("wc_order_{:013x}", 0x0b5e_55ed_0000_u64 + order.index * 7_919),
        "created_via": "checkout",
        "version": "11.2.0",
        "status": if paid { "processing" } else { "on-hold" },
        "currency": order.buyer.country.currency,
        "date_created": local,
        "date_created_gmt": gmt,
        "date_modified": local,
        "date_modified_gmt": gmt,
        "discount_total": "0.00",
        "discount_tax": "0.00",
        "shipping_total": decimal(order.shipping_cost),
        "shipping_tax": "0.00",
        "cart_tax": "0.00",
        "total": decimal(order.total()),
        "total_tax": "0.00",
        "prices_include_tax": true,
        "customer_id": order.buyer.customer_id,
        "customer_ip_address": order.buyer.ip,
        "customer_user_agent": order.user_agent,
        "customer_note": "",
        "billing": billing,
        "shipping": place(&order.shipping),
        "payment_method": order.payment.method,
        "payment_method_title": order.payment.title,
        "transaction_id": if paid { format!("tx_{:08}", order.index * 7_919) } else { String::new() },
        "date_paid": paid.then_some(&local),
        "date_paid_gmt": paid.then_some(&gmt),
        "date_completed": null,
        "date_completed_gmt": null,
        "cart_hash": "",
        "meta_data": [],
        "line_items": lines(order),
        "tax_lines": [],
        "shipping_lines": [{ "id": id * 10, "method_title": "Courier", "method_id": "flat_rate", "total": decimal(order.shipping_cost), "total_tax": "0.00", "taxes": [], "meta_data": [] }],
        "fee_lines": [],
        "coupon_lines": [],
        "refunds": [],
        "currency_symbol": "",
    })
}

fn lines(order: &Order) -> Vec<Value> {
    let line = |(number, line): (usize, &super::basket::Line)| {
        let total = decimal(line.price * line.quantity);
        json!({
            "id": (4_200 + order.index) * 10 + number as u64 + 1,
            "name": line.product.name,
            "product_id": 90 + line.product.sku.len(),
            "variation_id": 0,
            "quantity": line.quantity,
            "tax_class": "",
            "subtotal": total,
            "subtotal_tax": "0.00",
            "total": total,
            "total_tax": "0.00",
            "taxes": [],
            "meta_data": [{ "id": 1, "key": "category", "value": line.product.category }],
            "sku": line.product.sku,
            "price": serde_json::Number::from_f64(line.price as f64 / 100.0),
        })
    };
    order.lines.iter().enumerate().map(line).collect()
}

fn place(place: &Place) -> Value {
    json!({
        "first_name": place.first_name,
        "last_name": place.last_name,
        "company": place.company,
        "address_1": place.street,
        "address_2": place.street2,
        "city": place.city,
        "state": place.region,
        "postcode": place.postcode,
        "country": place.country,
    })
}
