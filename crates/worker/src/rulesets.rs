//! The rulesets this isolate knows. A check asks the database only for what is newer: the snapshot
//! in force when its number changed, and the entries changed since.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use ordergate_screening::{Draft, EntryDraft, Ruleset};
use ordergate_store::Statement;
use ordergate_store::entry::{self, EntryChange};
use ordergate_store::segment::{self, SegmentRow};
use ordergate_store::shop::{self, ShopRow, SnapshotRow};
use worker::D1Result;

use crate::app::App;
use crate::d1;
use crate::failure::Failure;
use crate::segments;

/// More shops than an isolate usually serves; beyond it the cache starts anew.
const SHOPS: usize = 100;
/// No id lies behind it.
const BEHIND_ALL: &str = "\u{10ffff}";

thread_local! {
    static KNOWN: RefCell<BTreeMap<String, Rc<Ruleset>>> = const { RefCell::new(BTreeMap::new()) };
}

/// A compiled ruleset, shared with the cache.
pub(crate) struct Loaded(Rc<Ruleset>);

impl Loaded {
    pub(crate) fn ruleset(&self) -> &Ruleset {
        &self.0
    }
}

/// What this isolate knows of a shop when a request begins to read what is newer. It is kept until
/// the answer is there: what others put into the cache or take out of it meanwhile changes nothing.
pub(crate) struct Known(Option<Rc<Ruleset>>);

/// What one read found newer.
struct Newer {
    /// The snapshot in force, when its number changed.
    snapshot: Option<SnapshotRow>,
    /// Newest segments of entries, when none were known.
    segments: Vec<SegmentRow>,
    /// The first changes of entries: behind what was known, or behind the newest segment.
    changes: Vec<EntryChange>,
}

impl Known {
    pub(crate) fn of(shop: &str) -> Self {
        Self(KNOWN.with_borrow(|all| all.get(shop).cloned()))
    }

    /// The shop's default country; `None` when nothing is known.
    pub(crate) fn default_country(&self) -> Option<Option<String>> {
        self.0.as_ref().map(|known| known.settings().default_country.clone())
    }

    /// The statements that find what is newer: the snapshot, segments, changes of entries.
    pub(crate) fn statements(&self, shop: &str) -> [Statement; 3] {
        let number = |number: u64| i64::try_from(number).unwrap_or(0);
        let (snapshot, entries_seq) = self.0.as_ref().map_or((0, 0), |known| (number(known.snapshot()), number(known.entries_seq())));
        [shop::snapshot_unless(shop, snapshot), segment::newest(shop, entries_seq), entry::changes(shop, entries_seq)]
    }

    /// The ruleset in force: what is known, brought up to date with the results of the statements.
    ///
    /// # Errors
    /// A stored snapshot or entry that does not compile is a fault of ours: nothing is checked with
    /// half a list.
    pub(crate) async fn current(self, app: &App, shop_id: &str, shop: &ShopRow, results: [&D1Result; 3]) -> Result<Loaded, Failure> {
        let [snapshot, segments, changes] = results;
        let newer = Newer { snapshot: d1::one(Some(snapshot))?, segments: d1::all(Some(segments))?, changes: d1::all(Some(changes))? };
        let number = |number: i64| u64::try_from(number).unwrap_or(0);
        let ruleset = match self.0 {
            Some(known) if newer.snapshot.is_none() && newer.changes.is_empty() && number(shop.entries_seq) == known.entries_seq() => {
                return Ok(Loaded(known));
            }
            known => up_to_date(app, shop_id, known.as_deref(), newer).await?,
        };
        let ruleset = Rc::new(ruleset.numbered(number(shop.snapshot), number(shop.entries_seq)));
        KNOWN.with_borrow_mut(|all| {
            if all.len() >= SHOPS {
                all.clear();
            }
            all.insert(shop_id.to_owned(), Rc::clone(&ruleset));
        });
        Ok(Loaded(ruleset))
    }
}

async fn up_to_date(app: &App, shop: &str, before: Option<&Ruleset>, newer: Newer) -> Result<Ruleset, Failure> {
    let mut ruleset = match &newer.snapshot {
        Some(row) => {
            let broken = |_| Failure::internal("snapshot", &row.number);
            Ruleset::compile(&Draft::from_json(row.draft.as_bytes()).map_err(broken)?).map_err(broken)?
        }
        None => before.cloned().unwrap_or_default(),
    };
    match before.filter(|before| before.entries_seq() > 0) {
        None => afresh(app, shop, &mut ruleset, newer.segments, newer.changes).await?,
        Some(before) if newer.snapshot.is_none() || ruleset.take_entries_of(before) => {
            take_from(app, shop, &mut ruleset, newer.changes).await?;
        }
        // Entries are read in another country than before.
        Some(_) => {
            let results = d1::batch(&app.database()?, vec![segment::newest(shop, 0), entry::changes(shop, 0)]).await?;
            afresh(app, shop, &mut ruleset, d1::all(results.first())?, d1::all(results.last())?).await?;
        }
    }
    Ok(ruleset)
}

/// Takes all entries, of a shop that nothing is known of: the newest segment and what changed behind it.
async fn afresh(app: &App, shop: &str, ruleset: &mut Ruleset, segments: Vec<SegmentRow>, changes: Vec<EntryChange>) -> Result<(), Failure> {
    let mut missing: Vec<&SegmentRow> = Vec::new();
    let mut found = None;
    for row in &segments {
        match segments::load(app, shop, row).await {
            // One that was read in another country is of no use, but not lost.
            Some(segment) => {
                found = ruleset.take_segment(segment).then_some(row);
                break;
            }
            None => missing.push(row),
        }
    }
    if !missing.is_empty() {
        segments::lost(app, shop, &missing).await?;
    }
    // The changes at hand lie behind the newest segment, where there is one.
    let newest = segments.first().map(|row| row.key.as_str());
    let behind = match found {
        found if found.map(|row| row.key.as_str()) == newest => return take_from(app, shop, ruleset, changes).await,
        Some(older) => (older.seq, BEHIND_ALL),
        None => (0, ""),
    };
    each_page(app, shop, behind, |page| take(ruleset, &page)).await
}

/// Puts the first changes in force, and all behind them.
async fn take_from(app: &App, shop: &str, ruleset: &mut Ruleset, first: Vec<EntryChange>) -> Result<(), Failure> {
    take(ruleset, &first)?;
    match first.last().filter(|_| first.len() >= entry::CHANGES_AT_ONCE) {
        Some(last) => each_page(app, shop, (last.seq, &last.id), |page| take(ruleset, &page)).await,
        None => Ok(()),
    }
}

/// Puts changes in force.
fn take(ruleset: &mut Ruleset, changes: &[EntryChange]) -> Result<(), Failure> {
    for change in changes.iter().filter(|change| change.removed_at.is_some()) {
        ruleset.remove_entry(&change.id);
    }
    ruleset.put_entries(&live(changes)?).map_err(|invalid| Failure::internal("entries", &invalid))
}

/// What the entries say that were not removed.
pub(crate) fn live(changes: &[EntryChange]) -> Result<Vec<EntryDraft>, Failure> {
    let live = changes.iter().filter(|change| change.removed_at.is_none());
    live.map(|change| EntryDraft::from_json(change.draft.as_bytes()).map_err(|_| Failure::internal("entry", &change.id))).collect()
}

/// Hands over every change behind one (sequence number and id), page by page: no shop's entries are in memory at once.
pub(crate) async fn each_page(
    app: &App,
    shop: &str,
    behind: (i64, &str),
    mut each: impl FnMut(Vec<EntryChange>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (database, mut behind) = (app.database()?, (behind.0, behind.1.to_owned()));
    loop {
        let page: Vec<EntryChange> = d1::rows(&database, entry::changes_behind(shop, behind.0, &behind.1)).await?;
        let next = page.last().filter(|_| page.len() >= entry::CHANGES_AT_ONCE).map(|last| (last.seq, last.id.clone()));
        each(page)?;
        match next {
            Some(next) => behind = next,
            None => return Ok(()),
        }
    }
}
