//! What the columns of a file hold: recognised by their header, or said by hand.

use std::collections::BTreeSet;

use ordergate_screening::{Currency, closest};

use super::headers;
use super::target::{Part, Target};

/// What every order needs; a column for each, or a currency for the whole file.
pub const REQUIRED: [&str; 4] = ["id", "placed_at", "currency", "total"];

/// Whose header it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Columns named like the fields of an order; read strictly.
    Ordergate,
    /// Shopify's export.
    Shopify,
    /// WooCommerce's, or one of the extensions that export its orders.
    WooCommerce,
    /// Columns that somebody named by hand.
    ByHand,
}

/// How dates such as 03/04/2026 are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dates {
    /// Month first between slashes, day first between points or dashes, and the other way around where that is no date.
    #[default]
    ByTheirLooks,
    /// 03/04/2026 is the third of April.
    DayFirst,
    /// 03/04/2026 is the fourth of March.
    MonthFirst,
}

/// What the columns of a file hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub(super) format: Format,
    pub(super) columns: Vec<Option<Target>>,
    pub(super) dates: Dates,
    pub(super) currency: Option<Currency>,
}

impl Layout {
    /// What a shop's export holds, or a file whose columns are named like the fields of an order.
    ///
    /// # Errors
    /// A header that is neither: the column that is unknown, missing or there twice.
    pub fn of_header(names: &[String]) -> Result<Self, String> {
        match Self::of_export(names) {
            Some(layout) => Ok(layout),
            None => Self::strict(names),
        }
    }

    /// What the columns seem to hold: an export as it is known, else whatever any known name fits.
    pub fn guessed(names: &[String]) -> Self {
        if let Some(layout) = Self::of_export(names) {
            return layout;
        }
        if let Ok(layout) = Self::strict(names) {
            return layout;
        }
        let guess = |column: &str| {
            let dotted =
                Target::of_order().into_iter().find(|target| [target.to_string(), underscored(target)].contains(&column.to_owned()));
            dotted.or_else(|| Target::named(&headers::woocommerce(column)?)).or_else(|| Target::named(headers::shopify(column)?))
        };
        Self::lenient(Format::ByHand, names.iter().map(|name| guess(&plain(name))).collect())
    }

    /// What somebody said that each column holds; columns beyond the list hold nothing.
    pub fn by_hand(targets: Vec<Option<Target>>) -> Self {
        Self { format: Format::ByHand, columns: targets, dates: Dates::default(), currency: None }
    }

    /// Orders that name no currency are in this one.
    #[must_use]
    pub fn in_currency(mut self, currency: Option<Currency>) -> Self {
        self.currency = currency;
        self
    }

    /// Dates are read so.
    #[must_use]
    pub fn with_dates(mut self, dates: Dates) -> Self {
        self.dates = dates;
        self
    }

    /// Whose header it is.
    pub fn format(&self) -> Format {
        self.format
    }

    /// What each column holds, in the order of the file.
    pub fn columns(&self) -> &[Option<Target>] {
        &self.columns
    }

    /// Whether a column holds this field.
    pub fn has(&self, name: &str) -> bool {
        self.columns.iter().flatten().any(|target| target.to_string() == name)
    }

    /// The required fields that no column holds.
    pub fn missing(&self) -> Vec<&'static str> {
        let there = |field: &str| match field {
            "id" => self.has("id") || (self.format != Format::Ordergate && self.has("number")),
            "currency" => self.currency.is_some() || self.has("currency"),
            field => self.has(field),
        };
        REQUIRED.into_iter().filter(|field| !there(field)).collect()
    }

    /// Cells are read as people and shops write them; else every cell must be as the contract has it.
    pub(super) fn is_lenient(&self) -> bool {
        self.format != Format::Ordergate
    }

    /// The first column that holds a field of the order itself.
    pub(super) fn at(&self, part: Part, field: &str) -> Option<usize> {
        self.columns.iter().position(|target| target.as_ref().is_some_and(|target| target.part == part && target.field == field))
    }

    fn of_export(names: &[String]) -> Option<Self> {
        let plain: Vec<String> = names.iter().map(|name| self::plain(name)).collect();
        let has = |name: &str| plain.iter().any(|column| column == name);
        // Our own header has words that exports have too.
        if has("placed_at") {
            return None;
        }
        if headers::ONLY_SHOPIFY.iter().all(|name| has(name)) {
            // "Street" is both lines in one; it is read only where they are not there by themselves.
            let doubled = |column: &str| column.strip_suffix(" street").is_some_and(|place| has(&format!("{place} address1")));
            let target = |column: &String| headers::shopify(column).filter(|_| !doubled(column)).and_then(Target::named);
            return Some(Self::lenient(Format::Shopify, plain.iter().map(target).collect()));
        }
        let layout = Self::lenient(Format::WooCommerce, plain.iter().map(|column| Target::named(&headers::woocommerce(column)?)).collect());
        let woocommerce = ["number", "id"].iter().any(|field| layout.has(field)) && layout.has("placed_at") && layout.has("total");
        let telling = |column: &String| column.starts_with("order") || column.contains("(billing)") || column == "n. revenue";
        (woocommerce && plain.iter().any(telling)).then_some(layout)
    }

    /// The first of several columns that hold the same wins, but the status, which is said in several.
    fn lenient(format: Format, mut columns: Vec<Option<Target>>) -> Self {
        let mut seen = BTreeSet::new();
        for column in &mut columns {
            if column.as_ref().is_some_and(|target| target.field != "status" && !seen.insert(target.to_string())) {
                *column = None;
            }
        }
        Self { format, columns, dates: Dates::default(), currency: None }
    }

    fn strict(names: &[String]) -> Result<Self, String> {
        let columns: Result<Vec<_>, String> = names.iter().map(|name| strict_column(name).map(Some)).collect();
        let columns = columns?;
        match REQUIRED.iter().find(|required| !names.iter().any(|name| name == *required)) {
            Some(missing) => Err(format!("there is no column `{missing}`")),
            None => Ok(Self { format: Format::Ordergate, columns, dates: Dates::default(), currency: None }),
        }
    }
}

/// A column of our own header.
fn strict_column(name: &str) -> Result<Target, String> {
    if let Some(custom) = Target::custom(name) {
        return Ok(custom);
    }
    let known = Target::of_order();
    let lower = name.to_ascii_lowercase();
    if let Some(target) = known.iter().find(|target| target.to_string() == lower || underscored(target) == lower) {
        return Ok(target.clone());
    }
    let names: Vec<String> = known.iter().map(Target::to_string).collect();
    let meant = closest(&lower, names.iter().map(String::as_str));
    Err(format!("unknown column `{name}`{}", meant.map(|meant| format!(", did you mean `{meant}`?")).unwrap_or_default()))
}

fn underscored(target: &Target) -> String {
    target.to_string().replace('.', "_")
}

/// A column's name without what differs from export to export.
fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}
