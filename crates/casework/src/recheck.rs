//! A stored order is checked again: by a person, or because an entry, a rule or a confirmed fraud
//! came up after it was approved. The new check may raise the order, never lower it; both checks
//! stay.

use ordergate_screening::{Check, Timestamp};

use crate::effects::{CheckKind, Effects, Restated, TurnCause};
use crate::intake::{new_check, place_hold, raise};
use crate::standing::StandingOrder;
use crate::state::{OrderState, Standing, state_of};
use crate::turn::{Audience, Turn};

/// Why a check was made anew, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Again<'a> {
    /// [`CheckKind::Recheck`] or [`CheckKind::Sweep`].
    pub kind: CheckKind,
    /// Who asked: a person, or `engine`.
    pub actor: &'a str,
    /// What came up, for the audit.
    pub why: &'a str,
}

/// What a new check of a stored order comes to. A sweep whose check changes nothing writes nothing.
pub fn recheck(
    order: &StandingOrder,
    check: Check,
    again: Again<'_>,
    audience: &Audience<'_>,
    now: Timestamp,
    ids: &mut dyn FnMut() -> String,
) -> Option<Restated> {
    let (before, was_checked) = (order.state(), order.standing != Standing::NotChecked);
    let base = if was_checked { order.standing } else { Standing::Approved };
    let standing = raise(base, check.held);
    let state = state_of(standing, order.platform);
    let marked = order.marked || check.marked;
    if again.kind == CheckKind::Sweep && standing == order.standing && marked == order.marked {
        return None;
    }
    let mut effects = Effects { check: Some(new_check(ids(), again.kind, check.clone(), &order.facts)), ..Effects::default() };
    effects.note(ids(), again.actor, "order.rechecked", again.why);
    effects.note_check(ids());
    let newly_held = state == OrderState::Held && before != OrderState::Held;
    if newly_held {
        place_hold(&mut effects, None, "engine", ids);
    }
    if newly_held && before.may_turn() {
        let made = effects.check.as_ref().map(|made| made.id.clone()).unwrap_or_default();
        let turn = Turn {
            cause: TurnCause::Check,
            said: None,
            actor: "engine",
            order: order.order.as_ref(),
            check: Some((&made, &check)),
            first_checked: order.first_checked.unwrap_or(now),
            open: order.case.as_ref(),
            now,
        };
        turn.write(audience, &mut effects, ids);
    } else if let Some(content) = order.order.as_ref().filter(|_| (newly_held || !order.marked) && (check.marked || check.held)) {
        audience.warn(content, &check, &mut effects, ids);
    }
    let mut restated = order.restated(standing, effects);
    restated.marked = marked;
    // The list never silently shows less than what holds the order.
    restated.shows_check = check.held || !before.stops();
    Some(restated)
}
