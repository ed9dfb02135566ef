//! How often what an order carries has been seen: counted from the shop's earlier orders.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use ordergate_screening::{Currency, Facts, Identity, IdentityField, Money, Order, Quantity, Timestamp, is_cash_on_delivery};

/// An earlier order that shares an identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Its id.
    pub order: String,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// What it cost, and in what; in the order's own words.
    pub total: String,
    /// Its currency.
    pub currency: String,
    /// All its identities, as [`packed`] writes them.
    pub identities: String,
    /// It was called off in the shop: cancelled, refunded or failed.
    pub called_off: bool,
    /// How it was to be paid.
    pub method: Option<String>,
}

const HOUR: i64 = 3_600_000;
const WINDOWS: [(&str, i64); 4] = [("1h", HOUR), ("24h", 24 * HOUR), ("7d", 7 * 24 * HOUR), ("30d", 30 * 24 * HOUR)];

/// How far back earlier orders count.
pub const LONGEST_WINDOW_MILLIS: i64 = 30 * 24 * HOUR;

/// Identities in one line: `email:0123…,ip:4567…`.
pub fn packed(identities: &[Identity]) -> String {
    identities.iter().map(|identity| format!("{}:{}", identity.field.as_str(), identity.fingerprint)).collect::<Vec<_>>().join(",")
}

/// Fills in the velocity facts that the caller did not send: of every identity field the order
/// carries, counted over the shop's orders of the 30 days before it was placed, without the order
/// itself. Counters of a field with several identities count the orders that share any of them.
pub fn fill_in<E: Borrow<Earlier>>(facts: &mut Facts, order: &Order, own: &[Identity], earlier: &[E]) {
    for field in IdentityField::ALL {
        let keys: BTreeSet<String> = own
            .iter()
            .filter(|identity| identity.field == field)
            .map(|identity| format!("{}:{}", field.as_str(), identity.fingerprint))
            .collect();
        if keys.is_empty() {
            continue;
        }
        let mut seen = BTreeSet::new();
        let shared: Vec<&Earlier> = earlier
            .iter()
            .map(Borrow::borrow)
            .filter(|past| past.order != order.id && past.placed_at <= order.placed_at)
            .filter(|past| past.identities.split(',').any(|identity| keys.contains(identity)))
            .filter(|past| seen.insert(past.order.as_str()))
            .collect();
        let counters = facts.velocity.entry(field.as_str().to_owned()).or_default();
        for (name, value) in counted(field, order, &shared) {
            counters.entry(name).or_insert(value);
        }
    }
}

fn counted(field: IdentityField, order: &Order, shared: &[&Earlier]) -> BTreeMap<String, Quantity> {
    let mut counters = BTreeMap::new();
    for (window, length) in WINDOWS {
        let within = || shared.iter().filter(move |past| order.placed_at.as_millis().saturating_sub(past.placed_at.as_millis()) < length);
        counters.insert(format!("count_{window}"), number(within().count()));
        if let Some(sum) = sum(within().copied(), order.total.currency()) {
            counters.insert(format!("sum_{window}"), Quantity::Text(sum));
        }
        let buyers: BTreeSet<&str> = within().filter_map(|past| buyer(past)).collect();
        counters.insert(format!("distinct_{window}"), number(buyers.len()));
        for other in IdentityField::ALL.into_iter().filter(|other| *other != field) {
            let prefix = format!("{}:", other.as_str());
            let values: BTreeSet<&str> =
                within().flat_map(|past| past.identities.split(',')).filter(|identity| identity.starts_with(&prefix)).collect();
            counters.insert(format!("distinct_{}_{window}", other.as_str()), number(values.len()));
        }
    }
    let millionths: u64 = shared.iter().map(|past| decayed(order.placed_at.as_millis().saturating_sub(past.placed_at.as_millis()))).sum();
    counters.insert("decayed".to_owned(), thousandths(millionths / 1_000));
    let (to_pay_later, paid): (Vec<&Earlier>, Vec<&Earlier>) =
        shared.iter().copied().filter(|past| past.called_off).partition(|past| past.method.as_deref().is_some_and(is_cash_on_delivery));
    counters.insert("failed_payments".to_owned(), number(paid.len()));
    counters.insert("unclaimed_cod".to_owned(), number(to_pay_later.len()));
    counters
}

/// The one who bought: by e-mail address, else by customer, else by phone.
fn buyer(past: &Earlier) -> Option<&str> {
    ["email:", "customer:", "phone:"].iter().find_map(|prefix| past.identities.split(',').find(|identity| identity.starts_with(prefix)))
}

/// The sum of totals; none when some are in another currency, as they cannot be added.
fn sum<'a>(orders: impl Iterator<Item = &'a Earlier>, currency: Currency) -> Option<String> {
    let mut minor = 0_i64;
    for past in orders {
        if past.currency != currency.code() {
            return None;
        }
        minor = minor.checked_add(Money::parse(&past.total, currency).ok()?.minor())?;
    }
    let unit = 10_i64.pow(u32::from(currency.decimals()));
    let decimals = usize::from(currency.decimals());
    Some(if decimals == 0 { minor.to_string() } else { format!("{}.{:0decimals$}", minor / unit, minor % unit) })
}

/// What an order of this age still weighs, in millionths: half of it is gone after each 24 hours.
/// Integers only, so that every machine finds the same.
fn decayed(age_millis: i64) -> u64 {
    /// 2 to the power of -1/2, -1/4, … -1/65536, in units of 2^-32.
    const ROOTS: [u64; 16] = [
        3_037_000_500,
        3_611_622_603,
        3_938_502_376,
        4_112_874_773,
        4_202_935_003,
        4_248_701_965,
        4_271_771_988,
        4_283_353_982,
        4_289_156_690,
        4_292_061_009,
        4_293_513_907,
        4_294_240_540,
        4_294_603_903,
        4_294_785_595,
        4_294_876_445,
        4_294_921_870,
    ];
    let day = 24 * HOUR;
    let age = age_millis.max(0);
    let (whole, part) = (age / day, age % day);
    if whole >= 32 {
        return 0;
    }
    let mut fraction = u64::try_from(part).unwrap_or_default() * 65_536 / u64::try_from(day).unwrap_or(1);
    let mut weight: u64 = 1 << 32;
    for root in ROOTS.iter().rev() {
        if fraction & 1 == 1 {
            weight = (weight * (root >> 1)) >> 31;
        }
        fraction >>= 1;
    }
    ((weight >> whole) * 1_000_000) >> 32
}

fn number(count: usize) -> Quantity {
    Quantity::Number(count.to_string())
}

fn thousandths(value: u64) -> Quantity {
    let text = format!("{}.{:03}", value / 1_000, value % 1_000);
    // As JSON writes it: "2.4", not "2.400".
    Quantity::Number(text.parse::<serde_json::Number>().map_or(text, |number| number.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ordergate_screening::{Fingerprints, identities};

    fn order(id: &str, at: &str, email: &str, ip: &str, total: &str, currency: &str) -> Order {
        let json = format!(
            r#"{{"id": "{id}", "placed_at": "2026-11-{at}Z", "currency": "{currency}", "total": "{total}", "email": "{email}", "ip": "{ip}"}}"#
        );
        Order::from_json(json.as_bytes()).unwrap()
    }

    fn keys(order: &Order) -> Vec<Identity> {
        identities(order, None, &Fingerprints::default())
    }

    fn past(order: &Order) -> Earlier {
        Earlier {
            order: order.id.clone(),
            placed_at: order.placed_at,
            total: order.total.to_string(),
            currency: order.total.currency().code().to_owned(),
            identities: packed(&keys(order)),
            called_off: false,
            method: None,
        }
    }

    fn facts(order: &Order, earlier: &[Earlier]) -> serde_json::Value {
        let mut facts = Facts::default();
        fill_in(&mut facts, order, &keys(order), earlier);
        serde_json::to_value(facts).unwrap()
    }

    #[test]
    fn earlier_orders_are_counted_by_window_and_the_order_itself_is_not() {
        let now = order("now", "24T10:00:00", "a@b.pl", "1.1.1.1", "10.00", "PLN");
        let all = [
            past(&now),
            past(&order("later", "24T10:00:01", "a@b.pl", "1.1.1.1", "1.00", "PLN")),
            past(&order("hour", "24T09:30:00", "a@b.pl", "2.2.2.2", "10.50", "PLN")),
            past(&order("day", "23T10:00:01", "a@b.pl", "1.1.1.1", "20.00", "PLN")),
            past(&order("day", "23T10:00:01", "a@b.pl", "1.1.1.1", "20.00", "PLN")),
            past(&order("two", "22T10:00:00", "A@B.pl", "3.3.3.3", "5.00", "PLN")),
            past(&order("ip", "24T09:59:00", "c@d.pl", "1.1.1.1", "7.00", "PLN")),
        ];
        let facts = facts(&now, &all);
        let email = |name: &str| facts["velocity"]["email"][name].clone();
        assert_eq!([email("count_1h"), email("count_24h"), email("count_7d"), email("count_30d")], [1, 2, 3, 3]);
        assert_eq!([email("sum_1h"), email("sum_24h"), email("sum_7d")], ["10.50", "30.50", "35.50"]);
        assert_eq!([email("distinct_ip_1h"), email("distinct_ip_24h"), email("distinct_ip_7d")], [1, 2, 3]);
        let ip = |name: &str| facts["velocity"]["ip"][name].clone();
        assert_eq!([ip("count_24h"), ip("distinct_24h"), ip("distinct_email_24h")], [2, 2, 2]);
        assert!(facts["velocity"].get("phone").is_none(), "nothing is counted of what the order does not carry");
    }

    #[test]
    fn another_currency_is_not_added() {
        let now = order("now", "24T10:00:00", "a@b.pl", "1.1.1.1", "10.00", "PLN");
        let all = [
            past(&order("a", "24T09:30:00", "a@b.pl", "1.1.1.1", "1.00", "PLN")),
            past(&order("b", "22T09:30:00", "a@b.pl", "1.1.1.1", "1.00", "EUR")),
        ];
        let facts = facts(&now, &all);
        assert_eq!(facts["velocity"]["email"]["sum_24h"], "1.00");
        assert!(facts["velocity"]["email"].get("sum_7d").is_none());
        assert_eq!(facts["velocity"]["email"]["count_7d"], 2);
    }

    #[test]
    fn what_the_caller_sent_wins() {
        let now = order("now", "24T10:00:00", "a@b.pl", "1.1.1.1", "10.00", "PLN");
        let mut facts = Facts::from_json(br#"{"velocity": {"email": {"count_24h": 9}}}"#).unwrap();
        fill_in::<Earlier>(&mut facts, &now, &keys(&now), &[]);
        let facts = serde_json::to_value(facts).unwrap();
        assert_eq!((&facts["velocity"]["email"]["count_24h"], &facts["velocity"]["email"]["count_7d"]), (&9.into(), &0.into()));
    }

    #[test]
    fn parcels_nobody_took_and_payments_that_failed() {
        let now = order("now", "24T10:00:00", "a@b.pl", "1.1.1.1", "10.00", "PLN");
        let called_off = |id: &str, method: &str| Earlier {
            called_off: true,
            method: Some(method.to_owned()),
            ..past(&order(id, "20T10:00:00", "a@b.pl", "1.1.1.1", "1.00", "PLN"))
        };
        let all = [
            called_off("a", "cod"),
            called_off("b", "Cash on Delivery (COD)"),
            called_off("c", "stripe"),
            called_off("d", "codecard"),
            past(&order("e", "20T10:00:00", "a@b.pl", "1.1.1.1", "1.00", "PLN")),
        ];
        let facts = facts(&now, &all);
        assert_eq!((&facts["velocity"]["email"]["unclaimed_cod"], &facts["velocity"]["email"]["failed_payments"]), (&2.into(), &2.into()));
    }

    #[test]
    fn half_of_an_order_is_gone_after_a_day() {
        let day = 24 * HOUR;
        for (age, wanted) in [(0, 1_000_000), (day, 500_000), (2 * day, 250_000), (10 * day, 976), (40 * day, 0)] {
            assert_eq!(decayed(age), wanted, "{age}");
        }
        for hours in 0..96_i64 {
            let exact = 1_000_000.0 * (-(hours as f64) / 24.0).exp2();
            let found = decayed(hours * HOUR) as f64;
            assert!((found - exact).abs() < 20.0, "{hours} h: {found} for {exact}");
        }
    }
}
