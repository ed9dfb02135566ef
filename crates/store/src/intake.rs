//! A plan of casework as one batch: everything an arrival writes, or nothing.

use ordergate_casework::{NewCheck, OrderRow, Plan};
use ordergate_screening::{Facts, Timestamp};

use crate::statement::json;
use crate::{Statement, audit, outbox};

/// The statements of a plan. The first one guards the rest: when another writer was faster the
/// batch fails as a whole, and the caller reads again and decides again.
pub fn write(shop: &str, plan: &Plan, facts: &Facts, now: Timestamp) -> Vec<Statement> {
    let order = plan.order.id.as_str();
    let mut batch = vec![order_row(shop, &plan.order, plan.check.as_ref(), now), Statement::must_have_changed_one()];
    if let Some(made) = &plan.check {
        batch.push(Statement::new(
            "INSERT INTO checks (shop_id, order_id, at, id, kind, body, facts) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            [
                shop.into(),
                order.into(),
                made.check.now.into(),
                (&made.id).into(),
                made.kind.as_str().into(),
                made.check.to_json().into(),
                json(facts),
            ],
        ));
        if !made.check.matches.is_empty() {
            let rows: Vec<(&str, i32)> = made.check.matches.iter().map(|found| (found.source.as_str(), found.points)).collect();
            batch.push(Statement::new(
                "INSERT INTO matches (shop_id, source, at, check_id, order_id, points) \
                 SELECT ?1, value ->> 0, ?2, ?3, ?4, value ->> 1 FROM json_each(?5)",
                [shop.into(), made.check.now.into(), (&made.id).into(), order.into(), json(&rows)],
            ));
        }
    }
    if plan.ends_hold {
        batch.push(Statement::new(
            "UPDATE hold SET resolution = 'cancelled', resolved_at = ?3 WHERE shop_id = ?1 AND order_id = ?2 AND resolution IS NULL",
            [shop.into(), order.into(), now.into()],
        ));
    }
    if let Some(hold) = &plan.hold {
        let actor = if hold.comment.is_some() { plan.order.source.as_str() } else { "engine" };
        batch.push(Statement::new(
            "INSERT INTO hold (shop_id, order_id, placed_at, id, code, comment, actor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            [
                shop.into(),
                order.into(),
                now.into(),
                (&hold.id).into(),
                hold.code.as_str().into(),
                hold.comment.as_deref().into(),
                actor.into(),
            ],
        ));
    }
    batch.extend(plan.mails.iter().map(|mail| outbox::add(shop, order, mail, now)));
    let subject = format!("order:{order}");
    batch.extend(plan.audit.iter().map(|entry| audit::add(shop, &subject, now, &entry.id, &entry.actor, &entry.action, &entry.detail)));
    batch
}

/// Inserts a new order, or updates the revision that was read; changes no row when another writer
/// was faster. An unreadable version keeps what is known of the order.
fn order_row(shop: &str, row: &OrderRow, made: Option<&NewCheck>, now: Timestamp) -> Statement {
    let check = made.map(|made| &made.check);
    Statement::new(
        "INSERT INTO orders (shop_id, id, revision, number, source, version, placed_at, received_at, listed_at, currency, total, state, marked, score, minimum, decision, \
           matches, not_checked, name, city, country, digest, material, details, notes, first_checked_at) \
         VALUES (?1, ?2, ?3 + 1, ?4, ?5, ?6, ?7, ?8, COALESCE(?7, ?8), ?9, ?10, ?11, ?12, ?13, ?14, ?15, COALESCE(?16, 0), ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25) \
         ON CONFLICT (shop_id, id) DO UPDATE SET \
           revision = revision + 1, number = COALESCE(excluded.number, number), version = excluded.version, placed_at = COALESCE(excluded.placed_at, placed_at), \
           listed_at = COALESCE(excluded.placed_at, listed_at), \
           currency = COALESCE(excluded.currency, currency), total = COALESCE(excluded.total, total), state = excluded.state, marked = excluded.marked, \
           score = COALESCE(excluded.score, score), minimum = CASE WHEN ?15 IS NULL THEN minimum ELSE excluded.minimum END, decision = COALESCE(excluded.decision, decision), \
           matches = COALESCE(?16, matches), not_checked = excluded.not_checked, \
           name = CASE WHEN ?23 IS NULL THEN name ELSE excluded.name END, city = CASE WHEN ?23 IS NULL THEN city ELSE excluded.city END, \
           country = CASE WHEN ?23 IS NULL THEN country ELSE excluded.country END, digest = excluded.digest, material = excluded.material, \
           details = COALESCE(excluded.details, details), notes = excluded.notes, first_checked_at = COALESCE(first_checked_at, excluded.first_checked_at) \
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
            row.state.as_str().into(),
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
        ],
    )
}
