//! Asks a segment about one order.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::index::atom::{Atom, FieldSet, Fingerprints, PHONE_BITS, PLACE_BITS};
use crate::index::segment::Segment;
use crate::key::{IpKey, Phone};

/// The fingerprints of one distinct place of an order.
#[derive(Debug, Default)]
struct PlaceProbes {
    /// A fingerprint per place atom; only those in `atoms` are filled.
    values: [u64; 10],
    atoms: u32,
    /// The short form of an extended postcode, as an alternative to the full one.
    short_postcode: Option<u64>,
}

/// The fingerprints of everything in an order that entries compare, made once for all segments.
#[derive(Debug)]
pub(crate) struct Probes<'k> {
    fingerprints: &'k Fingerprints,
    places: Vec<PlaceProbes>,
    /// Order-level atoms with one value.
    single: Vec<(Atom, u64)>,
    phones: Vec<(Atom, u64)>,
    address: Option<IpAddr>,
}

impl<'k> Probes<'k> {
    pub(crate) fn new(fingerprints: &'k Fingerprints) -> Self {
        Self { fingerprints, places: Vec::new(), single: Vec::new(), phones: Vec::new(), address: None }
    }

    /// Adds a place, with the canonical values it has.
    pub(crate) fn place(&mut self, values: &[(Atom, Option<&str>)], short_postcode: Option<&str>) {
        let mut place = PlaceProbes::default();
        for (atom, value) in values {
            if let (Some(value), Some(slot)) = (value, place.values.get_mut(*atom as usize)) {
                *slot = self.fingerprints.of(*atom, value.as_bytes());
                place.atoms |= atom.bit();
            }
        }
        place.short_postcode = short_postcode.map(|short| self.fingerprints.of(Atom::Postcode, short.as_bytes()));
        self.places.push(place);
    }

    /// Adds an order-level value.
    pub(crate) fn value(&mut self, atom: Atom, value: Option<&str>) {
        if let Some(value) = value {
            self.single.push((atom, self.fingerprints.of(atom, value.as_bytes())));
        }
    }

    /// Adds a phone number in the forms entries may have it in.
    pub(crate) fn phone(&mut self, phone: &Phone) {
        let forms = match phone.e164() {
            Some(full) => [(Atom::PhoneFull, Some(full)), (Atom::PhoneBare, phone.last9())],
            None => [(Atom::PhoneTail, phone.last9()), (Atom::PhoneBare, phone.last9())],
        };
        for (atom, value) in forms {
            if let Some(value) = value {
                let form = (atom, self.fingerprints.of(atom, value.as_bytes()));
                if !self.phones.contains(&form) {
                    self.phones.push(form);
                }
            }
        }
    }

    pub(crate) fn address(&mut self, ip: &IpKey) {
        self.address = Some(ip.address());
    }

    /// The rows of a segment that match, each with the places (by index) where all its place fields
    /// hold; none when it has no place fields.
    pub(crate) fn matches(&self, segment: &Segment) -> BTreeMap<usize, Vec<usize>> {
        let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let partner = |fingerprint: u64| segment.may_combine(fingerprint);
        // 1. What the order has at all, and what of it may be part of a combination.
        let order_atoms = |keep: &dyn Fn(u64) -> bool| {
            let kept = self.single.iter().chain(&self.phones).filter(|(_, fingerprint)| keep(*fingerprint));
            kept.fold(0, |atoms, (atom, _)| atoms | atom.bit())
        };
        let (has, combines) = (order_atoms(&|_| true), order_atoms(&partner));
        let places: Vec<u32> = self.places.iter().map(|place| place.combining(&partner)).collect();
        // 2. Every field set once for each place that can hold it.
        for set in segment.sets() {
            let combination = set.is_combination();
            let order_part = set.atoms & !PLACE_BITS & !Atom::Ip.bit();
            if order_part & !(if combination { combines } else { has }) != 0 {
                continue;
            }
            let place_part = set.atoms & PLACE_BITS;
            let fitting =
                |(place, combining): (&PlaceProbes, &u32)| place_part & !(if combination { *combining } else { place.atoms }) == 0;
            if place_part != 0 && !self.places.iter().zip(&places).any(fitting) {
                continue;
            }
            let Some(mut start) = self.network(*set) else { continue };
            if combination && set.network > 0 && !partner(start) {
                continue;
            }
            for (atom, fingerprint) in &self.single {
                if order_part & atom.bit() != 0 {
                    start ^= fingerprint;
                }
            }
            start ^= set.salt();
            let phone_part = set.atoms & PHONE_BITS;
            let phones = self.phones.iter().filter(|(atom, _)| phone_part & atom.bit() != 0).map(|(_, fingerprint)| *fingerprint);
            for phone in phones.chain((phone_part == 0).then_some(0)) {
                if place_part == 0 {
                    segment.find(start ^ phone, |row| {
                        rows.entry(row).or_default();
                    });
                    continue;
                }
                for (index, place) in self.places.iter().enumerate() {
                    if place_part & !place.atoms != 0 || (combination && place_part & !places.get(index).copied().unwrap_or(0) != 0) {
                        continue;
                    }
                    place.numbers(place_part, |number| {
                        segment.find(start ^ phone ^ number, |row| {
                            let places = rows.entry(row).or_default();
                            if places.last() != Some(&index) {
                                places.push(index);
                            }
                        });
                    });
                }
            }
        }
        // An entry's phone forms are asked one after the other, places within each.
        for places in rows.values_mut() {
            places.sort_unstable();
            places.dedup();
        }
        rows
    }

    /// The fingerprint of the order's address as this set's range has it: 0 for a set without an IP,
    /// `None` when the order has no address of its family.
    fn network(&self, set: FieldSet) -> Option<u64> {
        if set.network == 0 {
            return Some(0);
        }
        let address = self.address?;
        let length = u32::from(set.prefix_length(address.is_ipv4())?);
        let masked = match address {
            IpAddr::V4(v4) => IpAddr::V4((u32::from(v4) & u32::MAX.checked_shl(32u32.saturating_sub(length)).unwrap_or(0)).into()),
            IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & u128::MAX.checked_shl(128u32.saturating_sub(length)).unwrap_or(0)).into()),
        };
        Some(self.fingerprints.of_network(masked))
    }
}

impl PlaceProbes {
    /// The atoms whose value may be part of a combination.
    fn combining(&self, partner: &dyn Fn(u64) -> bool) -> u32 {
        let mut atoms = 0;
        for (bit, fingerprint) in self.values.iter().enumerate() {
            let bit = 1 << bit;
            if self.atoms & bit != 0 && (partner(*fingerprint) || (bit == Atom::Postcode.bit() && self.short_postcode.is_some_and(partner)))
            {
                atoms |= bit;
            }
        }
        atoms
    }

    /// The XOR of the atoms of `part`, once for each form of the postcode.
    fn numbers(&self, part: u32, mut each: impl FnMut(u64)) {
        let number = self.values.iter().enumerate().filter(|(bit, _)| part >> bit & 1 == 1).fold(0, |number, (_, value)| number ^ value);
        each(number);
        if part & Atom::Postcode.bit() != 0
            && let (Some(short), Some(full)) = (self.short_postcode, self.values.get(Atom::Postcode as usize))
        {
            each(number ^ full ^ short);
        }
    }
}
