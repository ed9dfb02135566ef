//! Values of an order and its facts, read once a check and kept in canonical form.

use std::cell::OnceCell;

use super::code::{Code, Key, Reading, Slot};
use super::decimal::Decimal;
use super::literal;
use super::path::{Kind, Path, PlaceField};
use crate::draft::Settings;
use crate::facts::Quantity;
use crate::key::{self, Phone, Postcode, StreetAddress};
use crate::mailbox::Mailbox;
use crate::{Facts, Line, Order, Place};

/// `None` until it is read; then what was read, which may be nothing.
pub(crate) type Cell = OnceCell<Option<Key>>;

pub(crate) struct Values<'o> {
    pub(crate) order: &'o Order,
    mailbox: &'o Mailbox<'o>,
    facts: &'o Facts,
    code: &'o Code,
    in_utc: bool,
    /// The country of the buyer: what phones and postcodes without one of their own are read in.
    home: Option<String>,
    order_cells: Vec<Cell>,
    /// Cells of the first line, then of the second and so on; made when a line is first read.
    line_cells: OnceCell<Vec<Cell>>,
}

/// Empty cells.
pub(crate) fn cells(count: usize) -> Vec<Cell> {
    (0..count).map(|_| Cell::new()).collect()
}

impl<'o> Values<'o> {
    pub(crate) fn new(order: &'o Order, facts: &'o Facts, settings: &Settings, code: &'o Code, mailbox: &'o Mailbox<'o>) -> Self {
        Self {
            order,
            mailbox,
            facts,
            code,
            in_utc: settings.time_zone.as_deref().is_none_or(|zone| matches!(zone, "UTC" | "Etc/UTC")),
            home: key_of_country(&order.billing)
                .or_else(|| key_of_country(&order.shipping))
                .or_else(|| settings.default_country.as_deref().and_then(key::country)),
            order_cells: cells(code.order_slots.len()),
            line_cells: OnceCell::new(),
        }
    }

    /// What a slot holds, for the line with this index when it is one of lines.
    pub(crate) fn get(&self, slot: Slot, line: Option<usize>) -> Option<&Key> {
        if !slot.of_line {
            let reading = self.code.order_slots.get(slot.index)?;
            return self.order_cells.get(slot.index)?.get_or_init(|| self.of_order(reading)).as_ref();
        }
        let per_line = self.code.line_slots.len();
        let (index, reading) = (line?, self.code.line_slots.get(slot.index)?);
        let line = self.order.lines.get(index)?;
        let cells = self.line_cells.get_or_init(|| cells(per_line.saturating_mul(self.order.lines.len())));
        cells.get(index.checked_mul(per_line)?.checked_add(slot.index)?)?.get_or_init(|| self.of_line(reading, line)).as_ref()
    }

    fn of_order(&self, reading: &Reading) -> Option<Key> {
        let order = self.order;
        let number = |number: Option<i64>| number.map(|number| Key::Number(Decimal::from(number)));
        let text = |text: &Option<String>| literal::read(text.as_deref()?, reading.kind, self.home.as_deref());
        match &reading.path {
            Path::Total => Some(Key::Number(Decimal::from(order.total))),
            Path::Currency => literal::read(order.total.currency().code(), reading.kind, None),
            Path::Channel => text(&order.channel),
            Path::Hour => number(self.facts.order.hour.map(i64::from).or_else(|| self.utc_hours().map(|hours| hours.rem_euclid(24)))),
            // 1970-01-01 was a Thursday, day 4 of its week.
            Path::Weekday => number(
                self.facts
                    .order
                    .weekday
                    .map(i64::from)
                    .or_else(|| self.utc_hours().map(|hours| (hours.div_euclid(24) + 3).rem_euclid(7) + 1)),
            ),
            Path::Email => {
                let typed = key::folded(order.email.as_deref()?);
                let canonical = self.mailbox.get().map(|email| email.canonical.clone());
                (!typed.is_empty()).then_some(Key::Email { typed, canonical })
            }
            Path::EmailCanonical => {
                let canonical = self.mailbox.get()?.canonical.clone();
                Some(Key::Email { typed: canonical.clone(), canonical: Some(canonical) })
            }
            Path::EmailDomain => self.mailbox.get().map(|email| Key::Text(email.domain.clone())),
            Path::EmailIsFree => self.mailbox.get().map(|email| Key::Bool(email.is_free())),
            Path::EmailIsDisposable => self.mailbox.get().map(|email| Key::Bool(email.is_disposable())),
            Path::Phone => text(&order.phone),
            Path::PhoneCountry if cfg!(feature = "browser") => None,
            Path::PhoneCountry => {
                Phone::parse(order.phone.as_deref()?, self.home.as_deref())?.country().and_then(key::country).map(Key::Text)
            }
            Path::Ip => text(&order.ip),
            Path::IpCountry => text(&self.facts.ip.country),
            Path::CustomerGroup => text(&order.customer.group),
            Path::CustomerId => text(&order.customer.id),
            Path::CustomerOrdersCount => number(order.customer.orders_count.map(i64::from)),
            Path::CustomerAgeDays => number(order.customer.created_at.map(|created| {
                const DAY: i64 = 86_400_000;
                (order.placed_at.as_millis() - created.as_millis()).max(0) / DAY
            })),
            Path::Billing(field) => self.of_place(&order.billing, *field, reading.kind),
            Path::Shipping(field) => self.of_place(&order.shipping, *field, reading.kind),
            Path::SameAddress => self.same_address().map(Key::Bool),
            Path::PaymentMethod => text(&order.payment.method),
            Path::PaymentProvider => text(&order.payment.provider),
            Path::PaymentFingerprint => text(&order.payment.fingerprint),
            Path::PaymentBin => text(&order.payment.bin),
            Path::PaymentLast4 => text(&order.payment.last4),
            Path::PaymentCountry => text(&order.payment.country),
            Path::TokenState => text(&self.facts.token.state),
            Path::Custom(key) => literal::read(order.custom.get(key)?, reading.kind, self.home.as_deref()),
            // A page does not know the shop's history.
            Path::Velocity(..) if cfg!(feature = "browser") => None,
            Path::Velocity(of, counter) => quantity(self.facts.velocity.get(*of)?.get(counter)?).map(Key::Number),
            Path::LineSku
            | Path::LineProduct
            | Path::LineCategory
            | Path::LineQuantity
            | Path::LinePrice
            | Path::LineAmount
            | Path::LineShipping(_) => None,
        }
    }

    fn of_line(&self, reading: &Reading, line: &Line) -> Option<Key> {
        let text = |text: &Option<String>| literal::read(text.as_deref()?, reading.kind, self.home.as_deref());
        match &reading.path {
            Path::LineSku => text(&line.sku),
            Path::LineProduct => text(&line.product),
            Path::LineCategory => text(&line.category),
            Path::LineQuantity => Some(Key::Number(Decimal::from(i64::from(line.quantity)))),
            Path::LinePrice => line.price.map(|price| Key::Number(Decimal::from(price))),
            Path::LineAmount => line.price.map(|price| Key::Number(Decimal::from(price).times(line.quantity))),
            Path::LineShipping(field) => self.of_place(line.shipping.as_ref()?, *field, reading.kind),
            _ => None,
        }
    }

    fn of_place(&self, place: &Place, field: PlaceField, kind: Kind) -> Option<Key> {
        let text = match field {
            PlaceField::FirstName => &place.first_name,
            PlaceField::LastName => &place.last_name,
            PlaceField::Company => &place.company,
            PlaceField::TaxId => &place.tax_id,
            PlaceField::Street => &place.street,
            PlaceField::HouseNumber => &place.house_number,
            PlaceField::Street2 => &place.street2,
            PlaceField::Postcode => &place.postcode,
            PlaceField::City => &place.city,
            PlaceField::Region => &place.region,
            PlaceField::Country => &place.country,
            PlaceField::Phone => &place.phone,
        };
        literal::read(text.as_deref()?, kind, self.country(place).as_deref())
    }

    fn country(&self, place: &Place) -> Option<String> {
        key_of_country(place).or_else(|| self.home.clone())
    }

    /// Whole hours since 1970, when the shop's clock shows UTC.
    fn utc_hours(&self) -> Option<i64> {
        self.in_utc.then(|| self.order.placed_at.as_millis().div_euclid(3_600_000))
    }

    /// Whether billing and shipping address are the same: country, short postcode, city, and then
    /// street and number, which take longest to read. Missing when either address is.
    fn same_address(&self) -> Option<bool> {
        let (billing, shipping) = (Address::read(&self.order.billing, self), Address::read(&self.order.shipping, self));
        if !billing.is_there() {
            return None;
        }
        // Most orders are sent where they are billed.
        if billing.place == shipping.place {
            return Some(true);
        }
        if !shipping.is_there() {
            return None;
        }
        Some(billing.is_near(&shipping) && billing.street() == shipping.street())
    }
}

/// An address without its city and street, which are read when they are needed.
struct Address<'o> {
    place: &'o Place,
    country: Option<String>,
    postcode: Option<Postcode>,
}

impl<'o> Address<'o> {
    fn read(place: &'o Place, values: &Values<'o>) -> Self {
        let country = values.country(place);
        let postcode = place.postcode.as_deref().and_then(|postcode| Postcode::parse(postcode, country.as_deref()));
        Self { place, postcode, country }
    }

    fn city(&self) -> Option<String> {
        self.place.city.as_deref().and_then(key::city)
    }

    fn street(&self) -> StreetAddress {
        let Place { street, street2, house_number, .. } = self.place;
        // Reading streets takes a quarter of a browser's engine; there, two spellings are two streets.
        if cfg!(feature = "browser") {
            let plain = |text: &Option<String>| text.as_deref().and_then(key::plain);
            let lines: Vec<String> = [street, house_number, street2].into_iter().filter_map(plain).collect();
            return StreetAddress { street: Some(lines.join(" ")).filter(|street| !street.is_empty()), number: None };
        }
        StreetAddress::parse(street.as_deref(), street2.as_deref(), house_number.as_deref(), self.country.as_deref())
    }

    fn is_there(&self) -> bool {
        self.postcode.is_some() || self.city().is_some() || self.street() != StreetAddress::default()
    }

    fn is_near(&self, other: &Self) -> bool {
        let same_postcode = match (&self.postcode, &other.postcode) {
            (Some(own), Some(others)) if own.is_extended() && others.is_extended() => own.full == others.full,
            (Some(own), Some(others)) => own.short == others.short,
            (own, others) => own.is_none() && others.is_none(),
        };
        same_postcode && self.country == other.country && self.city() == other.city()
    }
}

fn key_of_country(place: &Place) -> Option<String> {
    place.country.as_deref().and_then(key::country)
}

fn quantity(quantity: &Quantity) -> Option<Decimal> {
    match quantity {
        Quantity::Number(number) => Some(Decimal::from_json_number(number)),
        Quantity::Text(text) => text.trim().parse().ok(),
    }
}
