//! One arrival, from what is stored to what is committed:
//!
//! 1. One read: shop, what is stored of the order, contacts, and what changed in the ruleset.
//! 2. `casework` decides; the check runs only when it is needed.
//! 3. One batch writes delivery, order, check, matches, hold, mails and audit, or nothing.
//! 4. When another writer was faster the batch has failed as a whole: read and decide again.

use std::time::Duration;

use ordergate_casework::{
    Arrival, Audience, Contact, PlatformStatus, ShopSettings, Source, Step, Stored, Unreadable, arrive, arrive_unreadable,
};
use ordergate_screening::{Facts, Order, Problem, Timestamp, check};
use ordergate_store::change::Shell;
use ordergate_store::checkout_token::{self, CarriedRow};
use ordergate_store::contact::ContactRow;
use ordergate_store::delivery::{DeliveryRow, NewDelivery};
use ordergate_store::order::StoredRow;
use ordergate_store::order_key::EarlierRow;
use ordergate_store::shop::ShopRow;
use ordergate_store::{Statement, change, contact, delivery, intake, order, order_key, shop};
use worker::Delay;

use crate::answer_links::AnswerLinks;
use crate::app::App;
use crate::d1;
use crate::desk::shop_facts;
use crate::facts::{self, Complete, SeenBefore};
use crate::failure::Failure;
use crate::proof::{self, Token};
use crate::rulesets::{Known, Loaded};

/// What arrived.
pub(crate) enum Content<'a> {
    /// An order to be checked.
    Order {
        order: &'a Order,
        version: Timestamp,
        status: Option<PlatformStatus>,
        notes: &'a [String],
        hold: Option<&'a str>,
        facts: &'a Facts,
    },
    /// A signed delivery whose order cannot be read.
    Unreadable { order_id: &'a str, number: Option<&'a str>, version: Option<Timestamp>, problem: &'a Problem },
    /// A signed delivery on a topic that is not acted on.
    Ignored,
}

/// The webhook delivery it arrived with.
pub(crate) struct DeliveryParts<'a> {
    pub(crate) platform: &'a str,
    pub(crate) id: &'a str,
    pub(crate) topic: &'a str,
    pub(crate) body: &'a [u8],
    pub(crate) replay: Option<Replay<'a>>,
}

/// A stored delivery that somebody sends through again.
pub(crate) struct Replay<'a> {
    /// The delivery that brought the body.
    pub(crate) of: &'a str,
    /// The audit entry that is written with it.
    pub(crate) note: Statement,
}

impl DeliveryParts<'_> {
    /// The audit entry of a replay.
    pub(crate) fn note(&self) -> Option<Statement> {
        self.replay.as_ref().map(|replay| replay.note.clone())
    }
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Written; `queued` says whether mails wait to be sent, `tells` whether the platform may have to
    /// be told something.
    Taken { created: bool, queued: bool, tells: bool },
    /// A newer version was stored already.
    Stale,
    /// This version was stored already.
    Same,
    /// Another body is stored under this id and version.
    Conflict,
    /// Stored as ignored.
    Ignored,
    /// This very delivery was stored already.
    Duplicate,
}

/// Writers of one order that may be faster than this one, before it gives up with 503.
pub(crate) const TRIES: u64 = 8;

/// What one read finds.
struct Found {
    shop: ShopRow,
    loaded: Loaded,
    stored: Option<Stored>,
    contacts: Vec<Contact>,
    seen: bool,
    /// The shop's earlier orders that share an identity, when the isolate knew how to name them.
    seen_before: Option<SeenBefore>,
    /// The order that carried the token first.
    carried: Option<CarriedRow>,
}

/// Takes an arrival in.
pub(crate) async fn take(
    app: &App,
    shop_id: &str,
    public_url: &str,
    source: Source,
    content: Content<'_>,
    parts: Option<DeliveryParts<'_>>,
) -> Result<Outcome, Failure> {
    let database = app.database()?;
    let order_id = match &content {
        Content::Order { order, .. } => Some(order.id.as_str()),
        Content::Unreadable { order_id, .. } => Some(*order_id),
        Content::Ignored => None,
    };
    let token = match &content {
        Content::Order { order, .. } => Some(proof::open(app, shop_id, order)?),
        _ => None,
    };
    let token_id = token.as_ref().and_then(|token| token.id.as_deref());
    for attempt in 0..TRIES {
        before_trying_again(attempt).await;
        // 1. One read.
        let order = match &content {
            Content::Order { order, facts, .. } => Some((*order, *facts)),
            _ => None,
        };
        let mut found = read(app, shop_id, order_id, parts.as_ref(), order.map(|(order, _)| order), token_id).await?;
        let carried = found.carried.as_ref().map(|row| row.order_id.as_str());
        if found.seen {
            return Ok(Outcome::Duplicate);
        }
        let complete = match order {
            Some((order, sent)) => {
                let token: Option<(&Token, _)> = token.as_ref().map(|token| (token, carried));
                facts::complete(app, shop_id, order, sent, &found.loaded, found.seen_before.take(), token).await?
            }
            None => Complete::default(),
        };
        // 2. Decide.
        let now = app.now();
        let settings = ShopSettings::stored(&found.shop.settings);
        let shop = shop_facts(found.shop.name.clone(), &settings, found.loaded.ruleset().settings(), public_url);
        let shell = Shell { codes: &settings.hold_codes, public_url };
        let links = AnswerLinks::new(app, shop_id, public_url);
        let answer_link = |case: &str, contact: &str, until| links.link(case, contact, until);
        let audience = Audience { shop: &shop, contacts: &found.contacts, answer_link: &answer_link };
        let mut ids = || app.id();
        let step = match &content {
            Content::Order { order, version, status, notes, hold, .. } => {
                let Complete { facts, identities, .. } = &complete;
                let arrival =
                    Arrival { order, version: *version, status: *status, source, hold: *hold, notes, facts, identities, audience, now };
                Some(arrive(found.stored.as_ref(), &arrival, || check(order, facts, found.loaded.ruleset(), now), &mut ids))
            }
            Content::Unreadable { order_id, number, version, problem } => {
                let unreadable = Unreadable { order_id, number: *number, version: *version, problem, source };
                Some(arrive_unreadable(found.stored.as_ref(), &unreadable, &mut ids))
            }
            Content::Ignored => None,
        };
        let (outcome, word, mut batch) = match &step {
            Some(Step::Write(plan)) => {
                let outcome = Outcome::Taken {
                    created: plan.order.replaces == 0,
                    queued: !plan.effects.mails.is_empty(),
                    tells: plan.effects.tells(),
                };
                let word = if plan.order.details.is_some() { "taken" } else { "unreadable" };
                let mut batch = intake::write(shop_id, plan, &shell, now);
                batch.extend(token_id.filter(|_| carried.is_none()).map(|id| checkout_token::carry(shop_id, id, &plan.order.id, now)));
                (outcome, word, batch)
            }
            Some(Step::Restate(late)) => {
                let queued = !late.effects.mails.is_empty();
                let batch = change::write(shop_id, std::slice::from_ref(late), &shell, now);
                (Outcome::Taken { created: false, queued, tells: late.effects.tells() }, "late", batch)
            }
            Some(Step::Stale) => (Outcome::Stale, "stale", Vec::new()),
            Some(Step::Same) => (Outcome::Same, "same", Vec::new()),
            Some(Step::Conflict) => (Outcome::Conflict, "conflict", Vec::new()),
            None => (Outcome::Ignored, "ignored", Vec::new()),
        };
        // 3. One batch.
        if let Some(parts) = &parts {
            let DeliveryParts { platform, id, topic, body, .. } = *parts;
            batch.extend(parts.note());
            batch.extend(delivery::add(shop_id, NewDelivery { platform, id, topic, order: order_id, outcome: word, body }, now));
        }
        if batch.is_empty() {
            return Ok(outcome);
        }
        match d1::batch(&database, batch).await {
            Ok(_) => return Ok(outcome),
            // 4. Another writer was faster.
            Err(Failure::Database(message)) if Statement::lost_the_race(&message) || Statement::was_there_already(&message) => {}
            Err(failure) => return Err(failure),
        }
    }
    Err(Failure::Database(format!("{TRIES} other writers of this order were faster")))
}

/// Writers that were slower do not all come back at once, or the oldest version would win again and
/// again.
pub(crate) async fn before_trying_again(attempt: u64) {
    if attempt > 0 {
        Delay::from(Duration::from_millis(u64::from(App::jitter()) * attempt / 20)).await;
    }
}

async fn read(
    app: &App,
    shop_id: &str,
    order_id: Option<&str>,
    parts: Option<&DeliveryParts<'_>>,
    order: Option<&Order>,
    token: Option<&str>,
) -> Result<Found, Failure> {
    let known = Known::of(shop_id);
    let identities = match order.zip(known.default_country()) {
        Some((order, country)) => Some(facts::identities_of(app, shop_id, order, country.as_deref())?),
        None => None,
    };
    let placed_at = order.map_or(app.now(), |order| order.placed_at);
    let (platform, delivery_id) = parts.map_or(("", ""), |parts| (parts.platform, parts.id));
    let [newer_snapshot, newer_segments, newer_changes] = known.statements(shop_id);
    let results = d1::batch(
        &app.database()?,
        vec![
            shop::by_id(shop_id),
            newer_snapshot,
            newer_segments,
            newer_changes,
            contact::all(shop_id),
            order::stored(shop_id, order_id.unwrap_or_default()),
            delivery::by_id(shop_id, platform, delivery_id),
            order_key::earlier(shop_id, order_id.unwrap_or_default(), identities.as_deref().unwrap_or_default(), placed_at),
            checkout_token::carried(shop_id, token.unwrap_or_default()),
        ],
    )
    .await?;
    let [shop, snapshot, segments, changes, contacts, stored, seen, earlier, carried] = results.as_slice() else {
        return Err(Failure::internal("intake", &"a batch answered with another number of results than statements"));
    };
    let shop: ShopRow = d1::one(Some(shop))?.ok_or_else(|| Failure::internal("intake", &"a key or endpoint without its shop"))?;
    let contacts: Vec<ContactRow> = d1::all(Some(contacts))?;
    let stored: Option<StoredRow> = d1::one(Some(stored))?;
    let seen: Option<DeliveryRow> = d1::one(Some(seen))?;
    Ok(Found {
        loaded: known.current(app, shop_id, &shop, [snapshot, segments, changes]).await?,
        shop,
        stored: stored.map(StoredRow::stored).transpose().map_err(|error| Failure::internal("order row", &error))?,
        contacts: contacts.into_iter().map(ContactRow::contact).collect(),
        seen: parts.is_some() && seen.is_some(),
        carried: d1::one(Some(carried))?,
        seen_before: match identities {
            Some(identities) => Some(SeenBefore { identities, earlier: d1::all::<EarlierRow>(Some(earlier))? }),
            None => None,
        },
    })
}

/// The ruleset in force, without an arrival.
pub(crate) async fn ruleset(app: &App, shop_id: &str) -> Result<Loaded, Failure> {
    Ok(read(app, shop_id, None, None, None, None).await?.loaded)
}
