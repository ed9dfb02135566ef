//! The identities of an order: the canonical keys by which a shop's orders are counted and joined,
//! as keyed fingerprints, so that they can be stored and compared without what they stand for.

use crate::index::{Atom, Fingerprints};
use crate::key::{self, Email, IpKey, Phone, Postcode, StreetAddress};
use crate::{Order, Place};

/// What one identity of an order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdentityField {
    /// The canonical e-mail address.
    Email,
    /// A phone number of the order or of one of its places.
    Phone,
    /// The IPv4 address, or the /64 of the IPv6 address.
    Ip,
    /// The device.
    Device,
    /// Street, number, postcode and city of one place.
    Address,
    /// The shop's id of the customer.
    Customer,
    /// The payment fingerprint.
    Payment,
}

impl IdentityField {
    /// Every field, in the order of the velocity paths.
    pub const ALL: [Self; 7] = [Self::Email, Self::Phone, Self::Ip, Self::Device, Self::Address, Self::Customer, Self::Payment];

    /// The name in velocity paths and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Ip => "ip",
            Self::Device => "device",
            Self::Address => "address",
            Self::Customer => "customer",
            Self::Payment => "payment",
        }
    }
}

/// One identity: what it is, and 16 hex digits that stand for its value in this shop only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// What it is.
    pub field: IdentityField,
    /// Its keyed fingerprint.
    pub fingerprint: String,
}

/// Addresses and phones of one order that are counted; more are no person's.
const MOST_OF_A_FIELD: usize = 2;

/// The identities of an order, each once, at most nine. Values are read in the country of their place,
/// else of the billing or shipping address, else `default_country`.
pub fn identities(order: &Order, default_country: Option<&str>, fingerprints: &Fingerprints) -> Vec<Identity> {
    let of = |place: &Place| place.country.as_deref().and_then(key::country);
    let home = of(&order.billing).or_else(|| of(&order.shipping)).or_else(|| default_country.and_then(key::country));
    let mut found: Vec<Identity> = Vec::new();
    let mut add = |field: IdentityField, atom: Atom, value: &[u8]| {
        let identity = Identity { field, fingerprint: format!("{:016x}", fingerprints.of(atom, value)) };
        let same = found.iter().filter(|known| known.field == field).count();
        if same < MOST_OF_A_FIELD && !found.contains(&identity) {
            found.push(identity);
        }
    };
    if let Some(email) = order.email.as_deref().and_then(Email::parse) {
        add(IdentityField::Email, Atom::Email, email.canonical.as_bytes());
    }
    let places = [&order.billing, &order.shipping];
    let phones =
        [(&order.phone, home.clone())].into_iter().chain(places.iter().map(|place| (&place.phone, of(place).or_else(|| home.clone()))));
    for (phone, country) in phones {
        let Some(phone) = phone.as_deref().and_then(|phone| Phone::parse(phone, country.as_deref())) else { continue };
        match (phone.e164(), phone.last9()) {
            (Some(e164), _) => add(IdentityField::Phone, Atom::PhoneFull, e164.as_bytes()),
            (None, Some(last9)) => add(IdentityField::Phone, Atom::PhoneTail, last9.as_bytes()),
            (None, None) => {}
        }
    }
    if let Some(ip) = order.ip.as_deref().and_then(IpKey::of_order) {
        add(IdentityField::Ip, Atom::Ip, ip.network().to_string().as_bytes());
    }
    let opaque = |value: &Option<String>| value.as_deref().and_then(key::opaque);
    if let Some(device) = opaque(&order.device) {
        add(IdentityField::Device, Atom::Device, device.as_bytes());
    }
    for place in places {
        let country = of(place).or_else(|| home.clone());
        let address =
            StreetAddress::parse(place.street.as_deref(), place.street2.as_deref(), place.house_number.as_deref(), country.as_deref());
        let Some(street) = address.street else { continue };
        let postcode =
            place.postcode.as_deref().and_then(|postcode| Postcode::parse(postcode, country.as_deref())).map(|postcode| postcode.short);
        let city = place.city.as_deref().and_then(key::city);
        // A street alone is a street, not an address.
        if postcode.is_none() && city.is_none() {
            continue;
        }
        let parts = [Some(street), address.number, postcode, city].map(Option::unwrap_or_default);
        add(IdentityField::Address, Atom::Street, parts.join("\0").as_bytes());
    }
    if let Some(customer) = opaque(&order.customer.id) {
        add(IdentityField::Customer, Atom::CustomerId, customer.as_bytes());
    }
    if let Some(payment) = opaque(&order.payment.fingerprint) {
        add(IdentityField::Payment, Atom::PaymentFingerprint, payment.as_bytes());
    }
    found
}

/// Whether an order may carry phones that are not among its [`identities`]: those of its lines, and
/// more than two of its own.
pub fn more_phones(order: &Order) -> bool {
    let country = |place: &Place| place.country.clone();
    let home = country(&order.billing).or_else(|| country(&order.shipping));
    let of = |place: &Place| Some((place.phone.clone()?, country(place).or_else(|| home.clone())));
    let mut own = vec![order.phone.clone().map(|phone| (phone, home.clone())), of(&order.billing), of(&order.shipping)];
    own.retain(Option::is_some);
    own.sort_unstable();
    own.dedup();
    // A number may be read differently in another country.
    own.len() > MOST_OF_A_FIELD
        || order.lines.iter().any(|line| line.shipping.as_ref().and_then(of).is_some_and(|phone| !own.contains(&Some(phone))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_beyond_the_identities_are_told() {
        for (json, wanted) in [
            (r#""phone": "600100200", "billing": {"phone": "600100200"}, "shipping": {"phone": "600100201"}"#, false),
            (r#""phone": "600100200", "billing": {"phone": "600100202"}, "shipping": {"phone": "600100201"}"#, true),
            (
                r#""phone": "600100200", "billing": {"phone": "600100200", "country": "PL"}, "shipping": {"phone": "600100200", "country": "DE"}"#,
                false,
            ),
            (r#""phone": "600100200", "lines": [{"quantity": 1, "price": "1.00", "shipping": {"phone": "600100200"}}]"#, false),
            (r#""phone": "600100200", "lines": [{"quantity": 1, "price": "1.00", "shipping": {"phone": "600100201"}}]"#, true),
            (r#""lines": [{"quantity": 1, "price": "1.00", "shipping": {"city": "Opole"}}]"#, false),
        ] {
            let order = format!(r#"{{"id": "1", "placed_at": "2026-11-24T10:00:00Z", "currency": "PLN", "total": "1.00", {json}}}"#);
            assert_eq!(more_phones(&Order::from_json(order.as_bytes()).unwrap()), wanted, "{json}");
        }
    }

    fn of(json: &str, secret: u8) -> Vec<Identity> {
        let head = r#"{"id": "1", "placed_at": "2026-11-24T10:00:00Z", "currency": "PLN", "total": "1.00""#;
        let order = Order::from_json(format!("{head}{json}}}").as_bytes()).unwrap();
        identities(&order, Some("PL"), &Fingerprints::of_shop(&[secret; 32]))
    }

    #[test]
    fn the_same_person_in_other_spellings_has_the_same_identities() {
        let one = r#", "email": "Jan.Kowalski+x@gmail.com", "phone": "600 100 200", "ip": "2001:db8::1",
            "billing": {"street": "ul. Długa 12/4", "postcode": "50-001", "city": "Wrocław", "phone": "+48600100200"}"#;
        let other = r#", "email": "jankowalski@googlemail.com", "phone": "0048600100200", "ip": "2001:db8::2",
            "shipping": {"street": "Dluga", "house_number": "12 m. 4", "postcode": "50001", "city": "WROCLAW"}"#;
        assert_eq!(of(one, 7), of(other, 7));
        assert_eq!(of(one, 7).len(), 4);
        assert!(of(one, 7).iter().zip(of(one, 8)).all(|(ours, theirs)| ours.fingerprint != theirs.fingerprint));
    }

    #[test]
    fn a_street_without_a_town_a_blank_and_a_third_phone_are_no_identities() {
        assert_eq!(of(r#", "billing": {"street": "Długa 12"}, "device": " ", "customer": {"id": ""}"#, 7), []);
        let phones = r#", "phone": "600100200", "billing": {"phone": "600100201"}, "shipping": {"phone": "600100202"}"#;
        assert_eq!(of(phones, 7).len(), 2);
        let all = r#", "email": "a@b.pl", "ip": "1.1.1.1", "device": "d", "customer": {"id": "c"}, "payment": {"fingerprint": "p"}"#;
        let fields: Vec<&str> = of(all, 7).iter().map(|identity| identity.field.as_str()).collect();
        assert_eq!(fields, ["email", "ip", "device", "customer", "payment"]);
    }
}
