//! `ordergate entries`: between a draft and CSV.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Write, stdout};
use std::path::Path;

use ordergate_screening::{Draft, Entry, EntryDraft, Problem, Settings};
use serde_json::{Value, json};

use crate::args::{ExportArgs, ImportArgs};
use crate::entry_csv;
use crate::failure::{Failure, shown};
use crate::input;

/// What a line of CSV is to the draft.
enum Status {
    /// No entry like it is there.
    New(EntryDraft),
    /// The entry with its id says something else and is replaced.
    Changed(EntryDraft),
    /// The entry is there already, under this id.
    Same(String),
    Invalid(Vec<Problem>),
}

impl Status {
    fn name(&self) -> &'static str {
        match self {
            Self::New(_) => "new",
            Self::Changed(_) => "changed",
            Self::Same(_) => "same",
            Self::Invalid(_) => "invalid",
        }
    }

    fn to_json(&self, line: u64) -> Value {
        match self {
            Self::New(EntryDraft { id, .. }) | Self::Changed(EntryDraft { id, .. }) | Self::Same(id) => {
                json!({ "line": line, "status": self.name(), "id": id })
            }
            Self::Invalid(problems) => {
                let problems: Vec<Value> =
                    problems.iter().map(|problem| json!({ "pointer": problem.pointer, "detail": problem.detail })).collect();
                json!({ "line": line, "status": self.name(), "problems": problems })
            }
        }
    }

    fn print(&self, out: &mut dyn Write, line: u64) -> std::io::Result<()> {
        match self {
            Self::New(EntryDraft { id, .. }) | Self::Changed(EntryDraft { id, .. }) | Self::Same(id) => {
                writeln!(out, "line {line}: {} {id}", self.name())
            }
            Self::Invalid(problems) => problems.iter().try_for_each(|problem| writeln!(out, "line {line}: invalid {problem}")),
        }
    }
}

/// The entries a draft has, and those that the lines so far add to it.
struct Known {
    settings: Settings,
    /// Everything an entry says, by id.
    by_id: BTreeMap<String, String>,
    /// Ids by what entries compare and do, whatever their id and reason.
    by_meaning: BTreeMap<String, String>,
    next: u64,
}

impl Known {
    fn of(draft: &Draft) -> Self {
        let mut known = Self { settings: draft.settings.clone(), by_id: BTreeMap::new(), by_meaning: BTreeMap::new(), next: 1 };
        for entry in &draft.entries {
            if let Ok(compiled) = Entry::compile(entry, &known.settings) {
                known.add(entry, &compiled);
            }
        }
        known
    }

    fn add(&mut self, entry: &EntryDraft, compiled: &Entry) {
        let meaning = self.meaning(entry);
        self.by_id.insert(entry.id.clone(), format!("{compiled:?}"));
        self.by_meaning.entry(meaning).or_insert_with(|| entry.id.clone());
    }

    fn meaning(&self, entry: &EntryDraft) -> String {
        let nameless = EntryDraft { id: "-".to_owned(), reason: "-".to_owned(), ..entry.clone() };
        Entry::compile(&nameless, &self.settings).map(|entry| format!("{entry:?}")).unwrap_or_default()
    }

    /// An id that no entry has.
    fn fresh_id(&mut self) -> String {
        loop {
            let id = format!("e{}", self.next);
            self.next += 1;
            if !self.by_id.contains_key(&id) {
                return id;
            }
        }
    }

    fn status(&mut self, mut entry: EntryDraft) -> Status {
        let has_id = !entry.id.is_empty();
        if !has_id {
            if let Some(id) = self.by_meaning.get(&self.meaning(&entry)) {
                return Status::Same(id.clone());
            }
            entry.id = self.fresh_id();
        }
        let compiled = match Entry::compile(&entry, &self.settings) {
            Ok(compiled) => compiled,
            Err(problems) => {
                let invalid = entry_csv::pointing_at_columns(ordergate_screening::Invalid { problems });
                return Status::Invalid(invalid.problems);
            }
        };
        let status = match self.by_id.get(&entry.id) {
            Some(there) if *there == format!("{compiled:?}") => return Status::Same(entry.id),
            Some(_) => Status::Changed(entry.clone()),
            None => Status::New(entry.clone()),
        };
        self.add(&entry, &compiled);
        status
    }
}

/// `ordergate entries import`: all lines or none.
pub(crate) fn import(args: &ImportArgs) -> Result<(), Failure> {
    let mut draft = match &args.draft {
        Some(path) => input::draft(path)?,
        None => Draft::default(),
    };
    let lines = statuses(&args.csv, Known::of(&draft))?;
    let mut out = stdout().lock();
    let count = |name: &str| lines.iter().filter(|(_, status)| status.name() == name).count();
    let counts = json!({ "new": count("new"), "changed": count("changed"), "same": count("same"), "invalid": count("invalid") });
    let summary = format!("{} new, {} changed, {} same, {} invalid", count("new"), count("changed"), count("same"), count("invalid"));
    if args.dry_run {
        let printed = if args.json {
            let lines: Vec<Value> = lines.iter().map(|(line, status)| status.to_json(*line)).collect();
            let mut report = counts;
            if let Value::Object(report) = &mut report {
                report.insert("lines".to_owned(), Value::Array(lines));
            }
            writeln!(out, "{report}")
        } else {
            lines.iter().try_for_each(|(line, status)| status.print(&mut out, *line)).and_then(|()| writeln!(out, "{summary}"))
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

/// What each line of the file is.
fn statuses(path: &Path, mut known: Known) -> Result<Vec<(u64, Status)>, Failure> {
    let name = shown(path);
    let (file, _) = input::open(path)?;
    let mut reader = input::csv(file, &name)?;
    let names: Vec<String> = input::header(&mut reader, &name)?.iter().map(|column| column.to_ascii_lowercase()).collect();
    entry_csv::check_header(&names).map_err(|wrong| Failure::of_file(&format!("{name}:1"), wrong))?;
    let mut statuses = Vec::new();
    let mut ids = BTreeSet::new();
    for row in reader.into_records() {
        let row = row.map_err(|error| input::csv_failure(&name, &error))?;
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let line = row.position().map_or(0, csv::Position::line);
        let status = match entry_csv::entry(&names, &row) {
            Ok(entry) if !entry.id.is_empty() && !ids.insert(entry.id.clone()) => {
                Status::Invalid(vec![Problem::new("/id", format!("entry `{}`: this id is used twice", entry.id))])
            }
            Ok(entry) => known.status(entry),
            Err(invalid) => Status::Invalid(invalid.problems),
        };
        statuses.push((line, status));
    }
    Ok(statuses)
}

/// `ordergate entries export`.
pub(crate) fn export(args: &ExportArgs) -> Result<(), Failure> {
    let draft = input::draft(&args.draft)?;
    let mut csv = csv::Writer::from_writer(Vec::new());
    let rows =
        std::iter::once(entry_csv::header().into_iter().map(str::to_owned).collect()).chain(draft.entries.iter().map(entry_csv::row));
    for row in rows {
        csv.write_record(&row).map_err(|error| Failure::of_file(&shown(&args.draft), error))?;
    }
    let bytes = csv.into_inner().map_err(|error| Failure::of_file(&shown(&args.draft), error))?;
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
