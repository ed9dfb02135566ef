//! What the shell supplies beside the order: typed inputs, stored with every check.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::Invalid;
use crate::parse::{Present, json, object, or_default, text};
use crate::rule::{Decimal, USUAL_COUNTERS, VELOCITY_KEYS, is_counter};

/// Facts about an order that the order itself does not carry. A fact that is absent is a missing
/// value: whatever tests it is false.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Counters per key: outer name `email`, `phone`, `ip`, `device`, `address`, `customer` or
    /// `payment`; inner name such as `count_24h`, `sum_24h`, `distinct_ip_24h`, `decayed`.
    #[serde(default, deserialize_with = "counters", skip_serializing_if = "BTreeMap::is_empty")]
    pub velocity: BTreeMap<String, BTreeMap<String, Quantity>>,
    /// What the checkout token proved.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "is_default")]
    pub token: TokenFacts,
    /// What the edge knows of the buyer's address on the network.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "is_default")]
    pub ip: IpFacts,
    /// The hour and weekday the order was placed, in the shop's time zone.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "is_default")]
    pub order: OrderFacts,
    /// What the shop's history says of the customer. Stored with the check; no path reads it yet,
    /// so any object is taken.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "serde_json::Map::is_empty")]
    pub customer: serde_json::Map<String, serde_json::Value>,
    /// The refund request that is screened. Stored with the check; the `refund.` paths come later,
    /// so any object is taken.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "serde_json::Map::is_empty")]
    pub refund: serde_json::Map<String, serde_json::Value>,
}

/// A number in a fact: JSON number or decimal string. Anything else is refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "serde_json::Value", into = "serde_json::Value")]
pub enum Quantity {
    /// A JSON number, as it is written.
    Number(String),
    /// A decimal as text, such as `"410.00"`.
    Text(String),
}

impl TryFrom<serde_json::Value> for Quantity {
    type Error = &'static str;

    fn try_from(value: serde_json::Value) -> Result<Self, Self::Error> {
        match value {
            serde_json::Value::Number(number) => Ok(Self::Number(number.to_string())),
            serde_json::Value::String(text) if text.parse::<Decimal>().is_ok() => Ok(Self::Text(text)),
            _ => Err("must be a number such as 3 or a decimal text such as \"410.00\""),
        }
    }
}

impl From<Quantity> for serde_json::Value {
    fn from(quantity: Quantity) -> Self {
        match quantity {
            Quantity::Number(number) => number.parse().map_or(Self::String(number), Self::Number),
            Quantity::Text(text) => Self::String(text),
        }
    }
}

/// What the checkout token proved.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenFacts {
    /// `ok`, `missing`, `expired`, `reused`, `other_cart`, `other_email`, `forged` or `degraded`.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

/// What the edge knows of the buyer's IP address.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IpFacts {
    /// ISO 3166 code of the country the token was asked from.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// When the order was placed, as the shop's clock shows it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderFacts {
    /// 0 to 23.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hour: Option<u8>,
    /// 1 (Monday) to 7 (Sunday), as in ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<u8>,
}

/// Counters without those that are null. A name that no rule can read is refused.
fn counters<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, BTreeMap<String, Quantity>>, D::Error> {
    let all = Option::<Present<Present<Quantity, Counter>, Key>>::deserialize(deserializer)?;
    let of_key = |(Key(key), Present(counters)): (Key, Present<Quantity, Counter>)| {
        (key, counters.into_iter().map(|(Counter(counter), quantity)| (counter, quantity)).collect())
    };
    Ok(all.map(|Present(all)| all.into_iter().map(of_key).collect()).unwrap_or_default())
}

/// The identity that is counted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        if VELOCITY_KEYS.contains(&name.as_str()) { Ok(Self(name)) } else { Err(D::Error::unknown_field(&name, &VELOCITY_KEYS)) }
    }
}

/// What is counted.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Counter(String);

impl<'de> Deserialize<'de> for Counter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        if is_counter(&name) { Ok(Self(name)) } else { Err(D::Error::unknown_field(&name, &USUAL_COUNTERS)) }
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Facts {
    /// Reads facts in the contract's JSON shape.
    pub fn from_json(text: &[u8]) -> Result<Self, Invalid> {
        json(text)
    }
}
