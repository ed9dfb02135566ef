//! `ordergate check`: one check a line.

use std::io::{BufWriter, Write as _, stdout};
use std::time::{SystemTime, UNIX_EPOCH};

use ordergate_screening::{Timestamp, check};

use crate::args::CheckArgs;
use crate::failure::Failure;
use crate::{input, orders};

pub(crate) fn run(args: &CheckArgs) -> Result<(), Failure> {
    let rules = args.draft.as_ref().or(args.snapshot.as_ref());
    if args.orders.as_os_str() == "-" && rules.is_some_and(|path| path.as_os_str() == "-") {
        return Err(Failure::of_file("stdin", "cannot be both the rules and the orders; name a file for one of them"));
    }
    let ruleset = match (&args.snapshot, &args.draft) {
        (Some(snapshot), _) => input::snapshot(snapshot)?,
        (None, Some(draft)) => input::ruleset(draft)?,
        (None, None) => return Err(Failure::of_file("ordergate check", "needs --draft or --snapshot")),
    };
    let now = args.now.unwrap_or_else(current_time);
    let mut out = BufWriter::new(stdout().lock());
    let done = orders::each(&args.orders, true, |given| {
        let check = check(&given.order, &given.facts, &ruleset, now).to_json();
        let id = serde_json::Value::from(given.order.id);
        let rest = check.strip_prefix('{').unwrap_or_default();
        let written = writeln!(out, "{{\"order\":{id},{rest}");
        let written = if given.is_last_read { written.and_then(|()| out.flush()) } else { written };
        written.map_err(|error| Failure::of_output(&error))
    });
    // Earlier lines stay printed, also before a bad one.
    out.flush().map_err(|error| Failure::of_output(&error))?;
    done.map(|_| ())
}

fn current_time() -> Timestamp {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_millis(i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX))
}
