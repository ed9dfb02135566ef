//! What is known of one person, and how it is taken away: orders, their identities, mails, bodies of
//! deliveries, entries.

use ordergate_screening::{Identity, Timestamp};
use serde::Deserialize;

use crate::statement::json;
use crate::{Param, Statement, audit};

/// An order that is to be exported or erased.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ContentRow {
    pub id: String,
    pub details: Option<String>,
}

/// One row of `{id}`.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct IdRow {
    pub id: String,
}

/// An entry that holds an e-mail address, a phone number or a customer id.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct NamingRow {
    pub id: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub customer_id: Option<String>,
    pub country: Option<String>,
    pub reason: String,
    pub removed_at: Option<i64>,
}

/// Orders of these identities after one, by id; answers [`IdRow`]s.
pub fn orders(shop: &str, identities: &[Identity], after: &str, limit: u32) -> Statement {
    let keys: Vec<(&str, &str)> = identities.iter().map(|identity| (identity.field.as_str(), identity.fingerprint.as_str())).collect();
    Statement::new(
        "SELECT k.order_id AS id FROM json_each(?2) AS j CROSS JOIN order_key AS k ON k.shop_id = ?1 AND k.field = j.value ->> 0 AND k.fingerprint = j.value ->> 1 \
         WHERE k.order_id > ?3 GROUP BY k.order_id ORDER BY k.order_id LIMIT ?4",
        [shop.into(), json(&keys), after.into(), limit.into()],
    )
}

/// What orders hold, as many as there are; answers [`ContentRow`]s.
pub fn contents(shop: &str, orders: &[&str]) -> Statement {
    Statement::new(
        "SELECT id, details FROM orders WHERE shop_id = ?1 AND id IN (SELECT value FROM json_each(?2)) ORDER BY id",
        [shop.into(), json(orders)],
    )
}

/// Who has orders erased, and why.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names are the audit's")]
pub struct Erasure<'a> {
    pub actor: &'a str,
    pub why: &'a str,
    pub at: Timestamp,
}

/// Takes what is personal out of orders, their identities and the mails about them: each with the id
/// of its audit entry. Ids, numbers, states, totals, countries and checks stay. Mails that were not
/// sent yet expire.
pub fn erase(shop: &str, orders: &[(&str, String)], erasure: Erasure<'_>) -> Vec<Statement> {
    let ids: Vec<&str> = orders.iter().map(|(order, _)| *order).collect();
    let audited: Vec<_> =
        orders.iter().map(|(order, id)| (format!("order:{order}"), id.as_str(), erasure.actor, "order.erased", erasure.why)).collect();
    vec![
        Statement::new(
            "DELETE FROM order_key WHERE shop_id = ?1 AND (field, fingerprint, placed_at, order_id) IN \
               (SELECT had.value ->> 0, had.value ->> 1, orders.placed_at, orders.id FROM orders, json_each(orders.identities) AS had \
                WHERE orders.shop_id = ?1 AND orders.id IN (SELECT value FROM json_each(?2)))",
            [shop.into(), json(&ids)],
        ),
        Statement::new(
            "UPDATE orders SET revision = revision + 1, details = NULL, name = NULL, city = NULL, person = NULL, identities = NULL, notes = '[]', \
               not_checked = CASE WHEN not_checked IS NULL THEN NULL ELSE 'the content was erased' END, erased_at = ?2 \
             WHERE shop_id = ?1 AND id IN (SELECT value FROM json_each(?3))",
            [shop.into(), erasure.at.into(), json(&ids)],
        ),
        Statement::new(
            "UPDATE outbox SET subject = 'erased', text = 'The content of this mail was erased.', html = '', \
               state = CASE WHEN state IN ('pending', 'retry') THEN 'expired' ELSE state END \
             WHERE shop_id = ?1 AND order_id IN (SELECT value FROM json_each(?2))",
            [shop.into(), json(&ids)],
        ),
        audit::add_many(shop, &audited, erasure.at),
    ]
}

/// Takes these addresses, in lower case, out of mails that went to somebody who is no contact any
/// more; answers a row a mail.
pub fn forget_recipient(shop: &str, addresses: &[String]) -> Statement {
    Statement::new(
        "UPDATE outbox SET recipient = '' WHERE shop_id = ?1 AND state IN ('sent', 'dead', 'expired') AND lower(recipient) IN (SELECT value FROM json_each(?2)) \
           AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.shop_id = ?1 AND contact.id = outbox.contact_id) RETURNING id",
        [shop.into(), json(addresses)],
    )
}

/// The contacts with one of these addresses, in lower case; answers [`IdRow`]s.
pub fn contacts(shop: &str, addresses: &[String]) -> Statement {
    Statement::new(
        "SELECT id FROM contact WHERE shop_id = ?1 AND lower(email) IN (SELECT value FROM json_each(?2)) ORDER BY id",
        [shop.into(), json(addresses)],
    )
}

/// Entries after one that hold an e-mail address, a phone number or a customer id, removed ones with
/// their content too; answers [`NamingRow`]s.
pub fn naming_entries(shop: &str, after: &str, limit: u32) -> Statement {
    Statement::new(
        "SELECT id, draft ->> '$.fields.email' AS email, draft ->> '$.fields.phone' AS phone, draft ->> '$.fields.customer_id' AS customer_id, \
           draft ->> '$.fields.country' AS country, draft ->> '$.reason' AS reason, removed_at FROM entry \
         WHERE shop_id = ?1 AND id > ?2 AND (draft ->> '$.fields.email' IS NOT NULL OR draft ->> '$.fields.phone' IS NOT NULL OR draft ->> '$.fields.customer_id' IS NOT NULL) \
         ORDER BY id LIMIT ?3",
        [shop.into(), after.into(), limit.into()],
    )
}

/// Takes entries out of force; follows [`entry::next_seq`](crate::entry::next_seq).
pub fn remove_entries(shop: &str, ids: &[&str], at: Timestamp) -> Statement {
    Statement::new(
        "UPDATE entry SET removed_at = ?3, seq = (SELECT entries_seq FROM shop WHERE id = ?1) \
         WHERE shop_id = ?1 AND id IN (SELECT value FROM json_each(?2)) AND removed_at IS NULL",
        [shop.into(), json(ids), at.into()],
    )
}

/// Takes the content out of entries that are out of force.
pub fn blank_entries(shop: &str, ids: &[&str]) -> Statement {
    Statement::new(
        "UPDATE entry SET draft = json_object('id', id, 'fields', json('{}'), 'reason', 'erased') \
         WHERE shop_id = ?1 AND id IN (SELECT value FROM json_each(?2)) AND removed_at IS NOT NULL",
        [shop.into(), json(ids)],
    )
}

/// Where a walk over the bodies of a shop's deliveries stands: platform and delivery.
pub type BodyCursor = (String, String);

/// Behind every body.
pub fn last_body() -> BodyCursor {
    ("\u{10ffff}".to_owned(), String::new())
}

/// Where the next `rows` bodies after `after` end; answers one row `{platform, id}`, or none when
/// there are no more than these.
pub fn bodies_end(shop: &str, after: &BodyCursor, rows: u32) -> Statement {
    Statement::new(
        "SELECT platform, delivery_id AS id FROM delivery_body WHERE shop_id = ?1 AND (platform, delivery_id) > (?2, ?3) \
         ORDER BY platform, delivery_id LIMIT 1 OFFSET ?4",
        [shop.into(), (&after.0).into(), (&after.1).into(), rows.saturating_sub(1).into()],
    )
}

/// Which bodies of a walk are meant: those of deliveries about these orders, and those that no order
/// could be read from but that hold one of these texts, in lower case.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "described above")]
pub struct About<'a> {
    pub orders: &'a [String],
    pub texts: &'a [String],
}

/// A delivery with its body, or a part of it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct BodyRow {
    pub platform: String,
    pub id: String,
    pub topic: String,
    pub order_id: Option<String>,
    pub received_at: i64,
    /// `None` when it is larger than what was asked for.
    pub body: Option<String>,
}

fn between(shop: &str, after: &BodyCursor, end: &BodyCursor, about: About<'_>) -> [Param; 7] {
    [shop.into(), (&after.0).into(), (&after.1).into(), (&end.0).into(), (&end.1).into(), json(about.orders), json(about.texts)]
}

macro_rules! about {
    () => {
        "FROM delivery_body AS b JOIN delivery AS d ON d.shop_id = ?1 AND d.platform = b.platform AND d.id = b.delivery_id \
         WHERE b.shop_id = ?1 AND (b.platform, b.delivery_id) > (?2, ?3) AND (b.platform, b.delivery_id) <= (?4, ?5) \
           AND (d.order_id IN (SELECT value FROM json_each(?6)) OR (d.outcome IN ('unreadable', 'ignored', 'unknown_order') \
             AND EXISTS (SELECT 1 FROM json_each(?7) AS t WHERE instr(lower(CAST(b.bytes AS TEXT)), t.value) > 0)))"
    };
}

/// The bodies after `after` up to `end` that are meant; answers [`BodyRow`]s.
pub fn bodies(shop: &str, after: &BodyCursor, end: &BodyCursor, about: About<'_>) -> Statement {
    Statement::new(
        concat!(
            "SELECT b.platform, b.delivery_id AS id, d.topic, d.order_id, d.received_at, CASE WHEN length(b.bytes) <= 200000 THEN CAST(b.bytes AS TEXT) END AS body ",
            about!(),
            " ORDER BY b.platform, b.delivery_id, b.part LIMIT 200"
        ),
        between(shop, after, end, about),
    )
}

/// Deletes the bodies after `after` up to `end` that are meant; answers a row `{id}` for each.
pub fn erase_bodies(shop: &str, after: &BodyCursor, end: &BodyCursor, about: About<'_>) -> Statement {
    Statement::new(
        concat!(
            "DELETE FROM delivery_body WHERE shop_id = ?1 AND (platform, delivery_id) IN (SELECT b.platform, b.delivery_id ",
            about!(),
            ") RETURNING delivery_id AS id"
        ),
        between(shop, after, end, about),
    )
}
