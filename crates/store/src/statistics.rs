//! What entries and rules matched, and what became of those orders.

use ordergate_casework::{Feedback, Outcomes};
use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// Matches of one entry or rule that are looked at, the newest: enough to judge it by.
pub const MOST_MATCHES: u32 = 1_000;

/// One entry or rule with what became of the orders it matched.
#[derive(Debug, Deserialize)]
pub struct SourceRow {
    /// `entry:<id>` or `rule:<id>`.
    pub source: String,
    /// When it last matched, whether asked for or not.
    pub last_hit_at: i64,
    /// Matches in the time asked for, counted up to one more than [`MOST_MATCHES`].
    pub matches: i64,
    /// JSON: an array for each currency, with currency, orders, bad, good, released, and the stopped totals in the smallest unit.
    pub outcomes: String,
}

/// currency, orders, bad, good, released, stopped
type Packed = (Option<String>, i64, i64, i64, i64, i64);

impl SourceRow {
    /// The row in the words of casework.
    ///
    /// # Errors
    /// Another shape than [`sources`] asks for.
    pub fn feedback(&self) -> Result<Feedback, serde_json::Error> {
        let packed: Vec<Packed> = serde_json::from_str(&self.outcomes)?;
        Ok(Feedback::of(packed.iter().map(|(currency, orders, bad, good, released, stopped_minor)| Outcomes {
            currency: currency.as_deref(),
            orders: *orders,
            bad: *bad,
            good: *good,
            released: *released,
            stopped_minor: *stopped_minor,
        })))
    }
}

/// Entries and rules that ever matched, in the order of their names, after one; answers
/// [`SourceRow`]s. Steps from name to name and reads of each no more than the newest matches. The
/// newest label of an order decides what people call it.
pub fn sources(shop: &str, since: Timestamp, after: &str, limit: u32) -> Statement {
    Statement::new(
        "WITH RECURSIVE named (source) AS ( \
           SELECT MIN(source) FROM matches WHERE shop_id = ?1 AND source > ?3 \
           UNION ALL SELECT (SELECT MIN(source) FROM matches WHERE shop_id = ?1 AND source > named.source) FROM named WHERE named.source IS NOT NULL LIMIT ?4) \
         SELECT source, (SELECT MAX(at) FROM matches AS m WHERE m.shop_id = ?1 AND m.source = named.source) AS last_hit_at, \
           (SELECT COUNT(*) FROM (SELECT 1 FROM matches AS m WHERE m.shop_id = ?1 AND m.source = named.source AND m.at > ?2 LIMIT ?5 + 1)) AS matches, \
           (SELECT json_group_array(json_array(currency, orders, bad, good, released, stopped)) FROM ( \
             SELECT currency, COUNT(*) AS orders, SUM(COALESCE(label IN ('blocked', 'fraud', 'chargeback', 'refund_abuse'), 0)) AS bad, \
               SUM(COALESCE(label IN ('not_blocked', 'legitimate'), 0)) AS good, SUM(released) AS released, \
               CAST(TOTAL(CASE WHEN state IN ('held', 'declined', 'fraud', 'cancelled') THEN CAST(replace(total, '.', '') AS REAL) END) AS INTEGER) AS stopped \
             FROM (SELECT o.currency, o.total, o.state, \
                 (SELECT label FROM label WHERE label.shop_id = ?1 AND label.order_id = o.id ORDER BY label.at DESC, label.id DESC LIMIT 1) AS label, \
                 EXISTS (SELECT 1 FROM hold WHERE hold.shop_id = ?1 AND hold.order_id = o.id AND hold.resolution = 'released') AS released \
               FROM (SELECT DISTINCT order_id FROM (SELECT m.order_id FROM matches AS m WHERE m.shop_id = ?1 AND m.source = named.source AND m.at > ?2 ORDER BY m.at DESC LIMIT ?5)) AS hit \
                 JOIN orders AS o ON o.shop_id = ?1 AND o.id = hit.order_id) \
             GROUP BY currency)) AS outcomes \
         FROM named WHERE source IS NOT NULL",
        [shop.into(), since.into(), after.into(), limit.into(), MOST_MATCHES.into()],
    )
}
