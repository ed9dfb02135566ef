//! What is copied from an order to the blacklist: by a person, or because the order is confirmed
//! fraud, so that the next order of the same buyer is held and every approved one is checked again.

use std::collections::BTreeMap;

use ordergate_screening::key::Email;
use ordergate_screening::{Effect, EntryDraft, Field, MatchMode, Order, Timestamp};

use crate::expiry::entry_expiry;
use crate::mail::one_line;
use crate::settings::ShopSettings;

/// An entry for each of the shop's fraud fields that the order carries, with effect hold and twelve
/// months to live; `ids` makes an id.
pub fn fraud_entries(order: &Order, settings: &ShopSettings, now: Timestamp, ids: &mut dyn FnMut() -> String) -> Vec<EntryDraft> {
    let reason = format!("confirmed fraud: order {}", one_line(order.number.as_deref().unwrap_or(&order.id)));
    let values = settings.fraud_fields.iter().filter_map(|name| {
        let field = Field::ALL.into_iter().find(|field| field.as_str() == name)?;
        Some((field, value_of(order, field)?))
    });
    values
        .map(|(field, value)| EntryDraft {
            id: format!("e_{}", ids()),
            fields: BTreeMap::from([(field, value)]),
            effect: Some(Effect::Hold),
            matching: MatchMode::Exact,
            points: None,
            reason: reason.clone(),
            expires_at: entry_expiry(None, now).unwrap_or_default(),
        })
        .collect()
}

/// The fields that "add to the blacklist" copies into one entry, as far as the order has them.
pub fn copied_fields(order: &Order, settings: &ShopSettings) -> BTreeMap<Field, String> {
    let wanted = Field::ALL.into_iter().filter(|field| settings.list_fields.iter().any(|name| name == field.as_str()));
    let mut copied = BTreeMap::new();
    copied.extend(wanted.filter_map(|field| Some((field, value_of(order, field)?))));
    copied
}

/// What the order says in a field: of its places the shipping address counts, else the billing one.
fn value_of(order: &Order, field: Field) -> Option<String> {
    let place = if order.shipping.is_empty() { &order.billing } else { &order.shipping };
    let value = match field {
        Field::FirstName => place.first_name.as_ref().or(order.customer.first_name.as_ref()),
        Field::LastName => place.last_name.as_ref().or(order.customer.last_name.as_ref()),
        Field::Street => place.street.as_ref(),
        Field::HouseNumber => place.house_number.as_ref(),
        Field::Postcode => place.postcode.as_ref(),
        Field::City => place.city.as_ref(),
        Field::Country => place.country.as_ref(),
        Field::Company => place.company.as_ref(),
        Field::TaxId => place.tax_id.as_ref(),
        Field::Email => order.email.as_ref(),
        Field::EmailDomain => return order.email.as_deref().and_then(Email::parse).map(|email| email.domain),
        Field::Ip => order.ip.as_ref(),
        Field::Phone => order.phone.as_ref().or(place.phone.as_ref()),
        Field::CustomerId => order.customer.id.as_ref(),
        Field::PaymentFingerprint => order.payment.fingerprint.as_ref(),
        Field::Device => order.device.as_ref(),
    };
    value.filter(|text| !text.trim().is_empty()).cloned()
}
