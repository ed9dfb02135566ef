//! What of an order entries are compared with, in canonical form.

use crate::entry::{Entry, OrderTest, PlaceTest};
use crate::index::{Atom, Fingerprints, Probes};
use crate::key::{self, Email, IpKey, Phone, Postcode, StreetAddress};
use crate::mailbox::Mailbox;
use crate::{Order, Place};

/// Everything in an order that entries compare. Places with the same content are read once.
pub(crate) struct Subject {
    places: Vec<PlaceKeys>,
    email: Option<Email>,
    ip: Option<IpKey>,
    phones: Vec<Phone>,
    customer_id: Option<String>,
    payment_fingerprint: Option<String>,
    device: Option<String>,
}

/// Where a place stands in an order, in the contract's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Spot {
    Billing,
    Shipping,
    Line(usize),
    /// The buyer's account, where the order has no address.
    Customer,
}

impl Spot {
    fn name(self) -> String {
        match self {
            Self::Billing => "billing".to_owned(),
            Self::Shipping => "shipping".to_owned(),
            Self::Line(index) => format!("lines[{index}]"),
            Self::Customer => "customer".to_owned(),
        }
    }
}

/// Canonical form of one distinct place.
struct PlaceKeys {
    /// Where it stands.
    spots: Vec<Spot>,
    first_name: Option<String>,
    last_name: Option<String>,
    full_name: Option<String>,
    address: StreetAddress,
    postcode: Option<Postcode>,
    city: Option<String>,
    country: Option<String>,
    company: Option<String>,
    tax_id: Option<String>,
}

impl Subject {
    /// Reads of an order what entries with the `needed` atoms compare. Values are read in the country of their place, else of the billing or
    /// shipping address, else of the shop.
    pub(crate) fn read<'o>(order: &'o Order, default_country: Option<&str>, mailbox: &Mailbox<'_>, needed: u32) -> Self {
        let needs = |atoms: &[Atom]| atoms.iter().any(|atom| needed & atom.bit() != 0);
        let of = |place: &Place| place.country.as_deref().and_then(key::country);
        let home = of(&order.billing).or_else(|| of(&order.shipping)).or_else(|| default_country.and_then(key::country));
        // The order and its places mostly have one number.
        let mut typed: Vec<(&str, Option<String>)> = Vec::new();
        let mut phones: Vec<Phone> = Vec::new();
        let mut add_phone = |phone: &'o Option<String>, country: &Option<String>| {
            if let Some(phone) = phone
                && needs(&[Atom::PhoneFull, Atom::PhoneBare, Atom::PhoneTail])
                && !typed.iter().any(|(known, of)| *known == phone && of == country)
            {
                phones.extend(Phone::parse(phone, country.as_deref()));
                typed.push((phone, country.clone()));
            }
        };
        add_phone(&order.phone, &home);
        let mut distinct: Vec<(&Place, Vec<Spot>)> = Vec::new();
        let own_places = [(Spot::Billing, &order.billing), (Spot::Shipping, &order.shipping)].into_iter();
        let line_places = order.lines.iter().enumerate().filter_map(|(index, line)| Some((Spot::Line(index), line.shipping.as_ref()?)));
        for (spot, place) in own_places.chain(line_places).filter(|(_, place)| !place.is_empty()) {
            match distinct.iter_mut().find(|(known, _)| *known == place) {
                Some((_, spots)) => spots.push(spot),
                None => distinct.push((place, vec![spot])),
            }
        }
        let mut places = Vec::with_capacity(distinct.len().max(1));
        for (place, spots) in distinct {
            let country = of(place).or_else(|| home.clone());
            add_phone(&place.phone, &country);
            places.push(PlaceKeys::read(spots, place, country.as_deref(), needed));
        }
        if places.is_empty() {
            let customer =
                Place { first_name: order.customer.first_name.clone(), last_name: order.customer.last_name.clone(), ..Place::default() };
            places.push(PlaceKeys::read(vec![Spot::Customer], &customer, home.as_deref(), needed));
        }
        Self {
            places,
            email: needs(&[Atom::Email, Atom::EmailDomain]).then(|| mailbox.get().cloned()).flatten(),
            ip: order.ip.as_deref().and_then(IpKey::of_order),
            phones,
            customer_id: order.customer.id.as_deref().and_then(key::opaque),
            payment_fingerprint: order.payment.fingerprint.as_deref().and_then(key::opaque),
            device: order.device.as_deref().and_then(key::opaque),
        }
    }

    /// Where `entry` matches: the names of the places where all its place fields hold, none when it
    /// has no place fields; `None` when it does not match.
    pub(crate) fn matched_by(&self, entry: &Entry) -> Option<Vec<String>> {
        if !self.passes(&entry.order) {
            return None;
        }
        let Some(test) = &entry.place else { return Some(Vec::new()) };
        let places = (0..self.places.len()).filter(|index| self.places.get(*index).is_some_and(|place| place.passes(test)));
        Some(self.names(places)).filter(|names| !names.is_empty())
    }

    /// The names of distinct places, in the contract's order.
    pub(crate) fn names(&self, places: impl IntoIterator<Item = usize>) -> Vec<String> {
        let mut spots: Vec<Spot> =
            places.into_iter().filter_map(|index| self.places.get(index)).flat_map(|place| &place.spots).copied().collect();
        spots.sort_unstable();
        spots.into_iter().map(Spot::name).collect()
    }

    /// The fingerprints that segments are asked for; distinct places keep their index.
    pub(crate) fn probes<'k>(&self, fingerprints: &'k Fingerprints) -> Probes<'k> {
        let mut probes = Probes::new(fingerprints);
        for place in &self.places {
            let extended = place.postcode.as_ref().filter(|postcode| postcode.is_extended());
            probes.place(
                &[
                    (Atom::FirstName, place.first_name.as_deref()),
                    (Atom::LastName, place.last_name.as_deref()),
                    (Atom::FullName, place.full_name.as_deref()),
                    (Atom::Street, place.address.street.as_deref()),
                    (Atom::Number, place.address.number.as_deref()),
                    (Atom::Postcode, place.postcode.as_ref().map(|postcode| postcode.full.as_str())),
                    (Atom::City, place.city.as_deref()),
                    (Atom::Country, place.country.as_deref()),
                    (Atom::Company, place.company.as_deref()),
                    (Atom::TaxId, place.tax_id.as_deref()),
                ],
                extended.map(|postcode| postcode.short.as_str()),
            );
        }
        probes.value(Atom::Email, self.email.as_ref().map(|email| email.canonical.as_str()));
        probes.value(Atom::EmailDomain, self.email.as_ref().map(|email| email.domain.as_str()));
        probes.value(Atom::CustomerId, self.customer_id.as_deref());
        probes.value(Atom::PaymentFingerprint, self.payment_fingerprint.as_deref());
        probes.value(Atom::Device, self.device.as_deref());
        self.phones.iter().for_each(|phone| probes.phone(phone));
        self.ip.iter().for_each(|ip| probes.address(ip));
        probes
    }

    fn passes(&self, test: &OrderTest) -> bool {
        let same = |wanted: &Option<String>, found: Option<&String>| wanted.as_ref().is_none_or(|wanted| found == Some(wanted));
        same(&test.email, self.email.as_ref().map(|email| &email.canonical))
            && same(&test.email_domain, self.email.as_ref().map(|email| &email.domain))
            && same(&test.customer_id, self.customer_id.as_ref())
            && same(&test.payment_fingerprint, self.payment_fingerprint.as_ref())
            && same(&test.device, self.device.as_ref())
            && test.ip.as_ref().is_none_or(|range| self.ip.as_ref().is_some_and(|ip| range.contains(ip)))
            && test.phone.as_ref().is_none_or(|wanted| self.phones.iter().any(|phone| wanted.same(phone)))
    }
}

impl PlaceKeys {
    fn read(spots: Vec<Spot>, place: &Place, country: Option<&str>, needed: u32) -> Self {
        let needs = |atom: Atom| needed & atom.bit() != 0;
        let read =
            |value: &Option<String>, atom: Atom, key: fn(&str) -> Option<String>| needs(atom).then(|| key(value.as_deref()?)).flatten();
        let name =
            |value: &Option<String>, atom: Atom| (needs(atom) || needs(Atom::FullName)).then(|| key::name(value.as_deref()?)).flatten();
        let (first_name, last_name) = (name(&place.first_name, Atom::FirstName), name(&place.last_name, Atom::LastName));
        Self {
            spots,
            full_name: first_name
                .as_deref()
                .zip(last_name.as_deref())
                .filter(|_| needs(Atom::FullName))
                .map(|(first, last)| key::both_names(first, last)),
            first_name: first_name.filter(|_| needs(Atom::FirstName)),
            last_name: last_name.filter(|_| needs(Atom::LastName)),
            address: if needs(Atom::Street) || needs(Atom::Number) {
                StreetAddress::parse(place.street.as_deref(), place.street2.as_deref(), place.house_number.as_deref(), country)
            } else {
                StreetAddress::default()
            },
            postcode: needs(Atom::Postcode).then(|| Postcode::parse(place.postcode.as_deref()?, country)).flatten(),
            city: read(&place.city, Atom::City, key::city),
            country: read(&place.country, Atom::Country, key::country),
            company: read(&place.company, Atom::Company, key::company),
            tax_id: read(&place.tax_id, Atom::TaxId, key::tax_id),
        }
    }

    /// Whether every filled place field of the entry holds here.
    fn passes(&self, test: &PlaceTest) -> bool {
        let same = |wanted: &Option<String>, found: &Option<String>| wanted.is_none() || wanted == found;
        let names = match &test.full_name {
            Some(_) => test.full_name == self.full_name,
            None => same(&test.first_name, &self.first_name) && same(&test.last_name, &self.last_name),
        };
        names
            && same(&test.street, &self.address.street)
            && same(&test.number, &self.address.number)
            && same(&test.city, &self.city)
            && same(&test.country, &self.country)
            && same(&test.company, &self.company)
            && same(&test.tax_id, &self.tax_id)
            && test
                .postcode
                .as_ref()
                .is_none_or(|wanted| self.postcode.as_ref().is_some_and(|found| *wanted == found.full || *wanted == found.short))
    }
}
