//! What decisions about orders write beside the orders themselves: one statement a table, however
//! many orders a batch is about. A list that comes in as JSON is named twice where a row is updated
//! from it: once for the rows to be found by their key, instead of read through, once for the values.

use ordergate_casework::{Effects, HoldCode, HoldCodes, Restated};
use ordergate_screening::Timestamp;

use crate::statement::json;
use crate::{Statement, audit, command, digest, outbox};

/// What a write needs to know beside what was decided.
#[derive(Debug, Clone, Copy)]
pub struct Shell<'a> {
    /// The shop's words for its holds.
    pub codes: &'a HoldCodes,
    /// Where this deployment is reached, for mails that are written later.
    pub public_url: &'a str,
}

/// The statements of orders that are decided anew, all of them or nothing: the batch fails as a
/// whole when another writer of any of them was faster.
pub fn write(shop: &str, changes: &[Restated], shell: &Shell<'_>, now: Timestamp) -> Vec<Statement> {
    if changes.is_empty() {
        return Vec::new();
    }
    let rows: Vec<_> = changes
        .iter()
        .map(|change| {
            let check = change.effects.check.as_ref().map(|made| &made.check);
            let shown = check.filter(|_| change.shows_check);
            (
                (change.order.as_str(), change.replaces, change.standing.as_str(), change.state.as_str()),
                (change.marked as i64, change.material.as_deref(), shown.map(|check| check.score)),
                (shown.and_then(|check| check.minimum), shown.map(|check| check.decision.as_str()), shown.map(|check| check.matches.len())),
                check.map(|check| check.now.as_millis()),
            )
        })
        .collect();
    let mut batch = vec![
        Statement::new(
            "UPDATE orders SET revision = orders.revision + 1, standing = j.value ->> '$[0][2]', state = j.value ->> '$[0][3]', marked = j.value ->> '$[1][0]', \
               material = COALESCE(j.value ->> '$[1][1]', orders.material), score = COALESCE(j.value ->> '$[1][2]', orders.score), \
               minimum = CASE WHEN j.value ->> '$[1][2]' IS NULL THEN orders.minimum ELSE j.value ->> '$[2][0]' END, \
               decision = COALESCE(j.value ->> '$[2][1]', orders.decision), matches = COALESCE(j.value ->> '$[2][2]', orders.matches), \
               not_checked = CASE WHEN j.value ->> '$[0][3]' = 'not_checked' THEN orders.not_checked END, \
               first_checked_at = COALESCE(orders.first_checked_at, j.value ->> '$[3]') \
             FROM json_each(?2) AS j WHERE orders.shop_id = ?1 AND orders.id IN (SELECT value ->> '$[0][0]' FROM json_each(?2)) \
               AND orders.id = j.value ->> '$[0][0]' AND orders.revision = j.value ->> '$[0][1]'",
            [shop.into(), json(&rows)],
        ),
        Statement::must_have_changed(changes.len()),
    ];
    let effects: Vec<(&str, &Effects)> = changes.iter().map(|change| (change.order.as_str(), &change.effects)).collect();
    batch.extend(write_effects(shop, &effects, shell, now));
    batch
}

/// The statements of what is written beside the order rows, without the order rows.
pub(crate) fn write_effects(shop: &str, all: &[(&str, &Effects)], shell: &Shell<'_>, now: Timestamp) -> Vec<Statement> {
    let mut batch = Vec::new();
    let mut add = |sql: &'static str, rows: Vec<serde_json::Value>| {
        if !rows.is_empty() {
            batch.push(Statement::new(sql, [shop.into(), now.into(), json(&rows)]));
        }
    };
    let of_each = |row: &dyn Fn(&str, &Effects) -> Option<serde_json::Value>| -> Vec<serde_json::Value> {
        all.iter().filter_map(|(order, effects)| row(order, effects)).collect()
    };
    // A check is newer than the order's others also when the clock has gone back.
    add(
        "INSERT INTO checks (shop_id, order_id, at, id, kind, body, facts) \
         SELECT ?1, value ->> 0, MAX(value ->> 1, COALESCE((SELECT 1 + MAX(at) FROM checks WHERE shop_id = ?1 AND order_id = value ->> 0), 0)), value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?3)",
        of_each(&|order, effects| {
            let made = effects.check.as_ref()?;
            Some(serde_json::json!([order, made.check.now.as_millis(), made.id, made.kind.as_str(), made.check.to_json(), made.facts]))
        }),
    );
    add(
        "INSERT INTO matches (shop_id, source, at, check_id, order_id, points) \
         SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?3)",
        all.iter()
            .filter_map(|(order, effects)| Some((order, effects.check.as_ref()?)))
            .flat_map(|(order, made)| {
                made.check
                    .matches
                    .iter()
                    .map(move |found| serde_json::json!([found.source, made.check.now.as_millis(), made.id, order, found.points]))
            })
            .collect(),
    );
    add(
        "UPDATE hold SET resolution = j.value ->> 1, resolved_at = ?2, resolved_by = j.value ->> 2, resolution_comment = j.value ->> 3, to_edit = j.value ->> 4 \
         FROM json_each(?3) AS j WHERE hold.shop_id = ?1 AND hold.order_id IN (SELECT value ->> 0 FROM json_each(?3)) AND hold.order_id = j.value ->> 0 \
           AND hold.resolution IS NULL",
        of_each(&|order, effects| {
            let end = effects.ends_hold.as_ref()?;
            Some(serde_json::json!([order, end.resolution.as_str(), end.actor, end.comment, i64::from(end.to_edit)]))
        }),
    );
    add(
        "INSERT INTO hold (shop_id, order_id, placed_at, id, kind, code, comment, actor) \
         SELECT ?1, value ->> 0, ?2, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?3)",
        of_each(&|order, effects| {
            let hold = effects.hold.as_ref()?;
            let code = match hold.code {
                HoldCode::Automatic => &shell.codes.automatic,
                HoldCode::Manual => &shell.codes.manual,
            };
            Some(serde_json::json!([order, hold.id, hold.code.as_str(), code, hold.comment, hold.actor]))
        }),
    );
    add(
        "INSERT INTO cases (shop_id, id, order_id, revision, cause, detail, actor, check_id, opened_at, deadline_at, window_over) \
         SELECT ?1, value ->> 0, value ->> 1, 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, ?2, value ->> 6, value ->> 7 FROM json_each(?3)",
        of_each(&|order, effects| {
            let case = effects.case.as_ref()?;
            let deadline = case.deadline.as_millis();
            Some(serde_json::json!([
                case.id,
                order,
                case.cause.as_str(),
                case.detail,
                case.actor,
                case.check,
                deadline,
                i64::from(case.window_over)
            ]))
        }),
    );
    let events: Vec<_> = all.iter().filter_map(|(_, effects)| effects.case_event.as_ref()).collect();
    add(crate::case::ADD_EVENTS, events.iter().map(|event| crate::case::event_row(event)).collect());
    // An open case that is told of another turn counts it; a new one was inserted with its first event.
    add(
        "UPDATE cases SET revision = j.value ->> 1 FROM json_each(?3) AS j \
         WHERE cases.shop_id = ?1 AND cases.id IN (SELECT value ->> 0 FROM json_each(?3)) AND cases.id = j.value ->> 0 AND cases.revision = (j.value ->> 1) - 1",
        events.iter().filter(|event| event.revision > 1).map(|event| serde_json::json!([event.case, event.revision])).collect(),
    );
    add(
        "INSERT INTO label (shop_id, order_id, at, id, label, actor) \
         SELECT ?1, value ->> 0, ?2, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?3)",
        all.iter()
            .flat_map(|(order, effects)| {
                effects.labels.iter().map(move |label| serde_json::json!([order, label.id, label.label.as_str(), label.actor]))
            })
            .collect(),
    );
    let audited: Vec<_> = all
        .iter()
        .flat_map(|(order, effects)| {
            effects.audit.iter().map(move |entry| {
                (format!("order:{order}"), entry.id.as_str(), entry.actor.as_str(), entry.action.as_str(), entry.detail.as_str())
            })
        })
        .collect();
    batch.extend(command::queue(shop, all, now));
    let waiting: Vec<(&str, &str)> =
        all.iter().flat_map(|(order, effects)| effects.digests.iter().map(move |contact| (*order, contact.as_str()))).collect();
    if !waiting.is_empty() {
        batch.push(digest::add(shop, &waiting, shell.public_url, now));
    }
    let mails = all.iter().flat_map(|(order, effects)| effects.mails.iter().map(|mail| outbox::add(shop, order, mail, now)));
    batch.extend(mails);
    if !audited.is_empty() {
        batch.push(audit::add_many(shop, &audited, now));
    }
    batch
}
