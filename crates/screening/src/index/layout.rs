//! Where the parts of a segment's bytes lie. Little-endian, no padding, nothing to unpack.
//!
//! ```text
//! header      magic "OGSEGMNT", format u32, normaliser u32, digest u64 (XXH64 of all behind the
//!             header), country [u8; 2], widths of numbers, shapes, reasons, terms and expiries
//!             u8 x 5, zero u8, counts u32 x 10
//! sets        rows of {atoms u32, network u8}: which field sets occur
//! numbers     6 to 8 bytes x rows, sorted: how far the entries' numbers lie behind their bucket's least
//! directory   u32 x (buckets + 1): where the numbers of a bucket begin
//! filter      8 bits a row: a number whose bit is not set is not there
//! partners    8 bits a value that occurs in combinations: a value whose bit is not set is in none;
//!             then, in segments with few of them, the values' fingerprints, u64 each, for merging
//! shapes      u8 or u16 x rows: index into shape table; reasons likewise, 1 to 4 bytes
//! terms       u8 or u16 x rows: index into the table of effects with points
//! expiries    nothing where none expires, else x rows 4 bytes: seconds since 2020 plus one, 5 bytes:
//!             milliseconds since 2020, or 7: milliseconds since the year 0; 0 is never
//! ids         5 bytes x rows: prefix index and number, or 255 and offset into the heap
//! tables      shapes and terms (u16 each); where reasons, prefixes and touched ids begin in the heap
//!             (u32 each)
//! heap        ids that are no prefix and number (length u16 before each), then those texts
//! ```

use std::fmt;

use crate::Timestamp;

/// Version of a segment's bytes that this engine writes, and the newest it reads.
pub const SEGMENT_FORMAT: u32 = 1;

pub(crate) const MAGIC: &[u8; 8] = b"OGSEGMNT";
pub(crate) const HEADER: usize = 8 + 4 + 4 + 8 + 8 + 10 * 4;

/// Why bytes are not a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SegmentError {
    /// They do not begin like one.
    NotASegment,
    /// A newer engine wrote them.
    Newer {
        /// Their version.
        found: u32,
        /// The newest version this engine reads.
        supported: u32,
    },
    /// Another normaliser made their keys.
    Normaliser {
        /// Their version.
        found: u32,
        /// This engine's.
        supported: u32,
    },
    /// They are cut short, or longer than their header says.
    Length {
        /// How many bytes there are.
        found: usize,
        /// How many the header asks for.
        expected: usize,
    },
    /// A part points outside itself.
    Broken(&'static str),
    /// They are not the bytes that were written.
    Digest,
}

impl fmt::Display for SegmentError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotASegment => out.write_str("these bytes are not a segment of entries"),
            Self::Newer { found, supported } => write!(out, "segment version {found} is newer than this engine reads ({supported})"),
            Self::Normaliser { found, supported } => {
                write!(out, "keys of normaliser {found} cannot be compared with those of normaliser {supported}")
            }
            Self::Length { found, expected } => write!(out, "the segment has {found} bytes instead of {expected}"),
            Self::Broken(part) => write!(out, "the segment's {part} point outside of it"),
            Self::Digest => out.write_str("the segment's digest is not that of its bytes"),
        }
    }
}

impl std::error::Error for SegmentError {}

/// The numbers of a segment's header.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) digest: u64,
    pub(crate) country: [u8; 2],
    pub(crate) number_width: usize,
    pub(crate) shape_width: usize,
    pub(crate) reason_width: usize,
    pub(crate) term_width: usize,
    pub(crate) expiry_width: usize,
    pub(crate) rows: usize,
    pub(crate) sets: usize,
    pub(crate) buckets: usize,
    pub(crate) partner_bits: usize,
    pub(crate) shapes: usize,
    pub(crate) reasons: usize,
    /// Prefixes of ids, then ids that replace or remove entries of older segments.
    pub(crate) prefixes: usize,
    pub(crate) touched: usize,
    pub(crate) terms: usize,
    /// Fingerprints behind the partners' bits; 0 in a segment with many.
    pub(crate) partner_list: usize,
}

/// Where each part begins; the heap ends the segment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) sets: usize,
    pub(crate) numbers: usize,
    pub(crate) directory: usize,
    pub(crate) filter: usize,
    pub(crate) partners: usize,
    pub(crate) partner_list: usize,
    pub(crate) shape_column: usize,
    pub(crate) reason_column: usize,
    pub(crate) term_column: usize,
    pub(crate) expiries: usize,
    pub(crate) ids: usize,
    pub(crate) shape_table: usize,
    pub(crate) term_table: usize,
    pub(crate) texts: usize,
    pub(crate) heap: usize,
}

impl Header {
    /// Bits of the filter: eight a row.
    pub(crate) fn filter_bits(&self) -> usize {
        self.rows.saturating_mul(8)
    }

    /// The offsets of texts in the heap: reasons, prefixes, touched ids, and the heap's end.
    pub(crate) fn texts(&self) -> usize {
        self.reasons.saturating_add(self.prefixes).saturating_add(self.touched).saturating_add(1)
    }

    pub(crate) fn parts(&self) -> Parts {
        let mut end = HEADER;
        let mut next = |length: usize| {
            let begin = end;
            end = end.saturating_add(length);
            begin
        };
        let rows = |width: usize| self.rows.saturating_mul(width);
        Parts {
            sets: next(self.sets.saturating_mul(5)),
            numbers: next(rows(self.number_width)),
            directory: next(self.buckets.saturating_add(1).saturating_mul(4)),
            filter: next(self.rows),
            partners: next(self.partner_bits.div_ceil(8)),
            partner_list: next(self.partner_list.saturating_mul(8)),
            shape_column: next(rows(self.shape_width)),
            reason_column: next(rows(self.reason_width)),
            term_column: next(rows(self.term_width)),
            expiries: next(rows(self.expiry_width)),
            ids: next(rows(5)),
            shape_table: next(self.shapes.saturating_mul(2)),
            term_table: next(self.terms.saturating_mul(2)),
            texts: next(self.texts().saturating_mul(4)),
            heap: next(0),
        }
    }
}

/// 2020-01-01 and the year 0, in milliseconds since 1970.
const SINCE_2020: i64 = 1_577_836_800_000;
const SINCE_ZERO: i64 = -62_167_219_200_000;

/// Bytes that these expiries take, each.
pub(crate) fn expiry_width(expiries: impl Iterator<Item = Timestamp>) -> usize {
    let least = |end: Timestamp| {
        let millis = end.as_millis() - SINCE_2020;
        match millis {
            _ if (0..(1 << 32) - 1).contains(&(millis / 1000)) && millis >= 0 && millis % 1000 == 0 => 4,
            _ if (0..(1 << 40) - 1).contains(&millis) => 5,
            _ => 7,
        }
    };
    // Every time of four bytes can be written in five, and those in seven.
    expiries.map(least).max().unwrap_or(0)
}

/// An expiry as its column has it.
pub(crate) fn packed_expiry(end: Option<Timestamp>, width: usize) -> i64 {
    let Some(end) = end.map(Timestamp::as_millis) else { return 0 };
    1 + match width {
        4 => (end - SINCE_2020) / 1000,
        5 => end - SINCE_2020,
        _ => end - SINCE_ZERO,
    }
}

/// What [`packed_expiry`] wrote.
pub(crate) fn expiry(packed: i64, width: usize) -> Option<Timestamp> {
    let since = packed.checked_sub(1).filter(|since| *since >= 0)?;
    Some(Timestamp::from_millis(match width {
        4 => since * 1000 + SINCE_2020,
        5 => since + SINCE_2020,
        _ => since + SINCE_ZERO,
    }))
}

/// Which of `buckets` a number lies in; grows with the number, so that sorted numbers stay together.
pub(crate) fn bucket(number: u64, buckets: usize) -> usize {
    let high = number >> 32;
    usize::try_from((high * u64::try_from(buckets).unwrap_or(0)) >> 32).unwrap_or(0)
}

/// The least number of a bucket.
pub(crate) fn least_of(bucket: usize, buckets: usize) -> u64 {
    let (bucket, buckets) = (u64::try_from(bucket).unwrap_or(0), u64::try_from(buckets).unwrap_or(1).max(1));
    (bucket << 32).div_ceil(buckets) << 32
}

/// Bytes that the distance of a number from its bucket's least takes, at most eight.
pub(crate) fn number_width(buckets: usize) -> usize {
    // No bucket has more of the high halves than this; each has all low halves.
    let high = (1u64 << 32).div_ceil(u64::try_from(buckets).unwrap_or(1).max(1));
    (4..8).find(|width| high <= 1 << (8 * (width - 4))).unwrap_or(8)
}

/// Which bit of a filter of `bits` a number has.
pub(crate) fn filter_bit(number: u64, bits: usize) -> usize {
    // The low half: the high one already chose the bucket.
    let low = number & 0xffff_ffff;
    usize::try_from((low * u64::try_from(bits).unwrap_or(0)) >> 32).unwrap_or(0)
}

/// A number of `width` little-endian bytes.
pub(crate) fn number(bytes: &[u8], at: usize, width: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(width)?)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expiry_takes_what_it_needs_and_comes_back() {
        let time = |text: &str| text.parse::<Timestamp>().unwrap();
        let columns: [(&[&str], usize); 6] = [
            (&[], 0),
            (&["2020-01-01T00:00:00Z", "2026-11-24T10:00:00Z", "2156-02-07T06:28:14Z"], 4),
            (&["2026-11-24T10:00:00Z", "2026-11-24T10:00:00.001Z"], 5),
            (&["2156-02-07T06:28:15Z"], 7),
            (&["2026-11-24T10:00:00.001Z", "2054-11-03T19:53:47.775Z"], 7),
            (&["2019-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"], 7),
        ];
        for (texts, width) in columns {
            assert_eq!(expiry_width(texts.iter().map(|text| time(text))), width, "{texts:?}");
            for end in texts.iter().map(|text| Some(time(text))).chain([None]) {
                let packed = packed_expiry(end, width);
                assert!(width == 0 || packed < 1 << (8 * width), "{end:?}");
                assert_eq!(expiry(packed, width), end);
            }
        }
        assert_eq!(expiry(-1, 7), None);
    }

    #[test]
    fn a_number_is_its_bucket_and_its_distance_in_it() {
        for buckets in [1, 2, 3, 255, 256, 257, 65_535, 65_536, 65_537, 137_000, 1 << 20] {
            let width = number_width(buckets);
            let edges = (0..buckets.min(5)).chain(buckets.saturating_sub(5)..buckets).map(|bucket| least_of(bucket, buckets));
            let numbers = edges.flat_map(|least| [least.saturating_sub(1), least, least + 1]).chain([u64::MAX, 0x0123_4567_89ab_cdef]);
            for number in numbers {
                let least = least_of(bucket(number, buckets), buckets);
                let distance = number.checked_sub(least).unwrap();
                assert!(width == 8 || distance < 1 << (8 * width), "{number:x} of {buckets}");
            }
        }
        assert_eq!([1, 256, 65_536, 1 << 24].map(number_width), [8, 7, 6, 5]);
    }
}
