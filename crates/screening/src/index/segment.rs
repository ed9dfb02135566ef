//! A segment of entries, read in place.

use std::ops::Range;

use crate::bytes::{Bytes, u32_at, u64_at};
use crate::checksum::checksum;
use crate::entry::{Effect, Field};
use crate::index::atom::FieldSet;
use crate::index::layout::{HEADER, Header, MAGIC, Parts, SEGMENT_FORMAT, SegmentError, bucket, expiry, filter_bit, least_of, number};
use crate::{NORMALISER_VERSION, Timestamp};

/// Entries as flat bytes: validated once when opened, searched in place.
#[derive(Debug, Clone)]
pub struct Segment {
    bytes: Bytes,
    header: Header,
    parts: Parts,
    sets: Vec<FieldSet>,
}

/// The points of an entry: its own, or the default of its type at the time of the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Points {
    Own(i32),
    Default { extended: bool },
}

/// What one entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row<'s> {
    pub(crate) id: String,
    pub(crate) reason: &'s str,
    pub(crate) effect: Effect,
    pub(crate) points: Points,
    pub(crate) expires_at: Option<Timestamp>,
    /// Bit per [`Field`] in the contract's order.
    pub(crate) fields: u16,
}

impl Segment {
    /// Opens bytes written by this engine or an older one. Checks that every part lies inside the
    /// bytes; [`verify`](Self::verify) checks that they are the bytes that were written.
    ///
    /// # Errors
    /// What keeps the bytes from being read, with the numbers.
    pub fn open(bytes: Vec<u8>) -> Result<Self, SegmentError> {
        Self::open_in(bytes.into())
    }

    /// Opens a segment that is part of larger bytes.
    pub(crate) fn open_in(bytes: Bytes) -> Result<Self, SegmentError> {
        let header = read_header(&bytes)?;
        let parts = header.parts();
        let end = u32_at(&bytes, parts.heap.saturating_sub(4)).ok_or(SegmentError::Length { found: bytes.len(), expected: parts.heap })?;
        let expected = parts.heap.saturating_add(usize::try_from(end).unwrap_or(usize::MAX));
        if bytes.len() != expected {
            return Err(SegmentError::Length { found: bytes.len(), expected });
        }
        let mut sets = Vec::with_capacity(header.sets);
        for index in 0..header.sets {
            let at = parts.sets + index * 5;
            let (Some(atoms), Some(network)) = (u32_at(&bytes, at), bytes.get(at + 4)) else { return Err(SegmentError::Broken("sets")) };
            sets.push(FieldSet { atoms, network: *network });
        }
        let segment = Self { bytes, header, parts, sets };
        segment.directory_is_sound()?;
        segment.texts_are_sound()?;
        Ok(segment)
    }

    /// Whether the bytes are those that were written.
    ///
    /// # Errors
    /// [`SegmentError::Digest`] when they are not.
    pub fn verify(&self) -> Result<(), SegmentError> {
        if digest(&self.bytes) == self.header.digest { Ok(()) } else { Err(SegmentError::Digest) }
    }

    /// Numbers the segment by its content: XXH64 of all bytes behind the header.
    pub fn digest(&self) -> u64 {
        self.header.digest
    }

    /// The bytes, to be stored.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many numbers it holds: one an entry, two for an entry with a phone number.
    pub fn rows(&self) -> usize {
        self.header.rows
    }

    /// The country its values were read in, as two letters; spaces when none.
    pub(crate) fn country(&self) -> [u8; 2] {
        self.header.country
    }

    /// The bits of values that occur in combinations, and how many bits there are.
    pub(crate) fn partner_filter(&self) -> (&[u8], usize) {
        (self.bytes.get(self.parts.partners..self.parts.partner_list).unwrap_or_default(), self.header.partner_bits)
    }

    /// Their fingerprints; `None` when there are too many to keep.
    pub(crate) fn partner_list(&self) -> Option<impl Iterator<Item = u64>> {
        let list = self.bytes.get(self.parts.partner_list..self.parts.shape_column).unwrap_or_default();
        let complete = self.header.partner_list > 0 || self.header.partner_bits == 0;
        complete.then(|| list.chunks_exact(8).filter_map(|bytes| u64_at(bytes, 0)))
    }

    /// Bytes of the index (field sets, numbers, directory, filters) and of the entry table.
    pub fn sizes(&self) -> (usize, usize) {
        (self.parts.shape_column - self.parts.sets, self.bytes.len() - self.parts.shape_column)
    }

    /// The field sets that occur.
    pub(crate) fn sets(&self) -> &[FieldSet] {
        &self.sets
    }

    /// Whether a value may occur in a combination of fields.
    pub(crate) fn may_combine(&self, fingerprint: u64) -> bool {
        self.bit(self.parts.partners, filter_bit(fingerprint, self.header.partner_bits))
    }

    /// Calls `found` with every row whose number this is.
    pub(crate) fn find(&self, wanted: u64, mut found: impl FnMut(usize)) {
        if !self.bit(self.parts.filter, filter_bit(wanted, self.header.filter_bits())) {
            return;
        }
        let bucket = bucket(wanted, self.header.buckets);
        let distance = wanted.wrapping_sub(least_of(bucket, self.header.buckets));
        for row in self.rows_of(bucket) {
            match self.distance(row) {
                Some(found_distance) if found_distance == distance => found(row),
                Some(nearer) if nearer < distance => {}
                _ => return,
            }
        }
    }

    /// Every row with its number, sorted by number.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = (usize, u64)> {
        (0..self.header.buckets).flat_map(move |bucket| {
            let least = least_of(bucket, self.header.buckets);
            self.rows_of(bucket).filter_map(move |row| Some((row, least.wrapping_add(self.distance(row)?))))
        })
    }

    /// The rows of a bucket.
    fn rows_of(&self, bucket: usize) -> Range<usize> {
        let at = self.parts.directory + bucket * 4;
        let range = u32_at(&self.bytes, at).zip(u32_at(&self.bytes, at + 4));
        range.and_then(|(begin, end)| Some(usize::try_from(begin).ok()?..usize::try_from(end).ok()?)).unwrap_or_default()
    }

    /// How far a row's number lies behind the least of its bucket.
    fn distance(&self, row: usize) -> Option<u64> {
        let width = self.header.number_width;
        // What stands behind the numbers is read along and masked.
        Some(u64_at(&self.bytes, self.parts.numbers + row * width)? & (u64::MAX >> (64 - 8 * width)))
    }

    /// What the entry of a row says; `None` for a row that is not there.
    pub(crate) fn row(&self, row: usize) -> Option<Row<'_>> {
        if row >= self.header.rows {
            return None;
        }
        let cell = |column: usize, width: usize| number(&self.bytes, column + row * width, width);
        let index = |value: u64| usize::try_from(value).ok();
        let shape = index(cell(self.parts.shape_column, self.header.shape_width)?)?;
        let reason = index(cell(self.parts.reason_column, self.header.reason_width)?)?;
        let term = index(cell(self.parts.term_column, self.header.term_width)?)?;
        let (effect, points) = unpack(u16::try_from(number(&self.bytes, self.parts.term_table + term * 2, 2)?).ok()?)?;
        let packed = i64::try_from(cell(self.parts.expiries, self.header.expiry_width)?).ok()?;
        Some(Row {
            id: self.id(row)?,
            reason: self.text(reason)?,
            effect,
            points,
            expires_at: expiry(packed, self.header.expiry_width),
            fields: u16::try_from(number(&self.bytes, self.parts.shape_table + shape * 2, 2)?).ok()?,
        })
    }

    /// The id of a row.
    pub(crate) fn id(&self, row: usize) -> Option<String> {
        let at = self.parts.ids + row * 5;
        let (prefix, value) = (*self.bytes.get(at)?, u32_at(&self.bytes, at + 1)?);
        if prefix < HEAP {
            let prefix = self.text(self.header.reasons + usize::from(prefix))?;
            return Some(format!("{prefix}{value}"));
        }
        let at = self.parts.heap + usize::try_from(value).ok()?;
        let length = usize::try_from(number(&self.bytes, at, 2)?).ok()?;
        std::str::from_utf8(self.bytes.get(at + 2..at + 2 + length)?).ok().map(str::to_owned)
    }

    /// The ids that this segment replaces or removes in older ones, sorted.
    pub(crate) fn touched(&self) -> impl Iterator<Item = &str> {
        let begin = self.header.reasons + self.header.prefixes;
        (begin..begin + self.header.touched).filter_map(|index| self.text(index))
    }

    /// Whether it replaces or removes this entry of older segments.
    pub(crate) fn touches(&self, id: &str) -> bool {
        let begin = self.header.reasons + self.header.prefixes;
        let (mut low, mut high) = (begin, begin + self.header.touched);
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.text(middle).map(|text| text.cmp(id)) {
                Some(std::cmp::Ordering::Less) => low = middle + 1,
                Some(std::cmp::Ordering::Equal) => return true,
                _ => high = middle,
            }
        }
        false
    }

    /// Text `index` of the texts: reasons, prefixes, touched ids.
    fn text(&self, index: usize) -> Option<&str> {
        let at = self.parts.texts + index * 4;
        let (begin, end) = (u32_at(&self.bytes, at)?, u32_at(&self.bytes, at + 4)?);
        let heap = self.bytes.get(self.parts.heap..)?;
        std::str::from_utf8(heap.get(usize::try_from(begin).ok()?..usize::try_from(end).ok()?)?).ok()
    }

    fn bit(&self, part: usize, bit: usize) -> bool {
        self.bytes.get(part + bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }

    fn directory_is_sound(&self) -> Result<(), SegmentError> {
        let broken = SegmentError::Broken("buckets");
        let directory = self.bytes.get(self.parts.directory..self.parts.filter).ok_or(broken.clone())?;
        let mut before = 0;
        for entry in directory.chunks_exact(4) {
            let at = u32_at(entry, 0).unwrap_or(u32::MAX);
            if at < before {
                return Err(broken);
            }
            before = at;
        }
        if usize::try_from(before) == Ok(self.header.rows) { Ok(()) } else { Err(broken) }
    }

    fn texts_are_sound(&self) -> Result<(), SegmentError> {
        let heap = self.bytes.len() - self.parts.heap;
        let mut before = 0;
        for index in 0..self.header.texts() {
            let at = u32_at(&self.bytes, self.parts.texts + index * 4).and_then(|at| usize::try_from(at).ok()).unwrap_or(usize::MAX);
            if at < before || at > heap {
                return Err(SegmentError::Broken("texts"));
            }
            before = at;
        }
        Ok(())
    }
}

/// Marks an id that stands in the heap.
pub(crate) const HEAP: u8 = 255;

fn read_header(bytes: &[u8]) -> Result<Header, SegmentError> {
    if bytes.get(..8) != Some(MAGIC) {
        return Err(SegmentError::NotASegment);
    }
    let short = || SegmentError::Length { found: bytes.len(), expected: HEADER };
    let format = u32_at(bytes, 8).ok_or_else(short)?;
    if format > SEGMENT_FORMAT {
        return Err(SegmentError::Newer { found: format, supported: SEGMENT_FORMAT });
    }
    let normaliser = u32_at(bytes, 12).ok_or_else(short)?;
    if normaliser != NORMALISER_VERSION {
        return Err(SegmentError::Normaliser { found: normaliser, supported: NORMALISER_VERSION });
    }
    let small: [u8; 8] = bytes.get(24..).and_then(|rest| rest.first_chunk().copied()).ok_or_else(short)?;
    let count = |index: usize| u32_at(bytes, 32 + index * 4).and_then(|count| usize::try_from(count).ok()).ok_or_else(short);
    let [first, second, number_width, shape_width, reason_width, term_width, expiry_width, _] = small;
    let header = Header {
        digest: u64_at(bytes, 16).ok_or_else(short)?,
        country: [first, second],
        number_width: usize::from(number_width),
        shape_width: usize::from(shape_width),
        reason_width: usize::from(reason_width),
        term_width: usize::from(term_width),
        expiry_width: usize::from(expiry_width),
        rows: count(0)?,
        sets: count(1)?,
        buckets: count(2)?,
        partner_bits: count(3)?,
        shapes: count(4)?,
        reasons: count(5)?,
        prefixes: count(6)?,
        touched: count(7)?,
        terms: count(8)?,
        partner_list: count(9)?,
    };
    let columns = header.shape_width > 2 || header.reason_width > 4 || header.term_width > 2 || header.expiry_width > 7;
    if columns || !(1..=8).contains(&header.number_width) {
        return Err(SegmentError::Broken("columns"));
    }
    Ok(header)
}

/// The checksum of everything behind the header; the seed only tells it from other uses.
pub(crate) fn digest(bytes: &[u8]) -> u64 {
    checksum(0x6f72_6465_7267_6174, bytes.get(HEADER..).unwrap_or_default())
}

const EFFECTS: [Effect; 5] = [Effect::Mark, Effect::Points, Effect::Hold, Effect::Allow, Effect::HoldAlways];
const DEFAULT: u16 = 2001;
const DEFAULT_EXTENDED: u16 = 2002;

/// Effect and points in sixteen bits: the effect's index above eleven bits of points + 1000.
pub(crate) fn pack(effect: Effect, points: Points) -> u16 {
    let effect = EFFECTS.iter().position(|known| *known == effect).and_then(|index| u16::try_from(index).ok()).unwrap_or(0);
    let points = match points {
        Points::Own(points) => u16::try_from(points.clamp(-1000, 1000) + 1000).unwrap_or(1000),
        Points::Default { extended: false } => DEFAULT,
        Points::Default { extended: true } => DEFAULT_EXTENDED,
    };
    effect << 11 | points
}

fn unpack(packed: u16) -> Option<(Effect, Points)> {
    let effect = *EFFECTS.get(usize::from(packed >> 11))?;
    let points = match packed & 0x7ff {
        DEFAULT => Points::Default { extended: false },
        DEFAULT_EXTENDED => Points::Default { extended: true },
        points @ 0..=2000 => Points::Own(i32::from(points) - 1000),
        _ => return None,
    };
    Some((effect, points))
}

/// The fields of a shape, in the contract's order.
pub(crate) fn fields_of(shape: u16) -> Vec<Field> {
    Field::ALL.into_iter().enumerate().filter(|(bit, _)| shape >> bit & 1 == 1).map(|(_, field)| field).collect()
}

/// The shape of these fields.
pub(crate) fn shape_of(fields: &[Field]) -> u16 {
    Field::ALL.iter().enumerate().filter(|(_, field)| fields.contains(field)).fold(0, |shape, (bit, _)| shape | 1 << bit)
}
