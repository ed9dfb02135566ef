//! Rules `amount > x and country in […] and (email domain = … or billing != shipping)`, for every engine the same.

use super::people::{COUNTRIES, DOMAINS, MORE_COUNTRIES, domain};
use crate::random::Random;
use ordergate_screening::RuleDraft;

pub struct Rule {
    pub number: usize,
    /// In cents.
    pub amount: u64,
    pub countries: Vec<&'static str>,
    pub domain: String,
}

/// The total that this share of orders stays under (log-logistic: half are under 100).
pub fn quantile(share: f64) -> f64 {
    20.0 + 80.0 * (share / (1.0 - share)).sqrt()
}

/// The first `count` rules. Over all orders, 10,000 of them fire about once an order.
pub fn rules(count: usize) -> Vec<Rule> {
    (0..count).map(|index| rule(index, 0.003)).collect()
}

/// `count` rules of which the same ones fire: the first thousand, about once an order in all. Of the others one half asks for more than
/// any order costs and one half for countries that nobody orders from.
pub fn constant_rules(count: usize) -> Vec<Rule> {
    (0..count)
        .map(|index| {
            let mut rule = rule(index, 0.03);
            if index >= 1_000 {
                let mut random = Random::of(5, index);
                if index % 2 == 0 {
                    rule.amount += 1_000_000;
                } else {
                    let unused = &MORE_COUNTRIES[MORE_COUNTRIES.len() / 2..];
                    rule.countries = some(&mut random, |random| random.pick(unused));
                }
            }
            rule
        })
        .collect()
}

/// `over`: which share of orders costs more than the amount, on average.
fn rule(index: usize, over: f64) -> Rule {
    let mut random = Random::of(4, index);
    let share = 2.0 * over * (1.0 - random.unit());
    let every: Vec<&'static str> = COUNTRIES.iter().chain(MORE_COUNTRIES).copied().collect();
    Rule {
        number: index,
        amount: (quantile(1.0 - share) * 100.0) as u64,
        countries: some(&mut random, |random| random.pick(&every)),
        domain: domain(random.below(DOMAINS)),
    }
}

fn some(random: &mut Random, mut pick: impl FnMut(&mut Random) -> &'static str) -> Vec<&'static str> {
    let mut countries: Vec<&'static str> = (0..3 + random.below(3)).map(|_| pick(random)).collect();
    countries.sort_unstable();
    countries.dedup();
    countries
}

impl Rule {
    pub fn id(&self) -> String {
        format!("r{}", self.number)
    }

    /// The rule in our own language.
    pub fn text(&self) -> String {
        format!(
            "order.total > {}.{:02} and billing.country in [{}] and (email.domain == \"{}\" or not same_address)",
            self.amount / 100,
            self.amount % 100,
            self.quoted(", "),
            self.domain
        )
    }

    /// Its countries in double quotes.
    pub fn quoted(&self, between: &str) -> String {
        self.countries.iter().map(|country| format!("\"{country}\"")).collect::<Vec<_>>().join(between)
    }

    pub fn draft(&self) -> RuleDraft {
        RuleDraft {
            id: self.id(),
            name: format!("Far and dear {}", self.number),
            when: self.text(),
            points: Some(5),
            effect: None,
            active: true,
            visibility: Default::default(),
        }
    }
}
