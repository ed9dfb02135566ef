//! An order that something matched, or whose parcel nobody took.

use std::collections::BTreeMap;

use ordergate_exchange::orders::ReadOrder;
use ordergate_screening::{Check, Effect, Field};
use serde::Serialize;

use crate::examined::Row;

/// What matched, the same for all orders.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    /// `entry:<id>` or `rule:<id>`.
    pub source: String,
    /// The entry's reason or the rule's name.
    pub reason: String,
    /// What it adds to the points.
    pub points: i32,
    /// What it does.
    pub effect: Effect,
    /// An entry's fields.
    pub fields: Vec<Field>,
    /// Orders that it matched.
    pub orders: u32,
}

/// An order that something matched, or whose parcel nobody took.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The order as lists show it.
    #[serde(flatten)]
    pub row: Row,
    /// Sum of its points.
    pub score: i32,
    /// It is held whatever the minimum is.
    pub always: bool,
    /// It is never held by points.
    pub allowed: bool,
    /// It was to be paid on delivery, and was called off.
    pub unclaimed: bool,
    /// What matched: numbers of sources, each with the places where its fields hold.
    pub hits: Vec<(u32, Vec<String>)>,
}

impl Finding {
    /// Whether it would be held with this minimum.
    pub fn is_held(&self, minimum: i32) -> bool {
        self.always || (!self.allowed && self.score > minimum)
    }
}

/// What matched so far.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    all: Vec<Source>,
    by_name: BTreeMap<String, u32>,
}

impl Sources {
    pub(crate) fn all(&self) -> &[Source] {
        &self.all
    }

    /// The order as a finding, when there is something to say of it.
    pub(crate) fn finding(&mut self, index: usize, read: &ReadOrder, check: Check, unclaimed: bool) -> Option<Finding> {
        if check.matches.is_empty() && !unclaimed {
            return None;
        }
        let fired = |effect: Effect| check.matches.iter().any(|found| found.effect == effect);
        let always = fired(Effect::HoldAlways) || (fired(Effect::Hold) && !check.allowed);
        let hits = check.matches.into_iter().map(|found| {
            let number = *self.by_name.entry(found.source.clone()).or_insert_with(|| {
                self.all.push(Source {
                    source: found.source,
                    reason: found.reason,
                    points: found.points,
                    effect: found.effect,
                    fields: found.fields,
                    orders: 0,
                });
                u32::try_from(self.all.len() - 1).unwrap_or(u32::MAX)
            });
            if let Some(source) = usize::try_from(number).ok().and_then(|number| self.all.get_mut(number)) {
                source.orders += 1;
            }
            (number, found.places)
        });
        let hits = hits.collect();
        Some(Finding { row: Row::of(index, read), score: check.score, always, allowed: check.allowed, unclaimed, hits })
    }
}
