//! Entries folded into segments. Bytes lie sealed in KV, so that an isolate that knows nothing of a
//! shop opens them instead of reading every entry; the database stays the truth, and whatever KV
//! has lost is read from there.

use ordergate_screening::{Ruleset, Segment};
use ordergate_secrets::Purpose;
use ordergate_store::segment::{self, BehindRow, ChangedRow, DroppedRow, SegmentRow};
use worker::console_log;

use crate::app::{App, random_bytes};
use crate::d1;
use crate::failure::Failure;
use crate::intake::ruleset;

/// So many changes behind the newest segment are folded into the next: reading them from the
/// database costs a fresh isolate about as much as opening the segment.
const ENOUGH: u32 = 1_000;
/// What KV takes as one value.
const LARGEST: usize = 25 * 1024 * 1024;
/// KV may not see a new key everywhere for a while; a segment that is missing longer is lost.
const SETTLED_MILLIS: i64 = 10 * 60_000;

/// The segment of a row; `None` when KV does not have it, or has other bytes than were written.
pub(crate) async fn load(app: &App, shop: &str, row: &SegmentRow) -> Option<Segment> {
    let sealed = app.segments().ok()?.get(&row.key).bytes().await.ok()??;
    let bytes = app.master_key().ok()?.open_bytes(Purpose::Segment, &context(shop, &row.key), sealed).ok()?;
    Segment::open(bytes).ok()
}

/// Takes note of segments that could not be loaded.
pub(crate) async fn lost(app: &App, shop: &str, rows: &[&SegmentRow]) -> Result<(), Failure> {
    console_log!("{}", serde_json::json!({"event": "segments_missing", "shop": shop, "segments": rows.len()}));
    let settled = app.now().plus_millis(-SETTLED_MILLIS).as_millis();
    let keys: Vec<&str> = rows.iter().filter(|row| row.created_at < settled).map(|row| row.key.as_str()).collect();
    if !keys.is_empty() {
        let keys = serde_json::to_string(&keys).unwrap_or_default();
        d1::batch(&app.database()?, segment::drop_lost(shop, &keys, app.now()).into()).await?;
    }
    Ok(())
}

/// The cron's part: folds what has changed enough and deletes what is no longer read. Never fails:
/// what goes wrong is logged and done again.
pub(crate) async fn step(app: &App) {
    for outcome in [fold_changed(app).await, delete_dropped(app).await] {
        if let Err(Failure::Database(message)) = outcome {
            console_log!("{}", serde_json::json!({"event": "segments_failed", "detail": message}));
        }
    }
}

async fn fold_changed(app: &App) -> Result<(), Failure> {
    let database = app.database()?;
    let changed: Vec<ChangedRow> = d1::rows(&database, segment::changed()).await?;
    for shop in changed {
        let behind: Option<BehindRow> = d1::first(&database, segment::behind(&shop.id, ENOUGH)).await?;
        let enough = behind.is_some_and(|behind| behind.changes >= i64::from(ENOUGH));
        // A shop whose entries cannot be folded must not keep the others from it: its rows are read, and it is looked at again at its next change.
        let done = !enough
            || fold(app, &shop.id).await.unwrap_or_else(|_| {
                console_log!("{}", serde_json::json!({"event": "segment_not_folded", "shop": shop.id}));
                true
            });
        if done {
            d1::batch(&database, vec![segment::seen(&shop.id, shop.entries_seq)]).await?;
        }
    }
    Ok(())
}

/// Folds all entries of a shop into its next segment: bytes first, then the row that names them.
/// `false` when an entry changed meanwhile.
async fn fold(app: &App, shop: &str) -> Result<bool, Failure> {
    let loaded = ruleset(app, shop).await?;
    let ruleset: &Ruleset = loaded.ruleset();
    let Some(bytes) = ruleset.segment_bytes() else { return Ok(true) };
    let seq = i64::try_from(ruleset.entries_seq()).unwrap_or(i64::MAX);
    let row = SegmentRow { key: format!("entries/{shop}/{seq}-{}", app.id()), seq, created_at: App::clock().as_millis() };
    let sealed = app.master_key()?.seal_bytes(Purpose::Segment, &context(shop, &row.key), &bytes, random_bytes());
    let segment = Segment::open(bytes).map_err(|error| Failure::internal("segment", &error))?;
    let (entries, digest) = (segment.rows(), segment.digest());
    // An isolate has 128 MB, and a segment may take a fifth of them: one copy less.
    drop(segment);
    if sealed.len() > LARGEST {
        console_log!("{}", serde_json::json!({"event": "segment_too_large", "shop": shop, "entries": entries, "bytes": sealed.len()}));
        return Ok(true);
    }
    let store = app.segments()?;
    let refused = |detail: &dyn std::fmt::Display| Failure::Database(format!("KV: {detail}"));
    let written = store.put_bytes(&row.key, &sealed).map_err(|error| refused(&error))?;
    drop(sealed);
    written.execute().await.map_err(|error| refused(&error))?;
    if load(app, shop, &row).await.map(|segment| segment.digest()) != Some(digest) {
        return Err(refused(&"a segment could not be read back"));
    }
    let results = d1::batch(&app.database()?, vec![segment::add(shop, &row, entries), segment::keep_two(shop, App::clock())]).await?;
    let added = results.first().and_then(|result| result.meta().ok().flatten()).and_then(|meta| meta.changes).unwrap_or(0) > 0;
    if !added {
        store.delete(&row.key).await.map_err(|error| refused(&error))?;
    }
    Ok(added)
}

async fn delete_dropped(app: &App) -> Result<(), Failure> {
    let database = app.database()?;
    let dropped: Vec<DroppedRow> = d1::rows(&database, segment::dropped()).await?;
    for row in dropped {
        app.segments()?.delete(&row.key).await.map_err(|error| Failure::Database(format!("KV: {error}")))?;
        d1::batch(&database, vec![segment::forget(&row.shop_id, &row.key)]).await?;
    }
    Ok(())
}

/// What the bytes are sealed for: nobody can put one shop's segment, or an old one, in another's place.
fn context(shop: &str, key: &str) -> String {
    format!("{shop}\0{key}")
}
