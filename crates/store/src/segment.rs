//! Entries folded into segments of bytes, which lie in KV; the rows say under which key, and up to
//! which change.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// A segment that can be read.
#[derive(Debug, Clone, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct SegmentRow {
    pub key: String,
    pub seq: i64,
    pub created_at: i64,
}

/// A shop whose entries changed since the cron last looked.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ChangedRow {
    pub id: String,
    pub entries_seq: i64,
}

/// How many changes lie behind the newest segment.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct BehindRow {
    pub changes: i64,
}

/// A segment whose bytes are to be deleted.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct DroppedRow {
    pub shop_id: String,
    pub key: String,
}

/// The two newest segments, for a reader that knows nothing of the shop (`known` 0); answers
/// [`SegmentRow`]s, newest first, none to a reader that knows something.
pub fn newest(shop: &str, known: i64) -> Statement {
    Statement::new(
        "SELECT key, seq, created_at FROM entry_segment WHERE shop_id = ?1 AND dropped_at IS NULL AND ?2 = 0 ORDER BY seq DESC LIMIT 2",
        [shop.into(), known.into()],
    )
}

/// Up to five shops whose entries changed since the cron last looked; answers [`ChangedRow`]s.
pub fn changed() -> Statement {
    Statement::new("SELECT id, entries_seq FROM shop WHERE entries_seq > fold_seen_seq ORDER BY id LIMIT 5", [])
}

/// How many changes, at most `enough`, lie behind the newest segment; answers one [`BehindRow`].
pub fn behind(shop: &str, enough: u32) -> Statement {
    Statement::new(
        "SELECT COUNT(*) AS changes FROM (SELECT 1 FROM entry WHERE shop_id = ?1 \
           AND seq > COALESCE((SELECT MAX(seq) FROM entry_segment WHERE shop_id = ?1 AND dropped_at IS NULL), 0) LIMIT ?2)",
        [shop.into(), enough.into()],
    )
}

/// Remembers that the cron looked when the shop's entries stood at `seq`.
pub fn seen(shop: &str, seq: i64) -> Statement {
    Statement::new("UPDATE shop SET fold_seen_seq = ?2 WHERE id = ?1", [shop.into(), seq.into()])
}

/// A segment that was read back from KV is read from now on. Writes nothing when an entry changed
/// since it was folded.
pub fn add(shop: &str, segment: &SegmentRow, entries: usize) -> Statement {
    Statement::new(
        "INSERT INTO entry_segment (shop_id, seq, key, entries, created_at) SELECT ?1, ?2, ?3, ?4, ?5 FROM shop WHERE id = ?1 AND entries_seq = ?2",
        [shop.into(), segment.seq.into(), segment.key.as_str().into(), entries.into(), segment.created_at.into()],
    )
}

/// Only the two newest segments are read from now on.
pub fn keep_two(shop: &str, at: Timestamp) -> Statement {
    Statement::new(
        "UPDATE entry_segment SET dropped_at = ?2 WHERE shop_id = ?1 AND dropped_at IS NULL \
           AND key NOT IN (SELECT key FROM entry_segment WHERE shop_id = ?1 AND dropped_at IS NULL ORDER BY seq DESC LIMIT 2)",
        [shop.into(), at.into()],
    )
}

/// None of the shop's segments is read any more: an entry in them was erased.
pub fn drop_all(shop: &str, at: Timestamp) -> [Statement; 2] {
    [
        Statement::new("UPDATE entry_segment SET dropped_at = ?2 WHERE shop_id = ?1 AND dropped_at IS NULL", [shop.into(), at.into()]),
        seen(shop, 0),
    ]
}

/// The same for segments of which KV has lost the bytes, given as a JSON array of keys.
pub fn drop_lost(shop: &str, keys: &str, at: Timestamp) -> [Statement; 2] {
    [
        Statement::new(
            "UPDATE entry_segment SET dropped_at = ?3 WHERE shop_id = ?1 AND dropped_at IS NULL AND key IN (SELECT value FROM json_each(?2))",
            [shop.into(), keys.into(), at.into()],
        ),
        seen(shop, 0),
    ]
}

/// Up to twenty segments whose bytes are to be deleted, of any shop; answers [`DroppedRow`]s.
pub fn dropped() -> Statement {
    Statement::new("SELECT shop_id, key FROM entry_segment WHERE dropped_at IS NOT NULL ORDER BY dropped_at LIMIT 20", [])
}

/// The bytes of a dropped segment are gone.
pub fn forget(shop: &str, key: &str) -> Statement {
    Statement::new("DELETE FROM entry_segment WHERE shop_id = ?1 AND key = ?2 AND dropped_at IS NOT NULL", [shop.into(), key.into()])
}
