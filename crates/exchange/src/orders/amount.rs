//! Amounts as shops and spreadsheets write them.

use ordergate_screening::{Currency, Money, MoneyError};

/// Reads `1,234.50`, `1.234,50`, `1 234,50 zł` and `$120.50`. One separator with three digits behind it
/// divides thousands, unless the currency has three decimals; decimals that are zeros beyond the currency's own are nothing.
pub(super) fn amount(text: &str, currency: Currency) -> Result<Money, MoneyError> {
    let minus = text.trim_start().starts_with(['-', '\u{2212}', '(']);
    let number: String = text.chars().filter(|character| character.is_ascii_digit() || matches!(character, '.' | ',')).collect();
    let number = number.trim_matches(['.', ',']);
    if number.is_empty() {
        return Err(MoneyError::NotDecimal);
    }
    let last = number.rfind(['.', ',']);
    let several = number.matches(['.', ',']).count() > 1;
    let decimal = last.filter(|last| {
        let separator = number.get(*last..).and_then(|rest| rest.chars().next()).unwrap_or('.');
        let behind = number.len() - last - 1;
        // "1.234.567" has no decimals, "1.234,567" has three.
        let repeated = number.matches(separator).count() > 1;
        !repeated && (several || behind != 3 || currency.decimals() == 3)
    });
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    let (whole, fraction) = match decimal.and_then(|at| Some((number.get(..at)?, number.get(at + 1..)?))) {
        Some((whole, fraction)) => (digits(whole), digits(fraction)),
        None => (digits(number), String::new()),
    };
    let kept = usize::from(currency.decimals());
    let fraction = match fraction.get(kept..) {
        Some(beyond) if beyond.bytes().all(|digit| digit == b'0') => fraction.get(..kept).unwrap_or_default(),
        _ => fraction.as_str(),
    };
    let whole = if whole.is_empty() { "0" } else { whole.as_str() };
    let sign = if minus { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    Money::parse(&format!("{sign}{whole}{point}{fraction}"), currency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_amounts_of_every_country_and_rounds_none() {
        for (text, code, want) in [
            ("120.50", "EUR", "120.50"),
            ("120,5", "EUR", "120.50"),
            ("1,234.50", "USD", "1234.50"),
            ("1.234,50 €", "EUR", "1234.50"),
            ("1 234,50 zł", "PLN", "1234.50"),
            ("1\u{a0}234,50", "PLN", "1234.50"),
            ("$1,234,567", "USD", "1234567.00"),
            ("1.234", "EUR", "1234.00"),
            ("1.234", "KWD", "1.234"),
            ("12.3400", "EUR", "12.34"),
            ("¥1,200", "JPY", "1200"),
            ("1200.00", "JPY", "1200"),
            (".50", "EUR", "50.00"),
        ] {
            let currency = Currency::from_code(code).unwrap();
            assert_eq!(amount(text, currency).map(|money| money.to_string()), Ok(want.to_owned()), "{text}");
        }
        let euro = Currency::from_code("EUR").unwrap();
        assert_eq!(amount("free", euro), Err(MoneyError::NotDecimal));
        assert_eq!(amount("-5,00", euro), Err(MoneyError::Negative));
        assert!(matches!(amount("5.1234", euro), Err(MoneyError::TooManyDecimals { .. })));
    }
}
