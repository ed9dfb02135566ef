//! `POST /v1/entries/import` and `GET /v1/entries/export`: entries as CSV. All lines of a file are
//! taken or none.

use std::collections::BTreeSet;
use std::rc::Rc;

use futures_util::StreamExt;
use futures_util::future::ready;
use futures_util::stream::{once, try_unfold};
use ordergate_casework::entry_expiry;
use ordergate_exchange::{Known, Status, entries_of, header, to_rows};
use ordergate_screening::{EntryDraft, Problem, Ruleset};
use ordergate_store::entry::{self, CountRow, EntryChange};
use ordergate_store::{Statement, audit, sweep};
use serde::Serialize;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::intake::ruleset;
use crate::router::query;
use crate::rulesets::live;

use super::cursor::refuse;
use super::entries::{fits, has_room};
use super::holds::public_url;

#[derive(Serialize)]
struct ReportJson {
    /// Whether the entries are in force now.
    written: bool,
    new: usize,
    changed: usize,
    same: usize,
    invalid: usize,
    lines: Vec<LineJson>,
}

#[derive(Serialize)]
struct RefusedJson {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    instance: String,
    errors: Vec<ErrorJson>,
    #[serde(flatten)]
    report: ReportJson,
}

#[derive(Serialize)]
struct LineJson {
    line: u64,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ErrorJson>,
}

#[derive(Serialize)]
struct ErrorJson {
    /// The column.
    pointer: String,
    detail: String,
}

/// The entries in force that a file's lines may be about: those with their ids, and those that compare the same.
async fn like(app: &App, caller: &Caller, ruleset: &Ruleset, lines: &[EntryDraft]) -> Result<Vec<EntryDraft>, Failure> {
    let named = lines.iter().map(|line| line.id.clone()).filter(|id| !id.is_empty());
    let ids: BTreeSet<String> = named.chain(lines.iter().flat_map(|line| ruleset.alike(line))).collect();
    let ids = serde_json::to_string(&ids).map_err(|error| Failure::internal("entry ids", &error))?;
    live(&d1::rows(&app.database()?, entry::live_ones(&caller.shop, &ids)).await?)
}

/// `POST /v1/entries/import?dry_run=true`.
pub(crate) async fn import(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let mut dry_run = false;
    for (name, value) in query(request)? {
        dry_run = match (name.as_str(), value.as_str()) {
            ("dry_run", "true") => true,
            ("dry_run", "false") => false,
            ("dry_run", _) => return Err(refuse("dry_run", "use true or false")),
            _ => return Err(refuse(&name, "unknown parameter; use dry_run")),
        };
    }
    let file = read(request, API_CAP).await?;
    let loaded = ruleset(app, &caller.shop).await?;
    let expiry = entry_expiry(None, app.now()).unwrap_or_default();
    let mut known = Known::new(loaded.ruleset().settings().clone()).expiring(expiry).at(app.now()).naming(format!("e_{}_", app.id()));
    like(app, caller, loaded.ruleset(), &entries_of(&file)).await?.iter().for_each(|entry| known.with(entry));
    let lines = known.read(&file).map_err(|broken| {
        Failure::refused(400, "invalid-file", "The file cannot be read", format!("line {}: {}", broken.line, broken.detail))
    })?;
    let lines: Vec<(u64, Status)> = lines.into_iter().map(|(line, status)| (line, lives_in_bounds(status, app))).collect();
    let count = |name: &str| lines.iter().filter(|(_, status)| status.name() == name).count();
    let mut report = ReportJson {
        written: false,
        new: count("new"),
        changed: count("changed"),
        same: count("same"),
        invalid: count("invalid"),
        lines: lines.iter().map(|(line, status)| line_json(*line, status)).collect(),
    };
    if dry_run {
        return Answer::json(200, &report);
    }
    if report.invalid > 0 {
        return refused(report, request.path());
    }
    let pick = |wanted: &str| -> Result<String, Failure> {
        let picked = lines.iter().filter(|(_, status)| status.name() == wanted).filter_map(|(_, status)| match status {
            Status::New(entry) | Status::Changed(entry) => Some(entry),
            Status::Same(_) | Status::Invalid(_) => None,
        });
        let rows: Vec<(&str, String)> = picked.map(|entry| (entry.id.as_str(), serde_json::to_string(entry).unwrap_or_default())).collect();
        serde_json::to_string(&rows).map_err(|error| Failure::internal("import", &error))
    };
    has_room(app, caller, loaded.ruleset(), report.new).await?;
    let detail = format!("{} new, {} changed", report.new, report.changed);
    let batch = vec![
        entry::next_seq(&caller.shop),
        entry::add_many(&caller.shop, &pick("new")?, caller.actor.as_str(), app.now()),
        entry::replace_many(&caller.shop, &pick("changed")?),
        audit::add(&caller.shop, "entries", app.now(), &app.id(), caller.actor.as_str(), "entries.imported", &detail),
        sweep::add(&caller.shop, &app.id(), "entries", &public_url(request)?, app.now()),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => {
            report.written = true;
            Ok(Answer::json(200, &report)?.then_sweeping())
        }
        Err(Failure::Database(message)) if Statement::was_there_already(&message) => Err(Failure::refused(
            409,
            "id-in-use",
            "An id is in use",
            "an id of the file belonged to an entry that was removed; ids are never used twice",
        )),
        Err(failure) => Err(failure),
    }
}

/// 422 with what is wrong with each line, as a problem that carries the report.
fn refused(report: ReportJson, instance: String) -> Result<Answer, Failure> {
    let lines = report.lines.iter().enumerate();
    let errors: Vec<ErrorJson> = lines
        .flat_map(|(index, line)| {
            line.errors.iter().map(move |ErrorJson { pointer, detail }| ErrorJson {
                pointer: format!("/lines/{index}{pointer}"),
                detail: format!("line {}: {detail}", line.line),
            })
        })
        .collect();
    let problem = RefusedJson {
        r#type: "urn:ordergate:problem:invalid-file",
        title: "The file has lines that are no entries",
        status: 422,
        detail: format!("nothing was taken; {} of {} lines are not valid", report.invalid, report.lines.len()),
        instance,
        errors,
        report,
    };
    Ok(Answer { content_type: "application/problem+json", ..Answer::json(422, &problem)? })
}

/// A line whose expiry lies in the past or too far away, or that is too long, is no entry.
fn lives_in_bounds(status: Status, app: &App) -> Status {
    match &status {
        Status::New(entry) | Status::Changed(entry) => {
            let lives = entry_expiry(Some(entry.expires_at), app.now()).map(|_| ());
            match lives.and_then(|()| fits(entry)) {
                Ok(()) => status,
                Err(problem) => Status::Invalid(vec![problem]),
            }
        }
        Status::Same(_) | Status::Invalid(_) => status,
    }
}

fn line_json(line: u64, status: &Status) -> LineJson {
    let (id, problems): (Option<&str>, &[Problem]) = match status {
        Status::New(entry) | Status::Changed(entry) => (Some(&entry.id), &[]),
        Status::Same(id) => (Some(id), &[]),
        Status::Invalid(problems) => (None, problems),
    };
    let errors = problems.iter().map(|problem| ErrorJson { pointer: problem.pointer.clone(), detail: problem.detail.clone() });
    LineJson { line, status: status.name(), id: id.map(str::to_owned), errors: errors.collect() }
}

/// `GET /v1/entries/export`: sent page by page, however many entries there are. Entries name buyers, so who took them away is noted.
pub(crate) async fn export(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let (database, shop) = (Rc::new(app.database()?), caller.shop.clone());
    let count: Option<CountRow> = d1::first(&database, entry::count(&shop)).await?;
    let detail = format!("entries: {}", count.map_or(0, |row| row.entries));
    let line = audit::add(&shop, "entries", app.now(), &app.id(), caller.actor.as_str(), "entries.exported", &detail);
    d1::batch(&database, vec![line]).await?;
    let pages = try_unfold(Some((0, String::new())), move |behind| {
        // The future outlives this call, and the stream asks for the next one when that is over.
        let (database, shop) = (Rc::clone(&database), shop.clone());
        async move {
            let Some((seq, id)) = behind else { return Ok::<_, worker::Error>(None) };
            let broken = |_| worker::Error::RustError("the entries could not be read".to_owned());
            let page: Vec<EntryChange> = d1::rows(&database, entry::changes_behind(&shop, seq, &id)).await.map_err(broken)?;
            let rows = to_rows(&live(&page).map_err(broken)?, "never");
            let next = page.last().filter(|_| page.len() >= entry::CHANGES_AT_ONCE).map(|last| (last.seq, last.id.clone()));
            Ok(Some((rows, next)))
        }
    });
    let csv = once(ready(Ok(header()))).chain(pages);
    Ok(Answer::in_parts(200, "text/csv; charset=utf-8", Box::pin(csv)).with("content-disposition", "attachment; filename=\"entries.csv\""))
}
