//! What must hold for a rule to fire: its test as alternatives of conditions that can be looked up.

use super::code::{Code, Key, Node, Set, Value, VariableCode};
use super::decimal::Decimal;
use super::tree::Operator;
use siphasher::sip::SipHasher13;

/// Tests with more alternatives than this are not taken apart; their rules run always.
const MOST_ALTERNATIVES: usize = 16;
/// A condition that may be one of more values than this is no use for looking up.
const MOST_VALUES: usize = 64;

/// One alternative of a test: all of its conditions must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Alternative<'c> {
    /// The value of a slot of the order is one of these (as hashes).
    pub(super) values: Vec<(usize, Vec<u64>)>,
    /// A number of the order lies above or below a bound.
    pub(super) bounds: Vec<Bound>,
    /// Whatever else: a test and whether it must hold or fail.
    pub(super) tests: Vec<(&'c Node, bool)>,
}

/// A number of the order lies above (`slot > limit`) or below (`slot < limit`) a limit; the limit
/// itself is let through and left to the test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bound {
    pub(super) slot: usize,
    pub(super) above: bool,
    pub(super) limit: Decimal,
}

/// The alternatives of a test; `None` when there are too many. A test that can never hold has none.
pub(super) fn alternatives<'c>(code: &'c Code, test: &'c Node) -> Option<Vec<Alternative<'c>>> {
    expand(code, test, true)
}

fn expand<'c>(code: &'c Code, test: &'c Node, holds: bool) -> Option<Vec<Alternative<'c>>> {
    match (test, holds) {
        (Node::And(all), true) | (Node::Or(all), false) => {
            let mut joined = vec![Alternative::default()];
            for inner in all {
                let inner = expand(code, inner, holds)?;
                if joined.len().saturating_mul(inner.len()) > MOST_ALTERNATIVES {
                    return None;
                }
                joined = joined.iter().flat_map(|left| inner.iter().map(|right| left.and(right))).collect();
            }
            Some(joined)
        }
        (Node::Or(all), true) | (Node::And(all), false) => {
            let mut either = Vec::new();
            for inner in all {
                either.extend(expand(code, inner, holds)?);
                if either.len() > MOST_ALTERNATIVES {
                    return None;
                }
            }
            Some(either)
        }
        (Node::Not(inner), holds) => expand(code, inner, !holds),
        (Node::Holds(Value::Variable(index)), holds) => match code.variables.get(*index) {
            Some(variable) if !variable.of_line => match &variable.code {
                VariableCode::Condition(condition) => expand(code, condition, holds),
                VariableCode::Value(_) => Some(vec![Alternative::of(test, holds)]),
            },
            _ => Some(vec![Alternative::of(test, holds)]),
        },
        (leaf, true) => Some(vec![leaf_alternative(code, leaf)]),
        (leaf, false) => Some(vec![Alternative::of(leaf, false)]),
    }
}

impl<'c> Alternative<'c> {
    fn of(test: &'c Node, holds: bool) -> Self {
        Self { tests: vec![(test, holds)], ..Self::default() }
    }

    fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.values.extend(other.values.iter().cloned());
        both.bounds.extend(other.bounds.iter().copied());
        both.tests.extend(other.tests.iter().copied());
        both
    }
}

fn leaf_alternative<'c>(code: &'c Code, leaf: &'c Node) -> Alternative<'c> {
    let of_values = |slot: usize, values: Vec<u64>| Alternative { values: vec![(slot, values)], ..Alternative::default() };
    match leaf {
        Node::Equal { left, right, negated: false } => {
            let slot = order_slot(left).zip(constant(right)).or_else(|| order_slot(right).zip(constant(left)));
            if let Some((slot, value)) = slot.and_then(|(slot, key)| Some((slot, hash(key)?))) {
                return of_values(slot, vec![value]);
            }
        }
        Node::In { value, set, negated: false } => {
            if let (Some(slot), Some(values)) = (order_slot(value), code.set(*set).and_then(hashes)) {
                return of_values(slot, values);
            }
        }
        Node::Holds(value) => {
            if let (Some(slot), Some(truth)) = (order_slot(value), hash(&Key::Bool(true))) {
                return of_values(slot, vec![truth]);
            }
        }
        Node::Order { left, operator, right } => {
            let above = matches!(operator, Operator::Greater | Operator::AtLeast);
            let bound = match (order_slot(left), number(right), order_slot(right), number(left)) {
                (Some(slot), Some(limit), ..) => Some(Bound { slot, above, limit }),
                (_, _, Some(slot), Some(limit)) => Some(Bound { slot, above: !above, limit }),
                _ => None,
            };
            if let Some(bound) = bound {
                return Alternative { bounds: vec![bound], ..Alternative::default() };
            }
        }
        _ => {}
    }
    Alternative::of(leaf, true)
}

fn order_slot(value: &Value) -> Option<usize> {
    match value {
        Value::Slot(slot) if !slot.of_line => Some(slot.index),
        _ => None,
    }
}

fn constant(value: &Value) -> Option<&Key> {
    if let Value::Constant(key) = value { Some(key) } else { None }
}

fn number(value: &Value) -> Option<Decimal> {
    if let Value::Constant(Key::Number(number)) = value { Some(*number) } else { None }
}

fn hashes(set: &Set) -> Option<Vec<u64>> {
    let mut values: Vec<u64> = match set {
        Set::Numbers(all) => all.iter().map(|number| hash_number(*number)).collect(),
        Set::Bools(all) => all.iter().map(|truth| hash_bytes(2, &[u8::from(*truth)])).collect(),
        Set::Texts(all) => all.iter().map(|text| hash_bytes(0, text.as_bytes())).collect(),
        // Phones may differ and still be the same number, and ranges hold many addresses.
        Set::Phones(_) | Set::Ranges(_) => return None,
    };
    values.sort_unstable();
    values.dedup();
    (values.len() <= MOST_VALUES).then_some(values)
}

/// A hash that equal values share; `None` for values that are equal without being alike.
pub(super) fn hash(key: &Key) -> Option<u64> {
    match key {
        Key::Number(number) => Some(hash_number(*number)),
        Key::Bool(truth) => Some(hash_bytes(2, &[u8::from(*truth)])),
        Key::Text(text) | Key::Email { canonical: Some(text), .. } => Some(hash_bytes(0, text.as_bytes())),
        Key::Email { .. } | Key::Phone { .. } | Key::Ip { .. } | Key::Range(_) => None,
    }
}

fn hash_number(number: Decimal) -> u64 {
    let (mantissa, scale) = number.parts();
    hash_bytes(1 + (u64::from(scale) << 8), &mantissa.to_le_bytes())
}

/// Candidates are tested again, so that these keys need not be secret.
fn hash_bytes(kind: u64, bytes: &[u8]) -> u64 {
    SipHasher13::new_with_keys(0x6f67_5f72_756c_6573, kind).hash(bytes)
}
