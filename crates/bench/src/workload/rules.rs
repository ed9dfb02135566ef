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

/// The first `count` rules: a third of orders costs enough for one, but most name countries that few orders come from, so over all
/// orders 10,000 of them fire six times an order.
pub fn rules(count: usize) -> Vec<Rule> {
    (0..count)
        .map(|index| {
            let mut random = Random::of(4, index);
            let amount = quantile(0.3 + 0.65 * random.unit());
            let countries =
                some(&mut random, |random| if random.below(200) == 0 { random.pick(COUNTRIES) } else { random.pick(MORE_COUNTRIES) });
            Rule { number: index, amount: (amount * 100.0) as u64, countries, domain: domain(random.below(DOMAINS)) }
        })
        .collect()
}

/// `count` rules of which the same ones fire: the first thousand, about once an order in all. They name any country and ask for amounts
/// that few orders reach. Of the others one half asks for more than any order costs and one half for countries nobody orders from.
pub fn constant_rules(count: usize) -> Vec<Rule> {
    let every: Vec<&'static str> = COUNTRIES.iter().chain(MORE_COUNTRIES).copied().collect();
    let unused = &MORE_COUNTRIES[MORE_COUNTRIES.len() / 2..];
    (0..count)
        .map(|index| {
            let mut random = Random::of(5, index);
            let fires = index < 1_000;
            let dear = !fires && index % 2 == 0;
            let amount = quantile(1.0 - 0.06 * (1.0 - random.unit())) + if dear { 10_000.0 } else { 0.0 };
            let countries = some(&mut random, |random| if fires || dear { random.pick(&every) } else { random.pick(unused) });
            Rule { number: index, amount: (amount * 100.0) as u64, countries, domain: domain(random.below(DOMAINS)) }
        })
        .collect()
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
            hides: Vec::new(),
        }
    }
}
