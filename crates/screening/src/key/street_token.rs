//! Address lines cut into words and numbers.

use super::fold::spaced;
use super::lexicon::{Kind, Known, spelled};

/// What a token is by its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word, with or without digits.
    Word,
    /// Digits, with a letter or `bis` behind them at most.
    Number,
    /// A number with an ordinal sign: `19º`; the text is its digits.
    Ordinal,
}

/// A word or number and the strongest mark before it: `,`, `/`, `-`, `.` (glued) or a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) shape: Shape,
    pub(super) before: char,
    /// What the word lists say.
    pub(super) known: Known,
}

impl Token {
    fn new(text: &str, shape: Shape, before: char) -> Self {
        let known = if shape == Shape::Word { Known::of(text) } else { Known::default() };
        Self { text: text.to_owned(), shape, before, known }
    }

    pub(super) fn is(&self, kind: Kind) -> bool {
        self.known.is(kind)
    }

    pub(super) fn is_number(&self) -> bool {
        self.shape == Shape::Number
    }

    /// A word of one letter.
    pub(super) fn is_letter(&self) -> bool {
        self.shape == Shape::Word && self.text.len() == 1 && self.text.bytes().all(|byte| byte.is_ascii_lowercase())
    }
}

/// A line of more words than this is no address; the rest is not read, which bounds the cost of one.
const MOST_TOKENS: usize = 100;

/// A run longer than this is no word of an address and stays whole, which keeps long input cheap.
const LONGEST_RUN: usize = 64;

/// Cuts a line: `"Długa 12m4"` gives `dluga`, `12`, `m`, `4`.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    // NFKC makes "12½" the number 121/2; a fraction is a word of its own.
    let odd = line.contains(['¼', '½', '¾', 'º', 'ª']);
    let parted = odd.then(|| line.replace('¼', " 1/4 ").replace('½', " 1/2 ").replace('¾', " 3/4 ").replace(".º", "º").replace(".ª", "ª"));
    let line = parted.as_deref().unwrap_or(line);
    let line =
        spaced(line, |character| matches!(character, ',' | ';' | '|' | '(' | ')' | '/' | '\\' | '-' | '‐'..='―' | '.' | '#' | '°' | ':'));
    let mut tokens: Vec<Token> = Vec::new();
    let mut before = ' ';
    let mut run = String::new();
    for character in line.chars().chain([' ']) {
        if character.is_alphanumeric() || super::unicode::is_mark(character) {
            run.push(character);
            continue;
        }
        if tokens.len() >= MOST_TOKENS {
            break;
        }
        let ordinal = character == '°' && run.bytes().all(|byte| byte.is_ascii_digit());
        if !run.is_empty() {
            if ordinal {
                run.push('o');
            }
            cut(&run, before, &mut tokens);
            run.clear();
            before = if character == '.' { '.' } else { ' ' };
        }
        before = match (character, before) {
            (',' | ';' | '|' | '(' | ')', _) => ',',
            ('/' | '\\', before) if before != ',' => '/',
            ('-' | '‐'..='―', before) if before != ',' && before != '/' => '-',
            ('#', before) => {
                tokens.push(Token::new("#", Shape::Word, before));
                ' '
            }
            (' ' | ':' | '°', '.') => ' ',
            (_, before) => before,
        };
    }
    joined(tokens)
}

/// Cuts one run of letters and digits.
fn cut(run: &str, before: char, tokens: &mut Vec<Token>) {
    let mut push = |text: &str, shape| tokens.push(Token::new(text, shape, before));
    let (digits, rest) = run.split_at_checked(digits_of(run)).unwrap_or((run, ""));
    if rest.is_empty() {
        return push(digits, Shape::Number);
    }
    if run.len() > LONGEST_RUN {
        return push(run, Shape::Word);
    }
    let (word, tail) =
        rest.split_at_checked(rest.find(|character: char| character.is_ascii_digit()).unwrap_or(rest.len())).unwrap_or((rest, ""));
    if digits.is_empty() {
        return cut_word(run, word, tail, before, tokens);
    }
    // "3ºA": an ordinal sign folds to an "o".
    let door = rest.strip_prefix('o').filter(|door| door.len() == 1 || Known::of(door).is(Kind::Door));
    if let Some(door) = door {
        push(digits, Shape::Ordinal);
        return tokens.push(Token::new(door, Shape::Word, ' '));
    }
    let one_letter = rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_lowercase());
    match rest {
        "o" | "go" | "ego" | "tego" | "er" | "ere" | "eme" | "nci" | "inci" | "uncu" | "ncu" => push(digits, Shape::Ordinal),
        "bis" | "ter" | "quater" | "dto" | "esq" | "fte" | "tras" => push(run, Shape::Number),
        "st" | "nd" | "rd" | "th" => push(run, Shape::Word),
        _ if one_letter => push(run, Shape::Number),
        _ if digits == "0" && spelled(run).is_some() => push(&spelled(run).unwrap_or_default(), Shape::Word),
        _ if Known::of(word).is_marker() => {
            push(digits, Shape::Number);
            cut(rest, ' ', tokens);
        }
        _ if word.len() == 1 => {
            // "3o00": again an ordinal sign.
            match word {
                "o" => push(digits, Shape::Ordinal),
                _ => push(run.get(..=digits.len()).unwrap_or(digits), Shape::Number),
            }
            cut(tail, ' ', tokens);
        }
        _ => match spelled(run) {
            Some(word) if !tail.is_empty() || Known::of(&word).is_type_or_marker() => push(&word, Shape::Word),
            _ => {
                push(digits, Shape::Number);
                cut(rest, ' ', tokens);
            }
        },
    }
}

/// Cuts a run that begins with letters.
fn cut_word(run: &str, word: &str, tail: &str, before: char, tokens: &mut Vec<Token>) {
    let mut push = |text: &str| tokens.push(Token::new(text, Shape::Word, before));
    if tail.is_empty() {
        return push(run);
    }
    if run == "n0" {
        return push("no");
    }
    let behind = tail.split_at_checked(digits_of(tail)).map_or("", |(_, behind)| behind);
    let letters = word.chars().nth(2).is_some();
    let marker = Known::of(word).is_marker();
    // "m4b" is a flat, "p1azza" a disguised square.
    let long = behind.len() >= 3
        && word.len() == 1
        && !Known::of(behind.trim_end_matches(|character: char| character.is_ascii_digit())).is_marker();
    let word_for_it = spelled(run).filter(|_| (!behind.is_empty() && (long || !marker)) || (tail == "0" && letters));
    match word_for_it {
        Some(word) => push(&word),
        None if marker || letters => {
            push(word);
            cut(tail, ' ', tokens);
        }
        None => push(run),
    }
}

fn digits_of(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// `C.so` and `P.za` made one word, `3-go` an ordinal, `s/n` (no number) dropped.
fn joined(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(mut token) = tokens.next() {
        if let Some(next) = tokens.peek() {
            let short = token.text.len() <= 2 && next.text.len() <= 3;
            if next.before == '.' && short && token.shape == Shape::Word && next.shape == Shape::Word {
                let both = format!("{}{}", token.text, next.text);
                if Known::of(&both).is_type_or_marker() {
                    token = Token::new(&both, Shape::Word, token.before);
                    tokens.next();
                }
            } else if next.before == '/' && token.text == "r" && next.text == "c" {
                // Portuguese "r/c", the ground floor.
                token = Token { text: "0".to_owned(), shape: Shape::Ordinal, before: token.before, known: Known::default() };
                tokens.next();
            } else if next.before == '/' && token.text == "s" && next.text == "n" {
                tokens.next();
                continue;
            } else if next.before == '-' && token.is_number() && matches!(next.text.as_str(), "go" | "ego" | "tego") {
                token.shape = Shape::Ordinal;
                tokens.next();
            }
        }
        out.push(token);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_lines_into_words_and_numbers() {
        for (input, want) in [
            ("Długa 12/4", "dluga 12 /4"),
            ("Długa 12m4", "dluga 12 m 4"),
            ("No:80 D:31", "no 80 d 31"),
            ("D31", "d 31"),
            ("nr12a", "nr 12a"),
            ("C.so Bosio", "cso bosio"),
            ("Viale S. Marco", "viale s marco"),
            ("Lima 29, 19º", "lima 29 ,19o"),
            ("Lima 29, 19°", "lima 29 ,19o"),
            ("3-go Maja", "3o maja"),
            ("5th Ave", "5th ave"),
            ("N0:80", "no 80"),
            ("0s13dl3 Oliv31ra Larg0", "osiedle oliveira largo"),
            ("1nt. 5", "int 5"),
            ("Dluga12", "dluga 12"),
            ("3Maja 5", "3 maja 5"),
            ("12bis", "12bis"),
            ("Q7 24", "q7 24"),
            ("#4", "# 4"),
            ("12 3ºA", "12 3o a"),
            ("Rua X s/n", "rua x"),
            ("26 - 37", "26 -37"),
            ("12b3", "12b 3"),
        ] {
            let tokens = tokens(input);
            let shown = tokens.iter().map(|token| {
                let before = if matches!(token.before, ' ' | '.') { String::new() } else { token.before.to_string() };
                format!("{before}{}{}", token.text, if token.shape == Shape::Ordinal { "o" } else { "" })
            });
            assert_eq!(shown.collect::<Vec<_>>().join(" "), want, "{input}");
        }
    }
}
