//! Stored orders that are decided anew: by a person, a recheck or a sweep.
//!
//! 1. One read: shop, contacts, what changed in the ruleset, and where every order stands.
//! 2. `casework` decides about each.
//! 3. One batch writes states, checks, holds, cases, mails and audit, or nothing.
//! 4. When another writer was faster the batch has failed as a whole: read and decide again.

use std::collections::BTreeMap;

use ordergate_casework::{Audience, Contact, Restated, ShopClock, ShopFacts, ShopSettings, StandingOrder, fraud_entries};
use ordergate_screening::{Check, Entry, EntryDraft, Order, Settings, check};
use ordergate_store::change::Shell;
use ordergate_store::contact::{self, ContactRow};
use ordergate_store::order::{self, StandingRow};
use ordergate_store::shop::{self, ShopRow};
use ordergate_store::{Statement, change};

use crate::answer_links::AnswerLinks;
use crate::app::App;
use crate::clock;
use crate::d1;
use crate::failure::Failure;
use crate::intake::{TRIES, before_trying_again};
use crate::rulesets::{Known, Loaded};

/// What a decision about stored orders is made from.
pub(crate) struct Desk {
    shop: ShopFacts,
    pub(crate) settings: ShopSettings,
    contacts: Vec<Contact>,
    loaded: Loaded,
    links: AnswerLinks,
    /// The content of what is decided about.
    orders: BTreeMap<String, Order>,
}

impl Desk {
    /// What a confirmed fraud adds to the blacklist, without what no entry can hold.
    pub(crate) fn fraud_entries(&self, app: &App, id: &str) -> Vec<EntryDraft> {
        let Some(order) = self.orders.get(id) else { return Vec::new() };
        let settings = self.loaded.ruleset().settings();
        let mut entries = fraud_entries(order, &self.settings, app.now(), &mut || app.id());
        entries.retain(|entry| Entry::compile(entry, settings).is_ok());
        entries
    }

    /// The settings in force.
    pub(crate) fn published(&self) -> &Settings {
        self.loaded.ruleset().settings()
    }

    /// Runs the ruleset in force over a stored order with the facts its last check saw; `None` when
    /// the order was never readable.
    pub(crate) fn check(&self, app: &App, order: &StandingOrder) -> Option<Check> {
        Some(check(order.order.as_ref()?, &order.facts, self.loaded.ruleset(), app.now()))
    }

    /// Lets `decide` know who is told about an order.
    pub(crate) fn telling<T>(&self, decide: impl FnOnce(&Audience<'_>) -> T) -> T {
        let answer_link = |case: &str, contact: &str, until| self.links.link(case, contact, until);
        decide(&Audience { shop: &self.shop, contacts: &self.contacts, answer_link: &answer_link })
    }
}

/// What is decided about one order.
pub(crate) enum Decision<T> {
    /// To be written; with what the caller wants to know of it.
    Write(Box<Restated>, T),
    /// The order stays as it is; with what the caller wants to know of it.
    Leave(T),
}

/// Decides about every order that exists, all in one transaction, together with `besides` when
/// anything is written. Answers for each order, and whether mails wait to be sent.
pub(crate) async fn decide<T>(
    app: &App,
    shop_id: &str,
    public_url: &str,
    ids: &[&str],
    decide: impl Fn(&Desk, &StandingOrder) -> Decision<T>,
    besides: impl Fn(&Desk, &[Restated]) -> Vec<Statement>,
) -> Result<(BTreeMap<String, T>, bool), Failure> {
    let database = app.database()?;
    for attempt in 0..TRIES {
        before_trying_again(attempt).await;
        // 1. One read.
        let (desk, orders) = read(app, shop_id, public_url, ids).await?;
        // 2. Decide.
        let (mut changes, mut outcomes) = (Vec::new(), BTreeMap::new());
        for order in orders {
            let outcome = match decide(&desk, &order) {
                Decision::Write(change, outcome) => {
                    changes.push(*change);
                    outcome
                }
                Decision::Leave(outcome) => outcome,
            };
            outcomes.insert(order.id, outcome);
        }
        if changes.is_empty() {
            return Ok((outcomes, false));
        }
        // 3. One batch.
        let queued = changes.iter().any(|change| !change.effects.mails.is_empty());
        let mut batch = change::write(shop_id, &changes, &Shell { codes: &desk.settings.hold_codes, public_url }, app.now());
        batch.extend(besides(&desk, &changes));
        match d1::batch(&database, batch).await {
            Ok(_) => return Ok((outcomes, queued)),
            // 4. Another writer was faster.
            Err(Failure::Database(message)) if Statement::lost_the_race(&message) || Statement::was_there_already(&message) => {}
            Err(failure) => return Err(failure),
        }
    }
    Err(Failure::Database(format!("{TRIES} other writers of these orders were faster")))
}

async fn read(app: &App, shop_id: &str, public_url: &str, ids: &[&str]) -> Result<(Desk, Vec<StandingOrder>), Failure> {
    let known = Known::of(shop_id);
    let [newer_snapshot, newer_segments, newer_changes] = known.statements(shop_id);
    let results = d1::batch(
        &app.database()?,
        vec![shop::by_id(shop_id), newer_snapshot, newer_segments, newer_changes, contact::all(shop_id), order::standing(shop_id, ids)],
    )
    .await?;
    let [shop, snapshot, segments, changes, contacts, orders] = results.as_slice() else {
        return Err(Failure::internal("desk", &"a batch answered with another number of results than statements"));
    };
    let shop: ShopRow = d1::one(Some(shop))?.ok_or_else(|| Failure::not_found("shop"))?;
    let contacts: Vec<ContactRow> = d1::all(Some(contacts))?;
    let orders: Vec<StandingRow> = d1::all(Some(orders))?;
    let orders: Vec<StandingOrder> =
        orders.into_iter().map(StandingRow::standing).collect::<Result<_, _>>().map_err(|error| Failure::internal("order row", &error))?;
    let loaded = known.current(app, shop_id, &shop, [snapshot, segments, changes]).await?;
    let settings = ShopSettings::stored(&shop.settings);
    let mut contents = BTreeMap::new();
    contents.extend(orders.iter().filter_map(|order| Some((order.id.clone(), order.order.clone()?))));
    let desk = Desk {
        shop: shop_facts(shop.name, &settings, loaded.ruleset().settings(), public_url),
        settings,
        contacts: contacts.into_iter().map(ContactRow::contact).collect(),
        loaded,
        links: AnswerLinks::new(app, shop_id, public_url),
        orders: contents,
    };
    Ok((desk, orders))
}

/// What mails say about the shop.
pub(crate) fn shop_facts(name: String, own: &ShopSettings, published: &Settings, public_url: &str) -> ShopFacts {
    ShopFacts {
        name,
        admin_url: public_url.to_owned(),
        stop_window_hours: own.stop_window_hours(),
        clock: ShopClock { zone: published.time_zone.clone(), offset_minutes: clock::offset_minutes },
    }
}
