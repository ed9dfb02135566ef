//! One order in full, and as lists show it.

use ordergate_exchange::orders::ReadOrder;
use ordergate_screening::{Check, Facts, Order, Place};
use serde::Serialize;

/// An order as lists show it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// Which of the file's orders it is.
    pub index: usize,
    /// The line of its first row.
    pub line: u64,
    /// The number people see, else its id.
    pub number: String,
    /// When it was placed, in milliseconds since 1970.
    pub at: i64,
    /// What it costs, in minor units.
    pub minor: i64,
    /// In which currency.
    pub currency: String,
    /// Who bought.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Where it goes: city and country.
    pub to: String,
    /// What became of it, in the file's words.
    pub status: String,
}

/// One order in full.
#[derive(Debug, Clone, PartialEq)]
pub struct Examined {
    /// The order as it was checked.
    pub order: Order,
    /// The facts it was checked with.
    pub facts: Facts,
    /// The check.
    pub check: Check,
}

impl Examined {
    /// `{"order", "facts", "check"}`, each as in the contract; order and facts are a line for the command line.
    pub fn to_json(&self) -> String {
        let facts = serde_json::to_string(&self.facts).unwrap_or_default();
        format!(r#"{{"order":{},"facts":{facts},"check":{}}}"#, self.order.to_json(), self.check.to_json())
    }
}

impl Row {
    pub(crate) fn of(index: usize, read: &ReadOrder) -> Self {
        let order = &read.order;
        let places = [&order.billing, &order.shipping];
        let of_customer =
            Place { first_name: order.customer.first_name.clone(), last_name: order.customer.last_name.clone(), ..Place::default() };
        let names = places.into_iter().chain([&of_customer]).map(|place| joined([&place.first_name, &place.last_name], " "));
        let to = places.into_iter().rev().map(|place| joined([&place.city, &place.country], ", "));
        Self {
            index,
            line: read.line,
            number: order.number.clone().unwrap_or_else(|| order.id.clone()),
            at: order.placed_at.as_millis(),
            minor: order.total.minor(),
            currency: order.total.currency().code().to_owned(),
            name: first(names),
            email: order.email.clone().unwrap_or_default(),
            to: first(to),
            status: read.status.clone().unwrap_or_default(),
        }
    }
}

pub(crate) fn joined<'t>(parts: impl IntoIterator<Item = &'t Option<String>>, between: &str) -> String {
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(between)
}

fn first(mut texts: impl Iterator<Item = String>) -> String {
    texts.find(|text| !text.is_empty()).unwrap_or_default()
}
