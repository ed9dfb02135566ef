//! Exact decimal numbers for rules: money, quantities, counts. No floats, nothing rounded.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Money;

/// A decimal number: `mantissa / 10^scale`, without trailing zeros, so equal numbers are equal
/// field by field.
///
/// As text it has at most 18 digits before the point and 18 behind it. Sums and products of such
/// numbers are exact; one that would leave 128 bits stays at the largest number that fits
/// ([`LARGEST`](Self::LARGEST)), which compares above everything a rule can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i128,
    scale: u32,
}

/// Why a text is not a decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalError {
    /// It is not digits with at most one point between digits and a minus before them.
    NotDecimal,
    /// It has more than 18 digits before or behind the point.
    TooLong,
}

impl fmt::Display for DecimalError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotDecimal => "must be a decimal number with a point, such as 120.50",
            Self::TooLong => "has more than 18 digits before or behind the point",
        })
    }
}

impl std::error::Error for DecimalError {}

const DIGITS: usize = 18;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };
    /// What sums and products saturate at.
    pub const LARGEST: Self = Self { mantissa: i128::MAX, scale: 0 };

    /// Mantissa and scale; equal numbers have equal ones.
    pub(super) fn parts(self) -> (i128, u32) {
        (self.mantissa, self.scale)
    }

    /// From what [`parts`](Self::parts) gave; `None` for parts of no number.
    pub(super) fn of_parts(mantissa: i128, scale: u32) -> Option<Self> {
        (scale <= 36).then(|| Self::new(mantissa, scale))
    }

    /// Mantissa and scale, where the mantissa fits 64 bits.
    pub(super) fn short(self) -> Option<(i64, u32)> {
        Some((i64::try_from(self.mantissa).ok()?, self.scale))
    }

    /// Whether this number does not reach a limit written as [`short`](Self::short): is below it where
    /// it should lie `above`, above it where not. A limit of too many decimals is reached by none.
    pub(super) fn is_beyond(self, (mantissa, scale): (i64, u32), above: bool) -> bool {
        let mantissa = i128::from(mantissa);
        let order = if scale == self.scale {
            self.mantissa.cmp(&mantissa)
        } else {
            let Some(limit) = Self::of_parts(mantissa, scale) else { return true };
            self.cmp(&limit)
        };
        if above { order.is_lt() } else { order.is_gt() }
    }

    fn new(mut mantissa: i128, mut scale: u32) -> Self {
        // Nearly every number fits 64 bits, which divide many times faster.
        if let Ok(mut short) = i64::try_from(mantissa) {
            while scale > 0 && short % 10 == 0 {
                short /= 10;
                scale -= 1;
            }
            return Self { mantissa: i128::from(short), scale };
        }
        while scale > 0
            && let Some(tenth) = tenth(mantissa)
        {
            mantissa = tenth;
            scale -= 1;
        }
        Self { mantissa, scale }
    }

    /// Reads a JSON number as facts carry it, as text, exponent included. Digits behind the eighteenth
    /// decimal are dropped, numbers over [`LARGEST`](Self::LARGEST) stay there: facts are
    /// measurements, and a float of 64 bits has no more than 17 digits of its own.
    pub(crate) fn from_json_number(text: &str) -> Self {
        let (text, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let places = i64::try_from(fraction.len()).unwrap_or(0) - exponent.parse::<i64>().unwrap_or(0);
        // The digits as one integer, of which `places` stand behind the point.
        let mut mantissa: i128 = 0;
        for byte in whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit) {
            mantissa = mantissa.saturating_mul(10).saturating_add(i128::from(byte - b'0'));
        }
        let mut places = places;
        while places > 18 && mantissa != 0 {
            mantissa /= 10;
            places -= 1;
        }
        while places < 0 && mantissa != 0 && mantissa != i128::MAX {
            mantissa = mantissa.saturating_mul(10);
            places += 1;
        }
        let signed = if negative { -mantissa } else { mantissa };
        Self::new(signed, if mantissa == 0 { 0 } else { u32::try_from(places).unwrap_or(0) })
    }

    /// The sum, exact or saturated.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let scale = self.scale.max(other.scale);
        match (self.aligned(scale), other.aligned(scale)) {
            (Some(left), Some(right)) => left.checked_add(right).map_or(Self::saturated(left), |sum| Self::new(sum, scale)),
            (None, _) => Self::saturated(self.mantissa),
            (_, None) => Self::saturated(other.mantissa),
        }
    }

    /// The product with a whole number, exact or saturated.
    #[must_use]
    pub fn times(self, count: u32) -> Self {
        product(self.mantissa, count).map_or(Self::saturated(self.mantissa), |product| Self::new(product, self.scale))
    }

    fn saturated(sign: i128) -> Self {
        Self { mantissa: if sign < 0 { -i128::MAX } else { i128::MAX }, scale: 0 }
    }

    /// The mantissa this number has with `scale` decimals, if it fits.
    fn aligned(self, scale: u32) -> Option<i128> {
        if scale == self.scale {
            return Some(self.mantissa);
        }
        let more = scale - self.scale;
        let short = || i64::try_from(self.mantissa).ok()?.checked_mul(10i64.checked_pow(more)?);
        // A page compares few numbers: the long way does.
        let short = if cfg!(feature = "browser") { None } else { short() };
        short.map(i128::from).or_else(|| (0..more).try_fold(self.mantissa, |mantissa, _| product(mantissa, 10)))
    }
}

/// A tenth of a wide number, where that is whole. In quarters, here as below in halves: what the compiler brings for wide numbers would
/// be 2 kB of a page.
fn tenth(wide: i128) -> Option<i128> {
    let (mut tenth, mut rest) = (0u128, 0u64);
    for shift in [96, 64, 32, 0] {
        let quarter = u64::try_from((wide.unsigned_abs() >> shift) & 0xffff_ffff).unwrap_or(0);
        let part = (rest << 32) | quarter;
        tenth |= u128::from(part / 10) << shift;
        rest = part % 10;
    }
    if rest == 0 { signed(tenth, wide < 0) } else { None }
}

/// The product, if it fits.
fn product(wide: i128, by: u32) -> Option<i128> {
    let (size, by, half) = (wide.unsigned_abs(), u128::from(by), u128::from(u64::MAX));
    let low = (size & half) * by;
    let high = (size >> 64) * by + (low >> 64);
    if high <= half { signed((high << 64) | (low & half), wide < 0) } else { None }
}

fn signed(size: u128, negative: bool) -> Option<i128> {
    let size = i128::try_from(size).ok()?;
    Some(if negative { -size } else { size })
}

impl From<Money> for Decimal {
    fn from(money: Money) -> Self {
        Self::new(i128::from(money.minor()), u32::from(money.currency().decimals()))
    }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Self { mantissa: i128::from(number), scale: 0 }
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !fraction.is_none_or(digits) {
            return Err(DecimalError::NotDecimal);
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.unwrap_or_default().trim_end_matches('0');
        if whole.len() > DIGITS || fraction.len() > DIGITS {
            return Err(DecimalError::TooLong);
        }
        let mantissa = whole.bytes().chain(fraction.bytes()).fold(0i128, |sum, byte| sum * 10 + i128::from(byte - b'0'));
        let scale = u32::try_from(fraction.len()).unwrap_or(0);
        Ok(Self::new(if negative { -mantissa } else { mantissa }, scale))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        match (self.aligned(scale), other.aligned(scale)) {
            (Some(left), Some(right)) => left.cmp(&right),
            // One of them, and one only, is too large to be written with the other's decimals: beyond it, then.
            (None, _) => self.mantissa.cmp(&0),
            (_, None) => 0.cmp(&other.mantissa),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10u128.pow(self.scale);
        let size = self.mantissa.unsigned_abs();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        write!(out, "{sign}{}", size / unit)?;
        if self.scale > 0 {
            write!(out, ".{:0width$}", size % unit, width = usize::try_from(self.scale).unwrap_or(0))?;
        }
        Ok(())
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn reads_and_writes_one_spelling() {
        for (text, written) in [
            ("500.00", "500"),
            ("0.10", "0.1"),
            ("-0", "0"),
            ("007", "7"),
            ("-0.5", "-0.5"),
            ("999999999999999999.000000000000000001", "999999999999999999.000000000000000001"),
        ] {
            assert_eq!(decimal(text).to_string(), written);
        }
        for text in ["", "-", ".5", "5.", "1e5", "+1", "1,5", " 1", "0x1", "1.2.3", "١"] {
            assert_eq!(text.parse::<Decimal>(), Err(DecimalError::NotDecimal), "{text}");
        }
        assert_eq!("1000000000000000000".parse::<Decimal>(), Err(DecimalError::TooLong));
        assert_eq!("0.0000000000000000001".parse::<Decimal>(), Err(DecimalError::TooLong));
    }

    #[test]
    fn compares_exactly() {
        for (left, right, want) in [
            ("0.1", "0.10", Ordering::Equal),
            ("500", "500.01", Ordering::Less),
            ("-1.5", "-1.25", Ordering::Less),
            ("999999999999999999", "0.000000000000000001", Ordering::Greater),
        ] {
            assert_eq!(decimal(left).cmp(&decimal(right)), want, "{left} {right}");
            assert_eq!(decimal(right).cmp(&decimal(left)), want.reverse(), "{left} {right}");
        }
        assert!(Decimal::LARGEST > decimal("999999999999999999.999999999999999999"));
        assert!(Decimal::saturated(-1) < decimal("-999999999999999999.999999999999999999"));
        assert!(Decimal::LARGEST > decimal("0.5") && Decimal::saturated(-1) < decimal("0.5"));
    }

    #[test]
    fn adds_and_multiplies_exactly_or_saturates() {
        assert_eq!(decimal("0.1").plus(decimal("0.2")), decimal("0.3"));
        assert_eq!(decimal("90000000000000.01").times(u32::MAX).to_string(), "386547056550000042949672.95");
        assert_eq!(decimal("19.99").times(3), decimal("59.97"));
        assert_eq!(Decimal::LARGEST.plus(decimal("1")), Decimal::LARGEST);
        assert_eq!(Decimal::LARGEST.plus(decimal("0.5")), Decimal::LARGEST);
        assert_eq!(Decimal::LARGEST.times(2), Decimal::LARGEST);
        assert_eq!(Decimal::saturated(-1).times(2), Decimal::saturated(-1));
    }

    #[test]
    fn wide_numbers_are_divided_and_multiplied_as_the_machine_does() {
        let mut number: i128 = 1;
        for step in 0..5_000u32 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            for wide in [number, number >> (step % 127), number / 10 * 10, number >> 64 << 64, i128::MAX, 0] {
                assert_eq!(tenth(wide), (wide % 10 == 0).then_some(wide / 10), "{wide}");
                for by in [0, 1, 10, step, u32::MAX] {
                    assert_eq!(product(wide, by), wide.checked_mul(i128::from(by)), "{wide} {by}");
                }
            }
        }
    }

    #[test]
    fn reads_json_numbers() {
        let read =
            |text: &str| Decimal::from_json_number(&serde_json::from_str::<serde_json::Number>(text).unwrap().to_string()).to_string();
        for (text, want) in [
            ("3", "3"),
            ("2.4", "2.4"),
            ("-0.25", "-0.25"),
            ("1.5e-7", "0.00000015"),
            ("1e3", "1000"),
            ("1e-30", "0"),
            ("18446744073709551615", "18446744073709551615"),
        ] {
            assert_eq!(read(text), want);
        }
        assert_eq!(read("1e300"), Decimal::LARGEST.to_string());
    }
}
