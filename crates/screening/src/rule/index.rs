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
use super::packed;
use super::shape::{Alternative, alternatives, hash};
use crate::bytes::{Bytes, Reader, Writer, u32_at, u64_at};

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
    /// Places by hash: an open-addressed table, 8 bytes each: the hash's lower half, and where in the
    /// files its rules begin. Two places may share that half; an order is then tested against both.
    places: Bytes,
    /// 16 bytes each: a limit (mantissa and scale) and a rule, sorted within each place so that the
    /// rules an order reaches come first. The scale of a place's last one has its highest bit set.
    filed: Bytes,
    /// Rules that nothing can be asked for.
    always: Vec<u32>,
}

impl Index {
    /// Files the active ones of `rules`.
    pub(super) fn new<'r>(code: &'r Code, rules: impl Iterator<Item = &'r Rule>) -> Self {
        let mut index = Self::default();
        let mut taken_apart: Vec<(u32, Alternative<'_>)> = Vec::new();
        for (number, rule) in rules.enumerate().filter(|(_, rule)| rule.active) {
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
        let mut table = vec![None; filed.len() + filed.len() / 2 + 1];
        let mut files = Vec::new();
        for ((shape, place), mut rules) in filed {
            let above = self.shapes.get(shape).and_then(|shape| shape.bound).is_none_or(|(_, above)| above);
            rules.sort_by(|left, right| {
                let order = left.0.cmp(&right.0);
                (if above { order } else { order.reverse() }).then(left.1.cmp(&right.1))
            });
            rules.dedup();
            let begin = u32::try_from(files.len() / FILED).unwrap_or(NOWHERE);
            let last = rules.len().saturating_sub(1);
            for (index, (limit, rule)) in rules.into_iter().enumerate() {
                // A limit of more digits than anything costs lets everything through to the test.
                let (mantissa, scale) = limit.short().unwrap_or((if above { i64::MIN } else { i64::MAX }, 0));
                let scale = if index == last { scale | LAST } else { scale };
                files.extend_from_slice(&mantissa.to_le_bytes());
                files.extend_from_slice(&scale.to_le_bytes());
                files.extend_from_slice(&rule.to_le_bytes());
            }
            let mut at = first_slot(place, table.len());
            while table.get(at).is_some_and(Option::is_some) {
                at = (at + 1) % table.len();
            }
            if let Some(slot) = table.get_mut(at) {
                *slot = Some((lower_half(place), begin));
            }
        }
        let slots = table.into_iter().flat_map(|slot| {
            let (half, begin) = slot.unwrap_or((0, NOWHERE));
            half.to_le_bytes().into_iter().chain(begin.to_le_bytes())
        });
        self.places = slots.collect::<Vec<u8>>().into();
        self.filed = files.into();
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
            self.each_filed(place, |limit, rule| {
                let reached = !reach.is_some_and(|(number, above)| number.is_beyond(limit, above));
                if reached {
                    found.push(rule);
                }
                reached
            });
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Index {
    /// Hands over the rules filed in a place, with their limits, until told to stop.
    fn each_filed(&self, place: u64, mut each: impl FnMut((i64, u32), u32) -> bool) {
        let slots = self.places.len() / SLOT;
        let (mut at, half) = (first_slot(place, slots), lower_half(place));
        // A table that was not written here may be full.
        for _ in 0..slots {
            let Some(slot) = self.places.get(at * SLOT..at * SLOT + SLOT) else { return };
            let (Some(found), Some(begin)) = (u32_at(slot, 0), u32_at(slot, 4)) else { return };
            if begin == NOWHERE {
                return;
            }
            if found == half {
                let files = usize::try_from(begin).ok().and_then(|begin| self.filed.get(begin.checked_mul(FILED)?..));
                for filed in files.unwrap_or_default().chunks_exact(FILED) {
                    let (Some(mantissa), Some(scale), Some(rule)) = (u64_at(filed, 0), u32_at(filed, 8), u32_at(filed, 12)) else { return };
                    if !each((mantissa.cast_signed(), scale & !LAST), rule) || scale & LAST != 0 {
                        break;
                    }
                }
            }
            at = if at + 1 == slots { 0 } else { at + 1 };
        }
    }

    /// Packs the index.
    pub(super) fn write(&self, out: &mut Writer) {
        out.each(&self.shapes, |out, shape| {
            out.each(&shape.slots, |out, slot| out.count(*slot));
            out.each(&shape.tests, |out, (test, holds)| {
                out.count(*test);
                out.byte(u8::from(*holds));
            });
            out.byte(u8::from(shape.bound.is_some()));
            if let Some((slot, above)) = shape.bound {
                out.count(slot);
                out.byte(u8::from(above));
            }
        });
        out.each(&self.tests, packed::write_node);
        out.each(&self.always, |out, rule| out.number(u128::from(*rule)));
        out.bytes(&self.places);
        out.bytes(&self.filed);
    }

    /// Unpacks an index; its files stay where they are.
    pub(super) fn read(bytes: &Bytes, from: &mut Reader<'_>, code: &Code) -> Option<Self> {
        let slots = code.order_slots.len();
        let shapes = from.each(|from| {
            let asked = from.each(|from| from.count().filter(|slot| *slot < slots))?;
            let tests = from.each(|from| Some((from.count()?, from.truth()?)))?;
            let bound = if from.truth()? { Some((from.count()?, from.truth()?)) } else { None };
            Some(Shape { slots: asked, tests, bound })
        })?;
        let tests = from.each(|from| packed::read_node(from, code))?;
        let always = from.each(|from| u32::try_from(from.number()?).ok())?;
        let mut part = |size: usize| {
            let length = from.bytes()?.len();
            (length % size == 0).then(|| bytes.part(from.at() - length..from.at()))?
        };
        Some(Self { shapes, tests, places: part(SLOT)?, filed: part(FILED)?, always })
    }
}

/// Bytes of a slot of the table and of a filed rule.
const SLOT: usize = 8;
const FILED: usize = 16;
/// Where the rules of an empty slot begin.
const NOWHERE: u32 = u32::MAX;
/// Marks the last rule of a place, above any scale.
const LAST: u32 = 1 << 31;

/// The slot that a place is looked for in first, by the hash's upper half.
fn first_slot(place: u64, slots: usize) -> usize {
    let slots = u64::try_from(slots).unwrap_or(u64::MAX) & u64::from(u32::MAX);
    usize::try_from(((place >> 32) * slots) >> 32).unwrap_or(0)
}

fn lower_half(place: u64) -> u32 {
    let [a, b, c, d, ..] = place.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
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
