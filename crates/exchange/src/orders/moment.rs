//! Times as shops and spreadsheets write them. A time without a zone is read as UTC.

use ordergate_screening::Timestamp;

use super::layout::Dates;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads RFC 3339, `2026-11-24 10:00:00 +0100`, `24.11.2026 10:00`, `11/24/2026 10:00 PM` and `November 24, 2026`.
pub(super) fn moment(text: &str, dates: Dates) -> Option<Timestamp> {
    if let Some(timestamp) = text.parse().ok().or_else(|| sortable(text)) {
        return Some(timestamp);
    }
    let lower = text.to_ascii_lowercase();
    let (mut numbers, mut month_name, mut clock, mut offset, mut afternoon) = (Vec::new(), None, None, String::from("Z"), None);
    let mut separator = ' ';
    // "2026-11-24t10:00" has its time behind a letter; no month's name has a digit before it.
    let mut words = Vec::new();
    for word in lower.split([' ', ',', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty()) {
        match word.split_once('t') {
            Some((date, time))
                if date.ends_with(|last: char| last.is_ascii_digit()) && time.starts_with(|first: char| first.is_ascii_digit()) =>
            {
                words.extend([date, time]);
            }
            _ => words.push(word),
        }
    }
    for word in words {
        let digits = word.starts_with(|first: char| first.is_ascii_digit());
        if word.contains(':') && digits {
            let at = word.find(['+', '-', 'z', 'a', 'p']).unwrap_or(word.len());
            let (time, rest) = word.split_at_checked(at)?;
            clock = Some(time.to_owned());
            afternoon = noon(rest).or(afternoon);
            offset = zone(rest).unwrap_or(offset);
        } else if digits {
            separator = word.chars().find(|character| matches!(character, '/' | '.' | '-')).unwrap_or(separator);
            for number in word.split(['/', '.', '-']).filter(|part| !part.is_empty()) {
                let number = number.trim_end_matches(|ending: char| ending.is_ascii_alphabetic());
                numbers.push((number.len(), number.parse::<u32>().ok()?));
            }
        } else if let Some(half) = noon(word) {
            afternoon = Some(half);
        } else if let Some(found) = zone(word) {
            offset = found;
        } else {
            let month = MONTHS.iter().position(|name| word.starts_with(name))?;
            month_name = Some(u32::try_from(month).ok()? + 1);
        }
    }
    let (year, month, day) = date(&numbers, month_name, separator, dates)?;
    let (hour, minute, second) = time(clock.as_deref().unwrap_or("00:00"), afternoon)?;
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second}{offset}").parse().ok()
}

/// `2026-11-24 10:00:00` and its zone: what most exports write, without the way around.
fn sortable(text: &str) -> Option<Timestamp> {
    let (date, time, zone) = (text.get(..10)?, text.get(11..19)?, text.get(19..)?.trim());
    let zone = if zone.is_empty() { "Z".to_owned() } else { self::zone(zone)? };
    format!("{date}T{time}{zone}").parse().ok()
}

fn date(numbers: &[(usize, u32)], month_name: Option<u32>, separator: char, dates: Dates) -> Option<(u32, u32, u32)> {
    if let Some(month) = month_name {
        return match *numbers {
            [(4, year), (_, day)] | [(_, day), (4, year)] => Some((year, month, day)),
            _ => None,
        };
    }
    match *numbers {
        [(4, year), (_, month), (_, day)] => Some((year, month, day)),
        [(_, one), (_, other), (4, year)] => {
            let month_first = match dates {
                Dates::MonthFirst => true,
                Dates::DayFirst => false,
                Dates::ByTheirLooks => separator == '/',
            };
            // A month is at most 12, whatever was said.
            let month_first = if one > 12 { false } else { other > 12 || month_first };
            Some(if month_first { (year, one, other) } else { (year, other, one) })
        }
        _ => None,
    }
}

impl Dates {
    /// Whether a date can only be read with its day first, between slashes too.
    pub fn only_day_first(text: &str) -> bool {
        slashed(text).is_some_and(|(one, other)| one > 12 && other <= 12)
    }

    /// Whether a date between slashes could be read either way.
    pub fn is_ambiguous(text: &str) -> bool {
        slashed(text).is_some_and(|(one, other)| one <= 12 && other <= 12 && one != other)
    }
}

/// The first two numbers of a date between slashes that ends with its year.
fn slashed(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().split('/');
    let (one, other, year) = (parts.next()?, parts.next()?, parts.next()?);
    let year = year.get(..4)?;
    year.bytes().all(|byte| byte.is_ascii_digit()).then_some((one.parse().ok()?, other.parse().ok()?))
}

/// Hour, minute, and seconds as they are written.
fn time(text: &str, afternoon: Option<bool>) -> Option<(u32, u32, String)> {
    let mut parts = text.split(':');
    let hour: u32 = parts.next()?.parse().ok()?;
    let minute: u32 = parts.next()?.parse().ok()?;
    let second = parts.next().map_or_else(|| "00".to_owned(), |second| format!("{second:0>2}"));
    let hour = match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    Some((hour, minute, second))
}

fn noon(word: &str) -> Option<bool> {
    match word.trim_matches('.') {
        "pm" | "p.m" => Some(true),
        "am" | "a.m" => Some(false),
        _ => None,
    }
}

/// `+0100`, `-05:00`, `utc`, as RFC 3339 has it.
fn zone(word: &str) -> Option<String> {
    if matches!(word, "utc" | "gmt" | "z") {
        return Some("Z".to_owned());
    }
    let sign = word.chars().next().filter(|sign| matches!(sign, '+' | '-'))?;
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = digits.split_at_checked(2).filter(|_| digits.len() == 4)?;
    Some(format!("{sign}{hours}:{minutes}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_times_of_exports_and_spreadsheets() {
        for (text, want) in [
            ("2026-11-24T10:00:00Z", "2026-11-24T10:00:00Z"),
            ("2026-11-24 10:00:00 +0100", "2026-11-24T09:00:00Z"),
            ("2026-11-24 10:00:00 -05:00", "2026-11-24T15:00:00Z"),
            ("2026-11-24 10:00:00 UTC", "2026-11-24T10:00:00Z"),
            ("2026-11-24 10:00", "2026-11-24T10:00:00Z"),
            ("2026-11-24T10:00:00", "2026-11-24T10:00:00Z"),
            ("2026-11-24", "2026-11-24T00:00:00Z"),
            ("2026/11/24 9:05", "2026-11-24T09:05:00Z"),
            ("24.11.2026 10:00", "2026-11-24T10:00:00Z"),
            ("03.04.2026", "2026-04-03T00:00:00Z"),
            ("03/04/2026 10:00", "2026-03-04T10:00:00Z"),
            ("9/6/2016  6:29:00", "2016-09-06T06:29:00Z"),
            ("24/11/2026 10:00", "2026-11-24T10:00:00Z"),
            ("11/24/2026, 10:00 PM", "2026-11-24T22:00:00Z"),
            ("11/24/2026 12:30am", "2026-11-24T00:30:00Z"),
            ("November 24, 2026 10:15 am", "2026-11-24T10:15:00Z"),
            ("24 Nov 2026", "2026-11-24T00:00:00Z"),
            ("August 1st, 2026", "2026-08-01T00:00:00Z"),
        ] {
            assert_eq!(moment(text, Dates::default()).map(|at| at.to_string()).as_deref(), Some(want), "{text}");
        }
        for text in ["", "soon", "24", "2026-13-01", "31.02.2026", "10:00", "2026-11-24 25:00", "1764000000", "Nov 2026"] {
            assert_eq!(moment(text, Dates::default()), None, "{text}");
        }
        for (text, only_day_first, ambiguous) in
            [("24/11/2026 10:00", true, false), ("03/04/2026", false, true), ("11/24/2026", false, false), ("2026-11-24", false, false)]
        {
            assert_eq!((Dates::only_day_first(text), Dates::is_ambiguous(text)), (only_day_first, ambiguous), "{text}");
        }
        assert_eq!(moment("03/04/2026", Dates::DayFirst).unwrap().to_string(), "2026-04-03T00:00:00Z");
        assert_eq!(moment("03.04.2026", Dates::MonthFirst).unwrap().to_string(), "2026-03-04T00:00:00Z");
    }
}
