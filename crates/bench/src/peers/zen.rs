use super::{Peer, Read};
use crate::workload::Rule;
use ordergate_screening::Order;
use serde_json::json;
use zen_expression::expression::Standard;
use zen_expression::vm::VM;
use zen_expression::{Expression, Scope, Variable, compile_expression};

struct Expressions(Vec<(usize, Expression<Standard>)>);

pub fn build(rules: &[Rule]) -> Box<dyn Peer> {
    let expressions = rules
        .iter()
        .map(|rule| {
            let text =
                format!("amount > {} and country in [{}] and (domain == \"{}\" or differs)", rule.amount, rule.quoted(", "), rule.domain);
            (rule.number, compile_expression(&text).unwrap())
        })
        .collect();
    Box::new(Expressions(expressions))
}

impl Peer for Expressions {
    fn fired(&mut self, order: &Order, found: &mut Vec<usize>) {
        let read = Read::of(order);
        let facts = json!({"amount": read.amount, "country": read.country, "domain": read.domain, "differs": read.differs});
        let scope = Scope::new(facts.into());
        let mut machine = VM::new();
        for (number, expression) in &self.0 {
            if matches!(expression.evaluate_with_scope(&scope, &mut machine).unwrap(), Variable::Bool(true)) {
                found.push(*number);
            }
        }
    }
}
