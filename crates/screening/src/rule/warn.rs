//! What is right in a rule but seldom meant; the editor shows it, nothing is refused.

use std::collections::BTreeSet;

use super::lex::{Token, tokens};
use super::path::PATHS;
use super::span::{At, RuleError};
use super::tree::{Condition, Operand, Operator};
use crate::draft::Draft;

/// Warnings about one rule's text; none when it cannot be read. Variables are not looked into.
pub fn warnings(text: &str) -> Vec<RuleError> {
    let mut warner = Warner { text, warnings: Vec::new() };
    if let Ok(tree) = super::parse(text) {
        warner.condition(&tree, false);
    }
    warner.warnings
}

/// Where in a draft its active rules are that compare an amount of money with a number, by themselves
/// or through a variable: such a number means another amount in each currency.
pub fn amounts(draft: &Draft) -> Vec<usize> {
    let mut money: BTreeSet<&str> = BTreeSet::new();
    let mut numbers: BTreeSet<&str> = BTreeSet::new();
    // A variable can stand on another one that is defined later.
    for _ in &draft.variables {
        for variable in &draft.variables {
            let (reads_money, has_number) = mentions(&variable.is, &money, &numbers);
            money.extend(reads_money.then_some(variable.name.as_str()));
            numbers.extend(has_number.then_some(variable.name.as_str()));
        }
    }
    let compares = |text: &str| mentions(text, &money, &numbers) == (true, true);
    draft.rules.iter().enumerate().filter(|(_, rule)| rule.active && compares(&rule.when)).map(|(index, _)| index).collect()
}

/// Whether a text reads money, and whether a number stands in it.
fn mentions(text: &str, money: &BTreeSet<&str>, numbers: &BTreeSet<&str>) -> (bool, bool) {
    let all = tokens(text).unwrap_or_default();
    let reads_money = |word: &str| {
        matches!(word, "order.total" | "line.price" | "line.amount")
            || (word.starts_with("velocity.") && word.contains(".sum_"))
            || money.contains(word)
    };
    (
        all.iter().any(|(token, _)| matches!(token, Token::Word(word) if reads_money(word))),
        all.iter().any(|(token, _)| match token {
            Token::Number(_) => true,
            Token::Word(word) => numbers.contains(word.as_str()),
            _ => false,
        }),
    )
}

struct Warner<'t> {
    text: &'t str,
    warnings: Vec<RuleError>,
}

impl Warner<'_> {
    fn warn(&mut self, at: At, message: String) {
        self.warnings.push(RuleError::new(self.text, at, message));
    }

    /// `negated` under an odd number of `not`s.
    fn condition(&mut self, condition: &Condition, negated: bool) {
        match condition {
            Condition::And { conditions } | Condition::Or { conditions } => {
                conditions.iter().for_each(|condition| self.condition(condition, negated));
            }
            Condition::Not { condition } => self.condition(condition, !negated),
            Condition::Lines { condition, .. } => self.condition(condition, negated),
            Condition::Compare { left, operator, right, at } => {
                self.blank(left, *operator, right, *at);
                self.blank(right, *operator, left, *at);
                let instead = if *operator == Operator::Equal { "write `!=`" } else { "turn the comparison round" };
                [left, right].into_iter().for_each(|operand| self.optional(operand, negated, instead));
            }
            Condition::In { value, negated: not_in, .. } => {
                self.optional(value, negated, if *not_in { "write `in`" } else { "write `not in`" })
            }
            Condition::Holds { operand } => self.optional(operand, negated, "write `== false`"),
            Condition::Exists { .. } => {}
        }
    }

    /// Under `not`, a missing value makes a test true.
    fn optional(&mut self, operand: &Operand, negated: bool, instead: &str) {
        if let Operand::Path { path, at } = operand
            && negated
            && PATHS.find(path).is_some_and(|known| known.optional)
        {
            self.warn(*at, format!("when `{path}` is missing, `not` makes this true; {instead} if it should be false then"));
        }
    }

    /// No value equals a blank text, as blank is missing.
    fn blank(&mut self, literal: &Operand, operator: Operator, other: &Operand, at: At) {
        if let (Operand::Text { value, .. }, Operand::Path { path, .. }) = (literal, other)
            && value.trim().is_empty()
            && operator == Operator::Equal
        {
            self.warn(at, format!("blank values are missing and equal nothing; write `not exists({path})`"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{amounts, warnings};
    use crate::Draft;

    #[test]
    fn knows_rules_that_compare_amounts_with_numbers() {
        let draft = Draft::from_json(
            br#"{"variables": [{"name": "dear", "is": "price > 5"}, {"name": "price", "is": "order.total"}, {"name": "many", "is": "count(lines, true) > 3"}],
                "rules": [
                {"id": "0", "when": "order.total > 500", "points": 1},
                {"id": "1", "when": "dear", "points": 1},
                {"id": "2", "when": "many and any(lines, line.amount > order.total)", "points": 1},
                {"id": "3", "when": "customer.orders_count > 5", "points": 1},
                {"id": "4", "when": "velocity.email.sum_24h > 100", "points": 1},
                {"id": "5", "when": "order.total > 500", "points": 1, "active": false},
                {"id": "6", "when": "price == sum(lines, line.amount)", "points": 1}]}"#,
        )
        .unwrap();
        // The third mentions both without comparing them, which is warned of once too often rather than never.
        assert_eq!(amounts(&draft), [0, 1, 2, 4]);
    }

    #[test]
    fn warns_of_not_over_what_may_be_missing() {
        for (text, want) in [
            (
                "not billing.city == \"x\"",
                &["line 1, column 5: when `billing.city` is missing, `not` makes this true; write `!=` if it should be false then"][..],
            ),
            (
                "not (order.total > 5 and ip in [\"1.1.1.1\"])",
                &["line 1, column 26: when `ip` is missing, `not` makes this true; write `not in` if it should be false then"],
            ),
            (
                "not any(lines, line.price > 5)",
                &[
                    "line 1, column 16: when `line.price` is missing, `not` makes this true; turn the comparison round if it should be false then",
                ],
            ),
            ("billing.city == \" \"", &["line 1, column 1: blank values are missing and equal nothing; write `not exists(billing.city)`"]),
            ("not not billing.city == \"x\" and not order.total > 5", &[]),
            ("not exists(billing.city) and not customer.orders_count ?? 0 > 5", &[]),
            ("not (", &[]),
        ] {
            let warned: Vec<String> = warnings(text).iter().map(ToString::to_string).collect();
            assert_eq!(warned, want, "{text}");
        }
    }
}
