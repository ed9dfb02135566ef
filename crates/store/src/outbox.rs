//! Mails decided but not yet confirmed by the mail API.

use ordergate_casework::Mail;
use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::{Param, Statement};

/// A mail claimed for sending.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ClaimedRow {
    pub shop_id: String,
    pub order_id: String,
    pub id: String,
    pub contact_id: String,
    pub recipient: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub attempts: i64,
    pub kind: String,
    pub channel: String,
}

/// A mail as the order page shows it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct MailRow {
    pub id: String,
    pub kind: String,
    pub channel: String,
    pub contact: Option<String>,
    pub recipient: String,
    pub subject: String,
    pub text: String,
    pub html: String,
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

/// How the outbox stands, over all shops.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct Health {
    pub oldest_ready_at: Option<i64>,
    pub dead: i64,
    pub dead_lately: i64,
}

/// Queues a mail about an order; about none when its id is empty.
pub fn add(shop: &str, order: &str, mail: &Mail, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO outbox (shop_id, order_id, id, kind, contact_id, recipient, subject, text, html, state, due_at, created_at, expires_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'pending', ?10, ?10, ?11)",
        [
            shop.into(),
            order.into(),
            (&mail.id).into(),
            mail.kind.as_str().into(),
            (&mail.contact).into(),
            (&mail.to).into(),
            (&mail.subject).into(),
            (&mail.text).into(),
            (&mail.html).into(),
            now.into(),
            mail.expires_at.into(),
        ],
    )
}

/// Gives up the mails that are of no use any more, of any shop.
pub fn expire(now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE outbox SET state = 'expired', lease = NULL \
         WHERE (shop_id, order_id, id) IN (SELECT shop_id, order_id, id FROM outbox WHERE state IN ('pending', 'leased', 'retry') AND due_at <= ?1 \
           AND expires_at <= ?1 AND (state <> 'leased' OR lease_until <= ?1) LIMIT 100)",
        [now.into()],
    )
}

/// Leases up to ten mails that are due, of any shop; answers [`ClaimedRow`]s.
pub fn claim(lease: &str, now: Timestamp, lease_until: Timestamp) -> Statement {
    Statement::new(
        "UPDATE outbox SET state = 'leased', lease = ?1, lease_until = ?3, attempts = attempts + 1 \
         WHERE (shop_id, order_id, id) IN (SELECT shop_id, order_id, id FROM outbox WHERE state IN ('pending', 'leased', 'retry') AND due_at <= ?2 \
           AND (expires_at IS NULL OR expires_at > ?2) AND (state <> 'leased' OR lease_until <= ?2) ORDER BY due_at LIMIT 10) \
         RETURNING shop_id, order_id, id, contact_id, recipient, subject, text, html, attempts, kind, channel",
        [lease.into(), now.into(), lease_until.into()],
    )
}

/// The mail API took the mail.
pub fn sent(mail: &ClaimedRow, lease: &str, transport: &str, provider_id: Option<&str>, now: Timestamp) -> Statement {
    Statement::new(
        "UPDATE outbox SET state = 'sent', sent_at = ?5, transport = ?6, provider_id = ?7, last_error = NULL, lease = NULL \
         WHERE shop_id = ?1 AND order_id = ?2 AND id = ?3 AND lease = ?4",
        [
            (&mail.shop_id).into(),
            (&mail.order_id).into(),
            (&mail.id).into(),
            lease.into(),
            now.into(),
            transport.into(),
            provider_id.into(),
        ],
    )
}

/// The attempt failed: due again at `again`, or dead. One that is due again only after its end is of
/// no use and expires then.
pub fn failed(mail: &ClaimedRow, lease: &str, transport: &str, reason: &str, again: Option<Timestamp>) -> Statement {
    let state = if again.is_some() { "retry" } else { "dead" };
    Statement::new(
        "UPDATE outbox SET state = ?5, due_at = MIN(COALESCE(?6, due_at), COALESCE(MAX(expires_at, due_at), ?6, due_at)), last_error = ?7, transport = ?8, lease = NULL \
         WHERE shop_id = ?1 AND order_id = ?2 AND id = ?3 AND lease = ?4",
        [
            (&mail.shop_id).into(),
            (&mail.order_id).into(),
            (&mail.id).into(),
            lease.into(),
            state.into(),
            Param::from(again),
            reason.into(),
            transport.into(),
        ],
    )
}

/// Failures of a mail after which its news goes the second way too.
const FAILURES: u32 = 3;

/// Sends the news of a mail that has failed three times, or for good, to the contact's own address
/// as well; does nothing for a contact without one. Comes after [`failed`].
pub fn second_channel(mail: &ClaimedRow, now: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO outbox (shop_id, order_id, id, kind, contact_id, recipient, subject, text, html, state, due_at, created_at, expires_at, channel) \
         SELECT ?1, order_id, outbox.id || '-second', kind, contact_id, webhook_url, subject, text, '', 'pending', ?4, ?4, expires_at, 'webhook' \
         FROM outbox JOIN contact ON contact.shop_id = ?1 AND contact.id = contact_id AND webhook_url IS NOT NULL \
         WHERE outbox.shop_id = ?1 AND order_id = ?2 AND outbox.id = ?3 AND channel = 'mail' AND (attempts >= ?5 OR state = 'dead') \
         ON CONFLICT DO NOTHING",
        [(&mail.shop_id).into(), (&mail.order_id).into(), (&mail.id).into(), now.into(), FAILURES.into()],
    )
}

/// Where a mail stands, found by its id alone, which is the parameter `$id`: mails stand by order, and
/// the two indexes of their lists hold little but ids.
macro_rules! order_of_mail {
    ($id:literal) => {
        concat!(
            "SELECT order_id FROM outbox INDEXED BY outbox_done WHERE shop_id = ?1 AND id = ",
            $id,
            " AND state IN ('sent', 'dead', 'expired') UNION ALL \
             SELECT order_id FROM outbox INDEXED BY outbox_open WHERE shop_id = ?1 AND id = ",
            $id,
            " AND state IN ('pending', 'leased', 'retry')"
        )
    };
}
pub(crate) use order_of_mail;

/// What the mail API says of a mail that it sent: it came back, or it arrived.
pub fn came_back(shop: &str, id: &str, at: Timestamp) -> Statement {
    Statement::new(
        concat!("UPDATE outbox SET bounced_at = ?3 WHERE shop_id = ?1 AND order_id IN (", order_of_mail!("?2"), ") AND id = ?2"),
        [shop.into(), id.into(), at.into()],
    )
}

/// One mail of a shop, wherever it stands; answers one [`MailRow`] or none.
pub fn by_id(shop: &str, order: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT outbox.id, kind, channel, contact.name AS contact, recipient, subject, text, html, state, attempts, outbox.created_at, due_at, expires_at, sent_at, \
           outbox.bounced_at, last_error, transport \
         FROM outbox LEFT JOIN contact ON contact.shop_id = ?1 AND contact.id = outbox.contact_id \
         WHERE outbox.shop_id = ?1 AND outbox.order_id = ?2 AND outbox.id = ?3",
        [shop.into(), order.into(), id.into()],
    )
}

/// The mails about an order, newest first; answers [`MailRow`]s.
pub fn of_order(shop: &str, order: &str) -> Statement {
    Statement::new(
        "SELECT outbox.id, kind, channel, contact.name AS contact, recipient, subject, text, html, state, attempts, outbox.created_at, due_at, expires_at, sent_at, \
           outbox.bounced_at, last_error, transport \
         FROM outbox LEFT JOIN contact ON contact.shop_id = ?1 AND contact.id = outbox.contact_id \
         WHERE outbox.shop_id = ?1 AND outbox.order_id = ?2 ORDER BY outbox.created_at DESC, outbox.id LIMIT 100",
        [shop.into(), order.into()],
    )
}

/// The oldest mail that is due, how many are dead and how many of those were queued since `lately`, over
/// all shops; answers one [`Health`].
pub fn health(now: Timestamp, lately: Timestamp) -> Statement {
    Statement::new(
        "SELECT (SELECT MIN(due_at) FROM outbox WHERE state IN ('pending', 'leased', 'retry') AND due_at <= ?1) AS oldest_ready_at, \
                (SELECT COUNT(*) FROM outbox WHERE state = 'dead') AS dead, \
                (SELECT COUNT(*) FROM outbox WHERE state = 'dead' AND created_at > ?2) AS dead_lately",
        [now.into(), lately.into()],
    )
}
