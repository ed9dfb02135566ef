//! A draft in canonical form: what orders are checked against.

use std::collections::BTreeSet;

use siphasher::sip::SipHasher13;

use crate::draft::{Draft, EntryDraft, Settings};
use crate::entries::Entries;
use crate::entry::{Entry, Field, POINTS};
use crate::index::country_code;
use crate::parse::escaped;
use crate::rule::{Cost, Rules};
use crate::{Invalid, Problem, Segment, Timestamp, closest, key};

/// Settings, entries and rules, ready to check orders. Entries are kept by id, so that one can be
/// put in force or taken out between two checks.
#[derive(Debug, Clone, Default)]
pub struct Ruleset {
    pub(crate) settings: Settings,
    pub(crate) entries: Entries,
    pub(crate) rules: Rules,
    pub(crate) snapshot: u64,
    pub(crate) entries_seq: u64,
}

impl Ruleset {
    /// Compiles a draft. Snapshot number and entry sequence are 0 until [`numbered`](Self::numbered).
    ///
    /// # Errors
    /// Every problem of every part, with pointers into the draft.
    pub fn compile(draft: &Draft) -> Result<Self, Invalid> {
        if draft.entries.len() <= Entries::FEW {
            let mut compiled = Self::compile_without_index(draft)?;
            compiled.rules = compiled.rules.indexed();
            return Ok(compiled);
        }
        // Straight into a segment: a million entries as they are would take ten times its memory.
        let mut entries = Entries::indexing(&draft.settings);
        let rules = compile_parts(draft, &mut |entry| entries.add(&entry))?.indexed();
        Ok(Self { settings: draft.settings.clone(), entries: entries.finish(), rules, snapshot: 0, entries_seq: 0 })
    }

    /// The same, but entries and rules stay to be tested one by one, however many they are: the plain
    /// meaning that the indexes are tested against.
    ///
    /// # Errors
    /// As [`compile`](Self::compile).
    pub fn compile_without_index(draft: &Draft) -> Result<Self, Invalid> {
        let mut entries = Vec::with_capacity(draft.entries.len());
        let rules = compile_parts(draft, &mut |entry| entries.push(entry))?;
        Ok(Self { settings: draft.settings.clone(), entries: Entries::scanned(entries), rules, snapshot: 0, entries_seq: 0 })
    }

    /// Takes over the entries of another ruleset, as they were compiled there; `false`, and nothing
    /// happens, when they were read in another country.
    pub fn take_entries_of(&mut self, other: &Self) -> bool {
        let same = self.country() == other.country();
        if same {
            self.entries = other.entries.clone();
        }
        same
    }

    /// Takes the entries of a segment in place of its own; `false`, and nothing happens, when they
    /// were read in another country.
    pub fn take_segment(&mut self, segment: Segment) -> bool {
        let same = segment.country() == country_code(self.country().as_deref());
        if same {
            self.entries = Entries::of_segment(segment);
        }
        same
    }

    /// The country that entries are read in.
    fn country(&self) -> Option<String> {
        self.settings.default_country.as_deref().and_then(key::country)
    }

    /// All entries as one segment's bytes; `None` when there are none.
    pub fn segment_bytes(&self) -> Option<Vec<u8>> {
        Some(self.entries.clone().into_one_segment(&self.settings)?.as_bytes().to_vec())
    }

    /// When the entry of this id lapses; `None` when it never does, or is not in force.
    pub fn lapses_at(&self, id: &str) -> Option<Timestamp> {
        self.entries.lapses_at(id)
    }

    /// The ids of the entries that compare what `entry` compares, whatever their effect, reason and expiry; none when it is no
    /// entry. Costs the same however many there are.
    pub fn alike(&self, entry: &EntryDraft) -> Vec<String> {
        let nameless = EntryDraft { id: "-".to_owned(), reason: "-".to_owned(), ..entry.clone() };
        Entry::compile(&nameless, &self.settings).map(|entry| self.entries.alike(&entry)).unwrap_or_default()
    }

    /// At most so many entries are in force: one with a phone number counts twice, and so may one that was replaced.
    pub fn entries_at_most(&self) -> usize {
        self.entries.at_most()
    }

    /// The same ruleset as snapshot `snapshot` with the entries up to `entries_seq`; both are
    /// written into every check.
    #[must_use]
    pub fn numbered(mut self, snapshot: u64, entries_seq: u64) -> Self {
        self.snapshot = snapshot;
        self.entries_seq = entries_seq;
        self
    }

    /// The settings orders are checked with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The snapshot number this ruleset was published as; 0 for a draft.
    pub fn snapshot(&self) -> u64 {
        self.snapshot
    }

    /// The sequence number of the newest entry change in it.
    pub fn entries_seq(&self) -> u64 {
        self.entries_seq
    }

    /// What the active rules cost at worst.
    pub fn cost(&self) -> Cost {
        self.rules.cost()
    }

    /// Puts an entry in force, in place of the one with its id.
    ///
    /// # Errors
    /// What is wrong with the entry, with pointers from the entry itself.
    pub fn put_entry(&mut self, entry: &EntryDraft) -> Result<(), Invalid> {
        let entry = Entry::compile(entry, &self.settings).map_err(|problems| Invalid { problems })?;
        self.entries.put(entry, &self.settings);
        Ok(())
    }

    /// Puts many entries in force, each in place of the one with its id.
    ///
    /// # Errors
    /// What is wrong with them, with pointers `/<id>/…`; nothing is put in force then.
    pub fn put_entries(&mut self, entries: &[EntryDraft]) -> Result<(), Invalid> {
        let mut compiled = Vec::with_capacity(entries.len());
        let mut problems = Vec::new();
        for entry in entries {
            match Entry::compile(entry, &self.settings) {
                Ok(entry) => compiled.push(entry),
                Err(found) => {
                    problems.extend(found.into_iter().map(|problem| inside(&format!("/{}", escaped(&entry.id)), &entry.id, problem)))
                }
            }
        }
        if problems.is_empty() {
            self.entries.put_many(compiled, &self.settings);
            return Ok(());
        }
        Err(Invalid { problems })
    }

    /// Takes an entry out of force.
    pub fn remove_entry(&mut self, id: &str) {
        self.entries.remove(id, &self.settings);
    }
}

/// Hands over each entry and returns the rules, or every problem of the draft.
fn compile_parts(draft: &Draft, keep: &mut dyn FnMut(Entry)) -> Result<Rules, Invalid> {
    let mut problems = settings_problems(&draft.settings);
    let mut ids = may_repeat(&draft.entries).then(BTreeSet::new);
    for (index, entry) in draft.entries.iter().enumerate() {
        match Entry::compile(entry, &draft.settings) {
            Ok(entry) if ids.as_mut().is_some_and(|ids| !ids.insert(draft.entries.get(index).map(|entry| entry.id.as_str()))) => {
                problems.push(Problem::new(format!("/entries/{index}/id"), format!("entry `{}`: this id is used twice", entry.id)));
            }
            Ok(entry) => keep(entry),
            Err(found) => problems.extend(found.into_iter().map(|problem| inside(&format!("/entries/{index}"), &entry.id, problem))),
        }
    }
    match Rules::compile(draft) {
        Ok(rules) if problems.is_empty() => Ok(rules),
        rules => {
            problems.extend(rules.err().into_iter().flatten());
            problems.sort_by_key(|problem| section(&problem.pointer));
            Err(Invalid { problems })
        }
    }
}

/// Whether two entries may have one id: their hashes are compared, which takes a tenth of the time of comparing the ids.
fn may_repeat(entries: &[EntryDraft]) -> bool {
    let mut hashes: Vec<u64> = entries.iter().map(|entry| SipHasher13::new().hash(entry.id.as_bytes())).collect();
    hashes.sort_unstable();
    hashes.windows(2).any(|pair| matches!(pair, [first, second] if first == second))
}

/// Where in a draft a pointer leads, so that problems come in the order of the document.
fn section(pointer: &str) -> usize {
    let name = pointer.split('/').nth(1).unwrap_or_default();
    ["settings", "variables", "lists", "entries", "rules"].iter().position(|section| *section == name).unwrap_or(0)
}

/// A problem of one entry, told of it by its id, as one of what holds the entry.
fn inside(prefix: &str, id: &str, mut problem: Problem) -> Problem {
    if !id.trim().is_empty() {
        problem.detail.insert_str(0, &format!("entry `{id}`: "));
    }
    problem.pointer.insert_str(0, prefix);
    problem
}

fn settings_problems(settings: &Settings) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut refuse = |pointer: String, detail: String| problems.push(Problem::new(pointer, detail));
    match (settings.minimum_points, settings.decline_points) {
        (None, Some(_)) => refuse("/settings/decline_points".to_owned(), "needs minimum_points as well".to_owned()),
        (Some(minimum), Some(decline)) if decline < minimum => {
            refuse("/settings/decline_points".to_owned(), format!("{decline} is below minimum_points ({minimum})"));
        }
        _ => {}
    }
    let known: BTreeSet<&str> = Field::ALL.iter().map(|field| field.as_str()).chain(["postcode_extended"]).collect();
    for (name, points) in &settings.default_points {
        let pointer = format!("/settings/default_points/{}", escaped(name));
        if !known.contains(name.as_str()) {
            refuse(
                pointer,
                match closest(name, known.iter().copied()) {
                    Some(meant) => format!("unknown entry type `{name}`, did you mean `{meant}`?"),
                    None => format!("unknown entry type `{name}`"),
                },
            );
        } else if !POINTS.contains(points) {
            refuse(pointer, format!("{points} is outside -1000 to 1000"));
        }
    }
    if let Some(country) = &settings.default_country
        && !key::country(country).is_some_and(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
    {
        refuse("/settings/default_country".to_owned(), format!("`{country}` is not a two-letter country code such as \"PL\""));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starter_draft_compiles_and_its_six_rules_wait() {
        let draft = Draft::from_json(crate::STARTER_DRAFT.as_bytes()).unwrap();
        Ruleset::compile(&draft).unwrap();
        assert_eq!(draft.settings.minimum_points, Some(50));
        assert_eq!((draft.rules.len(), draft.rules.iter().any(|rule| rule.active)), (6, false));
    }
}
