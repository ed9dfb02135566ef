//! The rulesets this isolate knows. A check asks the database only for what is newer: the snapshot
//! in force when its number changed, and the entries changed since.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use ordergate_screening::{Draft, EntryDraft, Ruleset, Timestamp};
use ordergate_store::entry::EntryChange;
use ordergate_store::shop::{ShopRow, SnapshotRow};

use crate::failure::Failure;

/// More shops than an isolate usually serves; beyond it the cache starts anew.
const SHOPS: usize = 100;

/// What is known of one shop. Entries stay in their written form too, as a new snapshot may read
/// them in another country.
#[derive(Default)]
struct Known {
    draft: Draft,
    entries: BTreeMap<String, EntryDraft>,
    ruleset: Ruleset,
}

thread_local! {
    static KNOWN: RefCell<BTreeMap<String, Rc<Known>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Snapshot number and entry sequence this isolate has of the shop; zeros when none.
pub(crate) fn known(shop: &str) -> (i64, i64) {
    let number = |number: u64| i64::try_from(number).unwrap_or(0);
    KNOWN.with_borrow(|all| all.get(shop).map_or((0, 0), |known| (number(known.ruleset.snapshot()), number(known.ruleset.entries_seq()))))
}

/// The default country of a shop whose ruleset this isolate has.
pub(crate) fn default_country(shop: &str) -> Option<Option<String>> {
    KNOWN.with_borrow(|all| all.get(shop).map(|known| known.ruleset.settings().default_country.clone()))
}

/// A compiled ruleset, shared with the cache.
pub(crate) struct Loaded(Rc<Known>);

impl Loaded {
    pub(crate) fn ruleset(&self) -> &Ruleset {
        &self.0.ruleset
    }

    /// When the entry of this id lapses; `None` when it never does, or is none of the shop's.
    pub(crate) fn lapses_at(&self, entry: &str) -> Option<Timestamp> {
        self.0.entries.get(entry)?.expires_at
    }
}

/// The ruleset in force: what is known, brought up to date with what one read found newer.
///
/// # Errors
/// A stored snapshot or entry that does not compile is a fault of ours: nothing is checked with
/// half a list.
pub(crate) fn current(shop_id: &str, shop: &ShopRow, snapshot: Option<SnapshotRow>, changes: Vec<EntryChange>) -> Result<Loaded, Failure> {
    let number = |number: i64| u64::try_from(number).unwrap_or(0);
    let before = KNOWN.with_borrow(|all| all.get(shop_id).cloned()).unwrap_or_default();
    if snapshot.is_none() && changes.is_empty() && number(shop.entries_seq) == before.ruleset.entries_seq() {
        return Ok(Loaded(before));
    }
    let faulty = |place: &str, detail: &dyn std::fmt::Display| Failure::internal(place, detail);
    let mut known = Known { draft: before.draft.clone(), entries: before.entries.clone(), ruleset: before.ruleset.clone() };
    let mut fresh = false;
    if let Some(row) = snapshot {
        known.draft = Draft::from_json(row.draft.as_bytes()).map_err(|_| faulty("snapshot", &row.number))?;
        known.ruleset = Ruleset::compile(&known.draft).map_err(|_| faulty("snapshot", &row.number))?;
        fresh = true;
    }
    for change in changes {
        if change.removed_at.is_some() {
            known.entries.remove(&change.id);
            known.ruleset.remove_entry(&change.id);
            continue;
        }
        let entry = EntryDraft::from_json(change.draft.as_bytes()).map_err(|_| faulty("entry", &change.id))?;
        if !fresh {
            known.ruleset.put_entry(&entry).map_err(|_| faulty("entry", &change.id))?;
        }
        known.entries.insert(change.id, entry);
    }
    if fresh {
        for (id, entry) in &known.entries {
            known.ruleset.put_entry(entry).map_err(|_| faulty("entry", id))?;
        }
    }
    known.ruleset = known.ruleset.numbered(number(shop.snapshot), number(shop.entries_seq));
    let known = Rc::new(known);
    KNOWN.with_borrow_mut(|all| {
        if all.len() >= SHOPS {
            all.clear();
        }
        all.insert(shop_id.to_owned(), Rc::clone(&known));
    });
    Ok(Loaded(known))
}
