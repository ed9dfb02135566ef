//! `GET /v1/public/{shop}/pack`: the public rules in force, for anyone to read. `{shop}` is the shop's
//! public key or its id.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use ordergate_casework::hex_digest;
use ordergate_screening::Draft;
use ordergate_screening::snapshot::PublicRules;
use ordergate_store::key::{self, KeyRow};
use ordergate_store::shop::{self, ShopRow, SnapshotRow};
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::d1;
use crate::failure::Failure;

/// More shops than an isolate usually serves; beyond it the cache starts anew.
const SHOPS: usize = 100;

type Packs = BTreeMap<String, (i64, Rc<Vec<u8>>)>;

thread_local! {
    /// The pack of each shop's snapshot that was asked for last.
    static PACKS: RefCell<Packs> = const { RefCell::new(BTreeMap::new()) };
}

/// The pack, with its snapshot's number as its tag.
pub(crate) async fn show(app: &App, request: &Request, named: &str) -> Result<Answer, Failure> {
    let shop_id = shop_of(app, named).await?;
    let known = PACKS.with_borrow(|all| all.get(&shop_id).cloned());
    let results = d1::batch(
        &app.database()?,
        vec![shop::by_id(&shop_id), shop::snapshot_unless(&shop_id, known.as_ref().map_or(0, |(number, _)| *number))],
    )
    .await?;
    let row: ShopRow = d1::one(results.first())?.ok_or_else(|| Failure::not_found("shop"))?;
    let newer: Option<SnapshotRow> = d1::one(results.last())?;
    let pack = match (newer, known) {
        (None, Some((_, pack))) => pack,
        (newer, _) => Rc::new(made(newer.as_ref())?),
    };
    PACKS.with_borrow_mut(|all| {
        if all.len() >= SHOPS {
            all.clear();
        }
        all.insert(shop_id, (row.snapshot, Rc::clone(&pack)));
    });
    let tag = format!("\"{}\"", row.snapshot);
    let unchanged = request.headers().get("if-none-match")?.is_some_and(|tags| tags.split(',').any(|one| one.trim() == tag));
    let answer = if unchanged { Answer::empty(304) } else { Answer::new(200, "application/octet-stream", pack.as_slice()) };
    Ok(answer
        .with("etag", tag)
        .with("cache-control", "public, max-age=60")
        .with("access-control-allow-origin", "*")
        .with("cross-origin-resource-policy", "cross-origin"))
}

async fn shop_of(app: &App, named: &str) -> Result<String, Failure> {
    if !named.starts_with("pk_") {
        return Ok(named.to_owned());
    }
    let row: Option<KeyRow> = d1::first(&app.database()?, key::by_digest(&hex_digest(named.as_bytes()), app.now())).await?;
    row.filter(|row| row.kind == "pk").map(|row| row.shop_id).ok_or_else(|| Failure::not_found("shop"))
}

fn made(snapshot: Option<&SnapshotRow>) -> Result<Vec<u8>, Failure> {
    let draft = match snapshot {
        Some(row) => Draft::from_json(row.draft.as_bytes()).map_err(|_| Failure::internal("snapshot", &row.number))?,
        None => Draft::default(),
    };
    let rules = PublicRules::of(&draft).map_err(|invalid| Failure::internal("public rules", &invalid))?;
    Ok(rules.to_pack())
}
