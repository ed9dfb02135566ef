//! What happens after a check: order states, holds, cases, the mails that are queued, and when a mail
//! is tried again.
//!
//! In scope: pure steps. A step takes what is stored, what arrived and `now`, and answers with
//! everything that is to be written, so that the shell can write it in one transaction. Out of
//! scope: SQL, HTTP, clocks, randomness; ids come in as arguments.

mod answer;
mod arrival;
mod case;
mod command;
mod copied;
mod digest;
mod dispute;
mod effects;
mod expiry;
mod feedback;
mod hold;
mod intake;
mod language;
mod mail;
mod mail_api;
mod proof;
mod recheck;
mod request;
mod retry;
mod settings;
mod standing;
mod state;
mod status;
mod turn;
mod velocity;

pub use answer::{AnswerWords, answer_words};
pub use arrival::{Arrival, OrderRow, Plan, Source, Step, Stored, Unreadable};
pub use case::{CaseAction, CaseChange, CaseRefusal, CaseResolution, StandingCase, assignee, work};
pub use command::{Attempt, CommandBody, CommandKind, CommandState, NewCommand, after_attempt};
pub use copied::{copied_fields, fraud_entries};
pub use digest::{hex_digest, material_digest};
pub use dispute::{DisputeNews, disputed};
pub use effects::{
    AuditEntry, CaseEvent, CheckKind, Effects, HoldCode, HoldEnd, HoldResolution, Label, NewCase, NewCheck, NewHold, NewLabel, Restated,
    TurnCause,
};
pub use expiry::{DEFAULT_LIFE_DAYS, LONGEST_LIFE_DAYS, entry_expiry};
pub use feedback::{Feedback, Outcomes};
pub use hold::{HoldAction, Refusal, by_hand, hold_comment, may};
pub use intake::{LONGEST_ID, arrive, arrive_unreadable, unstorable};
pub use language::Language;
pub use mail::{
    CaseNews, Contact, DigestLine, Mail, MailKind, Marks, ShopClock, ShopFacts, StaffWarning, case_opened, digest, inert_html, one_line,
    staff_warning, trial,
};
pub use mail_api::{MailApi, MailCall, Outgoing};
pub use proof::{CheckoutProof, PROOF_MINUTES, TokenState};
pub use recheck::{Again, recheck};
pub use request::{Asked, request};
pub use retry::{Failure, MAIL_ATTEMPTS, after_failure};
pub use settings::{DEFAULT_STOP_WINDOW_HOURS, HoldCodes, ShopSettings};
pub use standing::StandingOrder;
pub use state::{Fulfilment, OrderState, PlatformStatus, Standing, fulfilment, state_of};
pub use status::{Said, said, standing_after};
pub use turn::{AnswerLink, Audience, OpenCase};
pub use velocity::{Earlier, LONGEST_WINDOW_MILLIS, fill_in, packed};
