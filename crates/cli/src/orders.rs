//! Orders in: JSON lines or CSV, one at a time, whatever the size of the file.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read};
use std::path::Path;

use ordergate_screening::{Facts, Invalid, Order, Problem, closest};
use serde_json::value::RawValue;

use crate::failure::{Failure, shown};
use crate::input;
use crate::order_csv::CsvOrders;
use crate::progress::Progress;

/// An order with what the shell would know of it.
pub(crate) struct Given {
    pub(crate) order: Order,
    pub(crate) facts: Facts,
    /// Whether whoever writes the orders may be waiting for the answer to this one.
    pub(crate) is_last_read: bool,
}

/// Calls `take` with every order of a file, until one is wrong.
pub(crate) fn each(path: &Path, prints: bool, mut take: impl FnMut(Given) -> Result<(), Failure>) -> Result<u64, Failure> {
    let (file, size) = input::open(path)?;
    let mut progress = Progress::new(size, prints);
    let mut count = 0;
    let mut taken = |given: Given, bytes: u64| {
        count += 1;
        progress.at(count, bytes);
        take(given)
    };
    let is_csv = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let done = if is_csv { csv(file, path, &mut taken) } else { json_lines(file, path, &mut taken) };
    progress.finish();
    done.map(|()| count)
}

fn json_lines(file: Box<dyn Read>, path: &Path, taken: &mut impl FnMut(Given, u64) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut file = BufReader::new(file);
    let (mut line, mut number, mut bytes) = (Vec::new(), 0, 0);
    loop {
        line.clear();
        let length = file.read_until(b'\n', &mut line).map_err(|error| Failure::of_file(&shown(path), error))?;
        if length == 0 {
            return Ok(());
        }
        number += 1;
        bytes += u64::try_from(length).unwrap_or(0);
        let text = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line) } else { &line };
        let text = text.trim_ascii();
        if text.is_empty() {
            continue;
        }
        let given = json(text).map_err(|invalid| Failure::of_line(&shown(path), number, &in_a_line(invalid).problems))?;
        let is_last_read = !file.buffer().contains(&b'\n');
        taken(Given { is_last_read, ..given }, bytes)?;
    }
}

/// `Order`, or `{"order": Order, "facts": Facts}`.
fn json(text: &[u8]) -> Result<Given, Invalid> {
    let mentions_order = text.windows(b"\"order\"".len()).any(|window| window == b"\"order\"");
    if mentions_order
        && let Ok(mut parts) = serde_json::from_slice::<BTreeMap<String, Box<RawValue>>>(text)
        && let Some(order) = parts.remove("order")
    {
        let order = Order::from_json(order.get().as_bytes()).map_err(|invalid| invalid.inside("/order"))?;
        let facts = match parts.remove("facts") {
            Some(facts) if facts.get() != "null" => Facts::from_json(facts.get().as_bytes()).map_err(|invalid| invalid.inside("/facts"))?,
            _ => Facts::default(),
        };
        if let Some(key) = parts.into_keys().next() {
            let meant = closest(&key, ["order", "facts"]).map(|known| format!(", did you mean `{known}`?")).unwrap_or_default();
            return Err(Invalid::one(format!("/{}", key.replace('~', "~0").replace('/', "~1")), format!("unknown field `{key}`{meant}")));
        }
        return Ok(Given { order, facts, is_last_read: false });
    }
    Ok(Given { order: Order::from_json(text)?, facts: Facts::default(), is_last_read: false })
}

/// The engine speaks of a body and its lines; here each line is a body of its own.
fn in_a_line(mut invalid: Invalid) -> Invalid {
    for Problem { detail, .. } in &mut invalid.problems {
        *detail = detail.replace("the body is not", "not").replace("(line 1, column", "(column");
    }
    invalid
}

fn csv(file: Box<dyn Read>, path: &Path, taken: &mut impl FnMut(Given, u64) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut orders = CsvOrders::new(file, &shown(path))?;
    while let Some(order) = orders.next()? {
        taken(Given { order, facts: Facts::default(), is_last_read: false }, orders.bytes())?;
    }
    Ok(())
}
