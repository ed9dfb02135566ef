//! What a column can hold, named as in an order: `billing.city`, `line.sku`.

use std::fmt;

use ordergate_screening::{Customer, Line, Order, Payment, Place};

const ORDER: [&str; 13] =
    ["id", "number", "placed_at", "updated_at", "currency", "total", "channel", "email", "phone", "ip", "user_agent", "device", "token"];
const CUSTOMER: [&str; 6] = ["id", "group", "first_name", "last_name", "orders_count", "created_at"];
const PLACE: [&str; 12] =
    ["first_name", "last_name", "company", "tax_id", "street", "house_number", "street2", "postcode", "city", "region", "country", "phone"];
const PAYMENT: [&str; 6] = ["method", "provider", "fingerprint", "bin", "last4", "country"];
const LINE: [&str; 5] = ["sku", "product", "category", "quantity", "price"];

/// What exports have beside the fields of an order: whole names, the price of all pieces, and what became of the order.
const OF_EXPORTS: [(Part, &str); 6] = [
    (Part::Billing, "name"),
    (Part::Shipping, "name"),
    (Part::Customer, "name"),
    (Part::Line, "total"),
    (Part::File, "status"),
    (Part::File, "cancelled_at"),
];

/// The object that a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Order,
    Customer,
    Billing,
    Shipping,
    Payment,
    Line,
    LineShipping,
    Custom,
    /// What the file says and an order does not.
    File,
}

impl Part {
    const NAMED: [(Self, &'static str, &'static [&'static str]); 6] = [
        (Self::LineShipping, "line.shipping.", &PLACE),
        (Self::Customer, "customer.", &CUSTOMER),
        (Self::Billing, "billing.", &PLACE),
        (Self::Shipping, "shipping.", &PLACE),
        (Self::Payment, "payment.", &PAYMENT),
        (Self::Line, "line.", &LINE),
    ];

    fn prefix(self) -> &'static str {
        match self {
            Self::Custom => "custom.",
            _ => Self::NAMED.iter().find(|(part, _, _)| *part == self).map_or("", |(_, prefix, _)| prefix),
        }
    }
}

/// Where the cells of a column go; written as `billing.city`, `line.sku`, `status`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    pub(super) part: Part,
    pub(super) field: String,
}

impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", self.part.prefix(), self.field)
    }
}

impl Target {
    fn new(part: Part, field: &str) -> Self {
        Self { part, field: field.to_owned() }
    }

    /// The fields of an order, as columns name them.
    pub fn of_order() -> Vec<Self> {
        let of_order = ORDER.iter().map(|field| Self::new(Part::Order, field));
        let others = Part::NAMED.iter().flat_map(|(part, _, fields)| fields.iter().map(|field| Self::new(*part, field)));
        of_order.chain(others).collect()
    }

    /// Everything that a column can be read as, without the shop's own fields (`custom.…`).
    pub fn all() -> Vec<Self> {
        Self::of_order().into_iter().chain(OF_EXPORTS.iter().map(|(part, field)| Self::new(*part, field))).collect()
    }

    /// The shop's own field that a column names: `custom.campaign`, `custom_campaign`.
    pub(super) fn custom(name: &str) -> Option<Self> {
        let key = name.strip_prefix("custom.").or_else(|| name.strip_prefix("custom_"))?;
        (!key.is_empty()).then(|| Self::new(Part::Custom, key))
    }

    /// What a name stands for: a field of an order or what only exports have.
    pub fn named(name: &str) -> Option<Self> {
        Self::custom(name).or_else(|| Self::all().into_iter().find(|known| known.to_string() == name))
    }

    /// It belongs to one line, so that each row of an order has its own.
    pub(super) fn is_of_line(&self) -> bool {
        matches!(self.part, Part::Line | Part::LineShipping)
    }
}

/// The text of an order that a field is; `None` for one that is no plain text.
pub(super) fn slot<'o>(order: &'o mut Order, part: Part, field: &str) -> Option<&'o mut Option<String>> {
    match part {
        Part::Order => match field {
            "number" => Some(&mut order.number),
            "channel" => Some(&mut order.channel),
            "email" => Some(&mut order.email),
            "phone" => Some(&mut order.phone),
            "ip" => Some(&mut order.ip),
            "user_agent" => Some(&mut order.user_agent),
            "device" => Some(&mut order.device),
            "token" => Some(&mut order.token),
            _ => None,
        },
        Part::Customer => customer(&mut order.customer, field),
        Part::Billing => place(&mut order.billing, field),
        Part::Shipping => place(&mut order.shipping, field),
        Part::Payment => payment(&mut order.payment, field),
        Part::Line | Part::LineShipping | Part::Custom | Part::File => None,
    }
}

fn customer<'c>(customer: &'c mut Customer, field: &str) -> Option<&'c mut Option<String>> {
    match field {
        "id" => Some(&mut customer.id),
        "group" => Some(&mut customer.group),
        "first_name" => Some(&mut customer.first_name),
        "last_name" => Some(&mut customer.last_name),
        _ => None,
    }
}

fn payment<'p>(payment: &'p mut Payment, field: &str) -> Option<&'p mut Option<String>> {
    match field {
        "method" => Some(&mut payment.method),
        "provider" => Some(&mut payment.provider),
        "fingerprint" => Some(&mut payment.fingerprint),
        "bin" => Some(&mut payment.bin),
        "last4" => Some(&mut payment.last4),
        "country" => Some(&mut payment.country),
        _ => None,
    }
}

pub(super) fn place<'p>(place: &'p mut Place, field: &str) -> Option<&'p mut Option<String>> {
    match field {
        "first_name" => Some(&mut place.first_name),
        "last_name" => Some(&mut place.last_name),
        "company" => Some(&mut place.company),
        "tax_id" => Some(&mut place.tax_id),
        "street" => Some(&mut place.street),
        "house_number" => Some(&mut place.house_number),
        "street2" => Some(&mut place.street2),
        "postcode" => Some(&mut place.postcode),
        "city" => Some(&mut place.city),
        "region" => Some(&mut place.region),
        "country" => Some(&mut place.country),
        "phone" => Some(&mut place.phone),
        _ => None,
    }
}

pub(super) fn line<'l>(line: &'l mut Line, field: &str) -> Option<&'l mut Option<String>> {
    match field {
        "sku" => Some(&mut line.sku),
        "product" => Some(&mut line.product),
        "category" => Some(&mut line.category),
        _ => None,
    }
}
