//! What a person's hold or release does to an order, as one table over every state.

use ordergate_screening::Problem;

use crate::intake::{AuditEntry, HoldCode, NewHold};
use crate::state::OrderState;

/// What a person asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldAction {
    /// Keep the order from being shipped.
    Hold,
    /// Let a held order go.
    Release,
}

impl HoldAction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Hold, Self::Release];

    /// The action's name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Release => "release",
        }
    }

    /// The state it leads to.
    pub fn leads_to(self) -> OrderState {
        match self {
            Self::Hold => OrderState::Held,
            Self::Release => OrderState::Released,
        }
    }

    /// The audit's word for it.
    pub fn audited_as(self) -> &'static str {
        match self {
            Self::Hold => "order.held",
            Self::Release => "order.released",
        }
    }
}

/// Why an order stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoldRefusal {
    /// The state it is in, and stays in.
    pub state: OrderState,
    /// Nothing speaks against it, it has just been done already.
    pub done_already: bool,
    /// For people.
    pub reason: &'static str,
}

impl std::fmt::Display for HoldRefusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "the order is {}: {}", self.state, self.reason)
    }
}

/// The state after a person's hold or release.
///
/// # Errors
/// The order stays as it is, with the reason.
pub fn state_after(state: OrderState, action: HoldAction) -> Result<OrderState, HoldRefusal> {
    use HoldAction::{Hold, Release};
    use OrderState::{Approved, Cancelled, Declined, Fraud, Held, NotChecked, Released, Shipped};
    let reason = match (action, state) {
        (Hold, Approved | Released | NotChecked) | (Release, Held) => return Ok(action.leads_to()),
        (Hold, Held) => "somebody or a check has held it already",
        (Hold, Declined) => "a declined order does not ship anyway",
        (Hold, Fraud) => "confirmed fraud does not ship anyway",
        (Hold, Cancelled) => "it was cancelled in the shop, so nothing is left to hold",
        (Hold, Shipped) => "it has left the warehouse, so nothing is left to hold",
        (Release, Released) => "somebody has released it already",
        (Release, Approved) => "it is not held, so nothing is to be released",
        (Release, NotChecked) => "it was not checked and is not held; a release is for held orders",
        (Release, Declined) => "a person refused it; a release is for held orders",
        (Release, Fraud) => "it is confirmed fraud; a release is for held orders",
        (Release, Cancelled) => "it was cancelled in the shop and stays cancelled",
        (Release, Shipped) => "it has left the warehouse already",
    };
    Err(HoldRefusal { state, done_already: state == action.leads_to(), reason })
}

/// An order as it stands when a person acts on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingOrder {
    /// Its id.
    pub id: String,
    /// The revision that was read; the write names it.
    pub revision: i64,
    /// Its state.
    pub state: OrderState,
}

/// What a person's hold or release writes about one order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldChange {
    /// The order's id.
    pub order: String,
    /// The revision this change replaces.
    pub replaces: i64,
    /// The hold placed; `None` when the open one is released.
    pub hold: Option<NewHold>,
    /// Who did it, and why.
    pub audit: AuditEntry,
}

/// A person holds or releases an order; `ids` makes an id.
///
/// # Errors
/// The order stays as it is, with the reason.
pub fn by_hand(
    order: &StandingOrder,
    action: HoldAction,
    comment: &str,
    actor: &str,
    ids: &mut dyn FnMut() -> String,
) -> Result<HoldChange, HoldRefusal> {
    state_after(order.state, action)?;
    let hold = (action == HoldAction::Hold).then(|| NewHold { id: ids(), code: HoldCode::Manual, comment: Some(comment.to_owned()) });
    let audit = AuditEntry { id: ids(), actor: actor.to_owned(), action: action.audited_as().to_owned(), detail: comment.to_owned() };
    Ok(HoldChange { order: order.id.clone(), replaces: order.revision, hold, audit })
}

/// The longest comment in characters.
const LONGEST_COMMENT: usize = 2_000;

/// The comment that every hold and release by a person needs, without blanks around it.
///
/// # Errors
/// A problem at `pointer` when nothing is said, too much, or something no database text can hold.
pub fn hold_comment(text: &str, pointer: &str) -> Result<String, Problem> {
    let text = text.trim();
    let length = text.chars().count();
    if text.is_empty() {
        Err(Problem::new(pointer, "a comment is needed, for whoever reads this order next"))
    } else if length > LONGEST_COMMENT {
        Err(Problem::new(pointer, format!("has {length} characters; at most {LONGEST_COMMENT} are kept")))
    } else if text.contains('\0') {
        Err(Problem::new(pointer, "holds a NUL character"))
    } else {
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every state in the order of `OrderState::ALL`: what a hold and what a release comes to.
    const TABLE: [(&str, &str, &str); 8] = [
        ("not_checked", "held", "refused"),
        ("approved", "held", "refused"),
        ("held", "already", "released"),
        ("released", "held", "already"),
        ("declined", "refused", "refused"),
        ("fraud", "refused", "refused"),
        ("cancelled", "refused", "refused"),
        ("shipped", "refused", "refused"),
    ];

    fn comes_to(state: OrderState, action: HoldAction) -> &'static str {
        match state_after(state, action) {
            Ok(after) => after.as_str(),
            Err(refusal) => {
                assert_eq!(refusal.state, state);
                assert!(refusal.to_string().starts_with(&format!("the order is {state}: ")), "{refusal}");
                assert!(!refusal.reason.is_empty());
                if refusal.done_already { "already" } else { "refused" }
            }
        }
    }

    #[test]
    fn every_state_and_both_actions() {
        let seen: Vec<_> = OrderState::ALL
            .into_iter()
            .map(|state| (state.as_str(), comes_to(state, HoldAction::Hold), comes_to(state, HoldAction::Release)))
            .collect();
        assert_eq!(seen, TABLE);
    }

    #[test]
    fn a_change_names_the_revision_and_says_who_and_why() {
        for action in HoldAction::ALL {
            for state in OrderState::ALL {
                let order = StandingOrder { id: "7".to_owned(), revision: 3, state };
                let mut made = 0;
                let mut ids = || {
                    made += 1;
                    format!("id{made}")
                };
                let Ok(change) = by_hand(&order, action, "called the buyer", "staff", &mut ids) else {
                    assert_eq!(made, 0, "{state} {action:?}");
                    continue;
                };
                assert_eq!((change.order.as_str(), change.replaces), ("7", 3));
                assert_eq!((change.audit.actor.as_str(), change.audit.action.as_str()), ("staff", action.audited_as()));
                assert_eq!(change.audit.detail, "called the buyer");
                let hold = change.hold.map(|hold| (hold.code, hold.comment.unwrap_or_default()));
                let wanted = (action == HoldAction::Hold).then(|| (HoldCode::Manual, "called the buyer".to_owned()));
                assert_eq!(hold, wanted, "{state}");
            }
        }
    }

    #[test]
    fn a_comment_is_mandatory_and_bounded() {
        let at = |text: &str| hold_comment(text, "/comment");
        assert_eq!(at(" wait \n").as_deref(), Ok("wait"));
        assert_eq!(at("żó\u{0142}").as_deref(), Ok("żół"));
        assert!(at(&"ł".repeat(2_000)).is_ok());
        for bad in ["", " \n\t", "\u{3000}", "a\0b", &"ł".repeat(2_001)] {
            assert_eq!(at(bad).map_err(|problem| problem.pointer), Err("/comment".to_owned()), "{bad:?}");
        }
    }
}
