//! Rules in the form they run in: names looked up, literals canonical, every value of the order
//! that some rule reads in a numbered slot.

use super::decimal::Decimal;
use super::lazy::Lazy;
use super::packed;
use super::path::{Kind, Path};
use super::tree::Operator;
use crate::bytes::{Bytes, Reader};
use crate::entry::Effect;
use crate::key::{IpKey, IpRange, Phone};

/// One canonical value, of an order or of a literal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Key {
    Number(Decimal),
    Bool(bool),
    /// Folded text, country code, postcode or e-mail domain.
    Text(String),
    /// As typed (folded), and the canonical address where there is one.
    Email {
        typed: String,
        canonical: Option<String>,
    },
    /// As typed (digits only), and the number where it can be understood.
    Phone {
        typed: String,
        phone: Option<Phone>,
    },
    /// As typed (folded), as written canonically, and the address where it is one.
    Ip {
        typed: String,
        written: Option<String>,
        ip: Option<IpKey>,
    },
    /// What an IP address is compared with.
    Range(IpRange),
}

impl Key {
    /// Whether both mean the same. What cannot be understood equals only its own spelling.
    pub(crate) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Email { typed: left, canonical: None }, Self::Email { typed: right, canonical: None })
            | (Self::Phone { typed: left, phone: None }, Self::Phone { typed: right, phone: None })
            | (Self::Ip { typed: left, ip: None, .. }, Self::Ip { typed: right, ip: None, .. }) => left == right,
            (Self::Email { canonical: left, .. }, Self::Email { canonical: right, .. }) => left == right,
            (Self::Phone { phone: Some(left), .. }, Self::Phone { phone: Some(right), .. }) => left.same(right),
            (Self::Ip { ip: left, .. }, Self::Ip { ip: right, .. }) => left == right,
            (Self::Ip { ip: Some(ip), .. }, Self::Range(range)) | (Self::Range(range), Self::Ip { ip: Some(ip), .. }) => range.contains(ip),
            _ => self == other,
        }
    }

    /// The texts a search looks in: as typed, then canonical where that differs in kind.
    pub(crate) fn texts(&self) -> (&str, Option<&str>) {
        match self {
            Self::Text(text) => (text, None),
            Self::Email { typed, canonical } => (typed, canonical.as_deref()),
            Self::Phone { typed, phone } => (typed, phone.as_ref().and_then(Phone::e164)),
            Self::Ip { typed, written, .. } => (typed, written.as_deref()),
            Self::Number(_) | Self::Bool(_) | Self::Range(_) => ("", None),
        }
    }
}

/// A value that is read at most once a check (or once a line), however many rules ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) index: usize,
    pub(crate) of_line: bool,
}

/// What a slot holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Reading {
    pub(crate) path: Path,
    /// What the value is read as: the path's own type, or what a text is compared with.
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    And(Vec<Node>),
    Or(Vec<Node>),
    Not(Box<Node>),
    Equal {
        left: Value,
        right: Value,
        negated: bool,
    },
    Order {
        left: Value,
        operator: Operator,
        right: Value,
    },
    Search {
        within: Value,
        operator: Operator,
        wanted: Value,
    },
    /// Index of the set.
    In {
        value: Value,
        set: usize,
        negated: bool,
    },
    Among {
        value: Value,
        values: Vec<Value>,
        negated: bool,
    },
    Exists(Slot),
    Any(Box<Node>),
    All(Box<Node>),
    Holds(Value),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Constant(Key),
    Slot(Slot),
    Default(Box<Value>, Key),
    Count(Box<Node>),
    Sum(Box<Value>, Option<Box<Node>>),
    /// Index of the variable.
    Variable(usize),
}

/// Literals of one kind, sorted where they have an order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Set {
    Numbers(Vec<Decimal>),
    Bools(Vec<bool>),
    /// Canonical texts: of folded texts, e-mail addresses, domains, countries, postcodes.
    Texts(Vec<String>),
    Phones(Vec<Phone>),
    Ranges(Vec<IpRange>),
}

impl Set {
    pub(crate) fn has(&self, key: &Key) -> bool {
        match (self, key) {
            (Self::Numbers(all), Key::Number(number)) => all.binary_search(number).is_ok(),
            (Self::Bools(all), Key::Bool(value)) => all.contains(value),
            (Self::Texts(all), Key::Text(text) | Key::Email { canonical: Some(text), .. }) => all.binary_search(text).is_ok(),
            (Self::Phones(all), Key::Phone { phone: Some(phone), .. }) => all.iter().any(|listed| listed.same(phone)),
            (Self::Ranges(all), Key::Ip { ip: Some(ip), .. }) => all.iter().any(|range| range.contains(ip)),
            _ => false,
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Numbers(all) => all.len(),
            Self::Bools(all) => all.len(),
            Self::Texts(all) => all.len(),
            Self::Phones(all) => all.len(),
            Self::Ranges(all) => all.len(),
        }
    }

    /// Whether a look-up costs the same whatever its length, or nearly so.
    pub(crate) fn is_sorted(&self) -> bool {
        matches!(self, Self::Numbers(_) | Self::Texts(_))
    }
}

/// A variable that is worth evaluating once: a condition, a count or a sum.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Variable {
    pub(crate) code: VariableCode,
    /// It reads `line.*` and has a value for every line.
    pub(crate) of_line: bool,
    /// How deep it is with the variables it uses.
    pub(crate) depth: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum VariableCode {
    Condition(Node),
    Value(Value),
}

impl VariableCode {
    pub(crate) fn depth(&self, code: &Code) -> usize {
        match self {
            Self::Condition(node) => code.depth(node),
            Self::Value(value) => code.depth_of_value(value),
        }
    }
}

/// A rule, ready to run.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rule {
    pub(crate) id: String,
    /// Its name, or its id when it has none.
    pub(crate) reason: String,
    pub(crate) effect: Effect,
    pub(crate) points: i32,
    pub(crate) active: bool,
    pub(crate) test: Node,
}

/// Everything that rules run on besides the order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Code {
    pub(crate) order_slots: Vec<Reading>,
    pub(crate) line_slots: Vec<Reading>,
    sets: Vec<Lazy<Set>>,
    pub(crate) variables: Vec<Variable>,
    /// What packed sets and rules are unpacked from.
    packed: Bytes,
}

impl Code {
    /// Code whose sets and rules are unpacked from these bytes.
    pub(super) fn of_packed(packed: Bytes) -> Self {
        Self { packed, ..Self::default() }
    }

    /// Reads what stands packed at a place.
    pub(super) fn packed(&self, at: usize) -> Reader<'_> {
        Reader::new(&self.packed, at)
    }

    /// Adds a set and numbers it.
    pub(super) fn add_set(&mut self, set: Set) -> usize {
        self.sets.push(Lazy::ready(set));
        self.sets.len() - 1
    }

    /// Adds a set that stands packed.
    pub(super) fn add_packed_set(&mut self, at: usize) {
        self.sets.push(Lazy::packed(at));
    }

    pub(crate) fn set(&self, index: usize) -> Option<&Set> {
        self.sets.get(index)?.get(|at| packed::read_set(&mut self.packed(at)))
    }

    pub(super) fn sets(&self) -> impl ExactSizeIterator<Item = Option<&Set>> {
        (0..self.sets.len()).map(|index| self.set(index))
    }

    /// How many levels a test has with the variables it uses.
    pub(super) fn depth(&self, test: &Node) -> usize {
        let deepest = |values: &[&Value]| values.iter().map(|value| self.depth_of_value(value)).max().unwrap_or(0);
        1 + match test {
            Node::And(all) | Node::Or(all) => all.iter().map(|inner| self.depth(inner)).max().unwrap_or(0),
            Node::Not(inner) | Node::Any(inner) | Node::All(inner) => self.depth(inner),
            Node::Equal { left, right, .. } | Node::Order { left, right, .. } => deepest(&[left, right]),
            Node::Search { within, wanted, .. } => deepest(&[within, wanted]),
            Node::In { value, .. } | Node::Holds(value) => self.depth_of_value(value),
            Node::Among { value, values, .. } => {
                values.iter().map(|value| self.depth_of_value(value)).max().unwrap_or(0).max(self.depth_of_value(value))
            }
            Node::Exists(_) => 0,
        }
    }

    fn depth_of_value(&self, value: &Value) -> usize {
        1 + match value {
            Value::Constant(_) | Value::Slot(_) => 0,
            Value::Default(inner, _) => self.depth_of_value(inner),
            Value::Count(condition) => self.depth(condition),
            Value::Sum(summed, condition) => {
                self.depth_of_value(summed).max(condition.as_ref().map_or(0, |condition| self.depth(condition)))
            }
            Value::Variable(index) => self.variables.get(*index).map_or(0, |variable| variable.depth),
        }
    }
}
