//! The identities of orders: what velocity facts are counted from, and what joins orders of one
//! person.

use ordergate_casework::{Earlier, LONGEST_WINDOW_MILLIS, packed};
use ordergate_screening::{Identity, Timestamp};
use serde::Deserialize;

use crate::statement::json;
use crate::{Param, Statement};

/// Earlier orders that are read of one identity: what has been seen so often is seen often.
pub const MOST_EARLIER: u32 = 50;

/// The earlier orders that share one identity.
#[derive(Debug, Deserialize)]
pub struct EarlierRow {
    /// JSON: an array for each order, with order, time, identities, total, currency, whether it was called off, and then how it was to be paid.
    pub orders: String,
}

/// order, placed_at, identities, total, currency, called off, payment method
type Packed = (String, i64, String, Option<String>, Option<String>, i64, Option<String>);

impl EarlierRow {
    /// The row in the words of casework.
    ///
    /// # Errors
    /// Another shape than [`earlier`] asks for.
    pub fn earlier(&self) -> Result<Vec<Earlier>, serde_json::Error> {
        let orders: Vec<Packed> = serde_json::from_str(&self.orders)?;
        let earlier = |(order, placed_at, identities, total, currency, called_off, method): Packed| Earlier {
            order,
            placed_at: Timestamp::from_millis(placed_at),
            total: total.unwrap_or_default(),
            currency: currency.unwrap_or_default(),
            identities,
            called_off: called_off != 0,
            method,
        };
        Ok(orders.into_iter().map(earlier).collect())
    }
}

/// Takes back the identities of an order that it no longer has, or that stand at another time; comes
/// before its row is written.
pub(crate) fn take_back(shop: &str, order: &str, placed_at: Timestamp, identities: &[Identity]) -> Statement {
    Statement::new(
        "DELETE FROM order_key WHERE shop_id = ?1 AND order_id = ?2 AND (field, fingerprint, placed_at) IN ( \
           SELECT had.value ->> 0, had.value ->> 1, orders.placed_at FROM orders, json_each(orders.identities) AS had WHERE orders.shop_id = ?1 AND orders.id = ?2 \
             AND (orders.placed_at <> ?3 OR NOT EXISTS (SELECT 1 FROM json_each(?4) AS has WHERE has.value ->> 0 = had.value ->> 0 AND has.value ->> 1 = had.value ->> 1)))",
        [shop.into(), order.into(), placed_at.into(), pairs(identities)],
    )
}

/// Identities as JSON: field and fingerprint of each.
pub(crate) fn pairs(identities: &[Identity]) -> Param {
    let rows: Vec<(&str, &str)> = identities.iter().map(|identity| (identity.field.as_str(), identity.fingerprint.as_str())).collect();
    json(&rows)
}

/// Stores the identities of an order.
pub(crate) fn add(shop: &str, order: &str, placed_at: Timestamp, identities: &[Identity]) -> Statement {
    Statement::new(
        "INSERT INTO order_key (shop_id, field, fingerprint, placed_at, order_id, identities) \
         SELECT ?1, value ->> 0, value ->> 1, ?2, ?3, ?4 FROM json_each(?5) WHERE true \
         ON CONFLICT DO UPDATE SET identities = excluded.identities WHERE identities <> excluded.identities",
        [shop.into(), placed_at.into(), order.into(), packed(identities).into(), pairs(identities)],
    )
}

/// The newest other orders of the 30 days up to `placed_at` that share an identity, up to
/// [`MOST_EARLIER`] of each. Answers one [`EarlierRow`] an identity.
pub fn earlier(shop: &str, order: &str, identities: &[Identity], placed_at: Timestamp) -> Statement {
    Statement::new(
        "SELECT (SELECT json_group_array(json_array(order_id, placed_at, identities, total, currency, called_off, method)) FROM \
           (SELECT k.order_id, k.placed_at, k.identities, total, currency, platform_status = 'cancelled' AS called_off, \
              CASE platform_status WHEN 'cancelled' THEN details ->> '$.payment.method' END AS method \
            FROM order_key AS k JOIN orders ON orders.shop_id = ?1 AND orders.id = k.order_id \
            WHERE k.shop_id = ?1 AND k.field = j.value ->> 0 AND k.fingerprint = j.value ->> 1 AND k.placed_at > ?3 AND k.placed_at <= ?4 AND k.order_id <> ?6 \
            ORDER BY k.placed_at DESC, k.order_id DESC LIMIT ?5)) AS orders FROM json_each(?2) AS j",
        [
            shop.into(),
            pairs(identities),
            placed_at.plus_millis(-LONGEST_WINDOW_MILLIS).into(),
            placed_at.into(),
            MOST_EARLIER.into(),
            order.into(),
        ],
    )
}

/// A person as the list shows them: their newest order, and the key they are found by.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct PersonRow {
    pub person: String,
    pub order_id: String,
    pub listed_at: i64,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub state: String,
    pub orders: i64,
}

/// People, each at their newest order, newest first, after the cursor (`listed_at`, order); answers
/// [`PersonRow`]s.
pub fn people(shop: &str, after: Option<(i64, &str)>, limit: u32) -> Statement {
    let (at, id) = after.map_or((Param::Integer(i64::MAX >> 11), Param::from("")), |(at, id)| (at.into(), id.into()));
    Statement::new(
        "SELECT person, id AS order_id, listed_at, name, details ->> '$.email' AS email, COALESCE(details ->> '$.phone', details ->> '$.billing.phone') AS phone, city, country, state, \
           (SELECT COUNT(*) FROM (SELECT 1 FROM order_key AS k WHERE k.shop_id = ?1 AND k.field = substr(person, 1, instr(person, ':') - 1) \
              AND k.fingerprint = substr(person, instr(person, ':') + 1) LIMIT 1000)) AS orders \
         FROM orders WHERE shop_id = ?1 AND listed_at <= ?2 AND (listed_at < ?2 OR id > ?3) AND person IS NOT NULL \
           AND NOT EXISTS (SELECT 1 FROM order_key AS k WHERE k.shop_id = ?1 AND k.field = substr(person, 1, instr(person, ':') - 1) \
             AND k.fingerprint = substr(person, instr(person, ':') + 1) AND (k.placed_at, k.order_id) > (orders.placed_at, orders.id)) \
         ORDER BY listed_at DESC, id LIMIT ?4",
        [shop.into(), at, id, limit.into()],
    )
}

/// The people of the newest orders with their names.
#[derive(Debug, Deserialize)]
pub struct NamesRow {
    /// JSON: person and name of each.
    pub people: String,
}

impl NamesRow {
    /// Person and name of each, newest first; who is written in two ways stands there twice.
    ///
    /// # Errors
    /// Another shape than [`names`] asks for.
    pub fn people(&self) -> Result<Vec<(String, String)>, serde_json::Error> {
        serde_json::from_str(&self.people)
    }
}

/// Who the newest `orders` are of; answers one [`NamesRow`].
pub fn names(shop: &str, orders: u32) -> Statement {
    Statement::new(
        "SELECT json_group_array(json_array(person, name)) AS people FROM (SELECT person, name FROM \
           (SELECT person, name, listed_at FROM orders WHERE shop_id = ?1 AND person IS NOT NULL AND name IS NOT NULL ORDER BY listed_at DESC LIMIT ?2) \
         GROUP BY person, name ORDER BY MAX(listed_at) DESC)",
        [shop.into(), orders.into()],
    )
}

/// One person by the key of the list; answers one [`PersonRow`] or none.
pub fn person(shop: &str, person: &str) -> Statement {
    Statement::new(
        "SELECT COALESCE(person, ?2 || ':' || ?3) AS person, id AS order_id, listed_at, name, details ->> '$.email' AS email, COALESCE(details ->> '$.phone', details ->> '$.billing.phone') AS phone, city, country, state, \
           (SELECT COUNT(*) FROM (SELECT 1 FROM order_key AS k WHERE k.shop_id = ?1 AND k.field = ?2 AND k.fingerprint = ?3 LIMIT 1000)) AS orders \
         FROM orders WHERE shop_id = ?1 AND id = (SELECT order_id FROM order_key WHERE shop_id = ?1 AND field = ?2 AND fingerprint = ?3 ORDER BY placed_at DESC, order_id DESC LIMIT 1)",
        {
            let (field, fingerprint) = person.split_once(':').unwrap_or_default();
            [shop.into(), field.into(), fingerprint.into()]
        },
    )
}

/// The orders of one identity.
#[derive(Debug, Deserialize)]
pub struct SharedRow {
    /// JSON: order and identities of each.
    pub orders: String,
}

impl SharedRow {
    /// Order and identities of each.
    ///
    /// # Errors
    /// Another shape than [`orders_with`] asks for.
    pub fn orders(&self) -> Result<Vec<(String, String)>, serde_json::Error> {
        serde_json::from_str(&self.orders)
    }
}

/// The newest orders that carry each of these identities (field and fingerprint), up to `limit` of
/// each; answers one [`SharedRow`] an identity.
pub fn orders_with(shop: &str, identities: &[(&str, &str)], limit: u32) -> Statement {
    Statement::new(
        "SELECT (SELECT json_group_array(json_array(order_id, identities)) FROM \
           (SELECT k.order_id, k.identities FROM order_key AS k WHERE k.shop_id = ?1 AND k.field = j.value ->> 0 AND k.fingerprint = j.value ->> 1 \
            ORDER BY k.placed_at DESC, k.order_id DESC LIMIT ?3)) AS orders FROM json_each(?2) AS j",
        [shop.into(), json(identities), limit.into()],
    )
}
