//! Calling codes and numbering plans, from `data/calling_codes.txt`.
//!
//! The file has two kinds of lines, sorted bytewise: `+<digits> <country>` says whose numbers begin
//! so (the longest wins), `<country> <code> <trunk> <international> <least> <most>` how a country
//! dials. `trunk` is a list of prefixes in front of national numbers, `-` for none, `=` where a
//! leading zero belongs to the number (Italy).

use super::lines::{Lines, lines, longest_begin, pair};

static CODES: Lines = lines!("calling_codes.txt");

/// How the numbers of a country are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    /// ISO 3166-1 alpha-2.
    pub(super) country: &'static str,
    /// Digits behind the plus.
    pub(super) code: &'static str,
    /// Prefix for calls abroad.
    pub(super) international: &'static str,
    trunk: &'static str,
    least: usize,
    most: usize,
}

impl Plan {
    /// The plan of a country, by its upper-case ISO 3166-1 alpha-2 code.
    pub(super) fn of_country(country: &str) -> Option<Self> {
        if country.len() != 2 || country.starts_with('+') {
            return None;
        }
        let (country, row) = pair(&CODES, country)?;
        let mut fields = row.split(' ');
        Some(Self {
            country,
            code: fields.next()?,
            trunk: fields.next()?,
            international: fields.next()?,
            least: fields.next()?.parse().ok()?,
            most: fields.next()?.parse().ok()?,
        })
    }

    /// The plan of a number in international form, without its plus.
    pub(super) fn of_number(digits: &str) -> Option<Self> {
        // Countries that share a code are told apart by up to six digits.
        let mut plus = [b'+'; 7];
        let length = digits.len().min(6);
        plus.get_mut(1..=length)?.copy_from_slice(digits.as_bytes().get(..length)?);
        let begin = std::str::from_utf8(plus.get(..=length)?).ok()?;
        Self::of_country(longest_begin(&CODES, begin)?.1)
    }

    /// Whether a leading zero belongs to the number.
    pub(super) fn keeps_zero(&self) -> bool {
        self.trunk == "="
    }

    /// The most digits a national number has.
    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// Prefixes of national calls.
    pub(super) fn trunks(&self) -> impl Iterator<Item = &'static str> {
        self.trunk.split(',').filter(|trunk| trunk.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Whether the digits can be a national number without its trunk prefix.
    pub(super) fn allows(&self, national: &str) -> bool {
        let north_american = || [0, 3].iter().all(|at| national.as_bytes().get(*at).is_some_and(|digit| *digit >= b'2'));
        (self.least..=self.most).contains(&national.len())
            && (self.keeps_zero() || !national.starts_with('0'))
            && (self.code != "1" || north_american())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_sound() {
        assert!(CODES.iter().map(|(word, _)| word).is_sorted_by(|a, b| a < b));
        let mut countries = 0;
        for (key, value) in CODES.iter() {
            if let Some(digits) = key.strip_prefix('+') {
                let plan = Plan::of_country(value).unwrap();
                assert!(digits.starts_with(plan.code), "{key}");
                assert_eq!(Plan::of_number(digits).unwrap().country, *value, "{key}");
            } else {
                countries += 1;
                let plan = Plan::of_country(key).unwrap();
                assert!(plan.least <= plan.most && plan.code.len() + plan.most <= 15, "{key}");
                assert!(plan.keeps_zero() || plan.trunk == "-" || plan.trunks().count() > 0, "{key}");
            }
        }
        assert!(countries > 230, "{countries}");
        assert!(Plan::of_country("XX").is_none() && Plan::of_country("+1").is_none());
    }
}
