//! What can still be told about an order whose body cannot be read, so that people see which one it
//! is and it can be fetched from the platform.

use ordergate_screening::Timestamp;

use crate::json::{self, Kind, Value};
use crate::read::{is_identifier, time, whole_number};

/// Under which names a platform writes what identifies an order.
pub(crate) struct Identity {
    pub(crate) id: &'static str,
    /// A field whose last path segment is the id.
    pub(crate) global_id: Option<&'static str>,
    pub(crate) number: &'static str,
    pub(crate) version: &'static str,
}

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Salvaged {
    pub(crate) order_id: Option<String>,
    pub(crate) number: Option<String>,
    pub(crate) version: Option<Timestamp>,
}

/// Reads the top-level members up to the first place where the body stops being JSON. A name that
/// comes twice with two values tells nothing.
pub(crate) fn salvage(body: &[u8], identity: &Identity) -> Salvaged {
    let (mut id, mut global_id, mut number, mut version) = (Found::Nothing, Found::Nothing, Found::Nothing, Found::Nothing);
    for (key, value) in json::members_of(body) {
        let key = key.name();
        let is = |name: &str| key.as_ref() == name.as_bytes();
        if is(identity.id) {
            id.see(value);
        } else if is(identity.number) {
            number.see(value);
        } else if is(identity.version) {
            version.see(value);
        } else if identity.global_id.is_some_and(is) {
            global_id.see(value);
        }
    }
    let is_id = |text: &String| is_identifier(text) && text != "0" && !text.contains(char::REPLACEMENT_CHARACTER);
    let from_global_id = || global_id.text()?.rsplit_once('/').map(|(_, id)| id.to_owned()).filter(is_id);
    Salvaged {
        order_id: id.text().map(|text| text.trim().to_owned()).filter(is_id).or_else(from_global_id),
        number: number.text().map(|text| text.chars().take(128).collect()).filter(|text: &String| !text.trim().is_empty()),
        version: version.text().and_then(|text| time(text.trim())),
    }
}

#[derive(Clone, Copy)]
enum Found<'a> {
    Nothing,
    One(Value<'a>),
    Conflict,
}

impl<'a> Found<'a> {
    fn see(&mut self, value: Value<'a>) {
        *self = match *self {
            Self::Nothing => Self::One(value),
            Self::One(earlier) if earlier == value => *self,
            Self::One(_) | Self::Conflict => Self::Conflict,
        };
    }

    fn text(self) -> Option<String> {
        match self {
            Self::One(value) => match value.kind() {
                Kind::Text => Some(value.lossy()),
                Kind::Number => whole_number(value).map(str::to_owned),
                _ => None,
            },
            Self::Nothing | Self::Conflict => None,
        }
    }
}
