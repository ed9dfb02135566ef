//! From options to a verdict.

mod clock;
mod goals;
mod keys;
mod native;
mod node;
mod plot;
mod table;

use anyhow::{Result, bail};
use ordergate_bench::ours::Size;
use ordergate_bench::workload::{self, Mix};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Parts that can be measured alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Entries,
    Rules,
    Peers,
    Node,
    Keys,
}

impl Part {
    pub fn named(name: &str) -> Result<Self> {
        Ok(match name {
            "entries" => Self::Entries,
            "rules" => Self::Rules,
            "peers" => Self::Peers,
            "node" => Self::Node,
            "keys" => Self::Keys,
            _ => bail!("there is no part `{name}`: entries, rules, peers, node or keys"),
        })
    }
}

#[derive(Default)]
pub struct Options {
    /// Without the largest sizes.
    pub quick: bool,
    pub only: Option<Part>,
    /// The Node that runs WASM and JavaScript.
    pub node: PathBuf,
    /// Where the WASM modules are: ours.wasm and one for each peer.
    pub modules: PathBuf,
    /// Where snapshots are put for Node.
    pub work: PathBuf,
    pub plot: Option<PathBuf>,
}

impl Options {
    pub fn wants(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }

    pub fn rounds(&self) -> usize {
        if self.quick { 5 } else { 11 }
    }

    /// The numbers of rules that peers are given.
    pub fn rule_counts(&self) -> Vec<usize> {
        if self.quick { vec![10, 1_000] } else { vec![10, 1_000, 10_000] }
    }

    /// What our engine is measured on, and in which stages.
    fn sizes(&self) -> Vec<(Size, &'static [&'static str])> {
        const STAGES: &[&str] = &["parsed", "json"];
        let of = Size::of;
        let mut sizes = vec![(of(Mix::A, 0, 0), &["parse", "parsed"] as &[&str]), (of(Mix::A, 1_000, 0), &["parsed", "json", "answer"])];
        if self.wants(Part::Entries) {
            sizes.extend([(of(Mix::A, 100_000, 0), STAGES), (of(Mix::A, 1_000, 1_000), STAGES)]);
            sizes.extend([(of(Mix::B, 1_000, 10), STAGES), (of(Mix::A, 1_000, 10), STAGES), (of(Mix::A, 100_000, 1_000), STAGES)]);
            if !self.quick {
                sizes.extend([(of(Mix::A, 1_000_000, 0), STAGES), (of(Mix::B, 1_000_000, 10_000), STAGES)]);
            }
        }
        if (self.wants(Part::Entries) || self.wants(Part::Peers)) && !self.quick {
            sizes.extend([(of(Mix::A, 1_000_000, 1_000), STAGES), (of(Mix::A, 1_000_000, 10_000), STAGES)]);
        }
        if self.wants(Part::Rules) || self.wants(Part::Peers) || self.wants(Part::Node) {
            sizes.extend(self.rule_counts().into_iter().map(|count| (of(Mix::A, 0, count), STAGES)));
        }
        if self.wants(Part::Rules) {
            sizes.extend([(Size::constant(1_000), STAGES), (Size::constant(10_000), STAGES)]);
            if !self.quick {
                sizes.push((Size::constant(100_000), STAGES));
            }
        }
        sizes
    }
}

/// What was measured: microseconds an order by what and where, other values by name.
#[derive(Default)]
pub struct Results {
    /// Key: `native` or `WASM` (JavaScript included), then the subject.
    pub times: BTreeMap<(&'static str, String), f64>,
    pub values: BTreeMap<String, f64>,
    /// Peers that could not be measured, and why.
    pub failed: Vec<String>,
}

impl Results {
    pub fn time(&self, runtime: &'static str, subject: &str) -> Option<f64> {
        self.times.get(&(runtime, subject.to_owned())).copied()
    }

    pub fn value(&self, name: &str) -> Option<f64> {
        self.values.get(name).copied()
    }
}

/// Whether every goal that was measured is met.
pub fn run(options: &Options) -> Result<bool> {
    let mut results = Results::default();
    if options.wants(Part::Keys) {
        keys::print();
        if options.only == Some(Part::Keys) {
            return Ok(true);
        }
    }
    describe();
    std::fs::create_dir_all(&options.work)?;
    let fired = native::measure(options, &mut results)?;
    node::measure(options, &mut results, &fired)?;
    table::print(options, &results);
    let met = goals::print(options, &results);
    if let Some(path) = options.plot.as_ref().filter(|_| options.only.is_none() && !options.quick) {
        std::fs::write(path, plot::svg(&results))?;
        println!("\nplot: {}", path.file_name().unwrap_or_default().to_string_lossy());
    }
    Ok(met)
}

fn describe() {
    let orders = workload::orders(workload::ORDERS);
    let mean = |count: usize| count as f64 / orders.len() as f64;
    println!(
        "workload: {} orders of 3 lines, {:.0} bytes of JSON, {:.2} distinct addresses, {:.1} identifier values\n",
        orders.len(),
        mean(orders.iter().map(|order| order.json.len()).sum()),
        mean(orders.iter().map(|order| order.distinct_addresses).sum()),
        mean(orders.iter().map(|order| order.identifiers).sum()),
    );
}
