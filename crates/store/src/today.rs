//! What a day's work begins with: what is open, what went wrong lately, what is not set up, and how
//! many orders came.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// What is open, what went wrong, and what is set up.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say what is counted")]
pub struct CountsRow {
    /// Open cases that are awake and can still be stopped.
    pub cases: i64,
    pub cases_unassigned: i64,
    /// Open cases whose window is over.
    pub cases_over: i64,
    pub holds: i64,
    pub holds_overdue: i64,
    pub contacts: i64,
    pub contacts_bouncing: i64,
    pub mails_dead: i64,
    pub commands_dead: i64,
    pub polls_failing: i64,
    pub deliveries: i64,
    pub orders: i64,
    pub entries: i64,
    pub rules: i64,
    pub stop_window: i64,
}

/// Counts of one shop, with what went wrong since `lately`; answers one [`CountsRow`].
pub fn counts(shop: &str, now: Timestamp, lately: Timestamp) -> Statement {
    Statement::new(
        "SELECT cases, cases_unassigned, cases_over, holds, holds_overdue, contacts, contacts_bouncing, \
           (SELECT COUNT(*) FROM outbox WHERE shop_id = ?1 AND state = 'dead' AND created_at > ?3) AS mails_dead, \
           (SELECT COUNT(*) FROM command WHERE shop_id = ?1 AND state = 'dead' AND due_at > ?3) AS commands_dead, \
           (SELECT COUNT(*) FROM connection WHERE shop_id = ?1 AND poll_error IS NOT NULL) AS polls_failing, \
           EXISTS (SELECT 1 FROM delivery WHERE shop_id = ?1) AS deliveries, EXISTS (SELECT 1 FROM orders WHERE shop_id = ?1) AS orders, \
           EXISTS (SELECT 1 FROM entry WHERE shop_id = ?1 AND removed_at IS NULL) AS entries, \
           (SELECT COUNT(*) FROM snapshot, json_each(snapshot.draft, '$.rules') AS rule WHERE snapshot.shop_id = ?1 \
              AND snapshot.number = (SELECT shop.snapshot FROM shop WHERE shop.id = ?1) AND COALESCE(rule.value ->> 'active', 1) = 1) AS rules, \
           EXISTS (SELECT 1 FROM shop WHERE shop.id = ?1 AND settings ->> '$.stop_window_hours' IS NOT NULL) AS stop_window \
         FROM (SELECT COALESCE(SUM(deadline_at > ?2), 0) AS cases, COALESCE(SUM(deadline_at > ?2 AND assignee IS NULL), 0) AS cases_unassigned \
               FROM cases WHERE shop_id = ?1 AND resolution IS NULL AND (snoozed_until IS NULL OR snoozed_until <= ?2)), \
              (SELECT COUNT(*) AS cases_over FROM cases WHERE shop_id = ?1 AND resolution IS NULL AND deadline_at <= ?2), \
              (SELECT COUNT(*) AS holds, COALESCE(SUM(placed_at <= ?2 - (SELECT settings ->> '$.review_hours' FROM shop WHERE shop.id = ?1) * 3600000), 0) AS holds_overdue FROM hold WHERE shop_id = ?1 AND resolution IS NULL), \
              (SELECT COUNT(*) AS contacts, COALESCE(SUM(bounced_at IS NOT NULL), 0) AS contacts_bouncing FROM contact WHERE shop_id = ?1)",
        [shop.into(), now.into(), lately.into()],
    )
}

/// The orders of one hour.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names say what is counted")]
pub struct HourRow {
    /// Hours since 1970 in UTC.
    pub hour: i64,
    pub orders: i64,
    /// A check said review or decline.
    pub held: i64,
    /// Marked and not held.
    pub marked: i64,
    pub not_checked: i64,
}

/// Orders by the hour since then; answers [`HourRow`]s.
pub fn hours(shop: &str, since: Timestamp) -> Statement {
    Statement::new(
        "SELECT listed_at / 3600000 AS hour, COUNT(*) AS orders, COALESCE(SUM(decision IN ('review', 'decline')), 0) AS held, \
           SUM(marked = 1 AND COALESCE(decision, '') NOT IN ('review', 'decline')) AS marked, SUM(state = 'not_checked') AS not_checked \
         FROM orders WHERE shop_id = ?1 AND listed_at >= ?2 GROUP BY 1 ORDER BY 1",
        [shop.into(), since.into()],
    )
}
