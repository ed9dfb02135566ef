//! Amounts as platforms write them (decimal text or a JSON number) to exact money.

use ordergate_screening::{Currency, Money, MoneyError};

/// A decimal number that is not negative: `units` divided by ten to the `scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal {
    units: u128,
    scale: u32,
    /// Digits behind the last kept one were cut off, and not all of them were zeros.
    cut: bool,
}

/// Sixteen digits before the point hold every amount of [`Money`]; together with eighteen behind it
/// nothing below overflows.
const WHOLE_DIGITS: usize = 16;
const FRACTION_DIGITS: usize = 18;

/// An amount in a currency, and whether it had to be rounded to the currency's decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rounded {
    pub(crate) money: Money,
    pub(crate) exact: bool,
}

impl Decimal {
    /// Reads decimal text, or a JSON number with its exponent. No floating point is involved.
    pub(crate) fn parse(text: &str) -> Result<Self, MoneyError> {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, power(exponent)?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(whole, fraction)| (whole, Some(fraction)));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !fraction.is_none_or(digits) {
            return Err(MoneyError::NotDecimal);
        }
        let read = Self::shifted(whole, fraction.unwrap_or_default(), exponent)?;
        if negative && (read.units > 0 || read.cut) { Err(MoneyError::Negative) } else { Ok(read) }
    }

    fn shifted(whole: &str, fraction: &str, exponent: i64) -> Result<Self, MoneyError> {
        let zeros = whole.bytes().chain(fraction.bytes()).take_while(|byte| *byte == b'0').count();
        let length = |part: &str| i64::try_from(part.len()).unwrap_or(i64::MAX);
        // How many of the significant digits stand before the point; below zero: zeros behind it.
        let before = length(whole).saturating_add(exponent).saturating_sub(i64::try_from(zeros).unwrap_or(i64::MAX));
        let mut significant = whole.bytes().chain(fraction.bytes()).skip(zeros).peekable();
        if significant.peek().is_none() {
            return Ok(Self { units: 0, scale: 0, cut: false });
        }
        if before > i64::try_from(WHOLE_DIGITS).unwrap_or(0) {
            return Err(MoneyError::TooLarge);
        }
        let leading = usize::try_from(before.saturating_neg()).unwrap_or(0);
        let kept = usize::try_from(before).unwrap_or(0) + FRACTION_DIGITS.saturating_sub(leading);
        let (mut units, mut scale) = (0u128, 0);
        for position in 0..kept {
            let behind_point = i64::try_from(position).unwrap_or(i64::MAX) >= before;
            let Some(digit) = significant.next().or((!behind_point).then_some(b'0')) else { break };
            units = units * 10 + u128::from(digit.saturating_sub(b'0'));
            scale += u32::from(behind_point);
        }
        if leading > 0 {
            scale += u32::try_from(leading.min(FRACTION_DIGITS)).unwrap_or(0);
        }
        Ok(Self { units, scale, cut: significant.any(|byte| byte != b'0') })
    }

    /// This amount divided by `pieces`, rounded half up to the currency's decimals.
    pub(crate) fn per_piece(self, pieces: u32, currency: Currency) -> Result<Rounded, MoneyError> {
        let decimals = u32::from(currency.decimals());
        let numerator = self.units * 10u128.pow(decimals);
        let denominator = 10u128.pow(self.scale) * u128::from(pieces.max(1));
        let (quotient, remainder) = (numerator / denominator, numerator % denominator);
        let minor = quotient + u128::from(remainder >= denominator - remainder);
        let unit = 10u128.pow(decimals);
        let width = usize::from(currency.decimals());
        let text = if width == 0 { minor.to_string() } else { format!("{}.{:0width$}", minor / unit, minor % unit) };
        Ok(Rounded { money: Money::parse(&text, currency)?, exact: remainder == 0 && !self.cut })
    }

    /// This amount, which must not have more decimals than its currency (zeros do not count).
    pub(crate) fn exactly(self, currency: Currency) -> Result<Money, MoneyError> {
        match self.per_piece(1, currency)? {
            Rounded { money, exact: true } => Ok(money),
            _ => Err(MoneyError::TooManyDecimals { currency: currency.code().to_owned(), decimals: currency.decimals() }),
        }
    }

    /// Whether nothing but zeros stands behind the point.
    pub(crate) fn is_whole(self) -> bool {
        !self.cut && self.units.is_multiple_of(10u128.pow(self.scale))
    }

    /// The whole number this is, if it is one that fits.
    pub(crate) fn whole(self) -> Option<u32> {
        self.is_whole().then(|| u32::try_from(self.units / 10u128.pow(self.scale)).ok()).flatten()
    }
}

/// An exponent, kept inside what cannot change the answer any more.
fn power(text: &str) -> Result<i64, MoneyError> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(MoneyError::NotDecimal);
    }
    let power = digits.parse().unwrap_or(i64::MAX).min(i64::from(u32::MAX));
    Ok(if negative { -power } else { power })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    #[test]
    fn exact_amounts_keep_every_digit() {
        for (text, code, want) in [
            ("120.50", "PLN", "120.50"),
            ("100.00", "JPY", "100"),
            ("100.000000", "JPY", "100"),
            ("12.340000", "EUR", "12.34"),
            ("0", "EUR", "0.00"),
            ("-0.00", "EUR", "0.00"),
            ("0.07", "EUR", "0.07"),
            ("007", "EUR", "7.00"),
            ("3", "KWD", "3.000"),
            ("1.5e2", "EUR", "150.00"),
            ("15E-1", "EUR", "1.50"),
            ("1e-2", "EUR", "0.01"),
            ("0e999999999999999999999", "EUR", "0.00"),
            ("90000000000000.00", "USD", "90000000000000.00"),
        ] {
            assert_eq!(Decimal::parse(text).unwrap().exactly(currency(code)).unwrap().to_string(), want, "{text} {code}");
        }
        for (text, code, want) in [
            ("12,50", "PLN", MoneyError::NotDecimal),
            ("", "PLN", MoneyError::NotDecimal),
            ("NaN", "PLN", MoneyError::NotDecimal),
            ("1e", "PLN", MoneyError::NotDecimal),
            ("+5", "PLN", MoneyError::NotDecimal),
            ("٣", "PLN", MoneyError::NotDecimal),
            ("-0.01", "PLN", MoneyError::Negative),
            ("-1e-99", "PLN", MoneyError::Negative),
            ("1e308", "PLN", MoneyError::TooLarge),
            ("1e99999999999999999999", "PLN", MoneyError::TooLarge),
            ("90000000000000.01", "PLN", MoneyError::TooLarge),
            ("100.50", "JPY", MoneyError::TooManyDecimals { currency: "JPY".to_owned(), decimals: 0 }),
            ("1.005", "EUR", MoneyError::TooManyDecimals { currency: "EUR".to_owned(), decimals: 2 }),
            ("1e-99", "EUR", MoneyError::TooManyDecimals { currency: "EUR".to_owned(), decimals: 2 }),
        ] {
            assert_eq!(Decimal::parse(text).and_then(|read| read.exactly(currency(code))), Err(want), "{text}");
        }
        assert_eq!(Decimal::parse(&"9".repeat(8_000_000)), Err(MoneyError::TooLarge));
    }

    #[test]
    fn prices_of_a_piece_round_half_up_and_say_so() {
        for (text, pieces, code, want, exact) in [
            ("10.00", 3, "EUR", "3.33", false),
            ("20.00", 3, "EUR", "6.67", false),
            ("0.25", 2, "EUR", "0.13", false),
            ("10.00", 4, "EUR", "2.50", true),
            ("8.264463", 1, "EUR", "8.26", false),
            ("8.265", 1, "EUR", "8.27", false),
            ("3.3300000000000001", 1, "EUR", "3.33", false),
            ("1.00000000000000000000000000001", 1, "EUR", "1.00", false),
            ("100", 3, "JPY", "33", false),
            ("5.00", 0, "EUR", "5.00", true),
        ] {
            let Rounded { money, exact: was } = Decimal::parse(text).unwrap().per_piece(pieces, currency(code)).unwrap();
            assert_eq!((money.to_string().as_str(), was), (want, exact), "{text} / {pieces}");
        }
        assert_eq!(
            ["2", "2.0", "2.5", "4294967296", "0"].map(|text| Decimal::parse(text).unwrap().whole()),
            [Some(2), Some(2), None, None, Some(0)]
        );
    }
}
