//! Customers: a name with everything that an order says about a person.

use super::country::{self, Country};
use super::random::Random;

/// A person and where parcels for them go.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) country: &'static Country,
    /// 0 for a guest.
    pub(crate) customer_id: u64,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) ip: String,
    pub(crate) place: Place,
}

/// An address with its name.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) company: String,
    pub(crate) street: String,
    pub(crate) street2: String,
    pub(crate) postcode: String,
    pub(crate) city: String,
    pub(crate) region: String,
    pub(crate) country: &'static str,
}

/// Somebody of this country.
pub(crate) fn somebody(country: &'static Country, customer_id: u64, random: &mut Random) -> Person {
    let place = place(country, random);
    let user = match random.below(4) {
        0 => format!("{}.{}", plain(&place.first_name), plain(&place.last_name)),
        1 => format!("{}{}", plain(&place.first_name), random.below(90) + 10),
        2 => format!("{}{}", plain(&place.first_name).chars().take(1).collect::<String>(), plain(&place.last_name)),
        _ => format!("{}_{}{}", plain(&place.last_name), plain(&place.first_name), random.below(9)),
    };
    Person {
        country,
        customer_id,
        email: format!("{user}@{}", random.pick(country.domains)),
        phone: country::digits(country.phone, random),
        ip: ip(random),
        place,
    }
}

/// Some address of this country, with a name.
pub(crate) fn place(country: &'static Country, random: &mut Random) -> Place {
    let (city, region, postcode) = random.pick(country.cities);
    let number = (random.below(148) + 2).to_string();
    Place {
        first_name: (*random.pick(country.first_names)).to_owned(),
        last_name: (*random.pick(country.last_names)).to_owned(),
        company: String::new(),
        street: random.pick(country.streets).replace("{n}", &number),
        street2: String::new(),
        postcode: country::digits(postcode, random),
        city: (*city).to_owned(),
        region: (*region).to_owned(),
        country: country.code,
    }
}

/// From the ranges kept for documentation, without the part that the demo blacklist names.
fn ip(random: &mut Random) -> String {
    match random.below(10) {
        0..=3 => format!("192.0.2.{}", random.below(254) + 1),
        4..=6 => format!("198.51.100.{}", random.below(70) + 1),
        7..=8 => format!("203.0.113.{}", random.below(60) + 1),
        _ => format!("2001:db8:{:x}:{:x}::{:x}", random.below(0xffff), random.below(0xffff), random.below(0xffff) + 1),
    }
}

/// The letters people use for their mail address: no diacritics, lower case.
fn plain(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter_map(|char| {
            Some(match char {
                'ą' | 'á' | 'ã' | 'â' | 'à' => 'a',
                'ć' | 'ç' => 'c',
                'ę' | 'é' | 'ê' | 'è' | 'ë' => 'e',
                'í' | 'ı' | 'ì' => 'i',
                'ł' => 'l',
                'ń' | 'ñ' => 'n',
                'ó' | 'õ' | 'ô' | 'ò' | 'ö' => 'o',
                'ś' | 'ş' => 's',
                'ú' | 'ü' => 'u',
                'ż' | 'ź' => 'z',
                'ğ' => 'g',
                char if char.is_ascii_alphanumeric() => char,
                _ => return None,
            })
        })
        .collect()
}
