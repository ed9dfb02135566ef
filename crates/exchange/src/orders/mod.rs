//! Orders from CSV files, as shops export them.

mod amount;
mod build;
mod headers;
mod layout;
mod moment;
mod read;
mod target;

pub use layout::{Dates, Format, Layout, REQUIRED};
pub use read::{OrderRows, ReadOrder, Refused, column_names, csv_reader};
pub use target::Target;
