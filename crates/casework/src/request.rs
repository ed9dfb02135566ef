//! A person has the platform cancel or refund an order. Ordergate never does so by itself.

use crate::command::{CommandBody, CommandKind, NewCommand};
use crate::effects::{Effects, HoldEnd, HoldResolution, Restated};
use crate::hold::Refusal;
use crate::standing::StandingOrder;
use crate::state::{OrderState, PlatformStatus, Standing};

/// What is asked of the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Cancel or refund.
    pub kind: CommandKind,
    /// Why.
    pub comment: &'a str,
    /// How much is given back; `None`: everything.
    pub amount: Option<&'a str>,
    /// Whether the goods go back on the shelf.
    pub restock: bool,
    /// The command's id, when the caller names one so that it can ask twice.
    pub id: Option<&'a str>,
}

/// What asking the platform to cancel or refund writes.
///
/// # Errors
/// The order stays as it is, with the reason.
pub fn request(order: &StandingOrder, asked: &Asked<'_>, actor: &str, ids: &mut dyn FnMut() -> String) -> Result<Restated, Refusal> {
    let state = order.state();
    let refuse = |reason| Err(Refusal { state, done_already: state == OrderState::Cancelled, reason });
    let cancels = asked.kind == CommandKind::Cancel;
    if cancels && order.platform == PlatformStatus::Cancelled {
        return refuse("it was cancelled in the shop already");
    }
    if cancels && order.platform == PlatformStatus::Shipped {
        return refuse("it has left the warehouse; refund it instead");
    }
    let mut effects = Effects::default();
    let action = if cancels { "order.cancel_asked" } else { "order.refund_asked" };
    effects.note(ids(), actor, action, asked.comment);
    if cancels && state.stops() {
        let (actor, comment) = (Some(actor.to_owned()), Some(asked.comment.to_owned()));
        effects.ends_hold = Some(HoldEnd { id: ids(), resolution: HoldResolution::Cancelled, to_edit: false, actor, comment });
    }
    effects.commands.push(NewCommand {
        id: asked.id.map_or_else(ids, str::to_owned),
        kind: asked.kind,
        body: CommandBody {
            comment: asked.comment.to_owned(),
            amount: asked.amount.map(str::to_owned),
            restock: asked.restock,
            score: None,
        },
        actor: actor.to_owned(),
    });
    // What is fraud stays known as that.
    let standing = if cancels && order.standing != Standing::Fraud { Standing::Cancelled } else { order.standing };
    Ok(order.restated(standing, effects))
}
