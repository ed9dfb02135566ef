//! One evaluation of one order against one ruleset.

use serde::{Deserialize, Serialize};

use crate::entry::{Effect, Entry, Field, OrderTest, PlaceTest};
use crate::key::{self, Email, IpKey, Phone, Postcode, StreetAddress};
use crate::rule::Evaluation;
use crate::{DATA_VERSION, ENGINE_VERSION, Facts, NORMALISER_VERSION, Order, Place, Ruleset, Timestamp};

/// The engine's answer, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Nothing stops the order.
    Approve,
    /// The order is held for a person.
    Review,
    /// The order is held; the shop's rules say to refuse it. People refuse, the engine does not.
    Decline,
}

impl Decision {
    /// The decision's name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Review => "review",
            Self::Decline => "decline",
        }
    }
}

/// An entry or rule that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// `entry:<id>` or `rule:<id>`.
    pub source: String,
    /// The entry's reason or the rule's name.
    pub reason: String,
    /// What it adds to the score; 0 unless its effect is `points`.
    pub points: i32,
    /// What it does.
    pub effect: Effect,
    /// The entry's filled fields in the contract's order; empty for rules.
    pub fields: Vec<Field>,
    /// Where all its place fields hold: `billing`, `shipping`, `lines[i]`, `customer`.
    pub places: Vec<String>,
}

/// The immutable record of one check; serialises to the contract's JSON, keys in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What becomes of the order.
    pub decision: Decision,
    /// Sum of the points of all matches.
    pub score: i32,
    /// The threshold it was compared with.
    pub minimum: Option<i32>,
    /// Shown as suspicious.
    pub marked: bool,
    /// Not to be processed until released.
    pub held: bool,
    /// Approved because an allow entry or rule fired.
    pub allowed: bool,
    /// Why nothing was tested: `inactive`.
    pub skipped: Option<String>,
    /// Entries by id, then rules by id.
    pub matches: Vec<Match>,
    /// When it was made, as given.
    pub now: Timestamp,
    /// Snapshot number; 0 for a draft.
    pub snapshot: u64,
    /// Newest entry change in force.
    pub entries_seq: u64,
    /// Version of the data files.
    pub data: String,
    /// [`ENGINE_VERSION`].
    pub engine: u32,
    /// [`NORMALISER_VERSION`].
    pub normaliser: u32,
}

impl Check {
    /// The contract's JSON, without spaces.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Checks one order: every live entry and every active rule is evaluated, whatever fired before.
pub fn check(order: &Order, facts: &Facts, ruleset: &Ruleset, now: Timestamp) -> Check {
    let settings = &ruleset.settings;
    let mut check = Check {
        decision: Decision::Approve,
        score: 0,
        minimum: settings.minimum_points,
        marked: false,
        held: false,
        allowed: false,
        skipped: None,
        matches: Vec::new(),
        now,
        snapshot: ruleset.snapshot,
        entries_seq: ruleset.entries_seq,
        data: DATA_VERSION.to_owned(),
        engine: ENGINE_VERSION,
        normaliser: NORMALISER_VERSION,
    };
    if !settings.active {
        check.skipped = Some("inactive".to_owned());
        return check;
    }
    let keys = OrderKeys::read(order, settings.default_country.as_deref());
    let live = |entry: &&Entry| entry.expires_at.is_none_or(|end| now < end);
    check.matches.extend(ruleset.entries.values().filter(live).filter_map(|entry| keys.matched_by(entry)));
    let evaluation = Evaluation::new(order, facts, settings, &ruleset.rules.code);
    check.matches.extend(ruleset.rules.fired(&evaluation).map(|rule| Match {
        source: format!("rule:{}", rule.id),
        reason: rule.reason.clone(),
        points: rule.points,
        effect: rule.effect,
        fields: Vec::new(),
        places: Vec::new(),
    }));
    check.decide(settings.decline_points);
    check
}

impl Check {
    /// Precedence: hold_always > allow > decline by score > hold or score > mark.
    fn decide(&mut self, decline_points: Option<i32>) {
        let fired = |effect: Effect| self.matches.iter().any(|found| found.effect == effect);
        self.score = self.matches.iter().fold(0, |sum: i32, found| sum.saturating_add(found.points));
        let over = |limit: Option<i32>| limit.is_some_and(|limit| self.score > limit);
        let hold_always = fired(Effect::HoldAlways);
        self.allowed = !hold_always && fired(Effect::Allow);
        self.decision = if hold_always {
            Decision::Review
        } else if self.allowed {
            Decision::Approve
        } else if over(decline_points) {
            Decision::Decline
        } else if fired(Effect::Hold) || over(self.minimum) {
            Decision::Review
        } else {
            Decision::Approve
        };
        self.held = self.decision != Decision::Approve;
        let suspicious =
            |found: &Match| found.source.starts_with("entry:") || matches!(found.effect, Effect::Mark | Effect::Hold | Effect::HoldAlways);
        self.marked = !self.allowed && (self.held || self.matches.iter().any(suspicious));
    }
}

/// Canonical form of one place of an order.
struct PlaceKeys {
    name: String,
    first_name: Option<String>,
    last_name: Option<String>,
    full_name: Option<String>,
    address: StreetAddress,
    postcode: Option<Postcode>,
    city: Option<String>,
    country: Option<String>,
    company: Option<String>,
    tax_id: Option<String>,
}

impl PlaceKeys {
    fn read(name: String, place: &Place, country: Option<&str>) -> Self {
        let country = place.country.as_deref().and_then(key::country).or_else(|| country.map(str::to_owned));
        let country = country.as_deref();
        let read = |value: &Option<String>, key: fn(&str) -> Option<String>| value.as_deref().and_then(key);
        Self {
            name,
            first_name: read(&place.first_name, key::name),
            last_name: read(&place.last_name, key::name),
            full_name: key::full_name(place.first_name.as_deref(), place.last_name.as_deref()),
            address: StreetAddress::parse(place.street.as_deref(), place.street2.as_deref(), place.house_number.as_deref(), country),
            postcode: place.postcode.as_deref().and_then(|value| Postcode::parse(value, country)),
            city: read(&place.city, key::city),
            country: read(&place.country, key::country),
            company: read(&place.company, key::company),
            tax_id: read(&place.tax_id, key::tax_id),
        }
    }

    /// Whether every filled place field of the entry holds here.
    fn passes(&self, test: &PlaceTest) -> bool {
        let same = |wanted: &Option<String>, found: &Option<String>| wanted.is_none() || wanted == found;
        let names = match &test.full_name {
            Some(_) => test.full_name == self.full_name,
            None => same(&test.first_name, &self.first_name) && same(&test.last_name, &self.last_name),
        };
        names
            && same(&test.street, &self.address.street)
            && same(&test.number, &self.address.number)
            && same(&test.city, &self.city)
            && same(&test.country, &self.country)
            && same(&test.company, &self.company)
            && same(&test.tax_id, &self.tax_id)
            && test
                .postcode
                .as_ref()
                .is_none_or(|wanted| self.postcode.as_ref().is_some_and(|found| *wanted == found.full || *wanted == found.short))
    }
}

/// Canonical form of everything in an order that entries compare.
struct OrderKeys {
    places: Vec<PlaceKeys>,
    email: Option<Email>,
    ip: Option<IpKey>,
    phones: Vec<Phone>,
    customer_id: Option<String>,
    payment_fingerprint: Option<String>,
    device: Option<String>,
}

impl OrderKeys {
    fn read(order: &Order, default_country: Option<&str>) -> Self {
        let default_country = default_country.and_then(key::country);
        // The customer's country is the one of the billing address, else of the shipping address.
        let of = |place: &Place| place.country.as_deref().and_then(key::country);
        let home = of(&order.billing).or_else(|| of(&order.shipping)).or(default_country);
        let mut phones: Vec<Phone> = order.phone.as_deref().and_then(|phone| Phone::parse(phone, home.as_deref())).into_iter().collect();
        let mut places = Vec::new();
        let own_places = [("billing".to_owned(), &order.billing), ("shipping".to_owned(), &order.shipping)].into_iter();
        let line_places =
            order.lines.iter().enumerate().filter_map(|(index, line)| Some((format!("lines[{index}]"), line.shipping.as_ref()?)));
        for (name, place) in own_places.chain(line_places).filter(|(_, place)| !place.is_empty()) {
            let country = of(place).or_else(|| home.clone());
            phones.extend(place.phone.as_deref().and_then(|phone| Phone::parse(phone, country.as_deref())));
            places.push(PlaceKeys::read(name, place, country.as_deref()));
        }
        if places.is_empty() {
            let customer = &order.customer;
            let place = Place { first_name: customer.first_name.clone(), last_name: customer.last_name.clone(), ..Place::default() };
            places.push(PlaceKeys::read("customer".to_owned(), &place, home.as_deref()));
        }
        Self {
            places,
            email: order.email.as_deref().and_then(Email::parse),
            ip: order.ip.as_deref().and_then(IpKey::parse),
            phones,
            customer_id: order.customer.id.as_deref().and_then(key::opaque),
            payment_fingerprint: order.payment.fingerprint.as_deref().and_then(key::opaque),
            device: order.device.as_deref().and_then(key::opaque),
        }
    }

    /// The match of `entry`, if all its filled fields hold.
    fn matched_by(&self, entry: &Entry) -> Option<Match> {
        if !self.passes(&entry.order) {
            return None;
        }
        let places: Vec<String> = match &entry.place {
            Some(test) => self.places.iter().filter(|place| place.passes(test)).map(|place| place.name.clone()).collect(),
            None => Vec::new(),
        };
        if entry.place.is_some() && places.is_empty() {
            return None;
        }
        Some(Match {
            source: format!("entry:{}", entry.id),
            reason: entry.reason.clone(),
            points: entry.points,
            effect: entry.effect,
            fields: entry.fields.clone(),
            places,
        })
    }

    fn passes(&self, test: &OrderTest) -> bool {
        let same = |wanted: &Option<String>, found: Option<&String>| wanted.as_ref().is_none_or(|wanted| found == Some(wanted));
        same(&test.email, self.email.as_ref().map(|email| &email.canonical))
            && same(&test.email_domain, self.email.as_ref().map(|email| &email.domain))
            && same(&test.customer_id, self.customer_id.as_ref())
            && same(&test.payment_fingerprint, self.payment_fingerprint.as_ref())
            && same(&test.device, self.device.as_ref())
            && test.ip.as_ref().is_none_or(|range| self.ip.as_ref().is_some_and(|ip| range.contains(ip)))
            && test.phone.as_ref().is_none_or(|wanted| self.phones.iter().any(|phone| wanted.same(phone)))
    }
}
