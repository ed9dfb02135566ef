//! Our engine on the workload.

use crate::workload::{self, Mix, Rule};
use ordergate_screening::{Facts, Order, Ruleset, Segment, Timestamp, check};

/// What to check against.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size {
    pub mix: Mix,
    pub entries: usize,
    pub rules: usize,
    /// The same rules fire, however many there are.
    pub constant: bool,
}

impl Size {
    pub const fn of(mix: Mix, entries: usize, rules: usize) -> Self {
        Self { mix, entries, rules, constant: false }
    }

    pub const fn constant(rules: usize) -> Self {
        Self { mix: Mix::A, entries: 0, rules, constant: true }
    }

    /// `A 1M + 10k`, `rules 100k, constant matches`.
    pub fn label(self) -> String {
        let short = |count: usize| match count {
            1_000_000.. => format!("{}M", count / 1_000_000),
            1_000.. => format!("{}k", count / 1_000),
            _ => count.to_string(),
        };
        if self.constant {
            format!("constant {}", short(self.rules))
        } else {
            format!("{:?} {} + {}", self.mix, short(self.entries), short(self.rules))
        }
    }

    pub fn rules(self) -> Vec<Rule> {
        if self.constant { workload::constant_rules(self.rules) } else { workload::rules(self.rules) }
    }

    pub fn draft(self) -> ordergate_screening::Draft {
        workload::draft(workload::entries(self.mix, self.entries), &self.rules())
    }
}

pub struct Ours {
    pub ruleset: Ruleset,
    facts: Facts,
    now: Timestamp,
}

impl Ours {
    pub fn new(ruleset: Ruleset) -> Self {
        Self { ruleset, facts: Facts::default(), now: workload::NOW.parse().unwrap() }
    }

    /// How many matches.
    pub fn check(&self, order: &Order) -> usize {
        std::hint::black_box(check(order, &self.facts, &self.ruleset, self.now)).matches.len()
    }

    /// The check as JSON.
    pub fn json(&self, order: &Order) -> String {
        check(order, &self.facts, &self.ruleset, self.now).to_json()
    }

    /// The numbers of the rules that fire.
    pub fn fired(&self, order: &Order, found: &mut Vec<usize>) {
        let check = check(order, &self.facts, &self.ruleset, self.now);
        found.extend(check.matches.iter().filter_map(|found| found.source.strip_prefix("rule:r")?.parse::<usize>().ok()));
    }
}

/// The order as read from its JSON.
pub fn parse(json: &str) -> Order {
    Order::from_json(json.as_bytes()).unwrap()
}

/// The segment of entries in a snapshot, by the layout in the engine's `snapshot` module.
pub fn segment_bytes(snapshot: &[u8]) -> Vec<u8> {
    let length = |index: usize| u32::from_le_bytes(snapshot[48 + index * 4..52 + index * 4].try_into().unwrap()) as usize;
    let bytes = snapshot[60 + length(0) + length(1)..].to_vec();
    assert_eq!(bytes.len(), length(2));
    assert!(Segment::open(bytes.clone()).is_ok());
    bytes
}

/// One number for which rules fired for some orders, the same for every engine in every runtime.
#[derive(Clone, Copy)]
pub struct Fired(u32);

impl Default for Fired {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Fired {
    pub fn order(&mut self, found: &mut Vec<usize>) {
        found.sort_unstable();
        for number in found.drain(..).chain([u32::MAX as usize]) {
            self.0 = (self.0 ^ number as u32).wrapping_mul(0x0100_0193);
        }
    }

    pub fn number(self) -> u32 {
        self.0
    }
}
