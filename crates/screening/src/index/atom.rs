//! What one canonical value is called in the index: a keyed fingerprint, in a place of its own.

use hkdf::Hkdf;
use sha2::Sha256;
use siphasher::sip::SipHasher13;

use crate::entry::Field;

/// A canonical value that entries and orders share. Some entry fields have several: both names
/// together are order-free, a phone is compared in full or by its last nine digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Atom {
    FirstName,
    LastName,
    FullName,
    Street,
    Number,
    Postcode,
    City,
    Country,
    Company,
    TaxId,
    Email,
    EmailDomain,
    Ip,
    /// An E.164 number; entries and orders that both have one.
    PhoneFull,
    /// The last nine digits of an entry whose country is unknown.
    PhoneBare,
    /// The last nine digits of an entry with an E.164 number, for orders without one.
    PhoneTail,
    CustomerId,
    PaymentFingerprint,
    Device,
}

impl Atom {
    pub(crate) const ALL: [Self; 19] = [
        Self::FirstName,
        Self::LastName,
        Self::FullName,
        Self::Street,
        Self::Number,
        Self::Postcode,
        Self::City,
        Self::Country,
        Self::Company,
        Self::TaxId,
        Self::Email,
        Self::EmailDomain,
        Self::Ip,
        Self::PhoneFull,
        Self::PhoneBare,
        Self::PhoneTail,
        Self::CustomerId,
        Self::PaymentFingerprint,
        Self::Device,
    ];

    pub(crate) fn bit(self) -> u32 {
        1 << (self as u8)
    }

    /// The entry field whose key fingerprints it: one key a field, as all its forms are one secret.
    fn field(self) -> &'static str {
        match self {
            Self::FirstName => Field::FirstName.as_str(),
            Self::LastName => Field::LastName.as_str(),
            Self::FullName => "full_name",
            Self::Street => Field::Street.as_str(),
            Self::Number => Field::HouseNumber.as_str(),
            Self::Postcode => Field::Postcode.as_str(),
            Self::City => Field::City.as_str(),
            Self::Country => Field::Country.as_str(),
            Self::Company => Field::Company.as_str(),
            Self::TaxId => Field::TaxId.as_str(),
            Self::Email => Field::Email.as_str(),
            Self::EmailDomain => Field::EmailDomain.as_str(),
            Self::Ip => Field::Ip.as_str(),
            Self::PhoneFull => Field::Phone.as_str(),
            Self::PhoneBare => "phone_bare",
            Self::PhoneTail => "phone_tail",
            Self::CustomerId => Field::CustomerId.as_str(),
            Self::PaymentFingerprint => Field::PaymentFingerprint.as_str(),
            Self::Device => Field::Device.as_str(),
        }
    }
}

/// The bits of atoms that belong to a place.
pub(crate) const PLACE_BITS: u32 = (1 << 10) - 1;
/// The bits of the three forms of a phone number.
pub(crate) const PHONE_BITS: u32 = (1 << Atom::PhoneFull as u8) | (1 << Atom::PhoneBare as u8) | (1 << Atom::PhoneTail as u8);

/// The fingerprint keys of one shop: SipHash-1-3, one key a field, derived from the shop's secret
/// by HKDF-SHA256. The same e-mail in two shops has unrelated fingerprints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprints {
    keys: [(u64, u64); Atom::ALL.len()],
}

impl Fingerprints {
    /// Derives the keys from a shop's 32-byte secret.
    pub fn of_shop(secret: &[u8; 32]) -> Self {
        let derived = Hkdf::<Sha256>::new(Some(b"ordergate fingerprint v1"), secret);
        let key = |atom: Atom| {
            let mut bytes = [0u8; 16];
            // Sixteen bytes are within what HKDF can give, so this cannot fail.
            let _ = derived.expand(atom.field().as_bytes(), &mut bytes);
            let (low, high) = bytes.split_at(8);
            let number = |half: &[u8]| half.iter().rev().fold(0u64, |sum, byte| sum << 8 | u64::from(*byte));
            (number(low), number(high))
        };
        Self { keys: Atom::ALL.map(key) }
    }

    pub(crate) fn of(&self, atom: Atom, value: &[u8]) -> u64 {
        let (low, high) = self.keys.get(atom as usize).copied().unwrap_or_default();
        SipHasher13::new_with_keys(low, high).hash(value)
    }

    /// The fingerprint of an address masked to `prefix` bits.
    pub(crate) fn of_network(&self, address: std::net::IpAddr) -> u64 {
        match address {
            std::net::IpAddr::V4(v4) => self.of(Atom::Ip, &v4.octets()),
            std::net::IpAddr::V6(v6) => self.of(Atom::Ip, &v6.octets()),
        }
    }
}

impl Default for Fingerprints {
    /// The keys of the all-zero secret, for drafts that never leave the process.
    fn default() -> Self {
        Self::of_shop(&[0; 32])
    }
}

/// Which atoms an entry's number is made of, and how wide its IP range is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FieldSet {
    pub(crate) atoms: u32,
    /// 0 without an IP; 1 + prefix length for IPv4, 34 + prefix length for IPv6.
    pub(crate) network: u8,
}

impl FieldSet {
    pub(crate) fn network_of(is_ipv4: bool, prefix_length: u8) -> u8 {
        prefix_length.saturating_add(if is_ipv4 { 1 } else { 34 })
    }

    /// The prefix length in this family of addresses, if the set's range is of it.
    pub(crate) fn prefix_length(self, is_ipv4: bool) -> Option<u8> {
        let (least, most) = if is_ipv4 { (1, 33) } else { (34, 162) };
        (least..=most).contains(&self.network).then(|| self.network - least)
    }

    /// Tells the same values under two field sets apart (the finaliser of SplitMix64).
    pub(crate) fn salt(self) -> u64 {
        let mut mixed = (u64::from(self.atoms) << 8 | u64::from(self.network)).wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn is_combination(self) -> bool {
        self.atoms.count_ones() > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_shops_share_no_fingerprint_and_neither_do_two_fields() {
        let (ours, theirs) = (Fingerprints::of_shop(&[1; 32]), Fingerprints::of_shop(&[2; 32]));
        let mail = b"bad@example.com";
        assert_eq!(ours.of(Atom::Email, mail), Fingerprints::of_shop(&[1; 32]).of(Atom::Email, mail));
        assert_ne!(ours.of(Atom::Email, mail), theirs.of(Atom::Email, mail));
        let mut all: Vec<u64> = Atom::ALL.iter().map(|atom| ours.of(*atom, mail)).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), Atom::ALL.len());
    }

    #[test]
    fn a_network_knows_its_family_and_length() {
        for (v4, length) in [(true, 8), (true, 32), (false, 16), (false, 32), (false, 128)] {
            let set = FieldSet { atoms: Atom::Ip.bit(), network: FieldSet::network_of(v4, length) };
            assert_eq!((set.prefix_length(v4), set.prefix_length(!v4)), (Some(length), None));
        }
        assert_eq!(FieldSet { atoms: 1, network: 0 }.prefix_length(true), None);
    }
}
