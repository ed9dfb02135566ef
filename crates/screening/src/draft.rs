//! What a merchant edits; what is published as a snapshot.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::entry::{Effect, Field};
use crate::parse::{json, object, objects, or_default, present, text, word, word_or_default};
use crate::{Invalid, Timestamp};

/// Settings, variables, lists, entries and rules in the contract's JSON shape.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are the contract's and say what they hold")]
pub struct Draft {
    #[serde(default, deserialize_with = "object")]
    pub settings: Settings,
    #[serde(default, deserialize_with = "objects")]
    pub variables: Vec<VariableDraft>,
    #[serde(default, deserialize_with = "objects")]
    pub lists: Vec<ListDraft>,
    #[serde(default, deserialize_with = "objects")]
    pub entries: Vec<EntryDraft>,
    #[serde(default, deserialize_with = "objects")]
    pub rules: Vec<RuleDraft>,
}

/// How points lead to a decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// An order is held when its score is strictly greater; `None` holds nothing by points.
    #[serde(default)]
    pub minimum_points: Option<i32>,
    /// An order is declined when its score is strictly greater; never below `minimum_points`.
    #[serde(default)]
    pub decline_points: Option<i32>,
    /// Points of a one-field entry without its own, by entry field or `postcode_extended`.
    #[serde(default, deserialize_with = "present")]
    pub default_points: BTreeMap<String, i32>,
    /// ISO 3166 code that phones, streets and postcodes are read in when nothing else says.
    #[serde(default, deserialize_with = "text")]
    pub default_country: Option<String>,
    /// IANA name of the shop's time zone; the shell computes `order.hour` and `order.weekday` in it.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// The master switch: `false` approves everything unscreened.
    #[serde(default = "yes", deserialize_with = "unless_null")]
    pub active: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            minimum_points: None,
            decline_points: None,
            default_points: BTreeMap::new(),
            default_country: None,
            time_zone: None,
            active: true,
        }
    }
}

fn yes() -> bool {
    true
}

/// `null` is what the absence is: yes.
fn unless_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(Option::<bool>::deserialize(deserializer)?.unwrap_or_else(yes))
}

/// A named sub-expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are the contract's and say what they hold")]
pub struct VariableDraft {
    pub name: String,
    pub is: String,
}

/// A named list of values for `in`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are the contract's and say what they hold")]
pub struct ListDraft {
    pub name: String,
    pub values: Vec<String>,
}

/// How an entry's fields are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchMode {
    /// Canonical forms are equal.
    #[default]
    Exact,
    /// Names and addresses may differ by mistypings; comes later and is refused until then.
    Similar,
}

/// A blacklist or allow-list record as the merchant wrote it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryDraft {
    /// The entry's id, unique in the draft.
    #[serde(default, deserialize_with = "or_default")]
    pub id: String,
    /// The filled fields; blank ones are dropped when read.
    #[serde(default, deserialize_with = "filled")]
    pub fields: BTreeMap<Field, String>,
    /// `None`: points for one field, mark for several.
    #[serde(default, deserialize_with = "word", skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// Exact or similar.
    #[serde(default, deserialize_with = "word_or_default", rename = "match")]
    pub matching: MatchMode,
    /// Its own points, for effect `points` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<i32>,
    /// Why it is listed; required.
    #[serde(default, deserialize_with = "or_default")]
    pub reason: String,
    /// From then on it no longer matches; `None` never expires.
    #[serde(default, deserialize_with = "word")]
    pub expires_at: Option<Timestamp>,
}

/// Who may read a rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Only the shop.
    #[default]
    Private,
    /// Anyone: the public pack carries it to buyers' browsers.
    Public,
}

/// A named test worth points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleDraft {
    /// The rule's id, unique in the draft.
    pub id: String,
    /// What people call it; the reason of its matches. Empty: the id.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// The condition, as rule text.
    pub when: String,
    /// Points, for effect `points` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<i32>,
    /// `None`: points.
    #[serde(default, deserialize_with = "word", skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// Inactive rules never run.
    #[serde(default = "yes", deserialize_with = "unless_null")]
    pub active: bool,
    /// Who may read it.
    #[serde(default, deserialize_with = "word_or_default")]
    pub visibility: Visibility,
    /// Payment methods that the checkout does not offer while `when` holds; public rules only. The
    /// rule then fires on an order that was paid by one of them all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hides: Vec<String>,
}

/// Keeps the filled fields of an entry; unknown names are refused.
fn filled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Field, String>, D::Error> {
    let fields = object::<D, EntryFields>(deserializer)?;
    Ok(fields.filled())
}

/// An entry's `fields` object as a struct, so that serde names duplicates, unknown fields and the
/// known ones closest to them.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct EntryFields {
    #[serde(deserialize_with = "crate::parse::text")]
    first_name: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    last_name: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    street: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    house_number: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    postcode: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    city: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    email: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    ip: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    phone: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    country: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    company: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    tax_id: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    customer_id: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    payment_fingerprint: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    device: Option<String>,
    #[serde(deserialize_with = "crate::parse::text")]
    email_domain: Option<String>,
}

impl EntryFields {
    fn filled(self) -> BTreeMap<Field, String> {
        let fields = [
            (Field::FirstName, self.first_name),
            (Field::LastName, self.last_name),
            (Field::Street, self.street),
            (Field::HouseNumber, self.house_number),
            (Field::Postcode, self.postcode),
            (Field::City, self.city),
            (Field::Email, self.email),
            (Field::Ip, self.ip),
            (Field::Phone, self.phone),
            (Field::Country, self.country),
            (Field::Company, self.company),
            (Field::TaxId, self.tax_id),
            (Field::CustomerId, self.customer_id),
            (Field::PaymentFingerprint, self.payment_fingerprint),
            (Field::Device, self.device),
            (Field::EmailDomain, self.email_domain),
        ];
        let mut filled = BTreeMap::new();
        for (field, value) in fields {
            filled.extend(value.map(|value| (field, value)));
        }
        filled
    }
}

impl Draft {
    /// Reads a draft in the contract's JSON shape; what it means is checked by
    /// [`Ruleset::compile`](crate::Ruleset::compile).
    pub fn from_json(text: &[u8]) -> Result<Self, Invalid> {
        json(text)
    }
}

/// Parts of a draft that are read on their own, in the contract's JSON shape.
macro_rules! read_alone {
    ($($part:ty),*) => {$(
        impl $part {
            /// Reads one in the contract's JSON shape; what it means is checked with its draft.
            ///
            /// # Errors
            /// What is wrong with the shape, and where.
            pub fn from_json(text: &[u8]) -> Result<Self, Invalid> {
                json(text)
            }
        }
    )*};
}

read_alone!(EntryDraft, RuleDraft, VariableDraft, ListDraft, Settings);
