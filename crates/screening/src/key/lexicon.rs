//! Words of addresses, from `data/address_words.txt` (lines `kind:word canonical`, sorted).

use super::lines::line;

const WORDS: &str = include_str!("../../data/address_words.txt");

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

/// The canonical word of `word` as `kind`, if it is one.
pub(super) fn find(kind: Kind, word: &str) -> Option<&'static str> {
    let kind = match kind {
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
    let wanted = || [kind, b':'].into_iter().chain(word.bytes());
    line(WORDS, |line| line.bytes().take_while(|byte| *byte != b' ').cmp(wanted()))
        .and_then(|line| line.split_once(' '))
        .map(|(_, canonical)| canonical)
}

/// Whether the word can stand before a value: unit, floor, number or building words.
pub(super) fn is_marker(word: &str) -> bool {
    [Kind::Unit, Kind::Floor, Kind::FlatFloor, Kind::Number, Kind::Building].iter().any(|kind| find(*kind, word).is_some())
}

/// Whether the word is known at all as a type or marker.
pub(super) fn is_known(word: &str) -> bool {
    is_marker(word) || find(Kind::Prefix, word).is_some() || find(Kind::Suffix, word).is_some()
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
        assert!(WORDS.lines().map(|line| line.split(' ').next()).is_sorted_by(|a, b| a < b));
        for kind in [Kind::Prefix, Kind::Suffix, Kind::Title, Kind::Door] {
            for word in WORDS.lines().filter_map(|line| line.split_once(':')?.1.split(' ').next()) {
                let Some(canonical) = find(kind, word).filter(|canonical| *canonical != "-") else { continue };
                assert_eq!(find(kind, canonical), Some(canonical), "{kind:?} {word}");
            }
        }
        assert_eq!(find(Kind::Prefix, "ul"), Some("-"));
        assert_eq!(find(Kind::Prefix, "dluga"), None);
        assert!(is_marker("m") && is_known("cad") && !is_known("dluga"));
    }
}
