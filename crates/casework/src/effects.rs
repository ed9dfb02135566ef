//! What a decision about one order writes beside the order itself: one kind of value a table.

use ordergate_screening::{Check, Timestamp};

use crate::command::NewCommand;
use crate::mail::Mail;
use crate::state::named;
use std::fmt;
use std::str::FromStr;

/// Why a check was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckKind {
    /// The order was placed.
    Placed,
    /// Address, identity, lines or total changed.
    Updated,
    /// An older version of the order arrived late, with content that was never checked.
    Late,
    /// A person asked for it.
    Recheck,
    /// An entry, a rule or a confirmed fraud came up after the order was approved.
    Sweep,
}

named!(CheckKind, "kind of check": Placed "placed", Updated "updated", Late "late", Recheck "recheck", Sweep "sweep");

/// Why an order is held: by the engine or by a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldCode {
    /// A check said review or decline.
    Automatic,
    /// A person asked for it.
    Manual,
}

named!(HoldCode, "hold code": Automatic "automatic", Manual "manual");

/// How a hold ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldResolution {
    /// The order may ship.
    Released,
    /// Nothing is left to ship.
    Cancelled,
}

named!(HoldResolution, "hold resolution": Released "released", Cancelled "cancelled");

/// What turned an order that was approved or released.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnCause {
    /// A new check of it answered review or decline.
    Check,
    /// Somebody declined it.
    Declined,
    /// Somebody confirmed fraud.
    Fraud,
    /// The payment is disputed.
    Dispute,
}

named!(TurnCause, "cause": Check "check", Declined "declined", Fraud "fraud", Dispute "dispute");

/// What turned out to be true of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The delivery was stopped.
    Blocked,
    /// The delivery was not stopped.
    NotBlocked,
    /// The order was fraud.
    Fraud,
    /// The order was fine.
    Legitimate,
    /// The payment was taken back.
    Chargeback,
    /// Goods were claimed back without reason.
    RefundAbuse,
    /// Nobody knows.
    Unsure,
}

named!(Label, "label": Blocked "blocked", NotBlocked "not_blocked", Fraud "fraud", Legitimate "legitimate", Chargeback "chargeback", RefundAbuse "refund_abuse", Unsure "unsure");

/// A check to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCheck {
    /// Its id.
    pub id: String,
    /// Why it was made.
    pub kind: CheckKind,
    /// The check itself.
    pub check: Check,
    /// The facts it saw, as JSON, so that it can be replayed.
    pub facts: String,
}

/// A hold to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHold {
    /// Its id.
    pub id: String,
    /// Why the order is held.
    pub code: HoldCode,
    /// What the person said.
    pub comment: Option<String>,
    /// Who placed it.
    pub actor: String,
}

/// The end of the order's open hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldEnd {
    /// Its id, which the platform's command carries.
    pub id: String,
    /// How it ends.
    pub resolution: HoldResolution,
    /// The order is going to be changed in the shop.
    pub to_edit: bool,
    /// The person who ended it; `None` when a cancellation in the shop did.
    pub actor: Option<String>,
    /// What the person said.
    pub comment: Option<String>,
}

/// A case to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// Its id.
    pub id: String,
    /// What turned the order.
    pub cause: TurnCause,
    /// The data of the block request: what the person said, or what the check found.
    pub detail: String,
    /// Who or what turned it.
    pub actor: String,
    /// The check that turned it.
    pub check: Option<String>,
    /// When the shop can no longer stop the delivery.
    pub deadline: Timestamp,
    /// The window was over when the case opened: no mail is sent.
    pub window_over: bool,
}

/// One line of a case's timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEvent {
    /// The case it belongs to.
    pub case: String,
    /// The case's revision after it; unique in the case, so that two writers cannot both win.
    pub revision: i64,
    /// Who did it.
    pub actor: String,
    /// `opened`, `turned`, `resolved`, `note`, `assigned`, `snoozed` and the like.
    pub kind: &'static str,
    /// For people.
    pub detail: String,
}

/// A feedback label to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLabel {
    /// Its id.
    pub id: String,
    /// What turned out.
    pub label: Label,
    /// Who said so.
    pub actor: String,
}

/// Who did what, for the timeline and the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its id.
    pub id: String,
    /// `engine`, `api`, `staff`, `woocommerce`, `shopify`.
    pub actor: String,
    /// `order.checked`, `order.held`, `order.updated` and the like.
    pub action: String,
    /// For people; no personal data of ours, but a person's comment stands as it was typed.
    pub detail: String,
}

/// Everything a decision about one order writes beside the order, in one transaction with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effects {
    /// The check made, if one was.
    pub check: Option<NewCheck>,
    /// How the order's open hold ends, if it does; before a new one is placed.
    pub ends_hold: Option<HoldEnd>,
    /// The hold placed, if one was.
    pub hold: Option<NewHold>,
    /// The case opened, if the order turned.
    pub case: Option<NewCase>,
    /// What its case's timeline gets.
    pub case_event: Option<CaseEvent>,
    /// The mails queued.
    pub mails: Vec<Mail>,
    /// Contacts whose next digest the order stands in.
    pub digests: Vec<String>,
    /// What the platform is told beside the hold and its end.
    pub commands: Vec<NewCommand>,
    /// The feedback labels.
    pub labels: Vec<NewLabel>,
    /// The audit entries.
    pub audit: Vec<AuditEntry>,
}

impl Effects {
    /// Whether the order's platform may have to be told something.
    pub fn tells(&self) -> bool {
        self.hold.is_some() || self.ends_hold.is_some() || !self.commands.is_empty()
    }

    /// Adds an audit entry.
    pub(crate) fn note(&mut self, id: String, actor: &str, action: &str, detail: impl Into<String>) {
        self.audit.push(AuditEntry { id, actor: actor.to_owned(), action: action.to_owned(), detail: detail.into() });
    }

    /// The audit's line about the check.
    pub(crate) fn note_check(&mut self, id: String) {
        if let Some(made) = &self.check {
            let check = &made.check;
            let detail = format!(
                "{}, {} points, {} matches, snapshot {}",
                check.decision.as_str(),
                check.score,
                check.matches.len(),
                check.snapshot
            );
            self.note(id, "engine", "order.checked", detail);
        }
    }
}

/// An order that is decided anew without a new version of it: where it then stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restated {
    /// The order's id.
    pub order: String,
    /// The revision this replaces.
    pub replaces: i64,
    /// What is decided about it.
    pub standing: crate::state::Standing,
    /// What that and the platform come to.
    pub state: crate::state::OrderState,
    /// Shown as suspicious.
    pub marked: bool,
    /// The content that was checked; `None` leaves it.
    pub material: Option<String>,
    /// The list shows the figures of the new check.
    pub shows_check: bool,
    /// What else is written.
    pub effects: Effects,
}
