//! `POST /v1/privacy/export` and `/v1/privacy/erase`: what a shop has of one person, and how it takes
//! it away. Whom it is about stands in the body, never in an address or a log.
//!
//! Erasing, one bounded step after the other, each safe to be done again:
//! 1. Orders of the person, a hundred in a transaction: content, name, city, notes, what they were
//!    known by, and the texts of the mails about them.
//! 2. Bodies of deliveries about these orders, and those that hold the person but no readable order.
//! 3. Mails to the person, if they are no contact of the shop.
//! 4. Entries that name them: those out of force lose their content; those in force only if asked for.
//! 5. The audit says who erased how much, and why; not whom.

use ordergate_casework::hold_comment;
use ordergate_screening::{Invalid, Timestamp};
use ordergate_store::privacy::{self, About, BodyRow, Erasure, IdRow, NamingRow};
use ordergate_store::{audit, entry, segment};
use serde::{Deserialize, Serialize};
use worker::Request;

use super::orders::{OrderPageJson, one};
use super::time;
use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::person::{Named, Person};

const TITLE: &str = "The request is not valid";
/// Orders of one answer of an export; each comes with all that belongs to it.
const EXPORTED: u32 = 20;
/// Orders that are erased in one transaction.
const ERASED_AT_ONCE: u32 = 100;
/// Transactions of one request; whoever has more orders is asked for again.
const ROUNDS: usize = 20;

/// What an erasure leaves, in words for whoever answers the person.
const STAYS: [&str; 5] = [
    "id, number, state, total, country and checks of the orders: checks hold counts and the names of entries and rules, no values",
    "comments and notes that people of the shop wrote: they are the shop's own words",
    "the audit, which is never changed: it may quote such comments, and what could not be read of an order",
    "entries in force that name the person, unless `entries` is true: they are the shop's legitimate interest",
    "rules and lists of the draft and of published snapshots, should the shop have written the person into them",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExportJson {
    email: Option<String>,
    phone: Option<String>,
    customer_id: Option<String>,
    /// `next` of the answer before.
    cursor: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EraseJson {
    email: Option<String>,
    phone: Option<String>,
    customer_id: Option<String>,
    comment: Option<String>,
    #[serde(default)]
    entries: bool,
}

#[derive(Serialize)]
struct ExportedJson {
    orders: Vec<ExportedOrderJson>,
    /// Deliveries that hold the person and no readable order.
    deliveries: Vec<DeliveryJson>,
    entries: Vec<EntryJson>,
    /// Contacts of the shop with this address.
    contacts: Vec<String>,
    next: Option<String>,
}

#[derive(Serialize)]
struct ExportedOrderJson {
    #[serde(flatten)]
    page: OrderPageJson,
    deliveries: Vec<DeliveryJson>,
}

/// A delivery as it came, or a part of a long one.
#[derive(Serialize)]
struct DeliveryJson {
    platform: String,
    id: String,
    topic: String,
    received_at: Timestamp,
    /// `null` when it has more than 200,000 bytes.
    body: Option<String>,
}

/// An entry that names the person.
#[derive(Serialize)]
struct EntryJson {
    id: String,
    reason: String,
    /// Whether it is in force.
    in_force: bool,
}

#[derive(Serialize)]
struct ErasedJson {
    /// Orders that no longer hold anything personal.
    orders: usize,
    /// Bodies of deliveries that were deleted.
    delivery_bodies: usize,
    /// Mails to the person, beside those about the orders.
    mails: usize,
    /// Entries that name the person, as they stand now.
    entries: Vec<EntryJson>,
    /// Contacts of the shop with this address: a shop's own people are removed by `/v1/contacts`.
    contacts: Vec<String>,
    /// `false`: there were too many orders for one request; send it again.
    complete: bool,
    stays: [&'static str; 5],
}

/// `POST /v1/privacy/export`.
pub(crate) async fn export(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let ExportJson { email, phone, customer_id, cursor } = super::body(&read(request, API_CAP).await?, TITLE)?;
    let (shop, database) = (caller.shop.as_str(), app.database()?);
    let mut person = Person::of(app, shop, &Named { email, phone, customer_id }, TITLE).await?;
    let ids = person.orders(app, shop, cursor.as_deref().unwrap_or_default(), EXPORTED).await?;
    let full = ids.len() == usize::try_from(EXPORTED).unwrap_or(usize::MAX);
    let texts = person.texts();
    // What belongs to no order stands on the first page.
    let first = cursor.is_none();
    let about = About { orders: &ids, texts: if first { &texts } else { &[] } };
    let mut bodies: Vec<BodyRow> = Person::walk_bodies(app, shop, about, privacy::bodies).await?;
    let mut orders = Vec::new();
    for id in &ids {
        let (own, rest): (Vec<_>, Vec<_>) = bodies.into_iter().partition(|body| body.order_id.as_ref() == Some(id));
        bodies = rest;
        orders.push(ExportedOrderJson { page: one(app, caller, id).await?, deliveries: own.into_iter().map(DeliveryJson::from).collect() });
    }
    let entries = if first { person.entries(app, shop).await? } else { Vec::new() };
    let detail = format!("{} orders, {} entries", orders.len(), entries.len());
    let written = vec![
        privacy::contacts(shop, if first { &texts } else { &[] }),
        audit::add(shop, "shop", app.now(), &app.id(), caller.actor.as_str(), "privacy.exported", &detail),
    ];
    let results = d1::batch(&database, written).await?;
    let answer = ExportedJson {
        orders,
        deliveries: bodies.into_iter().map(DeliveryJson::from).collect(),
        entries: entries.into_iter().map(EntryJson::from).collect(),
        contacts: d1::all::<IdRow>(results.first())?.into_iter().map(|row| row.id).collect(),
        next: ids.last().filter(|_| full).cloned(),
    };
    Answer::json(200, &answer)
}

/// `POST /v1/privacy/erase`.
pub(crate) async fn erase(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let EraseJson { email, phone, customer_id, comment, entries } = super::body(&read(request, API_CAP).await?, TITLE)?;
    let why = hold_comment(&comment.unwrap_or_default(), "/comment")
        .map_err(|problem| Failure::invalid(TITLE, Invalid { problems: vec![problem] }))?;
    let (shop, database, actor) = (caller.shop.as_str(), app.database()?, caller.actor.as_str());
    let mut person = Person::of(app, shop, &Named { email, phone, customer_id }, TITLE).await?;

    // 1. Orders. Their bodies are walked over before they are no longer found.
    let (mut orders, mut delivery_bodies, mut complete) = (0, 0, false);
    let mut after = String::new();
    for _ in 0..ROUNDS {
        let ids = person.orders(app, shop, &after, ERASED_AT_ONCE).await?;
        let texts = person.texts();
        // 2. Bodies.
        let about = About { orders: &ids, texts: &texts };
        let deleted: Vec<IdRow> = Person::walk_bodies(app, shop, about, privacy::erase_bodies).await?;
        delivery_bodies += deleted.len();
        let erased: Vec<(&str, String)> = ids.iter().map(|id| (id.as_str(), app.id())).collect();
        if !erased.is_empty() {
            d1::batch(&database, privacy::erase(shop, &erased, Erasure { actor, why: &why, at: app.now() })).await?;
        }
        orders += erased.len();
        complete = ids.len() < usize::try_from(ERASED_AT_ONCE).unwrap_or(usize::MAX);
        after = ids.into_iter().next_back().unwrap_or_default();
        if complete {
            break;
        }
    }

    // 3. Mails; 4. entries.
    let texts = person.texts();
    let named = person.entries(app, shop).await?;
    let live: Vec<&str> = named.iter().filter(|row| row.removed_at.is_none()).map(|row| row.id.as_str()).collect();
    let all: Vec<&str> = named.iter().map(|row| row.id.as_str()).collect();
    let mut batch = vec![privacy::forget_recipient(shop, &texts), privacy::contacts(shop, &texts)];
    if entries && !live.is_empty() {
        let audited: Vec<_> = live.iter().map(|id| (format!("entry:{id}"), app.id())).collect();
        let audited: Vec<_> = audited.iter().map(|(of, id)| (of.clone(), id.as_str(), actor, "entry.removed", why.as_str())).collect();
        batch.extend([entry::next_seq(shop), privacy::remove_entries(shop, &live, app.now()), audit::add_many(shop, &audited, app.now())]);
    }
    batch.push(privacy::blank_entries(shop, &all));
    if !all.is_empty() {
        batch.extend(segment::drop_all(shop, app.now()));
    }
    // 5. The audit.
    let detail = format!("{why} ({orders} orders, {delivery_bodies} bodies of deliveries)");
    batch.push(audit::add(shop, "shop", app.now(), &app.id(), actor, "privacy.erased", &detail));
    let results = d1::batch(&database, batch).await?;
    let answer = ErasedJson {
        orders,
        delivery_bodies,
        mails: d1::all::<IdRow>(results.first())?.len(),
        contacts: d1::all::<IdRow>(results.get(1))?.into_iter().map(|row| row.id).collect(),
        // Those that were out of force before say nothing of the person any more.
        entries: named
            .into_iter()
            .filter(|row| row.removed_at.is_none())
            .map(|row| EntryJson { in_force: !entries, ..EntryJson::from(row) })
            .collect(),
        complete,
        stays: STAYS,
    };
    Answer::json(200, &answer)
}

impl From<BodyRow> for DeliveryJson {
    fn from(row: BodyRow) -> Self {
        Self { platform: row.platform, id: row.id, topic: row.topic, received_at: time(row.received_at), body: row.body }
    }
}

impl From<NamingRow> for EntryJson {
    fn from(row: NamingRow) -> Self {
        Self { id: row.id, reason: row.reason, in_force: row.removed_at.is_none() }
    }
}
