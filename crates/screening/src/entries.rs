//! The entries in force: immutable segments, oldest first, and the changes since.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::Match;
use crate::draft::Settings;
use crate::entry::{Entry, Field};
use crate::index::{Fingerprints, Points, Segment, SegmentBuilder, fields_of, merge, numbers};
use crate::subject::Subject;
use crate::{Timestamp, key};

/// The entries of a ruleset. A change is in force at once: it hides the entry of the same id in
/// every segment.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entries {
    segments: Vec<Arc<Segment>>,
    /// By id; `None` is a removal.
    changes: BTreeMap<String, Option<Entry>>,
    fingerprints: Arc<Fingerprints>,
}

/// Entries on their way into a segment.
pub(crate) struct Indexing {
    builder: SegmentBuilder,
    fingerprints: Arc<Fingerprints>,
}

impl Indexing {
    pub(crate) fn add(&mut self, entry: &Entry) {
        self.builder.add(entry, &self.fingerprints);
    }

    pub(crate) fn finish(self) -> Entries {
        // What was just written is sound.
        let segments = Segment::open(self.builder.finish()).map(Arc::new).into_iter().collect();
        Entries { segments, fingerprints: self.fingerprints, ..Entries::default() }
    }
}

impl Entries {
    /// So many changes are compared one by one; with more they become a segment.
    pub(crate) const FEW: usize = 128;

    /// The start of a segment that takes entries one by one.
    pub(crate) fn indexing(settings: &Settings) -> Indexing {
        let country = settings.default_country.as_deref().and_then(key::country);
        Indexing { builder: SegmentBuilder::new(country.as_deref()), fingerprints: Arc::default() }
    }

    /// The entries of a segment.
    pub(crate) fn of_segment(segment: Segment) -> Self {
        Self { segments: vec![Arc::new(segment)], ..Self::default() }
    }

    /// All entries in one segment; `None` when there are none.
    pub(crate) fn into_one_segment(mut self, settings: &Settings) -> Option<Arc<Segment>> {
        self.fold(settings);
        while let [.., older, newer] = self.segments.as_slice() {
            let joined = Segment::open(merge(older, newer, self.segments.len() == 2)?).ok()?;
            self.segments.truncate(self.segments.len() - 2);
            self.segments.push(Arc::new(joined));
        }
        self.segments.pop()
    }

    /// Puts an entry in force, in place of the one with its id.
    pub(crate) fn put(&mut self, entry: Entry, settings: &Settings) {
        self.changes.insert(entry.id.clone(), Some(entry));
        self.fold_many(settings);
    }

    /// Puts many entries in force at once: they become one segment.
    pub(crate) fn put_many(&mut self, entries: Vec<Entry>, settings: &Settings) {
        self.changes.extend(entries.into_iter().map(|entry| (entry.id.clone(), Some(entry))));
        self.fold_many(settings);
    }

    /// Takes an entry out of force.
    pub(crate) fn remove(&mut self, id: &str, settings: &Settings) {
        if self.segments.is_empty() {
            self.changes.remove(id);
        } else {
            self.changes.insert(id.to_owned(), None);
            self.fold_many(settings);
        }
    }

    /// Keeps all of them to be compared one by one: the plain meaning that the index must equal.
    pub(crate) fn scanned(entries: Vec<Entry>) -> Self {
        Self { changes: entries.into_iter().map(|entry| (entry.id.clone(), Some(entry))).collect(), ..Self::default() }
    }

    pub(crate) fn fold_many(&mut self, settings: &Settings) {
        if self.changes.len() > Self::FEW {
            self.fold(settings);
        }
    }

    /// Makes the changes a segment, and joins segments so that each is more than twice the next.
    pub(crate) fn fold(&mut self, settings: &Settings) {
        if self.changes.is_empty() {
            return;
        }
        let country = settings.default_country.as_deref().and_then(key::country);
        let mut builder = SegmentBuilder::new(country.as_deref());
        for (id, change) in &self.changes {
            if !self.segments.is_empty() {
                builder.touch(id);
            }
            if let Some(entry) = change {
                builder.add(entry, &self.fingerprints);
            }
        }
        // What was just written is sound; were it not, the changes would stay in force as they are.
        let Ok(segment) = Segment::open(builder.finish()) else { return };
        self.changes.clear();
        self.segments.push(Arc::new(segment));
        while let [.., older, newer] = self.segments.as_slice() {
            if older.rows() > newer.rows().saturating_mul(2) {
                break;
            }
            let Some(Ok(joined)) = merge(older, newer, self.segments.len() == 2).map(Segment::open) else { break };
            self.segments.truncate(self.segments.len() - 2);
            self.segments.push(Arc::new(joined));
        }
    }

    /// When an entry lapses; `None` when it never does, or is not there. Looks through all of them.
    pub(crate) fn lapses_at(&self, id: &str) -> Option<Timestamp> {
        if let Some(change) = self.changes.get(id) {
            return change.as_ref()?.expires_at;
        }
        for segment in self.segments.iter().rev() {
            if let Some(row) = (0..segment.rows()).find(|row| segment.id(*row).as_deref() == Some(id)) {
                return segment.row(row)?.expires_at;
            }
            if segment.touches(id) {
                return None;
            }
        }
        None
    }

    /// The ids of the entries that compare what this one compares, whatever they do and until when.
    pub(crate) fn alike(&self, entry: &Entry) -> Vec<String> {
        let changed = self.changes.values().flatten().filter(|other| (&other.place, &other.order) == (&entry.place, &entry.order));
        let mut ids: Vec<String> = changed.map(|other| other.id.clone()).collect();
        let numbers = numbers(entry, &self.fingerprints);
        for (index, segment) in self.segments.iter().enumerate() {
            for number in &numbers {
                segment.find(*number, |row| ids.extend(segment.id(row).filter(|id| !self.is_hidden(index, id))));
            }
        }
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// At most so many entries there are: one with a phone number counts twice, and what was replaced still counts.
    pub(crate) fn at_most(&self) -> usize {
        self.segments.iter().map(|segment| segment.rows()).sum::<usize>() + self.changes.len()
    }

    /// Whether a segment's entry of this id has been replaced or removed since.
    fn is_hidden(&self, segment: usize, id: &str) -> bool {
        self.changes.contains_key(id) || self.segments.iter().skip(segment + 1).any(|newer| newer.touches(id))
    }

    /// The matches of all live entries, by id.
    ///
    /// `read` reads of the order what is compared: the bits of the atoms that some entry is made of.
    pub(crate) fn matches(&self, read: impl FnOnce(u32) -> Subject, settings: &Settings, now: Timestamp) -> Vec<Match> {
        let of_segments = self.segments.iter().flat_map(|segment| segment.sets()).map(|set| set.atoms);
        let of_changes = self.changes.values().flatten().map(|entry| entry.atoms());
        let needed = of_segments.chain(of_changes).fold(0, |all, atoms| all | atoms);
        if needed == 0 {
            return Vec::new();
        }
        let subject = read(needed);
        let live = |end: Option<Timestamp>| end.is_none_or(|end| now < end);
        let mut matches: Vec<Match> = Vec::new();
        for entry in self.changes.values().flatten().filter(|entry| live(entry.expires_at)) {
            if let Some(places) = subject.matched_by(entry) {
                matches.push(Match {
                    source: ["entry:", &entry.id].concat(),
                    reason: entry.reason.clone(),
                    points: points(entry.points, &entry.fields, settings),
                    effect: entry.effect,
                    fields: entry.fields.clone(),
                    places,
                });
            }
        }
        if !self.segments.is_empty() {
            let probes = subject.probes(&self.fingerprints);
            for (index, segment) in self.segments.iter().enumerate() {
                for (row, places) in probes.matches(segment) {
                    let Some(row) = segment.row(row).filter(|row| live(row.expires_at) && !self.is_hidden(index, &row.id)) else {
                        continue;
                    };
                    let fields = fields_of(row.fields);
                    matches.push(Match {
                        source: ["entry:", &row.id].concat(),
                        reason: row.reason.to_owned(),
                        points: points(row.points, &fields, settings),
                        effect: row.effect,
                        fields,
                        places: subject.names(places),
                    });
                }
            }
            matches.sort_by(|left, right| left.source.cmp(&right.source));
            // A phone number stands under two numbers, and both may be asked for by one order.
            matches.dedup_by(|next, kept| {
                let same = next.source == kept.source;
                if same {
                    kept.places = in_order(&kept.places, &next.places);
                }
                same
            });
        }
        matches
    }
}

/// The places of two numbers of one entry, each once, in the contract's order.
fn in_order(left: &[String], right: &[String]) -> Vec<String> {
    let rank = |name: &String| match name.strip_prefix("lines[").and_then(|rest| rest.strip_suffix(']')) {
        Some(line) => (2, line.parse::<usize>().unwrap_or(usize::MAX)),
        None => (usize::from(name != "billing"), 0),
    };
    let mut all: Vec<String> = left.iter().chain(right).cloned().collect();
    all.sort_by_key(rank);
    all.dedup();
    all
}

fn points(points: Points, fields: &[Field], settings: &Settings) -> i32 {
    match (points, fields) {
        (Points::Own(points), _) => points,
        (Points::Default { extended: true }, _) => settings.default_points.get("postcode_extended").copied().unwrap_or(0),
        (Points::Default { extended: false }, [field]) => settings.default_points.get(field.as_str()).copied().unwrap_or(0),
        (Points::Default { extended: false }, _) => 0,
    }
}
