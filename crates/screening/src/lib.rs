//! The screening engine of Ordergate: an order and a ruleset in, a check out.
//!
//! In scope: platform-neutral orders, canonical keys, blacklist and allow-list entries, points,
//! rules, and the decision with every reason for it. Out of scope: clocks, randomness, I/O,
//! platforms, databases; `now` and facts come in as arguments, so the same order, facts, ruleset
//! and `now` give the same bytes natively and in WASM.
//!
//! ```
//! use ordergate_screening::{Draft, Facts, Order, Ruleset, Timestamp, check};
//!
//! let draft = Draft::from_json(br#"{"entries": [{"id": "e1", "reason": "unpaid parcels",
//!     "fields": {"ip": "1.1.1.1", "city": "Wroclaw"}}]}"#)?;
//! let order = Order::from_json(r#"{"id": "1001", "placed_at": "2026-11-24T10:00:00Z",
//!     "currency": "PLN", "total": "120.50", "ip": "1.1.1.1",
//!     "shipping": {"city": "Wrocław"}}"#.as_bytes())?;
//! let now: Timestamp = "2026-11-24T10:00:00Z".parse()?;
//! let check = check(&order, &Facts::default(), &Ruleset::compile(&draft)?, now);
//! assert!(check.marked);
//! assert_eq!(check.matches[0].source, "entry:e1");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bytes;
mod check;
mod checksum;
mod draft;
mod entries;
mod entry;
mod error;
mod facts;
mod hint;
mod identity;
mod index;
pub mod key;
mod mailbox;
mod money;
mod order;
mod parse;
mod place;
pub mod rule;
mod ruleset;
pub mod snapshot;
mod sought;
mod subject;
mod suggest;
mod timestamp;

pub use check::{Check, Decision, Match, check};
pub use draft::{Draft, EntryDraft, ListDraft, MatchMode, RuleDraft, Settings, VariableDraft, Visibility};
pub use entry::{Effect, Entry, Field};
pub use error::{Invalid, Problem};
pub use facts::{Facts, IpFacts, OrderFacts, Quantity, TokenFacts};
pub use hint::{Hint, HintKind, hints};
pub use identity::{Identity, IdentityField, identities, more_phones};
pub use index::{Fingerprints, SEGMENT_FORMAT, Segment, SegmentError};
pub use money::{Currency, Money, MoneyError};
pub use order::{Customer, Line, Order, Payment, Place, is_cash_on_delivery};
pub use parse::read_json;
pub use ruleset::Ruleset;
pub use sought::sought;
pub use suggest::closest;
pub use timestamp::{Timestamp, TimestampError};

/// What a new shop begins with: minimum 50, default points, and rules that are not active until the
/// shop says so. A draft without entries.
pub const STARTER_DRAFT: &str = include_str!("../data/starter.json");

/// Version of the decision procedure; stored with every check. It changes when the same order,
/// facts, snapshot and `now` could give another check.
pub const ENGINE_VERSION: u32 = 1;
/// Version of the canonical keys; stored with every check.
pub const NORMALISER_VERSION: u32 = 1;
/// Version of the data files (disposable and free-mail domains) the engine was built with.
pub const DATA_VERSION: &str = key::DISPOSABLE_DATA;
