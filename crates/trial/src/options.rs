//! What is said about a file before it is read.

use ordergate_exchange::orders::{Dates, Layout, Target};
use ordergate_exchange::{Known, Status};
use ordergate_screening::{Currency, Draft, Invalid, Problem, STARTER_DRAFT, key};
use serde::Deserialize;

/// A line of a blacklist that is no entry: its number, and why.
pub type RefusedEntry = (u64, Vec<Problem>);

/// What is said about a file, as JSON in these names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// What each column holds, as `billing.city`; guessed by the header when it is not said.
    pub columns: Option<Vec<Option<String>>>,
    /// ISO 4217 code of orders that name none.
    pub currency: Option<String>,
    /// ISO 3166 code that phones, streets and postcodes are read in when their order says none.
    pub country: Option<String>,
    /// `day` or `month`: what comes first in dates such as 03/04/2026; else by their looks.
    pub dates: Option<String>,
    /// An order is held when its points are more; 50 when not said.
    pub minimum: Option<i32>,
    /// A blacklist as CSV.
    pub blacklist: Option<String>,
}

impl Options {
    /// Reads options from JSON.
    ///
    /// # Errors
    /// Text that is no JSON, and names that are unknown.
    pub fn from_json(text: &str) -> Result<Self, Invalid> {
        serde_json::from_str(text).map_err(|error| Invalid::one("", error.to_string()))
    }

    /// What the columns hold, as it is said or guessed.
    pub(crate) fn layout(&self, names: &[String]) -> Result<Layout, Invalid> {
        let layout = match &self.columns {
            None => Layout::guessed(names),
            Some(columns) => {
                let target = |(index, name): (usize, &Option<String>)| match name {
                    None => Ok(None),
                    Some(name) => Target::named(name)
                        .map(Some)
                        .ok_or_else(|| Invalid::one(format!("/columns/{index}"), format!("unknown field `{name}`"))),
                };
                Layout::by_hand(columns.iter().enumerate().map(target).collect::<Result<_, _>>()?)
            }
        };
        let currency = match self.currency.as_deref().filter(|code| !code.is_empty()) {
            Some(code) => Some(
                Currency::from_code(code)
                    .ok_or_else(|| Invalid::one("/currency", format!("unknown currency `{code}`; use an ISO 4217 code")))?,
            ),
            None => None,
        };
        let layout = layout.in_currency(currency);
        let layout = match self.dates.as_deref() {
            Some("day") => layout.with_dates(Dates::DayFirst),
            Some("month") => layout.with_dates(Dates::MonthFirst),
            _ => layout,
        };
        match layout.missing().as_slice() {
            [] => Ok(layout),
            missing => Err(Invalid::one("/columns", format!("no column holds {}", missing.join(", ")))),
        }
    }
}

/// What orders are tried against, and the lines of the blacklist that are no entries: the starter draft with
/// every rule active, and the entries of the blacklist.
///
/// # Errors
/// A blacklist that cannot be read at all.
pub fn draft(options: &Options) -> Result<(Draft, Vec<RefusedEntry>), Invalid> {
    let mut draft = Draft::from_json(STARTER_DRAFT.as_bytes())?;
    draft.rules.iter_mut().for_each(|rule| rule.active = true);
    draft.settings.default_country = options.country.as_deref().and_then(key::country);
    if let Some(minimum) = options.minimum {
        draft.settings.minimum_points = Some(minimum);
    }
    let mut refused = Vec::new();
    if let Some(blacklist) = options.blacklist.as_deref().filter(|text| !text.trim().is_empty()) {
        let lines = Known::new(draft.settings.clone())
            .read(blacklist.as_bytes())
            .map_err(|broken| Invalid::one("/blacklist", format!("line {}: {}", broken.line, broken.detail)))?;
        for (line, status) in lines {
            match status {
                Status::New(entry) => draft.entries.push(entry),
                Status::Invalid(problems) => refused.push((line, problems)),
                Status::Changed(_) | Status::Same(_) => {}
            }
        }
    }
    Ok((draft, refused))
}
