//! Which stored orders an entry can match at all: those that carry one of its keys.

use crate::entry::Entry;
use crate::identity::{Identity, IdentityField};
use crate::index::{Atom, Fingerprints};
use crate::key::IpRange;

/// The identities of which every order that `entry` matches carries one: those of its key that
/// fewest orders share. All filled fields of an entry must match, so one of them is enough.
///
/// A phone is found by its full form and by its end; orders with [more phones](crate::more_phones)
/// than are identities may match without carrying either. `None` when no stored key tells: the entry
/// names only places, domains or ranges, or a phone of which nobody knows the country.
pub fn sought(entry: &Entry, fingerprints: &Fingerprints) -> Option<Vec<Identity>> {
    let identity = |field, atom, value: &str| Identity { field, fingerprint: format!("{:016x}", fingerprints.of(atom, value.as_bytes())) };
    let test = &entry.order;
    let alone = [
        (&test.email, IdentityField::Email, Atom::Email),
        (&test.customer_id, IdentityField::Customer, Atom::CustomerId),
        (&test.payment_fingerprint, IdentityField::Payment, Atom::PaymentFingerprint),
        (&test.device, IdentityField::Device, Atom::Device),
    ];
    if let Some((value, field, atom)) = alone.into_iter().find_map(|(value, field, atom)| Some((value.as_deref()?, field, atom))) {
        return Some(vec![identity(field, atom, value)]);
    }
    // An order whose country is unknown has only the end of its number.
    if let Some((phone, e164)) = test.phone.as_ref().and_then(|phone| Some((phone, phone.e164()?))) {
        let end = phone.last9().map(|last9| identity(IdentityField::Phone, Atom::PhoneTail, last9));
        return Some([identity(IdentityField::Phone, Atom::PhoneFull, e164)].into_iter().chain(end).collect());
    }
    let household = test.ip.as_ref().and_then(IpRange::household)?;
    Some(vec![identity(IdentityField::Ip, Atom::Ip, &household.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EntryDraft, Order, Settings, identities};

    /// By what the entry is sought, and whether the order carries that.
    fn found(fields: &str, order: &str) -> Option<(&'static str, bool)> {
        let fingerprints = Fingerprints::of_shop(&[7; 32]);
        let settings = Settings { default_country: Some("PL".to_owned()), ..Settings::default() };
        let draft = EntryDraft::from_json(format!(r#"{{"id": "e", "fields": {{{fields}}}, "effect": "hold", "reason": "r"}}"#).as_bytes());
        let entry = Entry::compile(&draft.unwrap(), &settings).unwrap();
        let order = format!(r#"{{"id": "1", "placed_at": "2026-11-24T10:00:00Z", "currency": "PLN", "total": "1.00", {order}}}"#);
        let carried = identities(&Order::from_json(order.as_bytes()).unwrap(), Some("PL"), &fingerprints);
        let wanted = sought(&entry, &fingerprints)?;
        Some((wanted.first()?.field.as_str(), wanted.iter().any(|wanted| carried.contains(wanted))))
    }

    #[test]
    fn an_entry_is_sought_by_its_rarest_key_in_the_orders_own_spelling() {
        for (fields, order, wanted) in [
            (r#""email": "A.B+x@Gmail.com", "ip": "1.1.1.1""#, r#""email": "ab@gmail.com""#, Some(("email", true))),
            (r#""city": "Opole", "customer_id": "c7""#, r#""customer": {"id": "c7"}"#, Some(("customer", true))),
            (r#""payment_fingerprint": "p", "phone": "600100200""#, r#""payment": {"fingerprint": "p"}"#, Some(("payment", true))),
            (r#""device": "d", "ip": "1.1.1.1""#, r#""device": "d""#, Some(("device", true))),
            (r#""ip": "1.1.1.1", "phone": "600 100 200""#, r#""phone": "+48600100200""#, Some(("phone", true))),
            (r#""phone": "600 100 200""#, r#""shipping": {"phone": "0048 600100200"}"#, Some(("phone", true))),
            (r#""phone": "600 100 200""#, r#""billing": {"phone": "600100200", "country": "AQ"}"#, Some(("phone", true))),
            (r#""phone": "600 100 200""#, r#""phone": "600100201""#, Some(("phone", false))),
            (r#""phone": "600 100 200", "country": "AQ""#, r#""phone": "600100200""#, None),
            (r#""ip": "1.1.1.1""#, r#""ip": "::ffff:1.1.1.1""#, Some(("ip", true))),
            (r#""ip": "2001:db8::1""#, r#""ip": "2001:db8::2""#, Some(("ip", true))),
            (r#""ip": "2001:db8::1/128""#, r#""ip": "2001:db8::1""#, Some(("ip", true))),
            (r#""ip": "1.1.1.0/24""#, r#""ip": "1.1.1.1""#, None),
            (r#""ip": "2001:db8::/48""#, r#""ip": "2001:db8::1""#, None),
            (r#""city": "Opole", "street": "Krótka""#, r#""email": "a@b.pl""#, None),
            (r#""email_domain": "b.pl""#, r#""email": "a@b.pl""#, None),
        ] {
            assert_eq!(found(fields, order), wanted, "{fields} in {order}");
        }
    }
}
