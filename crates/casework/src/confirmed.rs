//! What a confirmed fraud adds to the blacklist, so that the next order of the same buyer is held,
//! and every approved one is checked again.

use std::collections::BTreeMap;

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
        let value = match field {
            Field::Email => order.email.as_ref(),
            Field::Phone => order.phone.as_ref(),
            Field::Ip => order.ip.as_ref(),
            Field::CustomerId => order.customer.id.as_ref(),
            Field::PaymentFingerprint => order.payment.fingerprint.as_ref(),
            Field::Device => order.device.as_ref(),
            _ => None,
        };
        Some((field, value?.clone()))
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
