//! An order as it stands when it is decided anew without a new version of it.

use ordergate_screening::{Facts, Order, Timestamp};

use crate::effects::{Effects, Restated};
use crate::state::{OrderState, PlatformStatus, Standing, state_of};
use crate::turn::OpenCase;

/// An order as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct StandingOrder {
    /// Its id.
    pub id: String,
    /// The revision that was read; the write names it.
    pub revision: i64,
    /// What is decided about it.
    pub standing: Standing,
    /// What the platform says of it.
    pub platform: PlatformStatus,
    /// Shown as suspicious.
    pub marked: bool,
    /// When it was checked first.
    pub first_checked: Option<Timestamp>,
    /// The case that is open about it.
    pub case: Option<OpenCase>,
    /// Who works on its open hold.
    pub locked_by: Option<String>,
    /// Its content; `None` when it was never readable, or was not asked for.
    pub order: Option<Order>,
    /// The facts its newest check saw.
    pub facts: Facts,
}

impl StandingOrder {
    /// Where it stands.
    pub fn state(&self) -> OrderState {
        state_of(self.standing, self.platform)
    }

    /// The order with another decision.
    pub(crate) fn restated(&self, standing: Standing, effects: Effects) -> Restated {
        Restated {
            order: self.id.clone(),
            replaces: self.revision,
            standing,
            state: state_of(standing, self.platform),
            marked: self.marked,
            material: None,
            shows_check: false,
            effects,
        }
    }
}

#[cfg(test)]
impl StandingOrder {
    pub(crate) fn sample() -> Self {
        let order = br##"{"id": "7", "number": "#7", "placed_at": "2026-11-24T10:00:00Z", "currency": "PLN", "total": "120.50", "email": "jan@example.com"}"##;
        Self {
            id: "7".to_owned(),
            revision: 1,
            standing: Standing::Approved,
            platform: PlatformStatus::Open,
            marked: false,
            first_checked: Some(Timestamp::from_millis(1_000)),
            case: None,
            locked_by: None,
            order: Order::from_json(order).ok(),
            facts: Facts::default(),
        }
    }
}
