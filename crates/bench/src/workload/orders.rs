//! Orders: JSON as a shop sends it, and what of it the rules of other engines read.

use super::people::{self, Address, Person};
use super::rules::quantile;
use crate::random::Random;
use serde_json::{Value, json};

/// Totals are spread evenly over their distribution in blocks of so many orders.
const BLOCK: usize = 1_000;

pub struct OrderText {
    pub json: String,
    pub person: Person,
    pub distinct_addresses: usize,
    /// Distinct values that entries can name, of all fields.
    pub identifiers: usize,
}

/// The first `count` orders.
pub fn orders(count: usize) -> Vec<OrderText> {
    (0..count).map(order).collect()
}

fn block(address: &Address) -> Value {
    json!({
        "first_name": address.first_name, "last_name": address.last_name, "street": address.street,
        "postcode": address.postcode, "city": address.city, "country": address.country,
    })
}

/// Order number `index`.
pub fn order(index: usize) -> OrderText {
    let mut random = Random::of(1, index);
    let person = people::person(&mut random);
    let home = person.home.clone();
    // Half are sent to the billing address. One in five of the others goes to another person.
    let mut distinct_addresses = 1;
    let mut elsewhere = |random: &mut Random| {
        distinct_addresses += 1;
        let (first, last) = if random.percent(20) {
            ("Maria".to_owned(), people::last_name(random))
        } else {
            (home.first_name.clone(), home.last_name.clone())
        };
        people::address(random, first, last)
    };
    let shipping = if random.percent(50) { elsewhere(&mut random) } else { home.clone() };
    // One order in five has a line with its own third address, one in five one that repeats the second, one in five both.
    let third = if random.percent(40) { Some(elsewhere(&mut random)) } else { None };
    let share = (index.wrapping_mul(387) % BLOCK) as f64;
    let total = quantile((share + 0.5) / BLOCK as f64);
    let cents = (total * 100.0) as u64;
    let money = |cents: u64| format!("{}.{:02}", cents / 100, cents % 100);
    let lines: Vec<Value> = (0..3)
        .map(|line| {
            let mut item = json!({
                "sku": format!("SKU-{}", random.below(5_000)), "product": format!("Graphics card {}", random.below(400)),
                "category": "Electronics", "quantity": 1, "price": money(cents / 3),
            });
            match (&third, line) {
                (Some(address), 1) => item["shipping"] = block(address),
                (_, 2) if random.percent(30) => item["shipping"] = block(&shipping),
                _ => {}
            }
            item
        })
        .collect();
    let order = json!({
        "id": format!("{}", 100_000 + index), "number": format!("#{}", 100_000 + index), "placed_at": "2026-11-24T09:30:00Z",
        "currency": "EUR", "total": money(cents), "channel": "web", "email": person.email, "phone": person.phone, "ip": person.ip, "device": person.device,
        "customer": {"id": person.customer_id, "group": "retail", "first_name": home.first_name, "last_name": home.last_name, "orders_count": random.below(20)},
        "billing": block(&home), "shipping": block(&shipping), "lines": lines,
        "payment": {"method": "card", "provider": "stripe", "country": home.country},
    });
    let identifiers = identifiers(&order);
    OrderText { json: order.to_string(), person, distinct_addresses, identifiers }
}

fn identifiers(order: &Value) -> usize {
    let places = [&order["billing"], &order["shipping"]]
        .into_iter()
        .chain(order["lines"].as_array().into_iter().flatten().map(|line| &line["shipping"]));
    let mut values: Vec<(&str, &Value)> =
        places.filter_map(Value::as_object).flatten().map(|(field, value)| (field.as_str(), value)).collect();
    values.extend(["email", "phone", "ip", "device"].map(|field| (field, &order[field])));
    values.push(("customer_id", &order["customer"]["id"]));
    let domain = Value::from(order["email"].as_str().and_then(|email| email.split('@').nth(1)));
    values.push(("email_domain", &domain));
    values.sort_by_key(|(field, value)| (*field, value.to_string()));
    values.dedup();
    values.len()
}
