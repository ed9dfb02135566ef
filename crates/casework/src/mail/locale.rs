//! Numbers, money, times and plurals as the reader writes them.

use ordergate_screening::{Money, Timestamp};

use super::ShopFacts;
use crate::language::Language;

impl Language {
    /// Between thousands, and before decimals.
    fn separators(self) -> (char, char) {
        match self {
            Self::English => (',', '.'),
            Self::Polish => ('\u{a0}', ','),
            Self::Portuguese | Self::Turkish | Self::Italian => ('.', ','),
        }
    }

    /// A number of points with its word.
    pub(super) fn points(self, points: i64) -> String {
        let word = match self {
            Self::English if points.abs() == 1 => "point",
            Self::English => "points",
            Self::Portuguese if points.abs() <= 1 => "ponto",
            Self::Portuguese => "pontos",
            Self::Polish => polish(points, ["punkt", "punkty", "punktów"]),
            Self::Turkish => "puan",
            Self::Italian if points.abs() == 1 => "punto",
            Self::Italian => "punti",
        };
        format!("{points} {word}")
    }

    /// A number of orders with its word.
    pub(super) fn orders(self, orders: usize) -> String {
        let count = i64::try_from(orders).unwrap_or(i64::MAX);
        let word = match self {
            Self::English if count == 1 => "order",
            Self::English => "orders",
            Self::Portuguese if count <= 1 => "pedido",
            Self::Portuguese => "pedidos",
            Self::Polish => polish(count, ["zamówienie", "zamówienia", "zamówień"]),
            Self::Turkish => "sipariş",
            Self::Italian if count == 1 => "ordine",
            Self::Italian => "ordini",
        };
        format!("{orders} {word}")
    }

    /// An amount with its currency.
    pub(super) fn money(self, money: Money) -> String {
        let (thousands, decimal) = self.separators();
        let text = money.to_string();
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        // Polish leaves four digits together.
        let grouped = if self == Self::Polish && whole.len() < 5 { whole.to_owned() } else { group(whole, thousands) };
        let fraction = if fraction.is_empty() { String::new() } else { format!("{decimal}{fraction}") };
        format!("{sign}{grouped}{fraction} {}", money.currency().code())
    }

    /// A time on the shop's clock, with the name of its zone.
    pub(super) fn time(self, at: Timestamp, shop: &ShopFacts) -> String {
        let (zone, minutes) = shop.clock.zone.as_deref().map_or(("UTC", 0), |zone| (zone, (shop.clock.offset_minutes)(zone, at)));
        let local = at.plus_millis(i64::from(minutes) * 60_000).to_string();
        // RFC 3339: 2026-11-24T10:00:00Z
        let part = |from: usize, to: usize| local.get(from..to).unwrap_or_default();
        let (year, month, day, clock) = (part(0, 4), part(5, 7), part(8, 10), part(11, 16));
        let date = match self {
            Self::English => {
                const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
                let name = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.checked_sub(1)?)).unwrap_or(&"");
                format!("{} {name} {year}", day.trim_start_matches('0'))
            }
            Self::Polish | Self::Turkish => format!("{day}.{month}.{year}"),
            Self::Portuguese | Self::Italian => format!("{day}/{month}/{year}"),
        };
        format!("{date}, {clock} ({zone})")
    }

    /// Hours and minutes that are left.
    pub(super) fn left(self, millis: i64) -> String {
        let minutes = millis.max(0) / 60_000;
        let (hour, minute) = match self {
            Self::Turkish => ("sa", "dk"),
            Self::English | Self::Polish | Self::Portuguese | Self::Italian => ("h", "min"),
        };
        match (minutes / 60, minutes % 60) {
            (0, minutes) => format!("{minutes} {minute}"),
            (hours, minutes) => format!("{hours} {hour} {minutes} {minute}"),
        }
    }
}

/// One, two to four, and the others; 12 to 14 are among the others.
fn polish(number: i64, [one, few, many]: [&'static str; 3]) -> &'static str {
    let number = number.abs();
    match (number, number % 10, number % 100) {
        (1, _, _) => one,
        (_, 2..=4, tail) if !(12..=14).contains(&tail) => few,
        _ => many,
    }
}

fn group(digits: &str, separator: char) -> String {
    let count = digits.len();
    digits.chars().enumerate().fold(String::new(), |mut out, (index, digit)| {
        if index > 0 && (count - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::ShopClock;
    use ordergate_screening::Currency;

    #[test]
    fn money_as_the_reader_writes_it() {
        let show = |language: Language, amount: &str, code: &str| {
            language.money(Money::parse(amount, Currency::from_code(code).unwrap()).unwrap()).replace('\u{a0}', "_")
        };
        assert_eq!(show(Language::English, "1234567.50", "PLN"), "1,234,567.50 PLN");
        assert_eq!(show(Language::Polish, "1234.50", "PLN"), "1234,50 PLN");
        assert_eq!(show(Language::Polish, "12345.50", "PLN"), "12_345,50 PLN");
        assert_eq!(show(Language::Portuguese, "1234.50", "BRL"), "1.234,50 BRL");
        assert_eq!(show(Language::Turkish, "999.00", "TRY"), "999,00 TRY");
        assert_eq!(show(Language::Italian, "1234", "JPY"), "1.234 JPY");
    }

    #[test]
    fn polish_counts_in_three_ways() {
        let words: Vec<String> =
            [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 112, 122, -1, -3].map(|number| Language::Polish.points(number)).into();
        let last = |text: &String| text.rsplit(' ').next().unwrap_or_default().to_owned();
        let words: Vec<String> = words.iter().map(last).collect();
        assert_eq!(
            words.join(" "),
            "punktów punkt punkty punkty punktów punktów punktów punktów punktów punkty punktów punktów punktów punkty punkt punkty"
        );
    }

    #[test]
    fn a_time_stands_on_the_shops_clock() {
        let at: Timestamp = "2026-11-04T23:30:00Z".parse().unwrap();
        let warsaw =
            ShopFacts { clock: ShopClock { zone: Some("Europe/Warsaw".to_owned()), offset_minutes: |_, _| 60 }, ..ShopFacts::default() };
        let shown: Vec<String> = Language::ALL.iter().map(|language| language.time(at, &warsaw)).collect();
        assert_eq!(
            shown,
            [
                "5 Nov 2026, 00:30 (Europe/Warsaw)",
                "05/11/2026, 00:30 (Europe/Warsaw)",
                "05.11.2026, 00:30 (Europe/Warsaw)",
                "05.11.2026, 00:30 (Europe/Warsaw)",
                "05/11/2026, 00:30 (Europe/Warsaw)",
            ]
        );
        // The clocks of Warsaw went back on 25 October 2026 at 1:00 UTC.
        let change: fn(&str, Timestamp) -> i32 = |_, at| if at.as_millis() < 1_792_890_000_000 { 120 } else { 60 };
        let autumn =
            ShopFacts { clock: ShopClock { zone: Some("Europe/Warsaw".to_owned()), offset_minutes: change }, ..ShopFacts::default() };
        let shown = ["2026-10-24T23:30:00Z", "2026-10-25T23:30:00Z"].map(|at| Language::Polish.time(at.parse().unwrap(), &autumn));
        assert_eq!(shown, ["25.10.2026, 01:30 (Europe/Warsaw)", "26.10.2026, 00:30 (Europe/Warsaw)"]);
        assert_eq!(Language::English.time(at, &ShopFacts::default()), "4 Nov 2026, 23:30 (UTC)");
        assert_eq!(Language::Turkish.left(5_400_000).replace('\u{a0}', " "), "1 sa 30 dk");
    }
}
