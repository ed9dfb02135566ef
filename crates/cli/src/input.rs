//! Files in: drafts, and what orders and entries are read from.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::Path;

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

/// A CSV file that begins with a header, with commas, semicolons or tabs, whichever its first line
/// has most of. Rows of another length are left to the caller.
pub(crate) fn csv(file: Box<dyn Read>, name: &str) -> Result<csv::Reader<BufReader<Box<dyn Read>>>, Failure> {
    let mut file = BufReader::with_capacity(1 << 16, file);
    let start = file.fill_buf().map_err(|error| Failure::of_file(name, error))?;
    let header = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: &u8| header.iter().filter(|byte| *byte == delimiter).count();
    // The last of several that are as frequent wins.
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
    Ok(csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(file))
}

/// The names of a CSV file's columns.
pub(crate) fn header<R: Read>(reader: &mut csv::Reader<R>, name: &str) -> Result<Vec<String>, Failure> {
    let header = reader.headers().map_err(|error| csv_failure(name, &error))?;
    let names: Vec<String> = header.iter().map(|column| column.trim_start_matches('\u{feff}').trim().to_owned()).collect();
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
