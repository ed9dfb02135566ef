//! `add_to_blacklist` of `POST /v1/orders/bulk` and `/v1/customers/bulk`: the fields that the request
//! names, else those that the shop has chosen, become an entry for each buyer; without a choice it is
//! the e-mail address.
//!
//! 1. Read the orders, and the entries in force that compare what the buyers' would.
//! 2. What an entry with the same fields lists already is not listed twice.
//! 3. One batch writes all entries and their audit, or nothing.
//! 4. When somebody changed an entry meanwhile the batch has failed as a whole: read again.

use std::collections::{BTreeMap, BTreeSet};

use ordergate_casework::{ShopSettings, copied_fields, entry_expiry};
use ordergate_screening::{Effect, EntryDraft, Field, Invalid, MatchMode, Order, Problem, Ruleset};
use ordergate_store::entry;
use ordergate_store::order::{self, ContentRow};
use ordergate_store::shop::{self, ShopRow};
use ordergate_store::{Statement, audit};

use crate::app::App;
use crate::auth::Caller;
use crate::d1;
use crate::failure::Failure;
use crate::intake::{TRIES, before_trying_again, ruleset};
use crate::rulesets::live;
use crate::sweep;

use super::entries::{fits, has_room};

/// Lists the buyer of every order. Answers for every order that exists: the entry it is
/// listed by, or why it is not.
pub(super) async fn list_buyers(
    app: &App,
    caller: &Caller,
    ids: &[&str],
    reason: &str,
    fields: Option<&[String]>,
    public_url: &str,
) -> Result<BTreeMap<String, Result<String, String>>, Failure> {
    let database = app.database()?;
    let blank = EntryDraft {
        id: String::new(),
        fields: BTreeMap::new(),
        effect: None,
        matching: MatchMode::Exact,
        points: None,
        reason: reason.to_owned(),
        expires_at: entry_expiry(None, app.now()).unwrap_or_default(),
    };
    fits(&blank).map_err(|problem| Failure::invalid("The request is not valid", Invalid::one("/comment", problem.detail)))?;
    if let Some(problem) = fields.and_then(unlistable) {
        return Err(Failure::invalid("The request is not valid", Invalid { problems: vec![problem] }));
    }
    for attempt in 0..TRIES {
        before_trying_again(attempt).await;
        // 1. Read.
        let loaded = ruleset(app, &caller.shop).await?;
        let results = d1::batch(&database, vec![shop::by_id(&caller.shop), order::contents(&caller.shop, ids)]).await?;
        let shop: ShopRow = d1::one(results.first())?.ok_or_else(|| Failure::not_found("shop"))?;
        let orders: Vec<ContentRow> = d1::all(results.get(1))?;
        let mut settings = ShopSettings::stored(&shop.settings);
        if let Some(fields) = fields {
            settings.list_fields = fields.to_vec();
        }
        let buyers: Vec<(String, EntryDraft)> = orders
            .into_iter()
            .map(|row| {
                let order = row.details.and_then(|json| Order::from_json(json.as_bytes()).ok());
                let fields = order.map(|order| copied_fields(&order, &settings)).unwrap_or_default();
                (row.id, EntryDraft { id: format!("e_{}", app.id()), fields, ..blank.clone() })
            })
            .collect();
        // What is written below takes part in the next comparison.
        let mut known = loaded.ruleset().clone();
        let listing = listing(app, caller, &known, &buyers).await?;
        // 2. Decide.
        let (mut outcomes, mut entries) = (BTreeMap::new(), Vec::<EntryDraft>::new());
        for (order, draft) in buyers {
            if draft.fields.is_empty() {
                let named = settings.list_fields.join(", ");
                outcomes.insert(order, Err(format!("the order has nothing that can be listed (what is copied: {named})")));
                continue;
            }
            let alike = known.alike(&draft);
            if let Some(entry) = alike.into_iter().find(|id| listing.contains(id) || entries.iter().any(|new| new.id == *id)) {
                outcomes.insert(order, Ok(entry));
                continue;
            }
            if let Err(invalid) = known.put_entry(&draft) {
                let said = invalid.problems.first().map(|problem| problem.detail.clone()).unwrap_or_default();
                outcomes.insert(order, Err(format!("it cannot be listed: {said}")));
                continue;
            }
            outcomes.insert(order, Ok(draft.id.clone()));
            entries.push(draft);
        }
        if entries.is_empty() {
            return Ok(outcomes);
        }
        has_room(app, caller, loaded.ruleset(), entries.len()).await?;
        // 3. One batch.
        let written: Vec<_> = entries.iter().map(|entry| (&entry.id, serde_json::to_string(entry).unwrap_or_default())).collect();
        let written = serde_json::to_string(&written).map_err(|error| Failure::internal("entries", &error))?;
        let actor = caller.actor.as_str();
        let notes: Vec<_> = entries.iter().map(|entry| (format!("entry:{}", entry.id), app.id())).collect();
        let audited: Vec<_> = notes.iter().map(|(entry, id)| (entry.clone(), id.as_str(), actor, "entry.added", "")).collect();
        let batch = vec![
            entry::next_seq_after(&caller.shop, i64::try_from(loaded.ruleset().entries_seq()).unwrap_or(0)),
            Statement::must_have_changed_one(),
            entry::add_many(&caller.shop, &written, actor, app.now()),
            audit::add_many(&caller.shop, &audited, app.now()),
            sweep::for_entries(app, &caller.shop, "entries", &entries, loaded.ruleset().settings(), public_url)?,
        ];
        match d1::batch(&database, batch).await {
            Ok(_) => return Ok(outcomes),
            // 4. Somebody was faster.
            Err(Failure::Database(message)) if Statement::lost_the_race(&message) => {}
            Err(failure) => return Err(failure),
        }
    }
    Err(Failure::Database(format!("{TRIES} other writers of entries were faster")))
}

/// What is wrong with the fields that somebody asks to be copied.
fn unlistable(fields: &[String]) -> Option<Problem> {
    if fields.is_empty() {
        return Some(Problem::new("/fields", "names no field; leave it out for those the shop has chosen"));
    }
    let unknown = fields.iter().position(|name| !Field::ALL.iter().any(|field| field.as_str() == name))?;
    Some(Problem::new(format!("/fields/{unknown}"), "is not an entry field"))
}

/// Ids of the entries that mark, add points or hold now and compare what one of the buyers' entries would compare.
async fn listing(app: &App, caller: &Caller, known: &Ruleset, buyers: &[(String, EntryDraft)]) -> Result<BTreeSet<String>, Failure> {
    let alike: BTreeSet<String> = buyers.iter().flat_map(|(_, draft)| known.alike(draft)).collect();
    let alike = serde_json::to_string(&alike).map_err(|error| Failure::internal("entry ids", &error))?;
    let live = live(&d1::rows(&app.database()?, entry::live_ones(&caller.shop, &alike)).await?)?;
    let lists = |entry: &EntryDraft| entry.effect != Some(Effect::Allow) && entry.expires_at.is_none_or(|end| end > app.now());
    Ok(live.into_iter().filter(lists).map(|entry| entry.id).collect())
}
