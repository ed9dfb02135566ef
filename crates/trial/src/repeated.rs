//! Identities that several orders of a file share.

use std::collections::BTreeSet;

use ordergate_screening::{Fingerprints, Identity, IdentityField, Order, identities};
use serde::Serialize;

use crate::examined::joined;
use crate::history::{History, Posting};

/// Groups of one kind that are named; the rest is counted.
const NAMED: usize = 200;
/// Orders of a group that are named.
const ORDERS_NAMED: usize = 100;

/// The identities of one kind that several orders share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Repeated {
    /// `email`, `phone`, `ip`, `address` and so on.
    pub field: &'static str,
    /// How many identities several orders share.
    pub groups: usize,
    /// How many orders share one.
    pub orders: usize,
    /// The most telling ones: with most parcels not taken, then most buyers, then most orders.
    pub top: Vec<Group>,
}

/// The orders that share one identity.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// It, as its newest order has it.
    pub value: String,
    /// How many orders share it.
    pub orders: usize,
    /// How many buyers they are of.
    pub buyers: usize,
    /// How many of them were to be paid on delivery and were called off.
    pub unclaimed: usize,
    /// Which orders of the file, newest first.
    pub rows: Vec<u32>,
}

/// All of them; `read` gives an order of the file again.
pub(crate) fn repeated(
    history: &History,
    unclaimed: &BTreeSet<u32>,
    country: Option<&str>,
    read: impl Fn(u32) -> Option<Order>,
) -> Vec<Repeated> {
    let mut found: Vec<Repeated> =
        IdentityField::ALL.iter().map(|field| Repeated { field: field.as_str(), groups: 0, orders: 0, top: Vec::new() }).collect();
    let mut ranked: Vec<(IdentityField, [usize; 3], &[Posting])> = Vec::new();
    for orders in history.shared() {
        let Some(field) = orders.first().map(|posting| posting.field) else { continue };
        if let Some(repeated) = found.iter_mut().find(|repeated| repeated.field == field.as_str()) {
            repeated.groups += 1;
            repeated.orders += orders.len();
        }
        let left = orders.iter().filter(|posting| unclaimed.contains(&posting.order)).count();
        ranked.push((field, [left, buyers(history, field, orders), orders.len()], orders));
    }
    ranked.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(&one.1)));
    for (field, [unclaimed, buyers, count], orders) in ranked {
        let Some(repeated) = found.iter_mut().find(|repeated| repeated.field == field.as_str()) else { continue };
        if repeated.top.len() >= NAMED {
            continue;
        }
        let Some(newest) = orders.last() else { continue };
        let identity = Identity { field, fingerprint: format!("{:016x}", newest.fingerprint) };
        let value = read(newest.order).map(|order| value(&order, &identity, country)).unwrap_or_default();
        let rows = orders.iter().rev().take(ORDERS_NAMED).map(|posting| posting.order).collect();
        repeated.top.push(Group { value, orders: count, buyers, unclaimed, rows });
    }
    found.retain(|repeated| repeated.groups > 0);
    found
}

/// Different buyers: by e-mail address, else by customer, else by phone; never by what they share.
fn buyers(history: &History, field: IdentityField, orders: &[Posting]) -> usize {
    let prefixes = [IdentityField::Email, IdentityField::Customer, IdentityField::Phone];
    let of = |posting: &Posting| {
        let packed = usize::try_from(posting.order).ok().and_then(|order| history.order(order)).map(|order| order.identities.as_str())?;
        let named = prefixes.iter().filter(|prefix| **prefix != field);
        named.map(|prefix| prefix.as_str()).find_map(|prefix| packed.split(',').find(|identity| identity.split(':').next() == Some(prefix)))
    };
    orders.iter().filter_map(of).collect::<BTreeSet<_>>().len().max(1)
}

/// An identity in the words of an order that has it.
fn value(order: &Order, identity: &Identity, country: Option<&str>) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match identity.field {
        IdentityField::Email => text(&order.email),
        IdentityField::Ip => text(&order.ip),
        IdentityField::Device => text(&order.device),
        IdentityField::Customer => text(&order.customer.id),
        IdentityField::Payment => text(&order.payment.fingerprint),
        IdentityField::Phone | IdentityField::Address => {
            // Which of the order's places it is of: the one that has it when it stands alone.
            let home = order.billing.country.as_deref().or(order.shipping.country.as_deref()).or(country);
            let place = [&order.billing, &order.shipping].into_iter().find(|place| {
                let mut alone = Order::new("", order.placed_at, order.total);
                alone.billing = (*place).clone();
                identities(&alone, home, &Fingerprints::default()).contains(identity)
            });
            match (identity.field, place) {
                (IdentityField::Phone, Some(place)) => text(&place.phone),
                (IdentityField::Phone, None) => text(&order.phone),
                (_, place) => {
                    let place = place.unwrap_or(&order.billing);
                    let street = joined([&place.street, &place.house_number, &place.street2], " ");
                    let town = joined([&place.postcode, &place.city], " ");
                    [street, town].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
                }
            }
        }
    }
}
