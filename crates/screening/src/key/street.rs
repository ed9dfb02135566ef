//! Streets with house and flat numbers.

use super::lexicon::Kind;
use super::street_name::canonical;
use super::street_number::{Group, Marked, group, joined_number, marked, whole};
use super::street_token::{Shape, Token, tokens};

/// A street and what stands in it, each in one spelling.
///
/// `"ul. Długa 12 m. 4"`, `"Dluga 12/4"`, `"12/4 DŁUGA"` and street `"Długa"` with house number
/// `"12 lok. 4"` all give street `"dluga"` and number `"12/4"`. Floors and words behind the number
/// that name no flat are ignored; `"12"` is not `"12/4"`.
///
/// The word lists are one for all languages, so that an entry without a country meets an order
/// with one; the country only says whether a number before the name beats one behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreetAddress {
    /// The street without its numbers: `"dluga"`, `"3 maja"`, `"aleja jerozolimskie"`.
    pub street: Option<String>,
    /// House and flat: `"12"`, `"12a"`, `"12/4"`, `"12-14"`.
    pub number: Option<String>,
}

impl StreetAddress {
    /// Reads the address lines of one place; `country` is an ISO 3166-1 alpha-2 code.
    ///
    /// The house number in the street line wins. A different number in its own field is then the
    /// flat (`"Długa 12"` and `"4"` give `"12/4"`) unless the flat is known already. The second line
    /// gives what is still missing: the flat, the number, or, when the first line has no number (a
    /// company, "c/o"), street and number.
    pub fn parse(street: Option<&str>, street2: Option<&str>, house_number: Option<&str>, country: Option<&str>) -> Self {
        let number_first = country.and_then(super::country::code).is_some_and(|country| is_number_first(&country));
        let mut line = street.map(|street| read(street, number_first)).unwrap_or_default();
        let field = house_number.map(|field| read_number(field).0).unwrap_or_default();
        let second = street2.map(|street2| match read_number(street2) {
            (numbers, true) => numbers,
            (_, false) => read(street2, number_first),
        });
        let mut second = second.unwrap_or_default();
        let better = line.house.is_none() && field.house.is_none() && second.house.is_some();
        if second.name.is_some() && (line.name.is_none() || better) {
            std::mem::swap(&mut line, &mut second);
        }
        let flat_of = |line: Line| line.house.map(|house| joined_number(whole(&house), line.flat.as_deref())).or(line.flat);
        let mut house = line.house;
        let mut flat = line.flat;
        for more in [field, second] {
            match &house {
                None => {
                    house = more.house;
                    flat = flat.or(more.flat);
                }
                Some(known) if flat.is_none() => {
                    // The same house again, a flat alone, or a number that can only be the flat.
                    let repeated = more.house.as_ref().is_none_or(|own| own == known);
                    flat = if repeated { more.flat } else { flat_of(more) };
                }
                Some(_) => {}
            }
        }
        // "Unit 5, Mill Lane": where only a flat is given, it is the number.
        let number = match house {
            Some(house) => Some(joined_number(&house, flat.as_deref())),
            None => flat,
        };
        Self { street: line.name, number: number.map(settled) }
    }
}

/// What one line says.
#[derive(Debug, Clone, Default)]
struct Line {
    name: Option<String>,
    house: Option<String>,
    flat: Option<String>,
}

/// Countries whose addresses begin with the house number.
fn is_number_first(country: &str) -> bool {
    matches!(country, "AU" | "CA" | "FR" | "GB" | "GG" | "IE" | "IM" | "IN" | "JE" | "LU" | "MC" | "MT" | "NZ" | "PR" | "SG" | "US" | "ZA")
}

/// The key of a number is the number: what was pieced together from several marks is read again until nothing changes, so that
/// `"12 m. 4-6"` and `"12/4-6"` are one flat and a fifth part counts nowhere.
fn settled(mut number: String) -> String {
    // Every reading of an odd number drops a part or turns it into a plain one.
    for _ in 0..MOST_READINGS {
        if is_plain(&number) {
            break;
        }
        let (Line { house, flat, .. }, _) = read_number(&number);
        let again = house.map(|house| joined_number(&house, flat.as_deref())).or(flat);
        match again {
            Some(again) if again != number => number = again,
            _ => break,
        }
    }
    number
}

const MOST_READINGS: usize = 8;

/// Whether a number is of the usual form, which reads as itself: `12`, `12a`, `12/4`, `12a/4b/2`. The flat named by one letter
/// (`12/b`, from "12, Unit B") is kept as well, though typed with its slash it is the house `12b`.
fn is_plain(number: &str) -> bool {
    let part = |part: &str| {
        let digits = part.trim_end_matches(|character: char| character.is_ascii_lowercase() && character != 'o');
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
        plain && part.len() <= 7 && part.len() <= digits.len() + 1
    };
    let letter = |text: &str| text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    let mut parts = number.split('/');
    parts.next().is_some_and(part) && number.split('/').count() <= 4 && parts.all(|text| part(text) || letter(text))
}

/// Reads a house number field or a second line; the flag says that it holds nothing but numbers.
fn read_number(text: &str) -> (Line, bool) {
    let found = marked(tokens(text), true);
    let only = !found.rest.iter().any(|token| token.shape == Shape::Word && !token.is_letter());
    let start = found.rest.iter().position(Token::is_number);
    let loose = start.and_then(|start| group(&found.rest, start, false));
    let (house, glued) = found.house.or(loose).map_or((None, None), |group| (Some(group.house), group.flat));
    (Line { name: None, house, flat: with_flat(glued, found.flat.or(found.floor)) }, only)
}

/// Reads a line that holds a street.
fn read(text: &str, number_first: bool) -> Line {
    let found = marked(tokens(text), false);
    let named = named(&found.rest);
    let Marked { house, house_at, house_apart, flat, floor, rest } = found;
    let chosen = match house {
        Some(group) => Some((house_at, house_apart, Group { length: 0, ..group })),
        None => chosen(&rest, &named, number_first).map(|(at, group)| (at, rest.get(at).is_some_and(|token| token.before == ','), group)),
    };
    let Some((at, apart, group)) = chosen else {
        return Line { name: canonical(&segment_of(&rest, &named)), house: None, flat: flat.or(floor) };
    };
    let (before, behind) = (rest.get(..at).unwrap_or_default(), rest.get(at + group.length..).unwrap_or_default());
    // "Rose Cottage, 12 High Street": the number begins a segment that is a street of its own.
    let own = apart && behind.first().is_some_and(|next| next.before != ',') && has_type(first_segment(behind));
    let trailing = !own && named.iter().take(at).any(|named| *named);
    let name = if trailing { last_segment(before, apart) } else { first_segment(behind) };
    let flat = flat.or(floor).or_else(|| if trailing { next_number(behind) } else { None });
    Line { name: canonical(name), house: Some(group.house), flat: with_flat(group.flat, flat) }
}

/// A flat glued to the house number and one with a word before it: `12/2 Top 5` is `2/5`.
fn with_flat(glued: Option<String>, flat: Option<String>) -> Option<String> {
    match (glued, flat) {
        (Some(glued), Some(flat)) if glued != flat => Some(format!("{glued}/{flat}")),
        (glued, flat) => glued.or(flat),
    }
}

/// For each token, whether it is part of the street's name: words, and the numbers of "3 Maja",
/// "25 de Abril", "8 Mai 1945", "1234. Sokak", "Rua 25", "Highway 50", "Plac 10 ...".
fn named(rest: &[Token]) -> Vec<bool> {
    let numbers = rest.iter().filter(|token| token.is_number()).count();
    let mut only_prefixes = true;
    let mut named = Vec::with_capacity(rest.len());
    for (at, token) in rest.iter().enumerate() {
        let next = rest.get(at + 1).filter(|next| next.before != ',' && next.shape == Shape::Word);
        let beyond = rest.get(at + 2).filter(|beyond| beyond.before != ',');
        let before = at.checked_sub(1).and_then(|before| rest.get(before));
        let loose =
            !matches!(token.before, '/') && !rest.get(at + 1).is_some_and(|next| matches!(next.before, '/' | '-') && next.is_number());
        let counted = next.is_some_and(|next| {
            next.is(Kind::Counted) || (next.is(Kind::Article) && beyond.is_some_and(|beyond| beyond.is(Kind::Counted)))
        });
        let year =
            numbers > 1 && token.text.len() == 4 && before.is_some_and(|before| before.is(Kind::Counted)) && token.text.starts_with('1');
        let typed = next.is_some_and(|next| next.is(Kind::Suffix) && !next.is(Kind::Prefix) && !next.is(Kind::Highway))
            && beyond.is_none_or(|beyond| beyond.is_number());
        let bare = || rest.iter().skip(at + 1).all(|token| token.is_number() || token.is_letter());
        let prefixed = only_prefixes && at > 0 && (next.is_some_and(|next| !next.is_letter()) || bare());
        let highway = before.is_some_and(|before| before.is(Kind::Highway));
        named.push(token.shape != Shape::Number || (loose && (counted || year || typed || prefixed || highway)));
        only_prefixes &= token.is(Kind::Prefix);
    }
    named
}

/// The house number of a line without a word for it: where it stands and what is glued to it.
fn chosen(rest: &[Token], named: &[bool], number_first: bool) -> Option<(usize, Group)> {
    let candidates: Vec<usize> =
        rest.iter().zip(named).enumerate().filter(|(_, (token, named))| token.is_number() && !**named).map(|(at, _)| at).collect();
    // A postcode in the line is no house number when there is another.
    let plausible = |at: &&usize| candidates.len() == 1 || rest.get(**at).is_some_and(|token| token.text.len() < 5);
    let first_name = named.iter().position(|named| *named).unwrap_or(rest.len());
    let leading = candidates.iter().filter(plausible).find(|at| **at < first_name).copied();
    let last_type = rest.iter().rposition(|token| token.is(Kind::Suffix)).unwrap_or(0);
    let behind_type = candidates.iter().filter(plausible).find(|at| **at > last_type && last_type > 0 && **at > first_name);
    let trailing = behind_type.or_else(|| candidates.iter().filter(plausible).find(|at| **at > first_name)).copied();
    let leads = match (leading, trailing) {
        (Some(_), None) => true,
        (Some(leading), Some(trailing)) => {
            let next = group(rest, leading, true).and_then(|group| rest.get(leading + group.length));
            let before = trailing.checked_sub(1).and_then(|before| rest.get(before));
            number_first
                || next.is_some_and(|next| next.is(Kind::Prefix) && next.text.len() > 1)
                || before.is_some_and(|before| before.is(Kind::Suffix) && leading == 0 && is_english(before))
        }
        _ => false,
    };
    let at = if leads { leading? } else { trailing? };
    group(rest, at, leads).map(|group| (at, group))
}

/// Street types that say the line is written the English way, number first.
fn is_english(token: &Token) -> bool {
    matches!(
        token.text.as_str(),
        "street"
            | "st"
            | "road"
            | "rd"
            | "avenue"
            | "ave"
            | "lane"
            | "ln"
            | "drive"
            | "court"
            | "crescent"
            | "boulevard"
            | "blvd"
            | "terrace"
            | "close"
    )
}

/// The name before a number: the words of the number's own segment, else of the nearest segment
/// before it, with a street type if one has.
fn last_segment(before: &[Token], apart: bool) -> &[Token] {
    let segments = segments(before);
    match segments.last() {
        Some(last) if !apart => last,
        _ => segments.iter().rev().find(|segment| has_type(segment)).or(segments.last()).copied().unwrap_or_default(),
    }
}

/// The name behind a number.
fn first_segment(behind: &[Token]) -> &[Token] {
    segments(behind).first().copied().unwrap_or_default()
}

/// The name of a line without a number: its first segment with a street type, else its first.
fn segment_of(rest: &[Token], named: &[bool]) -> Vec<Token> {
    let named: Vec<Token> = rest.iter().zip(named).filter(|(_, named)| **named).map(|(token, _)| token.clone()).collect();
    let segments = segments(&named);
    segments.iter().find(|segment| has_type(segment)).or(segments.first()).map(|segment| segment.to_vec()).unwrap_or_default()
}

fn has_type(segment: &[Token]) -> bool {
    segment.len() > 1 && (segment.first().is_some_and(|first| first.is(Kind::Prefix)) || segment.iter().any(|token| token.is(Kind::Suffix)))
}

/// The parts of a line between commas.
fn segments(tokens: &[Token]) -> Vec<&[Token]> {
    tokens.chunk_by(|_, next| next.before != ',').collect()
}

/// A bare number right behind the house number is the flat ("12, 4"), unless it looks like a postcode.
fn next_number(behind: &[Token]) -> Option<String> {
    let group = group(behind, 0, false)?;
    let alone = behind.get(group.length).is_none_or(|next| next.before == ',');
    (alone && group.house.len() <= 4 && !behind.first().is_some_and(|first| first.text.starts_with('0')))
        .then(|| joined_number(whole(&group.house), group.flat.as_deref()))
}
