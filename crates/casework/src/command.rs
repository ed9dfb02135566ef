//! What the shop's platform is to be told about an order, and what becomes of each attempt.

use std::fmt;
use std::str::FromStr;

use ordergate_screening::Timestamp;
use serde::{Deserialize, Serialize};

use crate::state::named;

/// What the platform is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandKind {
    /// Keep the order from being shipped.
    Hold,
    /// Let it go again: our own hold only.
    Release,
    /// Call it off.
    Cancel,
    /// Give money back.
    Refund,
}

named!(CommandKind, "kind of command": Hold "hold", Release "release", Cancel "cancel", Refund "refund");

impl CommandKind {
    /// Whether a second one would do harm, so that after an attempt of unknown end the platform is
    /// read before it is told again.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Cancel | Self::Refund)
    }
}

/// Where a command stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandState {
    /// Not tried yet.
    Pending,
    /// Being tried.
    Leased,
    /// The platform has done it.
    Confirmed,
    /// It failed and is tried again.
    Retry,
    /// Nobody knows whether the platform has done it; it is read before the next attempt.
    Unknown,
    /// Given up; a person may try again.
    Dead,
    /// Too late to be of use.
    Expired,
    /// Taken back before it was tried.
    Cancelled,
}

named!(CommandState, "state of a command": Pending "pending", Leased "leased", Confirmed "confirmed", Retry "retry", Unknown "unknown", Dead "dead", Expired "expired", Cancelled "cancelled");

/// What a command says beside its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CommandBody {
    /// Why, for the shop's own people.
    pub comment: String,
    /// How much is given back; `None`: everything.
    pub amount: Option<String>,
    /// Whether the goods go back on the shelf.
    pub restock: bool,
    /// Points of the check, for platforms that show a risk.
    pub score: Option<i64>,
}

/// A command to be queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCommand {
    /// Its id.
    pub id: String,
    /// What is to be done.
    pub kind: CommandKind,
    /// What is said with it.
    pub body: CommandBody,
    /// Who wants it.
    pub actor: String,
}

/// How one attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attempt {
    /// The platform has done it, or had done it before.
    Confirmed,
    /// The platform says it can never be done.
    Final(String),
    /// It did not work this time.
    Passing {
        /// For people; carries no secret.
        reason: String,
        /// Seconds the platform asked to wait.
        wait_seconds: Option<i64>,
    },
    /// The platform was told and did not answer.
    Unanswered(String),
}

/// Minutes from one attempt to the next.
const MINUTES: [i64; 9] = [1, 2, 5, 10, 20, 40, 60, 120, 240];

/// The state after an attempt and when the next one is due. `attempts` counts this one too; `jitter`
/// is a random number in 0..=1000.
pub fn after_attempt(
    kind: CommandKind,
    attempt: &Attempt,
    attempts: usize,
    jitter: u16,
    now: Timestamp,
) -> (CommandState, Option<Timestamp>) {
    let wait = match attempt {
        Attempt::Confirmed => return (CommandState::Confirmed, None),
        Attempt::Final(_) => return (CommandState::Dead, None),
        Attempt::Passing { wait_seconds, .. } => wait_seconds.unwrap_or(0).clamp(0, 86_400) * 1000,
        Attempt::Unanswered(_) => 0,
    };
    let state = if kind.is_final() && matches!(attempt, Attempt::Unanswered(_)) { CommandState::Unknown } else { CommandState::Retry };
    match attempts.checked_sub(1).and_then(|index| MINUTES.get(index)) {
        Some(minutes) => {
            let pause = minutes * 60_000;
            let spread = pause / 10 * i64::from(jitter.min(1000)) / 1000;
            (state, Some(now.plus_millis((pause + spread).max(wait))))
        }
        // What may have happened stays in sight as that, and not as something that did not.
        None if state == CommandState::Unknown => (CommandState::Unknown, Some(now.plus_millis(240 * 60_000))),
        None => (CommandState::Dead, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_end_of_an_attempt() {
        let now = Timestamp::from_millis(0);
        let passing = Attempt::Passing { reason: "500".to_owned(), wait_seconds: None };
        for &kind in CommandKind::ALL {
            let after = |attempt: &Attempt, attempts| after_attempt(kind, attempt, attempts, 0, now);
            assert_eq!(after(&Attempt::Confirmed, 1), (CommandState::Confirmed, None));
            assert_eq!(after(&Attempt::Final("404".to_owned()), 1), (CommandState::Dead, None));
            assert_eq!(after(&passing, 1), (CommandState::Retry, Some(Timestamp::from_millis(60_000))));
            assert_eq!(after(&passing, 10), (CommandState::Dead, None));
            let unanswered = Attempt::Unanswered("time-out".to_owned());
            let state = if kind.is_final() { CommandState::Unknown } else { CommandState::Retry };
            assert_eq!(after(&unanswered, 1), (state, Some(Timestamp::from_millis(60_000))));
            let last = if kind.is_final() { CommandState::Unknown } else { CommandState::Dead };
            assert_eq!(after(&unanswered, 10).0, last, "{kind}");
        }
        let slow = Attempt::Passing { reason: "429".to_owned(), wait_seconds: Some(600) };
        assert_eq!(after_attempt(CommandKind::Hold, &slow, 1, 0, now).1, Some(Timestamp::from_millis(600_000)));
    }
}
