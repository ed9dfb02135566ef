//! What happens after a check: order states, holds, the mails that are queued, and when a mail is
//! tried again.
//!
//! In scope: pure steps. A step takes what is stored, what arrived and `now`, and answers with
//! everything that is to be written, so that the shell can write it in one transaction. Out of
//! scope: SQL, HTTP, clocks, randomness; ids come in as arguments.

mod digest;
mod expiry;
mod hold;
mod intake;
mod mail;
mod retry;
mod state;

pub use digest::{hex_digest, material_digest};
pub use expiry::{DEFAULT_LIFE_DAYS, LONGEST_LIFE_DAYS, entry_expiry};
pub use hold::{HoldAction, HoldChange, HoldRefusal, StandingOrder, by_hand, hold_comment, state_after};
pub use intake::{
    Arrival, AuditEntry, CheckKind, HoldCode, LONGEST_ID, NewCheck, NewHold, OrderRow, Plan, Source, Step, Stored, Unreadable, arrive,
    arrive_unreadable, unstorable,
};
pub use mail::{Contact, Mail, ShopFacts, one_line};
pub use retry::{Failure, MAIL_ATTEMPTS, after_failure};
pub use state::{Fulfilment, OrderState, PlatformStatus, fulfilment};
