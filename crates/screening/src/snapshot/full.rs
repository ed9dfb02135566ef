//! Full snapshots: settings, rules and entries.

use super::{Kind, SnapshotError, open, write};
use crate::bytes::Writer;
use crate::entries::Entries;
use crate::parse::json;
use crate::rule::Rules;
use crate::{Ruleset, Segment, Settings};

impl Ruleset {
    /// The ruleset as bytes, to be opened with [`from_snapshot`](Self::from_snapshot).
    pub fn to_snapshot(&self) -> Vec<u8> {
        let settings = serde_json::to_vec(&self.settings).unwrap_or_default();
        let mut rules = Writer::default();
        self.rules.clone().indexed().write(&mut rules);
        let entries = self.entries.clone().into_one_segment(&self.settings);
        let entries = entries.as_deref().map_or(&[][..], Segment::as_bytes);
        write(Kind::Full, (self.snapshot, self.entries_seq), [&settings, &rules.0, entries])
    }

    /// Opens a full snapshot. The bytes are used in place: rules are unpacked when an order first
    /// needs them, entries never. [`verify`](super::verify) tells whether they are intact.
    ///
    /// # Errors
    /// Bytes that are no full snapshot of this engine or an older one.
    pub fn from_snapshot(bytes: Vec<u8>) -> Result<Self, SnapshotError> {
        let opened = open(bytes, Kind::Full)?;
        let settings: Settings = json(&opened.settings).map_err(|_| SnapshotError::Broken("settings"))?;
        let rules = Rules::read(&opened.rules).ok_or(SnapshotError::Broken("rules"))?;
        let entries = if opened.entries.is_empty() {
            Entries::default()
        } else {
            Entries::of_segment(Segment::open_in(opened.entries).map_err(SnapshotError::Entries)?)
        };
        Ok(Self { settings, entries, rules, snapshot: opened.snapshot, entries_seq: opened.entries_seq })
    }
}
