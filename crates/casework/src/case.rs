//! A case: one unit of human work about one order that turned.

use std::fmt;
use std::str::FromStr;

use ordergate_screening::{Problem, Timestamp};

use crate::effects::{CaseEvent, Label, NewLabel};
use crate::state::named;

/// What a person decided about a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseResolution {
    /// The delivery was stopped.
    Blocked,
    /// The delivery was not stopped.
    NotBlocked,
    /// The parcel was gone before anybody could stop it.
    TooLate,
}

named!(CaseResolution, "case resolution": Blocked "blocked", NotBlocked "not_blocked", TooLate "too_late");

impl CaseResolution {
    /// The feedback label it is: only an answer about the delivery teaches anything.
    pub fn label(self) -> Option<Label> {
        match self {
            Self::Blocked => Some(Label::Blocked),
            Self::NotBlocked => Some(Label::NotBlocked),
            Self::TooLate => None,
        }
    }
}

/// A case as it stands when a person works on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingCase {
    /// Its id.
    pub id: String,
    /// The order it is about.
    pub order: String,
    /// The revision that was read; the write names it.
    pub revision: i64,
    /// How it was resolved, by whom and when; `None` while it is open.
    pub resolved: Option<(CaseResolution, String, Timestamp)>,
    /// Who works on it.
    pub assignee: Option<String>,
    /// Out of sight until then.
    pub snoozed_until: Option<Timestamp>,
}

/// What a person does with a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseAction {
    /// Answers it.
    Resolve {
        /// The answer.
        resolution: CaseResolution,
        /// What the person said.
        comment: Option<String>,
    },
    /// Writes something down.
    Note(String),
    /// Gives it to somebody, or to nobody.
    Assign(Option<String>),
    /// Puts it out of sight until then, or back.
    Snooze(Option<Timestamp>),
}

/// Why a case stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseRefusal {
    /// It was answered already.
    Resolved(CaseResolution, String, Timestamp),
    /// The time to wake it lies in the past.
    PastSnooze,
}

impl fmt::Display for CaseRefusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Resolved(resolution, actor, at) => write!(out, "the case was answered already: {resolution}, by {actor} at {at}"),
            Self::PastSnooze => out.write_str("the time to wake the case lies in the past"),
        }
    }
}

/// What a person's work on a case writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseChange {
    /// The order it is about.
    pub order: String,
    /// The revision this replaces.
    pub replaces: i64,
    /// How it is resolved from now on, with what was said.
    pub resolved: Option<(CaseResolution, Option<String>)>,
    /// Who works on it from now on.
    pub assignee: Option<String>,
    /// Out of sight until then.
    pub snoozed_until: Option<Timestamp>,
    /// The line of its timeline; it names the case.
    pub event: CaseEvent,
    /// What an answer teaches.
    pub label: Option<NewLabel>,
}

/// A person works on a case.
///
/// # Errors
/// The case stays as it is, with the reason. A note can be added to an answered case.
pub fn work(
    case: &StandingCase,
    action: CaseAction,
    actor: &str,
    now: Timestamp,
    ids: &mut dyn FnMut() -> String,
) -> Result<CaseChange, CaseRefusal> {
    if let (Some((resolution, by, at)), false) = (&case.resolved, matches!(action, CaseAction::Note(_))) {
        return Err(CaseRefusal::Resolved(*resolution, by.clone(), *at));
    }
    let event = |kind, detail: String| CaseEvent {
        case: case.id.clone(),
        revision: case.revision.saturating_add(1),
        actor: actor.to_owned(),
        kind,
        detail,
    };
    let unchanged = |event| CaseChange {
        order: case.order.clone(),
        replaces: case.revision,
        resolved: None,
        assignee: case.assignee.clone(),
        snoozed_until: case.snoozed_until,
        event,
        label: None,
    };
    Ok(match action {
        CaseAction::Resolve { resolution, comment } => {
            let detail = comment.as_ref().map_or_else(|| resolution.to_string(), |comment| format!("{resolution}: {comment}"));
            CaseChange {
                resolved: Some((resolution, comment)),
                snoozed_until: None,
                label: resolution.label().map(|label| NewLabel { id: ids(), label, actor: actor.to_owned() }),
                ..unchanged(event("resolved", detail))
            }
        }
        CaseAction::Note(text) => unchanged(event("note", text)),
        CaseAction::Assign(assignee) => {
            let event = event("assigned", assignee.clone().unwrap_or_default());
            CaseChange { assignee, ..unchanged(event) }
        }
        CaseAction::Snooze(until) => {
            if until.is_some_and(|until| until <= now) {
                return Err(CaseRefusal::PastSnooze);
            }
            let event = event("snoozed", until.map(|until| until.to_string()).unwrap_or_default());
            CaseChange { snoozed_until: until, ..unchanged(event) }
        }
    })
}

/// The longest name of a person who works on cases, in characters.
const LONGEST_ASSIGNEE: usize = 100;

/// The name of a person who works on a case, without blanks around it.
///
/// # Errors
/// A problem at `pointer` when the name is empty, too long or holds what no name does.
pub fn assignee(text: &str, pointer: &str) -> Result<String, Problem> {
    let text = text.trim();
    if text.is_empty() {
        Err(Problem::new(pointer, "name somebody, or send null for nobody"))
    } else if text.chars().count() > LONGEST_ASSIGNEE {
        Err(Problem::new(pointer, format!("is longer than {LONGEST_ASSIGNEE} characters")))
    } else if text.chars().any(char::is_control) {
        Err(Problem::new(pointer, "holds a control character"))
    } else {
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> StandingCase {
        StandingCase { id: "c".to_owned(), order: "7".to_owned(), revision: 2, resolved: None, assignee: None, snoozed_until: None }
    }

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millis(millis)
    }

    #[test]
    fn an_answer_is_final_and_teaches() {
        for (resolution, label) in [
            (CaseResolution::Blocked, Some(Label::Blocked)),
            (CaseResolution::NotBlocked, Some(Label::NotBlocked)),
            (CaseResolution::TooLate, None),
        ] {
            let action = CaseAction::Resolve { resolution, comment: Some("stopped at the dock".to_owned()) };
            let change =
                work(&StandingCase { snoozed_until: Some(at(9)), ..case() }, action.clone(), "contact", at(5), &mut || "id".to_owned());
            let change = change.unwrap_or_else(|refusal| unreachable!("{refusal}"));
            assert_eq!(change.label.map(|label| label.label), label);
            assert_eq!((change.replaces, change.event.revision, change.snoozed_until), (2, 3, None));
            assert_eq!(change.resolved, Some((resolution, Some("stopped at the dock".to_owned()))));
            let answered = StandingCase { resolved: Some((resolution, "contact".to_owned(), at(5))), ..case() };
            for action in [action, CaseAction::Assign(None), CaseAction::Snooze(Some(at(9)))] {
                let refused = work(&answered, action, "staff", at(6), &mut String::new);
                assert_eq!(refused, Err(CaseRefusal::Resolved(resolution, "contact".to_owned(), at(5))));
            }
            assert!(work(&answered, CaseAction::Note("later".to_owned()), "staff", at(6), &mut String::new).is_ok());
        }
    }

    #[test]
    fn a_snooze_ends_in_the_future_and_can_be_taken_back() {
        assert_eq!(work(&case(), CaseAction::Snooze(Some(at(5))), "staff", at(5), &mut String::new), Err(CaseRefusal::PastSnooze));
        let asleep = work(&case(), CaseAction::Snooze(Some(at(6))), "staff", at(5), &mut String::new);
        assert_eq!(asleep.map(|change| change.snoozed_until), Ok(Some(at(6))));
        let awake =
            work(&StandingCase { snoozed_until: Some(at(6)), ..case() }, CaseAction::Snooze(None), "staff", at(5), &mut String::new);
        assert_eq!(awake.map(|change| change.snoozed_until), Ok(None));
    }

    #[test]
    fn an_assignee_has_a_name() {
        assert_eq!(assignee(" Ola ", "/to").as_deref(), Ok("Ola"));
        for bad in ["", " ", "a\nb", &"x".repeat(101)] {
            assert!(assignee(bad, "/to").is_err(), "{bad:?}");
        }
    }
}
