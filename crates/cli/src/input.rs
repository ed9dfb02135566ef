//! Files in: drafts, and what orders and entries are read from.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use ordergate_exchange::orders::{column_names, csv_reader};
use ordergate_screening::{Draft, Ruleset, snapshot};

use crate::failure::{Failure, shown};

/// A file or standard input, with its size where it has one.
pub(crate) fn open(path: &Path) -> Result<(Box<dyn Read>, Option<u64>), Failure> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(io::stdin().lock()), None));
    }
    let failed = |error: io::Error| Failure::of_file(&shown(path), error);
    let file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    if about.is_dir() {
        return Err(Failure::of_file(&shown(path), "is a directory"));
    }
    let size = about.is_file().then_some(about.len());
    Ok((Box::new(BufReader::with_capacity(1 << 16, file)), size))
}

/// The draft in a file.
pub(crate) fn draft(path: &Path) -> Result<Draft, Failure> {
    let mut text = Vec::new();
    open(path)?.0.read_to_end(&mut text).map_err(|error| Failure::of_file(&shown(path), error))?;
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    Draft::from_json(text).map_err(|invalid| Failure::of_document(&shown(path), &invalid))
}

/// The draft in a file, compiled.
pub(crate) fn ruleset(path: &Path) -> Result<Ruleset, Failure> {
    Ruleset::compile(&draft(path)?).map_err(|invalid| Failure::of_document(&shown(path), &invalid))
}

/// The snapshot in a file, intact.
pub(crate) fn snapshot(path: &Path) -> Result<Ruleset, Failure> {
    let mut bytes = Vec::new();
    open(path)?.0.read_to_end(&mut bytes).map_err(|error| Failure::of_file(&shown(path), error))?;
    let intact = snapshot::verify(&bytes);
    // What the bytes are comes first: a text file has no digest to be wrong.
    let ruleset = Ruleset::from_snapshot(bytes).map_err(|error| Failure::of_file(&shown(path), error))?;
    intact.map_err(|error| Failure::of_file(&shown(path), error))?;
    Ok(ruleset)
}

/// A CSV file that begins with a header. Rows of another length are left to the caller.
pub(crate) fn csv(file: Box<dyn Read>, name: &str) -> Result<csv::Reader<BufReader<Box<dyn Read>>>, Failure> {
    csv_reader(BufReader::with_capacity(1 << 16, file)).map_err(|error| Failure::of_file(name, error))
}

/// The names of a CSV file's columns, each there once.
pub(crate) fn header<R: Read>(reader: &mut csv::Reader<R>, name: &str) -> Result<Vec<String>, Failure> {
    let names = column_names(reader).map_err(|error| csv_failure(name, &error))?;
    if let Some(twice) = names.iter().enumerate().find_map(|(index, column)| names.iter().skip(index + 1).find(|other| *other == column)) {
        return Err(Failure::of_file(&format!("{name}:1"), format!("the column `{twice}` stands there twice")));
    }
    Ok(names)
}

/// What the CSV reader could not read.
pub(crate) fn csv_failure(name: &str, error: &csv::Error) -> Failure {
    let line = error.position().map(csv::Position::line);
    match (error.kind(), line) {
        (csv::ErrorKind::Utf8 { .. }, Some(line)) => Failure::of_file(&format!("{name}:{line}"), "is not UTF-8 text"),
        (_, Some(line)) => Failure::of_file(&format!("{name}:{line}"), error),
        _ => Failure::of_file(name, error),
    }
}
