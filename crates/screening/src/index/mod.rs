//! Entries as flat bytes that are searched in place.
//!
//! An entry is one number: the XOR of keyed fingerprints of its canonical fields, salted with which
//! fields they are ([`FieldSet`]). An order is asked once for each field set that occurs and each
//! distinct place, so a check costs the same with a thousand entries or a million. What an entry
//! says (reason, effect, points, expiry, id) stands in columns beside the numbers.
//!
//! [`segment`] reads the bytes, [`build`] writes them, [`merge`] joins two segments without knowing
//! what their numbers stand for, [`probe`] asks an order's fingerprints.

mod atom;
mod build;
mod layout;
mod merge;
mod probe;
mod segment;

pub(crate) use atom::Atom;
pub use atom::Fingerprints;
pub(crate) use build::{SegmentBuilder, country_code, numbers};
pub use layout::{SEGMENT_FORMAT, SegmentError};
pub(crate) use merge::merge;
pub(crate) use probe::Probes;
pub use segment::Segment;
pub(crate) use segment::{Points, fields_of};
