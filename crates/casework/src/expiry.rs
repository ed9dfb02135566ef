//! How long an entry stays in force.

use ordergate_screening::{Problem, Timestamp};

/// Twelve months: the life of an entry that names no expiry.
pub const DEFAULT_LIFE_DAYS: i64 = 365;
/// Thirty-six months: the longest life an entry can be given; beyond it only "never" (B14).
pub const LONGEST_LIFE_DAYS: i64 = 1096;

const DAY: i64 = 86_400_000;

/// The expiry of a new entry. `None`: the caller said nothing, twelve months. `Some(None)`: the
/// caller said never.
///
/// # Errors
/// A time in the past, or more than 36 months away.
pub fn entry_expiry(asked: Option<Option<Timestamp>>, now: Timestamp) -> Result<Option<Timestamp>, Problem> {
    match asked {
        None => Ok(Some(now.plus_millis(DEFAULT_LIFE_DAYS * DAY))),
        Some(None) => Ok(None),
        Some(Some(end)) if end <= now => Err(Problem::new("/expires_at", "lies in the past")),
        Some(Some(end)) if end > now.plus_millis(LONGEST_LIFE_DAYS * DAY) => {
            Err(Problem::new("/expires_at", "is more than 36 months away; use null, in a file `never`, for an entry that never expires"))
        }
        Some(Some(end)) => Ok(Some(end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_lives_twelve_months_unless_told_otherwise() {
        let now: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
        assert_eq!(entry_expiry(None, now).unwrap().unwrap().to_string(), "2027-11-24T10:00:00Z");
        assert_eq!(entry_expiry(Some(None), now).unwrap(), None);
        let last = now.plus_millis(LONGEST_LIFE_DAYS * DAY);
        assert_eq!(entry_expiry(Some(Some(last)), now).unwrap(), Some(last));
        assert_eq!(entry_expiry(Some(Some(now)), now).unwrap_err().detail, "lies in the past");
        assert!(entry_expiry(Some(Some(last.plus_millis(1))), now).unwrap_err().detail.starts_with("is more than 36 months"));
    }
}
