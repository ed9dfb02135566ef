//! `ordergate backtest`: two drafts over the same past orders.

use std::collections::BTreeMap;
use std::io::{Write, stdout};

use ordergate_screening::{Check, Order, check};
use serde_json::{Value, json};

use crate::args::BacktestArgs;
use crate::failure::Failure;
use crate::money::Sums;
use crate::{input, orders};

/// So many orders are named; the rest is counted.
const NAMED: usize = 20;

/// Orders whose holding changes in one direction.
#[derive(Default)]
struct Moved {
    orders: u64,
    money: Sums,
    ids: Vec<String>,
    /// How many of them each source matched, in the draft that holds them.
    sources: BTreeMap<String, u64>,
}

impl Moved {
    fn add(&mut self, order: &Order, holding: &Check) {
        self.orders += 1;
        self.money.add(order.total);
        if self.ids.len() < NAMED {
            self.ids.push(order.id.clone());
        }
        for found in &holding.matches {
            *self.sources.entry(found.source.clone()).or_default() += 1;
        }
    }

    fn to_json(&self) -> Value {
        let money: serde_json::Map<String, Value> =
            self.money.amounts().map(|(currency, amount)| (currency.to_owned(), amount.into())).collect();
        json!({ "orders": self.orders, "money": money, "first": self.ids, "sources": self.sources })
    }

    fn print(&self, out: &mut dyn Write, title: &str) -> std::io::Result<()> {
        write!(out, "{title}: {}", counted(self.orders))?;
        let money: Vec<String> = self.money.amounts().map(|(currency, amount)| format!("{amount} {currency}")).collect();
        if !money.is_empty() {
            write!(out, ", {}", money.join(" + "))?;
        }
        writeln!(out)?;
        let mut sources: Vec<_> = self.sources.iter().collect();
        sources.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for (source, count) in sources.iter().take(NAMED) {
            writeln!(out, "  {count:>6} x {source}")?;
        }
        if !self.ids.is_empty() {
            let more = self.orders.saturating_sub(u64::try_from(self.ids.len()).unwrap_or(0));
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            writeln!(out, "  orders {}{more}", self.ids.join(", "))?;
        }
        Ok(())
    }
}

fn counted(orders: u64) -> String {
    format!("{orders} {}", if orders == 1 { "order" } else { "orders" })
}

pub(crate) fn run(args: &BacktestArgs) -> Result<(), Failure> {
    let (new, old) = (input::ruleset(&args.draft)?, input::ruleset(&args.against)?);
    let (mut held, mut freed, mut kept) = (Moved::default(), Moved::default(), 0u64);
    let orders = orders::each(&args.orders, false, |given| {
        // Entries expire; what counts is what was in force when the order came.
        let now = args.now.unwrap_or(given.order.placed_at);
        let before = check(&given.order, &given.facts, &old, now);
        let after = check(&given.order, &given.facts, &new, now);
        match (before.held, after.held) {
            (false, true) => held.add(&given.order, &after),
            (true, false) => freed.add(&given.order, &before),
            (true, true) => kept += 1,
            (false, false) => {}
        }
        Ok(())
    })?;
    let mut out = stdout().lock();
    let printed = if args.json {
        let report = json!({ "orders": orders, "newly_held": held.to_json(), "newly_freed": freed.to_json(), "still_held": kept });
        writeln!(out, "{report}")
    } else {
        writeln!(out, "{} checked, {kept} held by both drafts", counted(orders))
            .and_then(|()| held.print(&mut out, "newly held"))
            .and_then(|()| freed.print(&mut out, "newly freed"))
    };
    printed.map_err(|error| Failure::of_output(&error))
}
