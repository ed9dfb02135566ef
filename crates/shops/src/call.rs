//! One HTTP request to a platform and its answer, and a conversation made of several.

use serde::Deserialize;

/// One request. Its path is relative to the shop's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpCall {
    /// GET, POST or PUT.
    pub method: &'static str,
    /// Begins with `/`.
    pub path: String,
    /// JSON; empty for GET.
    pub body: String,
    /// Whether the platform may have done something once this was sent: without an answer nobody
    /// knows.
    pub changes: bool,
}

/// What came back.
#[derive(Debug, Clone, Copy)]
pub struct HttpAnswer<'a> {
    /// The status.
    pub status: u16,
    /// The body, as far as it was read.
    pub body: &'a [u8],
    /// Seconds of `Retry-After`.
    pub wait_seconds: Option<i64>,
}

/// The JSON of an answer; `None` when it is none.
pub(crate) fn read<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Option<T> {
    serde_json::from_str(std::str::from_utf8(body).ok()?).ok()
}

/// What comes next in a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// Ask this, and go on with the answer.
    Ask(HttpCall),
    /// The platform has done it, or had done it before.
    Done,
    /// It can never be done.
    Never(String),
    /// Not this time.
    Later {
        /// For people.
        reason: String,
        /// Seconds the platform asked to wait.
        wait_seconds: Option<i64>,
    },
}

/// What a platform is asked, step by step: every conversation begins by reading, so that what was
/// done already is not done twice.
pub trait Conversation {
    /// The next turn; `answer` is what the last call came back with, `None` at the beginning.
    fn next(&mut self, answer: Option<HttpAnswer<'_>>) -> Turn;
}

/// A command, as conversations need it.
#[derive(Debug, Clone, Default)]
pub struct Order<'a> {
    /// The platform's id of the order.
    pub id: &'a str,
    /// The command's id: marker and idempotency key.
    pub command: &'a str,
    /// Why, for the shop's own people.
    pub comment: &'a str,
    /// How much is given back; `None`: everything.
    pub amount: Option<&'a str>,
    /// Whether the goods go back on the shelf.
    pub restock: bool,
    /// Points of the check.
    pub score: Option<i64>,
}

/// What an answer that is no 2xx comes to.
pub(crate) fn failed(answer: HttpAnswer<'_>) -> Option<Turn> {
    let later = |reason: String| Some(Turn::Later { reason, wait_seconds: answer.wait_seconds });
    match answer.status {
        200..=299 => None,
        404 | 410 => Some(Turn::Never(format!("the shop does not know this order (status {})", answer.status))),
        400 | 422 => Some(Turn::Never(format!("the shop refused it (status {})", answer.status))),
        401 | 403 => later(format!("the shop refused the credentials (status {})", answer.status)),
        429 => later("the shop asks to slow down (status 429)".to_owned()),
        status => later(format!("the shop failed (status {status})")),
    }
}

/// A text for the shop's people, short and in one line.
pub(crate) fn short(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200).collect()
}
