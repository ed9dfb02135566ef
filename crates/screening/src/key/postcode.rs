//! Postcodes, short and extended.

use super::fold::spaced;

/// A postcode without spaces and dashes, in upper case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    /// All of it: `123456789` for ZIP+4 `12345-6789`, `SW1A1AA`, `01310100`, `50001`.
    pub full: String,
    /// The short form where the country has one: ZIP of ZIP+4, outward code (`SW1A`), first five
    /// digits of a CEP; elsewhere the same as `full`.
    pub short: String,
}

impl Postcode {
    /// Reads a postcode as typed; `country` is an ISO 3166-1 alpha-2 code. The country's own prefix
    /// is dropped (`PL-23-723`, `D-38964`). `None` when no letter or digit is left.
    pub fn parse(raw: &str, country: Option<&str>) -> Option<Self> {
        let country = country.and_then(super::country::code);
        let country = country.as_deref();
        let mut full: String = spaced(raw, |_| false).split(' ').collect::<String>().to_ascii_uppercase();
        // Nearly all begin with a digit.
        while full.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase()) {
            let own = prefixes(country).find_map(|prefix| full.strip_prefix(prefix));
            match own.or_else(|| foreign(&full)) {
                // "SE1" is a district of London, "AT" alone a typing error: a number must follow.
                Some(rest) if rest.len() >= 3 && rest.bytes().all(|byte| byte.is_ascii_digit()) && country != Some("GB") => {
                    full = rest.to_owned()
                }
                _ => break,
            }
        }
        if full.is_empty() {
            return None;
        }
        let digits = full.bytes().all(|byte| byte.is_ascii_digit());
        let length = match country {
            Some("BR") if digits && full.len() == 8 => 5,
            // Nobody else writes nine digits (Saudi Arabia's are extended too) or ends in a digit and two
            // letters behind a letter, so an entry without a country is what it looks like.
            _ if digits && full.len() == 9 => 5,
            _ if is_british(&full) => full.len() - 3,
            _ => full.len(),
        };
        let short = full.get(..length).unwrap_or(&full).to_owned();
        Some(Self { full, short })
    }

    /// Whether there is more than the short form.
    pub fn is_extended(&self) -> bool {
        self.full.len() > self.short.len()
    }
}

/// What stands before a postcode of this country in international mail, without its dash.
fn prefixes(country: Option<&str>) -> impl Iterator<Item = &'static str> {
    // The code of three letters, that of two, and the sign on cars where it is used.
    const PREFIXES: &str = "AUT AT A,BEL BE B,CHE CH,DEU DE D,DNK DK,ESP ES E,FIN FI,FRA FR F,HUN HU H,ITA IT I,\
        LUX LU L,NOR NO N,POL PL,PRT PT P,SWE SE S,SVN SI,TUR TR";
    let own = PREFIXES.split(',').find(|own| own.get(4..6) == country);
    own.into_iter().flat_map(|own| own.split(' '))
}

/// The rest behind a two-letter country code, for countries whose postcodes are only digits; it
/// goes whatever the order's country, so that an entry without a country meets the order.
fn foreign(full: &str) -> Option<&str> {
    const CODES: &[u8] = b"ALATBABEBGBRCHCYCZDEDKEEESFIFRGRHRHUITLILTLULVMEMKNOPLPTRORSSESISKTR";
    let (code, rest) = full.split_at_checked(2)?;
    (rest.len() >= 4 && CODES.chunks_exact(2).any(|known| known == code.as_bytes())).then_some(rest)
}

/// A full British postcode: outward code, then a digit and two letters.
fn is_british(full: &str) -> bool {
    let mut backwards = full.bytes().rev();
    let inward = [backwards.next(), backwards.next(), backwards.next()];
    let [Some(last), Some(middle), Some(first)] = inward else { return false };
    last.is_ascii_uppercase()
        && middle.is_ascii_uppercase()
        && first.is_ascii_digit()
        && (2..=4).contains(&backwards.len())
        && full.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_full_and_short_forms() {
        for (input, country, full, short) in [
            ("50-001", "PL", "50001", "50001"),
            ("PL-23-723", "PL", "23723", "23723"),
            (" pl 15 790", "", "15790", "15790"),
            ("D-38964", "DE", "38964", "38964"),
            ("DE-38964", "DE", "38964", "38964"),
            ("PT-6840-557", "PT", "6840557", "6840557"),
            ("TR-08950", "TR", "08950", "08950"),
            ("12345", "US", "12345", "12345"),
            ("12345-6789", "US", "123456789", "12345"),
            ("12345-6789", "PL", "123456789", "12345"),
            ("SW1A 1AA", "PL", "SW1A1AA", "SW1A"),
            ("C1425 ABC", "AR", "C1425ABC", "C1425ABC"),
            ("sw1a 1aa", "GB", "SW1A1AA", "SW1A"),
            ("SW1A", "UK", "SW1A", "SW1A"),
            ("M1 1AE", "GB", "M11AE", "M1"),
            ("SE1 234", "GB", "SE1234", "SE1234"),
            ("01310-100", "BR", "01310100", "01310"),
            ("1234 AB", "NL", "1234AB", "1234AB"),
            ("AD500", "AD", "AD500", "AD500"),
            ("LV-1010", "LV", "1010", "1010"),
            ("２３-７２３", "PL", "23723", "23723"),
        ] {
            let postcode = Postcode::parse(input, (!country.is_empty()).then_some(country)).unwrap();
            assert_eq!((postcode.full.as_str(), postcode.short.as_str()), (full, short), "{input:?}");
            assert_eq!(postcode.is_extended(), full != short);
        }
        assert_eq!(Postcode::parse(" - ", Some("PL")), None);
    }
}
