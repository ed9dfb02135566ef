//! Rules: text with a condition, worth points or an effect when it holds.
//!
//! In scope: reading rule text ([`parse`]), its structured [`Condition`] for form editors (text ->
//! tree -> text round-trips), types, variables, named lists, running all active rules over one
//! order, and what a rule set costs. Out of scope: what the effects mean (see
//! [`check`](crate::check)).
//!
//! ```
//! use ordergate_screening::rule;
//!
//! let tree = rule::parse("(order.total>500.00) and not (billing.country in [\"PL\"])").unwrap();
//! assert_eq!(tree.to_string(), "order.total > 500 and not billing.country in [\"PL\"]");
//!
//! let error = rule::parse("order.total > 500 AND same_address").unwrap_err();
//! assert_eq!(error[0].to_string(), "line 1, column 19: expected `and`, `or` or the end, found `AND`, did you mean `and`?");
//! ```

mod code;
mod cost;
mod decimal;
mod eval;
mod index;
mod lazy;
mod lex;
mod literal;
mod packed;
mod parser;
mod path;
mod path_code;
mod path_table;
mod read;
mod scope;
mod shape;
mod span;
mod tree;
mod typing;
mod variables;
mod warn;

use std::collections::BTreeSet;

pub use cost::{BUDGET, Cost, LINES, RuleCost};
pub use decimal::{Decimal, DecimalError};
pub use path_table::paths_markdown;
pub(crate) use path_table::{USUAL_COUNTERS, VELOCITY_KEYS, is_counter};
pub use span::{At, RuleError, Span};
pub use tree::{Among, Condition, Operand, Operator, Quantifier};

pub use warn::{amounts, warnings};

pub(crate) use eval::Evaluation;

use crate::Problem;
use crate::bytes::{Bytes, Reader, Writer};
use crate::draft::{Draft, RuleDraft, Visibility};
use crate::entry::{Effect, POINTS};
use code::{Code, Node, Rule, Set};
use index::Index;
use lazy::Lazy;
use scope::Scope;
use typing::{Place, Typing};

/// Reads rule text into its tree. Names are not looked up; [`diagnose`] does that.
///
/// # Errors
/// The first thing that is not rule text.
pub fn parse(text: &str) -> Result<Condition, Vec<RuleError>> {
    parser::condition(text).map_err(|error| vec![error])
}

/// Everything that is wrong with one rule's text among the variables and lists of a draft.
pub fn diagnose(text: &str, draft: &Draft) -> Vec<RuleError> {
    let mut scope = Scope::new(&draft.lists, draft.settings.default_country.as_deref());
    variables::define(&mut scope, &draft.variables);
    compile(&mut scope, text, &[]).err().unwrap_or_default()
}

/// The words of a rule text: keywords, paths and names. None when it is not rule text.
pub(crate) fn words(text: &str) -> BTreeSet<String> {
    let tokens = lex::tokens(text).unwrap_or_default();
    tokens.into_iter().filter_map(|(token, _)| if let lex::Token::Word(word) = token { Some(word) } else { None }).collect()
}

/// With `hides`, the test holds only for an order paid by one of these methods.
fn compile(scope: &mut Scope<'_>, text: &str, hides: &[String]) -> Result<Node, Vec<RuleError>> {
    let mut tree = parse(text)?;
    if !hides.is_empty() {
        let at = At::default();
        let values = hides.iter().map(|method| Operand::Text { value: method.clone(), at }).collect();
        let value = Operand::Path { path: "payment.method".to_owned(), at };
        let hidden = Condition::In { value, negated: false, among: Among::Values { values }, at };
        tree = Condition::And { conditions: vec![tree, hidden] };
    }
    let mut typing = Typing { scope, text, place: Place::Order, errors: Vec::new(), reads_line: false, quantifies: false };
    match typing.condition(&tree) {
        Some(node) if typing.errors.is_empty() => Ok(node),
        _ => Err(typing.errors),
    }
}

/// The compiled rules of a draft, by id.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Rules {
    pub(crate) code: Code,
    rules: Vec<Lazy<Rule>>,
    /// `None` to test every rule for every order.
    index: Option<Index>,
}

impl Rules {
    /// Compiles variables, lists and rules; inactive rules are read but never run. Every problem of
    /// every part is returned, with pointers into the draft.
    pub(crate) fn compile(draft: &Draft) -> Result<Self, Vec<Problem>> {
        let mut scope = Scope::new(&draft.lists, draft.settings.default_country.as_deref());
        let mut problems = variables::define(&mut scope, &draft.variables);
        problems.extend(variables::list_problems(&draft.lists));
        let mut rules = Vec::with_capacity(draft.rules.len());
        let mut ids = BTreeSet::new();
        for (index, rule) in draft.rules.iter().enumerate() {
            let mut refuse = |field: &str, detail: String| problems.push(Problem::new(format!("/rules/{index}/{field}"), detail));
            if rule.id.trim().is_empty() {
                refuse("id", "a rule needs an id".to_owned());
            } else if !ids.insert(rule.id.as_str()) {
                refuse("id", format!("rule `{}`: this id is used twice", rule.id));
            }
            if rule.hides.iter().any(|method| method.trim().is_empty()) {
                refuse("hides", format!("rule `{}`: a payment method is blank", rule.id));
            } else if !rule.hides.is_empty() && rule.visibility != Visibility::Public {
                refuse("hides", format!("rule `{}`: only a public rule can hide payment methods; the checkout knows no other", rule.id));
            }
            let test = compile(&mut scope, &rule.when, &rule.hides);
            for error in test.as_ref().err().into_iter().flatten() {
                refuse("when", format!("rule `{}`: {error}", rule.id));
            }
            let effect = rule.effect.unwrap_or(Effect::Points);
            let points = points(rule, effect).unwrap_or_else(|detail| {
                refuse("points", format!("rule `{}`: {detail}", rule.id));
                0
            });
            if let Ok(test) = test {
                let reason = if rule.name.trim().is_empty() { &rule.id } else { &rule.name };
                rules.push(Rule { id: rule.id.clone(), reason: reason.clone(), effect, points, active: rule.active, test });
            }
        }
        rules.sort_by(|left, right| left.id.cmp(&right.id));
        let rules = Self { code: scope.code, rules: rules.into_iter().map(Lazy::ready).collect(), index: None };
        problems.extend(rules.over_budget());
        if problems.is_empty() { Ok(rules) } else { Err(problems) }
    }

    pub(crate) fn cost(&self) -> Cost {
        cost::cost(&self.code, self.all())
    }

    fn rule(&self, number: usize) -> Option<&Rule> {
        self.rules.get(number)?.get(|at| packed::read_rule(&mut self.code.packed(at), &self.code))
    }

    fn all(&self) -> impl Iterator<Item = &Rule> {
        (0..self.rules.len()).filter_map(|number| self.rule(number))
    }

    fn over_budget(&self) -> Option<Problem> {
        let cost = self.cost();
        if cost.steps <= cost.budget {
            return None;
        }
        let most = cost.rules.iter().max_by_key(|rule| rule.steps);
        let most = most.map(|rule| format!("; rule `{}` costs most, {}", rule.id, rule.steps)).unwrap_or_default();
        let detail =
            format!("the active rules cost {} steps for an order of {LINES} lines, at most {} are allowed{most}", cost.steps, cost.budget);
        Some(Problem::new("/rules", detail))
    }

    /// The same rules, filed by what they ask of an order when they are many.
    #[must_use]
    pub(crate) fn indexed(mut self) -> Self {
        if self.rules.len() > FEW {
            self.index = Some(Index::new(&self.code, self.all()));
        }
        self
    }

    /// The active rules that hold, by id.
    pub(crate) fn fired<'r>(&'r self, evaluation: &'r Evaluation<'r>) -> impl Iterator<Item = &'r Rule> {
        let candidates = self.index.as_ref().map(|index| index.candidates(evaluation));
        let all = if candidates.is_none() { 0..self.rules.len() } else { 0..0 };
        let filed = candidates.into_iter().flatten().filter_map(|number| usize::try_from(number).ok());
        all.chain(filed).filter_map(|number| self.rule(number)).filter(|rule| rule.active && evaluation.holds(&rule.test, None))
    }

    /// Numbers, ids and names of the rules that hold, by id; of rules that are all active.
    pub(crate) fn holding<'r>(&'r self, evaluation: &Evaluation<'_>) -> impl Iterator<Item = (usize, &'r str, &'r str)> {
        let rules = (0..self.rules.len()).filter_map(|number| Some((number, self.rule(number)?)));
        rules.filter(|(_, rule)| evaluation.holds(&rule.test, None)).map(|(number, rule)| (number, rule.id.as_str(), rule.reason.as_str()))
    }

    /// Packs the rules with everything they run on.
    pub(crate) fn write(&self, out: &mut Writer) {
        packed::write_slots(out, &self.code.order_slots);
        packed::write_slots(out, &self.code.line_slots);
        packed::write_variables(out, &self.code);
        let sets: Vec<&Set> = self.code.sets().flatten().collect();
        packed::write_parts(out, &sets, |out, set| packed::write_set(out, set));
        let rules: Vec<&Rule> = self.all().collect();
        packed::write_parts(out, &rules, |out, rule| packed::write_rule(out, rule));
        out.byte(u8::from(self.index.is_some()));
        self.index.iter().for_each(|index| index.write(out));
    }

    /// Opens packed rules; `None` when the bytes are not what [`write`](Self::write) wrote. Rules and
    /// sets are unpacked when an order first needs them.
    pub(crate) fn read(bytes: &Bytes) -> Option<Self> {
        let (rules, mut from) = Self::read_rules(bytes)?;
        let index = if from.truth()? { Some(Index::read(bytes, &mut from, &rules.code)?) } else { None };
        from.is_at_the_end().then_some(Self { index, ..rules })
    }

    /// [`read`](Self::read) for rules that are few and were never indexed.
    pub(crate) fn read_unindexed(bytes: &Bytes) -> Option<Self> {
        let (rules, mut from) = Self::read_rules(bytes)?;
        (!from.truth()? && from.is_at_the_end()).then_some(rules)
    }

    /// The rules, and the reader where their index may follow.
    fn read_rules(bytes: &Bytes) -> Option<(Self, Reader<'_>)> {
        let mut from = Reader::new(bytes, 0);
        let mut code = Code::of_packed(bytes.clone());
        code.order_slots = packed::read_slots(&mut from)?;
        code.line_slots = packed::read_slots(&mut from)?;
        packed::read_variables(&mut from, &mut code)?;
        packed::read_parts(&mut from)?.into_iter().for_each(|at| code.add_packed_set(at));
        let rules = packed::read_parts(&mut from)?.into_iter().map(Lazy::packed).collect();
        Some((Self { code, rules, index: None }, from))
    }
}

/// So many rules are tested one by one.
const FEW: usize = 16;

fn points(rule: &RuleDraft, effect: Effect) -> Result<i32, String> {
    match (effect, rule.points) {
        (Effect::Points, Some(points)) if POINTS.contains(&points) => Ok(points),
        (Effect::Points, Some(points)) => Err(format!("{points} is outside -1000 to 1000")),
        (Effect::Points, None) => Err("effect `points` needs points".to_owned()),
        (_, Some(_)) => Err(format!("points belong to effect `points`, not to `{}`", effect.as_str())),
        (_, None) => Ok(0),
    }
}
