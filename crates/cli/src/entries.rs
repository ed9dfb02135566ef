//! `ordergate entries`: between a draft and CSV.

use std::fs;
use std::io::{Read as _, Write, stdout};
use std::path::Path;

use ordergate_exchange::{Known, Status, to_csv};
use ordergate_screening::{Draft, EntryDraft};
use serde_json::{Value, json};

use crate::args::{ExportArgs, ImportArgs};
use crate::failure::{Failure, shown};
use crate::input;

/// One line of the report as JSON.
fn to_json(line: u64, status: &Status) -> Value {
    match status {
        Status::New(EntryDraft { id, .. }) | Status::Changed(EntryDraft { id, .. }) | Status::Same(id) => {
            json!({ "line": line, "status": status.name(), "id": id })
        }
        Status::Invalid(problems) => {
            let problems: Vec<Value> =
                problems.iter().map(|problem| json!({ "pointer": problem.pointer, "detail": problem.detail })).collect();
            json!({ "line": line, "status": status.name(), "problems": problems })
        }
    }
}

fn print(out: &mut dyn Write, line: u64, status: &Status) -> std::io::Result<()> {
    match status {
        Status::New(EntryDraft { id, .. }) | Status::Changed(EntryDraft { id, .. }) | Status::Same(id) => {
            writeln!(out, "line {line}: {} {id}", status.name())
        }
        Status::Invalid(problems) => problems.iter().try_for_each(|problem| writeln!(out, "line {line}: invalid {problem}")),
    }
}

/// `ordergate entries import`: all lines or none.
pub(crate) fn import(args: &ImportArgs) -> Result<(), Failure> {
    let mut draft = match &args.draft {
        Some(path) => input::draft(path)?,
        None => Draft::default(),
    };
    let lines = statuses(&args.csv, &draft)?;
    let mut out = stdout().lock();
    let count = |name: &str| lines.iter().filter(|(_, status)| status.name() == name).count();
    let counts = json!({ "new": count("new"), "changed": count("changed"), "same": count("same"), "invalid": count("invalid") });
    let summary = format!("{} new, {} changed, {} same, {} invalid", count("new"), count("changed"), count("same"), count("invalid"));
    if args.dry_run {
        let printed = if args.json {
            let lines: Vec<Value> = lines.iter().map(|(line, status)| to_json(*line, status)).collect();
            let mut report = counts;
            if let Value::Object(report) = &mut report {
                report.insert("lines".to_owned(), Value::Array(lines));
            }
            writeln!(out, "{report}")
        } else {
            lines.iter().try_for_each(|(line, status)| print(&mut out, *line, status)).and_then(|()| writeln!(out, "{summary}"))
        };
        return printed.map_err(|error| Failure::of_output(&error));
    }
    let wrong: Vec<String> = lines.iter().flat_map(|(line, status)| refused(&args.csv, *line, status)).collect();
    if !wrong.is_empty() {
        return Err(Failure::Wrong(wrong));
    }
    for (_, status) in lines {
        match status {
            Status::New(entry) => draft.entries.push(entry),
            Status::Changed(entry) => {
                if let Some(there) = draft.entries.iter_mut().rev().find(|there| there.id == entry.id) {
                    *there = entry;
                }
            }
            Status::Same(_) | Status::Invalid(_) => {}
        }
    }
    let printed = match &args.draft {
        Some(path) => {
            replace(path, &format!("{}\n", pretty(&draft)))?;
            if args.json { writeln!(out, "{counts}") } else { writeln!(out, "{summary}") }
        }
        None => writeln!(out, "{}", pretty(&draft.entries)),
    };
    printed.map_err(|error| Failure::of_output(&error))
}

fn refused(csv: &Path, line: u64, status: &Status) -> Vec<String> {
    match status {
        Status::Invalid(problems) => problems.iter().map(|problem| format!("{}:{line}: {problem}", shown(csv))).collect(),
        _ => Vec::new(),
    }
}

/// What each line of the file is to the draft.
fn statuses(path: &Path, draft: &Draft) -> Result<Vec<(u64, Status)>, Failure> {
    let name = shown(path);
    let mut file = Vec::new();
    input::open(path)?.0.read_to_end(&mut file).map_err(|error| Failure::of_file(&name, error))?;
    let mut known = Known::new(draft.settings.clone());
    draft.entries.iter().for_each(|entry| known.with(entry));
    known.read(&file).map_err(|broken| Failure::of_file(&format!("{name}:{}", broken.line), broken.detail))
}

/// `ordergate entries export`.
pub(crate) fn export(args: &ExportArgs) -> Result<(), Failure> {
    let draft = input::draft(&args.draft)?;
    let bytes = to_csv(&draft.entries, "");
    if args.csv.as_os_str() == "-" {
        return stdout().lock().write_all(&bytes).map_err(|error| Failure::of_output(&error));
    }
    fs::write(&args.csv, bytes).map_err(|error| Failure::of_file(&shown(&args.csv), error))
}

/// Replaces a file as a whole or leaves it as it was.
fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::of_file(&shown(path), error);
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    fs::write(&beside, text).map_err(failed)?;
    fs::rename(&beside, path).map_err(failed)
}

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
