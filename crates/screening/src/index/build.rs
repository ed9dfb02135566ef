//! Writes segments.

use std::collections::{BTreeMap, BTreeSet};

use crate::entry::Entry;
use crate::index::atom::{Atom, FieldSet, Fingerprints};
use crate::index::layout::{
    HEADER, Header, MAGIC, SEGMENT_FORMAT, bucket, expiry_width, filter_bit, least_of, number_width, packed_expiry,
};
use crate::index::segment::{HEAP, digest, pack, shape_of};
use crate::{NORMALISER_VERSION, Timestamp};

/// Segments with more values in combinations keep only their bits: half a megabyte at most.
pub(crate) const MOST_LISTED: usize = 1 << 16;

/// One row to be written: its number and its columns, with texts interned already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pending {
    pub(crate) number: u64,
    pub(crate) prefix: u8,
    pub(crate) id: u32,
    pub(crate) term: u16,
    pub(crate) shape: u16,
    pub(crate) reason: u32,
    /// `None` is never.
    pub(crate) expires_at: Option<Timestamp>,
}

/// Collects entries and writes them as a segment.
#[derive(Debug, Default)]
pub(crate) struct SegmentBuilder {
    pub(crate) country: [u8; 2],
    pub(crate) rows: Vec<Pending>,
    pub(crate) sets: BTreeSet<FieldSet>,
    /// Fingerprints of values that occur in combinations.
    pub(crate) partners: Vec<u64>,
    pub(crate) shapes: Interned<u16>,
    /// Effects with points, packed.
    pub(crate) terms: Interned<u16>,
    pub(crate) reasons: Interned<String>,
    pub(crate) prefixes: Interned<String>,
    pub(crate) touched: BTreeSet<String>,
    pub(crate) heap: Vec<u8>,
}

/// Values that are stored once and named by an index.
#[derive(Debug)]
pub(crate) struct Interned<T> {
    indexes: BTreeMap<T, u32>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self { indexes: BTreeMap::new() }
    }
}

impl<T: Ord + Clone> Interned<T> {
    pub(crate) fn index<Q: Ord + ?Sized + ToOwned<Owned = T>>(&mut self, value: &Q) -> u32
    where
        T: std::borrow::Borrow<Q>,
    {
        match self.indexes.get(value) {
            Some(index) => *index,
            None => {
                let index = u32::try_from(self.indexes.len()).unwrap_or(u32::MAX);
                self.indexes.insert(value.to_owned(), index);
                index
            }
        }
    }

    fn len(&self) -> usize {
        self.indexes.len()
    }

    fn in_order(&self) -> Vec<&T> {
        let mut values: Vec<(&T, u32)> = self.indexes.iter().map(|(value, index)| (value, *index)).collect();
        values.sort_unstable_by_key(|(_, index)| *index);
        values.into_iter().map(|(value, _)| value).collect()
    }
}

impl Interned<u16> {
    /// The index of a value, of which there are no more than fit.
    pub(crate) fn short(&mut self, value: u16) -> u16 {
        u16::try_from(self.index(&value)).unwrap_or(u16::MAX)
    }
}

impl SegmentBuilder {
    /// A builder of entries whose values were read in this country.
    pub(crate) fn new(country: Option<&str>) -> Self {
        Self { country: country_code(country), ..Self::default() }
    }

    /// Adds an entry, under each number that an order may ask for it by.
    pub(crate) fn add(&mut self, entry: &Entry, fingerprints: &Fingerprints) {
        let (prefix, id) = self.id(&entry.id);
        let row = Pending {
            number: 0,
            prefix,
            id,
            term: self.terms.short(pack(entry.effect, entry.points)),
            shape: self.shapes.short(shape_of(&entry.fields)),
            reason: self.reasons.index(entry.reason.as_str()),
            expires_at: entry.expires_at,
        };
        let (set, fingerprints, phones) = values(entry, fingerprints);
        for (set, number) in asked(entry, set, &fingerprints, &phones) {
            self.sets.insert(set);
            self.rows.push(Pending { number, ..row });
        }
        if fingerprints.len() + phones.len().min(1) > 1 {
            self.partners.extend(fingerprints.iter().chain(phones.iter().map(|(_, fingerprint)| fingerprint)));
        }
    }

    /// Marks an entry of older segments as replaced or removed.
    pub(crate) fn touch(&mut self, id: &str) {
        self.touched.insert(id.to_owned());
    }

    /// An id as prefix and number when it ends in one that reads back the same, else in the heap.
    pub(crate) fn id(&mut self, id: &str) -> (u8, u32) {
        let digits = id.bytes().rev().take_while(u8::is_ascii_digit).count().min(9);
        let split = id.len() - digits;
        if let (Some(prefix), Some(number)) = (id.get(..split), id.get(split..))
            && !number.is_empty()
            && (number.len() == 1 || !number.starts_with('0'))
            && let Ok(number) = number.parse::<u32>()
            && (self.prefixes.len() < usize::from(HEAP) || self.prefixes.indexes.contains_key(prefix))
        {
            return (u8::try_from(self.prefixes.index(prefix)).unwrap_or(HEAP), number);
        }
        (HEAP, self.on_heap(id.as_bytes()))
    }

    pub(crate) fn on_heap(&mut self, id: &[u8]) -> u32 {
        let at = u32::try_from(self.heap.len()).unwrap_or(u32::MAX);
        let id = id.get(..usize::from(u16::MAX)).unwrap_or(id);
        self.heap.extend_from_slice(&u16::try_from(id.len()).unwrap_or(0).to_le_bytes());
        self.heap.extend_from_slice(id);
        at
    }

    /// The segment's bytes.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.partners.sort_unstable();
        self.partners.dedup();
        let bits = self.partners.len().saturating_mul(8);
        let mut filter = vec![0u8; bits.div_ceil(8)];
        for fingerprint in &self.partners {
            set_bit(&mut filter, filter_bit(*fingerprint, bits));
        }
        if self.partners.len() > MOST_LISTED {
            self.partners = Vec::new();
        }
        self.write(&filter, bits)
    }

    /// The segment's bytes with a ready filter of partners; what is in `partners` is listed as it is.
    pub(crate) fn write(mut self, filter_of_partners: &[u8], partner_bits: usize) -> Vec<u8> {
        self.rows.sort_unstable();
        let rows = self.rows.len();
        let (shapes, terms) = (self.shapes.in_order(), self.terms.in_order());
        let (reasons, prefixes) = (self.reasons.in_order(), self.prefixes.in_order());
        let buckets = (rows / 8).max(1);
        let width = |count: usize| {
            if count <= 1 << 8 {
                1
            } else if count <= 1 << 16 {
                2
            } else if count <= 1 << 24 {
                3
            } else {
                4
            }
        };
        let header = Header {
            digest: 0,
            country: self.country,
            number_width: number_width(buckets),
            shape_width: width(shapes.len()),
            reason_width: width(reasons.len()),
            term_width: width(terms.len()),
            expiry_width: expiry_width(self.rows.iter().filter_map(|row| row.expires_at)),
            rows,
            sets: self.sets.len(),
            buckets,
            partner_bits,
            shapes: shapes.len(),
            terms: terms.len(),
            reasons: reasons.len(),
            prefixes: prefixes.len(),
            touched: self.touched.len(),
            partner_list: self.partners.len(),
        };
        let mut out = Vec::with_capacity(header.parts().heap + self.heap.len() + 1024);
        write_header(&mut out, &header);
        for set in &self.sets {
            out.extend_from_slice(&set.atoms.to_le_bytes());
            out.push(set.network);
        }
        self.rows.iter().for_each(|row| {
            let distance = row.number - least_of(bucket(row.number, buckets), buckets);
            out.extend(distance.to_le_bytes().iter().take(header.number_width));
        });
        write_directory(&mut out, &self.rows, header.buckets);
        let mut filter = vec![0u8; rows];
        self.rows.iter().for_each(|row| set_bit(&mut filter, filter_bit(row.number, header.filter_bits())));
        out.extend_from_slice(&filter);
        out.extend_from_slice(filter_of_partners);
        self.partners.iter().for_each(|fingerprint| out.extend_from_slice(&fingerprint.to_le_bytes()));
        self.rows.iter().for_each(|row| out.extend(row.shape.to_le_bytes().iter().take(header.shape_width)));
        self.rows.iter().for_each(|row| out.extend(row.reason.to_le_bytes().iter().take(header.reason_width)));
        self.rows.iter().for_each(|row| out.extend(row.term.to_le_bytes().iter().take(header.term_width)));
        self.rows.iter().for_each(|row| {
            let expiry = packed_expiry(row.expires_at, header.expiry_width);
            out.extend(expiry.to_le_bytes().iter().take(header.expiry_width));
        });
        self.rows.iter().for_each(|row| {
            let [a, b, c, d] = row.id.to_le_bytes();
            out.extend_from_slice(&[row.prefix, a, b, c, d]);
        });
        shapes.iter().chain(&terms).for_each(|table| out.extend_from_slice(&table.to_le_bytes()));
        let texts: Vec<&str> = reasons.into_iter().chain(prefixes).chain(&self.touched).map(String::as_str).collect();
        let mut at = u32::try_from(self.heap.len()).unwrap_or(u32::MAX);
        for text in &texts {
            out.extend_from_slice(&at.to_le_bytes());
            at = at.saturating_add(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        out.extend_from_slice(&at.to_le_bytes());
        out.extend_from_slice(&self.heap);
        texts.iter().for_each(|text| out.extend_from_slice(text.as_bytes()));
        let digest = digest(&out).to_le_bytes();
        if let Some(place) = out.get_mut(16..24) {
            place.copy_from_slice(&digest);
        }
        out
    }
}

/// Each number that an order may ask for an entry by.
pub(crate) fn numbers(entry: &Entry, fingerprints: &Fingerprints) -> Vec<u64> {
    let (set, fingerprints, phones) = values(entry, fingerprints);
    asked(entry, set, &fingerprints, &phones).map(|(_, number)| number).collect()
}

/// The same of its values, with the field set of each: one for each form of its phone number, else one. A phone number without a
/// form that can be compared is no order's: there is none then.
fn asked(entry: &Entry, set: FieldSet, fingerprints: &[u64], phones: &[(Atom, u64)]) -> impl Iterator<Item = (FieldSet, u64)> {
    let number = fingerprints.iter().fold(0, |number, fingerprint| number ^ fingerprint);
    let phones = phones.iter().map(move |(atom, phone)| (FieldSet { atoms: set.atoms | atom.bit(), ..set }, number ^ phone));
    let alone = entry.order.phone.is_none().then_some((set, number));
    phones.chain(alone).map(|(set, number)| (set, number ^ set.salt()))
}

/// The fingerprints of an entry's values, without its phone number, and the forms of that number.
fn values(entry: &Entry, fingerprints: &Fingerprints) -> (FieldSet, Vec<u64>, Vec<(Atom, u64)>) {
    let mut set = FieldSet { atoms: 0, network: 0 };
    let mut values = Vec::with_capacity(entry.fields.len());
    let mut add = |atom: Atom, value: Option<&String>| {
        if let Some(value) = value {
            set.atoms |= atom.bit();
            values.push(fingerprints.of(atom, value.as_bytes()));
        }
    };
    if let Some(place) = &entry.place {
        if place.full_name.is_some() {
            add(Atom::FullName, place.full_name.as_ref());
        } else {
            add(Atom::FirstName, place.first_name.as_ref());
            add(Atom::LastName, place.last_name.as_ref());
        }
        add(Atom::Street, place.street.as_ref());
        add(Atom::Number, place.number.as_ref());
        add(Atom::Postcode, place.postcode.as_ref());
        add(Atom::City, place.city.as_ref());
        add(Atom::Country, place.country.as_ref());
        add(Atom::Company, place.company.as_ref());
        add(Atom::TaxId, place.tax_id.as_ref());
    }
    let order = &entry.order;
    add(Atom::Email, order.email.as_ref());
    add(Atom::EmailDomain, order.email_domain.as_ref());
    add(Atom::CustomerId, order.customer_id.as_ref());
    add(Atom::PaymentFingerprint, order.payment_fingerprint.as_ref());
    add(Atom::Device, order.device.as_ref());
    if let Some(range) = &order.ip {
        set.atoms |= Atom::Ip.bit();
        set.network = FieldSet::network_of(range.first().is_ipv4(), range.prefix_length());
        values.push(fingerprints.of_network(range.first()));
    }
    let mut phones = Vec::new();
    if let Some(phone) = &order.phone {
        let mut form = |atom: Atom, value: Option<&str>| phones.extend(value.map(|value| (atom, fingerprints.of(atom, value.as_bytes()))));
        if phone.e164().is_some() {
            form(Atom::PhoneFull, phone.e164());
            form(Atom::PhoneTail, phone.last9());
        } else {
            form(Atom::PhoneBare, phone.last9());
        }
    }
    (set, values, phones)
}

/// Two letters of a country code, or two spaces.
pub(crate) fn country_code(country: Option<&str>) -> [u8; 2] {
    country.and_then(|country| country.as_bytes().try_into().ok()).unwrap_or(*b"  ")
}

fn write_header(out: &mut Vec<u8>, header: &Header) {
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&SEGMENT_FORMAT.to_le_bytes());
    out.extend_from_slice(&NORMALISER_VERSION.to_le_bytes());
    out.extend_from_slice(&header.digest.to_le_bytes());
    out.extend_from_slice(&header.country);
    for width in [header.number_width, header.shape_width, header.reason_width, header.term_width, header.expiry_width] {
        out.push(u8::try_from(width).unwrap_or(0));
    }
    out.push(0);
    let texts = [header.reasons, header.prefixes, header.touched, header.terms, header.partner_list];
    for count in [header.rows, header.sets, header.buckets, header.partner_bits, header.shapes].into_iter().chain(texts) {
        out.extend_from_slice(&u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
    }
    debug_assert_eq!(out.len(), HEADER);
}

/// Where each bucket's rows begin.
fn write_directory(out: &mut Vec<u8>, rows: &[Pending], buckets: usize) {
    let mut next = 0;
    for (index, row) in rows.iter().enumerate() {
        let begin = u32::try_from(index).unwrap_or(u32::MAX).to_le_bytes();
        while next <= bucket(row.number, buckets) {
            out.extend_from_slice(&begin);
            next += 1;
        }
    }
    let end = u32::try_from(rows.len()).unwrap_or(u32::MAX).to_le_bytes();
    while next <= buckets {
        out.extend_from_slice(&end);
        next += 1;
    }
}

pub(crate) fn set_bit(bytes: &mut [u8], bit: usize) {
    if let Some(byte) = bytes.get_mut(bit / 8) {
        *byte |= 1 << (bit % 8);
    }
}
