//! As much of CBOR as authenticators write: CTAP2's canonical form, which has definite lengths only and
//! nests at most four deep.

use crate::{PublicKey, Refusal};

const DEEPEST: u8 = 4;

/// Reads items one after the other.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

/// The beginning of an item: its major type and its number.
struct Head {
    major: u8,
    number: u64,
}

impl<'a> Reader<'a> {
    /// Splits one whole item off.
    pub(crate) fn item(bytes: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
        let mut reader = Self { rest: bytes };
        reader.skip(0)?;
        bytes.split_at_checked(bytes.len().checked_sub(reader.rest.len())?)
    }

    fn head(&mut self) -> Option<Head> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        let number = match first & 31 {
            small @ 0..=23 => u64::from(small),
            24 => u64::from(*self.take(1)?.first()?),
            25 => u64::from(u16::from_be_bytes(self.take(2)?.try_into().ok()?)),
            26 => u64::from(u32::from_be_bytes(self.take(4)?.try_into().ok()?)),
            27 => u64::from_be_bytes(self.take(8)?.try_into().ok()?),
            // Indefinite lengths have no place in CTAP2.
            _ => return None,
        };
        Some(Head { major: first >> 5, number })
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn skip(&mut self, depth: u8) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        let head = self.head()?;
        match head.major {
            0 | 1 | 7 => {}
            2 | 3 => drop(self.take(usize::try_from(head.number).ok()?)?),
            4 => (0..head.number).try_for_each(|_| self.skip(depth + 1))?,
            5 => (0..head.number).try_for_each(|_| self.skip(depth + 1).and_then(|()| self.skip(depth + 1)))?,
            _ => return None,
        }
        Some(())
    }

    fn map(&mut self) -> Option<u64> {
        self.head().filter(|head| head.major == 5).map(|head| head.number)
    }

    fn whole(&mut self) -> Option<i64> {
        let head = self.head()?;
        let number = i64::try_from(head.number).ok()?;
        match head.major {
            0 => Some(number),
            1 => Some(-1 - number),
            _ => None,
        }
    }

    fn bytes_of(&mut self, major: u8) -> Option<&'a [u8]> {
        let head = self.head().filter(|head| head.major == major)?;
        self.take(usize::try_from(head.number).ok()?)
    }
}

/// The authenticator data of an attestation object whose attestation is `none`.
pub(crate) fn attestation(bytes: &[u8]) -> Result<&[u8], Refusal> {
    let (format, statement, data) = attestation_parts(bytes).ok_or(Refusal::Attestation)?;
    // `none` comes with an empty map.
    if format != b"none" || statement != [0xa0] {
        return Err(Refusal::AttestationFormat);
    }
    Ok(data)
}

type Parts<'a> = (&'a [u8], &'a [u8], &'a [u8]);

fn attestation_parts(bytes: &[u8]) -> Option<Parts<'_>> {
    let mut reader = Reader { rest: bytes };
    let (mut format, mut statement, mut data) = (None, None, None);
    for _ in 0..reader.map()? {
        let name = reader.bytes_of(3)?;
        let place = match name {
            b"fmt" => &mut format,
            b"attStmt" => &mut statement,
            b"authData" => &mut data,
            _ => return None,
        };
        let value = match name {
            b"fmt" => reader.bytes_of(3)?,
            b"authData" => reader.bytes_of(2)?,
            _ => {
                let (item, rest) = Reader::item(reader.rest)?;
                reader.rest = rest;
                item
            }
        };
        if place.replace(value).is_some() {
            return None;
        }
    }
    if reader.rest.is_empty() { Some((format?, statement?, data?)) } else { None }
}

/// A COSE key: ES256 on P-256, and nothing else.
pub(crate) fn key(bytes: &[u8]) -> Result<PublicKey, Refusal> {
    let mut reader = Reader { rest: bytes };
    let (mut kind, mut algorithm, mut curve, mut x, mut y) = (None, None, None, None, None);
    for _ in 0..reader.map().ok_or(Refusal::Key)? {
        let there = match reader.whole().ok_or(Refusal::Key)? {
            1 => kind.replace(reader.whole().ok_or(Refusal::Key)?).is_some(),
            3 => algorithm.replace(reader.whole().ok_or(Refusal::Key)?).is_some(),
            -1 => curve.replace(reader.whole().ok_or(Refusal::Key)?).is_some(),
            -2 => x.replace(reader.bytes_of(2).ok_or(Refusal::Key)?).is_some(),
            -3 => y.replace(reader.bytes_of(2).ok_or(Refusal::Key)?).is_some(),
            _ => return Err(Refusal::Key),
        };
        if there {
            return Err(Refusal::Key);
        }
    }
    if algorithm != Some(-7) {
        return Err(if algorithm.is_some() { Refusal::Algorithm } else { Refusal::Key });
    }
    if kind != Some(2) || curve != Some(1) {
        return Err(if kind.is_some() && curve.is_some() { Refusal::Curve } else { Refusal::Key });
    }
    let coordinate = |bytes: Option<&[u8]>| bytes.ok_or(Refusal::Key)?.try_into().map_err(|_| Refusal::Coordinate);
    Ok(PublicKey { x: coordinate(x)?, y: coordinate(y)? })
}
