//! What a person's hold or release does to an order, as one table over every state.

use ordergate_screening::Problem;

use crate::effects::{Effects, HoldEnd, HoldResolution, Restated};
use crate::intake::place_hold;
use crate::standing::StandingOrder;
use crate::state::{OrderState, Standing, state_of};

/// What a person asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldAction {
    /// Keep the order from being shipped.
    Hold,
    /// Let a held order go.
    Release,
    /// Let it go, and change it in the shop.
    ReleaseToEdit,
}

impl HoldAction {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Hold, Self::Release, Self::ReleaseToEdit];
    /// What is done to many orders at once.
    pub const BULK: [Self; 2] = [Self::Hold, Self::Release];

    /// The action's name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Release => "release",
            Self::ReleaseToEdit => "release_to_edit",
        }
    }

    /// What it decides about the order.
    fn leads_to(self) -> Standing {
        match self {
            Self::Hold => Standing::Held,
            Self::Release | Self::ReleaseToEdit => Standing::Released,
        }
    }
}

/// Why an order stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// The state it is in, and stays in.
    pub state: OrderState,
    /// Nothing speaks against it, it has just been done already.
    pub done_already: bool,
    /// For people.
    pub reason: &'static str,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "the order is {}: {}", self.state, self.reason)
    }
}

/// Whether a person may hold or release an order in this state.
///
/// # Errors
/// The order stays as it is, with the reason.
pub fn may(state: OrderState, action: HoldAction) -> Result<(), Refusal> {
    use HoldAction::{Hold, Release, ReleaseToEdit};
    use OrderState::{Approved, Cancelled, Declined, Fraud, Held, NotChecked, Released, Shipped};
    let reason = match (action, state) {
        (Hold, Approved | Released | NotChecked) | (Release | ReleaseToEdit, Held) => return Ok(()),
        (Hold, Held) => "somebody or a check has held it already",
        (Hold, Declined) => "a declined order does not ship anyway",
        (Hold, Fraud) => "confirmed fraud does not ship anyway",
        (Hold, Cancelled) => "it was cancelled, so nothing is left to hold",
        (Hold, Shipped) => "it has left the warehouse, so nothing is left to hold",
        (Release | ReleaseToEdit, Released) => "somebody has released it already",
        (Release | ReleaseToEdit, Approved) => "it is not held, so nothing is to be released",
        (Release | ReleaseToEdit, NotChecked) => "it was not checked and is not held; a release is for held orders",
        (Release | ReleaseToEdit, Declined) => "a person refused it; say that it is approved instead",
        (Release | ReleaseToEdit, Fraud) => "it is confirmed fraud; say that it is approved instead",
        (Release | ReleaseToEdit, Cancelled) => "it was cancelled and stays cancelled",
        (Release | ReleaseToEdit, Shipped) => "it has left the warehouse already",
    };
    let done_already = state == state_of(action.leads_to(), crate::state::PlatformStatus::Open);
    Err(Refusal { state, done_already, reason })
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
) -> Result<Restated, Refusal> {
    may(order.state(), action)?;
    let mut effects = Effects::default();
    match action {
        HoldAction::Hold => {
            place_hold(&mut effects, Some(comment), actor, ids);
            // The timeline shows what was said.
            if let Some(entry) = effects.audit.last_mut() {
                entry.detail = comment.to_owned();
            }
        }
        HoldAction::Release | HoldAction::ReleaseToEdit => {
            let to_edit = action == HoldAction::ReleaseToEdit;
            effects.ends_hold = Some(HoldEnd {
                id: ids(),
                resolution: HoldResolution::Released,
                to_edit,
                actor: Some(actor.to_owned()),
                comment: Some(comment.to_owned()),
            });
            effects.note(ids(), actor, if to_edit { "order.released_to_edit" } else { "order.released" }, comment);
        }
    }
    Ok(order.restated(action.leads_to(), effects))
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
    use crate::effects::HoldCode;
    use crate::state::PlatformStatus;

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
        match may(state, action) {
            Ok(()) => action.leads_to().as_str(),
            Err(refusal) => {
                assert_eq!(refusal.state, state);
                assert!(refusal.to_string().starts_with(&format!("the order is {state}: ")), "{refusal}");
                assert!(!refusal.reason.is_empty());
                if refusal.done_already { "already" } else { "refused" }
            }
        }
    }

    #[test]
    fn every_state_and_action() {
        let seen: Vec<_> = OrderState::ALL
            .iter()
            .map(|&state| (state.as_str(), comes_to(state, HoldAction::Hold), comes_to(state, HoldAction::Release)))
            .collect();
        assert_eq!(seen, TABLE);
        for state in OrderState::ALL {
            assert_eq!(may(*state, HoldAction::ReleaseToEdit), may(*state, HoldAction::Release), "{state}");
        }
    }

    #[test]
    fn a_change_names_the_revision_and_says_who_and_why() {
        for action in HoldAction::ALL {
            for &standing in Standing::ALL {
                for &platform in PlatformStatus::ALL {
                    let order = StandingOrder { standing, platform, revision: 3, ..StandingOrder::sample() };
                    let mut made = 0;
                    let mut ids = || {
                        made += 1;
                        format!("id{made}")
                    };
                    let Ok(change) = by_hand(&order, action, "called the buyer", "staff", &mut ids) else {
                        assert_eq!(made, 0, "{standing} {platform} {action:?}");
                        continue;
                    };
                    assert_eq!((change.order.as_str(), change.replaces, change.standing), ("7", 3, action.leads_to()));
                    assert_eq!(change.state, state_of(action.leads_to(), platform));
                    let audited: Vec<_> = change
                        .effects
                        .audit
                        .iter()
                        .map(|entry| (entry.actor.as_str(), entry.action.as_str(), entry.detail.as_str()))
                        .collect();
                    let word = match action {
                        HoldAction::Hold => "order.held",
                        HoldAction::Release => "order.released",
                        HoldAction::ReleaseToEdit => "order.released_to_edit",
                    };
                    let edits = change.effects.ends_hold.as_ref().map(|end| end.to_edit);
                    assert_eq!(edits, (action != HoldAction::Hold).then_some(action == HoldAction::ReleaseToEdit));
                    assert_eq!(audited, [("staff", word, "called the buyer")]);
                    let hold = change.effects.hold.map(|hold| (hold.code, hold.comment.unwrap_or_default(), hold.actor));
                    let wanted =
                        (action == HoldAction::Hold).then(|| (HoldCode::Manual, "called the buyer".to_owned(), "staff".to_owned()));
                    assert_eq!(hold, wanted, "{standing}");
                }
            }
        }
    }

    #[test]
    fn an_order_that_shipped_while_held_is_shipped_once_released() {
        let order = StandingOrder { standing: Standing::Held, platform: PlatformStatus::Shipped, ..StandingOrder::sample() };
        assert_eq!(order.state(), OrderState::Held);
        let released = by_hand(&order, HoldAction::Release, "it is gone", "staff", &mut String::new);
        assert_eq!(released.map(|change| change.state), Ok(OrderState::Shipped));
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
