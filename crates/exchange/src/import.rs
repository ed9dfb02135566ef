//! What the lines of a file are to the entries there are.

use std::collections::{BTreeMap, BTreeSet};

use ordergate_screening::{Entry, EntryDraft, Invalid, Problem, Settings, Timestamp};

use crate::orders::csv_reader;
use crate::row;

/// What a line of CSV is to the entries there are.
#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    /// No entry like it is there.
    New(EntryDraft),
    /// The entry with its id says something else and is replaced.
    Changed(EntryDraft),
    /// The entry is there already, under this id.
    Same(String),
    /// It is no entry; pointers name columns.
    Invalid(Vec<Problem>),
}

/// The entries there are, and those that the lines so far add to them.
#[derive(Debug, Clone)]
pub struct Known {
    settings: Settings,
    /// When an entry expires whose line does not say.
    expiry: Option<Timestamp>,
    /// When the file is read; entries that have expired by then are not in force.
    now: Option<Timestamp>,
    /// Everything an entry says, by id.
    by_id: BTreeMap<String, EntryDraft>,
    /// Ids by what entries compare and do, whatever their id and reason.
    by_meaning: BTreeMap<String, String>,
    /// What ids that are made here begin with.
    prefix: String,
    next: u64,
}

impl Known {
    /// No entries yet; those of a file are read with these settings.
    pub fn new(settings: Settings) -> Self {
        Self { settings, expiry: None, now: None, by_id: BTreeMap::new(), by_meaning: BTreeMap::new(), prefix: "e".to_owned(), next: 1 }
    }

    /// Entries whose line does not say when they expire do so then.
    #[must_use]
    pub fn expiring(mut self, expiry: Option<Timestamp>) -> Self {
        self.expiry = expiry;
        self
    }

    /// The file is read at this time, so that a line renews an entry that has expired.
    #[must_use]
    pub fn at(mut self, now: Timestamp) -> Self {
        self.now = Some(now);
        self
    }

    /// Entries whose line has no id get ones that begin so; `e` when not said.
    #[must_use]
    pub fn naming(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// Adds an entry that is there.
    pub fn with(&mut self, entry: &EntryDraft) {
        if let Some(meaning) = self.meaning(entry) {
            self.by_id.insert(entry.id.clone(), entry.clone());
            if !self.is_over(entry) {
                self.by_meaning.entry(meaning).or_insert_with(|| entry.id.clone());
            }
        }
    }

    fn is_over(&self, entry: &EntryDraft) -> bool {
        self.now.zip(entry.expires_at).is_some_and(|(now, end)| end <= now)
    }

    /// What an entry compares and does, whatever its id, reason and expiry; `None` when it is none.
    fn meaning(&self, entry: &EntryDraft) -> Option<String> {
        let nameless = EntryDraft { id: "-".to_owned(), reason: "-".to_owned(), expires_at: None, ..entry.clone() };
        Entry::compile(&nameless, &self.settings).map(|entry| format!("{entry:?}")).ok()
    }

    /// An id that no entry has.
    fn fresh_id(&mut self) -> String {
        loop {
            let id = format!("{}{}", self.prefix, self.next);
            self.next += 1;
            if !self.by_id.contains_key(&id) {
                return id;
            }
        }
    }

    fn status(&mut self, mut entry: EntryDraft, says_expiry: bool) -> Status {
        let meaning = self.meaning(&entry);
        if entry.id.is_empty() {
            if let Some(id) = meaning.as_ref().and_then(|meaning| self.by_meaning.get(meaning)) {
                return Status::Same(id.clone());
            }
            entry.id = self.fresh_id();
        }
        if let Err(problems) = Entry::compile(&entry, &self.settings) {
            return Status::Invalid(row::pointing_at_columns(Invalid { problems }).problems);
        }
        let there = self.by_id.get(&entry.id);
        let same = there.is_some_and(|there| {
            let lasts = if says_expiry { there.expires_at == entry.expires_at } else { !self.is_over(there) };
            self.meaning(there) == meaning && there.reason == entry.reason && lasts
        });
        if same {
            return Status::Same(entry.id);
        }
        if !says_expiry {
            entry.expires_at = self.expiry;
        }
        let status = if there.is_some() { Status::Changed(entry.clone()) } else { Status::New(entry.clone()) };
        self.with(&entry);
        status
    }

    /// What each line of a file is, with its number. The header names entry fields and id, effect,
    /// points, match, reason and expires_at, with commas, semicolons or tabs between them.
    ///
    /// # Errors
    /// What keeps the file from being read at all, with its line.
    pub fn read(mut self, file: &[u8]) -> Result<Vec<(u64, Status)>, Broken> {
        let file = unmarked(file);
        let (names, reader) = opened(file)?;
        let mut statuses = Vec::new();
        let mut ids = BTreeSet::new();
        let mut last = None;
        for row in reader.into_records() {
            let row = row.map_err(|error| Broken::of(&error))?;
            if row.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let line = row.position().map_or(0, csv::Position::line);
            last = Some((line, row.position().map_or(0, csv::Position::byte), row.iter().next_back().unwrap_or_default().to_owned()));
            let status = match row::entry(&names, &row) {
                Ok((entry, _)) if !entry.id.is_empty() && !ids.insert(entry.id.clone()) => {
                    Status::Invalid(vec![Problem::new("/id", format!("entry `{}`: this id is used twice", entry.id))])
                }
                Ok((entry, says_expiry)) => self.status(entry, says_expiry),
                Err(invalid) => Status::Invalid(invalid.problems),
            };
            statuses.push((line, status));
        }
        match last {
            Some((line, at, cell)) if is_unclosed(file, at, &cell) => {
                Err(Broken { line, detail: "a double quote opens a cell here and is never closed".to_owned() })
            }
            _ => Ok(statuses),
        }
    }
}

/// The entries of a file's lines as far as they can be read, whatever there is already: those that
/// [`Known`] must know of before it reads the file are the ones like these.
pub fn entries_of(file: &[u8]) -> Vec<EntryDraft> {
    let Ok((names, reader)) = opened(unmarked(file)) else { return Vec::new() };
    reader.into_records().filter_map(|row| Some(row::entry(&names, &row.ok()?).ok()?.0)).collect()
}

/// The file without a byte order mark.
fn unmarked(file: &[u8]) -> &[u8] {
    file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file)
}

/// The columns of a file, and its lines behind the header.
fn opened(file: &[u8]) -> Result<(Vec<String>, csv::Reader<&[u8]>), Broken> {
    let mut reader = csv_reader(file).map_err(|error| Broken { line: 1, detail: error.to_string() })?;
    let names = reader.headers().map_err(|error| Broken::of(&error))?;
    let names: Vec<String> = names.iter().map(|column| column.trim().to_ascii_lowercase()).collect();
    row::check_header(&names).map_err(|detail| Broken { line: 1, detail })?;
    Ok((names, reader))
}

/// Whether the file ends inside the quotes of its last cell, which then took in all the lines behind it.
fn is_unclosed(file: &[u8], row: u64, cell: &str) -> bool {
    let row = usize::try_from(row).ok().and_then(|at| file.get(at..)).unwrap_or_default();
    let odd = row.iter().filter(|byte| **byte == b'"').count() % 2 == 1;
    odd && row.ends_with(format!("\"{}", cell.replace('"', "\"\"")).as_bytes())
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The line it is about.
    pub line: u64,
    /// What is wrong with it.
    pub detail: String,
}

impl Broken {
    fn of(error: &csv::Error) -> Self {
        let line = error.position().map_or(1, csv::Position::line);
        let detail = match error.kind() {
            csv::ErrorKind::Utf8 { .. } => "is not UTF-8 text".to_owned(),
            _ => error.to_string(),
        };
        Self { line, detail }
    }
}

impl Status {
    /// `new`, `changed`, `same` or `invalid`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::New(_) => "new",
            Self::Changed(_) => "changed",
            Self::Same(_) => "same",
            Self::Invalid(_) => "invalid",
        }
    }
}
