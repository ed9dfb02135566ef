//! Other rule engines: each takes the rules in its own language and says which fire for an order.

#[cfg(feature = "a-tree")]
mod a_tree;
#[cfg(feature = "cel")]
mod cel;
#[cfg(feature = "wirefilter")]
mod wirefilter;
#[cfg(feature = "zen")]
mod zen;

use crate::workload::Rule;
use ordergate_screening::Order;

/// A set of rules in another engine.
pub trait Peer {
    /// The numbers of the rules that fire, in any order. What the engine is given of the order is made here, so it is measured.
    fn fired(&mut self, order: &Order, found: &mut Vec<usize>);
}

/// What the rules read of an order, as cheaply as it can be had.
pub struct Read<'o> {
    /// In cents.
    pub amount: i64,
    pub country: &'o str,
    pub domain: &'o str,
    pub differs: bool,
}

impl<'o> Read<'o> {
    pub fn of(order: &'o Order) -> Self {
        let email = order.email.as_deref().unwrap_or_default();
        Self {
            amount: order.total.minor(),
            country: order.billing.country.as_deref().unwrap_or_default(),
            domain: email.rsplit_once('@').map_or("", |(_, domain)| domain),
            differs: order.billing != order.shipping,
        }
    }
}

type Build = fn(&[Rule]) -> Box<dyn Peer>;

/// The engines this was compiled with.
pub const ALL: &[(&str, Build)] = &[
    #[cfg(feature = "wirefilter")]
    ("wirefilter-engine 0.6.1", wirefilter::build),
    #[cfg(feature = "a-tree")]
    ("a-tree 0.6.1", a_tree::build),
    #[cfg(feature = "zen")]
    ("zen-expression 2.1.6", zen::build),
    #[cfg(feature = "cel")]
    ("cel 0.15.0", cel::build),
];
