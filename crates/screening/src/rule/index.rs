//! Which rules can fire for an order at all.
//!
//! Every alternative of a rule's test is filed under what it asks of the order: the values of some
//! slots, and the outcome of tests that many rules share. What is asked is a [`Shape`]; shapes are
//! few, so an order is looked up once a shape. Rules of one place in the files stand sorted by a
//! bound on a number, so that reading them stops early. What is found is tested in full: the index
//! may name a rule too many, never one too few.
//!
//! After Whang et al., Indexing Boolean Expressions (VLDB 2009).

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::code::{Code, Key, Node, Rule, Slot};
use super::decimal::Decimal;
use super::eval::Evaluation;
use super::shape::{Alternative, alternatives, hash};

/// Shapes beyond so many ask for less, as each costs a look-up for every order.
const MOST_SHAPES: usize = 32;
/// An alternative is filed in at most so many places.
const MOST_PLACES: usize = 64;
/// A test is asked for itself when at least so many alternatives share it.
const SHARED_BY: usize = 8;
/// Tests that one shape asks for.
const MOST_TESTS: usize = 3;

/// What some alternatives ask of an order.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    slots: Vec<usize>,
    /// Index of the shared test, and whether it holds.
    tests: Vec<(usize, bool)>,
    /// Slot of the bound that the places are sorted by, and whether values lie above it.
    bound: Option<(usize, bool)>,
}

/// The files: which rules to test for an order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Index {
    shapes: Vec<Shape>,
    tests: Vec<Node>,
    places: Table,
    /// Limit and rule, sorted within each place so that the rules an order reaches come first.
    filed: Vec<(Decimal, u32)>,
    /// Rules that nothing can be asked for.
    always: Vec<u32>,
}

/// Places by hash: an open-addressed table of (hash, begin, end).
#[derive(Debug, Clone, Default, PartialEq)]
struct Table(Vec<(u64, u32, u32)>);

impl Index {
    /// Files the active ones of `rules`.
    pub(super) fn new(code: &Code, rules: &[Rule]) -> Self {
        let mut index = Self::default();
        let mut taken_apart: Vec<(u32, Alternative<'_>)> = Vec::new();
        for (number, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.active) {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            match alternatives(code, &rule.test) {
                Some(all) => taken_apart.extend(all.into_iter().map(|alternative| (number, alternative))),
                None => index.always.push(number),
            }
        }
        let shared = index.share(&taken_apart);
        let mut shapes: BTreeMap<Shape, usize> = BTreeMap::new();
        let mut filed: BTreeMap<(usize, u64), Vec<(Decimal, u32)>> = BTreeMap::new();
        for (rule, alternative) in &taken_apart {
            let full = shape(alternative, &shared);
            let candidates = [full.clone(), full.without_tests(), full.rarest(alternative), full.nothing()];
            let known = candidates.into_iter().find(|shape| shapes.contains_key(shape) || shapes.len() < MOST_SHAPES);
            let Some(chosen) = known.filter(|shape| !shape.is_nothing()) else {
                index.always.push(*rule);
                continue;
            };
            let next = shapes.len();
            let number = *shapes.entry(chosen.clone()).or_insert(next);
            let limit = chosen.bound.and_then(|(slot, above)| alternative.limit(slot, above)).unwrap_or(Decimal::ZERO);
            for place in chosen.places(number, alternative) {
                filed.entry((number, place)).or_default().push((limit, *rule));
            }
        }
        index.always.sort_unstable();
        index.always.dedup();
        index.shapes = vec![Shape::default(); shapes.len()];
        for (shape, number) in shapes {
            if let Some(slot) = index.shapes.get_mut(number) {
                *slot = shape;
            }
        }
        index.file(filed);
        index
    }

    /// Numbers the tests that many alternatives share.
    fn share<'c>(&mut self, all: &[(u32, Alternative<'c>)]) -> BTreeMap<String, usize> {
        let mut counts: BTreeMap<String, (usize, &Node)> = BTreeMap::new();
        for (test, _) in all.iter().flat_map(|(_, alternative)| &alternative.tests) {
            counts.entry(format!("{test:?}")).or_insert((0, *test)).0 += 1;
        }
        let mut shared = BTreeMap::new();
        for (name, (_, test)) in counts.into_iter().filter(|(_, (count, _))| *count >= SHARED_BY) {
            shared.insert(name, self.tests.len());
            self.tests.push(test.clone());
        }
        shared
    }

    fn file(&mut self, filed: BTreeMap<(usize, u64), Vec<(Decimal, u32)>>) {
        let mut table = vec![(0, 0, 0); (filed.len() * 2).next_power_of_two()];
        for ((shape, place), mut rules) in filed {
            let above = self.shapes.get(shape).and_then(|shape| shape.bound).is_none_or(|(_, above)| above);
            rules.sort_by(|left, right| {
                let order = left.0.cmp(&right.0);
                (if above { order } else { order.reverse() }).then(left.1.cmp(&right.1))
            });
            rules.dedup();
            let begin = u32::try_from(self.filed.len()).unwrap_or(u32::MAX);
            self.filed.extend(rules);
            let end = u32::try_from(self.filed.len()).unwrap_or(u32::MAX);
            let mut at = Table::start(place, table.len());
            while table.get(at).is_some_and(|(_, begin, end)| begin != end) {
                at = (at + 1) % table.len();
            }
            if let Some(slot) = table.get_mut(at) {
                *slot = (place, begin, end);
            }
        }
        self.places = Table(table);
    }

    /// The rules that may fire, sorted, each once.
    pub(super) fn candidates(&self, evaluation: &Evaluation<'_>) -> Vec<u32> {
        let mut found = self.always.clone();
        let outcomes: Vec<OnceCell<bool>> = self.tests.iter().map(|_| OnceCell::new()).collect();
        let slots = self.shapes.iter().flat_map(|shape| &shape.slots).max().map_or(0, |most| most + 1);
        let hashes: Vec<OnceCell<Option<u64>>> = (0..slots).map(|_| OnceCell::new()).collect();
        let value = |slot: usize| evaluation.order_value(Slot { index: slot, of_line: false });
        'shapes: for (number, shape) in self.shapes.iter().enumerate() {
            let mut place = start(number);
            for slot in &shape.slots {
                let hash = hashes.get(*slot).and_then(|cell| *cell.get_or_init(|| value(*slot).and_then(hash)));
                let Some(hash) = hash else { continue 'shapes };
                place = mixed(place, hash);
            }
            for (test, holds) in &shape.tests {
                let outcome =
                    outcomes.get(*test).zip(self.tests.get(*test)).map(|(cell, node)| *cell.get_or_init(|| evaluation.holds(node, None)));
                if outcome != Some(*holds) {
                    continue 'shapes;
                }
            }
            let reach = match shape.bound {
                Some((slot, above)) => match value(slot) {
                    Some(Key::Number(number)) => Some((*number, above)),
                    _ => continue,
                },
                None => None,
            };
            for (limit, rule) in self.places.get(place).and_then(|range| self.filed.get(range)).unwrap_or_default() {
                if reach.is_some_and(|(number, above)| if above { *limit > number } else { *limit < number }) {
                    break;
                }
                found.push(*rule);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Table {
    fn start(hash: u64, size: usize) -> usize {
        usize::try_from(hash & u64::try_from(size - 1).unwrap_or(0)).unwrap_or(0)
    }

    fn get(&self, hash: u64) -> Option<std::ops::Range<usize>> {
        let mut at = Self::start(hash, self.0.len().max(1));
        loop {
            let (found, begin, end) = *self.0.get(at)?;
            if begin == end {
                return None;
            }
            if found == hash {
                return Some(usize::try_from(begin).ok()?..usize::try_from(end).ok()?);
            }
            at = (at + 1) % self.0.len();
        }
    }
}

/// The fullest shape that an alternative can be filed under.
fn shape(alternative: &Alternative<'_>, shared: &BTreeMap<String, usize>) -> Shape {
    let mut values: Vec<&(usize, Vec<u64>)> = alternative.values.iter().collect();
    values.sort_by_key(|(slot, values)| (values.len(), *slot));
    let (mut slots, mut places) = (Vec::new(), 1usize);
    for (slot, values) in values {
        if !slots.contains(slot) && places.saturating_mul(values.len()) <= MOST_PLACES {
            places = places.saturating_mul(values.len());
            slots.push(*slot);
        }
    }
    slots.sort_unstable();
    let mut tests: Vec<(usize, bool)> =
        alternative.tests.iter().filter_map(|(test, holds)| Some((*shared.get(&format!("{test:?}"))?, *holds))).collect();
    tests.sort_unstable();
    tests.dedup();
    tests.truncate(MOST_TESTS);
    Shape { slots, tests, bound: alternative.bounds.first().map(|bound| (bound.slot, bound.above)) }
}

impl Shape {
    fn without_tests(&self) -> Self {
        Self { tests: Vec::new(), ..self.clone() }
    }

    /// Only the slot whose values are fewest.
    fn rarest(&self, alternative: &Alternative<'_>) -> Self {
        let values =
            alternative.values.iter().filter(|(slot, _)| self.slots.contains(slot)).min_by_key(|(slot, values)| (values.len(), *slot));
        Self { slots: values.map(|(slot, _)| *slot).into_iter().collect(), ..Self::default() }
    }

    fn nothing(&self) -> Self {
        Self::default()
    }

    fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Every place that an alternative is filed in.
    fn places(&self, number: usize, alternative: &Alternative<'_>) -> Vec<u64> {
        let mut places = vec![start(number)];
        for slot in &self.slots {
            // Of several conditions on one slot the one with fewest values is filed; all are tested.
            let values = alternative.values.iter().filter(|(of, _)| of == slot).map(|(_, values)| values).min_by_key(|values| values.len());
            let Some(values) = values else { continue };
            places = places.iter().flat_map(|place| values.iter().map(|value| mixed(*place, *value))).collect();
        }
        places
    }
}

impl Alternative<'_> {
    fn limit(&self, slot: usize, above: bool) -> Option<Decimal> {
        self.bounds.iter().find(|bound| bound.slot == slot && bound.above == above).map(|bound| bound.limit)
    }
}

fn start(shape: usize) -> u64 {
    mixed(0x9e37_79b9_7f4a_7c15, u64::try_from(shape).unwrap_or(u64::MAX))
}

fn mixed(place: u64, value: u64) -> u64 {
    let mixed = (place.rotate_left(23) ^ value).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed ^ (mixed >> 31)
}
