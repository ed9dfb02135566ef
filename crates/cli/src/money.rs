//! Sums of money, one for each currency.

use std::collections::BTreeMap;

use ordergate_screening::{Currency, Money};

/// Exact sums by currency.
#[derive(Debug, Default)]
pub(crate) struct Sums(BTreeMap<Currency, i128>);

impl Sums {
    pub(crate) fn add(&mut self, money: Money) {
        let sum = self.0.entry(money.currency()).or_default();
        *sum = sum.saturating_add(i128::from(money.minor()));
    }

    /// Currency and amount in major units.
    pub(crate) fn amounts(&self) -> impl Iterator<Item = (&str, String)> {
        self.0.iter().map(|(currency, minor)| {
            let unit = 10i128.pow(u32::from(currency.decimals()));
            let fraction = match currency.decimals() {
                0 => String::new(),
                decimals => format!(".{:0width$}", minor % unit, width = usize::from(decimals)),
            };
            (currency.code(), format!("{}{fraction}", minor / unit))
        })
    }
}
