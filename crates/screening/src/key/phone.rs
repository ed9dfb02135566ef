//! Phone numbers.

use std::borrow::Cow;

use super::calling_code::Plan;
use super::fold::{digit, is_invisible};
use super::unicode::nfkc;

/// A phone number as far as it can be understood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    e164: Option<String>,
    last9: Option<String>,
    country: Option<&'static str>,
}

/// No phone number is written longer than this, extension and all.
const LONGEST: usize = 200;

/// Fewer digits than this are no phone number.
const FEWEST: usize = 6;

impl Phone {
    /// Reads a number as typed: `+48 600 100 200`, `0048…`, `600-100-200`, `(0) 22 …`, `tel:` URIs,
    /// extensions (`ext. 5`, `x5`, `wew. 12`, dropped), digits of any script. `country` is the ISO
    /// 3166-1 alpha-2 code that national forms are read with. `None` with fewer than six digits or
    /// nothing but zeros. A number that its country cannot have gets no E.164 form.
    pub fn parse(raw: &str, country: Option<&str>) -> Option<Self> {
        let typed = Typed::read(raw);
        if typed.digits.len() < FEWEST || typed.digits.bytes().all(|byte| byte == b'0') {
            return None;
        }
        let country = country.and_then(super::country::code);
        let found = typed.understood(country.as_deref().and_then(Plan::of_country));
        let digits = found.as_ref().map_or(typed.digits.trim_start_matches('0'), |(_, digits)| digits.as_str());
        let last9 = digits.len().checked_sub(9).and_then(|from| digits.get(from..)).map(str::to_owned);
        // Countries that share a code are told apart by the number, however it was dialled.
        let country = found.as_ref().map(|(plan, digits)| Plan::of_number(digits).as_ref().unwrap_or(plan).country);
        Some(Self { last9, country, e164: found.map(|(_, digits)| format!("+{digits}")) })
    }

    /// A number of which only the forms that are compared are known.
    pub(crate) fn of_forms(e164: Option<String>, last9: Option<String>) -> Self {
        Self { e164, last9, country: None }
    }

    /// Whether both are one line: by E.164 when both have it, else by their last nine digits.
    pub fn same(&self, other: &Self) -> bool {
        match (&self.e164, &other.e164) {
            (Some(own), Some(others)) => own == others,
            _ => self.last9.is_some() && self.last9 == other.last9,
        }
    }

    /// `+48600100200`, when the number can be valid.
    pub fn e164(&self) -> Option<&str> {
        self.e164.as_deref()
    }

    /// The last nine digits, when there are nine: `600100200`.
    pub fn last9(&self) -> Option<&str> {
        self.last9.as_deref()
    }

    /// ISO 3166-1 alpha-2 code of the number's own country, best effort: `+1` is US unless the area
    /// code says otherwise, `+7` RU or KZ, `+44` GB. Only with an E.164 form.
    pub fn country(&self) -> Option<&str> {
        self.country
    }
}

/// The digits of a number as typed.
struct Typed {
    digits: String,
    /// It began with a plus.
    plus: bool,
    /// Where `(0)` stood, which is dialled only inside the country; it is not among the digits.
    zero_at: Option<usize>,
}

impl Typed {
    fn read(raw: &str) -> Self {
        let plain = raw.len() <= LONGEST && raw.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        let text = if plain { Cow::Borrowed(raw) } else { Cow::Owned(readable(raw)) };
        let mut typed = Self { digits: String::new(), plus: false, zero_at: None };
        // RFC 3966: "tel:600100200;phone-context=+48" is a number of +48.
        if let Some((_, context)) = text.split_once(";phone-context=+") {
            typed.plus = true;
            typed.digits.extend(
                context.chars().take_while(|character| character.is_ascii_digit() || *character == '-').filter(char::is_ascii_digit),
            );
        }
        let context = typed.digits.len();
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            let enough = typed.digits.len() >= FEWEST + context;
            match character {
                '0'..='9' => typed.digits.push(character),
                '+' if typed.digits.len() == context && context == 0 => typed.plus = true,
                '+' if enough => break,
                '(' => {
                    let inner = characters.as_str().trim_start().strip_prefix('0').and_then(|inner| inner.trim_start().strip_prefix(')'));
                    if let Some(inner) = inner.filter(|_| typed.zero_at.is_none()) {
                        typed.zero_at = Some(typed.digits.len());
                        characters = inner.chars();
                    }
                }
                // "600100200 / 601200300" are two numbers, "0664/1234567" is one.
                '/' if typed.digits.len() >= 9 && characters.as_str().chars().filter(char::is_ascii_digit).count() >= 7 => break,
                '#' | '*' | ';' | ',' if enough => break,
                letter if enough && letter.is_alphabetic() => break,
                _ => {}
            }
        }
        typed
    }

    /// The plan and the digits of the E.164 form.
    fn understood(&self, plan: Option<Plan>) -> Option<(Plan, String)> {
        let digits = self.digits.as_str();
        if self.plus {
            return self.abroad(digits.trim_start_matches('0'));
        }
        let prefix = plan.map_or("00", |plan| plan.international);
        let abroad = digits.strip_prefix(prefix).or_else(|| digits.strip_prefix("00"));
        if let Some(found) = abroad.and_then(|rest| self.abroad(rest)) {
            return Some(found);
        }
        let plan = plan?;
        let with_zero = match self.zero_at {
            Some(at) => digits.split_at_checked(at).map(|(before, behind)| format!("{before}0{behind}")),
            None => None,
        };
        let national = at_home(&plan, with_zero.as_deref().unwrap_or(digits))?;
        Some((plan, format!("{}{national}", plan.code)))
    }

    /// A number that begins with its calling code.
    fn abroad(&self, digits: &str) -> Option<(Plan, String)> {
        let plan = Plan::of_number(digits)?;
        let national = digits.strip_prefix(plan.code)?;
        // Only where a zero belongs to the number does "(0)" stay.
        let zero = plan.keeps_zero() && self.zero_at.is_some();
        let national = if zero { format!("0{national}") } else { national.to_owned() };
        let national = bare(&plan, &national)?;
        Some((plan, format!("{}{national}", plan.code)))
    }
}

/// A number as typed with plain digits and nothing invisible.
fn readable(raw: &str) -> String {
    let raw: String = raw.chars().take(LONGEST).collect();
    let plain = nfkc(&raw);
    plain.chars().filter(|character| !is_invisible(*character)).map(|character| digit(character).unwrap_or(character)).collect()
}

/// A number behind its calling code without a trunk prefix that does not belong there.
fn bare<'a>(plan: &Plan, national: &'a str) -> Option<&'a str> {
    [Some(national)]
        .into_iter()
        .chain(plan.trunks().map(|trunk| national.strip_prefix(trunk)))
        .chain([Some(national.trim_start_matches('0'))])
        .flatten()
        .find(|national| plan.allows(national))
}

/// A number as dialled inside the country.
fn at_home<'a>(plan: &Plan, digits: &'a str) -> Option<&'a str> {
    let trunked = plan.trunks().filter_map(|trunk| digits.strip_prefix(trunk)).find(|rest| plan.allows(rest));
    // Brazil: 0, two digits of the carrier, area code, number.
    let carried = || digits.strip_prefix('0').and_then(|rest| rest.get(2..)).filter(|rest| plan.country == "BR" && plan.allows(rest));
    let coded = || digits.strip_prefix(plan.code).and_then(|rest| bare(plan, rest));
    let national = || Some(digits).filter(|digits| plan.allows(digits));
    // Where national numbers begin with a trunk prefix, one as long as they get that begins with
    // the calling code instead is an international one that lost its plus.
    let code_first = plan.trunks().next().is_some() && digits.len() >= plan.most() && digits.len() > plan.code.len() + 7;
    let untrunked = if code_first { coded().or_else(national) } else { national().or_else(coded) };
    trunked
        .or_else(carried)
        .or(untrunked)
        .or_else(|| Some(digits.trim_start_matches('0')).filter(|digits| !plan.keeps_zero() && plan.allows(digits)))
}

#[cfg(test)]
mod tests {
    use super::Phone;

    #[test]
    fn one_number_however_written() {
        for (input, country, want) in [
            ("+48 600 100 200", "", "+48600100200"),
            ("+48600100200", "DE", "+48600100200"),
            ("600 100 200", "PL", "+48600100200"),
            ("600-100-200", "PL", "+48600100200"),
            ("(22) 123 45 67", "PL", "+48221234567"),
            ("0048 600100200", "PL", "+48600100200"),
            ("0048600100200", "", "+48600100200"),
            ("48600100200", "PL", "+48600100200"),
            ("0600100200", "PL", "+48600100200"),
            ("+48 (0) 600 100 200", "PL", "+48600100200"),
            ("+48 0600100200", "", "+48600100200"),
            ("+0048 600100200", "", "+48600100200"),
            ("(+48) 600 100 200", "", "+48600100200"),
            ("tel:+48-600-100-200;ext=5", "", "+48600100200"),
            ("tel:600100200;phone-context=+48", "", "+48600100200"),
            ("tel. kom. 600 100 200 wew. 12", "PL", "+48600100200"),
            ("600100200 x5", "PL", "+48600100200"),
            ("600100200 ext. 5", "PL", "+48600100200"),
            ("600100200#5", "PL", "+48600100200"),
            ("600100200 / 601200300", "PL", "+48600100200"),
            ("600100200 lub 601200300", "PL", "+48600100200"),
            ("６００１００２００", "PL", "+48600100200"),
            ("٦٠٠١٠٠٢٠٠", "PL", "+48600100200"),
            ("60010\u{200b}0200", "PL", "+48600100200"),
            ("60010020", "PL", ""),
            ("6001002000", "PL", ""),
            ("600100200", "", ""),
            ("030 1234567", "DE", "+49301234567"),
            ("+49 (0)30/1234567", "DE", "+49301234567"),
            ("0049 30 1234567", "DE", "+49301234567"),
            ("4915112345678", "DE", "+4915112345678"),
            ("0664/1234567", "AT", "+436641234567"),
            ("05321234567", "TR", "+905321234567"),
            ("532 123 45 67", "TR", "+905321234567"),
            ("+90 0532 123 45 67", "", "+905321234567"),
            ("905321234567", "TR", "+905321234567"),
            ("011 91234-5678", "BR", "+5511912345678"),
            ("(11) 91234-5678", "BR", "+5511912345678"),
            ("0 15 11 91234-5678", "BR", "+5511912345678"),
            ("5511912345678", "BR", "+5511912345678"),
            ("06 1234 5678", "IT", "+390612345678"),
            ("+39 06 1234 5678", "", "+390612345678"),
            ("+39 (0)6 1234 5678", "", "+390612345678"),
            ("333 1234567", "IT", "+393331234567"),
            ("393331234567", "IT", "+393331234567"),
            ("912 345 678", "PT", "+351912345678"),
            ("+351 912 345 678", "", "+351912345678"),
            ("8 (912) 123-45-67", "RU", "+79121234567"),
            ("+7 8 912 123-45-67", "", "+79121234567"),
            ("8 10 48 600 100 200", "RU", "+48600100200"),
            ("06 30 123 4567", "HU", "+36301234567"),
            ("+36 06 30 123 4567", "", "+36301234567"),
            ("(212) 555-0123", "US", "+12125550123"),
            ("1-212-555-0123", "US", "+12125550123"),
            ("011 48 600 100 200", "US", "+48600100200"),
            ("212-155-0123", "US", ""),
            ("020 7946 0018", "UK", "+442079460018"),
            ("+44 (0)20 7946 0018", "", "+442079460018"),
            ("01 23 45 67 89", "FR", "+33123456789"),
            ("+52 1 55 1234 5678", "", "+525512345678"),
            ("+225 07 01 02 03 04", "", "+2250701020304"),
            ("+999 600100200", "", ""),
        ] {
            let phone = Phone::parse(input, (!country.is_empty()).then_some(country)).unwrap();
            assert_eq!(phone.e164().unwrap_or_default(), want, "{input} [{country}]");
        }
        for input in ["", "12345", "000000000", "+", "abc", "ext. 5"] {
            assert_eq!(Phone::parse(input, Some("PL")), None, "{input}");
        }
    }

    #[test]
    fn numbers_without_a_country_meet_by_their_last_digits() {
        let phone = |raw: &str, country: Option<&str>| Phone::parse(raw, country).unwrap();
        assert!(phone("600100200", None).same(&phone("+48 600 100 200", None)));
        assert!(phone("0600100200", None).same(&phone("600100200", Some("PL"))));
        assert!(!phone("+49 600100200", None).same(&phone("+48 600100200", None)), "two countries");
        assert!(!phone("123456", None).same(&phone("123456", None)), "too short to say");
        assert_eq!(phone("600100200", None).last9(), Some("600100200"));
    }

    #[test]
    fn knows_the_country_of_a_number() {
        for (input, want) in [
            ("+48600100200", "PL"),
            ("+12125550123", "US"),
            ("+14165550123", "CA"),
            ("+18765550123", "JM"),
            ("+79121234567", "RU"),
            ("+77012345678", "KZ"),
            ("+442079460018", "GB"),
            ("+441481960194", "GG"),
            ("+390612345678", "IT"),
        ] {
            assert_eq!(Phone::parse(input, None).unwrap().country(), Some(want), "{input}");
        }
        assert_eq!(Phone::parse("600100200", None).unwrap().country(), None);
        for country in ["RU", "KZ"] {
            let dialled = Phone::parse("8 701 234 56 78", Some(country)).unwrap();
            assert_eq!((dialled.e164(), dialled.country()), (Some("+77012345678"), Some("KZ")));
        }
    }
}
