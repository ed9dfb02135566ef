//! What a file's header tells before the file is read.

use std::io::Cursor;

use ordergate_exchange::orders::{Dates, Format, Layout, Target, column_names, csv_reader};
use ordergate_screening::Invalid;
use serde::Serialize;

/// Rows that are looked at for samples and for how dates are written.
const LOOKED_AT: usize = 2_000;

/// What a file seems to be.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Header {
    /// `ordergate`, `shopify`, `woocommerce` or `unknown`.
    pub format: &'static str,
    /// Its columns in their order.
    pub columns: Vec<HeaderColumn>,
    /// Required fields that no column seems to hold.
    pub missing: Vec<&'static str>,
    /// `day` when a date can only be read with the day first.
    pub dates: Option<&'static str>,
    /// A date that could be read either way is there.
    pub ambiguous_dates: bool,
    /// Everything that a column can be read as.
    pub targets: Vec<String>,
}

/// One column of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeaderColumn {
    /// Its name.
    pub name: String,
    /// What it seems to hold.
    pub target: Option<String>,
    /// The first cell that holds something.
    pub sample: String,
}

impl Header {
    /// Looks at the beginning of a file.
    ///
    /// # Errors
    /// A file that has no header, or none that is text.
    pub fn of(file: &[u8]) -> Result<Self, Invalid> {
        let broken = |detail: &str| Invalid::one("", detail);
        let mut reader = csv_reader(Cursor::new(file)).map_err(|error| broken(&error.to_string()))?;
        let names = column_names(&mut reader)
            .map_err(|_| broken("the first line is not UTF-8 text; save the file as CSV (UTF-8), or choose how it is encoded"))?;
        if names.iter().all(String::is_empty) {
            return Err(broken("the file is empty; its first line must name the columns"));
        }
        let layout = Layout::guessed(&names);
        let placed_at = layout.columns().iter().position(|target| target.as_ref().is_some_and(|target| target.to_string() == "placed_at"));
        let mut samples = vec![String::new(); names.len()];
        let (mut day_first, mut ambiguous) = (false, false);
        for row in reader.into_byte_records().take(LOOKED_AT).flatten() {
            for (sample, cell) in samples.iter_mut().zip(row.iter()) {
                if sample.is_empty() {
                    *sample = String::from_utf8_lossy(cell).trim().chars().take(60).collect();
                }
            }
            let date = placed_at.and_then(|at| row.get(at)).map(String::from_utf8_lossy).unwrap_or_default();
            day_first |= Dates::only_day_first(&date);
            ambiguous |= Dates::is_ambiguous(&date);
        }
        let format = match layout.format() {
            Format::Ordergate => "ordergate",
            Format::Shopify => "shopify",
            Format::WooCommerce => "woocommerce",
            Format::ByHand => "unknown",
        };
        let targets = layout.columns().iter().map(|target| target.as_ref().map(Target::to_string));
        let columns = names.into_iter().zip(targets).zip(samples).map(|((name, target), sample)| HeaderColumn { name, target, sample });
        Ok(Self {
            format,
            missing: layout.missing(),
            dates: day_first.then_some("day"),
            ambiguous_dates: ambiguous,
            targets: Target::all().iter().map(Target::to_string).collect(),
            columns: columns.collect(),
        })
    }
}
