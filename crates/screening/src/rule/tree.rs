//! The structured tree of a rule: what the form editor edits, and what text is read into.
//!
//! Text -> tree -> text gives the canonical text; tree -> text -> tree gives the same tree.

use std::fmt::{self, Display};

use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::span::At;

/// A condition as written: names are not yet looked up, types not yet checked.
///
/// As JSON every node has a `kind`, for example
/// `{"kind":"compare","left":{"kind":"path","path":"order.total"},"operator":">","right":{"kind":"number","value":"500"}}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are the operands their names say")]
pub enum Condition {
    /// Every condition holds; none at all is true.
    And { conditions: Vec<Condition> },
    /// Some condition holds; none at all is false.
    Or { conditions: Vec<Condition> },
    /// The condition does not hold.
    Not { condition: Box<Condition> },
    /// A comparison; false when a side is missing.
    Compare {
        left: Operand,
        operator: Operator,
        right: Operand,
        #[serde(skip)]
        at: At,
    },
    /// The value is one of several; with `negated`, it is none of them. False when it is missing.
    In {
        value: Operand,
        #[serde(default)]
        negated: bool,
        among: Among,
        #[serde(skip)]
        at: At,
    },
    /// The order or its facts carry the path.
    Exists {
        path: String,
        #[serde(skip)]
        at: At,
    },
    /// Some line, or every line, satisfies the condition.
    Lines {
        quantifier: Quantifier,
        condition: Box<Condition>,
        #[serde(skip)]
        at: At,
    },
    /// An operand that is true or false by itself.
    Holds { operand: Operand },
}

/// What `in` looks in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are the operands their names say")]
pub enum Among {
    /// Values written in the rule.
    Values { values: Vec<Operand> },
    /// A named list of the draft.
    List {
        name: String,
        #[serde(skip)]
        at: At,
    },
}

/// A value as written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are the operands their names say")]
pub enum Operand {
    /// A decimal number.
    Number {
        value: Decimal,
        #[serde(skip)]
        at: At,
    },
    /// A text.
    Text {
        value: String,
        #[serde(skip)]
        at: At,
    },
    /// `true` or `false`.
    Bool {
        value: bool,
        #[serde(skip)]
        at: At,
    },
    /// A path as rule text writes it: `order.total`, `custom["any-key"]`.
    Path {
        path: String,
        #[serde(skip)]
        at: At,
    },
    /// A variable of the draft.
    Variable {
        name: String,
        #[serde(skip)]
        at: At,
    },
    /// The operand, or the literal (number, text or bool) when it is missing.
    Default {
        operand: Box<Operand>,
        literal: Box<Operand>,
        #[serde(skip)]
        at: At,
    },
    /// How many lines satisfy the condition.
    Count {
        condition: Box<Condition>,
        #[serde(skip)]
        at: At,
    },
    /// The sum of an operand over the lines that satisfy the condition; over all without one.
    Sum {
        operand: Box<Operand>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        condition: Option<Box<Condition>>,
        #[serde(skip)]
        at: At,
    },
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say what they compare")]
pub enum Operator {
    #[serde(rename = "==")]
    Equal,
    #[serde(rename = "!=")]
    NotEqual,
    #[serde(rename = "<")]
    Less,
    #[serde(rename = "<=")]
    AtMost,
    #[serde(rename = ">")]
    Greater,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = "contains")]
    Contains,
    #[serde(rename = "starts_with")]
    StartsWith,
    #[serde(rename = "ends_with")]
    EndsWith,
}

impl Operator {
    /// Every operator.
    pub const ALL: [Self; 9] = [
        Self::Equal,
        Self::NotEqual,
        Self::Less,
        Self::AtMost,
        Self::Greater,
        Self::AtLeast,
        Self::Contains,
        Self::StartsWith,
        Self::EndsWith,
    ];

    /// The operator as rule text writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
            Self::Contains => "contains",
            Self::StartsWith => "starts_with",
            Self::EndsWith => "ends_with",
        }
    }

    /// Whether it asks which side is greater.
    pub(crate) fn orders(self) -> bool {
        matches!(self, Self::Less | Self::AtMost | Self::Greater | Self::AtLeast)
    }

    /// Whether it looks for a part of a text.
    pub(crate) fn searches(self) -> bool {
        matches!(self, Self::Contains | Self::StartsWith | Self::EndsWith)
    }
}

/// How many lines must satisfy a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantifier {
    /// At least one.
    Any,
    /// Every one; true for an order without lines.
    All,
}

impl Quantifier {
    /// The quantifier as rule text writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::All => "all",
        }
    }
}

impl Operand {
    /// Where it was read.
    pub(crate) fn at(&self) -> At {
        match self {
            Self::Number { at, .. }
            | Self::Text { at, .. }
            | Self::Bool { at, .. }
            | Self::Path { at, .. }
            | Self::Variable { at, .. }
            | Self::Default { at, .. }
            | Self::Count { at, .. }
            | Self::Sum { at, .. } => *at,
        }
    }
}

/// The canonical text: one line, single spaces, brackets only where they change the meaning.
impl Display for Condition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::And { conditions } => {
                joined(out, conditions, " and ", "true", |inner| matches!(inner, Self::And { .. } | Self::Or { .. }))
            }
            Self::Or { conditions } => joined(out, conditions, " or ", "false", |inner| matches!(inner, Self::Or { .. })),
            Self::Not { condition } => {
                out.write_str("not ")?;
                bracketed(out, condition, matches!(**condition, Self::And { .. } | Self::Or { .. }))
            }
            Self::Compare { left, operator, right, .. } => write!(out, "{left} {} {right}", operator.as_str()),
            Self::In { value, negated, among, .. } => write!(out, "{value} {} {among}", if *negated { "not in" } else { "in" }),
            Self::Exists { path, .. } => write!(out, "exists({path})"),
            Self::Lines { quantifier, condition, .. } => write!(out, "{}(lines, {condition})", quantifier.as_str()),
            Self::Holds { operand } => operand.fmt(out),
        }
    }
}

fn joined(
    out: &mut fmt::Formatter<'_>,
    conditions: &[Condition],
    between: &str,
    none: &str,
    needs_brackets: fn(&Condition) -> bool,
) -> fmt::Result {
    if conditions.is_empty() {
        return out.write_str(none);
    }
    for (index, condition) in conditions.iter().enumerate() {
        if index > 0 {
            out.write_str(between)?;
        }
        bracketed(out, condition, needs_brackets(condition))?;
    }
    Ok(())
}

fn bracketed(out: &mut fmt::Formatter<'_>, condition: &Condition, brackets: bool) -> fmt::Result {
    if brackets { write!(out, "({condition})") } else { condition.fmt(out) }
}

impl Display for Among {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Values { values } => {
                for (index, value) in values.iter().enumerate() {
                    write!(out, "{}{value}", if index == 0 { "[" } else { ", " })?;
                }
                out.write_str("]")
            }
            Self::List { name, .. } => out.write_str(name),
        }
    }
}

impl Display for Operand {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { value, .. } => value.fmt(out),
            Self::Text { value, .. } => out.write_str(&quoted(value)),
            Self::Bool { value, .. } => value.fmt(out),
            Self::Path { path, .. } => out.write_str(path),
            Self::Variable { name, .. } => out.write_str(name),
            Self::Default { operand, literal, .. } => write!(out, "{operand} ?? {literal}"),
            Self::Count { condition, .. } => write!(out, "count(lines, {condition})"),
            Self::Sum { operand, condition: None, .. } => write!(out, "sum(lines, {operand})"),
            Self::Sum { operand, condition: Some(condition), .. } => write!(out, "sum(lines, {operand}, {condition})"),
        }
    }
}

/// A text as rule text writes it.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
