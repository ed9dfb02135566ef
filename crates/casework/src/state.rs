//! The states an order passes through, and what a warehouse may do in each.

use std::fmt;
use std::str::FromStr;

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderState {
    /// A failure kept it from being checked; nothing ships.
    NotChecked,
    /// Checked, nothing stops it.
    Approved,
    /// Held for a person.
    Held,
    /// Held once, cleared by a person.
    Released,
    /// Refused by a person.
    Declined,
    /// Confirmed fraud.
    Fraud,
    /// Cancelled in the shop.
    Cancelled,
    /// Left the warehouse.
    Shipped,
}

impl OrderState {
    /// Every state.
    pub const ALL: [Self; 8] =
        [Self::NotChecked, Self::Approved, Self::Held, Self::Released, Self::Declined, Self::Fraud, Self::Cancelled, Self::Shipped];

    /// The state's name in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotChecked => "not_checked",
            Self::Approved => "approved",
            Self::Held => "held",
            Self::Released => "released",
            Self::Declined => "declined",
            Self::Fraud => "fraud",
            Self::Cancelled => "cancelled",
            Self::Shipped => "shipped",
        }
    }
}

impl fmt::Display for OrderState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl FromStr for OrderState {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or_else(|| format!("unknown order state `{text}`"))
    }
}

/// What the shop's platform says happened to the order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PlatformStatus {
    /// Still to be processed.
    #[default]
    Open,
    /// Cancelled, refunded or failed in the shop.
    Cancelled,
    /// Sent to the buyer.
    Shipped,
}

/// The answer to a warehouse: may the order ship, and why or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fulfilment {
    /// Whether the parcel may leave.
    pub release: bool,
    /// `approved`, `held`, `cancelled`, `not_checked`, `shipped` or `unknown`.
    pub why: &'static str,
}

/// What a warehouse hears about an order; `None` is an order nobody knows.
pub fn fulfilment(state: Option<OrderState>) -> Fulfilment {
    let (release, why) = match state {
        Some(OrderState::Approved | OrderState::Released) => (true, "approved"),
        Some(OrderState::Held | OrderState::Declined | OrderState::Fraud) => (false, "held"),
        Some(OrderState::Cancelled) => (false, "cancelled"),
        Some(OrderState::NotChecked) => (false, "not_checked"),
        Some(OrderState::Shipped) => (false, "shipped"),
        None => (false, "unknown"),
    };
    Fulfilment { release, why }
}
