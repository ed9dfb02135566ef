//! A demo order as Shopify's `orders/create` delivers it.

use super::orders::Order;
use super::people::Place;
use super::send::{Delivery, decimal, timestamp};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// `orders/create` of this order.
pub(crate) fn delivery(order: &Order) -> Delivery {
    let digest = crate::fingerprint::hex(&Sha256::digest(format!("demo webhook {}", order.index)));
    let part = |from: usize, to: usize| digest.get(from..to).unwrap_or_default();
    let webhook_id = format!("{}-{}-4{}-8{}-{}", part(0, 8), part(8, 12), part(12, 15), part(15, 18), part(18, 30));
    Delivery {
        headers: vec![
            ("X-Shopify-Topic", "orders/create".to_owned()),
            ("X-Shopify-Shop-Domain", "ordergate-demo.myshopify.com".to_owned()),
            ("X-Shopify-API-Version", "2026-07".to_owned()),
            ("X-Shopify-Webhook-Id", webhook_id),
            ("X-Shopify-Triggered-At", timestamp(order.placed_at + 1)),
        ],
        signature_header: "X-Shopify-Hmac-Sha256",
        body: body(order).to_string(),
    }
}

fn body(order: &Order) -> Value {
    // Beyond 2^32, as Shopify's are.
    let id = 5_934_000_000_000 + order.index * 104_729;
    let number = 1_001 + order.index / 3;
    // Shopify writes the shop's time with its offset.
    let at = timestamp(order.placed_at + 3_600).replace('Z', "+01:00");
    let currency = order.buyer.country.currency;
    let total = decimal(order.total());
    let buyer = &order.buyer;
    json!({
        "id": id,
        "admin_graphql_api_id": format!("gid://shopify/Order/{id}"),
        "name": format!("#{number}"),
        "number": number - 1_000,
        "order_number": number,
        "created_at": at,
        "processed_at": at,
        "updated_at": at,
        "cancelled_at": null,
        "cancel_reason": null,
        "currency": currency,
        "presentment_currency": currency,
        "total_price": total,
        "current_total_price": total,
        "total_price_set": { "shop_money": { "amount": total, "currency_code": currency }, "presentment_money": { "amount": total, "currency_code": currency } },
        "subtotal_price": decimal(order.goods()),
        "total_tax": "0.00",
        "total_discounts": "0.00",
        "financial_status": if order.payment.paid { "paid" } else { "pending" },
        "fulfillment_status": null,
        "email": buyer.email,
        "contact_email": buyer.email,
        "phone": null,
        "browser_ip": buyer.ip,
        "client_details": {
            "accept_language": null,
            "browser_height": null,
            "browser_ip": buyer.ip,
            "browser_width": null,
            "session_hash": null,
            "user_agent": order.user_agent,
        },
        "customer": {
            "id": 7_210_000_000_000_u64 + order.index * 331,
            "email": buyer.email,
            "phone": null,
            "first_name": buyer.place.first_name,
            "last_name": buyer.place.last_name,
            "created_at": at,
            "state": "disabled",
            "verified_email": true,
            "tags": "",
        },
        "billing_address": place(&buyer.place, &buyer.phone),
        "shipping_address": place(&order.shipping, &buyer.phone),
        "line_items": lines(order, id),
        "payment_gateway_names": [order.payment.gateway],
        "discount_codes": [],
        "note": null,
        "note_attributes": [],
        "source_name": "web",
        "landing_site": "/",
        "referring_site": "",
        "checkout_token": format!("{:032x}", u128::from(order.index) * 0x9e37_79b9_7f4a_7c15),
        "tags": "",
        "test": false,
    })
}

fn lines(order: &Order, id: u64) -> Vec<Value> {
    let line = |(number, line): (usize, &super::basket::Line)| {
        json!({
            "id": id * 2 + number as u64,
            "sku": line.product.sku,
            "title": line.product.name,
            "name": line.product.name,
            "quantity": line.quantity,
            "price": decimal(line.price),
            "product_id": 8_100_000_000_000_u64 + line.product.sku.len() as u64,
            "variant_id": null,
            "gift_card": false,
            "requires_shipping": true,
        })
    };
    order.lines.iter().enumerate().map(line).collect()
}

fn place(place: &Place, phone: &str) -> Value {
    json!({
        "first_name": place.first_name,
        "last_name": place.last_name,
        "name": format!("{} {}", place.first_name, place.last_name),
        "company": if place.company.is_empty() { Value::Null } else { place.company.clone().into() },
        "address1": place.street,
        "address2": if place.street2.is_empty() { Value::Null } else { place.street2.clone().into() },
        "city": place.city,
        "zip": place.postcode,
        "province": place.region,
        "country_code": place.country,
        "phone": phone,
    })
}
