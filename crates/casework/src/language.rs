//! The languages of people of the shop who get mail.

use std::fmt;
use std::str::FromStr;

use crate::state::named;

/// A language that mails and pages for contacts are written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Brazilian Portuguese.
    Portuguese,
    /// Polish.
    Polish,
    /// Turkish.
    Turkish,
    /// Italian.
    Italian,
}

impl Language {
    /// The first language of an `Accept-Language` header that we have; programs send the best first.
    pub fn accepted(header: &str) -> Option<Self> {
        let primary = |tag: &str| tag.split([';', '-']).next().unwrap_or_default().trim().to_ascii_lowercase();
        let of = |tag: &str| Self::ALL.iter().copied().find(|language| primary(language.as_str()) == primary(tag));
        header.split(',').find_map(of)
    }
}

named!(Language, "language": English "en", Portuguese "pt-BR", Polish "pl", Turkish "tr", Italian "it");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_we_have_is_accepted() {
        for (header, wanted) in [
            ("pl", Some(Language::Polish)),
            ("de-DE, de;q=0.9, TR-tr;q=0.8, en;q=0.7", Some(Language::Turkish)),
            ("pt", Some(Language::Portuguese)),
            ("pt-PT", Some(Language::Portuguese)),
            ("de, fr;q=0.5, *;q=0.1", None),
            ("", None),
        ] {
            assert_eq!(Language::accepted(header), wanted, "{header}");
        }
    }
}
