//! The findings as CSV that no spreadsheet runs.

use ordergate_exchange::{guarded, write_row};
use ordergate_screening::{Currency, Timestamp};

use crate::finding::{Finding, Source};

const HEADER: [&str; 13] =
    ["order", "line", "placed_at", "total", "currency", "name", "email", "to", "status", "points", "held", "unclaimed", "reasons"];

pub(crate) fn csv(findings: &[Finding], sources: &[Source], minimum: i32) -> Vec<u8> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| (!finding.is_held(minimum), -i64::from(finding.score), finding.row.index));
    let mut csv = Vec::new();
    write_row(&mut csv, HEADER);
    for finding in sorted {
        let row = &finding.row;
        let yes = |flag: bool| if flag { "yes" } else { "no" }.to_owned();
        let reasons = finding.hits.iter().filter_map(|(number, _)| {
            let source = sources.get(usize::try_from(*number).ok()?)?;
            Some(if source.points == 0 { source.reason.clone() } else { format!("{} ({:+})", source.reason, source.points) })
        });
        let cells = [
            guarded(&row.number),
            row.line.to_string(),
            Timestamp::from_millis(row.at).to_string(),
            amount(row.minor, &row.currency),
            row.currency.clone(),
            guarded(&row.name),
            guarded(&row.email),
            guarded(&row.to),
            guarded(&row.status),
            finding.score.to_string(),
            yes(finding.is_held(minimum)),
            yes(finding.unclaimed),
            guarded(&reasons.collect::<Vec<_>>().join("; ")),
        ];
        write_row(&mut csv, cells);
    }
    csv
}

fn amount(minor: i64, currency: &str) -> String {
    let decimals = Currency::from_code(currency).map_or(2, |currency| usize::from(currency.decimals()));
    let digits = format!("{minor:0>width$}", width = decimals + 1);
    match digits.split_at_checked(digits.len() - decimals) {
        Some((whole, fraction)) if !fraction.is_empty() => format!("{whole}.{fraction}"),
        _ => digits,
    }
}
