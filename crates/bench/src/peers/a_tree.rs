use super::{Peer, Read};
use crate::workload::Rule;
use a_tree::{ATree, AttributeDefinition};
use ordergate_screening::Order;

struct Tree(ATree<usize>);

pub fn build(rules: &[Rule]) -> Box<dyn Peer> {
    let attributes = [
        AttributeDefinition::integer("amount"),
        AttributeDefinition::string("country"),
        AttributeDefinition::string("domain"),
        AttributeDefinition::boolean("differs"),
    ];
    let mut tree = ATree::new(&attributes).unwrap();
    for rule in rules {
        let text = format!("amount > {} and country in [{}] and (domain = \"{}\" or differs)", rule.amount, rule.quoted(", "), rule.domain);
        tree.insert(&rule.number, &text).unwrap();
    }
    Box::new(Tree(tree))
}

impl Peer for Tree {
    fn fired(&mut self, order: &Order, found: &mut Vec<usize>) {
        let read = Read::of(order);
        let mut event = self.0.make_event();
        event.with_integer("amount", read.amount).unwrap();
        event.with_string("country", read.country).unwrap();
        event.with_string("domain", read.domain).unwrap();
        event.with_boolean("differs", read.differs).unwrap();
        let event = event.build().unwrap();
        found.extend(self.0.search(&event).unwrap().matches().iter().copied());
    }
}
