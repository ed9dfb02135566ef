//! Orders from a CSV file: our own columns, or a shop's export.

use std::io::{BufReader, Read};

use ordergate_exchange::orders::{Layout, OrderRows};
use ordergate_screening::Order;

use crate::failure::Failure;
use crate::input;

pub(crate) struct CsvOrders {
    rows: OrderRows<BufReader<Box<dyn Read>>>,
    file: String,
}

impl CsvOrders {
    pub(crate) fn new(file: Box<dyn Read>, name: &str) -> Result<Self, Failure> {
        let mut reader = input::csv(file, name)?;
        let names = input::header(&mut reader, name)?;
        let layout = Layout::of_header(&names).map_err(|error| Failure::of_file(&format!("{name}:1"), error))?;
        Ok(Self { rows: OrderRows::new(reader, layout), file: name.to_owned() })
    }

    /// How much of the file was read.
    pub(crate) fn bytes(&self) -> u64 {
        self.rows.bytes()
    }

    pub(crate) fn next(&mut self) -> Result<Option<Order>, Failure> {
        match self.rows.next() {
            None => Ok(None),
            Some(Ok(read)) => Ok(Some(read.order)),
            Some(Err(refused)) => Err(Failure::of_line(&self.file, refused.line, &refused.problems)),
        }
    }
}
