//! What a set of rules costs at worst, in steps, for an order of 50 lines.
//!
//! A step is about one comparison. Every active rule and every variable it uses is counted in
//! full, though a check stops a rule as soon as its answer is known.

use std::collections::BTreeSet;

use super::code::{Code, Node, Rule, Value, VariableCode};

/// The lines of the order that costs are told for.
pub const LINES: u64 = 50;

/// The most steps a set of rules may cost; about 5 ms of the slowest place the engine runs in.
pub const BUDGET: u64 = 1_000_000;

/// What a rule set costs at worst.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Cost {
    /// Steps of all active rules together with the variables they use.
    pub steps: u64,
    /// [`BUDGET`].
    pub budget: u64,
    /// Steps of each active rule, by id, without its variables, which are evaluated once for all.
    pub rules: Vec<RuleCost>,
}

/// What one rule costs at worst.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RuleCost {
    /// The rule's id.
    pub id: String,
    /// Its steps.
    pub steps: u64,
}

pub(crate) fn cost<'r>(code: &Code, rules: impl Iterator<Item = &'r Rule>) -> Cost {
    let mut steps: u64 = 0;
    let mut variables = BTreeSet::new();
    let mut each = Vec::new();
    for rule in rules.filter(|rule| rule.active) {
        let own = node(code, &rule.test, &mut variables);
        steps = steps.saturating_add(own);
        each.push(RuleCost { id: rule.id.clone(), steps: own });
    }
    // Variables are numbered after those they use, so the highest comes first.
    while let Some(index) = variables.pop_last() {
        let Some(variable) = code.variables.get(index) else { continue };
        let once = match &variable.code {
            VariableCode::Condition(condition) => node(code, condition, &mut variables),
            VariableCode::Value(found) => value(code, found, &mut variables),
        };
        steps = steps.saturating_add(if variable.of_line { once.saturating_mul(LINES) } else { once });
    }
    Cost { steps, budget: BUDGET, rules: each }
}

fn node(code: &Code, test: &Node, variables: &mut BTreeSet<usize>) -> u64 {
    match test {
        Node::And(all) | Node::Or(all) => all.iter().fold(0, |sum: u64, inner| sum.saturating_add(node(code, inner, variables))),
        Node::Not(inner) => node(code, inner, variables),
        Node::Any(inner) | Node::All(inner) => lines(node(code, inner, variables)),
        Node::Equal { left, right, .. } | Node::Order { left, right, .. } => {
            1 + value(code, left, variables).saturating_add(value(code, right, variables))
        }
        // Looking through a text costs about as much as four comparisons.
        Node::Search { within, wanted, .. } => 4 + value(code, within, variables).saturating_add(value(code, wanted, variables)),
        Node::In { value: looked_up, set, .. } => value(code, looked_up, variables).saturating_add(code.set(*set).map_or(1, |set| {
            let length = u64::try_from(set.len()).unwrap_or(u64::MAX);
            if set.is_sorted() { 1 + u64::from(length.max(1).ilog2()) } else { 1 + length }
        })),
        Node::Among { value: looked_up, values, .. } => values
            .iter()
            .fold(value(code, looked_up, variables), |sum, other| sum.saturating_add(1).saturating_add(value(code, other, variables))),
        Node::Exists(_) => 1,
        Node::Holds(held) => 1 + value(code, held, variables),
    }
}

fn value(code: &Code, found: &Value, variables: &mut BTreeSet<usize>) -> u64 {
    match found {
        Value::Constant(_) | Value::Slot(_) => 0,
        Value::Default(inner, _) => 1 + value(code, inner, variables),
        Value::Count(condition) => lines(node(code, condition, variables)),
        Value::Sum(summed, condition) => {
            let condition = condition.as_ref().map_or(0, |condition| node(code, condition, variables));
            lines(condition.saturating_add(1 + value(code, summed, variables)))
        }
        Value::Variable(index) => {
            variables.insert(*index);
            1
        }
    }
}

fn lines(each: u64) -> u64 {
    each.saturating_add(1).saturating_mul(LINES)
}
