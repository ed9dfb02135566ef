//! The screening engine of Ordergate: an order and a ruleset in, a check out.
//!
//! In scope: platform-neutral orders, canonical keys, blacklist and allow-list entries, points,
//! rules, and the decision with every reason for it. Out of scope: clocks, randomness, I/O,
//! platforms, databases; `now` and facts come in as arguments, so the same order, facts, ruleset
//! and `now` give the same bytes natively and in WASM.

mod error;
mod facts;
pub mod key;
mod money;
mod order;
mod parse;
mod suggest;
mod timestamp;

pub use error::{Invalid, Problem};
pub use facts::Facts;
pub use money::{Currency, Money, MoneyError};
pub use order::{Customer, Line, Order, Payment, Place};
pub use suggest::closest;
pub use timestamp::{Timestamp, TimestampError};
