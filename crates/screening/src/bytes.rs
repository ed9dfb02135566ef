//! Bytes shared by those who read parts of them, and the small numbers and texts in them.

use std::ops::{Deref, Range};
use std::sync::Arc;

/// A part of some bytes; copying it copies nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bytes {
    all: Arc<Vec<u8>>,
    part: Range<usize>,
}

impl From<Vec<u8>> for Bytes {
    fn from(all: Vec<u8>) -> Self {
        let part = 0..all.len();
        Self { all: Arc::new(all), part }
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.all.get(self.part.clone()).unwrap_or_default()
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Bytes {
    /// The bytes of `part`, if they are all there.
    pub(crate) fn part(&self, part: Range<usize>) -> Option<Self> {
        let begin = self.part.start.checked_add(part.start)?;
        let end = self.part.start.checked_add(part.end)?;
        (begin <= end && end <= self.part.end).then(|| Self { all: Arc::clone(&self.all), part: begin..end })
    }
}

/// Four little-endian bytes.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Eight little-endian bytes.
pub(crate) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Writes numbers and texts.
#[derive(Debug, Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    pub(crate) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// Seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self, number: u128) {
        let mut rest = number;
        while rest >= 128 {
            self.0.push(u8::try_from(rest & 127).unwrap_or(0) | 128);
            rest >>= 7;
        }
        self.0.push(u8::try_from(rest).unwrap_or(0));
    }

    pub(crate) fn count(&mut self, count: usize) {
        self.number(u128::try_from(count).unwrap_or(u128::MAX));
    }

    pub(crate) fn signed(&mut self, number: i128) {
        self.number((number.cast_unsigned() << 1) ^ (number >> 127).cast_unsigned());
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub(crate) fn optional(&mut self, text: Option<&str>) {
        self.byte(u8::from(text.is_some()));
        text.iter().for_each(|text| self.text(text));
    }

    /// A list: its length, then each of it.
    pub(crate) fn each<T>(&mut self, all: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.count(all.len());
        all.iter().for_each(|one| write(self, one));
    }
}

/// Reads what [`Writer`] wrote. Whatever is not there, or is not what it should be, is `None`.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    pub(crate) fn new(bytes: &'b [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Where it stands.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn is_at_the_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    pub(crate) fn number(&mut self) -> Option<u128> {
        let mut number = 0u128;
        for shift in (0..=126).step_by(7) {
            let byte = self.byte()?;
            number |= u128::from(byte & 127).checked_shl(shift)?;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    pub(crate) fn signed(&mut self) -> Option<i128> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    pub(crate) fn bytes(&mut self) -> Option<&'b [u8]> {
        let length = self.count()?;
        self.take(length)
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let bytes = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(bytes)
    }

    pub(crate) fn text(&mut self) -> Option<String> {
        std::str::from_utf8(self.bytes()?).ok().map(str::to_owned)
    }

    pub(crate) fn optional(&mut self) -> Option<Option<String>> {
        match self.byte()? {
            0 => Some(None),
            1 => Some(Some(self.text()?)),
            _ => None,
        }
    }

    pub(crate) fn truth(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    /// A list. Every element takes a byte at least, so its length cannot ask for more than is there.
    pub(crate) fn each<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.count()?;
        if length > self.bytes.len().saturating_sub(self.at) {
            return None;
        }
        (0..length).map(|_| read(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_come_back() {
        let mut out = Writer::default();
        let numbers = [0, 1, 127, 128, 300, u128::from(u64::MAX), u128::MAX];
        let signed = [0, -1, 1, i128::MIN, i128::MAX, -300];
        numbers.iter().for_each(|number| out.number(*number));
        signed.iter().for_each(|number| out.signed(*number));
        out.each(&["a", "", "łódź"], |out, text| out.text(text));
        out.optional(None);
        let mut reader = Reader::new(&out.0, 0);
        assert!(numbers.iter().all(|number| reader.number() == Some(*number)));
        assert!(signed.iter().all(|number| reader.signed() == Some(*number)));
        assert_eq!(reader.each(Reader::text).unwrap(), ["a", "", "łódź"]);
        assert_eq!((reader.optional(), reader.is_at_the_end()), (Some(None), true));
        assert_eq!((reader.byte(), Reader::new(&[255; 40], 0).number(), Reader::new(&[200, 1], 0).bytes()), (None, None, None));
    }
}
