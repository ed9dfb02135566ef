//! An order arrives: what is checked, held, queued and written, decided before anything is written.

use ordergate_screening::{Check, Facts, Order, Problem, more_phones};

use crate::arrival::{Arrival, OrderRow, Plan, Source, Step, Stored, Unreadable};
use crate::digest::{hex_digest, material_digest};
use crate::effects::{CheckKind, Effects, HoldCode, HoldEnd, HoldResolution, NewCheck, NewHold, Restated, TurnCause};
use crate::mail::short;
use crate::state::{OrderState, PlatformStatus, Standing, state_of};
use crate::turn::Turn;

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
    let unchecked = stored.is_none_or(|stored| stored.standing == Standing::NotChecked);
    let platform = arrival.status.or_else(|| stored.map(|stored| stored.platform)).unwrap_or_default();
    // 1. Repetitions change nothing; an older version is checked when its content never was; an
    //    order that was never checked is caught up.
    if let Some((stored, version)) = stored.and_then(|stored| Some((stored, stored.version?))) {
        match arrival.version.cmp(&version) {
            std::cmp::Ordering::Less => return arrive_late(stored, arrival, &material, check, ids),
            std::cmp::Ordering::Greater => {}
            std::cmp::Ordering::Equal if unchecked => {}
            std::cmp::Ordering::Equal if stored.digest == digest && stored.platform == platform => return Step::Same,
            // Platforms count in seconds: two versions in one second are two versions. The API has no such excuse.
            std::cmp::Ordering::Equal if arrival.source == Source::Api => return Step::Conflict,
            // Within one second an order does not come back from the warehouse.
            std::cmp::Ordering::Equal if platform < stored.platform => return arrive_late(stored, arrival, &material, check, ids),
            std::cmp::Ordering::Equal => {}
        }
    }
    // 2. A check: when placed, and when something it depends on changed.
    let kind = match stored {
        Some(stored) if !unchecked => (stored.material.rsplit(' ').next() != Some(material.as_str())).then_some(CheckKind::Updated),
        _ => Some(CheckKind::Placed),
    };
    let mut effects = Effects { check: kind.map(|kind| new_check(ids(), kind, check(), arrival.facts)), ..Effects::default() };
    // 3. What is decided: a check may raise it, never lower it; a later delivery never undoes a hold.
    let before = stored.map(Stored::state).filter(|state| *state != OrderState::NotChecked);
    let raised = effects.check.as_ref().is_some_and(|made| made.check.held);
    let standing = match stored {
        Some(stored) if !unchecked => raise(stored.standing, raised || arrival.hold.is_some()),
        _ => raise(Standing::Approved, raised || arrival.hold.is_some()),
    };
    let state = state_of(standing, platform);
    let was_marked = stored.is_some_and(|stored| stored.marked);
    let actor = arrival.source.as_str();
    if stored.is_some() {
        effects.note(ids(), actor, "order.updated", format!("version {}", arrival.version));
    }
    if effects.check.is_some() {
        effects.note_check(ids());
    }
    // 4. The hold, with its own code for a person's; the case when an order turns.
    let newly_held = state == OrderState::Held && before != Some(OrderState::Held);
    if newly_held {
        place_hold(&mut effects, arrival.hold, actor, ids);
    }
    if state == OrderState::Cancelled && before.is_some_and(OrderState::stops) {
        effects.ends_hold = Some(HoldEnd { id: ids(), resolution: HoldResolution::Cancelled, to_edit: false, actor: None, comment: None });
    }
    match platform {
        PlatformStatus::Cancelled if stored.is_none_or(|stored| stored.platform != PlatformStatus::Cancelled) => {
            effects.note(ids(), actor, "order.cancelled", "in the shop");
        }
        PlatformStatus::Shipped if stored.is_none_or(|stored| stored.platform != PlatformStatus::Shipped) => {
            let detail = if state.stops() { "in the shop, while held" } else { "in the shop" };
            effects.note(ids(), actor, "order.shipped", detail);
        }
        PlatformStatus::Open if stored.is_some_and(|stored| stored.platform != PlatformStatus::Open) => {
            effects.note(ids(), actor, "order.reopened", "in the shop");
        }
        _ => {}
    }
    let turns = newly_held && arrival.hold.is_none() && before.is_some_and(OrderState::may_turn);
    if turns {
        turn(stored, arrival, &mut effects, ids);
    }
    // 5. Otherwise a mail to every contact when a check marks or holds the order, unless an update
    //    only repeats a warning they already have.
    let repeats = was_marked && !newly_held;
    if !turns && !repeats {
        warn(arrival, &mut effects, ids);
    }
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
        standing,
        platform,
        marked: was_marked || effects.check.as_ref().is_some_and(|made| made.check.marked),
        not_checked: None,
        name: buyer_name(order).as_deref().map(short),
        city: place.city.as_deref().map(short),
        country: place.country.as_deref().map(short),
        digest,
        material: match (stored, &effects.check) {
            (None, _) => material,
            (Some(stored), Some(_)) => stored.material_with(&material),
            (Some(stored), None) => stored.material.clone(),
        },
        details: Some(order.to_json()),
        identities: arrival.identities.to_vec(),
        more_phones: more_phones(order),
        notes: arrival.notes.to_vec(),
    };
    Step::Write(Box::new(Plan { order: row, effects }))
}

/// An older version than the stored one arrives. What it says is out of date, and changes nothing,
/// unless a check of what it carried raises the order: in whatever order deliveries arrive, an order
/// ends in the same state.
fn arrive_late(
    stored: &Stored,
    arrival: &Arrival<'_>,
    material: &str,
    check: impl FnOnce() -> Check,
    ids: &mut dyn FnMut() -> String,
) -> Step {
    if stored.standing == Standing::NotChecked || stored.has_checked(material) {
        return Step::Stale;
    }
    let check = check();
    let standing = raise(stored.standing, check.held);
    if standing == stored.standing && (stored.marked || !check.marked) {
        return Step::Stale;
    }
    let mut effects = Effects { check: Some(new_check(ids(), CheckKind::Late, check.clone(), arrival.facts)), ..Effects::default() };
    effects.note(ids(), arrival.source.as_str(), "order.late", format!("version {}, older than the newest", arrival.version));
    effects.note_check(ids());
    let before = stored.state();
    let state = state_of(standing, stored.platform);
    let newly_held = state == OrderState::Held && before != OrderState::Held;
    if newly_held {
        place_hold(&mut effects, None, "engine", ids);
    }
    let turns = newly_held && before.may_turn();
    if turns {
        turn(Some(stored), arrival, &mut effects, ids);
    } else if newly_held || !stored.marked {
        warn(arrival, &mut effects, ids);
    }
    Step::Restate(Box::new(Restated {
        order: arrival.order.id.clone(),
        replaces: stored.revision,
        standing,
        state,
        marked: stored.marked || check.marked,
        // The newest version's content stays last: it is what the next update is compared with.
        material: Some(behind_last(&stored.material_with(material))),
        shows_check: newly_held,
        effects,
    }))
}

/// Moves the last digest before the one that was last until now.
fn behind_last(material: &str) -> String {
    let mut known: Vec<&str> = material.split(' ').collect();
    let last = known.len().saturating_sub(1);
    if last > 0 {
        known.swap(last, last - 1);
    }
    known.join(" ")
}

pub(crate) fn new_check(id: String, kind: CheckKind, check: Check, facts: &Facts) -> NewCheck {
    NewCheck { id, kind, check, facts: serde_json::to_string(facts).unwrap_or_else(|_| "{}".to_owned()) }
}

/// What is decided after a check or a person wants the order held.
pub(crate) fn raise(standing: Standing, hold: bool) -> Standing {
    match standing {
        Standing::NotChecked | Standing::Approved | Standing::Released if hold => Standing::Held,
        standing => standing,
    }
}

/// Places a hold: a person's with what was said, else the engine's.
pub(crate) fn place_hold(effects: &mut Effects, comment: Option<&str>, actor: &str, ids: &mut dyn FnMut() -> String) {
    let (code, actor) = if comment.is_some() { (HoldCode::Manual, actor) } else { (HoldCode::Automatic, "engine") };
    effects.hold = Some(NewHold { id: ids(), code, comment: comment.map(str::to_owned), actor: actor.to_owned() });
    effects.note(ids(), actor, "order.held", code.as_str());
}

/// The order that the shop counted on is held by a check: a case opens.
fn turn(stored: Option<&Stored>, arrival: &Arrival<'_>, effects: &mut Effects, ids: &mut dyn FnMut() -> String) {
    let made = effects.check.clone();
    Turn {
        cause: TurnCause::Check,
        said: None,
        actor: "engine",
        order: Some(arrival.order),
        check: made.as_ref().map(|made| (made.id.as_str(), &made.check)),
        first_checked: stored.and_then(|stored| stored.first_checked).unwrap_or(arrival.now),
        open: stored.and_then(|stored| stored.case.as_ref()),
        now: arrival.now,
    }
    .write(&arrival.audience, effects, ids);
}

/// Queues the warning of a marked or held order.
fn warn(arrival: &Arrival<'_>, effects: &mut Effects, ids: &mut dyn FnMut() -> String) {
    let made = effects.check.clone().filter(|made| made.check.marked || made.check.held);
    if let Some(made) = made {
        arrival.audience.warn(arrival.order, &made.check, effects, ids);
    }
}

/// A signed delivery arrives whose order cannot be read. It is never lost: the order is shown as
/// not checked, with the field; an order that is held or ended stays as it is.
pub fn arrive_unreadable(stored: Option<&Stored>, unreadable: &Unreadable<'_>, ids: &mut dyn FnMut() -> String) -> Step {
    let older = unreadable.version.zip(stored.and_then(|stored| stored.version)).is_some_and(|(new, stored)| new < stored);
    if older {
        return Step::Stale;
    }
    let standing = match stored.map(|stored| stored.standing) {
        None => Standing::NotChecked,
        Some(Standing::Approved | Standing::Released) if stored.is_some_and(|stored| stored.platform == PlatformStatus::Open) => {
            Standing::NotChecked
        }
        Some(standing) => standing,
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
        standing,
        platform: stored.map(|stored| stored.platform).unwrap_or_default(),
        marked: stored.is_some_and(|stored| stored.marked),
        not_checked: Some(reason.clone()),
        name: None,
        city: None,
        country: None,
        digest: stored.map(|stored| stored.digest.clone()).unwrap_or_default(),
        material: stored.map(|stored| stored.material.clone()).unwrap_or_default(),
        details: None,
        identities: Vec::new(),
        more_phones: false,
        notes: Vec::new(),
    };
    let mut effects = Effects::default();
    effects.note(ids(), unreadable.source.as_str(), "order.not_checked", reason);
    Step::Write(Box::new(Plan { order: row, effects }))
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
