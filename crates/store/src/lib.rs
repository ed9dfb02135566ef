//! The database of Ordergate as values: SQL text and parameters, one file a table.
//!
//! In scope: every SQL text of the product, and the rows it answers with. Out of scope: running
//! it; the Worker does that, in batches that are transactions. Every SQL text filters by shop,
//! except the few that find out which shop a secret belongs to, and the outbox drain.

pub mod audit;
pub mod case;
pub mod change;
pub mod checkout_token;
pub mod command;
pub mod connection;
pub mod contact;
pub mod delivery;
pub mod digest;
pub mod draft;
pub mod endpoint;
pub mod entry;
pub mod health;
pub mod hold;
pub mod identity;
pub mod intake;
pub mod key;
pub mod mails;
pub mod order;
pub mod order_key;
pub mod outbox;
pub mod passkey;
pub mod privacy;
pub mod retention;
pub mod segment;
pub mod session;
pub mod shop;
mod statement;
pub mod statistics;
pub mod sweep;
pub mod today;
pub mod user;

pub use statement::{Param, Statement};
