//! `add_to_blacklist` of `POST /v1/orders/bulk` and `/v1/customers/bulk`: the fields that the request
//! names, else those that the shop has chosen, become an entry for each buyer; without a choice it is
//! the e-mail address.
//!
//! 1. One read: the orders, the entries in force, and the number of their last change.
//! 2. What an entry with the same fields lists already is not listed twice.
//! 3. One batch writes all entries and their audit, or nothing.
//! 4. When somebody changed an entry meanwhile the batch has failed as a whole: read again.

use std::collections::BTreeMap;

use ordergate_casework::{ShopSettings, copied_fields, entry_expiry};
use ordergate_screening::key::Email;
use ordergate_screening::{Entry, EntryDraft, Field, Invalid, MatchMode, Order, Problem};
use ordergate_store::entry::{self, EntryChange};
use ordergate_store::order::{self, ContentRow};
use ordergate_store::shop::{self, ShopRow};
use ordergate_store::{Statement, audit};

use crate::app::App;
use crate::auth::Caller;
use crate::d1;
use crate::failure::Failure;
use crate::intake::{TRIES, before_trying_again, ruleset};
use crate::sweep;

use super::entries::fits;

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
    let loaded = ruleset(app, &caller.shop).await?;
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
        // 1. One read.
        let read = vec![shop::by_id(&caller.shop), order::contents(&caller.shop, ids), entry::changes_after(&caller.shop, 0)];
        let results = d1::batch(&database, read).await?;
        let shop: ShopRow = d1::one(results.first())?.ok_or_else(|| Failure::not_found("shop"))?;
        let orders: Vec<ContentRow> = d1::all(results.get(1))?;
        let entries: Vec<EntryChange> = d1::all(results.get(2))?;
        // 2. Decide.
        let mut settings = ShopSettings::stored(&shop.settings);
        if let Some(fields) = fields {
            settings.list_fields = fields.to_vec();
        }
        let mut listed: BTreeMap<String, String> = BTreeMap::new();
        for row in entries.into_iter().filter(|row| row.removed_at.is_none()) {
            let draft = EntryDraft::from_json(row.draft.as_bytes()).map_err(|_| Failure::internal("entry", &row.id))?;
            if draft.expires_at.is_none_or(|end| end > app.now()) {
                listed.insert(compared(&draft.fields), draft.id);
            }
        }
        let (mut outcomes, mut entries, mut audited) = (BTreeMap::new(), Vec::new(), Vec::new());
        for row in orders {
            let order = row.details.and_then(|json| Order::from_json(json.as_bytes()).ok());
            let fields = order.map(|order| copied_fields(&order, &settings)).unwrap_or_default();
            if fields.is_empty() {
                let named = settings.list_fields.join(", ");
                outcomes.insert(row.id, Err(format!("the order has nothing that can be listed (what is copied: {named})")));
                continue;
            }
            let key = compared(&fields);
            if let Some(entry) = listed.get(&key) {
                outcomes.insert(row.id, Ok(entry.clone()));
                continue;
            }
            let draft = EntryDraft { id: format!("e_{}", app.id()), fields, ..blank.clone() };
            if let Err(problems) = Entry::compile(&draft, loaded.ruleset().settings()) {
                let said = problems.first().map(|problem| problem.detail.clone()).unwrap_or_default();
                outcomes.insert(row.id, Err(format!("it cannot be listed: {said}")));
                continue;
            }
            audited.push((format!("entry:{}", draft.id), app.id()));
            listed.insert(key, draft.id.clone());
            outcomes.insert(row.id, Ok(draft.id.clone()));
            entries.push(draft);
        }
        if entries.is_empty() {
            return Ok(outcomes);
        }
        // 3. One batch.
        let written: Vec<_> = entries.iter().map(|entry| (&entry.id, serde_json::to_string(entry).unwrap_or_default())).collect();
        let written = serde_json::to_string(&written).map_err(|error| Failure::internal("entries", &error))?;
        let actor = caller.actor.as_str();
        let audited: Vec<_> =
            audited.iter().map(|(entry, id): &(String, String)| (entry.clone(), id.as_str(), actor, "entry.added", "")).collect();
        let batch = vec![
            entry::next_seq_after(&caller.shop, shop.entries_seq),
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

/// Fields as they are told apart: e-mail addresses by their canonical form, others by their letters.
fn compared(fields: &BTreeMap<Field, String>) -> String {
    let form = |field: &Field, text: &String| match field {
        Field::Email => Email::parse(text).map_or_else(|| text.clone(), |email| email.canonical),
        _ => text.trim().to_lowercase(),
    };
    fields.iter().map(|(field, text)| format!("{}\0{}", field.as_str(), form(field, text))).collect::<Vec<_>>().join("\0")
}
