//! The trial of a file, in steps: every order is read once to know what came before it, and once to check it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::rc::Rc;

use ordergate_casework::{Earlier, fill_in, packed};
use ordergate_exchange::orders::{Layout, OrderRows, ReadOrder, Refused, column_names, csv_reader};
use ordergate_screening::{
    Currency, Draft, Facts, Fingerprints, Identity, IdentityField, Invalid, Money, Order, Problem, RuleDraft, Ruleset, check, identities,
    is_cash_on_delivery,
};

use crate::examined::{Examined, Row};
use crate::export;
use crate::finding::{Finding, Sources};
use crate::history::History;
use crate::options::{self, Options, RefusedEntry};
use crate::repeated::repeated;
use crate::summary::{BadLine, NAMED, Summary, TriedRule};

type Rows = OrderRows<Cursor<Rc<[u8]>>>;

/// The rule that asks for what no file has.
const OF_THE_CHECKOUT: &str = "asks for the checkout's proof, which no file of past orders has";

/// Which part of the work is going on.
#[derive(Debug)]
enum Part {
    Reading(Box<Rows>),
    Checking(Box<Rows>),
    Done,
}

/// The trial of a file.
#[derive(Debug)]
pub struct Trial {
    file: Rc<[u8]>,
    /// Where the header ends.
    header: usize,
    layout: Layout,
    draft: Draft,
    ruleset: Ruleset,
    part: Part,
    /// Derived once: it is a key of its own for each field.
    fingerprints: Fingerprints,
    history: History,
    /// What the rules want earlier orders counted by.
    counted: Vec<IdentityField>,
    /// Where each order begins: its byte and its line.
    places: Vec<(u64, u64)>,
    lines_by_id: BTreeMap<String, u64>,
    unclaimed: BTreeSet<u32>,
    carries: BTreeMap<&'static str, u32>,
    scores: Vec<i32>,
    findings: Vec<Finding>,
    sources: Sources,
    refused: usize,
    first_refused: Vec<BadLine>,
    refused_entries: Vec<RefusedEntry>,
}

impl Trial {
    /// A file that is to be tried.
    ///
    /// # Errors
    /// A file without a header, a required field that no column holds, a blacklist that cannot be read.
    pub fn new(file: Vec<u8>, options: &Options) -> Result<Self, Invalid> {
        let file: Rc<[u8]> = file.into();
        let (draft, refused_entries) = options::draft(options)?;
        let ruleset = Ruleset::compile(&draft)?;
        let asked = |field: &IdentityField| draft.rules.iter().any(|rule| rule.when.contains(&format!("velocity.{}.", field.as_str())));
        let counted = IdentityField::ALL.into_iter().filter(asked).collect();
        let mut reader = csv_reader(Cursor::new(Rc::clone(&file))).map_err(|error| Invalid::one("", error.to_string()))?;
        let names = column_names(&mut reader).map_err(|error| Invalid::one("", error.to_string()))?;
        let layout = options.layout(&names)?;
        let header = usize::try_from(reader.position().byte()).unwrap_or_default();
        Ok(Self {
            file,
            header,
            part: Part::Reading(Box::new(OrderRows::new(reader, layout.clone()))),
            layout,
            draft,
            ruleset,
            fingerprints: Fingerprints::default(),
            history: History::default(),
            counted,
            places: Vec::new(),
            lines_by_id: BTreeMap::new(),
            unclaimed: BTreeSet::new(),
            carries: BTreeMap::new(),
            scores: Vec::new(),
            findings: Vec::new(),
            sources: Sources::default(),
            refused: 0,
            first_refused: Vec::new(),
            refused_entries,
        })
    }

    /// Goes on with so many orders; whether there is more to do.
    pub fn step(&mut self, orders: usize) -> bool {
        match std::mem::replace(&mut self.part, Part::Done) {
            Part::Reading(mut rows) => {
                for _ in 0..orders {
                    match rows.next() {
                        Some(Ok(read)) => self.remember(&read),
                        Some(Err(refused)) => self.refuse(&refused),
                        None => {
                            self.history.sort();
                            self.part = self.rows().map_or(Part::Done, |rows| Part::Checking(Box::new(rows)));
                            return true;
                        }
                    }
                }
                self.part = Part::Reading(rows);
                true
            }
            Part::Checking(mut rows) => {
                for _ in 0..orders {
                    let Some(read) = rows.next() else { return false };
                    // Rows that are no order have been told, and so has an order that stands there twice.
                    let index = self.scores.len();
                    if let Ok(read) = read
                        && self.places.get(index).is_some_and(|(byte, _)| *byte == read.byte)
                    {
                        self.check(index, read);
                    }
                }
                self.part = Part::Checking(rows);
                true
            }
            Part::Done => false,
        }
    }

    /// How much is done, in thousandths.
    pub fn progress(&self) -> u32 {
        let half = |rows: &Rows| 500 * rows.bytes() / u64::try_from(self.file.len()).unwrap_or(1).max(1);
        let thousandths = match &self.part {
            Part::Reading(rows) => half(rows),
            Part::Checking(rows) => 500 + half(rows),
            Part::Done => 1_000,
        };
        u32::try_from(thousandths).unwrap_or(1_000)
    }

    /// The points of every order, in the order of the file.
    pub fn scores(&self) -> &[i32] {
        &self.scores
    }

    /// The orders that something matched, or whose parcel nobody took, so far.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings as CSV, those that are held with this minimum first.
    pub fn export(&self, minimum: i32) -> Vec<u8> {
        export::csv(&self.findings, self.sources.all(), minimum)
    }

    /// One order in full: as it was checked, with what, and the check.
    pub fn examine(&self, index: usize) -> Option<Examined> {
        let read = self.read(index)?;
        let (order, facts) = self.prepared(index, read.order);
        let check = check(&order, &facts, &self.ruleset, order.placed_at);
        Some(Examined { order, facts, check })
    }

    /// One order as lists show it.
    pub fn row(&self, index: usize) -> Option<Row> {
        self.read(index).map(|read| Row::of(index, &read))
    }

    /// What the file comes to, once everything is done.
    pub fn summary(&self) -> Summary {
        let orders = || (0..self.history.len()).filter_map(|order| self.history.order(order));
        let country = self.draft.settings.default_country.as_deref();
        let (mut money, mut decimals) = (BTreeMap::new(), BTreeMap::new());
        for order in orders() {
            let Some(currency) = Currency::from_code(&order.currency) else { continue };
            let minor = Money::parse(&order.total, currency).map_or(0, |money| money.minor());
            let sum = money.entry(order.currency.clone()).or_insert(0_i64);
            *sum = sum.saturating_add(minor);
            decimals.insert(order.currency.clone(), currency.decimals());
        }
        let at = |order: &Earlier| order.placed_at.as_millis();
        let rule = |rule: &RuleDraft| TriedRule {
            id: rule.id.clone(),
            name: rule.name.clone(),
            when: rule.when.clone(),
            points: rule.points.unwrap_or_default(),
            untested: rule.when.contains("token.").then_some(OF_THE_CHECKOUT),
        };
        Summary {
            orders: self.history.len(),
            placed: orders().map(at).min().zip(orders().map(at).max()),
            money,
            decimals,
            refused: self.refused,
            first_refused: self.first_refused.clone(),
            entries: self.draft.entries.len(),
            refused_entries: self.refused_entries.len(),
            first_refused_entries: self.refused_entries.iter().take(NAMED).map(|(line, problems)| BadLine::new(*line, problems)).collect(),
            rules: self.draft.rules.iter().map(rule).collect(),
            sources: self.sources.all().to_vec(),
            repeated: repeated(&self.history, &self.unclaimed, country, |order| Some(self.read(usize::try_from(order).ok()?)?.order)),
            carries: self.carries.clone(),
        }
    }

    fn refuse(&mut self, refused: &Refused) {
        self.refused += 1;
        if self.first_refused.len() < NAMED {
            self.first_refused.push(BadLine::of(refused));
        }
    }

    /// What later orders are counted from.
    fn remember(&mut self, read: &ReadOrder) {
        let order = &read.order;
        if let Some(line) = self.lines_by_id.get(&order.id) {
            let twice = format!("order `{}` stands there twice, first in line {line}", order.id);
            self.refuse(&Refused { line: read.line, problems: vec![Problem::new("", twice)] });
            return;
        }
        self.lines_by_id.insert(order.id.clone(), read.line);
        let identities = identities(order, self.draft.settings.default_country.as_deref(), &self.fingerprints);
        let on_delivery = order.payment.method.as_deref().is_some_and(is_cash_on_delivery);
        if on_delivery && read.called_off {
            self.unclaimed.insert(u32::try_from(self.history.len()).unwrap_or(u32::MAX));
        }
        let has = |field: IdentityField| identities.iter().any(|identity| identity.field == field);
        for (name, carries) in [
            ("email", has(IdentityField::Email)),
            ("phone", has(IdentityField::Phone)),
            ("ip", has(IdentityField::Ip)),
            ("address", has(IdentityField::Address)),
            ("status", read.status.is_some()),
            ("method", order.payment.method.is_some()),
            ("cod", on_delivery),
        ] {
            *self.carries.entry(name).or_default() += u32::from(carries);
        }
        let earlier = Earlier {
            order: order.id.clone(),
            placed_at: order.placed_at,
            total: order.total.to_string(),
            currency: order.total.currency().code().to_owned(),
            identities: packed(&identities),
            called_off: read.called_off,
            method: order.payment.method.clone(),
        };
        self.places.push((read.byte, read.line));
        self.history.add(earlier, &identities);
    }

    fn check(&mut self, index: usize, mut read: ReadOrder) {
        let unclaimed = u32::try_from(index).is_ok_and(|order| self.unclaimed.contains(&order));
        let (order, facts) = self.prepared(index, read.order);
        let check = check(&order, &facts, &self.ruleset, order.placed_at);
        read.order = order;
        self.scores.push(check.score);
        self.findings.extend(self.sources.finding(index, &read, check, unclaimed));
    }

    /// An order and the facts it is checked with: what the file's earlier orders tell of it, as far as a rule asks for it.
    fn prepared(&self, index: usize, mut order: Order) -> (Order, Facts) {
        let mut own: Vec<Identity> = self.history.identities(index);
        if !self.layout.has("customer.orders_count") {
            order.customer.orders_count = self.history.count_of_buyer(index, &own);
        }
        own.retain(|identity| self.counted.contains(&identity.field));
        let mut facts = Facts::default();
        let earlier = self.history.before(index, &own);
        // Counters of an order that shares nothing would all be zero, which no starter rule asks for.
        if !earlier.is_empty() {
            fill_in(&mut facts, &order, &own, &earlier);
        }
        (order, facts)
    }

    /// An order of the file, read again.
    fn read(&self, index: usize) -> Option<ReadOrder> {
        let (byte, line) = *self.places.get(index)?;
        let byte = usize::try_from(byte).ok()?;
        let header = self.file.get(..self.header)?;
        let mut reader = csv_reader(header.chain(self.file.get(byte..)?)).ok()?;
        column_names(&mut reader).ok()?;
        let mut read = OrderRows::new(reader, self.layout.clone()).next()?.ok()?;
        read.line = line;
        Some(read)
    }

    /// The orders of the file from its beginning.
    fn rows(&self) -> Option<Rows> {
        let mut reader = csv_reader(Cursor::new(Rc::clone(&self.file))).ok()?;
        column_names(&mut reader).ok()?;
        Some(OrderRows::new(reader, self.layout.clone()))
    }
}
