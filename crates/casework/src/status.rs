//! What a person says became of an order, as one table over every state.

use ordergate_screening::Timestamp;

use crate::effects::{Effects, HoldEnd, HoldResolution, Label, NewLabel, Restated, TurnCause};
use crate::hold::Refusal;
use crate::intake::place_hold;
use crate::standing::StandingOrder;
use crate::state::{OrderState, PlatformStatus, Standing, named, state_of};
use crate::turn::{Audience, Turn};
use std::fmt;
use std::str::FromStr;

/// What a person, or a server in a person's name, says of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It may ship.
    Approved,
    /// It must not ship.
    Declined,
    /// It is fraud.
    Fraud,
    /// It is called off.
    Cancelled,
}

named!(Said, "status": Approved "approved", Declined "declined", Fraud "fraud", Cancelled "cancelled");

/// What is decided about an order of which a person says something; `None` when that is so already.
///
/// # Errors
/// The order stays as it is, with the reason.
pub fn standing_after(standing: Standing, platform: PlatformStatus, said: Said) -> Result<Option<Standing>, Refusal> {
    let state = state_of(standing, platform);
    let refuse = |reason| Err(Refusal { state, done_already: false, reason });
    Ok(match (said, standing) {
        (Said::Fraud, Standing::Fraud)
        | (Said::Declined, Standing::Declined)
        | (Said::Cancelled, Standing::Cancelled)
        | (Said::Approved, Standing::Released) => None,
        // What turned out to be fraud is fraud, wherever the parcel is.
        (Said::Fraud, _) => Some(Standing::Fraud),
        (Said::Approved, Standing::Held | Standing::Declined | Standing::Fraud | Standing::Cancelled)
            if platform != PlatformStatus::Cancelled =>
        {
            Some(Standing::Released)
        }
        (Said::Approved, _) if platform == PlatformStatus::Cancelled => return refuse("it was cancelled in the shop and stays cancelled"),
        (Said::Approved, Standing::NotChecked) => Some(Standing::Approved),
        (Said::Approved, _) => None,
        (Said::Cancelled, _) if state == OrderState::Cancelled => None,
        (Said::Declined, _) if state == OrderState::Cancelled => return refuse("it was cancelled, so nothing is left to decline"),
        (Said::Declined | Said::Cancelled, _) if state == OrderState::Shipped => {
            return refuse("it has left the warehouse; `fraud` can still be said of it");
        }
        (Said::Declined, _) => Some(Standing::Declined),
        (Said::Cancelled, _) => Some(Standing::Cancelled),
    })
}

/// A person says what became of an order; `None` when nothing changes.
///
/// # Errors
/// The order stays as it is, with the reason.
pub fn said(
    order: &StandingOrder,
    said: Said,
    comment: &str,
    actor: &str,
    audience: &Audience<'_>,
    now: Timestamp,
    ids: &mut dyn FnMut() -> String,
) -> Result<Option<Restated>, Refusal> {
    let Some(standing) = standing_after(order.standing, order.platform, said)? else { return Ok(None) };
    let (before, after) = (order.state(), state_of(standing, order.platform));
    let mut effects = Effects::default();
    let action = match said {
        Said::Approved if before.stops() => "order.released",
        Said::Approved => "order.approved",
        Said::Declined => "order.declined",
        Said::Fraud => "order.fraud",
        Said::Cancelled => "order.cancelled",
    };
    effects.note(ids(), actor, action, comment);
    if said == Said::Fraud {
        effects.labels.push(NewLabel { id: ids(), label: Label::Fraud, actor: actor.to_owned() });
    }
    // A refused order carries an open hold until somebody approves or cancels it, unless it is gone.
    let stays = order.platform == PlatformStatus::Open;
    if after.stops() && !before.stops() && stays {
        place_hold(&mut effects, Some(comment), actor, ids);
    }
    if before.stops() && !after.stops() {
        let resolution = if said == Said::Cancelled { HoldResolution::Cancelled } else { HoldResolution::Released };
        effects.ends_hold =
            Some(HoldEnd { id: ids(), resolution, to_edit: false, actor: Some(actor.to_owned()), comment: Some(comment.to_owned()) });
    }
    let cause = match said {
        Said::Declined => Some(TurnCause::Declined),
        Said::Fraud => Some(TurnCause::Fraud),
        Said::Approved | Said::Cancelled => None,
    };
    if let Some(cause) = cause.filter(|_| before.may_turn()) {
        let turn = Turn {
            cause,
            said: Some(comment),
            actor,
            order: order.order.as_ref(),
            check: None,
            first_checked: order.first_checked.unwrap_or(now),
            open: order.case.as_ref(),
            now,
        };
        turn.write(audience, &mut effects, ids);
    }
    Ok(Some(order.restated(standing, effects)))
}
