//! The buyer's bank takes the payment of an order back, or asks about it.

use ordergate_screening::Timestamp;

use crate::effects::{Effects, Label, NewLabel, Restated, TurnCause};
use crate::intake::{place_hold, raise};
use crate::standing::StandingOrder;
use crate::state::{OrderState, Standing, state_of};
use crate::turn::{Audience, Turn};

/// What a platform says of a dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DisputeNews<'a> {
    /// The payment was taken back, and this is the first that is heard of it.
    pub takes_back: bool,
    /// It ended in the shop's favour.
    pub won: bool,
    /// Kind, reason, amount and status in words.
    pub detail: &'a str,
}

/// What a dispute comes to: an order that has not left is held and its case opens; any other only
/// learns of it.
pub fn disputed(
    order: &StandingOrder,
    news: DisputeNews<'_>,
    actor: &str,
    audience: &Audience<'_>,
    now: Timestamp,
    ids: &mut dyn FnMut() -> String,
) -> Restated {
    let before = order.state();
    let stops = !news.won && (before.may_turn() || before == OrderState::NotChecked);
    let standing = if stops { raise(order.standing, true) } else { order.standing };
    let mut effects = Effects::default();
    effects.note(ids(), actor, "order.disputed", news.detail);
    if news.takes_back {
        effects.labels.push(NewLabel { id: ids(), label: Label::Chargeback, actor: actor.to_owned() });
    }
    if standing == Standing::Held && state_of(standing, order.platform) == OrderState::Held && before != OrderState::Held {
        place_hold(&mut effects, None, actor, ids);
    }
    if stops && before.may_turn() {
        let turn = Turn {
            cause: TurnCause::Dispute,
            said: Some(news.detail),
            actor,
            order: order.order.as_ref(),
            check: None,
            first_checked: order.first_checked.unwrap_or(now),
            open: order.case.as_ref(),
            now,
        };
        turn.write(audience, &mut effects, ids);
    }
    order.restated(standing, effects)
}
