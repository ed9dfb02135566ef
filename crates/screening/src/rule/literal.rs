//! Texts to canonical keys: those of orders, which are always something, and those of rules,
//! which are refused when nothing could ever equal them.

use super::code::{Key, Set};
use super::decimal::Decimal;
use super::path::Kind;
use super::tree::Operator;
use crate::key::{self, Email, IpKey, IpRange, Phone, Postcode};

/// A text of an order read as `kind`; `None` when nothing is left of it.
pub(crate) fn read(text: &str, kind: Kind, country: Option<&str>) -> Option<Key> {
    let folded = || Some(key::folded(text)).filter(|folded| !folded.is_empty());
    match kind {
        Kind::Number => text.trim().parse::<Decimal>().ok().map(Key::Number),
        Kind::Bool => None,
        Kind::Text => folded().map(Key::Text),
        Kind::Email => Some(Key::Email { typed: folded()?, canonical: Email::parse(text).map(|email| email.canonical) }),
        Kind::Domain => key::email_domain(text).or_else(folded).map(Key::Text),
        // Phone plans are a tenth of a browser's engine, and no public rule should list phones.
        Kind::Phone if cfg!(feature = "browser") => None,
        Kind::Phone => {
            folded()?;
            Some(Key::Phone { typed: digits(text), phone: Phone::parse(text, country) })
        }
        // A page does not know its buyer's address.
        Kind::Ip if cfg!(feature = "browser") => None,
        Kind::Ip => {
            let ip = IpKey::parse(text);
            Some(Key::Ip { typed: folded()?, written: ip.map(|ip| ip.to_string()), ip })
        }
        Kind::Country => key::country(text).map(Key::Text),
        Kind::Postcode => Postcode::parse(text, country).map(|postcode| postcode.full).or_else(folded).map(Key::Text),
    }
}

/// A text literal that is compared with a value of this kind.
pub(crate) fn constant(text: &str, kind: Kind, country: Option<&str>) -> Result<Key, String> {
    let refused = || format!("\"{text}\" is not {}", kind.described());
    match kind {
        Kind::Number | Kind::Bool => Err(refused()),
        // A blank text is legal and equals nothing: missing values equal nothing either.
        Kind::Text => Ok(Key::Text(key::folded(text))),
        Kind::Email if !text.contains('@') => Err(format!("{}; compare `email.domain` with a domain", refused())),
        Kind::Email => match read(text, kind, country) {
            Some(email @ Key::Email { canonical: Some(_), .. }) => Ok(email),
            _ => Err(refused()),
        },
        Kind::Domain => key::email_domain(text).map(Key::Text).ok_or_else(refused),
        Kind::Phone => match read(text, kind, country) {
            Some(phone @ Key::Phone { phone: Some(_), .. }) => Ok(phone),
            _ => Err(refused()),
        },
        Kind::Ip => IpRange::parse(text).map(Key::Range),
        Kind::Country => key::country(text).map(Key::Text).ok_or_else(refused),
        Kind::Postcode => Postcode::parse(text, country).map(|postcode| Key::Text(postcode.full)).ok_or_else(refused),
    }
}

/// A text literal that is searched for in values of this kind.
pub(crate) fn fragment(text: &str, kind: Kind, operator: Operator) -> Result<Key, String> {
    let folded = key::folded(text);
    let fragment = match kind {
        Kind::Phone => digits(text),
        Kind::Country => folded.to_ascii_uppercase(),
        Kind::Postcode => folded.chars().filter(|character| character.is_alphanumeric()).collect::<String>().to_ascii_uppercase(),
        _ => folded,
    };
    if fragment.is_empty() {
        return Err(format!("`{}` needs something to look for; \"{text}\" is blank here", operator.as_str()));
    }
    Ok(Key::Text(fragment))
}

/// A set of literals of one kind.
pub(crate) fn set(keys: Vec<Key>, kind: Kind) -> Set {
    fn sorted<T: Ord>(mut all: Vec<T>) -> Vec<T> {
        all.sort();
        all.dedup();
        all
    }
    let keys = keys.into_iter();
    match kind {
        Kind::Number => {
            Set::Numbers(sorted(keys.filter_map(|key| if let Key::Number(number) = key { Some(number) } else { None }).collect()))
        }
        Kind::Bool => Set::Bools(sorted(keys.filter_map(|key| if let Key::Bool(value) = key { Some(value) } else { None }).collect())),
        Kind::Phone => Set::Phones(keys.filter_map(|key| if let Key::Phone { phone, .. } = key { phone } else { None }).collect()),
        Kind::Ip => Set::Ranges(sorted(keys.filter_map(|key| if let Key::Range(range) = key { Some(range) } else { None }).collect())),
        Kind::Text | Kind::Email | Kind::Domain | Kind::Country | Kind::Postcode => Set::Texts(sorted(
            keys.filter_map(|key| match key {
                Key::Text(text) | Key::Email { canonical: Some(text), .. } => Some(text),
                _ => None,
            })
            .collect(),
        )),
    }
}

/// The digits of a phone number with the plus before them.
fn digits(text: &str) -> String {
    let folded = key::folded(text);
    let plus = if folded.starts_with('+') { "+" } else { "" };
    plus.chars().chain(folded.chars().filter(char::is_ascii_digit)).collect()
}
