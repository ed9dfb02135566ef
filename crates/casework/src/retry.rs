//! When a mail that failed is tried again, and when it is given up.

use ordergate_screening::Timestamp;

/// Minutes from one attempt to the next: at once, then 1, 2, 5, 10, 20, 40 minutes, then 1, 2, 4,
/// 8 and 12 hours.
const MINUTES: [i64; 11] = [1, 2, 5, 10, 20, 40, 60, 120, 240, 480, 720];

/// How often a mail is tried in all.
pub const MAIL_ATTEMPTS: usize = MINUTES.len() + 1;

/// Why an attempt failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The mail API said this mail can never be sent, for example a malformed address.
    Final(String),
    /// It may work later.
    Passing {
        /// For people; carries no secret and nothing of the mail.
        reason: String,
        /// Seconds the API asked to wait (`Retry-After`).
        wait_seconds: Option<i64>,
    },
}

/// When to try again after `attempts` attempts, or `None` when the mail is dead. `jitter` is a
/// random number in 0..=1000; it spreads retries over up to a tenth of the wait.
pub fn after_failure(failure: &Failure, attempts: usize, jitter: u16, now: Timestamp) -> Option<Timestamp> {
    let Failure::Passing { wait_seconds, .. } = failure else { return None };
    let minutes = *MINUTES.get(attempts.checked_sub(1)?)?;
    let wait = minutes * 60_000;
    let spread = wait / 10 * i64::from(jitter.min(1000)) / 1000;
    let asked = wait_seconds.map_or(0, |seconds| seconds.clamp(0, 86_400) * 1000);
    Some(now.plus_millis((wait + spread).max(asked)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_longer_each_time_and_then_gives_up() {
        let now = Timestamp::from_millis(0);
        let failure = Failure::Passing { reason: "503".to_owned(), wait_seconds: None };
        let minutes: Vec<Option<i64>> =
            (1..=MAIL_ATTEMPTS).map(|attempt| after_failure(&failure, attempt, 0, now).map(|due| due.as_millis() / 60_000)).collect();
        assert_eq!(minutes.iter().flatten().copied().collect::<Vec<_>>(), MINUTES);
        assert_eq!(minutes.last(), Some(&None));
        assert_eq!(after_failure(&failure, 1, 1000, now).unwrap().as_millis(), 66_000);
        let asked = Failure::Passing { reason: "429".to_owned(), wait_seconds: Some(3600) };
        assert_eq!(after_failure(&asked, 1, 0, now).unwrap().as_millis(), 3_600_000);
        assert_eq!(after_failure(&Failure::Final("422".to_owned()), 1, 0, now), None);
    }
}
