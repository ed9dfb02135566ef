//! Canonical keys: one spelling per identifier, the only thing entries and orders are compared on.
//!
//! Every function here is pure, total (no input panics), linear in its input, and idempotent: the
//! key of a key is the key. Entries and orders pass through the same functions. A change that can
//! give an old input another key raises the normaliser version that is stored with every check.
//!
//! | identifier | key |
//! |---|---|
//! | rule text | [`folded`] |
//! | first name, last name, both, city, company | [`name`], [`full_name`], [`city`], [`company`] |
//! | street with house and flat number | [`StreetAddress`] |
//! | postcode, short and extended | [`Postcode`] |
//! | e-mail and its domain | [`Email`], [`email_domain`] |
//! | phone | [`Phone`] |
//! | IP address and range | [`IpKey`], [`IpRange`] |
//! | country, tax id | [`country`], [`tax_id`] |
//! | customer id, payment fingerprint, device | [`opaque`] |

mod calling_code;
mod company;
mod country;
mod email;
mod email_provider;
mod filter;
mod fold;
mod ip;
mod lexicon;
#[cfg_attr(feature = "browser", path = "lines_in_pages.rs")]
mod lines;
mod names;
mod phone;
mod postcode;
mod postcode_shape;
mod script;
mod street;
#[cfg(test)]
mod street_cases;
mod street_name;
mod street_number;
mod street_token;
mod tax_id;
mod unicode;

pub use company::company;
pub use country::country;
pub(crate) use email::mended_domain;
pub use email::{Email, email_domain};
pub use email_provider::DISPOSABLE_DATA;
pub use fold::{folded, plain};
pub use ip::{IpKey, IpRange};
pub(crate) use names::both_names;
pub use names::{city, full_name, name};
pub use phone::Phone;
pub use postcode::Postcode;
pub(crate) use postcode_shape::postcode_fits;
pub use street::StreetAddress;
pub use tax_id::tax_id;
#[cfg(feature = "host")]
pub use unicode::{Host, set_host};

/// An identifier that only the shop understands (customer id, payment fingerprint, device): outer
/// white space dropped, case kept. `" cus_7A "` gives `"cus_7A"`; `None` when blank.
pub fn opaque(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
