//! The outbox as the shop's people look at it: mails under way, sent and given up.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::outbox::order_of_mail;
use crate::{Param, Statement};

/// A mail of the list, without its text.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ListedMailRow {
    pub id: String,
    /// Empty for a mail about no order.
    pub order_id: String,
    pub kind: String,
    pub channel: String,
    pub contact: Option<String>,
    pub recipient: String,
    pub subject: String,
    pub state: String,
    pub attempts: i64,
    pub created_at: i64,
    pub due_at: i64,
    pub expires_at: Option<i64>,
    pub sent_at: Option<i64>,
    pub bounced_at: Option<i64>,
    pub last_error: Option<String>,
    pub transport: Option<String>,
}

/// Which order a mail is about.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct OrderOfMailRow {
    pub order_id: String,
}

/// Mails after the cursor, newest first, of one state or of all; answers [`ListedMailRow`]s. Each of
/// the two indexes gives its newest, and the newest of both are the page.
pub fn all(shop: &str, state: Option<&str>, after: Option<&(i64, String)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::Integer(i64::MAX >> 11), Param::from("")), |(at, id)| (Param::from(*at), Param::from(id)));
    Statement::new(
        "SELECT o.id, o.order_id, o.kind, o.channel, contact.name AS contact, o.recipient, o.subject, o.state, o.attempts, o.created_at, o.due_at, o.expires_at, \
           o.sent_at, o.bounced_at, o.last_error, o.transport \
         FROM (SELECT * FROM (SELECT order_id, id, created_at FROM outbox INDEXED BY outbox_done \
                 WHERE shop_id = ?1 AND state IN ('sent', 'dead', 'expired') AND (?2 IS NULL OR state = ?2) \
                   AND created_at <= ?3 AND (created_at < ?3 OR id > ?4) ORDER BY created_at DESC, id LIMIT ?5) \
               UNION ALL \
               SELECT * FROM (SELECT order_id, id, created_at FROM outbox INDEXED BY outbox_open \
                 WHERE shop_id = ?1 AND state IN ('pending', 'leased', 'retry') AND (?2 IS NULL OR state = ?2) \
                   AND created_at <= ?3 AND (created_at < ?3 OR id > ?4) ORDER BY created_at DESC, id LIMIT ?5)) AS page \
         CROSS JOIN outbox AS o ON o.shop_id = ?1 AND o.order_id = page.order_id AND o.id = page.id \
         LEFT JOIN contact ON contact.shop_id = ?1 AND contact.id = o.contact_id \
         ORDER BY o.created_at DESC, o.id LIMIT ?5",
        [shop.into(), state.into(), at, id, limit.into()],
    )
}

/// The order of a mail, wherever the mail stands; answers one [`OrderOfMailRow`] or none.
pub fn order_of(shop: &str, id: &str) -> Statement {
    Statement::new(order_of_mail!("?2"), [shop.into(), id.into()])
}

/// Makes a mail that was given up, or that waits for its next attempt, due at once; changes no row
/// when it is in another state or of no use any more.
pub fn revive(shop: &str, order: &str, id: &str, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE outbox SET attempts = CASE state WHEN 'dead' THEN 0 ELSE attempts END, state = 'retry', due_at = ?4, lease = NULL \
         WHERE shop_id = ?1 AND order_id = ?2 AND id = ?3 AND state IN ('dead', 'retry') AND (expires_at IS NULL OR expires_at > ?4)",
        [shop.into(), order.into(), id.into(), now.into()],
    )
}
