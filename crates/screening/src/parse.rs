//! JSON text to typed shapes, with a pointer for whatever is wrong.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::place::pointer_at;
use crate::{Invalid, closest};

/// Reads a JSON object that an API was sent, as orders and drafts are read.
///
/// # Errors
/// What is wrong, with a pointer to where it stands.
pub fn read_json<T: DeserializeOwned>(text: &[u8]) -> Result<T, Invalid> {
    json(text)
}

/// Reads `text` as a `T`. Only in a refused text is looked for the place where it went wrong.
pub(crate) fn json<T: DeserializeOwned>(text: &[u8]) -> Result<T, Invalid> {
    // Bytes known to be UTF-8 as a whole are read faster than strings checked one by one.
    let text = std::str::from_utf8(text).map_err(|_| Invalid::one("", "the body is not UTF-8 text"))?;
    match serde_json::from_str(text) {
        Ok(Object(value)) => Ok(value),
        Err(error) => Err(explain(text, &error)),
    }
}

/// What is wrong, and where: the pointer is found from the place where the reader stopped.
fn explain(text: &str, error: &serde_json::Error) -> Invalid {
    let detail = sentence(&error.to_string());
    let line_start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let stopped = line_start.saturating_add(error.column()).min(text.len());
    if error.is_data() {
        // A bad value is told after the bracket behind it was read, if there is one; a missing field is
        // told there because it is the object that lacks it.
        let before = text.as_bytes().get(..stopped).unwrap_or_default();
        let closed = before.trim_ascii_end().last().is_some_and(|byte| matches!(byte, b'}' | b']'));
        let end = if closed && !detail.starts_with("missing field") { before.trim_ascii_end().len() - 1 } else { stopped };
        return Invalid::one(pointer_at(text, end), detail);
    }
    let (line, column) = (error.line(), error.column());
    let pointer = if detail == "trailing characters" { String::new() } else { pointer_at(text, stopped) };
    Invalid::one(pointer, format!("the body is not valid JSON: {detail} (line {line}, column {column})"))
}

/// Serde's names of types, and what they are called here.
const TYPES: [(&str, &str); 8] = [
    ("i32", "a whole number"),
    ("i64", "a whole number"),
    ("usize", "a whole number from 0"),
    ("u32", "a whole number from 0 to 4294967295"),
    ("u8", "a whole number from 0 to 255"),
    ("a map", "an object"),
    ("a sequence", "an array"),
    ("a boolean", "true or false"),
];

/// Serde's message without its position, with a suggestion for an unknown field.
fn sentence(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or(message);
    let mut quoted = message.split('`').skip(1).step_by(2);
    if message.starts_with("unknown field") {
        let typed = quoted.next().unwrap_or_default();
        return match closest(typed, quoted) {
            Some(known) => format!("unknown field `{typed}`, did you mean `{known}`?"),
            None => format!("unknown field `{typed}`"),
        };
    }
    for (name, meant) in TYPES {
        if let Some(rest) = message.strip_suffix(name).filter(|rest| rest.ends_with(", expected ")) {
            return format!("{rest}{meant}");
        }
    }
    message.to_owned()
}

/// A key as one step of a JSON pointer (RFC 6901).
pub(crate) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// An optional text: absent, null, empty and blank are all missing. A NUL is refused, as no
/// database column and no platform field can carry one.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    deserializer.deserialize_option(TextVisitor)
}

struct TextVisitor;

impl TextVisitor {
    /// Whether the text says anything; refused when no column could hold it.
    fn is_filled<E: serde::de::Error>(text: &str) -> Result<bool, E> {
        // A byte of a longer character is never 0.
        if text.bytes().any(|byte| byte == 0) {
            return Err(E::custom("must not contain a NUL character"));
        }
        Ok(text.bytes().next().is_some_and(|byte| byte.is_ascii_graphic()) || !text.trim().is_empty())
    }
}

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Option<String>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a string")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Self::is_filled(text)?.then(|| text.to_owned()))
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Self::is_filled(&text)?.then_some(text))
    }
}

/// A time or one of a few words: missing as any other [`text`] is.
pub(crate) fn word<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<Option<T>, D::Error> {
    text(deserializer)?.map(|text| T::deserialize(text.into_deserializer())).transpose()
}

/// The same, with a word that is meant when none is given.
pub(crate) fn word_or_default<'de, D: Deserializer<'de>, T: Default + DeserializeOwned>(deserializer: D) -> Result<T, D::Error> {
    Ok(word(deserializer)?.unwrap_or_default())
}

/// A value whose `null` means the same as its absence.
pub(crate) fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// An object of which only the members with a value are kept: `null` means the same as absence.
pub(crate) struct Present<T, K = String>(pub(crate) BTreeMap<K, T>);

impl<'de, T: Deserialize<'de>, K: Deserialize<'de> + Ord> Deserialize<'de> for Present<T, K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PresentVisitor(PhantomData)).map(Self)
    }
}

struct PresentVisitor<T, K>(PhantomData<(T, K)>);

impl<'de, T: Deserialize<'de>, K: Deserialize<'de> + Ord> Visitor<'de> for PresentVisitor<T, K> {
    type Value = BTreeMap<K, T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut present = BTreeMap::new();
        while let Some((name, value)) = map.next_entry::<K, Option<T>>()? {
            match value {
                Some(value) => present.insert(name, value),
                None => present.remove(&name),
            };
        }
        Ok(present)
    }
}

/// The members of an object that have a value; nothing for `null`.
pub(crate) fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<BTreeMap<String, T>, D::Error> {
    Ok(Option::<Present<T>>::deserialize(deserializer)?.map(|Present(members)| members).unwrap_or_default())
}

/// A struct that is written as an object. Serde by itself would also take an array, with the fields
/// in their order.
pub(crate) struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

/// An object whose `null` means the same as its absence.
pub(crate) fn object<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Ok(maybe_object(deserializer)?.unwrap_or_default())
}

/// An object or nothing.
pub(crate) fn maybe_object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Ok(Option::<Object<T>>::deserialize(deserializer)?.map(|Object(value)| value))
}

/// An array of objects whose `null` means the same as its absence.
pub(crate) fn objects<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let objects = Option::<Vec<Object<T>>>::deserialize(deserializer)?.unwrap_or_default();
    Ok(objects.into_iter().map(|Object(value)| value).collect())
}
