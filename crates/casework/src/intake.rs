//! An order arrives: what is checked, held, queued and written, decided before anything is written.

use ordergate_screening::{Check, Order, Problem, Timestamp};

use crate::digest::{hex_digest, material_digest};
use crate::mail::{Contact, Mail, ShopFacts, short, warning};
use crate::state::{OrderState, PlatformStatus};

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
    /// Digest of what its last check depended on.
    pub material: String,
    /// Where it stands.
    pub state: OrderState,
    /// Shown as suspicious.
    pub marked: bool,
}

/// A readable order that arrived.
#[derive(Debug, Clone, Copy)]
pub struct Arrival<'a> {
    /// The order.
    pub order: &'a Order,
    /// The shop's time of this version.
    pub version: Timestamp,
    /// What the platform says happened to it.
    pub status: PlatformStatus,
    /// How it came in.
    pub source: Source,
    /// Comment of a manual hold asked for together with the order.
    pub hold: Option<&'a str>,
    /// What the adapter could not take over exactly.
    pub notes: &'a [String],
    /// The shop it belongs to.
    pub shop: &'a ShopFacts,
    /// Who gets mail.
    pub contacts: &'a [Contact],
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

/// Why a check was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckKind {
    /// The order was placed.
    Placed,
    /// Address, identity, lines or total changed.
    Updated,
}

impl CheckKind {
    /// The kind's name in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Updated => "updated",
        }
    }
}

/// Why an order is held: by the engine or by a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldCode {
    /// A check said review or decline.
    Automatic,
    /// A person asked for it.
    Manual,
}

impl HoldCode {
    /// The code's name in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::Manual => "manual",
        }
    }
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
    pub state: OrderState,
    pub marked: bool,
    pub not_checked: Option<String>,
    pub name: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub digest: String,
    pub material: String,
    /// The order in the contract's JSON; `None` when it could not be read.
    pub details: Option<String>,
    pub notes: Vec<String>,
}

/// A check to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCheck {
    /// Its id.
    pub id: String,
    /// Why it was made.
    pub kind: CheckKind,
    /// The check itself.
    pub check: Check,
}

/// A hold to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHold {
    /// Its id.
    pub id: String,
    /// Why the order is held.
    pub code: HoldCode,
    /// What the person said.
    pub comment: Option<String>,
}

/// Who did what, for the timeline and the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its id.
    pub id: String,
    /// `engine`, `api`, `staff`, `woocommerce`, `shopify`.
    pub actor: String,
    /// `order.checked`, `order.held`, `order.updated` and the like.
    pub action: String,
    /// For people; no personal data of ours, but a person's comment stands as it was typed.
    pub detail: String,
}

/// Everything one arrival writes, in one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The order row.
    pub order: OrderRow,
    /// The check made, if one was.
    pub check: Option<NewCheck>,
    /// The hold placed, if one was.
    pub hold: Option<NewHold>,
    /// Whether the shop cancelled the order, which ends its open hold.
    pub ends_hold: bool,
    /// The mails queued.
    pub mails: Vec<Mail>,
    /// The audit entries.
    pub audit: Vec<AuditEntry>,
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
}

/// The largest order in the contract's JSON: a row of the database holds 2 MB.
const LARGEST_ORDER: usize = 1_000_000;
/// The longest order id in bytes; it stands in a key of almost every row.
pub const LONGEST_ID: usize = 200;

/// Why an order cannot be stored, however readable it is. A platform's delivery of it is kept and
/// shown as not checked; anybody else is told.
pub fn unstorable(order: &Order) -> Option<Problem> {
    if order.id.len() > LONGEST_ID {
        return Some(Problem::new("/id", format!("is longer than {LONGEST_ID} bytes")));
    }
    let size = order.to_json().len();
    (size > LARGEST_ORDER).then(|| Problem::new("", format!("the order has {size} bytes when read; at most {LARGEST_ORDER} are stored")))
}

/// A readable order arrives. `check` makes the check when one is needed; `ids` makes an id.
pub fn arrive(stored: Option<&Stored>, arrival: &Arrival<'_>, check: impl FnOnce() -> Check, ids: &mut dyn FnMut() -> String) -> Step {
    let order = arrival.order;
    // A hold that is asked for is part of what was sent: with or without it is another body.
    let digest = match arrival.hold {
        None => hex_digest(order.to_json().as_bytes()),
        Some(comment) => hex_digest(format!("{}\n{comment}", order.to_json()).as_bytes()),
    };
    let material = material_digest(order);
    let unchecked = stored.is_some_and(|stored| stored.state == OrderState::NotChecked);
    // 1. Older versions and repetitions change nothing; an order that was never checked is caught up.
    if let Some(version) = stored.and_then(|stored| stored.version) {
        let same = stored.is_some_and(|stored| stored.digest == digest);
        match arrival.version.cmp(&version) {
            std::cmp::Ordering::Less => return Step::Stale,
            std::cmp::Ordering::Equal if unchecked => {}
            std::cmp::Ordering::Equal if same => return Step::Same,
            // Platforms count in seconds: two versions in one second are two versions. The API has no such excuse.
            std::cmp::Ordering::Equal if arrival.source == Source::Api => return Step::Conflict,
            std::cmp::Ordering::Equal => {}
            std::cmp::Ordering::Greater => {}
        }
    }
    // 2. A check: when placed, and when something it depends on changed.
    let kind = match stored {
        None => Some(CheckKind::Placed),
        Some(_) if unchecked => Some(CheckKind::Placed),
        Some(stored) if stored.material != material => Some(CheckKind::Updated),
        Some(_) => None,
    };
    let check = kind.map(|kind| NewCheck { id: ids(), kind, check: check() });
    // 3. The state: a check may raise it, never lower it; a later delivery never undoes a hold.
    let before = stored.map(|stored| stored.state).filter(|state| *state != OrderState::NotChecked);
    let raised = check.as_ref().is_some_and(|made| made.check.held);
    let state = next_state(before, raised || arrival.hold.is_some(), arrival.status);
    let newly_held = state == OrderState::Held && before != Some(OrderState::Held);
    let marked = stored.is_some_and(|stored| stored.marked) || check.as_ref().is_some_and(|made| made.check.marked);

    let mut audit = Vec::new();
    let mut note = |ids: &mut dyn FnMut() -> String, actor: &str, action: &str, detail: String| {
        audit.push(AuditEntry { id: ids(), actor: actor.to_owned(), action: action.to_owned(), detail });
    };
    let actor = arrival.source.as_str();
    if stored.is_some() {
        note(ids, actor, "order.updated", format!("version {}", arrival.version));
    }
    if let Some(made) = &check {
        let detail = format!(
            "{}, {} points, {} matches, snapshot {}",
            made.check.decision.as_str(),
            made.check.score,
            made.check.matches.len(),
            made.check.snapshot
        );
        note(ids, "engine", "order.checked", detail);
    }
    // 4. The hold, with its own code for a person's.
    let hold = newly_held.then(|| match arrival.hold {
        Some(comment) => NewHold { id: ids(), code: HoldCode::Manual, comment: Some(comment.to_owned()) },
        None => NewHold { id: ids(), code: HoldCode::Automatic, comment: None },
    });
    if let Some(hold) = &hold {
        note(ids, if hold.code == HoldCode::Manual { actor } else { "engine" }, "order.held", hold.code.as_str().to_owned());
    }
    match (arrival.status, before) {
        (PlatformStatus::Cancelled, before) if before != Some(OrderState::Cancelled) => {
            note(ids, actor, "order.cancelled", "in the shop".to_owned())
        }
        (PlatformStatus::Shipped, before) if before != Some(OrderState::Shipped) => {
            let detail = if state == OrderState::Held { "in the shop, while held" } else { "in the shop" };
            note(ids, actor, "order.shipped", detail.to_owned());
        }
        _ => {}
    }
    // 5. A mail to every contact when a check marks or holds the order, unless an update only repeats
    //    a warning they already have.
    let repeats = stored.is_some_and(|stored| stored.marked) && !newly_held;
    let mails = match &check {
        Some(made) if (made.check.marked || made.check.held) && !repeats => {
            arrival.contacts.iter().map(|contact| warning(ids(), contact, arrival.shop, order, &made.check)).collect()
        }
        _ => Vec::new(),
    };
    let place = if order.shipping.is_empty() { &order.billing } else { &order.shipping };
    let row = OrderRow {
        id: order.id.clone(),
        replaces: stored.map_or(0, |stored| stored.revision),
        number: order.number.as_deref().map(short),
        source: arrival.source,
        version: Some(arrival.version),
        placed_at: Some(order.placed_at),
        currency: Some(order.total.currency().code().to_owned()),
        total: Some(order.total.to_string()),
        state,
        marked,
        not_checked: None,
        name: buyer_name(order).as_deref().map(short),
        city: place.city.as_deref().map(short),
        country: place.country.as_deref().map(short),
        digest,
        material: if check.is_some() { material } else { stored.map(|stored| stored.material.clone()).unwrap_or(material) },
        details: Some(order.to_json()),
        notes: arrival.notes.to_vec(),
    };
    let ends_hold = state == OrderState::Cancelled && before == Some(OrderState::Held);
    Step::Write(Box::new(Plan { order: row, check, hold, ends_hold, mails, audit }))
}

/// A signed delivery arrives whose order cannot be read. It is never lost: the order is shown as
/// not checked, with the field; an order that is held or ended stays as it is.
pub fn arrive_unreadable(stored: Option<&Stored>, unreadable: &Unreadable<'_>, ids: &mut dyn FnMut() -> String) -> Step {
    let older = unreadable.version.zip(stored.and_then(|stored| stored.version)).is_some_and(|(new, stored)| new < stored);
    if older {
        return Step::Stale;
    }
    let state = match stored.map(|stored| stored.state) {
        None | Some(OrderState::Approved | OrderState::Released) => OrderState::NotChecked,
        Some(state) => state,
    };
    let place = if unreadable.problem.pointer.is_empty() { "body" } else { unreadable.problem.pointer.as_str() };
    let reason = format!("{place}: {}", unreadable.problem.detail);
    let row = OrderRow {
        id: unreadable.order_id.to_owned(),
        replaces: stored.map_or(0, |stored| stored.revision),
        number: unreadable.number.map(str::to_owned),
        source: unreadable.source,
        // The stored version stays, so that the same version, once readable, is still taken.
        version: stored.and_then(|stored| stored.version),
        placed_at: None,
        currency: None,
        total: None,
        state,
        marked: stored.is_some_and(|stored| stored.marked),
        not_checked: Some(reason.clone()),
        name: None,
        city: None,
        country: None,
        digest: stored.map(|stored| stored.digest.clone()).unwrap_or_default(),
        material: stored.map(|stored| stored.material.clone()).unwrap_or_default(),
        details: None,
        notes: Vec::new(),
    };
    let audit = vec![AuditEntry {
        id: ids(),
        actor: unreadable.source.as_str().to_owned(),
        action: "order.not_checked".to_owned(),
        detail: reason,
    }];
    Step::Write(Box::new(Plan { order: row, check: None, hold: None, ends_hold: false, mails: Vec::new(), audit }))
}

/// The state after an arrival. `before` is `None` for an order that was never checked.
fn next_state(before: Option<OrderState>, hold: bool, status: PlatformStatus) -> OrderState {
    match (before, status) {
        (Some(ended @ (OrderState::Declined | OrderState::Fraud)), _) => ended,
        (_, PlatformStatus::Cancelled) | (Some(OrderState::Cancelled), _) => OrderState::Cancelled,
        (Some(OrderState::Held), _) => OrderState::Held,
        (Some(OrderState::Shipped), _) => OrderState::Shipped,
        (_, PlatformStatus::Open) if hold => OrderState::Held,
        (_, PlatformStatus::Shipped) => OrderState::Shipped,
        (Some(OrderState::Released), PlatformStatus::Open) => OrderState::Released,
        (_, PlatformStatus::Open) => OrderState::Approved,
    }
}

fn buyer_name(order: &Order) -> Option<String> {
    let name = |first: &Option<String>, last: &Option<String>| {
        let parts: Vec<&str> = [first, last].into_iter().filter_map(|part| part.as_deref()).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    };
    name(&order.billing.first_name, &order.billing.last_name)
        .or_else(|| name(&order.shipping.first_name, &order.shipping.last_name))
        .or_else(|| name(&order.customer.first_name, &order.customer.last_name))
}
