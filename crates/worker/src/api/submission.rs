//! What a shop's own server sends: an order, alone or with facts and a hold.

use std::fmt;

use ordergate_casework::hold_comment;
use ordergate_screening::{Facts, Invalid, Order, read_json};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// `POST /v1/orders` and `POST /v1/checks`: the fields of an order with `facts` and `hold` beside
/// them, or `{"order", "facts", "hold"}`.
pub(super) struct Submission {
    pub(super) order: Order,
    pub(super) facts: Facts,
    /// The comment of a manual hold.
    pub(super) hold: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HoldJson {
    comment: String,
}

/// The members of a JSON object in order, duplicates and all.
struct Members(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

impl Submission {
    /// Reads a submission.
    ///
    /// # Errors
    /// Every problem found, with pointers into the body.
    pub(super) fn from_json(body: &[u8]) -> Result<Self, Invalid> {
        let text = std::str::from_utf8(body).unwrap_or_default();
        let Ok(Members(members)) = serde_json::from_str(text) else {
            // Not an object, or not JSON: the order's own reader says what and where.
            return Ok(Self { order: Order::from_json(body)?, facts: Facts::default(), hold: None });
        };
        let wrapped = members.iter().any(|(name, _)| name == "order");
        let (mut facts, mut hold, mut order) = (None, None, Vec::new());
        for (name, value) in members {
            let slot = match name.as_str() {
                "facts" => &mut facts,
                "hold" => &mut hold,
                _ => {
                    order.push((name, value));
                    continue;
                }
            };
            if slot.replace(value).is_some() {
                return Err(Invalid::one(format!("/{name}"), format!("duplicate field `{name}`")));
            }
        }
        let order = match (wrapped, order.as_slice()) {
            (true, [(_, value)]) => Order::from_json(value.get().as_bytes()).map_err(|invalid| invalid.inside("/order"))?,
            (true, members) => {
                let other = members.iter().find(|(name, _)| name != "order").map_or("order", |(name, _)| name);
                let what = if other == "order" { "duplicate" } else { "unknown" };
                return Err(Invalid::one(format!("/{other}"), format!("{what} field `{other}`")));
            }
            (false, _) if facts.is_none() && hold.is_none() => Order::from_json(body)?,
            (false, members) => Order::from_json(object(members).as_bytes())?,
        };
        let facts = match facts.as_deref().map(RawValue::get) {
            None | Some("null") => Facts::default(),
            Some(text) => Facts::from_json(text.as_bytes()).map_err(|invalid| invalid.inside("/facts"))?,
        };
        let hold = match hold.as_deref().map(RawValue::get) {
            None | Some("null") => None,
            Some(text) => {
                let hold: HoldJson = read_json(text.as_bytes()).map_err(|invalid| invalid.inside("/hold"))?;
                Some(hold_comment(&hold.comment, "/hold/comment").map_err(|problem| Invalid { problems: vec![problem] })?)
            }
        };
        Ok(Self { order, facts, hold })
    }
}

fn object(members: &[(String, Box<RawValue>)]) -> String {
    let members: Vec<String> =
        members.iter().map(|(name, value)| format!("{}:{}", serde_json::Value::from(name.as_str()), value.get())).collect();
    format!("{{{}}}", members.join(","))
}
