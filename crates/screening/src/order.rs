//! The order under screening: platform-neutral, validated when it is made.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::parse::{escaped, json, maybe_object, object, objects, present, text, word};
use crate::{Currency, Invalid, Money, Problem, Timestamp};

/// One address block of an order: billing, shipping, or the delivery address of one line.
/// Every field is text as the shop sent it; blank fields are `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are the contract's and say what they hold")]
pub struct Place {
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub tax_id: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub house_number: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub street2: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

impl Place {
    /// Whether no field is filled.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The buyer's account in the shop.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are the contract's and say what they hold")]
pub struct Customer {
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orders_count: Option<u32>,
    #[serde(default, deserialize_with = "word", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
}

/// How the order is paid, as far as the shop knows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are the contract's and say what they hold")]
pub struct Payment {
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub bin: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub last4: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// Ways to pay that are only paid when the parcel is taken.
pub fn is_cash_on_delivery(method: &str) -> bool {
    let method = method.to_lowercase();
    method.split(|c: char| !c.is_alphanumeric()).any(|word| word == "cod")
        || ["cash on delivery", "cash_on_delivery", "pobranie", "contrassegno", "kapıda"].iter().any(|words| method.contains(words))
}

/// One item of an order.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The shop's article number.
    pub sku: Option<String>,
    /// The product's name.
    pub product: Option<String>,
    /// The product's category.
    pub category: Option<String>,
    /// How many pieces; 1 when the shop does not say.
    pub quantity: u32,
    /// Price of one piece, in the order's currency.
    pub price: Option<Money>,
    /// The line's own delivery address, when it has one.
    pub shipping: Option<Place>,
}

/// An order as every platform's deliveries, the API and the command line give it to the engine.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// The shop's id of the order; text, so that ids over 2^53 stay intact.
    pub id: String,
    /// The number people see, such as `#1001`.
    pub number: Option<String>,
    /// When the buyer placed it.
    pub placed_at: Timestamp,
    /// When the shop last changed it.
    pub updated_at: Option<Timestamp>,
    /// What it costs in all.
    pub total: Money,
    /// Where it was placed: `web`, `pos`, `staff` and the like.
    pub channel: Option<String>,
    /// The buyer's e-mail address as typed.
    pub email: Option<String>,
    /// The buyer's phone number as typed.
    pub phone: Option<String>,
    /// The buyer's IP address as the shop saw it.
    pub ip: Option<String>,
    /// The browser's own description of itself.
    pub user_agent: Option<String>,
    /// The shop's or the storefront package's id of the device.
    pub device: Option<String>,
    /// The buyer's account.
    pub customer: Customer,
    /// Billing address; empty when the shop sent none.
    pub billing: Place,
    /// Shipping address; empty when the shop sent none.
    pub shipping: Place,
    /// The items, in the shop's order.
    pub lines: Vec<Line>,
    /// How it is paid.
    pub payment: Payment,
    /// The checkout token.
    pub token: Option<String>,
    /// The shop's own fields.
    pub custom: BTreeMap<String, String>,
}

impl Order {
    /// An order with only what every order must have; the rest is missing.
    pub fn new(id: impl Into<String>, placed_at: Timestamp, total: Money) -> Self {
        Self {
            id: id.into(),
            number: None,
            placed_at,
            updated_at: None,
            total,
            channel: None,
            email: None,
            phone: None,
            ip: None,
            user_agent: None,
            device: None,
            customer: Customer::default(),
            billing: Place::default(),
            shipping: Place::default(),
            lines: Vec::new(),
            payment: Payment::default(),
            token: None,
            custom: BTreeMap::new(),
        }
    }

    /// Reads an order in the contract's JSON shape. Unknown fields, wrong types and impossible
    /// amounts are refused with a pointer to each.
    pub fn from_json(text: &[u8]) -> Result<Self, Invalid> {
        json::<OrderJson>(text)?.into_order()
    }

    /// The order in the contract's JSON shape, without its missing fields.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&OrderJson::of(self)).unwrap_or_default()
    }
}

/// The contract's JSON shape of an order.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrderJson {
    id: String,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    placed_at: Timestamp,
    #[serde(default, deserialize_with = "word", skip_serializing_if = "Option::is_none")]
    updated_at: Option<Timestamp>,
    currency: String,
    total: String,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    channel: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    ip: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    user_agent: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    device: Option<String>,
    #[serde(default, deserialize_with = "object", skip_serializing_if = "is_default")]
    customer: Customer,
    #[serde(default, deserialize_with = "object", skip_serializing_if = "is_default")]
    billing: Place,
    #[serde(default, deserialize_with = "object", skip_serializing_if = "is_default")]
    shipping: Place,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "is_default")]
    lines: Vec<LineJson>,
    #[serde(default, deserialize_with = "object", skip_serializing_if = "is_default")]
    payment: Payment,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    token: Option<String>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "is_default")]
    custom: BTreeMap<String, String>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LineJson {
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    sku: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    product: Option<String>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    category: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quantity: Option<u32>,
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    price: Option<String>,
    #[serde(default, deserialize_with = "maybe_object", skip_serializing_if = "Option::is_none")]
    shipping: Option<Place>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl OrderJson {
    pub(crate) fn into_order(mut self) -> Result<Order, Invalid> {
        let mut problems = Vec::new();
        if self.id.trim().is_empty() {
            problems.push(Problem::new("/id", "must not be empty"));
        }
        if self.id.contains('\0') {
            problems.push(Problem::new("/id", "must not contain a NUL character"));
        }
        let Some(currency) = Currency::from_code(&self.currency) else {
            problems.push(Problem::new("/currency", format!("unknown currency `{}`; use an ISO 4217 code such as \"EUR\"", self.currency)));
            return Err(Invalid { problems });
        };
        let total = amount(&self.total, currency, || "/total".to_owned(), &mut problems);
        let mut lines = Vec::with_capacity(self.lines.len());
        for (index, line) in self.lines.into_iter().enumerate() {
            let price = line.price.map(|price| amount(&price, currency, || format!("/lines/{index}/price"), &mut problems));
            lines.push(Line {
                sku: line.sku,
                product: line.product,
                category: line.category,
                quantity: line.quantity.unwrap_or(1),
                price: price.flatten(),
                shipping: line.shipping.filter(|place| !place.is_empty()),
            });
        }
        for (key, value) in &self.custom {
            if key.contains('\0') || value.contains('\0') {
                problems.push(Problem::new(format!("/custom/{}", escaped(key)), "must not contain a NUL character"));
            }
        }
        self.custom.retain(|_, value| !value.trim().is_empty());
        match total {
            Some(total) if problems.is_empty() => Ok(Order {
                id: self.id,
                number: self.number,
                placed_at: self.placed_at,
                updated_at: self.updated_at,
                total,
                channel: self.channel,
                email: self.email,
                phone: self.phone,
                ip: self.ip,
                user_agent: self.user_agent,
                device: self.device,
                customer: self.customer,
                billing: self.billing,
                shipping: self.shipping,
                lines,
                payment: self.payment,
                token: self.token,
                custom: self.custom,
            }),
            _ => Err(Invalid { problems }),
        }
    }

    fn of(order: &Order) -> Self {
        let order = order.clone();
        Self {
            id: order.id,
            number: order.number,
            placed_at: order.placed_at,
            updated_at: order.updated_at,
            currency: order.total.currency().code().to_owned(),
            total: order.total.to_string(),
            channel: order.channel,
            email: order.email,
            phone: order.phone,
            ip: order.ip,
            user_agent: order.user_agent,
            device: order.device,
            customer: order.customer,
            billing: order.billing,
            shipping: order.shipping,
            lines: order
                .lines
                .into_iter()
                .map(|line| LineJson {
                    sku: line.sku,
                    product: line.product,
                    category: line.category,
                    quantity: Some(line.quantity),
                    price: line.price.map(|price| price.to_string()),
                    shipping: line.shipping,
                })
                .collect(),
            payment: order.payment,
            token: order.token,
            custom: order.custom,
        }
    }
}

fn amount(text: &str, currency: Currency, pointer: impl FnOnce() -> String, problems: &mut Vec<Problem>) -> Option<Money> {
    match Money::parse(text, currency) {
        Ok(money) => Some(money),
        Err(error) => {
            problems.push(Problem::new(pointer(), error.to_string()));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(body: &str) -> String {
        Order::from_json(body.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn says_where_an_order_is_wrong() {
        let order = |rest: &str| format!(r#"{{"id":"1","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"1.00"{rest}}}"#);
        for (body, want) in [
            (order(r#","billing":{"contry":"PL"}"#), "/billing/contry: unknown field `contry`, did you mean `country`?"),
            (
                order(r#","lines":[{},{"quantity":-1}]"#),
                "/lines/1/quantity: invalid value: integer `-1`, expected a whole number from 0 to 4294967295",
            ),
            (order(r#","email":"a","email":"b""#), "/email: duplicate field `email`"),
            (order(r#","email":"a\u0000b""#), "/email: must not contain a NUL character"),
            (
                order(r#","billing":{"city":"\ud800"}"#),
                "/billing/city: the body is not valid JSON: unexpected end of hex escape (line 1, column 103)",
            ),
            (
                order(r#","lines":[{"price":"12,50"},{"price":"-1"}]"#),
                "/lines/0/price: must be a decimal number with a point, such as \"120.50\"; /lines/1/price: must not be negative",
            ),
            (r#"{"id":"1"}"#.to_owned(), "missing field `placed_at`"),
            (r#"{"id":9007199254740993}"#.to_owned(), "/id: invalid type: integer `9007199254740993`, expected a string"),
            (r#"{"id":"1","placed_at":"now"}"#.to_owned(), "/placed_at: must be an RFC 3339 time such as \"2026-11-24T10:00:00Z\""),
            ("{".to_owned(), "the body is not valid JSON: EOF while parsing an object (line 1, column 1)"),
            (format!("{}1", order("")), "the body is not valid JSON: trailing characters (line 1, column 78)"),
        ] {
            assert_eq!(refused(&body), want, "{body}");
        }
        assert_eq!(refused("[]"), "invalid type: sequence, expected an object");
        assert_eq!(refused(&order(r#","billing":["Jan"]"#)), "/billing: invalid type: sequence, expected an object");
        assert_eq!(refused(&order(r#","lines":[{},["GPU-1"]]"#)), "/lines/1: invalid type: sequence, expected an object");
        assert!(refused(&"[".repeat(1000)).starts_with("invalid type: sequence"));
        assert!(refused(&order(&format!(r#","custom":{}"#, "[".repeat(1000)))).starts_with("/custom"));
    }

    #[test]
    fn blank_is_missing_and_round_trips() {
        let text = r#"{"id":"90071992547409931","placed_at":"2026-11-24T10:00:00Z","currency":"pln","total":"120.5",
            "email":"  ","customer":null,"billing":{"city":"","country":null},"lines":[{"shipping":{}}],"custom":{"a":"x","b":null}}"#;
        let order = Order::from_json(text.as_bytes()).unwrap();
        assert_eq!((order.email.clone(), order.billing.is_empty(), order.lines[0].shipping.clone()), (None, true, None));
        assert_eq!(
            order.to_json(),
            r#"{"id":"90071992547409931","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"120.50","lines":[{"quantity":1}],"custom":{"a":"x"}}"#
        );
        assert_eq!(Order::from_json(order.to_json().as_bytes()).unwrap(), order);
    }
}
