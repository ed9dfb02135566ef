use super::{Peer, Read};
use crate::workload::Rule;
use ordergate_screening::Order;
use wirefilter::{ExecutionContext, Filter, Scheme, Type};

struct Filters {
    scheme: &'static Scheme,
    filters: Vec<(usize, Filter<'static>)>,
}

pub fn build(rules: &[Rule]) -> Box<dyn Peer> {
    let mut scheme = Scheme::new();
    for (name, kind) in [("amount", Type::Int), ("country", Type::Bytes), ("domain", Type::Bytes), ("differs", Type::Bool)] {
        scheme.add_field(name.to_owned(), kind).unwrap();
    }
    let scheme: &'static Scheme = Box::leak(Box::new(scheme));
    let filters = rules
        .iter()
        .map(|rule| {
            let text =
                format!("amount > {} && country in {{{}}} && (domain == \"{}\" || differs)", rule.amount, rule.quoted(" "), rule.domain);
            (rule.number, scheme.parse(&text).unwrap().compile())
        })
        .collect();
    Box::new(Filters { scheme, filters })
}

impl Peer for Filters {
    fn fired(&mut self, order: &Order, found: &mut Vec<usize>) {
        let read = Read::of(order);
        // SAFETY: a filter asks for values that live as long as itself, but keeps none; the context ends before the order does.
        let forever = |text: &str| unsafe { std::mem::transmute::<&str, &'static str>(text) };
        let mut context = ExecutionContext::new(self.scheme);
        context.set_field_value("amount", i32::try_from(read.amount).unwrap()).unwrap();
        context.set_field_value("country", forever(read.country)).unwrap();
        context.set_field_value("domain", forever(read.domain)).unwrap();
        context.set_field_value("differs", read.differs).unwrap();
        for (number, filter) in &self.filters {
            if filter.execute(&context).unwrap() {
                found.push(*number);
            }
        }
    }
}
