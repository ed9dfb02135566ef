//! Two faces of failure: the caller's fault is a problem with a pointer, ours is an id and a log line.

use ordergate_screening::{Invalid, Problem};
use worker::console_error;

use crate::app::random_hex;

/// Why a request was not answered with what it asked for.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The caller can do something about it.
    Refused(Box<Refusal>),
    /// The database did not answer, or not in time; nothing was written, or it cannot be known.
    /// Carries SQLite's message, which is logged and never shown.
    Database(String),
    /// A fault of ours, logged already under this id.
    Internal(String),
}

/// An RFC 9457 problem.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    /// Stable name of the kind of problem.
    pub(crate) slug: &'static str,
    pub(crate) title: &'static str,
    pub(crate) detail: String,
    pub(crate) errors: Vec<Problem>,
}

impl Failure {
    pub(crate) fn refused(status: u16, slug: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        Self::problem(status, slug, title, detail.into(), Vec::new())
    }

    fn problem(status: u16, slug: &'static str, title: &'static str, detail: String, errors: Vec<Problem>) -> Self {
        Self::Refused(Box::new(Refusal { status, slug, title, detail, errors }))
    }

    /// 400 with every problem found in the body.
    pub(crate) fn invalid(title: &'static str, invalid: Invalid) -> Self {
        let detail = invalid.problems.first().map(ToString::to_string).unwrap_or_default();
        Self::problem(400, "invalid-body", title, detail, invalid.problems)
    }

    /// 422 with everything that keeps a draft from being used.
    pub(crate) fn unprocessable(title: &'static str, invalid: Invalid) -> Self {
        let detail = invalid.problems.first().map(ToString::to_string).unwrap_or_default();
        Self::problem(422, "invalid-draft", title, detail, invalid.problems)
    }

    pub(crate) fn unauthorised(detail: &str) -> Self {
        Self::refused(401, "unauthorised", "No valid key or session", detail)
    }

    pub(crate) fn not_found(what: &str) -> Self {
        Self::refused(404, "not-found", "Not found", format!("there is no such {what}"))
    }

    /// Logs a fault of ours and keeps only its id. `detail` must carry no personal data.
    pub(crate) fn internal(place: &str, detail: &dyn std::fmt::Display) -> Self {
        let id = random_hex::<6>();
        console_error!("{}", serde_json::json!({"event": "internal_error", "id": id, "place": place, "detail": detail.to_string()}));
        Self::Internal(id)
    }
}

impl From<worker::Error> for Failure {
    fn from(error: worker::Error) -> Self {
        Self::internal("runtime", &error)
    }
}
