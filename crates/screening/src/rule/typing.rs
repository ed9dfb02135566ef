//! One text of a draft, typed: a tree to code, or everything that is wrong with it.

use super::code::{Key, Node, Reading, Slot, Value};
use super::decimal::Decimal;
use super::literal;
use super::path::{Kind, Known};
use super::scope::{Meaning, Scope, Stands};
use super::span::{At, RuleError};
use super::tree::{Among, Condition, Operand, Operator, Quantifier, quoted};

/// An operand whose kind is known, but not yet what its texts are read as.
#[derive(Debug, Clone)]
pub(crate) struct Typed {
    pub(crate) raw: Raw,
    pub(crate) kind: Kind,
    pub(crate) at: At,
    /// As error messages name it.
    pub(crate) shown: String,
}

#[derive(Debug, Clone)]
pub(crate) enum Raw {
    Literal(Literal),
    Path(Known),
    Default(Box<Raw>, Literal),
    /// A number or a truth value that is computed.
    Code(Value),
}

#[derive(Debug, Clone)]
pub(crate) enum Literal {
    Number(Decimal),
    Text(String),
    Bool(bool),
}

/// Where in a text we are, as far as lines are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a rule, outside every quantifier.
    Order,
    /// Inside a quantifier.
    Line,
    /// In a variable, outside its quantifiers: whoever uses it decides.
    Variable,
}

pub(crate) struct Typing<'s, 'd, 't> {
    pub(crate) scope: &'s mut Scope<'d>,
    pub(crate) text: &'t str,
    pub(crate) place: Place,
    pub(crate) errors: Vec<RuleError>,
    /// Whether a variable's text reads `line.*` outside its own quantifiers.
    pub(crate) reads_line: bool,
    /// Whether it counts lines.
    pub(crate) quantifies: bool,
}

impl Typing<'_, '_, '_> {
    fn refuse<T>(&mut self, at: At, message: impl Into<String>) -> Option<T> {
        self.errors.push(RuleError::new(self.text, at, message));
        None
    }

    /// The code of a condition; `None` when an error was noted.
    pub(crate) fn condition(&mut self, condition: &Condition) -> Option<Node> {
        match condition {
            Condition::And { conditions } => self.conditions(conditions).map(Node::And),
            Condition::Or { conditions } => self.conditions(conditions).map(Node::Or),
            Condition::Not { condition } => Some(Node::Not(Box::new(self.condition(condition)?))),
            Condition::Compare { left, operator, right, at } => self.compare(left, *operator, right, *at),
            Condition::In { value, negated, among, at } => self.among(value, *negated, among, *at),
            Condition::Exists { path, at } => {
                if self.scope.find_path(path).is_none() && self.scope.meaning(path).is_some() {
                    return self.refuse(*at, format!("`exists` takes a path such as `billing.phone`, and `{path}` is a variable"));
                }
                self.path(path, *at).map(|known| Node::Exists(self.slot(&known, known.kind)))
            }
            Condition::Lines { quantifier, condition, at } => {
                let node = Box::new(self.inside_lines(quantifier.as_str(), *at, |typing| typing.condition(condition))?);
                Some(match quantifier {
                    Quantifier::Any => Node::Any(node),
                    Quantifier::All => Node::All(node),
                })
            }
            Condition::Holds { operand } => {
                let typed = self.operand(operand)?;
                if typed.kind != Kind::Bool {
                    let hint =
                        if typed.kind == Kind::Number { "compare it, for example with `> 0`" } else { "compare it, or ask `exists(…)`" };
                    return self.refuse(typed.at, format!("{} is {}, not a condition; {hint}", typed.shown, typed.kind.described()));
                }
                self.value(&typed, Kind::Bool).map(Node::Holds)
            }
        }
    }

    /// All of them, so that each tells its errors.
    fn conditions(&mut self, conditions: &[Condition]) -> Option<Vec<Node>> {
        let nodes: Vec<Option<Node>> = conditions.iter().map(|condition| self.condition(condition)).collect();
        nodes.into_iter().collect()
    }

    fn inside_lines<T>(&mut self, quantifier: &str, at: At, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.place == Place::Line {
            return self.refuse(at, format!("`{quantifier}` stands inside another any, all, count or sum; they do not nest"));
        }
        self.quantifies = true;
        let outside = std::mem::replace(&mut self.place, Place::Line);
        let read = read(self);
        self.place = outside;
        read
    }

    fn compare(&mut self, left: &Operand, operator: Operator, right: &Operand, at: At) -> Option<Node> {
        let (left, right) = (self.operand(left), self.operand(right));
        let (left, right) = (left?, right?);
        if operator.searches() {
            return self.search(&left, operator, &right);
        }
        let kind = self.common_kind(&left, &right, at)?;
        if operator.orders() && !matches!(kind, Kind::Number | Kind::Text | Kind::Postcode) {
            return self.refuse(
                at,
                format!("{} is {}, which is neither more nor less than another; use `==`, `!=` or `in`", left.shown, left.kind.described()),
            );
        }
        let (left, right) = (self.value(&left, kind), self.value(&right, kind));
        let (left, right) = (left?, right?);
        Some(match operator {
            Operator::Equal => Node::Equal { left, right, negated: false },
            Operator::NotEqual => Node::Equal { left, right, negated: true },
            _ => Node::Order { left, operator, right },
        })
    }

    fn search(&mut self, within: &Typed, operator: Operator, wanted: &Typed) -> Option<Node> {
        for side in [within, wanted] {
            if !side.kind.is_textual() {
                let message = format!("{} is {}; `{}` looks for a part of a text", side.shown, side.kind.described(), operator.as_str());
                return self.refuse(side.at, message);
            }
        }
        let within_value = self.value(within, within.kind);
        let wanted = match &wanted.raw {
            Raw::Literal(Literal::Text(text)) => match literal::fragment(text, within.kind, operator) {
                Ok(fragment) => Some(Value::Constant(fragment)),
                Err(message) => self.refuse(wanted.at, message),
            },
            _ => self.value(wanted, if wanted.kind == Kind::Text { within.kind } else { wanted.kind }),
        };
        Some(Node::Search { within: within_value?, operator, wanted: wanted? })
    }

    fn among(&mut self, value: &Operand, negated: bool, among: &Among, at: At) -> Option<Node> {
        let value = self.operand(value);
        match among {
            Among::List { name, at } => {
                let value = value?;
                let set = match self.scope.list(name, value.kind) {
                    Ok(set) => set,
                    Err(message) => return self.refuse(*at, message),
                };
                Some(Node::In { value: self.value(&value, value.kind)?, set, negated })
            }
            Among::Values { values } => {
                let values: Vec<Option<Typed>> = values.iter().map(|value| self.operand(value)).collect();
                let (value, values) = (value?, values.into_iter().collect::<Option<Vec<Typed>>>()?);
                let kind = self.kind_among(&value, &values, at)?;
                let read = self.value(&value, kind);
                let literals = values.iter().all(|value| matches!(value.raw, Raw::Literal(_)));
                let values: Vec<Option<Value>> = values.iter().map(|value| self.value(value, kind)).collect();
                let (value, values) = (read?, values.into_iter().collect::<Option<Vec<Value>>>()?);
                if !literals {
                    return Some(Node::Among { value, values, negated });
                }
                let keys = values.into_iter().filter_map(|value| if let Value::Constant(key) = value { Some(key) } else { None });
                Some(Node::In { value, set: self.scope.add_set(literal::set(keys.collect(), kind)), negated })
            }
        }
    }

    /// The kind that a value and all it is compared with are read as.
    fn kind_among(&mut self, value: &Typed, others: &[Typed], at: At) -> Option<Kind> {
        let mut chosen: Option<Kind> = None;
        for other in others {
            let kind = self.common_kind(value, other, at.to(other.at))?;
            chosen = match chosen {
                None | Some(Kind::Text) if chosen.is_none() || kind.is_textual() => Some(kind),
                Some(known) if known == kind || (kind == Kind::Text && known.is_textual()) => Some(known),
                _ => {
                    return self.refuse(
                        other.at,
                        format!("the values of one `in` must be of one kind; {} is {}", other.shown, other.kind.described()),
                    );
                }
            };
        }
        chosen
    }

    /// The kind that two operands are compared as: a text meets whatever is written as text, one of
    /// the shop's own fields also a number literal.
    fn common_kind(&mut self, left: &Typed, right: &Typed, at: At) -> Option<Kind> {
        let is_custom = |side: &Typed| matches!(&side.raw, Raw::Path(known) if matches!(known.path, super::path::Path::Custom(_)));
        let is_number = |side: &Typed| matches!(side.raw, Raw::Literal(Literal::Number(_)));
        match (left.kind, right.kind) {
            (left_kind, right_kind) if left_kind == right_kind => Some(left_kind),
            (Kind::Text, kind) | (kind, Kind::Text) if kind.is_textual() => Some(kind),
            _ if (is_custom(left) && is_number(right)) || (is_number(left) && is_custom(right)) => Some(Kind::Number),
            _ => {
                let hint = [left, right]
                    .into_iter()
                    .find_map(|side| self.other_spelling(side, if std::ptr::eq(side, left) { right } else { left }));
                let hint = hint.unwrap_or_else(|| "they cannot be compared".to_owned());
                let message =
                    format!("{} is {} and {} is {}; {hint}", left.shown, left.kind.described(), right.shown, right.kind.described());
                self.refuse(at, message)
            }
        }
    }

    /// How a literal would be written to be compared with `other`.
    fn other_spelling(&self, literal: &Typed, other: &Typed) -> Option<String> {
        match &literal.raw {
            Raw::Literal(Literal::Text(text)) if other.kind == Kind::Number && text.parse::<Decimal>().is_ok() => {
                Some(format!("write {text} without quotes"))
            }
            Raw::Literal(Literal::Text(text)) if other.kind == Kind::Bool && matches!(text.as_str(), "true" | "false") => {
                Some(format!("write {text} without quotes"))
            }
            Raw::Literal(Literal::Number(number)) if other.kind == Kind::Text => Some(format!("write \"{number}\" in quotes")),
            Raw::Literal(Literal::Bool(value)) if other.kind == Kind::Text => Some(format!("write \"{value}\" in quotes")),
            _ => None,
        }
    }

    pub(crate) fn operand(&mut self, operand: &Operand) -> Option<Typed> {
        let at = operand.at();
        let shown = operand.to_string();
        let typed = |raw: Raw, kind: Kind, shown: String| Some(Typed { raw, kind, at, shown });
        match operand {
            Operand::Number { value, .. } => typed(Raw::Literal(Literal::Number(*value)), Kind::Number, shown),
            Operand::Text { value, .. } => typed(Raw::Literal(Literal::Text(value.clone())), Kind::Text, quoted(value)),
            Operand::Bool { value, .. } => typed(Raw::Literal(Literal::Bool(*value)), Kind::Bool, shown),
            Operand::Path { path, .. } => {
                let known = self.path(path, at)?;
                let kind = known.kind;
                typed(Raw::Path(known), kind, format!("`{shown}`"))
            }
            Operand::Variable { name, .. } => self.variable(name, at),
            Operand::Default { operand, literal, .. } => {
                let (inner, literal) = (self.operand(operand), self.operand(literal));
                let (inner, literal) = (inner?, literal?);
                let kind = self.common_kind(&inner, &literal, at)?;
                let Raw::Literal(literal) = literal.raw else { return None };
                // What is never missing needs no replacement.
                if !matches!(inner.raw, Raw::Path(_)) {
                    return typed(inner.raw, kind, format!("`{shown}`"));
                }
                typed(Raw::Default(Box::new(inner.raw), literal), kind, format!("`{shown}`"))
            }
            Operand::Count { condition, .. } => {
                let node = self.inside_lines("count", at, |typing| typing.condition(condition))?;
                typed(Raw::Code(Value::Count(Box::new(node))), Kind::Number, format!("`{shown}`"))
            }
            Operand::Sum { operand, condition, .. } => {
                let value = self.inside_lines("sum", at, |typing| {
                    let (summed, condition) = (typing.summed(operand), condition.as_ref().map(|condition| typing.condition(condition)));
                    let condition = match condition {
                        Some(condition) => Some(Box::new(condition?)),
                        None => None,
                    };
                    Some(Value::Sum(Box::new(summed?), condition))
                })?;
                typed(Raw::Code(value), Kind::Number, format!("`{shown}`"))
            }
        }
    }

    fn summed(&mut self, operand: &Operand) -> Option<Value> {
        let summed = self.operand(operand)?;
        if summed.kind != Kind::Number {
            let hint = if summed.kind == Kind::Text { "; `?? 0` reads one of your own fields as a number" } else { "" };
            return self.refuse(summed.at, format!("`sum` adds numbers, and {} is {}{hint}", summed.shown, summed.kind.described()));
        }
        self.value(&summed, Kind::Number)
    }

    fn path(&mut self, written: &str, at: At) -> Option<Known> {
        let Some(known) = self.scope.find_path(written) else {
            let message = self.scope.unknown_path(written);
            return self.refuse(at, message);
        };
        if known.of_line {
            self.line_value(&known.name, at)?;
        }
        Some(known)
    }

    /// Notes that something of a line is read; refused where there is no line.
    fn line_value(&mut self, name: &str, at: At) -> Option<()> {
        match self.place {
            Place::Line => {}
            Place::Variable => self.reads_line = true,
            Place::Order => return self.refuse(at, format!("`{name}` belongs to a line; use it inside any, all, count or sum")),
        }
        Some(())
    }

    fn variable(&mut self, name: &str, at: At) -> Option<Typed> {
        let Some(meaning) = self.scope.meaning(name) else {
            let message = self.scope.unknown_name(name);
            return self.refuse(at, message);
        };
        let Meaning { stands, of_line, quantifies } = meaning.clone();
        let (raw, kind) = match stands {
            Stands::For(raw, kind) => (raw, kind),
            // Its own errors are told where it is defined.
            Stands::Nothing => return None,
        };
        if of_line {
            self.line_value(name, at)?;
        }
        if quantifies && self.place == Place::Line {
            return self.refuse(at, format!("`{name}` counts lines and stands inside any, all, count or sum; they do not nest"));
        }
        self.quantifies |= quantifies;
        Some(Typed { raw, kind, at, shown: format!("`{name}`") })
    }

    /// The code of an operand whose texts are read as `kind`.
    pub(crate) fn value(&mut self, typed: &Typed, kind: Kind) -> Option<Value> {
        self.coded(&typed.raw, kind, typed.at)
    }

    fn coded(&mut self, raw: &Raw, kind: Kind, at: At) -> Option<Value> {
        match raw {
            Raw::Literal(Literal::Number(number)) => Some(Value::Constant(Key::Number(*number))),
            Raw::Literal(Literal::Bool(value)) => Some(Value::Constant(Key::Bool(*value))),
            Raw::Literal(Literal::Text(text)) => match literal::constant(text, kind, self.scope.country()) {
                Ok(key) => Some(Value::Constant(key)),
                Err(message) => self.refuse(at, message),
            },
            Raw::Path(known) => Some(Value::Slot(self.slot(known, kind))),
            Raw::Default(inner, literal) => {
                let inner = self.coded(inner, kind, at)?;
                let replacement = match literal {
                    Literal::Number(number) => Some(Key::Number(*number)),
                    Literal::Bool(value) => Some(Key::Bool(*value)),
                    Literal::Text(text) => literal::read(text, kind, self.scope.country()),
                };
                // A blank text replaces nothing by nothing.
                Some(replacement.map_or(inner.clone(), |key| Value::Default(Box::new(inner), key)))
            }
            Raw::Code(value) => Some(value.clone()),
        }
    }

    fn slot(&mut self, known: &Known, kind: Kind) -> Slot {
        self.scope.slot(Reading { path: known.path.clone(), kind }, known.of_line)
    }
}
