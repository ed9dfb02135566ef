use super::{Peer, Read};
use crate::workload::Rule;
use cel::{Context, Program, Value};
use ordergate_screening::Order;

struct Programs {
    programs: Vec<(usize, Program)>,
    root: Context<'static, 'static>,
}

pub fn build(rules: &[Rule]) -> Box<dyn Peer> {
    let programs = rules
        .iter()
        .map(|rule| {
            let text =
                format!("amount > {} && country in [{}] && (domain == \"{}\" || differs)", rule.amount, rule.quoted(", "), rule.domain);
            (rule.number, Program::compile(&text).unwrap())
        })
        .collect();
    Box::new(Programs { programs, root: Context::default() })
}

impl Peer for Programs {
    fn fired(&mut self, order: &Order, found: &mut Vec<usize>) {
        let read = Read::of(order);
        let mut context = self.root.new_inner_scope();
        context.add_variable("amount", read.amount).unwrap();
        context.add_variable("country", read.country).unwrap();
        context.add_variable("domain", read.domain).unwrap();
        context.add_variable("differs", read.differs).unwrap();
        for (number, program) in &self.programs {
            if matches!(program.execute(&context).unwrap(), Value::Bool(true)) {
                found.push(*number);
            }
        }
    }
}
