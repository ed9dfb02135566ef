//! `/v1/entries`: the blacklist and the allow list. An entry is in force at the next check.

use std::collections::BTreeMap;

use ordergate_casework::entry_expiry;
use ordergate_screening::{Effect, Entry, EntryDraft, Field, Invalid, MatchMode, Problem, Ruleset, Timestamp};
use ordergate_store::entry::{self, CountRow, EntryList, EntryRow};
use ordergate_store::{Statement, audit};
use serde::Serialize;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::intake::ruleset;
use crate::router::decoded;
use crate::sweep;

use super::cursor::{next, paging, refuse};
use super::holds::public_url;
use super::{Page, time};

#[derive(Serialize)]
struct EntryJson {
    id: String,
    fields: BTreeMap<Field, String>,
    effect: Effect,
    r#match: MatchMode,
    points: Option<i32>,
    reason: String,
    actor: String,
    created_at: Timestamp,
    expires_at: Option<Timestamp>,
    hits: i64,
    last_hit_at: Option<Timestamp>,
}

impl EntryJson {
    fn of(row: EntryRow) -> Result<Self, Failure> {
        let draft = EntryDraft::from_json(row.draft.as_bytes()).map_err(|error| Failure::internal("entry row", &error))?;
        let effect = draft.effect.unwrap_or(if draft.fields.len() == 1 { Effect::Points } else { Effect::Mark });
        Ok(Self {
            id: row.id,
            fields: draft.fields,
            effect,
            r#match: draft.matching,
            points: draft.points,
            reason: draft.reason,
            actor: row.actor,
            created_at: time(row.created_at),
            expires_at: draft.expires_at,
            hits: row.hits,
            last_hit_at: row.last_hit_at.map(time),
        })
    }
}

const TITLE: &str = "The entry is not valid";
/// Id and reason stand in every check that the entry matches, and a check is one row.
const LONGEST_ID: usize = 128;
const LONGEST_REASON: usize = 500;

/// Reads an entry from a body: its id is given by the route or made here, and its expiry is twelve
/// months away when the body says nothing.
async fn read_draft(app: &App, caller: &Caller, request: &mut Request, id: Option<&str>) -> Result<EntryDraft, Failure> {
    let bytes = read(request, API_CAP).await?;
    let invalid = |invalid: Invalid| Failure::invalid(TITLE, invalid);
    let mut draft = EntryDraft::from_json(&bytes).map_err(invalid)?;
    if let Some(id) = id {
        if !draft.id.is_empty() && draft.id != id {
            return Err(invalid(Invalid::one("/id", format!("the address says `{id}`"))));
        }
        draft.id = id.to_owned();
    } else if draft.id.is_empty() {
        draft.id = format!("e_{}", app.id());
    }
    fits(&draft).map_err(|problem| invalid(Invalid { problems: vec![problem] }))?;
    let loaded = ruleset(app, &caller.shop).await?;
    Entry::compile(&draft, loaded.ruleset().settings()).map_err(|problems| invalid(Invalid { problems }))?;
    // The draft alone cannot tell a missing expiry from "never".
    let says_nothing = super::body::<serde_json::Map<String, serde_json::Value>>(&bytes, TITLE)
        .is_ok_and(|body| body.get("expires_at").is_none_or(is_blank));
    let asked = if says_nothing { None } else { Some(draft.expires_at) };
    draft.expires_at = entry_expiry(asked, app.now()).map_err(|problem| invalid(Invalid { problems: vec![problem] }))?;
    Ok(draft)
}

fn is_blank(value: &serde_json::Value) -> bool {
    value.as_str().is_some_and(|text| text.trim().is_empty())
}

/// Whether id and reason are short enough.
pub(super) fn fits(draft: &EntryDraft) -> Result<(), Problem> {
    for (pointer, text, longest) in [("/id", &draft.id, LONGEST_ID), ("/reason", &draft.reason, LONGEST_REASON)] {
        if text.chars().count() > longest {
            return Err(Problem::new(pointer, format!("is longer than {longest} characters")));
        }
    }
    Ok(())
}

/// Entries of one shop unless the deployment says otherwise (var `ENTRY_LIMIT`): more than the plans of Cloudflare carry.
const MOST: usize = 1_000_000;

/// Refuses more entries than a shop may have. A confirmed fraud is listed all the same.
pub(super) async fn has_room(app: &App, caller: &Caller, ruleset: &Ruleset, more: usize) -> Result<(), Failure> {
    let most = app.setting("ENTRY_LIMIT").and_then(|limit| limit.parse().ok()).unwrap_or(MOST);
    // Counting takes long where it matters, so that it is only done when it may matter.
    if ruleset.entries_at_most().saturating_add(more) <= most {
        return Ok(());
    }
    let row: Option<CountRow> = d1::first(&app.database()?, entry::count(&caller.shop)).await?;
    let there = row.and_then(|row| usize::try_from(row.entries).ok()).unwrap_or(0);
    if there.saturating_add(more) <= most {
        return Ok(());
    }
    let sent = if more == 1 { "1 more was sent".to_owned() } else { format!("{more} more were sent") };
    let detail = format!("a shop may have {most} entries; this one has {there}, and {sent}; remove some that are no longer needed first");
    Err(Failure::refused(422, "too-many-entries", "The list is full", detail))
}

/// The sweep that an entry brings with it.
async fn swept(app: &App, caller: &Caller, request: &Request, draft: &EntryDraft) -> Result<Statement, Failure> {
    let loaded = ruleset(app, &caller.shop).await?;
    let cause = format!("entry:{}", draft.id);
    sweep::for_entries(app, &caller.shop, &cause, std::slice::from_ref(draft), loaded.ruleset().settings(), &public_url(request)?)
}

fn written(draft: &EntryDraft) -> Result<String, Failure> {
    serde_json::to_string(draft).map_err(|error| Failure::internal("entry", &error))
}

fn note(app: &App, caller: &Caller, id: &str, action: &str) -> Statement {
    audit::add(&caller.shop, &format!("entry:{id}"), app.now(), &app.id(), caller.actor.as_str(), action, "")
}

pub(crate) async fn list(app: &App, caller: &Caller, request: &Request) -> Result<Answer, Failure> {
    let paging = paging(request)?;
    let mut list = None;
    for (name, value) in &paging.filters {
        list = match (name.as_str(), value.as_str()) {
            ("list", "blacklist") => Some(EntryList::Blacklist),
            ("list", "allow_list") => Some(EntryList::AllowList),
            ("list", _) => return Err(refuse("list", "use blacklist or allow_list")),
            _ => return Err(refuse(name, "unknown parameter; use list, limit and cursor")),
        };
    }
    let after = paging.after.as_ref().map(|(at, id)| (*at, id.as_str()));
    let mut rows: Vec<EntryRow> = d1::rows(&app.database()?, entry::page(&caller.shop, list, after, paging.limit + 1)).await?;
    let next = next(&mut rows, paging.limit, |row| (row.created_at, &row.id));
    let data = rows.into_iter().map(EntryJson::of).collect::<Result<_, _>>()?;
    Answer::json(200, &Page { data, next })
}

pub(crate) async fn create(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let draft = read_draft(app, caller, request, None).await?;
    has_room(app, caller, ruleset(app, &caller.shop).await?.ruleset(), 1).await?;
    let batch = vec![
        entry::next_seq(&caller.shop),
        entry::add(&caller.shop, &draft.id, &written(&draft)?, caller.actor.as_str(), app.now()),
        note(app, caller, &draft.id, "entry.added"),
        swept(app, caller, request, &draft).await?,
        entry::by_id(&caller.shop, &draft.id),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(results) => Ok(answer(201, d1::one(results.last())?)?.then_sweeping()),
        Err(Failure::Database(message)) if Statement::was_there_already(&message) => Err(Failure::refused(
            409,
            "id-in-use",
            "This id is in use",
            format!("an entry `{}` is or was there; ids are never used twice", draft.id),
        )),
        Err(failure) => Err(failure),
    }
}

pub(crate) async fn show(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("entry"))?;
    answer(200, d1::first(&app.database()?, entry::by_id(&caller.shop, &id)).await?)
}

pub(crate) async fn replace(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("entry"))?;
    let draft = read_draft(app, caller, request, Some(&id)).await?;
    let batch = vec![
        entry::next_seq(&caller.shop),
        entry::replace(&caller.shop, &id, &written(&draft)?),
        Statement::must_have_changed_one(),
        note(app, caller, &id, "entry.replaced"),
        swept(app, caller, request, &draft).await?,
        entry::by_id(&caller.shop, &id),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(results) => Ok(answer(200, d1::one(results.last())?)?.then_sweeping()),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("entry")),
        Err(failure) => Err(failure),
    }
}

pub(crate) async fn remove(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("entry"))?;
    let batch = vec![
        entry::next_seq(&caller.shop),
        entry::remove(&caller.shop, &id, app.now()),
        Statement::must_have_changed_one(),
        note(app, caller, &id, "entry.removed"),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Ok(Answer::empty(204)),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("entry")),
        Err(failure) => Err(failure),
    }
}

fn answer(status: u16, row: Option<EntryRow>) -> Result<Answer, Failure> {
    let row = row.ok_or_else(|| Failure::not_found("entry"))?;
    Answer::json(status, &EntryJson::of(row)?)
}
