//! Past orders of a file against the starter rules: what would have been held, and why.
//!
//! In scope: one file of orders and perhaps a blacklist, both read by `ordergate-exchange`; every order
//! checked as it would have been when it was placed, with the velocity facts that the file's earlier
//! orders give; identities that several orders share; parcels nobody took. Out of scope: where files
//! come from, how a result is shown, and anything that is kept.
//!
//! ```
//! use ordergate_trial::{Options, Trial};
//!
//! let orders = "id,placed_at,currency,total,email\n1,2026-11-24T10:00:00Z,EUR,20.00,bad@example.com\n";
//! let options = Options { blacklist: Some("email,points,reason\nbad@example.com,60,chargeback\n".into()), ..Options::default() };
//! let mut trial = Trial::new(orders.as_bytes().to_vec(), &options).unwrap();
//! while trial.step(1_000) {}
//! assert_eq!(trial.findings()[0].score, 60);
//! ```

mod examined;
mod export;
mod finding;
mod header;
mod history;
mod options;
mod repeated;
mod summary;
mod trial;

pub use examined::{Examined, Row};
pub use finding::{Finding, Source};
pub use header::{Header, HeaderColumn};
pub use options::{Options, RefusedEntry, draft};
pub use repeated::{Group, Repeated};
pub use summary::{BadLine, Summary, TriedRule};
pub use trial::Trial;
