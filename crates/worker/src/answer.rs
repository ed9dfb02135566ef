//! Answers: JSON bodies, problems, and the one function that sets every header.

use std::pin::Pin;

use futures_util::Stream;
use ordergate_screening::Problem;
use serde::Serialize;
use worker::{Headers, Response, ResponseBuilder, console_error};

use crate::failure::{Failure, Refusal};

/// A body that is made while it is sent.
pub(crate) type Parts = Pin<Box<dyn Stream<Item = worker::Result<Vec<u8>>>>>;

/// An answer before the common headers are set.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: &'static str,
    pub(crate) body: Vec<u8>,
    /// What is sent instead of the body, part by part.
    pub(crate) parts: Option<Parts>,
    pub(crate) headers: Vec<(&'static str, String)>,
    /// Whether mails were queued that can go out once the answer is on its way.
    pub(crate) drains_outbox: bool,
    /// Whether a sweep was queued that can begin once the answer is on its way.
    pub(crate) sweeps: bool,
    /// Whether a platform may have to be told something once the answer is on its way.
    pub(crate) tells: bool,
}

impl Answer {
    pub(crate) fn new(status: u16, content_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            content_type,
            body: body.into(),
            parts: None,
            headers: Vec::new(),
            drains_outbox: false,
            sweeps: false,
            tells: false,
        }
    }

    pub(crate) fn json<T: Serialize>(status: u16, body: &T) -> Result<Self, Failure> {
        let body = serde_json::to_vec(body).map_err(|error| Failure::internal("answer", &error))?;
        Ok(Self::new(status, "application/json", body))
    }

    pub(crate) fn text(status: u16, body: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", body)
    }

    pub(crate) fn empty(status: u16) -> Self {
        Self::new(status, "", Vec::new())
    }

    /// An answer that is too long to be held in memory.
    pub(crate) fn in_parts(status: u16, content_type: &'static str, parts: Parts) -> Self {
        Self { parts: Some(parts), ..Self::new(status, content_type, Vec::new()) }
    }

    #[must_use]
    pub(crate) fn then_draining(mut self, queued: bool) -> Self {
        self.drains_outbox = queued;
        self
    }

    #[must_use]
    pub(crate) fn then_telling(mut self) -> Self {
        self.tells = true;
        self
    }

    #[must_use]
    pub(crate) fn then_sweeping(mut self) -> Self {
        self.sweeps = true;
        self
    }

    #[must_use]
    pub(crate) fn with(mut self, header: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((header, value.into()));
        self
    }
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    r#type: String,
    title: &'a str,
    status: u16,
    detail: &'a str,
    instance: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ErrorJson<'a>>,
}

#[derive(Serialize)]
struct ErrorJson<'a> {
    pointer: &'a str,
    detail: &'a str,
}

/// A failure as an answer; `instance` is the path that was asked for.
pub(crate) fn problem(failure: Failure, instance: &str) -> Answer {
    let (refusal, retry_after) = match failure {
        Failure::Refused(refusal) => (*refusal, None),
        Failure::Database(message) => {
            console_error!("{}", serde_json::json!({"event": "database_error", "detail": message}));
            let detail = "the database did not answer; try again".to_owned();
            (Refusal { status: 503, slug: "unavailable", title: "Temporarily unavailable", detail, errors: Vec::new() }, Some("5"))
        }
        Failure::Internal(id) => {
            let detail = format!("internal error {id}");
            (Refusal { status: 500, slug: "internal", title: "Internal error", detail, errors: Vec::new() }, None)
        }
    };
    let errors = refusal.errors.iter().map(|Problem { pointer, detail }| ErrorJson { pointer, detail }).collect();
    let json = ProblemJson {
        r#type: format!("urn:ordergate:problem:{}", refusal.slug),
        title: refusal.title,
        status: refusal.status,
        detail: &refusal.detail,
        instance,
        errors,
    };
    let mut answer = Answer::new(refusal.status, "application/problem+json", serde_json::to_vec(&json).unwrap_or_default());
    if let Some(methods) = refusal.detail.strip_prefix("use ").filter(|_| refusal.status == 405) {
        answer = answer.with("allow", methods.replace(" or ", ", "));
    }
    if refusal.status == 401 {
        answer = answer.with("www-authenticate", "Bearer");
    }
    if let Some(seconds) = retry_after {
        answer = answer.with("retry-after", seconds);
    }
    answer
}

/// No other site may frame, sniff or be told anything; nothing but our own files runs.
const COMMON: [(&str, &str); 8] = [
    ("cache-control", "no-store"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("referrer-policy", "no-referrer"),
    ("strict-transport-security", "max-age=63072000"),
    ("x-content-type-options", "nosniff"),
];

/// Sets every header; an answer's own headers win over the common ones.
pub(crate) fn send(answer: Answer) -> Response {
    let headers = Headers::new();
    let own = answer.headers.iter().map(|(name, value)| (*name, value.as_str()));
    let content_type = Some(("content-type", answer.content_type)).filter(|(_, value)| !value.is_empty());
    for (name, value) in COMMON.into_iter().chain(content_type).chain(own) {
        if headers.set(name, value).is_err() {
            console_error!("{}", serde_json::json!({"event": "header_refused", "name": name}));
        }
    }
    let builder = ResponseBuilder::new().with_status(answer.status).with_headers(headers);
    match answer.parts {
        Some(parts) => builder.from_stream(parts).unwrap_or_else(|error| {
            console_error!("{}", serde_json::json!({"event": "stream_refused", "detail": error.to_string()}));
            ResponseBuilder::new().with_status(500).empty()
        }),
        None if answer.body.is_empty() => builder.empty(),
        None => builder.fixed(answer.body),
    }
}
