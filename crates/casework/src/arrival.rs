//! What arrives, what is stored of it already, and what an arrival writes.

use ordergate_screening::{Facts, Identity, IdentityField, Order, Problem, Timestamp};

use crate::effects::{Effects, Restated};
use crate::state::{OrderState, PlatformStatus, Standing, state_of};
use crate::turn::{Audience, OpenCase};
use crate::velocity::packed;

/// How an order came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// `POST /v1/orders`.
    Api,
    /// A WooCommerce webhook.
    WooCommerce,
    /// A Shopify webhook.
    Shopify,
}

impl Source {
    /// The source's name in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::WooCommerce => "woocommerce",
            Self::Shopify => "shopify",
        }
    }
}

/// What the database holds of an order that arrives again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Counts its writes; the next write names it, so that two writers cannot both win.
    pub revision: i64,
    /// The shop's time of its newest stored version; `None` when no version could be read.
    pub version: Option<Timestamp>,
    /// Digest of that version.
    pub digest: String,
    /// Digests of what its checks depended on, separated by spaces, the last one last.
    pub material: String,
    /// What is decided about it.
    pub standing: Standing,
    /// What the platform said of its newest stored version.
    pub platform: PlatformStatus,
    /// Shown as suspicious.
    pub marked: bool,
    /// When it was checked first: the stop window counts from here.
    pub first_checked: Option<Timestamp>,
    /// The case that is open about it.
    pub case: Option<OpenCase>,
}

impl Stored {
    /// Where it stands.
    pub fn state(&self) -> OrderState {
        state_of(self.standing, self.platform)
    }

    pub(crate) fn has_checked(&self, material: &str) -> bool {
        self.material.split(' ').any(|known| known == material)
    }

    /// The digests of what was checked, with one more.
    pub(crate) fn material_with(&self, material: &str) -> String {
        let known: Vec<&str> = self.material.split(' ').filter(|known| !known.is_empty() && *known != material).collect();
        let kept = known.len().saturating_sub(REMEMBERED - 1);
        known.into_iter().skip(kept).chain([material]).collect::<Vec<_>>().join(" ")
    }
}

/// Contents of an order that are remembered as checked.
const REMEMBERED: usize = 16;

/// A readable order that arrived.
#[derive(Debug, Clone, Copy)]
pub struct Arrival<'a> {
    /// The order.
    pub order: &'a Order,
    /// The shop's time of this version.
    pub version: Timestamp,
    /// What the platform says happened to it; `None` from a shop that says it by other means.
    pub status: Option<PlatformStatus>,
    /// How it came in.
    pub source: Source,
    /// Comment of a manual hold asked for together with the order.
    pub hold: Option<&'a str>,
    /// What the adapter could not take over exactly.
    pub notes: &'a [String],
    /// The facts its check sees.
    pub facts: &'a Facts,
    /// Its identities, by which the shop's orders are counted and joined.
    pub identities: &'a [Identity],
    /// Who is told.
    pub audience: Audience<'a>,
    /// The time of the decision.
    pub now: Timestamp,
}

/// A signed delivery whose order could not be read.
#[derive(Debug, Clone, Copy)]
pub struct Unreadable<'a> {
    /// The shop's id of the order, or the delivery's when none could be found.
    pub order_id: &'a str,
    /// The number people see.
    pub number: Option<&'a str>,
    /// The shop's time of this version, when it could be read.
    pub version: Option<Timestamp>,
    /// The field that could not be read.
    pub problem: &'a Problem,
    /// How it came in.
    pub source: Source,
}

/// The order row as it shall be after the step.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "column by column what the order list and the next step need")]
pub struct OrderRow {
    pub id: String,
    /// The revision this row replaces; 0 for a new order.
    pub replaces: i64,
    pub number: Option<String>,
    pub source: Source,
    pub version: Option<Timestamp>,
    pub placed_at: Option<Timestamp>,
    pub currency: Option<String>,
    pub total: Option<String>,
    pub standing: Standing,
    pub platform: PlatformStatus,
    pub marked: bool,
    pub not_checked: Option<String>,
    pub name: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub digest: String,
    pub material: String,
    /// The order in the contract's JSON; `None` when it could not be read.
    pub details: Option<String>,
    /// By what its orders are counted and joined; none when it could not be read.
    pub identities: Vec<Identity>,
    /// It may carry phones that are none of these.
    pub more_phones: bool,
    pub notes: Vec<String>,
}

impl OrderRow {
    /// Where the order stands.
    pub fn state(&self) -> OrderState {
        state_of(self.standing, self.platform)
    }

    /// The identity its buyer is listed by: e-mail address, else customer id, else phone.
    pub fn person(&self) -> Option<String> {
        let of = |field| self.identities.iter().find(|identity| identity.field == field);
        let fields = [IdentityField::Email, IdentityField::Customer, IdentityField::Phone];
        fields.into_iter().find_map(of).map(|identity| packed(std::slice::from_ref(identity)))
    }
}

/// Everything one arrival writes, in one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The order row.
    pub order: OrderRow,
    /// What else is written.
    pub effects: Effects,
}

/// What an arrival comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A newer version is stored already: nothing changes.
    Stale,
    /// This version is stored already: nothing changes.
    Same,
    /// Another body is stored under this id and version.
    Conflict,
    /// To be written.
    Write(Box<Plan>),
    /// An older version brought content that was never checked: only where the order stands is written.
    Restate(Box<Restated>),
}
