//! Orders from CSV: columns are named like the fields of an order, `billing.city` or `billing_city`.
//!
//! Rows with the same id behind one another are lines of one order, as shops export them: the first
//! carries the order, each carries one line in its `line.` columns.

use std::io::{BufReader, Read};

use csv::StringRecord;
use ordergate_screening::{Order, closest};
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::input;

const ORDER: [&str; 13] =
    ["id", "number", "placed_at", "updated_at", "currency", "total", "channel", "email", "phone", "ip", "user_agent", "device", "token"];
const CUSTOMER: [&str; 6] = ["id", "group", "first_name", "last_name", "orders_count", "created_at"];
const PLACE: [&str; 12] =
    ["first_name", "last_name", "company", "tax_id", "street", "house_number", "street2", "postcode", "city", "region", "country", "phone"];
const PAYMENT: [&str; 6] = ["method", "provider", "fingerprint", "bin", "last4", "country"];
const LINE: [&str; 5] = ["sku", "product", "category", "quantity", "price"];

/// Objects in an order, with the fields columns can name.
const OBJECTS: [(&[&str], &[&str]); 6] = [
    (&["line", "shipping"], &PLACE),
    (&["customer"], &CUSTOMER),
    (&["billing"], &PLACE),
    (&["shipping"], &PLACE),
    (&["payment"], &PAYMENT),
    (&["line"], &LINE),
];

/// Where the cells of a column go.
#[derive(Debug, Clone, PartialEq)]
struct Column {
    /// `["billing", "city"]`; the first is `line` for what belongs to a line.
    path: Vec<String>,
    numeric: bool,
}

pub(crate) struct CsvOrders {
    reader: csv::Reader<BufReader<Box<dyn Read>>>,
    file: String,
    columns: Vec<Column>,
    id: usize,
    /// The first row of the next order.
    ahead: Option<StringRecord>,
}

impl CsvOrders {
    pub(crate) fn new(file: Box<dyn Read>, name: &str) -> Result<Self, Failure> {
        let mut reader = input::csv(file, name)?;
        let names = input::header(&mut reader, name)?;
        let at_header = format!("{name}:1");
        let columns: Result<Vec<Column>, Failure> =
            names.iter().map(|column| self::column(column).map_err(|error| Failure::of_file(&at_header, error))).collect();
        for required in ["id", "placed_at", "currency", "total"] {
            if !names.iter().any(|column| column == required) {
                return Err(Failure::of_file(&at_header, format!("there is no column `{required}`")));
            }
        }
        let id = names.iter().position(|column| column == "id").unwrap_or(0);
        let mut orders = Self { reader, file: name.to_owned(), columns: columns?, id, ahead: None };
        orders.ahead = orders.row()?;
        Ok(orders)
    }

    /// How much of the file was read.
    pub(crate) fn bytes(&self) -> u64 {
        self.reader.position().byte()
    }

    pub(crate) fn next(&mut self) -> Result<Option<Order>, Failure> {
        let Some(first) = self.ahead.take() else { return Ok(None) };
        let line = line_of(&first);
        let mut order = self.object(&first, false);
        let mut lines: Vec<Value> = Vec::new();
        let has_lines = self.columns.iter().any(Column::is_of_line);
        let mut row = Some(first.clone());
        while let Some(current) = row {
            let of_line = self.object(&current, true);
            if !of_line.is_empty() {
                lines.push(Value::Object(of_line));
            }
            row = self.row()?;
            let continues = has_lines && row.as_ref().is_some_and(|next| next.get(self.id) == first.get(self.id));
            if !continues {
                self.ahead = row.take();
            } else if let Some(next) = &row {
                self.same_order(&first, next)?;
            }
        }
        if !lines.is_empty() {
            order.insert("lines".to_owned(), Value::Array(lines));
        }
        let text = Value::Object(order).to_string();
        Order::from_json(text.as_bytes()).map(Some).map_err(|invalid| Failure::of_line(&self.file, line, &invalid.problems))
    }

    /// The next row that is not blank.
    fn row(&mut self) -> Result<Option<StringRecord>, Failure> {
        let mut row = StringRecord::new();
        loop {
            if !self.reader.read_record(&mut row).map_err(|error| input::csv_failure(&self.file, &error))? {
                return Ok(None);
            }
            if row.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if row.len() != self.columns.len() {
                let wrong = format!("has {} cells, the header has {}", row.len(), self.columns.len());
                return Err(Failure::of_file(&format!("{}:{}", self.file, line_of(&row)), wrong));
            }
            return Ok(Some(row));
        }
    }

    /// The cells of a row as JSON: those of its line, or those of its order.
    fn object(&self, row: &StringRecord, of_line: bool) -> Map<String, Value> {
        let mut object = Map::new();
        for (column, cell) in self.columns.iter().zip(row) {
            if column.is_of_line() != of_line || cell.trim().is_empty() {
                continue;
            }
            let path = column.path.get(usize::from(of_line)..).unwrap_or_default();
            let value = match cell.trim().parse::<u64>() {
                Ok(number) if column.numeric => Value::from(number),
                _ => Value::from(cell.trim()),
            };
            insert(&mut object, path, value);
        }
        object
    }

    /// A further row of an order repeats its cells or leaves them blank.
    fn same_order(&self, first: &StringRecord, next: &StringRecord) -> Result<(), Failure> {
        for ((column, one), other) in self.columns.iter().zip(first).zip(next) {
            if !column.is_of_line() && !other.trim().is_empty() && one.trim() != other.trim() {
                let wrong = format!("`{}` differs from line {} of the same order", column.path.join("."), line_of(first));
                return Err(Failure::of_file(&format!("{}:{}", self.file, line_of(next)), wrong));
            }
        }
        Ok(())
    }
}

impl Column {
    fn is_of_line(&self) -> bool {
        self.path.first().is_some_and(|first| first == "line")
    }
}

fn line_of(row: &StringRecord) -> u64 {
    row.position().map_or(0, csv::Position::line)
}

/// Puts a value at a path of objects, which are made on the way.
fn insert(object: &mut Map<String, Value>, path: &[String], value: Value) {
    match path {
        [] => {}
        [name] => {
            object.insert(name.clone(), value);
        }
        [name, rest @ ..] => {
            if let Value::Object(inner) = object.entry(name).or_insert_with(|| Value::Object(Map::new())) {
                insert(inner, rest, value);
            }
        }
    }
}

/// What a column of the header holds.
fn column(name: &str) -> Result<Column, String> {
    if let Some(key) = name.strip_prefix("custom.").or_else(|| name.strip_prefix("custom_")).filter(|key| !key.is_empty()) {
        return Ok(Column { path: vec!["custom".to_owned(), key.to_owned()], numeric: false });
    }
    let known = known_columns();
    let lower = name.to_ascii_lowercase();
    if let Some((_, path)) = known.iter().find(|(known, _)| *known == lower || known.replace('.', "_") == lower) {
        let numeric = matches!(path.last().map(String::as_str), Some("orders_count" | "quantity"));
        return Ok(Column { path: path.clone(), numeric });
    }
    let meant = closest(&lower, known.iter().map(|(known, _)| known.as_str()));
    Err(format!("unknown column `{name}`{}", meant.map(|meant| format!(", did you mean `{meant}`?")).unwrap_or_default()))
}

fn known_columns() -> Vec<(String, Vec<String>)> {
    let owned = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect::<Vec<String>>();
    let mut known: Vec<(String, Vec<String>)> = ORDER.iter().map(|name| ((*name).to_owned(), owned(&[name]))).collect();
    for (object, fields) in OBJECTS {
        for field in fields {
            let path = owned(&[object, &[*field]].concat());
            known.push((path.join("."), path));
        }
    }
    known
}
