//! How long each kind of key takes.

use super::clock::{cpu, median};
use ordergate_bench::ours::parse;
use ordergate_bench::workload;
use ordergate_screening::{Order, Place, key};
use std::hint::black_box;

fn text(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or_default()
}

type Read = fn(&Order, &Place, Option<&str>);

const KEYS: &[(&str, Read)] = &[
    ("e-mail", |order, _, _| {
        black_box(key::Email::parse(text(&order.email)));
    }),
    ("phone", |order, _, country| {
        black_box(key::Phone::parse(text(&order.phone), country));
    }),
    ("ip", |order, _, _| {
        black_box(key::IpKey::of_order(text(&order.ip)));
    }),
    ("street and number", |_, place, country| {
        black_box(key::StreetAddress::parse(place.street.as_deref(), None, None, country));
    }),
    ("postcode", |_, place, country| {
        black_box(key::Postcode::parse(text(&place.postcode), country));
    }),
    ("city", |_, place, _| {
        black_box(key::city(text(&place.city)));
    }),
    ("first name", |_, place, _| {
        black_box(key::name(text(&place.first_name)));
    }),
    ("last name", |_, place, _| {
        black_box(key::name(text(&place.last_name)));
    }),
    ("both names", |_, place, _| {
        black_box(key::full_name(place.first_name.as_deref(), place.last_name.as_deref()));
    }),
    ("country", |_, place, _| {
        black_box(key::country(text(&place.country)));
    }),
    ("customer id", |order, _, _| {
        black_box(key::opaque(text(&order.customer.id)));
    }),
];

pub fn print() {
    let orders: Vec<Order> = workload::orders(workload::ORDERS).iter().map(|order| parse(&order.json)).collect();
    let mut times = vec![Vec::new(); KEYS.len()];
    for _ in 0..15 {
        for ((_, read), times) in KEYS.iter().zip(&mut times) {
            let begin = cpu();
            for order in &orders {
                read(order, &order.billing, order.billing.country.as_deref());
            }
            times.push((cpu() - begin) * 1e3 / orders.len() as f64);
        }
    }
    println!("canonical keys, natively, ns a value");
    for ((name, _), times) in KEYS.iter().zip(times) {
        println!("  {name:<20}{:>6.0}", median(times));
    }
    println!();
}
