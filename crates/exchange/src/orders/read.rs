//! Orders out of a file, one after the other, whatever its size.

use std::io::{BufRead, Read};

use csv::{ByteRecord, StringRecord};
use ordergate_screening::{Order, Problem};

use super::build::{self, Columns, cell, outcome};
use super::layout::Layout;

/// An order and where it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadOrder {
    /// The order.
    pub order: Order,
    /// The line of its first row.
    pub line: u64,
    /// The byte at which its first row begins.
    pub byte: u64,
    /// What became of it, in the file's own words.
    pub status: Option<String>,
    /// It was called off: cancelled, refunded, failed, returned.
    pub called_off: bool,
}

/// Rows that are no order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The line of the first of them.
    pub line: u64,
    /// What is wrong; pointers name fields of an order.
    pub problems: Vec<Problem>,
}

impl Refused {
    fn of(line: u64, detail: impl Into<String>) -> Self {
        Self { line, problems: vec![Problem::new("", detail)] }
    }
}

/// Cells that hold more lines than this have a quotation mark that nothing closes.
const MOST_LINES_OF_A_CELL: usize = 200;

/// A CSV file that begins with a header, with commas, semicolons or tabs between the cells, whichever its first line has most of.
///
/// # Errors
/// The file cannot be read.
pub fn csv_reader<R: BufRead>(mut file: R) -> std::io::Result<csv::Reader<R>> {
    let start = file.fill_buf()?;
    let mut quoted = false;
    let end = start.iter().position(|byte| {
        quoted ^= *byte == b'"';
        !quoted && matches!(byte, b'\n' | b'\r')
    });
    let (header, rest) = start.split_at_checked(end.unwrap_or(start.len())).unwrap_or((start, &[]));
    // "\r\n" as one end would leave the "\n" to the next row, which then seems to stand a line higher; what is left of
    // it, a "\r" behind the last cell, is trimmed as every cell is.
    let old = matches!(rest, [b'\r', next, ..] if *next != b'\n');
    let terminator = if old { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let count = |delimiter: &u8| header.iter().filter(|byte| *byte == delimiter).count();
    // The last of several that are as frequent wins.
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
    Ok(csv::ReaderBuilder::new().delimiter(delimiter).terminator(terminator).flexible(true).from_reader(file))
}

/// The names of a file's columns.
///
/// # Errors
/// The header cannot be read as text.
pub fn column_names<R: Read>(reader: &mut csv::Reader<R>) -> Result<Vec<String>, csv::Error> {
    Ok(reader.headers()?.iter().map(|column| column.trim_start_matches('\u{feff}').trim().to_owned()).collect())
}

/// The orders of a file. Rows with the same id behind one another are lines of one order, as shops
/// export them: the first carries the order, each carries one line.
#[derive(Debug)]
pub struct OrderRows<R> {
    reader: csv::Reader<R>,
    layout: Layout,
    columns: Columns,
    /// How many the header has.
    cells: usize,
    /// The first row of the next order, or why it is none.
    ahead: Option<Result<StringRecord, Refused>>,
}

impl<R: Read> OrderRows<R> {
    /// The orders behind the header, which has been read.
    pub fn new(mut reader: csv::Reader<R>, layout: Layout) -> Self {
        let columns = Columns::of(&layout);
        let cells = reader.headers().map_or(0, StringRecord::len);
        let mut rows = Self { reader, layout, columns, cells, ahead: None };
        rows.ahead = rows.row();
        rows
    }

    /// How much of the file was read.
    pub fn bytes(&self) -> u64 {
        self.reader.position().byte()
    }

    /// What its columns hold.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The next row that is not blank, with as many cells as the header.
    fn row(&mut self) -> Option<Result<StringRecord, Refused>> {
        loop {
            // One allocation for most rows, instead of one for each doubling.
            let mut row = ByteRecord::with_capacity(1_024, self.cells);
            match self.reader.read_byte_record(&mut row) {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => {
                    let line = error.position().map_or(self.reader.position().line(), csv::Position::line);
                    return Some(Err(Refused::of(line, error.to_string())));
                }
            }
            if row.iter().all(|cell| cell.trim_ascii().is_empty()) {
                continue;
            }
            // The reader takes blank lines for the beginning of the row behind them: counted from its end, it begins at its own.
            let inside = row.as_slice().iter().filter(|byte| **byte == b'\n').count();
            let own = self.reader.position().line().saturating_sub(u64::try_from(inside + 1).unwrap_or_default());
            let line = row.position().map_or(0, csv::Position::line).max(own);
            if let Some(mut position) = row.position().cloned() {
                position.set_line(line);
                row.set_position(Some(position));
            }
            let Ok(row) = StringRecord::from_byte_record(row) else {
                return Some(Err(Refused::of(line, "is not UTF-8 text")));
            };
            if inside > MOST_LINES_OF_A_CELL && row.iter().any(|cell| cell.matches('\n').nth(MOST_LINES_OF_A_CELL).is_some()) {
                return Some(Err(Refused::of(line, "a quotation mark in this row is not closed")));
            }
            if row.len() != self.cells {
                return Some(Err(Refused::of(line, format!("has {} cells, the header has {}", row.len(), self.cells))));
            }
            return Some(Ok(row));
        }
    }

    /// A further row of an order repeats its cells or leaves them blank; exports that do not are taken by their first row.
    fn same_order(&self, first: &StringRecord, next: &StringRecord) -> Result<(), Refused> {
        if self.layout.is_lenient() {
            return Ok(());
        }
        for (index, target) in self.layout.columns.iter().enumerate() {
            let Some(target) = target.as_ref().filter(|target| !target.is_of_line()) else { continue };
            let other = cell(next, Some(index));
            if other.is_some() && other != cell(first, Some(index)) {
                return Err(Refused::of(line_of(next), format!("`{target}` differs from line {} of the same order", line_of(first))));
            }
        }
        Ok(())
    }
}

impl<R: Read> Iterator for OrderRows<R> {
    type Item = Result<ReadOrder, Refused>;

    fn next(&mut self) -> Option<Self::Item> {
        let first = match self.ahead.take()? {
            Ok(first) => first,
            Err(refused) => {
                self.ahead = self.row();
                return Some(Err(refused));
            }
        };
        let (line, byte) = (line_of(&first), first.position().map_or(0, csv::Position::byte));
        let mut rows = vec![first];
        let mut broken = None;
        loop {
            let next = self.row();
            match (next, rows.first()) {
                (Some(Ok(next)), Some(first)) if self.columns.continues(&self.layout, first, &next) => {
                    broken = broken.or(self.same_order(first, &next).err());
                    rows.push(next);
                }
                (next, _) => {
                    self.ahead = next;
                    break;
                }
            }
        }
        if let Some(refused) = broken {
            return Some(Err(refused));
        }
        let (status, called_off) = rows.first().map(|first| outcome(&self.layout, first)).unwrap_or_default();
        let read = build::order(&self.layout, &self.columns, &rows);
        Some(read.map(|order| ReadOrder { order, line, byte, status, called_off }).map_err(|problems| Refused { line, problems }))
    }
}

fn line_of(row: &StringRecord) -> u64 {
    row.position().map_or(0, csv::Position::line)
}
