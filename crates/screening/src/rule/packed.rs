//! Compiled rules as bytes. Rules and sets are unpacked when an order first needs them; opening a
//! snapshot of ten thousand rules reads none of them.

use super::code::{Code, Key, Node, Reading, Rule, Set, Slot, Value, Variable, VariableCode};
use super::decimal::Decimal;
use super::path::Kind;
use super::path_code::{read_path, write_path};
use super::tree::Operator;
use super::variables::DEEPEST;
use crate::bytes::{Reader, Writer, u32_at};
use crate::entry::Effect;
use crate::key::{IpKey, IpRange, Phone};

const KINDS: [Kind; 9] =
    [Kind::Number, Kind::Bool, Kind::Text, Kind::Email, Kind::Domain, Kind::Phone, Kind::Ip, Kind::Country, Kind::Postcode];
const EFFECTS: [Effect; 5] = [Effect::Mark, Effect::Points, Effect::Hold, Effect::Allow, Effect::HoldAlways];

fn position<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|other| other == one).and_then(|index| u8::try_from(index).ok()).unwrap_or(0)
}

fn nth<T: Copy>(all: &[T], index: u8) -> Option<T> {
    all.get(usize::from(index)).copied()
}

pub(super) fn write_slots(out: &mut Writer, slots: &[Reading]) {
    out.each(slots, |out, reading| {
        write_path(out, &reading.path);
        out.byte(position(&KINDS, &reading.kind));
    });
}

pub(super) fn read_slots(from: &mut Reader<'_>) -> Option<Vec<Reading>> {
    from.each(|from| Some(Reading { path: read_path(from)?, kind: nth(&KINDS, from.byte()?)? }))
}

pub(super) fn write_variables(out: &mut Writer, code: &Code) {
    out.each(&code.variables, |out, variable| {
        out.byte(u8::from(variable.of_line));
        match &variable.code {
            VariableCode::Condition(condition) => {
                out.byte(0);
                write_node(out, condition);
            }
            VariableCode::Value(value) => {
                out.byte(1);
                write_value(out, value);
            }
        }
    });
}

pub(super) fn read_variables(from: &mut Reader<'_>, code: &mut Code) -> Option<()> {
    // A variable is numbered after those it uses, so that reading it cannot go round in a circle.
    for _ in 0..from.count()? {
        let of_line = from.truth()?;
        let mut unpacker = Unpacker { from, depth: 0, variables: code.variables.len() };
        let variable = match unpacker.from.byte()? {
            0 => VariableCode::Condition(unpacker.node()?),
            1 => VariableCode::Value(unpacker.value()?),
            _ => return None,
        };
        let depth = variable.depth(code);
        if depth > DEEPEST {
            return None;
        }
        code.variables.push(Variable { code: variable, of_line, depth });
    }
    Some(())
}

/// Packs parts that can be unpacked one by one: where each begins, counted from the first, then all
/// of them.
pub(super) fn write_parts<T>(out: &mut Writer, parts: &[T], mut write: impl FnMut(&mut Writer, &T)) {
    let mut all = Writer::default();
    out.count(parts.len());
    for part in parts {
        out.0.extend_from_slice(&u32::try_from(all.0.len()).unwrap_or(u32::MAX).to_le_bytes());
        write(&mut all, part);
    }
    out.bytes(&all.0);
}

/// Where in the bytes each part begins.
pub(super) fn read_parts(from: &mut Reader<'_>) -> Option<Vec<usize>> {
    let count = from.count()?;
    let begins = from.take(count.checked_mul(4)?)?;
    let length = from.bytes()?.len();
    let first = from.at() - length;
    (0..count)
        .map(|index| usize::try_from(u32_at(begins, index * 4)?).ok().filter(|begin| *begin < length).map(|begin| first + begin))
        .collect()
}

pub(super) fn write_rule(out: &mut Writer, rule: &Rule) {
    out.text(&rule.id);
    out.text(&rule.reason);
    out.byte(position(&EFFECTS, &rule.effect));
    out.signed(i128::from(rule.points));
    out.byte(u8::from(rule.active));
    write_node(out, &rule.test);
}

pub(super) fn read_rule(from: &mut Reader<'_>, code: &Code) -> Option<Rule> {
    Some(Rule {
        id: from.text()?,
        reason: from.text()?,
        effect: nth(&EFFECTS, from.byte()?)?,
        points: i32::try_from(from.signed()?).ok()?,
        active: from.truth()?,
        test: read_node(from, code)?,
    })
}

/// Reads a test that may use any variable.
pub(super) fn read_node(from: &mut Reader<'_>, code: &Code) -> Option<Node> {
    let node = Unpacker { from, depth: 0, variables: code.variables.len() }.node()?;
    (code.depth(&node) <= 2 * DEEPEST).then_some(node)
}

pub(super) fn write_set(out: &mut Writer, set: &Set) {
    match set {
        Set::Numbers(all) => {
            out.byte(0);
            out.each(all, |out, number| write_decimal(out, *number));
        }
        Set::Bools(all) => {
            out.byte(1);
            out.each(all, |out, truth| out.byte(u8::from(*truth)));
        }
        Set::Texts(all) => {
            out.byte(2);
            out.each(all, |out, text| out.text(text));
        }
        Set::Phones(all) => {
            out.byte(3);
            out.each(all, write_phone);
        }
        Set::Ranges(all) => {
            out.byte(4);
            out.each(all, |out, range| write_range(out, *range));
        }
    }
}

pub(super) fn read_set(from: &mut Reader<'_>) -> Option<Set> {
    Some(match from.byte()? {
        0 => Set::Numbers(from.each(read_decimal)?),
        1 => Set::Bools(from.each(Reader::truth)?),
        2 => Set::Texts(from.each(Reader::text)?),
        // A page reads neither phones nor addresses: see `literal.rs`.
        3.. if cfg!(feature = "browser") => return None,
        3 => Set::Phones(from.each(read_phone)?),
        4 => Set::Ranges(from.each(read_range)?),
        _ => return None,
    })
}

pub(super) fn write_decimal(out: &mut Writer, number: Decimal) {
    let (mantissa, scale) = number.parts();
    out.signed(mantissa);
    out.number(u128::from(scale));
}

pub(super) fn read_decimal(from: &mut Reader<'_>) -> Option<Decimal> {
    let (mantissa, scale) = (from.signed()?, u32::try_from(from.number()?).ok()?);
    Decimal::of_parts(mantissa, scale)
}

fn write_phone(out: &mut Writer, phone: &Phone) {
    out.optional(phone.e164());
    out.optional(phone.last9());
}

fn read_phone(from: &mut Reader<'_>) -> Option<Phone> {
    Some(Phone::of_forms(from.optional()?, from.optional()?))
}

fn write_range(out: &mut Writer, range: IpRange) {
    let (first, length) = range.to_bits();
    out.byte(length);
    out.bytes(&first);
}

fn read_range(from: &mut Reader<'_>) -> Option<IpRange> {
    let length = from.byte()?;
    IpRange::of_bits(from.bytes()?, length)
}

fn write_key(out: &mut Writer, key: &Key) {
    match key {
        Key::Number(number) => {
            out.byte(0);
            write_decimal(out, *number);
        }
        Key::Bool(truth) => {
            out.byte(1);
            out.byte(u8::from(*truth));
        }
        Key::Text(text) => {
            out.byte(2);
            out.text(text);
        }
        Key::Email { typed, canonical } => {
            out.byte(3);
            out.text(typed);
            out.optional(canonical.as_deref());
        }
        Key::Phone { typed, phone } => {
            out.byte(4);
            out.text(typed);
            out.byte(u8::from(phone.is_some()));
            phone.iter().for_each(|phone| write_phone(out, phone));
        }
        Key::Ip { typed, written, ip } => {
            out.byte(5);
            out.text(typed);
            out.optional(written.as_deref());
            out.byte(u8::from(ip.is_some()));
            ip.iter().for_each(|ip| write_range(out, ip.alone()));
        }
        Key::Range(range) => {
            out.byte(6);
            write_range(out, *range);
        }
    }
}

fn read_key(from: &mut Reader<'_>) -> Option<Key> {
    Some(match from.byte()? {
        0 => Key::Number(read_decimal(from)?),
        1 => Key::Bool(from.truth()?),
        2 => Key::Text(from.text()?),
        3 => Key::Email { typed: from.text()?, canonical: from.optional()? },
        4.. if cfg!(feature = "browser") => return None,
        4 => Key::Phone { typed: from.text()?, phone: if from.truth()? { Some(read_phone(from)?) } else { None } },
        5 => {
            let (typed, written) = (from.text()?, from.optional()?);
            Key::Ip { typed, written, ip: if from.truth()? { Some(IpKey::first_of(read_range(from)?)) } else { None } }
        }
        6 => Key::Range(read_range(from)?),
        _ => return None,
    })
}

pub(super) fn write_node(out: &mut Writer, node: &Node) {
    match node {
        Node::And(all) => {
            out.byte(0);
            out.each(all, write_node);
        }
        Node::Or(all) => {
            out.byte(1);
            out.each(all, write_node);
        }
        Node::Not(inner) => {
            out.byte(2);
            write_node(out, inner);
        }
        Node::Equal { left, right, negated } => {
            out.byte(3);
            out.byte(u8::from(*negated));
            write_value(out, left);
            write_value(out, right);
        }
        Node::Order { left, operator, right } => {
            out.byte(4);
            out.text(operator.as_str());
            write_value(out, left);
            write_value(out, right);
        }
        Node::Search { within, operator, wanted } => {
            out.byte(5);
            out.text(operator.as_str());
            write_value(out, within);
            write_value(out, wanted);
        }
        Node::In { value, set, negated } => {
            out.byte(6);
            out.byte(u8::from(*negated));
            out.count(*set);
            write_value(out, value);
        }
        Node::Among { value, values, negated } => {
            out.byte(7);
            out.byte(u8::from(*negated));
            write_value(out, value);
            out.each(values, write_value);
        }
        Node::Exists(slot) => {
            out.byte(8);
            write_slot(out, *slot);
        }
        Node::Any(inner) => {
            out.byte(9);
            write_node(out, inner);
        }
        Node::All(inner) => {
            out.byte(10);
            write_node(out, inner);
        }
        Node::Holds(value) => {
            out.byte(11);
            write_value(out, value);
        }
    }
}

fn write_value(out: &mut Writer, value: &Value) {
    match value {
        Value::Constant(key) => {
            out.byte(0);
            write_key(out, key);
        }
        Value::Slot(slot) => {
            out.byte(1);
            write_slot(out, *slot);
        }
        Value::Default(inner, key) => {
            out.byte(2);
            write_value(out, inner);
            write_key(out, key);
        }
        Value::Count(condition) => {
            out.byte(3);
            write_node(out, condition);
        }
        Value::Sum(summed, condition) => {
            out.byte(4);
            write_value(out, summed);
            out.byte(u8::from(condition.is_some()));
            condition.iter().for_each(|condition| write_node(out, condition));
        }
        Value::Variable(index) => {
            out.byte(5);
            out.count(*index);
        }
    }
}

fn write_slot(out: &mut Writer, slot: Slot) {
    out.byte(u8::from(slot.of_line));
    out.count(slot.index);
}

fn read_slot(from: &mut Reader<'_>) -> Option<Slot> {
    let of_line = from.truth()?;
    Some(Slot { index: from.count()?, of_line })
}

/// Reads tests and values, never deeper than [`DEEPEST`].
struct Unpacker<'r, 'b> {
    from: &'r mut Reader<'b>,
    depth: usize,
    variables: usize,
}

impl Unpacker<'_, '_> {
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth >= 2 * DEEPEST {
            return None;
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    fn each<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.from.count()?;
        let mut all = Vec::new();
        for _ in 0..length {
            all.push(read(self)?);
        }
        Some(all)
    }

    fn node(&mut self) -> Option<Node> {
        self.deeper(|this| {
            Some(match this.from.byte()? {
                0 => Node::And(this.each(Self::node)?),
                1 => Node::Or(this.each(Self::node)?),
                2 => Node::Not(Box::new(this.node()?)),
                3 => {
                    let negated = this.from.truth()?;
                    Node::Equal { left: this.value()?, right: this.value()?, negated }
                }
                4 => {
                    let operator = this.operator()?;
                    Node::Order { left: this.value()?, operator, right: this.value()? }
                }
                5 => {
                    let operator = this.operator()?;
                    Node::Search { within: this.value()?, operator, wanted: this.value()? }
                }
                6 => {
                    let (negated, set) = (this.from.truth()?, this.from.count()?);
                    Node::In { value: this.value()?, set, negated }
                }
                7 => {
                    let negated = this.from.truth()?;
                    Node::Among { value: this.value()?, values: this.each(Self::value)?, negated }
                }
                8 => Node::Exists(read_slot(this.from)?),
                9 => Node::Any(Box::new(this.node()?)),
                10 => Node::All(Box::new(this.node()?)),
                11 => Node::Holds(this.value()?),
                _ => return None,
            })
        })
    }

    fn value(&mut self) -> Option<Value> {
        self.deeper(|this| {
            Some(match this.from.byte()? {
                0 => Value::Constant(read_key(this.from)?),
                1 => Value::Slot(read_slot(this.from)?),
                2 => Value::Default(Box::new(this.value()?), read_key(this.from)?),
                3 => Value::Count(Box::new(this.node()?)),
                4 => {
                    let summed = Box::new(this.value()?);
                    Value::Sum(summed, if this.from.truth()? { Some(Box::new(this.node()?)) } else { None })
                }
                5 => {
                    let index = this.from.count()?;
                    (index < this.variables).then_some(Value::Variable(index))?
                }
                _ => return None,
            })
        })
    }

    fn operator(&mut self) -> Option<Operator> {
        let written = self.from.text()?;
        Operator::ALL.into_iter().find(|operator| operator.as_str() == written)
    }
}
