//! Words of addresses, from `data/address_words.txt` (lines `word kind=canonical …`, sorted).

use super::lines::{Lines, lines, pair};

static WORDS: Lines = lines!("address_words.txt");

/// What a word can be in an address line. One word can be several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A part between name and number of a street that goes: `de`, `della`.
    Article,
    /// Which door of a floor: `esq`, `dto`.
    Door,
    /// Floors and stairs, which go with their value: `pietro`, `kat`, `scala`.
    Floor,
    /// Floors that are the flat's name in Portuguese and Spanish: `andar`, `piso`.
    FlatFloor,
    /// Roads named by the number behind them: `highway`.
    Highway,
    /// Buildings: `blok`, `bud`.
    Building,
    /// What a number before it belongs to: `maja`, `abril`, `armii`.
    Counted,
    /// What stands before a house number: `nr`, `no`.
    Number,
    /// Street types before the name: `ul`, `rua`; canonical `-` for the ordinary street.
    Prefix,
    /// Quarters before the street: `mah`.
    Quarter,
    /// Street types behind the name: `cad`, `st`.
    Suffix,
    /// Titles and saints inside a name: `gen`, `sw`.
    Title,
    /// What stands before a flat number: `m`, `apto`, `daire`.
    Unit,
    /// Words that say nothing about the place: `parter`, `kurier`.
    Noise,
}

/// What is known of a word: looked up once, asked often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Known(&'static str);

impl Known {
    /// Looks the word up; a word that is not listed is nothing.
    pub(super) fn of(word: &str) -> Self {
        Self(pair(&WORDS, word).map_or("", |(_, kinds)| kinds))
    }

    /// The canonical word as `kind`, if it is one.
    pub(super) fn find(self, kind: Kind) -> Option<&'static str> {
        if self.0.is_empty() {
            return None;
        }
        let letter = match kind {
            Kind::Article => b'a',
            Kind::Door => b'd',
            Kind::Floor => b'f',
            Kind::FlatFloor => b'g',
            Kind::Highway => b'h',
            Kind::Building => b'k',
            Kind::Counted => b'm',
            Kind::Number => b'n',
            Kind::Prefix => b'p',
            Kind::Quarter => b'q',
            Kind::Suffix => b's',
            Kind::Title => b't',
            Kind::Unit => b'u',
            Kind::Noise => b'x',
        };
        self.0.split(' ').find(|entry| entry.as_bytes().first() == Some(&letter)).and_then(|entry| entry.get(2..))
    }

    /// Whether it is one.
    pub(super) fn is(self, kind: Kind) -> bool {
        self.find(kind).is_some()
    }

    /// Whether it can stand before a value: unit, floor, number or building words.
    pub(super) fn is_marker(self) -> bool {
        [Kind::Unit, Kind::Floor, Kind::FlatFloor, Kind::Number, Kind::Building].into_iter().any(|kind| self.is(kind))
    }

    /// Whether it is a street type or a marker.
    pub(super) fn is_type_or_marker(self) -> bool {
        self.is_marker() || self.is(Kind::Prefix) || self.is(Kind::Suffix)
    }
}

/// The letter that a digit stands in for (`0` o, `1` i, `3` e, `4` a, `5` s, `7` t).
pub(super) fn letter_for_digit(character: char) -> char {
    match character {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        _ => character,
    }
}

/// A word with all its digits read as letters (`k0wal5ki` is `kowalski`), if each stands for one.
pub(super) fn spelled(word: &str) -> Option<String> {
    (!word.contains(['2', '6', '8', '9'])).then(|| word.chars().map(letter_for_digit).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_canonical_words_stay() {
        assert!(WORDS.iter().map(|(word, _)| word).is_sorted_by(|a, b| a < b));
        for kind in [Kind::Prefix, Kind::Suffix, Kind::Title, Kind::Door] {
            for (word, _) in WORDS.iter() {
                let Some(canonical) = Known::of(word).find(kind).filter(|canonical| *canonical != "-") else { continue };
                assert_eq!(Known::of(canonical).find(kind), Some(canonical), "{kind:?} {word}");
            }
        }
        assert_eq!(Known::of("ul").find(Kind::Prefix), Some("-"));
        assert_eq!(Known::of("dluga"), Known::default());
        assert!(Known::of("m").is_marker() && Known::of("cad").is_type_or_marker());
    }
}
