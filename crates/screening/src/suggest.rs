//! "Did you mean": the known name closest to a mistyped one.

/// The name among `known` closest to `typed` by edit distance, if it is close enough to be a
/// mistyping: at most one edit for short names, a third of the length for longer ones.
pub fn closest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = typed.chars().take(64).collect();
    let limit = (typed.len() / 3).clamp(1, 4);
    let near = known.into_iter().filter(|name| name.chars().count().abs_diff(typed.len()) <= limit);
    near.map(|name| (distance(&typed, name), name)).filter(|(distance, _)| *distance <= limit).min().map(|(_, name)| name)
}

/// Edits (insert, delete, replace, swap of neighbours) that turn one name into the other.
fn distance(from: &[char], to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (row, a) in from.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, b) in to.iter().enumerate() {
            let at = |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut best = (at(&last, column) + usize::from(a != b)).min(at(&last, column + 1) + 1).min(at(&current, column) + 1);
            let swapped = row > 0 && column > 0 && from.get(row - 1) == Some(b) && to.get(column - 1) == Some(a);
            if swapped {
                best = best.min(at(&before_last, column - 1) + 1);
            }
            current.push(best);
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn names_the_closest_known_name_or_none() {
        let known = ["country", "company", "city", "street"];
        assert_eq!(closest("contry", known), Some("country"));
        assert_eq!(closest("ctiy", known), Some("city"));
        assert_eq!(closest("postcode", known), None);
        assert_eq!(closest("", known), None);
    }
}
