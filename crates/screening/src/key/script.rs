//! Cyrillic and Greek written in Latin letters.
//!
//! A word that holds a Latin letter, or a word made of look-alikes only in a text that has Latin
//! letters elsewhere, was meant to be read as Latin: each look-alike becomes the letter it looks
//! like (`Kоwаlski` is Kowalski). Every other Cyrillic or Greek word is genuine and is
//! transliterated (`Иванов` is `ivanov`), so it also meets its Latin spelling. Entries and orders
//! pass through the same function, so both read the same way.

/// `text`, already folded to lower case without diacritics, with its Cyrillic and Greek in Latin.
pub(super) fn latin(text: &str) -> String {
    if !text.chars().any(is_foreign) {
        return text.to_owned();
    }
    let latin_text = text.chars().any(|character| character.is_ascii_lowercase());
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut word = String::new();
    loop {
        let next = rest.next();
        match next {
            Some(character) if character.is_alphanumeric() => word.push(character),
            _ => {
                write_word(&word, latin_text, &mut out);
                word.clear();
                match next {
                    Some(character) => out.push(character),
                    None => return out,
                }
            }
        }
    }
}

fn write_word(word: &str, latin_text: bool, out: &mut String) {
    let mixed = word.chars().any(|character| character.is_ascii_lowercase());
    let disguised = mixed || (latin_text && word.chars().all(|character| look_alike(character).is_some() || character.is_ascii_digit()));
    let mut before = ' ';
    for character in word.chars() {
        let letters = if disguised { look_alike(character).or_else(|| sound(character, before)) } else { sound(character, before) };
        match letters.or_else(|| look_alike(character)) {
            Some(letters) => out.push_str(letters),
            None => out.push(character),
        }
        before = character;
    }
}

fn is_foreign(character: char) -> bool {
    matches!(character, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{58f}' | '\u{13a0}'..='\u{13ff}' | '\u{ab70}'..='\u{abbf}' | '\u{1c80}'..='\u{1c8f}')
}

/// The Latin letter that a lower-cased Cyrillic, Greek, Armenian or Cherokee letter looks like, in
/// either case (Unicode's confusables.txt, as far as a shop's form shows them alike).
fn look_alike(lower: char) -> Option<&'static str> {
    Some(match lower {
        'а' | 'α' | 'ꭺ' => "a",
        'в' | 'β' | 'ᏼ' => "b",
        'с' | 'ϲ' | 'ꮯ' => "c",
        'ԁ' | 'ꭰ' => "d",
        'е' | 'ε' | 'ꭼ' => "e",
        'ԍ' | 'ց' | 'ꮐ' => "g",
        'н' | 'һ' | 'η' | 'հ' | 'ꮋ' => "h",
        'і' | 'ι' => "i",
        'ј' | 'ϳ' | 'ꭻ' => "j",
        'к' | 'κ' | 'ꮶ' => "k",
        'ӏ' | 'ꮮ' => "l",
        'м' | 'μ' | 'ꮇ' => "m",
        'ν' => "n",
        'ո' => "n",
        'о' | 'ο' | 'օ' | 'σ' => "o",
        'р' | 'ρ' | 'ꮲ' => "p",
        'ԛ' | 'զ' => "q",
        'ꭱ' => "r",
        'ѕ' | 'ꮪ' => "s",
        'т' | 'τ' | 'ꭲ' => "t",
        'ս' | 'υ' => "u",
        'ѵ' | 'ꮩ' => "v",
        'ԝ' | 'ꮃ' => "w",
        'х' | 'χ' => "x",
        'у' | 'ү' | 'γ' => "y",
        'ζ' | 'ꮓ' => "z",
        _ => return None,
    })
}

/// How a genuine Cyrillic or Greek letter is written in Latin (near ISO 9 without marks and
/// ELOT 743; one table for all languages, since only equality matters).
fn sound(lower: char, before: char) -> Option<&'static str> {
    Some(match lower {
        'а' | 'α' => "a",
        'б' => "b",
        'ν' => "n",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'ѓ' | 'γ' | 'ғ' => "g",
        'д' | 'δ' | 'ђ' => "d",
        'е' | 'э' | 'є' | 'ε' | 'ә' => "e",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'и' | 'і' | 'η' | 'ι' => "i",
        'ы' => "y",
        'υ' if before == 'ο' => "u",
        'у' | 'ў' | 'ү' | 'ұ' => "u",
        'υ' | 'й' => "y",
        'ї' => "i",
        'ј' => "j",
        'к' | 'κ' | 'қ' | 'ќ' => "k",
        'л' | 'λ' => "l",
        'љ' => "lj",
        'м' | 'μ' => "m",
        'н' | 'ң' => "n",
        'њ' => "nj",
        'о' | 'ο' | 'ω' | 'ө' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' | 'ѕ' => "s",
        'т' | 'τ' => "t",
        'ћ' => "c",
        'ф' | 'φ' => "f",
        'х' | 'һ' => "h",
        'χ' => "ch",
        'ц' => "ts",
        'ч' => "ch",
        'џ' => "dz",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'θ' => "th",
        'ξ' => "x",
        'ψ' => "ps",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::latin;

    #[test]
    fn reads_disguised_words_by_shape_and_genuine_ones_by_sound() {
        for (input, want) in [
            ("jan", "jan"),
            ("kоwаlski", "kowalski"),
            ("иванов", "ivanov"),
            ("тарас марков", "taras markov"),
            ("via рога", "via roga"),
            ("porto а", "porto a"),
            ("παπαδοπουλοσ", "papadopoulos"),
            ("sеrgеj", "sergej"),
            ("с.sо", "c.so"),
        ] {
            assert_eq!(latin(input), want, "{input}");
        }
    }
}
