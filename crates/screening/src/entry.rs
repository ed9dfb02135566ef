//! Blacklist and allow-list entries: one to all fields that must all match.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::draft::{EntryDraft, MatchMode, Settings};
use crate::index::{Atom, Points};
use crate::key::{self, Email, IpRange, Phone, Postcode, StreetAddress};
use crate::{Problem, Timestamp};

/// A field an entry can fill, in the order the contract lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the contract's and say what they hold")]
pub enum Field {
    FirstName,
    LastName,
    Street,
    HouseNumber,
    Postcode,
    City,
    Email,
    Ip,
    Phone,
    Country,
    Company,
    TaxId,
    CustomerId,
    PaymentFingerprint,
    Device,
    EmailDomain,
}

impl Field {
    /// Every field, in the contract's order.
    pub const ALL: [Self; 16] = [
        Self::FirstName,
        Self::LastName,
        Self::Street,
        Self::HouseNumber,
        Self::Postcode,
        Self::City,
        Self::Email,
        Self::Ip,
        Self::Phone,
        Self::Country,
        Self::Company,
        Self::TaxId,
        Self::CustomerId,
        Self::PaymentFingerprint,
        Self::Device,
        Self::EmailDomain,
    ];

    /// The field's name in JSON, CSV and SQL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Street => "street",
            Self::HouseNumber => "house_number",
            Self::Postcode => "postcode",
            Self::City => "city",
            Self::Email => "email",
            Self::Ip => "ip",
            Self::Phone => "phone",
            Self::Country => "country",
            Self::Company => "company",
            Self::TaxId => "tax_id",
            Self::CustomerId => "customer_id",
            Self::PaymentFingerprint => "payment_fingerprint",
            Self::Device => "device",
            Self::EmailDomain => "email_domain",
        }
    }

    /// Whether the field belongs to a place (all of an entry's place fields must match in one).
    pub fn is_of_place(self) -> bool {
        matches!(
            self,
            Self::FirstName
                | Self::LastName
                | Self::Street
                | Self::HouseNumber
                | Self::Postcode
                | Self::City
                | Self::Country
                | Self::Company
                | Self::TaxId
        )
    }

    /// Fields so common that alone they may neither hold nor allow an order.
    fn is_weak(self) -> bool {
        matches!(self, Self::FirstName | Self::City | Self::Country | Self::HouseNumber)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// What an entry or a rule does when it fires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Shows the order as suspicious; nothing is stopped.
    Mark,
    /// Adds points to the score.
    Points,
    /// Holds the order.
    Hold,
    /// Approves the order, unless something of effect `hold_always` fires.
    Allow,
    /// Holds the order whatever allows it.
    HoldAlways,
}

impl Effect {
    /// The effect's name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mark => "mark",
            Self::Points => "points",
            Self::Hold => "hold",
            Self::Allow => "allow",
            Self::HoldAlways => "hold_always",
        }
    }
}

/// Points lie between -1000 and 1000.
pub(crate) const POINTS: std::ops::RangeInclusive<i32> = -1000..=1000;

/// Canonical form of an entry's place fields.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct PlaceTest {
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    /// Given and family name in either order; set instead of the two above when both are filled.
    pub(crate) full_name: Option<String>,
    pub(crate) street: Option<String>,
    pub(crate) number: Option<String>,
    pub(crate) postcode: Option<String>,
    pub(crate) city: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) company: Option<String>,
    pub(crate) tax_id: Option<String>,
}

/// Canonical form of an entry's order-level fields.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct OrderTest {
    pub(crate) email: Option<String>,
    pub(crate) ip: Option<IpRange>,
    pub(crate) phone: Option<Phone>,
    pub(crate) customer_id: Option<String>,
    pub(crate) payment_fingerprint: Option<String>,
    pub(crate) device: Option<String>,
    pub(crate) email_domain: Option<String>,
}

/// A blacklist or allow-list record in canonical form, ready to be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub(crate) id: String,
    pub(crate) reason: String,
    pub(crate) effect: Effect,
    /// Its own points, or its type's default at the time of the check; 0 for other effects.
    pub(crate) points: Points,
    pub(crate) expires_at: Option<Timestamp>,
    /// The filled fields in the contract's order.
    pub(crate) fields: Vec<Field>,
    /// Set when any place field is filled.
    pub(crate) place: Option<PlaceTest>,
    pub(crate) order: OrderTest,
}

impl Entry {
    /// The bits of the atoms it compares.
    pub(crate) fn atoms(&self) -> u32 {
        let mut atoms = 0;
        let mut add = |atom: Atom, is_there: bool| atoms |= if is_there { atom.bit() } else { 0 };
        if let Some(place) = &self.place {
            add(Atom::FullName, place.full_name.is_some());
            add(Atom::FirstName, place.full_name.is_none() && place.first_name.is_some());
            add(Atom::LastName, place.full_name.is_none() && place.last_name.is_some());
            add(Atom::Street, place.street.is_some());
            add(Atom::Number, place.number.is_some());
            add(Atom::Postcode, place.postcode.is_some());
            add(Atom::City, place.city.is_some());
            add(Atom::Country, place.country.is_some());
            add(Atom::Company, place.company.is_some());
            add(Atom::TaxId, place.tax_id.is_some());
        }
        let order = &self.order;
        add(Atom::Email, order.email.is_some());
        add(Atom::EmailDomain, order.email_domain.is_some());
        add(Atom::Ip, order.ip.is_some());
        add(Atom::PhoneFull, order.phone.is_some());
        add(Atom::CustomerId, order.customer_id.is_some());
        add(Atom::PaymentFingerprint, order.payment_fingerprint.is_some());
        add(Atom::Device, order.device.is_some());
        atoms
    }

    /// The entry's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Reads one entry of a draft: all its problems, with pointers from the entry itself.
    pub fn compile(draft: &EntryDraft, settings: &Settings) -> Result<Self, Vec<Problem>> {
        Compiler { draft, settings, problems: Vec::new() }.entry()
    }
}

struct Compiler<'a> {
    draft: &'a EntryDraft,
    settings: &'a Settings,
    problems: Vec<Problem>,
}

impl Compiler<'_> {
    fn refuse(&mut self, pointer: &str, detail: impl fmt::Display) {
        self.problems.push(Problem::new(pointer, detail.to_string()));
    }

    fn entry(mut self) -> Result<Entry, Vec<Problem>> {
        let fields: Vec<Field> = self.draft.fields.keys().copied().collect();
        if self.draft.id.trim().is_empty() {
            self.problems.push(Problem::new("/id", "an entry needs an id"));
        }
        if self.draft.reason.trim().is_empty() {
            self.refuse("/reason", "a reason is required");
        }
        if self.draft.matching == MatchMode::Similar {
            self.refuse("/match", "`similar` is not available yet; use `exact`");
        }
        if fields.is_empty() {
            self.refuse("/fields", "fill at least one field");
            return Err(self.problems);
        }
        let place = fields.iter().any(|field| field.is_of_place()).then(|| self.place_test());
        let order = self.order_test();
        let effect = self.draft.effect.unwrap_or(if fields.len() == 1 { Effect::Points } else { Effect::Mark });
        let points = self.points(effect, &fields, place.as_ref());
        self.guard(effect, &fields);
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        Ok(Entry {
            id: self.draft.id.clone(),
            reason: self.draft.reason.clone(),
            effect,
            points,
            expires_at: self.draft.expires_at,
            fields,
            place,
            order,
        })
    }

    fn value(&self, field: Field) -> Option<&str> {
        self.draft.fields.get(&field).map(String::as_str)
    }

    /// The country its values are read in: its own, else the shop's.
    fn country(&self) -> Option<String> {
        self.value(Field::Country).or(self.settings.default_country.as_deref()).and_then(key::country)
    }

    /// The canonical form of `field`, or a problem when nothing of the value can be compared.
    fn canonical<T>(&mut self, field: Field, expected: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let value = self.value(field)?.to_owned();
        let read = read(&value);
        if read.is_none() {
            self.refuse(&format!("/fields/{field}"), format_args!("`{value}` is not {expected}"));
        }
        read
    }

    fn place_test(&mut self) -> PlaceTest {
        let country = self.country();
        let mut test = PlaceTest {
            first_name: self.canonical(Field::FirstName, "a name", key::name),
            last_name: self.canonical(Field::LastName, "a name", key::name),
            postcode: self.canonical(Field::Postcode, "a postcode", |value| Some(Postcode::parse(value, country.as_deref())?.full)),
            city: self.canonical(Field::City, "a city", key::city),
            country: self.canonical(Field::Country, "a country", key::country),
            company: self.canonical(Field::Company, "a company name", key::company),
            tax_id: self.canonical(Field::TaxId, "a tax id", key::tax_id),
            ..PlaceTest::default()
        };
        test.full_name = key::full_name(self.value(Field::FirstName), self.value(Field::LastName));
        let draft = self.draft;
        let (street, number) = (draft.fields.get(&Field::Street), draft.fields.get(&Field::HouseNumber));
        let address = StreetAddress::parse(street.map(String::as_str), None, number.map(String::as_str), country.as_deref());
        if let (Some(value), None) = (street, &address.street) {
            self.refuse("/fields/street", format_args!("`{value}` is not a street"));
        }
        if let (Some(value), None) = (number, &address.number) {
            self.refuse("/fields/house_number", format_args!("`{value}` is not a house number"));
        }
        test.street = address.street;
        test.number = address.number;
        test
    }

    fn order_test(&mut self) -> OrderTest {
        let country = self.country();
        let ip = self.value(Field::Ip).map(IpRange::parse);
        let ip = match ip {
            Some(Ok(range)) => Some(range),
            Some(Err(detail)) => {
                self.refuse("/fields/ip", detail);
                None
            }
            None => None,
        };
        OrderTest {
            email: self.canonical(Field::Email, "an e-mail address", |value| Some(Email::parse(value)?.canonical)),
            ip,
            phone: self.canonical(Field::Phone, "a phone number", |value| Phone::parse(value, country.as_deref())),
            customer_id: self.canonical(Field::CustomerId, "a customer id", key::opaque),
            payment_fingerprint: self.canonical(Field::PaymentFingerprint, "a payment fingerprint", key::opaque),
            device: self.canonical(Field::Device, "a device id", key::opaque),
            email_domain: self.canonical(Field::EmailDomain, "an e-mail domain", key::email_domain),
        }
    }

    fn points(&mut self, effect: Effect, fields: &[Field], place: Option<&PlaceTest>) -> Points {
        match (effect, self.draft.points, fields) {
            (Effect::Points, Some(points), _) => {
                if !POINTS.contains(&points) {
                    self.refuse("/points", format_args!("{points} is outside -1000 to 1000"));
                }
                return Points::Own(points);
            }
            (Effect::Points, None, [_]) => return Points::Default { extended: self.has_extended_postcode(place) },
            (Effect::Points, None, _) => self.refuse("/points", "effect `points` on several fields needs its own points"),
            (_, Some(_), _) => {
                self.refuse("/points", format_args!("points belong to effect `points`, not to `{}`", effect.as_str()));
            }
            (_, None, _) => {}
        }
        Points::Own(0)
    }

    /// Whether its postcode is longer than its country's short form, which is a type of its own.
    fn has_extended_postcode(&self, place: Option<&PlaceTest>) -> bool {
        place
            .and_then(|place| Postcode::parse(place.postcode.as_deref()?, self.country().as_deref()))
            .is_some_and(|postcode| postcode.is_extended())
    }

    fn guard(&mut self, effect: Effect, fields: &[Field]) {
        let strong = |field: &Field| matches!(field, Field::CustomerId | Field::PaymentFingerprint);
        if effect == Effect::Allow && fields.len() < 2 && !fields.iter().any(strong) {
            self.refuse("/effect", "`allow` needs customer_id, payment_fingerprint or at least two fields");
        } else if matches!(effect, Effect::Hold | Effect::HoldAlways | Effect::Allow) && fields.iter().all(|field| field.is_weak()) {
            self.refuse(
                "/effect",
                format_args!(
                    "first name, city, country and house number alone cannot {}",
                    if effect == Effect::Allow { "allow" } else { "hold" }
                ),
            );
        }
    }
}
