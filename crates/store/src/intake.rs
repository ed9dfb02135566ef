//! A plan of casework as one batch: everything an arrival writes, or nothing.

use ordergate_casework::{NewCheck, OrderRow, Plan};
use ordergate_screening::Timestamp;

use crate::change::{Shell, write_effects};
use crate::statement::json;
use crate::{Param, Statement, order_key};

/// The statements of a plan. The first one guards the rest: when another writer was faster the
/// batch fails as a whole, and the caller reads again and decides again.
pub fn write(shop: &str, plan: &Plan, shell: &Shell<'_>, now: Timestamp) -> Vec<Statement> {
    let row = &plan.order;
    // An order that could not be read keeps the identities it had.
    let read = row.placed_at.filter(|_| row.details.is_some());
    let mut batch = Vec::new();
    if let Some(placed_at) = read.filter(|_| row.replaces > 0) {
        batch.push(order_key::take_back(shop, &row.id, placed_at, &row.identities));
    }
    batch.extend([order_row(shop, row, plan.effects.check.as_ref(), now), Statement::must_have_changed_one()]);
    if let Some(placed_at) = read.filter(|_| !row.identities.is_empty()) {
        batch.push(order_key::add(shop, &row.id, placed_at, &row.identities));
    }
    batch.extend(write_effects(shop, &[(&row.id, &plan.effects)], shell, now));
    batch
}

/// Inserts a new order, or updates the revision that was read; changes no row when another writer
/// was faster. An unreadable version keeps what is known of the order; what was erased stays away.
fn order_row(shop: &str, row: &OrderRow, made: Option<&NewCheck>, now: Timestamp) -> Statement {
    let check = made.map(|made| &made.check);
    Statement::new(
        "INSERT INTO orders (shop_id, id, revision, number, source, version, placed_at, received_at, listed_at, currency, total, state, marked, score, minimum, decision, \
           matches, not_checked, name, city, country, digest, material, details, notes, first_checked_at, standing, platform_status, person, identities, more_phones) \
         VALUES (?1, ?2, ?3 + 1, ?4, ?5, ?6, ?7, ?8, COALESCE(?7, ?8), ?9, ?10, ?11, ?12, ?13, ?14, ?15, COALESCE(?16, 0), ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30) \
         ON CONFLICT (shop_id, id) DO UPDATE SET \
           revision = revision + 1, number = COALESCE(excluded.number, number), version = excluded.version, placed_at = COALESCE(excluded.placed_at, placed_at), \
           listed_at = COALESCE(excluded.placed_at, listed_at), \
           currency = COALESCE(excluded.currency, currency), total = COALESCE(excluded.total, total), state = excluded.state, standing = excluded.standing, platform_status = excluded.platform_status, person = CASE WHEN erased_at IS NOT NULL THEN NULL WHEN ?23 IS NULL THEN person ELSE excluded.person END, \
           identities = CASE WHEN ?23 IS NULL THEN identities ELSE excluded.identities END, \
           more_phones = CASE WHEN ?23 IS NULL THEN more_phones ELSE excluded.more_phones END, marked = excluded.marked, \
           score = COALESCE(excluded.score, score), minimum = CASE WHEN ?15 IS NULL THEN minimum ELSE excluded.minimum END, decision = COALESCE(excluded.decision, decision), \
           matches = COALESCE(?16, matches), not_checked = excluded.not_checked, \
           name = CASE WHEN erased_at IS NOT NULL THEN NULL WHEN ?23 IS NULL THEN name ELSE excluded.name END, \
           city = CASE WHEN erased_at IS NOT NULL THEN NULL WHEN ?23 IS NULL THEN city ELSE excluded.city END, \
           country = CASE WHEN ?23 IS NULL THEN country ELSE excluded.country END, digest = excluded.digest, material = excluded.material, \
           details = CASE WHEN erased_at IS NULL THEN COALESCE(excluded.details, details) END, notes = CASE WHEN erased_at IS NULL THEN excluded.notes ELSE '[]' END, first_checked_at = COALESCE(first_checked_at, excluded.first_checked_at) \
         WHERE orders.revision = ?3",
        [
            shop.into(),
            (&row.id).into(),
            row.replaces.into(),
            row.number.as_deref().into(),
            row.source.as_str().into(),
            row.version.into(),
            row.placed_at.into(),
            now.into(),
            row.currency.as_deref().into(),
            row.total.as_deref().into(),
            row.state().as_str().into(),
            row.marked.into(),
            check.map(|check| check.score).into(),
            check.and_then(|check| check.minimum).into(),
            check.map(|check| check.decision.as_str()).into(),
            check.map(|check| check.matches.len()).into(),
            row.not_checked.as_deref().into(),
            row.name.as_deref().into(),
            row.city.as_deref().into(),
            row.country.as_deref().into(),
            (&row.digest).into(),
            (&row.material).into(),
            row.details.as_deref().into(),
            json(&row.notes),
            check.map(|check| check.now).into(),
            row.standing.as_str().into(),
            row.platform.as_str().into(),
            row.person().into(),
            row.details.as_ref().map(|_| order_key::pairs(&row.identities)).unwrap_or(Param::Null),
            row.more_phones.into(),
        ],
    )
}
