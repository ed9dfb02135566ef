//! Where a page of a list ended: a time and an id, opaque to callers.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use worker::Request;

use crate::failure::Failure;
use crate::router::query;

/// What a list was asked for beside its filters.
pub(super) struct Paging {
    pub(super) limit: u32,
    pub(super) after: Option<(i64, String)>,
    /// The remaining parameters of the query.
    pub(super) filters: Vec<(String, String)>,
}

const DEFAULT_LIMIT: u32 = 50;
const LARGEST_LIMIT: u32 = 200;

pub(super) fn refuse(parameter: &str, detail: &str) -> Failure {
    Failure::refused(400, "invalid-query", "The query is not valid", format!("{parameter}: {detail}"))
}

/// Reads `limit` and `cursor`.
pub(super) fn paging(request: &Request) -> Result<Paging, Failure> {
    let mut paging = Paging { limit: DEFAULT_LIMIT, after: None, filters: Vec::new() };
    for (name, value) in query(request)? {
        match name.as_str() {
            "limit" => {
                let limit = value.parse().ok().filter(|limit| (1..=LARGEST_LIMIT).contains(limit));
                paging.limit = limit.ok_or_else(|| refuse("limit", &format!("use a number from 1 to {LARGEST_LIMIT}")))?;
            }
            "cursor" => paging.after = Some(read(&value).ok_or_else(|| refuse("cursor", "use the `next` of an earlier page"))?),
            _ => paging.filters.push((name, value)),
        }
    }
    Ok(paging)
}

fn read(cursor: &str) -> Option<(i64, String)> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    let (at, id) = text.split_once(':')?;
    Some((at.parse().ok()?, id.to_owned()))
}

/// The cursor behind the last row of a full page. A list reads one row more than its limit, to know
/// whether there is a next page.
pub(super) fn next<T>(rows: &mut Vec<T>, limit: u32, key: impl Fn(&T) -> (i64, &str)) -> Option<String> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if rows.len() <= limit {
        return None;
    }
    rows.truncate(limit);
    let (at, id) = key(rows.last()?);
    Some(URL_SAFE_NO_PAD.encode(format!("{at}:{id}")))
}
