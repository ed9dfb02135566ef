//! Tax identifiers.

use super::fold::spaced;

/// Country prefixes of European VAT numbers (Directive 2006/112/EC, article 215, and neighbours).
const COUNTRIES: [&str; 34] = [
    "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IT", "LI", "LT", "LU",
    "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "TR", "XI",
];

/// What people write before the number.
const LABELS: [&str; 16] =
    ["CNPJ", "CPF", "CIF", "KDV", "NIF", "NIP", "NIPC", "PARTITAIVA", "PIVA", "STNR", "TAXID", "TCKN", "USTID", "USTIDNR", "VAT", "VKN"];

/// The key of a tax identifier: letters and digits in upper case, without a label and without the
/// country prefix of a VAT number, so `"NIP: PL 525-000-10-90"` and `"5250001090"` are one.
/// A prefix goes only when at most twelve characters with at least six digits follow, so an Italian
/// `codice fiscale` keeps its letters. `None` when no letter or digit is left.
pub fn tax_id(text: &str) -> Option<String> {
    let key: String = spaced(text, |_| false).split(' ').collect::<String>().to_ascii_uppercase();
    let mut rest = key.as_str();
    while let Some(shorter) =
        LABELS.iter().chain(COUNTRIES.iter()).find_map(|prefix| rest.strip_prefix(prefix).filter(|rest| is_number(rest)))
    {
        rest = shorter;
    }
    (!rest.is_empty()).then(|| rest.to_owned())
}

fn is_number(rest: &str) -> bool {
    let rest = COUNTRIES.iter().find_map(|prefix| rest.strip_prefix(prefix)).unwrap_or(rest);
    rest.len() <= 14
        && rest.bytes().filter(u8::is_ascii_digit).count() >= 6
        && (rest.len() <= 12 || rest.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::tax_id;

    #[test]
    fn one_number_however_written() {
        for (input, want) in [
            ("525-000-10-90", "5250001090"),
            ("PL 5250001090", "5250001090"),
            ("NIP: PL 525-000-10-90", "5250001090"),
            ("atu12345678", "U12345678"),
            ("ESB12345678", "B12345678"),
            ("IT01234567890", "01234567890"),
            ("P.IVA 01234567890", "01234567890"),
            ("SEMMRA85T10A562S", "SEMMRA85T10A562S"),
            ("CNPJ 12.345.678/0001-95", "12345678000195"),
            ("FRXX123456789", "XX123456789"),
            ("NL123456789B01", "123456789B01"),
            ("AT1", "AT1"),
        ] {
            assert_eq!(tax_id(input).as_deref(), Some(want), "{input}");
        }
        assert_eq!(tax_id(" - "), None);
    }
}
