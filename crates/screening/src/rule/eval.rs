//! Running rules over one order.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::code::{Code, Key, Node, Slot, Value, VariableCode};
use super::decimal::Decimal;
use super::read::{Cell, Values, cells};
use super::tree::Operator;
use crate::draft::Settings;
use crate::mailbox::Mailbox;
use crate::{Facts, Order};

/// One order under the rules of one set. Values and variables are read when a rule first asks and
/// kept for the next.
pub(crate) struct Evaluation<'o> {
    code: &'o Code,
    values: Values<'o>,
    variables: Vec<Cell>,
    /// Cells of the variables for the first line, then for the second and so on.
    line_variables: OnceCell<Vec<Cell>>,
}

impl<'o> Evaluation<'o> {
    pub(crate) fn new(order: &'o Order, facts: &'o Facts, settings: &Settings, code: &'o Code, mailbox: &'o Mailbox<'o>) -> Self {
        Self {
            code,
            values: Values::new(order, facts, settings, code, mailbox),
            variables: cells(code.variables.len()),
            line_variables: OnceCell::new(),
        }
    }

    /// Whether a test holds; `line` is the index of the line it is asked about. A missing value makes
    /// its test false, whatever the operator.
    pub(crate) fn holds(&self, node: &Node, line: Option<usize>) -> bool {
        match node {
            Node::And(all) => all.iter().all(|inner| self.holds(inner, line)),
            Node::Or(all) => all.iter().any(|inner| self.holds(inner, line)),
            Node::Not(inner) => !self.holds(inner, line),
            Node::Equal { left, right, negated } => self.both(left, right, line).is_some_and(|(left, right)| left.same(&right) != *negated),
            Node::Order { left, operator, right } => {
                self.both(left, right, line).is_some_and(|(left, right)| ordered(&left, *operator, &right))
            }
            Node::Search { within, operator, wanted } => {
                self.both(within, wanted, line).is_some_and(|(within, wanted)| found(&within, *operator, &wanted))
            }
            Node::In { value, set, negated } => {
                let set = self.code.set(*set);
                self.value(value, line).zip(set).is_some_and(|(value, set)| set.has(&value) != *negated)
            }
            Node::Among { value, values, negated } => self.value(value, line).is_some_and(|value| {
                // `in` is a row of `==` with `or`, `not in` one of `!=` with `and`.
                let mut others = values.iter().map(|other| self.value(other, line));
                if *negated {
                    others.all(|other| other.is_some_and(|other| !value.same(&other)))
                } else {
                    others.flatten().any(|other| value.same(&other))
                }
            }),
            Node::Exists(slot) => self.values.get(*slot, line).is_some(),
            Node::Any(inner) => self.lines().any(|line| self.holds(inner, Some(line))),
            Node::All(inner) => self.lines().all(|line| self.holds(inner, Some(line))),
            Node::Holds(value) => self.value(value, line).is_some_and(|value| *value == Key::Bool(true)),
        }
    }

    /// What a slot of the order holds.
    pub(crate) fn order_value(&self, slot: Slot) -> Option<&Key> {
        self.values.get(slot, None)
    }

    fn lines(&self) -> std::ops::Range<usize> {
        0..self.values.order.lines.len()
    }

    fn both(&self, left: &'o Value, right: &'o Value, line: Option<usize>) -> Option<(Cow<'_, Key>, Cow<'_, Key>)> {
        Some((self.value(left, line)?, self.value(right, line)?))
    }

    fn value<'v>(&'v self, value: &'v Value, line: Option<usize>) -> Option<Cow<'v, Key>> {
        match value {
            Value::Constant(key) => Some(Cow::Borrowed(key)),
            Value::Slot(slot) => self.values.get(*slot, line).map(Cow::Borrowed),
            Value::Default(inner, replacement) => self.value(inner, line).or(Some(Cow::Borrowed(replacement))),
            Value::Count(condition) => {
                let count = self.lines().filter(|line| self.holds(condition, Some(*line))).count();
                Some(Cow::Owned(Key::Number(Decimal::from(i64::try_from(count).unwrap_or(i64::MAX)))))
            }
            Value::Sum(summed, condition) => {
                let counted = self.lines().filter(|line| condition.as_ref().is_none_or(|condition| self.holds(condition, Some(*line))));
                let sum = counted.fold(Decimal::ZERO, |sum, line| match self.value(summed, Some(line)).as_deref() {
                    Some(Key::Number(number)) => sum.plus(*number),
                    _ => sum,
                });
                Some(Cow::Owned(Key::Number(sum)))
            }
            Value::Variable(index) => self.variable(*index, line),
        }
    }

    fn variable(&self, index: usize, line: Option<usize>) -> Option<Cow<'_, Key>> {
        let variable = self.code.variables.get(index)?;
        let (cell, line) = if variable.of_line {
            let (line, each) = (line?, self.code.variables.len());
            let cells = self.line_variables.get_or_init(|| cells(each.saturating_mul(self.lines().len())));
            (cells.get(line.checked_mul(each)?.checked_add(index)?)?, Some(line))
        } else {
            (self.variables.get(index)?, None)
        };
        let read = || match &variable.code {
            VariableCode::Condition(condition) => Some(Key::Bool(self.holds(condition, line))),
            VariableCode::Value(value) => self.value(value, line).map(Cow::into_owned),
        };
        cell.get_or_init(read).as_ref().map(Cow::Borrowed)
    }
}

fn ordered(left: &Key, operator: Operator, right: &Key) -> bool {
    let ordering = match (left, right) {
        (Key::Number(left), Key::Number(right)) => left.cmp(right),
        (Key::Text(left), Key::Text(right)) => left.cmp(right),
        _ => return false,
    };
    match operator {
        Operator::Less => ordering.is_lt(),
        Operator::AtMost => ordering.is_le(),
        Operator::Greater => ordering.is_gt(),
        Operator::AtLeast => ordering.is_ge(),
        _ => false,
    }
}

/// Whether the wanted part is in the text as typed or in its canonical form.
fn found(within: &Key, operator: Operator, wanted: &Key) -> bool {
    let (typed, canonical) = within.texts();
    let (wanted, _) = wanted.texts();
    !wanted.is_empty()
        && std::iter::once(typed).chain(canonical).any(|text| match operator {
            Operator::StartsWith => text.starts_with(wanted),
            Operator::EndsWith => text.ends_with(wanted),
            _ => text.contains(wanted),
        })
}
