//! Words of addresses.

use std::borrow::Cow;

/// A word that mixes letters with digits, with its digits read as the letters they stand in for
/// (`0` o, `1` i, `3` e, `4` a, `5` s, `7` t): `"k0wal5ki"` gives `"kowalski"`. Numbers stay.
pub(super) fn letters_for_digits(word: &str, _street: bool) -> Cow<'_, str> {
    let digits = word.bytes().any(|byte| byte.is_ascii_digit());
    let letters = word.chars().filter(|character| character.is_alphabetic()).count();
    if !digits || letters < 2 || word.contains(['2', '6', '8', '9']) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().map(letter_for_digit).collect())
}

/// The letter a digit stands in for.
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
