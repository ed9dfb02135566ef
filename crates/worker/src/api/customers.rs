//! `/v1/customers`: people seen in orders, joined by what they share, and whether their next order
//! would pass. A person's key is a fingerprint: addresses hold no personal data.

use std::collections::{BTreeMap, BTreeSet};

use ordergate_casework::{Earlier, fill_in, hold_comment};
use ordergate_screening::key::folded;
use ordergate_screening::{Facts, Invalid, Order, Timestamp, check, is_cash_on_delivery};
use ordergate_store::case::{self, CaseRow, LabelRow};
use ordergate_store::order::{self, CalledOffRow, OrderDetailsRow, OrderListRow};
use ordergate_store::order_key::{self, NamesRow, PersonRow, SharedRow};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::facts::{self, Complete};
use crate::failure::Failure;
use crate::intake::ruleset;
use crate::router::decoded;
use crate::rulesets::Loaded;

use super::cases::{CaseJson, LabelJson};
use super::cursor::{next, paging, refuse};
use super::holds::{LIST, public_url};
use super::listing::list_buyers;
use super::orders::{OrderJson, raw};
use super::{Page, time};

const TITLE: &str = "The request is not valid";
/// Orders of one person that are looked at.
const MOST_ORDERS: u32 = 200;
/// A name has no key: it is looked for among so many orders, the newest.
const NAMED_ORDERS: u32 = 5_000;
/// People that are found by a name, at most.
const MOST_NAMED: usize = 20;
/// People of one bulk request.
const MOST_LISTED: usize = 40;
/// What joins them, at most.
const MOST_KEYS: usize = 50;
/// How far people are joined: by what they share, and by what those share.
const ROUNDS: usize = 3;
/// What joins orders to one person; an address or a device is shared by households.
const JOINING: [&str; 4] = ["email", "phone", "customer", "payment"];

#[derive(Serialize)]
struct PersonJson {
    key: String,
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    city: Option<String>,
    country: Option<String>,
    /// Orders that carry this key.
    orders: i64,
    last_order: LastOrderJson,
}

#[derive(Serialize)]
struct LastOrderJson {
    id: String,
    state: String,
    at: Timestamp,
}

impl From<PersonRow> for PersonJson {
    fn from(row: PersonRow) -> Self {
        Self {
            key: row.person,
            name: row.name,
            email: row.email,
            phone: row.phone,
            city: row.city,
            country: row.country,
            orders: row.orders,
            last_order: LastOrderJson { id: row.order_id, state: row.state, at: time(row.listed_at) },
        }
    }
}

#[derive(Serialize)]
struct CustomerJson {
    customer: PersonJson,
    /// The newest of those that were joined.
    orders: Vec<OrderJson>,
    joined: usize,
    /// Open ones first, then the newest.
    cases: Vec<CaseJson>,
    /// Orders to be paid on delivery that were called off: the parcel was not collected, or never sent.
    unclaimed: usize,
    labels: Vec<LabelJson>,
    would_pass: Option<WouldPassJson>,
}

/// What would be decided about another order like the person's newest one.
#[derive(Serialize)]
struct WouldPassJson {
    passes: bool,
    check: Box<RawValue>,
    reasons: Vec<ReasonJson>,
}

#[derive(Serialize)]
struct ReasonJson {
    source: String,
    reason: String,
    points: i32,
    effect: &'static str,
    /// When it no longer counts; `None` when it never lapses by itself.
    lapses_at: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SearchJson {
    email: Option<String>,
    phone: Option<String>,
    customer_id: Option<String>,
    name: Option<String>,
}

/// `GET /v1/customers`, newest first.
pub(crate) async fn list(app: &App, caller: &Caller, request: &Request) -> Result<Answer, Failure> {
    let paging = paging(request)?;
    if let Some((name, _)) = paging.filters.first() {
        return Err(refuse(name, "unknown parameter; use limit and cursor, or POST /v1/customers/search"));
    }
    let after = paging.after.as_ref().map(|(at, id)| (*at, id.as_str()));
    let mut rows: Vec<PersonRow> = d1::rows(&app.database()?, order_key::people(&caller.shop, after, paging.limit + 1)).await?;
    let next = next(&mut rows, paging.limit, |row| (row.listed_at, &row.order_id));
    Answer::json(200, &Page { data: rows.into_iter().map(PersonJson::from).collect(), next })
}

/// `POST /v1/customers/search`: what a person is found by stands in the body, never in an address.
pub(crate) async fn search(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let SearchJson { email, phone, customer_id, name } = super::body(&read(request, API_CAP).await?, TITLE)?;
    let loaded = ruleset(app, &caller.shop).await?;
    // The core names what an order carries, so what is looked for is put into one.
    let asked = serde_json::json!({"id": "search", "placed_at": app.now().to_string(), "currency": "EUR", "total": "0",
        "email": email, "phone": phone, "customer": {"id": customer_id}});
    let order = Order::from_json(asked.to_string().as_bytes()).map_err(|invalid| Failure::invalid(TITLE, invalid))?;
    let keys = facts::identities_of(app, &caller.shop, &order, loaded.ruleset().settings().default_country.as_deref())?;
    let words: Vec<String> =
        folded(name.as_deref().unwrap_or_default()).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if keys.is_empty() && words.is_empty() {
        return Err(Failure::invalid(TITLE, Invalid::one("", "name an e-mail address, a phone number, a customer id or a name")));
    }
    let mut found: Vec<String> = keys.iter().map(|key| format!("{}:{}", key.field.as_str(), key.fingerprint)).collect();
    if !words.is_empty() {
        found.extend(named(app, &caller.shop, &words).await?);
    }
    if found.is_empty() {
        return Answer::json(200, &Page { data: Vec::<PersonJson>::new(), next: None });
    }
    let people = found.iter().map(|key| order_key::person(&caller.shop, key)).collect();
    let mut data: Vec<PersonJson> = Vec::new();
    for result in d1::batch(&app.database()?, people).await? {
        let row: Option<PersonRow> = d1::one(Some(&result))?;
        data.extend(row.map(PersonJson::from).filter(|found| !data.iter().any(|known| known.key == found.key)));
    }
    Answer::json(200, &Page { data, next: None })
}

/// The people of the newest orders in whose name each of the words begins one, in any case and with
/// any marks; newest first.
async fn named(app: &App, shop: &str, words: &[String]) -> Result<Vec<String>, Failure> {
    let row: Option<NamesRow> = d1::first(&app.database()?, order_key::names(shop, NAMED_ORDERS)).await?;
    let people = row.map(|row| row.people()).transpose().map_err(|error| Failure::internal("names", &error))?.unwrap_or_default();
    let has = |name: &str| {
        let name = folded(name);
        words.iter().all(|word| name.split([' ', '-']).any(|part| part.starts_with(word.as_str())))
    };
    let mut found: Vec<String> = Vec::new();
    for (person, name) in people {
        if found.len() < MOST_NAMED && !found.contains(&person) && has(&name) {
            found.push(person);
        }
    }
    Ok(found)
}

/// `GET /v1/customers/{key}`.
pub(crate) async fn show(app: &App, caller: &Caller, key: &str) -> Result<Answer, Failure> {
    let (key, shop, database) = (decoded(key).unwrap_or_default(), caller.shop.as_str(), app.database()?);
    let row: Option<PersonRow> = d1::first(&database, order_key::person(shop, &key)).await?;
    let person = row.ok_or_else(|| Failure::not_found("customer"))?;
    let ids = joined(app, shop, &key).await?;
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let asked = vec![
        order::by_ids(shop, &ids, MOST_ORDERS),
        case::labels_of(shop, &ids),
        order::details(shop, &person.order_id),
        case::of_orders(shop, &ids),
        order::called_off(shop, &ids),
    ];
    let results = d1::batch(&database, asked).await?;
    let orders: Vec<OrderListRow> = d1::all(results.first())?;
    let labels: Vec<LabelRow> = d1::all(results.get(1))?;
    let details: Option<OrderDetailsRow> = d1::one(results.get(2))?;
    let cases: Vec<CaseRow> = d1::all(results.get(3))?;
    let called_off: Vec<CalledOffRow> = d1::all(results.get(4))?;
    let would_pass = match details.and_then(|row| row.details) {
        Some(json) => Some(would_pass(app, shop, &json).await?),
        None => None,
    };
    let answer = CustomerJson {
        customer: person.into(),
        joined: ids.len(),
        orders: orders.into_iter().map(OrderJson::from).collect(),
        cases: cases.into_iter().map(|row| CaseJson::of(row, app.now())).collect(),
        unclaimed: called_off.iter().filter(|row| row.method.as_deref().is_some_and(is_cash_on_delivery)).count(),
        labels: labels.into_iter().map(LabelJson::from).collect(),
        would_pass,
    };
    Answer::json(200, &answer)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BulkJson {
    action: String,
    keys: Vec<String>,
    comment: String,
    /// What is copied, instead of what the shop has chosen.
    fields: Option<Vec<String>>,
}

/// What became of one person of a bulk request.
#[derive(Serialize)]
struct BulkItemJson {
    key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// `POST /v1/customers/bulk`: adds people to the blacklist, each by their newest order.
pub(crate) async fn bulk(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let BulkJson { action, keys, comment, fields } = super::body(&read(request, API_CAP).await?, TITLE)?;
    let invalid = |pointer: &str, detail: String| Failure::invalid(TITLE, Invalid::one(pointer, detail));
    if action != LIST {
        return Err(invalid("/action", format!("use {LIST}")));
    }
    if keys.is_empty() || keys.len() > MOST_LISTED {
        return Err(invalid("/keys", format!("has {} keys; send 1 to {MOST_LISTED}", keys.len())));
    }
    let comment = hold_comment(&comment, "/comment").map_err(|problem| Failure::invalid(TITLE, Invalid { problems: vec![problem] }))?;
    let people = keys.iter().map(|key| order_key::person(&caller.shop, key)).collect();
    let results = d1::batch(&app.database()?, people).await?;
    let mut newest = BTreeMap::new();
    for (key, result) in keys.iter().zip(&results) {
        let row: Option<PersonRow> = d1::one(Some(result))?;
        newest.extend(row.map(|row| (key.as_str(), row.order_id)));
    }
    let orders: BTreeSet<&str> = newest.values().map(String::as_str).collect();
    let done =
        list_buyers(app, caller, &orders.into_iter().collect::<Vec<_>>(), &comment, fields.as_deref(), &public_url(request)?).await?;
    let item = |key: &String| {
        let (entry, error) = match newest.get(key.as_str()).and_then(|order| done.get(order)) {
            None => (None, Some("there is no such customer".to_owned())),
            Some(Ok(entry)) => (Some(entry.clone()), None),
            Some(Err(error)) => (None, Some(error.clone())),
        };
        BulkItemJson { key: key.clone(), entry, error }
    };
    Ok(Answer::json(200, &Page { data: keys.iter().map(item).collect(), next: None })?.then_sweeping())
}

/// The orders of a person: those with the key, and those that share with them what is one person's.
async fn joined(app: &App, shop: &str, key: &str) -> Result<BTreeSet<String>, Failure> {
    let (mut orders, mut keys) = (BTreeSet::new(), BTreeSet::from([key.to_owned()]));
    for _ in 0..ROUNDS {
        let asked: Vec<(&str, &str)> = keys.iter().filter_map(|key| key.split_once(':')).take(MOST_KEYS).collect();
        let rows: Vec<SharedRow> = d1::rows(&app.database()?, order_key::orders_with(shop, &asked, MOST_ORDERS)).await?;
        let before = (orders.len(), keys.len());
        for row in rows {
            for (order, identities) in row.orders().map_err(|error| Failure::internal("order keys", &error))? {
                let joining =
                    identities.split(',').filter(|identity| identity.split_once(':').is_some_and(|(field, _)| JOINING.contains(&field)));
                keys.extend(joining.map(str::to_owned));
                orders.insert(order);
            }
        }
        if (orders.len(), keys.len()) == before {
            break;
        }
    }
    Ok(orders)
}

/// What would be decided about another order like this one, and when each reason lapses.
async fn would_pass(app: &App, shop: &str, json: &str) -> Result<WouldPassJson, Failure> {
    let mut order = Order::from_json(json.as_bytes()).map_err(|error| Failure::internal("order row", &error))?;
    // The next order: the newest one is among the earlier ones that it is counted with.
    order.id.push_str(" next");
    order.placed_at = app.now();
    let loaded = ruleset(app, shop).await?;
    let complete = facts::complete(app, shop, &order, &Facts::default(), &loaded, None, None).await?;
    let made = check(&order, &complete.facts, loaded.ruleset(), app.now());
    let reasons = made
        .matches
        .iter()
        .map(|found| ReasonJson {
            source: found.source.clone(),
            reason: found.reason.clone(),
            points: found.points,
            effect: found.effect.as_str(),
            lapses_at: match found.source.split_once(':') {
                Some(("entry", id)) => loaded.ruleset().lapses_at(id),
                _ => rule_lapses(&found.source, &loaded, &order, &complete),
            },
        })
        .collect();
    Ok(WouldPassJson { passes: !made.held, check: raw(made.to_json())?, reasons })
}

/// When a rule that counts earlier orders no longer fires, if nothing is bought meanwhile: what is
/// counted only leaves its windows, so the moment is found by halving. `None` for a rule that fires
/// whatever was bought before.
fn rule_lapses(source: &str, loaded: &Loaded, order: &Order, complete: &Complete) -> Option<Timestamp> {
    const HOUR: i64 = 3_600_000;
    let now = order.placed_at;
    let ends = |past: &Earlier| [1, 24, 7 * 24, 30 * 24].map(|hours| past.placed_at.plus_millis(hours * HOUR));
    // A decayed counter fades between the windows' ends, so every hour is looked at too.
    let mut moments: Vec<Timestamp> =
        complete.earlier.iter().flat_map(ends).chain((1..=720).map(|hour| now.plus_millis(hour * HOUR))).filter(|at| *at > now).collect();
    moments.sort_unstable();
    moments.dedup();
    let fires = |at: Timestamp| {
        let later = Order { placed_at: at, ..order.clone() };
        let mut facts = Facts { velocity: BTreeMap::new(), ..complete.facts.clone() };
        fill_in(&mut facts, &later, &complete.identities, &complete.earlier);
        check(&later, &facts, loaded.ruleset(), at).matches.iter().any(|found| found.source == source)
    };
    let last = moments.partition_point(|at| fires(*at));
    moments.get(last).copied()
}
