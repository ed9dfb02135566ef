//! Blacklist and allow-list entries. Every change takes the shop's next sequence number, so that a
//! check reads only what is newer than it knows.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::{Param, Statement};

/// An entry with what the list shows of it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct EntryRow {
    pub id: String,
    pub draft: String,
    pub actor: String,
    pub created_at: i64,
    pub hits: i64,
    pub last_hit_at: Option<i64>,
}

/// A change of an entry: its new content, or its removal.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct EntryChange {
    pub id: String,
    pub seq: i64,
    pub draft: String,
    pub removed_at: Option<i64>,
}

/// How many live entries a shop has.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct CountRow {
    pub entries: i64,
}

/// Takes the shop's next sequence number; comes before every change.
pub fn next_seq(shop: &str) -> Statement {
    Statement::new("UPDATE shop SET entries_seq = entries_seq + 1 WHERE id = ?1", [shop.into()])
}

/// The same, when nobody has changed an entry since number `known`; follow it with
/// [`Statement::must_have_changed_one`].
pub fn next_seq_after(shop: &str, known: i64) -> Statement {
    Statement::new("UPDATE shop SET entries_seq = entries_seq + 1 WHERE id = ?1 AND entries_seq = ?2", [shop.into(), known.into()])
}

/// Adds an entry; fails when the id was ever used.
pub fn add(shop: &str, id: &str, draft: &str, actor: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO entry (shop_id, id, seq, draft, actor, created_at) SELECT ?1, ?2, entries_seq, ?3, ?4, ?5 FROM shop WHERE id = ?1",
        [shop.into(), id.into(), draft.into(), actor.into(), at.into()],
    )
}

/// Adds many entries, given as a JSON array of `[id, draft]`; fails when an id was ever used.
pub fn add_many(shop: &str, entries: &str, actor: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO entry (shop_id, id, seq, draft, actor, created_at) \
         SELECT ?1, value ->> 0, (SELECT entries_seq FROM shop WHERE id = ?1), value ->> 1, ?3, ?4 FROM json_each(?2)",
        [shop.into(), entries.into(), actor.into(), at.into()],
    )
}

/// Puts other content in place of many live entries', given as a JSON array of `[id, draft]`.
pub fn replace_many(shop: &str, entries: &str) -> Statement {
    Statement::new(
        "UPDATE entry SET draft = given.value ->> 1, seq = (SELECT entries_seq FROM shop WHERE id = ?1) \
         FROM json_each(?2) AS given WHERE shop_id = ?1 AND entry.id IN (SELECT value ->> 0 FROM json_each(?2)) AND entry.id = given.value ->> 0 AND removed_at IS NULL",
        [shop.into(), entries.into()],
    )
}

/// Puts other content in place of a live entry's.
pub fn replace(shop: &str, id: &str, draft: &str) -> Statement {
    Statement::new(
        "UPDATE entry SET draft = ?3, seq = (SELECT entries_seq FROM shop WHERE id = ?1) WHERE shop_id = ?1 AND id = ?2 AND removed_at IS NULL",
        [shop.into(), id.into(), draft.into()],
    )
}

/// Takes a live entry out of force.
pub fn remove(shop: &str, id: &str, at: Timestamp) -> Statement {
    Statement::new(
        "UPDATE entry SET removed_at = ?3, seq = (SELECT entries_seq FROM shop WHERE id = ?1) WHERE shop_id = ?1 AND id = ?2 AND removed_at IS NULL",
        [shop.into(), id.into(), at.into()],
    )
}

/// Changes that one read answers.
pub const CHANGES_AT_ONCE: usize = 5_000;

/// The first changes that a reader lacks who knows everything up to `known`; who knows nothing (0)
/// reads the newest segment and lacks what is newer. Answers [`EntryChange`]s, at most
/// [`CHANGES_AT_ONCE`]; the rest with [`changes_behind`].
pub fn changes(shop: &str, known: i64) -> Statement {
    Statement::new(
        "SELECT id, seq, draft, removed_at FROM entry WHERE shop_id = ?1 AND seq > CASE ?2 WHEN 0 \
           THEN COALESCE((SELECT MAX(seq) FROM entry_segment WHERE shop_id = ?1 AND dropped_at IS NULL), 0) ELSE ?2 END \
         ORDER BY seq, id LIMIT ?3",
        [shop.into(), known.into(), CHANGES_AT_ONCE.into()],
    )
}

/// The changes behind a change, in order; answers as [`changes`].
pub fn changes_behind(shop: &str, seq: i64, id: &str) -> Statement {
    Statement::new(
        "SELECT id, seq, draft, removed_at FROM entry WHERE shop_id = ?1 AND (seq, id) > (?2, ?3) ORDER BY seq, id LIMIT ?4",
        [shop.into(), seq.into(), id.into(), CHANGES_AT_ONCE.into()],
    )
}

/// The live ones of the entries with these ids, given as a JSON array; answers [`EntryChange`]s.
pub fn live_ones(shop: &str, ids: &str) -> Statement {
    Statement::new(
        "SELECT id, seq, draft, removed_at FROM entry WHERE shop_id = ?1 AND id IN (SELECT value FROM json_each(?2)) AND removed_at IS NULL",
        [shop.into(), ids.into()],
    )
}

/// How many live entries there are; answers one [`CountRow`]. Walks through all of them.
pub fn count(shop: &str) -> Statement {
    Statement::new("SELECT COUNT(*) AS entries FROM entry INDEXED BY entry_live WHERE shop_id = ?1 AND removed_at IS NULL", [shop.into()])
}

/// One live entry; answers one [`EntryRow`] or none.
pub fn by_id(shop: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT id, draft, actor, created_at, \
           (SELECT COUNT(*) FROM matches WHERE shop_id = ?1 AND source = 'entry:' || entry.id) AS hits, \
           (SELECT MAX(at) FROM matches WHERE shop_id = ?1 AND source = 'entry:' || entry.id) AS last_hit_at \
         FROM entry WHERE shop_id = ?1 AND id = ?2 AND removed_at IS NULL",
        [shop.into(), id.into()],
    )
}

/// Which entries a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryList {
    /// Those that mark, add points or hold.
    Blacklist,
    /// Those that allow.
    AllowList,
}

/// The page of a list: `$index` walks it and `$of_list` narrows it.
macro_rules! page_of {
    ($index:literal, $of_list:literal) => {
        concat!(
            "SELECT id, draft, actor, created_at, \
               (SELECT COUNT(*) FROM matches WHERE shop_id = ?1 AND source = 'entry:' || entry.id) AS hits, \
               (SELECT MAX(at) FROM matches WHERE shop_id = ?1 AND source = 'entry:' || entry.id) AS last_hit_at \
             FROM entry INDEXED BY ",
            $index,
            " WHERE shop_id = ?1 AND removed_at IS NULL AND (created_at < ?2 OR (created_at = ?2 AND id > ?3))",
            $of_list,
            " ORDER BY created_at DESC, id LIMIT ?4"
        )
    };
}

/// Live entries, newest first, after the cursor (`created_at`, `id`); answers [`EntryRow`]s.
pub fn page(shop: &str, list: Option<EntryList>, after: Option<(i64, &str)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::Integer(i64::MAX >> 11), Param::from("")), |(at, id)| (at.into(), id.into()));
    let text = match list {
        None => page_of!("entry_live", ""),
        Some(EntryList::Blacklist) => page_of!("entry_live", " AND draft ->> 'effect' IS NOT 'allow'"),
        // The words of the index `entry_allowed`.
        Some(EntryList::AllowList) => page_of!("entry_allowed", " AND draft ->> 'effect' = 'allow'"),
    };
    Statement::new(text, [shop.into(), at, id, limit.into()])
}
