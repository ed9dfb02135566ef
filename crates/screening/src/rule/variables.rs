//! The variables of a draft: names, order of definition, cycles, meanings.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{Value, Variable, VariableCode};
use super::lex::KEYWORDS;
use super::parser;
use super::path;
use super::path::Kind;
use super::scope::{Meaning, Scope, Stands};
use super::span::{At, RuleError};
use super::tree::{Among, Condition, Operand};
use super::typing::{Place, Raw, Typed, Typing};
use crate::Problem;
use crate::draft::{ListDraft, VariableDraft};

/// How deep a condition may be with all its variables put in.
pub(crate) const DEEPEST: usize = 256;

/// Problems of the names of lists.
pub(crate) fn list_problems(lists: &[ListDraft]) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for (index, list) in lists.iter().enumerate() {
        let name = &list.name;
        let detail = if !seen.insert(name.as_str()) {
            Some("this name is used twice")
        } else if KEYWORDS.contains(&name.as_str()) {
            Some("the name is a word of the rule language")
        } else {
            name_problem(name)
        };
        problems.extend(detail.map(|detail| Problem::new(format!("/lists/{index}/name"), format!("list `{name}`: {detail}"))));
    }
    problems
}

fn name_problem(name: &str) -> Option<&'static str> {
    let starts = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (!starts || !plain).then_some("a name has letters a to z, digits and _, and does not begin with a digit")
}

/// Defines every variable of the draft in `scope`; returns everything that is wrong with them.
pub(crate) fn define<'d>(scope: &mut Scope<'d>, drafts: &'d [VariableDraft]) -> Vec<Problem> {
    let mut definer = Definer { problems: BTreeMap::new() };
    let mut parsed: BTreeMap<&'d str, Parsed<'d>> = BTreeMap::new();
    let mut names: BTreeSet<&'d str> = BTreeSet::new();
    for (index, draft) in drafts.iter().enumerate() {
        let name = draft.name.as_str();
        if !names.insert(name) {
            definer.name(index, name, "this name is used twice");
            continue;
        }
        if KEYWORDS.contains(&name) {
            definer.name(index, name, "the name is a word of the rule language");
        } else if path::is_root(name) || path::is_path(name) {
            definer.name(index, name, "the name is taken by a path");
        } else if let Some(detail) = name_problem(name) {
            definer.name(index, name, detail);
        }
        match parser::condition(&draft.is) {
            Ok(tree) => {
                let mut uses = Vec::new();
                used(&tree, &mut uses);
                parsed.insert(name, Parsed { index, text: &draft.is, tree, uses });
            }
            Err(error) => {
                definer.text(index, name, &error);
                scope.define(name, Meaning { stands: Stands::Nothing, of_line: false, quantifies: false });
            }
        }
    }
    definer.in_order(scope, &parsed);
    definer.problems.into_values().flatten().collect()
}

struct Parsed<'d> {
    index: usize,
    text: &'d str,
    tree: Condition,
    /// The variables it names, and where.
    uses: Vec<(String, At)>,
}

struct Definer {
    /// By the variable's place in the draft.
    problems: BTreeMap<usize, Vec<Problem>>,
}

impl Definer {
    fn name(&mut self, index: usize, name: &str, detail: &str) {
        self.problems
            .entry(index)
            .or_default()
            .push(Problem::new(format!("/variables/{index}/name"), format!("variable `{name}`: {detail}")));
    }

    fn text(&mut self, index: usize, name: &str, error: &RuleError) {
        self.problems.entry(index).or_default().push(Problem::new(format!("/variables/{index}/is"), format!("variable `{name}`: {error}")));
    }

    /// Types each variable after those it uses; what is left then goes in circles.
    fn in_order<'d>(&mut self, scope: &mut Scope<'d>, parsed: &BTreeMap<&'d str, Parsed<'d>>) {
        let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
        let mut users: BTreeMap<&str, Vec<&'d str>> = BTreeMap::new();
        let mut ready: Vec<&'d str> = Vec::new();
        for (name, variable) in parsed {
            let uses: BTreeSet<&str> =
                variable.uses.iter().map(|(used, _)| used.as_str()).filter(|used| parsed.contains_key(used)).collect();
            for used in &uses {
                users.entry(used).or_default().push(name);
            }
            if uses.is_empty() {
                ready.push(name);
            }
            waiting.insert(name, uses.len());
        }
        while let Some(name) = ready.pop() {
            waiting.remove(name);
            if let Some(variable) = parsed.get(name) {
                self.define(scope, name, variable);
            }
            for user in users.get(name).into_iter().flatten() {
                if let Some(count) = waiting.get_mut(user) {
                    *count -= 1;
                    if *count == 0 {
                        ready.push(user);
                    }
                }
            }
        }
        let circling: BTreeSet<&str> = waiting.into_keys().collect();
        for (name, _) in parsed.iter().filter(|(name, _)| circling.contains(*name)) {
            scope.define(name, Meaning { stands: Stands::Nothing, of_line: false, quantifies: false });
        }
        self.cycles(parsed, &circling);
    }

    /// Tells each cycle once, at its first variable in the draft.
    fn cycles(&mut self, parsed: &BTreeMap<&str, Parsed<'_>>, circling: &BTreeSet<&str>) {
        let mut told: BTreeSet<&str> = BTreeSet::new();
        let mut in_draft_order: Vec<&str> = circling.iter().copied().collect();
        in_draft_order.sort_by_key(|name| parsed.get(name).map(|variable| variable.index));
        let next = |name: &str| {
            let variable = parsed.get(name)?;
            let (used, at) = variable.uses.iter().find(|(used, _)| circling.contains(used.as_str()))?;
            Some((parsed.get_key_value(used.as_str()).map(|(name, _)| *name)?, *at))
        };
        for start in in_draft_order {
            let mut walk: Vec<&str> = Vec::new();
            let mut at = start;
            let mut walked: BTreeSet<&str> = BTreeSet::new();
            while !told.contains(at) && walked.insert(at) {
                walk.push(at);
                match next(at) {
                    Some((used, _)) => at = used,
                    None => break,
                }
            }
            let cycle: Vec<&str> = walk.iter().copied().skip_while(|name| *name != at).collect();
            told.extend(walk);
            let first = cycle.iter().enumerate().min_by_key(|(_, name)| parsed.get(*name).map(|variable| variable.index));
            let Some((from, first)) = first else { continue };
            let mut shown: Vec<&str> = cycle.iter().copied().cycle().skip(from).take(cycle.len()).collect();
            shown.push(first);
            if let (Some(variable), Some((_, at))) = (parsed.get(first), next(first)) {
                let circle = shown.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" -> ");
                self.text(
                    variable.index,
                    first,
                    &RuleError::new(variable.text, at, format!("a variable cannot be defined by itself: {circle}")),
                );
            }
        }
    }

    fn define<'d>(&mut self, scope: &mut Scope<'d>, name: &'d str, variable: &Parsed<'d>) {
        let mut typing =
            Typing { scope, text: variable.text, place: Place::Variable, errors: Vec::new(), reads_line: false, quantifies: false };
        let mut stands = match &variable.tree {
            Condition::Holds { operand } => typing.operand(operand).and_then(|typed| operand_meaning(&mut typing, typed)),
            tree => typing.condition(tree).map(|node| {
                let code = VariableCode::Condition(node);
                (Raw::Code(Value::Variable(0)), Kind::Bool, Some(code))
            }),
        };
        let (of_line, quantifies) = (typing.reads_line, typing.quantifies);
        let mut errors = typing.errors;
        if of_line && quantifies && errors.is_empty() {
            let whole = At { start: 0, end: variable.text.len() };
            errors.push(RuleError::new(
                variable.text,
                whole,
                "reads `line.*` and counts lines as well, so it could be used nowhere; make it two variables",
            ));
        }
        if let Some((raw, _, code @ Some(_))) = &mut stands
            && let Some(code) = code.take()
        {
            *raw = Raw::Code(Value::Variable(scope.code.variables.len()));
            let depth = code.depth(&scope.code);
            scope.code.variables.push(Variable { code, of_line, depth });
            if depth > DEEPEST {
                let whole = At { start: 0, end: variable.text.len() };
                errors.push(RuleError::new(
                    variable.text,
                    whole,
                    format!("nested deeper than {DEEPEST} levels with the variables it uses"),
                ));
            }
        }
        for error in &errors {
            self.text(variable.index, name, error);
        }
        let stands = match stands {
            Some((raw, kind, _)) if errors.is_empty() => Stands::For(raw, kind),
            _ => Stands::Nothing,
        };
        scope.define(name, Meaning { stands, of_line, quantifies });
    }
}

/// Counts and sums get a place of their own and are evaluated once; other operands stand where
/// their variable stands.
fn operand_meaning(typing: &mut Typing<'_, '_, '_>, typed: Typed) -> Option<(Raw, Kind, Option<VariableCode>)> {
    if !typing.quantifies {
        return Some((typed.raw, typed.kind, None));
    }
    let value = typing.value(&typed, typed.kind)?;
    Some((typed.raw, typed.kind, Some(VariableCode::Value(value))))
}

/// Every variable a tree names.
fn used(condition: &Condition, names: &mut Vec<(String, At)>) {
    match condition {
        Condition::And { conditions } | Condition::Or { conditions } => conditions.iter().for_each(|condition| used(condition, names)),
        Condition::Not { condition } | Condition::Lines { condition, .. } => used(condition, names),
        Condition::Compare { left, right, .. } => [left, right].into_iter().for_each(|operand| used_by_operand(operand, names)),
        Condition::In { value, among, .. } => {
            used_by_operand(value, names);
            if let Among::Values { values } = among {
                values.iter().for_each(|value| used_by_operand(value, names));
            }
        }
        Condition::Exists { .. } => {}
        Condition::Holds { operand } => used_by_operand(operand, names),
    }
}

fn used_by_operand(operand: &Operand, names: &mut Vec<(String, At)>) {
    match operand {
        Operand::Variable { name, at } => names.push((name.clone(), *at)),
        Operand::Default { operand, .. } => used_by_operand(operand, names),
        Operand::Count { condition, .. } => used(condition, names),
        Operand::Sum { operand, condition, .. } => {
            used_by_operand(operand, names);
            if let Some(condition) = condition {
                used(condition, names);
            }
        }
        Operand::Number { .. } | Operand::Text { .. } | Operand::Bool { .. } | Operand::Path { .. } => {}
    }
}
