//! House and flat numbers inside address lines.

use super::lexicon::Kind;
use super::street_token::{Shape, Token};

/// What was found out about the numbers of a line, and what is left of it.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// A house number with a word before it (`nr 12`), flat included when it was glued on.
    pub(super) house: Option<Group>,
    /// Where in `rest` it stood.
    pub(super) house_at: usize,
    /// Whether a comma stood before it.
    pub(super) house_apart: bool,
    /// A flat number with a word before it (`m. 4`).
    pub(super) flat: Option<String>,
    /// The floor, in countries where it is the flat's name, when no flat was found.
    pub(super) floor: Option<String>,
    /// The line without them.
    pub(super) rest: Vec<Token>,
}

/// A number with what is glued to it: `12/4`, `12 a`, `12-14`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// `12`, `12a`, `12-14`.
    pub(super) house: String,
    /// `4`, when there is one.
    pub(super) flat: Option<String>,
    /// How many tokens it takes.
    pub(super) length: usize,
}

/// Takes numbers with a word before them, floors and noise out of a line. `alone` says that the line
/// holds no street (a second line, a house number field).
pub(super) fn marked(tokens: Vec<Token>, alone: bool) -> Marked {
    let mut found = Marked::default();
    let mut seen = alone;
    let mut at = 0;
    let mut cut = false;
    while let Some(token) = tokens.get(at) {
        let begins = at == 0 || token.before == ',';
        let next = tokens.get(at + 1);
        let taken =
            if token.shape == Shape::Word { marker(&tokens, at, seen, begins, &mut found) } else { floor(&tokens, at, seen, &mut found) };
        if taken > 0 {
            seen |= found.house.is_some();
            cut = true;
            at += taken;
            continue;
        }
        // The floor in "12, 2nd floor" and "12 II piętro": an ordinal before a floor word.
        let ordinal = token.text.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
            || token.text.bytes().take(1).all(|byte| byte.is_ascii_digit());
        if seen && token.shape == Shape::Word && ordinal && next.is_some_and(|next| next.is(Kind::Floor)) {
            cut = true;
            at += 2;
            continue;
        }
        seen |= token.is_number();
        let before = if cut { ',' } else { token.before };
        cut = false;
        found.rest.push(Token { before, ..token.clone() });
        at += 1;
    }
    found
}

/// How many tokens a marker word and its value take; 0 when it is none here.
fn marker(tokens: &[Token], at: usize, seen: bool, begins: bool, found: &mut Marked) -> usize {
    let Some(token) = tokens.get(at) else { return 0 };
    // "apto nº 4", "m. nr 4", "nr domu 12"
    let number = token.is(Kind::Number);
    let between = |next: &&Token| next.is(Kind::Number) || (number && next.is(Kind::Building));
    let numbers = tokens.iter().skip(at + 1).take(3).take_while(between).count();
    if number && tokens.get(at + 1).is_some_and(|next| next.is(Kind::Unit) && next.text.len() > 1) {
        return 1;
    }
    let value_at = at + 1 + numbers;
    let value = tokens.get(value_at).filter(|value| value.before != ',');
    let later = || {
        tokens.iter().skip(value_at + 1).take(40).any(Token::is_number) || tokens.get(value_at + 1).is_some_and(|next| next.before == ',')
    };
    let long = token.text.len() > 1;
    if token.is(Kind::Unit) && (seen || (begins && long && later())) {
        let usable =
            value.filter(|value| value.text.len() <= 7).filter(|value| value.shape != Shape::Word || (long && is_flat_word(&value.text)));
        if let Some(value) = usable {
            let (flat, length) = match group(tokens, value_at, false) {
                Some(group) => (joined_number(whole(&group.house), group.flat.as_deref()), group.length),
                None => (trimmed(&value.text), 1),
            };
            found.flat.get_or_insert(flat);
            return 1 + numbers + length;
        }
    }
    if token.is(Kind::FlatFloor) && seen && value.is_some_and(|value| value.shape != Shape::Word && value.text.len() <= LONGEST_FLOOR) {
        return 1 + numbers + flat_floor(tokens, value_at, 1, found);
    }
    if token.is(Kind::Floor) && seen {
        match value {
            Some(value) if value.shape != Shape::Word || value.is_letter() => return 1 + numbers + 1,
            _ if long && at > 0 => return 1,
            _ => {}
        }
    }
    let building = token.is(Kind::Building);
    if number || building {
        if let Some(group) = group(tokens, at + 1 + numbers, false).filter(|_| value.is_some()) {
            let length = 1 + numbers + group.length;
            if building && seen {
                return length;
            }
            // "12 Main St #4" is a flat, "Calle 5 # 12" a house.
            let named_road = found.rest.len() == 2 && found.rest.first().is_some_and(|first| first.is(Kind::Prefix));
            if found.house.is_some() || (token.text == "#" && seen && !named_road) {
                found.flat.get_or_insert(joined_number(whole(&group.house), group.flat.as_deref()));
            } else {
                found.house = Some(group);
                found.house_at = found.rest.len();
                found.house_apart = token.before == ',';
            }
            return length;
        }
        if building && seen && value.is_some_and(Token::is_letter) {
            return 2;
        }
    }
    usize::from(token.is(Kind::Noise) && seen)
}

/// How many tokens a floor that begins with its number takes: `2 piętro`, `3º Esq`; 0 when none.
fn floor(tokens: &[Token], at: usize, seen: bool, found: &mut Marked) -> usize {
    let Some(token) = tokens.get(at) else { return 0 };
    let next = tokens.get(at + 1);
    if !seen || token.before == '/' || token.text.len() > LONGEST_FLOOR {
        return 0;
    }
    let named = next.is_some_and(|next| next.is(Kind::FlatFloor));
    if next.is_some_and(|next| next.is(Kind::Floor) && next.text.len() > 1)
        && !tokens.get(at + 2).is_some_and(|after| after.is_number() && after.before == ' ')
    {
        return 2;
    }
    let counted = next.is_some_and(|next| next.is(Kind::Counted) || next.is(Kind::Article));
    if !named && (token.shape != Shape::Ordinal || counted) {
        return 0;
    }
    flat_floor(tokens, at, 1 + usize::from(named), found)
}

/// Keeps the floor at `at` as the flat's name, with the door behind its `length` tokens.
fn flat_floor(tokens: &[Token], at: usize, length: usize, found: &mut Marked) -> usize {
    let Some(token) = tokens.get(at) else { return length };
    let door = tokens.get(at + length).filter(|door| door.before != ',');
    let (door, doors) = match door {
        Some(door) if door.is(Kind::Door) => (door.known.find(Kind::Door), 1),
        Some(door) if door.is_letter() && door.text != "o" => (Some(door.text.as_str()), 1),
        _ => (None, 0),
    };
    found.floor.get_or_insert(format!("{}{}", trimmed(&token.text), door.unwrap_or_default()));
    length + doors
}

/// `b`, `b12`: a flat named by letters.
fn is_flat_word(text: &str) -> bool {
    (text.len() == 1 && text != "o") || (text.len() <= 5 && text.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Longer ones are no floors.
const LONGEST_FLOOR: usize = 3;

/// Longer ones are no house numbers, with their letter or `bis`.
const LONGEST_NUMBER: usize = 7;

/// The number that begins at `at`. `leading` says that no name stands before it, where a letter
/// behind it can be a direction or an abbreviated type (`12 S Main St`, `12 V. Roma`).
pub(super) fn group(tokens: &[Token], at: usize, leading: bool) -> Option<Group> {
    let first = tokens.get(at).filter(|token| token.is_number() && token.text.len() <= LONGEST_NUMBER)?;
    let mut house = trimmed(&first.text);
    let mut flats: Vec<String> = Vec::new();
    let mut length = 1;
    while let Some(next) = tokens.get(at + length) {
        let after = tokens.get(at + length + 1);
        let no_flat = flats.is_empty();
        let halved = no_flat && house.contains(' ');
        let half =
            after.filter(|after| after.before == '/' && matches!((next.text.as_str(), after.text.as_str()), ("1", "2" | "4") | ("3", "4")));
        if let Some(after) = half.filter(|_| length == 1 && next.before == ' ' && next.is_number()) {
            house = format!("{house} {}/{}", next.text, after.text);
            length += 2;
            continue;
        }
        let last = flats.last_mut().unwrap_or(&mut house);
        let full = last.len() + next.text.len() > LONGEST_NUMBER;
        let suffixed = halved || full || !last.bytes().last().is_some_and(|byte| byte.is_ascii_digit());
        let marks = next.is_letter() && after.is_some_and(Token::is_number) && next.known.is_marker();
        if matches!(next.text.as_str(), "bis" | "ter" | "quater") && !suffixed && no_flat {
            last.push_str(&next.text);
            length += 1;
            continue;
        }
        if next.is_letter() && !suffixed && !marks && next.before != ',' {
            let glued = matches!(next.before, '/' | '-');
            let direction = leading
                && (!matches!(next.text.as_str(), "a" | "b" | "d" | "f" | "g" | "h") || after.is_none_or(|after| after.before == '.'));
            // "12 m", where the word for a flat lost its number, and "12 - a street".
            if (!glued && direction) || (next.before == '-' && after.is_some_and(|after| after.shape == Shape::Word && after.before == ' '))
            {
                break;
            }
            // An "o" is an ordinal sign that came apart.
            if next.text != "o" {
                last.push_str(&next.text);
            }
            length += 1;
            continue;
        }
        if !next.is_number() || !matches!(next.before, '/' | '-') || flats.len() >= 3 {
            break;
        }
        if next.before == '-' {
            // A range keeps to one side of the street and goes up ("12-14"); "135-1" is a flat.
            if next.text.starts_with('0') && next.text.len() == 3 {
                break;
            }
            if flats.is_empty() && is_range(&house, &next.text) {
                house = format!("{house}-{}", trimmed(&next.text));
                length += 1;
                continue;
            }
        }
        flats.push(trimmed(&next.text));
        length += 1;
    }
    let flat = (!flats.is_empty()).then(|| flats.join("/"));
    Some(Group { house, flat, length })
}

/// A flat's number without a fraction: only houses have halves.
pub(super) fn whole(number: &str) -> &str {
    number.split(' ').next().unwrap_or(number)
}

/// Whether `first-second` names several houses of one side of a street.
fn is_range(first: &str, second: &str) -> bool {
    match (first.parse::<u32>(), second.parse::<u32>()) {
        (Ok(first), Ok(second)) => first < second && first % 2 == second % 2,
        _ => false,
    }
}

/// A number without leading zeros.
fn trimmed(number: &str) -> String {
    let trimmed = number.trim_start_matches('0');
    if trimmed.len() == number.len() || trimmed.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) {
        trimmed.to_owned()
    } else {
        format!("0{trimmed}")
    }
}

/// House and flat in one: `12/4`.
pub(super) fn joined_number(house: &str, flat: Option<&str>) -> String {
    match flat {
        Some(flat) => format!("{house}/{flat}"),
        None => house.to_owned(),
    }
}
