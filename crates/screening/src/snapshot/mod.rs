//! Rulesets as flat bytes, used in place.
//!
//! A full snapshot ([`Ruleset::to_snapshot`], [`Ruleset::from_snapshot`]) holds settings, rules and
//! entries; it never leaves the shop's own side. The public pack ([`PublicPack`]) is another kind
//! of bytes: it is written from a type that has no field for entries, weights or private rules.
//!
//! ```text
//! header    magic "OGSNAPSH", format u32, kind u32, engine u32, normaliser u32, snapshot number u64,
//!           entry sequence u64, digest u64 (XXH64 of all behind the header), lengths u32 x 3
//! settings  JSON
//! rules     packed rules, unpacked one by one when an order first needs them
//! entries   a segment (full snapshots only)
//! ```

mod full;
mod public;

pub use public::{PublicPack, PublicRule, PublicRules};

use std::fmt;

use crate::bytes::{Bytes, u32_at, u64_at};
use crate::checksum::checksum;
use crate::{ENGINE_VERSION, NORMALISER_VERSION, SegmentError};

/// Version of a snapshot's bytes that this engine writes, and the newest it reads.
pub const SNAPSHOT_FORMAT: u32 = 1;

const MAGIC: &[u8; 8] = b"OGSNAPSH";
const HEADER: usize = 8 + 4 * 4 + 8 * 3 + 4 * 3;

/// What a snapshot is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Everything, for the shop's own side.
    Full,
    /// What anyone may read, for buyers' browsers.
    Public,
}

impl Kind {
    fn number(self) -> u32 {
        match self {
            Self::Full => 1,
            Self::Public => 2,
        }
    }
}

/// Why bytes are not a snapshot that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnapshotError {
    /// They do not begin like one.
    NotASnapshot,
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
    /// A public pack where a full snapshot is needed, or the other way round.
    OtherKind {
        /// What is needed.
        needed: Kind,
    },
    /// They are cut short, or longer than their header says.
    Length {
        /// How many bytes there are.
        found: usize,
        /// How many the header asks for.
        expected: usize,
    },
    /// They are not the bytes that were written.
    Digest,
    /// A part cannot be read.
    Broken(&'static str),
    /// The entries cannot be read.
    Entries(SegmentError),
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotASnapshot => out.write_str("these bytes are not a snapshot"),
            Self::Newer { found, supported } => write!(out, "snapshot version {found} is newer than this engine reads ({supported})"),
            Self::Normaliser { found, supported } => {
                write!(out, "keys of normaliser {found} cannot be compared with those of normaliser {supported}; build the snapshot again")
            }
            Self::OtherKind { needed: Kind::Full } => out.write_str("this is a public pack, not a full snapshot"),
            Self::OtherKind { needed: Kind::Public } => out.write_str("this is a full snapshot, not a public pack"),
            Self::Length { found, expected } => write!(out, "the snapshot has {found} bytes instead of {expected}"),
            Self::Digest => out.write_str("the snapshot's digest is not that of its bytes"),
            Self::Broken(part) => write!(out, "the snapshot's {part} cannot be read"),
            Self::Entries(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for SnapshotError {}

/// The parts of opened bytes.
struct Opened {
    snapshot: u64,
    entries_seq: u64,
    settings: Bytes,
    rules: Bytes,
    entries: Bytes,
}

fn write(kind: Kind, numbers: (u64, u64), parts: [&[u8]; 3]) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER + parts.iter().map(|part| part.len()).sum::<usize>());
    out.extend_from_slice(MAGIC);
    for number in [SNAPSHOT_FORMAT, kind.number(), ENGINE_VERSION, NORMALISER_VERSION] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    for number in [numbers.0, numbers.1, 0] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    for part in parts {
        out.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
    }
    parts.iter().for_each(|part| out.extend_from_slice(part));
    let digest = digest(&out).to_le_bytes();
    if let Some(place) = out.get_mut(40..48) {
        place.copy_from_slice(&digest);
    }
    out
}

/// Reads the header and finds the parts; whether the bytes are those that were written is asked with
/// [`verify`].
fn open(bytes: Vec<u8>, needed: Kind) -> Result<Opened, SnapshotError> {
    if bytes.get(..8) != Some(MAGIC) {
        return Err(SnapshotError::NotASnapshot);
    }
    let short = SnapshotError::Length { found: bytes.len(), expected: HEADER };
    let number = |at: usize| u32_at(&bytes, at).ok_or(short.clone());
    let format = number(8)?;
    if format > SNAPSHOT_FORMAT {
        return Err(SnapshotError::Newer { found: format, supported: SNAPSHOT_FORMAT });
    }
    if number(12)? != needed.number() {
        return Err(SnapshotError::OtherKind { needed });
    }
    let normaliser = number(20)?;
    if normaliser != NORMALISER_VERSION {
        return Err(SnapshotError::Normaliser { found: normaliser, supported: NORMALISER_VERSION });
    }
    let wide = |at: usize| u64_at(&bytes, at).ok_or(short.clone());
    let (snapshot, entries_seq) = (wide(24)?, wide(32)?);
    let length = |index: usize| number(48 + index * 4).map(|length| usize::try_from(length).unwrap_or(usize::MAX));
    let settings = HEADER.saturating_add(length(0)?);
    let rules = settings.saturating_add(length(1)?);
    let entries = rules.saturating_add(length(2)?);
    if bytes.len() != entries {
        return Err(SnapshotError::Length { found: bytes.len(), expected: entries });
    }
    let bytes = Bytes::from(bytes);
    let part = |part| bytes.part(part).unwrap_or_default();
    Ok(Opened { snapshot, entries_seq, settings: part(HEADER..settings), rules: part(settings..rules), entries: part(rules..entries) })
}

/// Whether snapshot bytes are those that were written, by their digest.
///
/// # Errors
/// [`SnapshotError::Digest`] when they are not.
pub fn verify(bytes: &[u8]) -> Result<(), SnapshotError> {
    if u64_at(bytes, 40) == Some(digest(bytes)) { Ok(()) } else { Err(SnapshotError::Digest) }
}

fn digest(bytes: &[u8]) -> u64 {
    checksum(0x6f67_736e_6170_7368, bytes.get(HEADER..).unwrap_or_default())
}
