//! Money: exact minor units in a currency that knows its own number of decimals.

use std::fmt;

/// An ISO 4217 currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency {
    code: [u8; 3],
    decimals: u8,
}

/// Currencies of ISO 4217 (amendment 177, 2026) that money is spent in, by their number of
/// decimals; fund codes, metals and testing codes are left out.
const WITHOUT_DECIMALS: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const WITH_THREE: &str = "BHD IQD JOD KWD LYD OMR TND";
const WITH_TWO: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
    CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR \
    JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD \
    PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD \
    TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ZWL";

const IN_A_PAGE: bool = cfg!(feature = "browser");

impl Currency {
    /// The currency with this three-letter code, in upper or lower case.
    pub fn from_code(text: &str) -> Option<Self> {
        let code: [u8; 3] = text.as_bytes().try_into().ok()?;
        let code = code.map(|byte| byte.to_ascii_uppercase());
        // Codes of three letters with a space between, in alphabetical order.
        let listed = |table: &str| {
            let (mut from, mut to) = (0, (table.len() + 1) / 4);
            while from < to {
                let middle = usize::midpoint(from, to);
                match table.as_bytes().get(middle * 4..middle * 4 + 3).map(|known| known.cmp(&code[..])) {
                    Some(std::cmp::Ordering::Equal) => return true,
                    Some(std::cmp::Ordering::Less) => from = middle + 1,
                    _ => to = middle,
                }
            }
            false
        };
        // A page takes any three letters for a currency: an order in one that is none is refused behind it.
        let decimals = match code {
            _ if !IN_A_PAGE && listed(WITH_TWO) => 2,
            _ if listed(WITHOUT_DECIMALS) => 0,
            _ if listed(WITH_THREE) => 3,
            _ if IN_A_PAGE && code.iter().all(u8::is_ascii_uppercase) => 2,
            _ => return None,
        };
        Some(Self { code, decimals })
    }

    /// The upper-case three-letter code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// How many decimals amounts of this currency have.
    pub fn decimals(self) -> u8 {
        self.decimals
    }
}

/// An amount that is not negative, in minor units of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// Why a text is not an amount of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoneyError {
    /// It is not digits with at most one point between digits.
    NotDecimal,
    /// It is below zero.
    Negative,
    /// It has more decimals than the currency.
    TooManyDecimals {
        /// The currency's code.
        currency: String,
        /// The number of decimals it has.
        decimals: u8,
    },
    /// It is over 9,000,000,000,000,000 minor units.
    TooLarge,
}

impl fmt::Display for MoneyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotDecimal => out.write_str("must be a decimal number with a point, such as \"120.50\""),
            Self::Negative => out.write_str("must not be negative"),
            Self::TooManyDecimals { currency, decimals: 0 } => write!(out, "{currency} has no decimals"),
            Self::TooManyDecimals { currency, decimals } => write!(out, "{currency} has at most {decimals} decimals"),
            Self::TooLarge => out.write_str("is too large: at most 9000000000000000 minor units"),
        }
    }
}

impl std::error::Error for MoneyError {}

/// Stays below 2^53, so that a JavaScript number holds it exactly.
const LARGEST: i64 = 9_000_000_000_000_000;

impl Money {
    /// Reads an amount in major units, such as `120.50`; nothing is rounded.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        if let Some(rest) = text.strip_prefix('-') {
            return Err(match Self::parse(rest, currency) {
                Err(MoneyError::NotDecimal | MoneyError::Negative) => MoneyError::NotDecimal,
                _ => MoneyError::Negative,
            });
        }
        let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !fraction.is_none_or(digits) {
            return Err(MoneyError::NotDecimal);
        }
        let fraction = fraction.unwrap_or_default();
        let decimals = usize::from(currency.decimals);
        if fraction.len() > decimals {
            return Err(MoneyError::TooManyDecimals { currency: currency.code().to_owned(), decimals: currency.decimals });
        }
        let padding = std::iter::repeat_n(b'0', decimals - fraction.len());
        let minor = whole
            .bytes()
            .chain(fraction.bytes())
            .chain(padding)
            .try_fold(0i64, |sum, byte| sum.checked_mul(10)?.checked_add(i64::from(byte - b'0')).filter(|sum| *sum <= LARGEST));
        Ok(Self { minor: minor.ok_or(MoneyError::TooLarge)?, currency })
    }

    /// The amount in minor units.
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// Its currency.
    pub fn currency(self) -> Currency {
        self.currency
    }
}

impl fmt::Display for Money {
    /// Major units with the currency's own number of decimals, without the code.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10i64.pow(u32::from(self.currency.decimals));
        write!(out, "{}", self.minor / unit)?;
        if self.currency.decimals > 0 {
            write!(out, ".{:0width$}", self.minor % unit, width = usize::from(self.currency.decimals))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_exact_amounts_and_refuses_the_rest() {
        let money = |text: &str, code: &str| Money::parse(text, Currency::from_code(code).unwrap());
        for (text, code, minor, written) in [
            ("120.50", "PLN", 12_050, "120.50"),
            ("120.5", "PLN", 12_050, "120.50"),
            ("0", "EUR", 0, "0.00"),
            ("500", "JPY", 500, "500"),
            ("1.234", "KWD", 1_234, "1.234"),
            ("90000000000000.00", "USD", LARGEST, "90000000000000.00"),
        ] {
            let read = money(text, code).unwrap();
            assert_eq!((read.minor(), read.to_string().as_str()), (minor, written));
        }
        for text in ["", "12,50", "NaN", "1e308", ".5", "5.", "1 000", "+5", "0x10", "--1", "١٢"] {
            assert_eq!(money(text, "PLN"), Err(MoneyError::NotDecimal), "{text}");
        }
        assert_eq!(money("-0.01", "PLN"), Err(MoneyError::Negative));
        assert_eq!(money("100.50", "JPY").unwrap_err().to_string(), "JPY has no decimals");
        assert_eq!(money("1.005", "EUR").unwrap_err().to_string(), "EUR has at most 2 decimals");
        assert_eq!(money("90000000000000.01", "USD"), Err(MoneyError::TooLarge));
        assert_eq!(money(&"9".repeat(400), "USD"), Err(MoneyError::TooLarge));
        assert!(Currency::from_code("XXX").is_none() && Currency::from_code("EURO").is_none());
    }
}
