//! Rows as CSV. (The `csv` crate's writer would bring tables for reading floating-point numbers into the Worker.)

/// Appends a row: cells divided by commas, quoted where they need it, and a line feed.
pub fn write_row<T: AsRef<str>>(out: &mut Vec<u8>, cells: impl IntoIterator<Item = T>) {
    let begin = out.len();
    for (index, cell) in cells.into_iter().enumerate() {
        let cell = cell.as_ref();
        if index > 0 {
            out.push(b',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            out.push(b'"');
            out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            out.push(b'"');
        } else {
            out.extend_from_slice(cell.as_bytes());
        }
    }
    if out.len() == begin {
        // An empty line would be no row.
        out.extend_from_slice(b"\"\"");
    }
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::write_row;

    #[test]
    fn what_is_written_is_read_back_and_is_what_the_csv_crate_writes() {
        let rows: [&[&str]; 7] = [
            &["a", "b c", ""],
            &["a,b", "say \"hi\"", "\""],
            &["two\nlines", "\r", "'=1+1"],
            &["", "", ""],
            &["ąż", " spaced ", "\t"],
            &["1.5", "-3", "1e400"],
            &["#", ";", "\\"],
        ];
        let (mut ours, mut theirs) = (Vec::new(), csv::Writer::from_writer(Vec::new()));
        for row in rows {
            write_row(&mut ours, row);
            theirs.write_record(row).unwrap();
        }
        assert_eq!(String::from_utf8(ours.clone()).unwrap(), String::from_utf8(theirs.into_inner().unwrap()).unwrap());
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(ours.as_slice());
        let read: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(read, rows);
        let mut alone = Vec::new();
        write_row(&mut alone, [""]);
        assert_eq!(alone, b"\"\"\n");
    }
}
