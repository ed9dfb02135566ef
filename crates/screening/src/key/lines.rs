//! Lookup in data files: bytewise sorted lines.

/// Whether `wanted` is a line of `sorted` (bytewise sorted lines), by binary search in the text
/// itself: nothing is built at start.
pub(super) fn listed(sorted: &str, wanted: &str) -> bool {
    line(sorted, |line| line.cmp(wanted)).is_some()
}

/// `wanted` and what stands behind it in a sorted list of `wanted other` lines.
pub(super) fn pair<'a>(sorted: &'a str, wanted: &str) -> Option<(&'a str, &'a str)> {
    // Compared byte by byte, so that a line is cut at its space only when it is the one.
    line(sorted, |line| line.bytes().take_while(|byte| *byte != b' ').cmp(wanted.bytes())).and_then(|line| line.split_once(' '))
}

/// The line for which `order` answers equal.
pub(super) fn line(sorted: &str, order: impl Fn(&str) -> std::cmp::Ordering) -> Option<&str> {
    let (mut low, mut high) = (0, sorted.len());
    while low < high {
        let middle = low.midpoint(high);
        let bytes = sorted.as_bytes();
        let start = bytes.get(low..middle)?.iter().rposition(|byte| *byte == b'\n').map_or(low, |at| low + at + 1);
        let end = bytes.get(middle..high)?.iter().position(|byte| *byte == b'\n').map_or(high, |at| middle + at);
        let line = sorted.get(start..end)?;
        match order(line) {
            std::cmp::Ordering::Equal => return Some(line),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}
