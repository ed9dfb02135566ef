//! What became of the orders that an entry or a rule matched: whether it was right, and what it saved.

use std::collections::BTreeMap;

use ordergate_screening::Currency;

/// Orders of one currency that one entry or rule matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcomes<'a> {
    /// The orders' currency; `None` for orders that could not be read.
    pub currency: Option<&'a str>,
    /// How many orders.
    pub orders: i64,
    /// Those that people called bad.
    pub bad: i64,
    /// Those that people called good.
    pub good: i64,
    /// Those that were released from a hold.
    pub released: i64,
    /// The totals of those that were stopped, in the currency's smallest unit.
    pub stopped_minor: i64,
}

/// How one entry or rule did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Feedback {
    /// Orders it matched.
    pub hits: i64,
    /// Those that people called bad: blocked, fraud, chargeback or refund abuse.
    pub bad: i64,
    /// Those that people called good: not blocked or legitimate.
    pub good: i64,
    /// Those that were released from a hold.
    pub releases: i64,
    /// The totals of the stopped ones by currency, as decimals.
    pub money_stopped: BTreeMap<String, String>,
}

impl Feedback {
    /// Adds up what became of the orders of every currency.
    pub fn of<'a>(outcomes: impl IntoIterator<Item = Outcomes<'a>>) -> Self {
        let mut feedback = Self::default();
        for part in outcomes {
            feedback.hits = feedback.hits.saturating_add(part.orders);
            feedback.bad = feedback.bad.saturating_add(part.bad);
            feedback.good = feedback.good.saturating_add(part.good);
            feedback.releases = feedback.releases.saturating_add(part.released);
            if let Some(currency) = part.currency.and_then(Currency::from_code).filter(|_| part.stopped_minor > 0) {
                feedback.money_stopped.insert(currency.code().to_owned(), amount(part.stopped_minor, currency.decimals()));
            }
        }
        feedback
    }

    /// The part of the orders with a known end that were bad; `None` while no end is known.
    pub fn precision(&self) -> Option<f64> {
        let known = self.bad.saturating_add(self.good);
        #[expect(clippy::cast_precision_loss, reason = "counts of orders stay below 2^53")]
        (known > 0).then(|| self.bad as f64 / known as f64)
    }
}

/// An amount in the smallest unit as a decimal.
fn amount(minor: i64, decimals: u8) -> String {
    let unit = 10_i64.saturating_pow(decimals.into());
    let (whole, part) = (minor.checked_div(unit).unwrap_or(minor), minor.checked_rem(unit).unwrap_or(0));
    if decimals == 0 { whole.to_string() } else { format!("{whole}.{part:0width$}", width = usize::from(decimals)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(currency: &str, orders: i64, bad: i64, good: i64, stopped_minor: i64) -> Outcomes<'_> {
        Outcomes { currency: Some(currency), orders, bad, good, released: 1, stopped_minor }
    }

    #[test]
    fn counts_add_up_over_currencies_and_money_does_not() {
        let feedback = Feedback::of([part("PLN", 3, 1, 1, 24_105), part("JPY", 2, 0, 1, 5_000), part("KWD", 1, 1, 0, 1_007)]);
        assert_eq!((feedback.hits, feedback.bad, feedback.good, feedback.releases), (6, 2, 2, 3));
        let money: Vec<(&str, &str)> = feedback.money_stopped.iter().map(|(code, sum)| (code.as_str(), sum.as_str())).collect();
        assert_eq!(money, [("JPY", "5000"), ("KWD", "1.007"), ("PLN", "241.05")]);
        assert_eq!(feedback.precision(), Some(0.5));
    }

    #[test]
    fn nothing_known_is_no_precision_and_nothing_stopped_no_money() {
        let unread = Outcomes { currency: None, ..part("PLN", 1, 0, 0, 0) };
        let feedback = Feedback::of([part("PLN", 4, 0, 0, 0), unread]);
        assert_eq!((feedback.hits, feedback.precision(), feedback.money_stopped.len()), (5, None, 0));
        assert_eq!(Feedback::of([part("PLN", 4, 0, 3, 0)]).precision(), Some(0.0));
    }
}
