//! The states an order passes through, and what a warehouse may do in each.
//!
//! An order has two lives: what Ordergate and its people decided about it ([`Standing`]), and what
//! the shop's platform says happened to it ([`PlatformStatus`]). Its state is what both come to, so
//! that deliveries end in the same state in whatever order they arrive, and what one life covers up
//! is not forgotten: an order that is cancelled in the shop while held is held again when the shop
//! takes the cancellation back.

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
    /// Cancelled in the shop or by a person.
    Cancelled,
    /// Left the warehouse.
    Shipped,
}

/// What Ordergate and its people have decided about an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A failure kept it from being checked.
    NotChecked,
    /// Checked, nothing stops it.
    Approved,
    /// Held by a check or a person.
    Held,
    /// Cleared by a person.
    Released,
    /// Refused by a person.
    Declined,
    /// Confirmed fraud.
    Fraud,
    /// Cancelled by a person.
    Cancelled,
}

/// What the shop's platform says happened to the order; later ones win within one second.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlatformStatus {
    /// Still to be processed.
    #[default]
    Open,
    /// Sent to the buyer.
    Shipped,
    /// Cancelled, refunded or failed in the shop.
    Cancelled,
}

macro_rules! named {
    ($type:ident, $what:literal: $($variant:ident $name:literal),+) => {
        impl $type {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in JSON and in the database.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(self.as_str())
            }
        }

        impl FromStr for $type {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text).ok_or_else(|| format!("unknown {} `{text}`", $what))
            }
        }
    };
}
pub(crate) use named;

named!(OrderState, "order state": NotChecked "not_checked", Approved "approved", Held "held", Released "released", Declined "declined", Fraud "fraud", Cancelled "cancelled", Shipped "shipped");
named!(Standing, "standing": NotChecked "not_checked", Approved "approved", Held "held", Released "released", Declined "declined", Fraud "fraud", Cancelled "cancelled");
named!(PlatformStatus, "platform status": Open "open", Shipped "shipped", Cancelled "cancelled");

/// What both lives of an order come to. A person's refusal outlasts what the platform says; a hold
/// outlasts a shipment, as the parcel may still be called back; the platform's cancellation outlasts
/// a hold, as nothing is left to stop.
pub fn state_of(standing: Standing, platform: PlatformStatus) -> OrderState {
    match (standing, platform) {
        (Standing::Declined, _) => OrderState::Declined,
        (Standing::Fraud, _) => OrderState::Fraud,
        (Standing::Cancelled, _) | (_, PlatformStatus::Cancelled) => OrderState::Cancelled,
        (Standing::Held, _) => OrderState::Held,
        (_, PlatformStatus::Shipped) => OrderState::Shipped,
        (Standing::NotChecked, PlatformStatus::Open) => OrderState::NotChecked,
        (Standing::Released, PlatformStatus::Open) => OrderState::Released,
        (Standing::Approved, PlatformStatus::Open) => OrderState::Approved,
    }
}

impl OrderState {
    /// Whether the order carries "do not process": held by a check or a person, or refused.
    pub fn stops(self) -> bool {
        matches!(self, Self::Held | Self::Declined | Self::Fraud)
    }

    /// Whether the shop counts on shipping it, so that a refusal *turns* it.
    pub fn may_turn(self) -> bool {
        matches!(self, Self::Approved | Self::Released)
    }
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
