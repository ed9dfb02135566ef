//! What platforms are to be told, until they have confirmed it.

use ordergate_casework::{CommandBody, CommandState, Effects, HoldResolution};
use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::statement::json;
use crate::{Param, Statement};

/// A command claimed for an attempt, with how its platform is reached.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ClaimedCommand {
    pub shop_id: String,
    pub order_id: String,
    pub id: String,
    pub platform: String,
    pub kind: String,
    pub body: String,
    pub attempts: i64,
}

/// A command as the order page shows it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct CommandRow {
    pub id: String,
    pub platform: String,
    pub kind: String,
    pub state: String,
    pub attempts: i64,
    pub due_at: i64,
    pub last_error: Option<String>,
    pub actor: String,
    pub created_at: i64,
    pub done_at: Option<i64>,
}

/// Queues what the platforms of these orders are told, where a connection to them is set up. A
/// release takes back a hold that was never tried, and says nothing where nothing was held. Each is
/// newer than the order's others also when the clock has gone back, as they are told in this order.
pub(crate) fn queue(shop: &str, all: &[(&str, &Effects)], now: Timestamp) -> Vec<Statement> {
    let (mut told, mut released): (Vec<serde_json::Value>, Vec<serde_json::Value>) = (Vec::new(), Vec::new());
    for (order, effects) in all {
        if let Some(hold) = &effects.hold {
            let check = effects.check.as_ref().map(|made| &made.check);
            let found = || check.map(|check| format!("{} points, {} matches", check.score, check.matches.len())).unwrap_or_default();
            let comment = hold.comment.clone().unwrap_or_else(found);
            let body = CommandBody { comment, score: check.map(|check| i64::from(check.score)), ..CommandBody::default() };
            told.push(serde_json::json!([order, hold.id, "hold", serde_json::to_string(&body).unwrap_or_default(), hold.actor]));
        }
        for command in &effects.commands {
            let body = serde_json::to_string(&command.body).unwrap_or_default();
            told.push(serde_json::json!([order, command.id, command.kind.as_str(), body, command.actor]));
        }
        if let Some(end) = effects.ends_hold.as_ref().filter(|end| end.resolution == HoldResolution::Released) {
            let body = CommandBody { comment: end.comment.clone().unwrap_or_default(), ..CommandBody::default() };
            let actor = end.actor.as_deref().unwrap_or("engine");
            released.push(serde_json::json!([order, end.id, serde_json::to_string(&body).unwrap_or_default(), actor]));
        }
    }
    let mut batch = Vec::new();
    if !released.is_empty() {
        batch.push(Statement::new(
            "UPDATE command SET state = 'cancelled', done_at = ?2 FROM json_each(?3) AS j \
             WHERE command.shop_id = ?1 AND command.order_id IN (SELECT value ->> 0 FROM json_each(?3)) AND command.order_id = j.value ->> 0 AND kind = 'hold' AND state = 'pending' AND attempts = 0",
            [shop.into(), now.into(), json(&released)],
        ));
        batch.push(Statement::new(
            "INSERT INTO command (shop_id, order_id, id, platform, kind, body, state, due_at, actor, created_at) \
             SELECT ?1, held.order_id, j.value ->> 1, MAX(held.platform), 'release', j.value ->> 2, 'pending', ?2, j.value ->> 3, \
               MAX(?2, 1 + (SELECT MAX(created_at) FROM command WHERE shop_id = ?1 AND order_id = held.order_id)) \
             FROM json_each(?3) AS j CROSS JOIN command AS held ON held.shop_id = ?1 AND held.order_id = j.value ->> 0 AND held.kind = 'hold' AND held.state <> 'cancelled' \
             GROUP BY held.order_id",
            [shop.into(), now.into(), json(&released)],
        ));
    }
    if !told.is_empty() {
        batch.push(Statement::new(
            "INSERT INTO command (shop_id, order_id, id, platform, kind, body, state, due_at, actor, created_at) \
             SELECT ?1, orders.id, j.value ->> 1, orders.source, j.value ->> 2, j.value ->> 3, 'pending', ?2, j.value ->> 4, \
               MAX(?2, COALESCE((SELECT 1 + MAX(created_at) FROM command WHERE shop_id = ?1 AND order_id = orders.id), 0)) \
             FROM json_each(?3) AS j CROSS JOIN orders ON orders.shop_id = ?1 AND orders.id = j.value ->> 0 \
               CROSS JOIN connection ON connection.shop_id = ?1 AND connection.platform = orders.source",
            [shop.into(), now.into(), json(&told)],
        ));
    }
    batch
}

/// Leases up to five commands that are due, of any shop, one an order and the oldest first: a release
/// never overtakes its hold. Answers [`ClaimedCommand`]s.
pub fn claim(lease: &str, now: Timestamp, lease_until: Timestamp) -> Statement {
    Statement::new(
        "UPDATE command SET state = 'leased', lease = ?1, lease_until = ?3, attempts = attempts + 1 \
         WHERE (shop_id, order_id, id) IN (SELECT shop_id, order_id, id FROM command AS due WHERE state IN ('pending', 'leased', 'retry', 'unknown') AND due_at <= ?2 \
           AND (state <> 'leased' OR lease_until <= ?2) \
           AND NOT EXISTS (SELECT 1 FROM command AS first WHERE first.shop_id = due.shop_id AND first.order_id = due.order_id \
             AND first.state IN ('pending', 'leased', 'retry', 'unknown') AND (first.created_at, first.id) < (due.created_at, due.id)) \
           ORDER BY due_at LIMIT 5) \
         RETURNING shop_id, order_id, id, platform, kind, body, attempts",
        [lease.into(), now.into(), lease_until.into()],
    )
}

/// How an attempt ended.
pub fn ended(
    command: &ClaimedCommand,
    lease: &str,
    state: CommandState,
    error: Option<&str>,
    again: Option<Timestamp>,
    now: Timestamp,
) -> Statement {
    Statement::new(
        "UPDATE command SET state = ?5, due_at = COALESCE(?6, due_at), last_error = ?7, lease = NULL, done_at = CASE WHEN ?6 IS NULL THEN ?8 END \
         WHERE shop_id = ?1 AND order_id = ?2 AND id = ?3 AND lease = ?4",
        [
            (&command.shop_id).into(),
            (&command.order_id).into(),
            (&command.id).into(),
            lease.into(),
            state.as_str().into(),
            Param::from(again),
            error.into(),
            now.into(),
        ],
    )
}

/// A person has a dead command tried again; changes no row when it is not dead.
pub fn revive(shop: &str, order: &str, id: &str, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE command SET state = 'retry', attempts = 0, due_at = ?4, done_at = NULL WHERE shop_id = ?1 AND order_id = ?2 AND id = ?3 AND state = 'dead'",
        [shop.into(), order.into(), id.into(), now.into()],
    )
}

/// What the platform was told about an order, newest first; answers [`CommandRow`]s.
pub fn of_order(shop: &str, order: &str) -> Statement {
    Statement::new(
        "SELECT id, platform, kind, state, attempts, due_at, last_error, actor, created_at, done_at FROM command \
         WHERE shop_id = ?1 AND order_id = ?2 ORDER BY created_at DESC, id DESC LIMIT 100",
        [shop.into(), order.into()],
    )
}

/// A command that waits for a person, with its order.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct StuckCommandRow {
    pub order_id: String,
    pub number: Option<String>,
    pub id: String,
    pub platform: String,
    pub kind: String,
    pub state: String,
    pub attempts: i64,
    pub due_at: i64,
    pub last_error: Option<String>,
    pub actor: String,
    pub created_at: i64,
}

/// Commands that were given up, or of which it is not known whether they were carried out, newest
/// first; answers [`StuckCommandRow`]s.
pub fn stuck(shop: &str, limit: u32) -> Statement {
    Statement::new(
        "SELECT command.order_id, orders.number, command.id, platform, kind, command.state, attempts, due_at, last_error, actor, created_at \
         FROM command INDEXED BY command_stuck LEFT JOIN orders ON orders.shop_id = ?1 AND orders.id = command.order_id \
         WHERE command.shop_id = ?1 AND command.state IN ('dead', 'unknown') ORDER BY created_at DESC LIMIT ?2",
        [shop.into(), limit.into()],
    )
}

/// How the commands stand, over all shops.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct Health {
    pub oldest_ready_at: Option<i64>,
    pub dead: i64,
    pub dead_lately: i64,
    pub unknown: i64,
}

/// The oldest command that is due, how many are dead or unknown and how many died since `lately`, over
/// all shops; answers one [`Health`].
pub fn health(now: Timestamp, lately: Timestamp) -> Statement {
    Statement::new(
        "SELECT (SELECT MIN(due_at) FROM command WHERE state IN ('pending', 'leased', 'retry') AND due_at <= ?1) AS oldest_ready_at, \
                (SELECT COUNT(*) FROM command WHERE state = 'dead') AS dead, (SELECT COUNT(*) FROM command WHERE state = 'unknown') AS unknown, \
                (SELECT COUNT(*) FROM command WHERE state = 'dead' AND due_at > ?2) AS dead_lately",
        [now.into(), lately.into()],
    )
}
