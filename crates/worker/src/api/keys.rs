//! `/v1/keys`: a shop's keys for the API. A key is shown once, in the answer that makes it.

use ordergate_casework::hex_digest;
use ordergate_screening::{Invalid, Problem, Timestamp};
use ordergate_store::key::{self, ListedKeyRow, NewKey};
use ordergate_store::{Statement, audit};
use serde::{Deserialize, Serialize};
use worker::{Request, Url};

use crate::answer::Answer;
use crate::app::{App, random_hex};
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::router::decoded;

use super::{Page, body, time};

const TITLE: &str = "The key is not valid";
/// Keys of one shop that work at once.
pub(super) const MOST_KEYS: u32 = 50;
const MOST_ORIGINS: usize = 20;
const LONGEST_NAME: usize = 100;
const HOUR_MILLIS: i64 = 3_600_000;
/// How long the key or secret before works on after a rotation, when the request does not say.
pub(super) const PREVIOUS_HOURS: u32 = 24;
/// The longest that it may.
pub(super) const MOST_PREVIOUS_HOURS: u32 = 7 * 24;

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
pub(super) enum KeyKind {
    /// The shop's own servers.
    #[serde(rename = "sk")]
    Secret,
    /// The checkout page.
    #[serde(rename = "pk")]
    Public,
}

impl KeyKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Secret => "sk",
            Self::Public => "pk",
        }
    }
}

/// A key that has just been made, before its row is written.
pub(super) struct FreshKey {
    id: String,
    kind: KeyKind,
    name: String,
    origins: Vec<String>,
    /// The key itself.
    pub(super) key: String,
}

impl FreshKey {
    pub(super) fn new(app: &App, kind: KeyKind, name: String, origins: Vec<String>) -> Self {
        Self { id: app.id(), kind, name, origins, key: format!("{}_{}", kind.as_str(), random_hex::<24>()) }
    }

    fn last4(&self) -> &str {
        self.key.len().checked_sub(4).and_then(|begin| self.key.get(begin..)).unwrap_or_default()
    }

    /// The statement that stores its digest.
    pub(super) fn added(&self, shop: &str, now: Timestamp) -> Statement {
        let digest = hex_digest(self.key.as_bytes());
        let row = NewKey {
            id: &self.id,
            digest: &digest,
            kind: self.kind.as_str(),
            name: &self.name,
            last4: self.last4(),
            origins: &self.origins,
        };
        key::add(shop, row, MOST_KEYS, now)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewKeyJson {
    kind: KeyKind,
    #[serde(default)]
    name: String,
    #[serde(default)]
    origins: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangedKeyJson {
    #[serde(default)]
    name: String,
    #[serde(default)]
    origins: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RotationJson {
    /// How long the key before works on.
    previous_hours: u32,
}

impl Default for RotationJson {
    fn default() -> Self {
        Self { previous_hours: PREVIOUS_HOURS }
    }
}

#[derive(Serialize)]
struct KeyJson {
    id: String,
    kind: String,
    /// `server`: everything of the shop. `checkout`: what a checkout page may ask for.
    scope: &'static str,
    name: String,
    /// `None` for a key from before they were noted.
    last4: Option<String>,
    /// Web origins whose pages may use a public key.
    origins: Vec<String>,
    created_at: Timestamp,
    /// The day of its last use, in UTC.
    last_used_on: Option<String>,
    /// It was rotated and works until then.
    ends_at: Option<Timestamp>,
    /// The key itself, in the answer that makes it and in no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
}

impl From<ListedKeyRow> for KeyJson {
    fn from(row: ListedKeyRow) -> Self {
        Self {
            id: row.id,
            scope: if row.kind == "pk" { "checkout" } else { "server" },
            kind: row.kind,
            name: row.name,
            last4: row.last4,
            origins: serde_json::from_str(&row.origins).unwrap_or_default(),
            created_at: time(row.created_at),
            last_used_on: row.used_on.map(|day| time(day).to_string().chars().take(10).collect()),
            ends_at: row.ends_at.map(time),
            key: None,
        }
    }
}

/// `GET /v1/keys`: the keys that work.
pub(crate) async fn list(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let rows: Vec<ListedKeyRow> = d1::rows(&app.database()?, key::all(&caller.shop, app.now())).await?;
    Answer::json(200, &Page { data: rows.into_iter().map(KeyJson::from).collect(), next: None })
}

/// `POST /v1/keys`.
pub(crate) async fn create(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let sent: NewKeyJson = body(&read(request, API_CAP).await?, TITLE)?;
    let (name, origins) = checked(sent.kind, &sent.name, &sent.origins)?;
    let fresh = FreshKey::new(app, sent.kind, name, origins);
    make(app, caller, &fresh, "key.added", Vec::new()).await
}

/// `PUT /v1/keys/{id}`: name and origins.
pub(crate) async fn replace(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let sent: ChangedKeyJson = body(&read(request, API_CAP).await?, TITLE)?;
    let known = known(app, caller, id).await?;
    let (name, origins) = checked(kind_of(&known), &sent.name, &sent.origins)?;
    let batch = vec![
        key::replace(&caller.shop, &known.id, &name, &origins),
        Statement::must_have_changed_one(),
        note(app, caller, &known.id, "key.changed", &origins.join(" ")),
        key::by_id(&caller.shop, &known.id, app.now()),
    ];
    let results = d1::batch(&app.database()?, batch).await.map_err(gone)?;
    let row: Option<ListedKeyRow> = d1::one(results.last())?;
    Answer::json(200, &KeyJson::from(row.ok_or_else(|| Failure::not_found("key"))?))
}

/// `POST /v1/keys/{id}/rotate`: another key in its place; the one before works on for a while.
pub(crate) async fn rotate(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let previous = previous_until(app, &read(request, API_CAP).await?)?;
    let known = known(app, caller, id).await?;
    let origins = serde_json::from_str(&known.origins).unwrap_or_default();
    let fresh = FreshKey::new(app, kind_of(&known), known.name, origins);
    let end = vec![key::end(&caller.shop, &known.id, previous, app.now()), Statement::must_have_changed_one()];
    make(app, caller, &fresh, "key.rotated", end).await
}

/// `DELETE /v1/keys/{id}`: it does not work from then on.
pub(crate) async fn revoke(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let known = known(app, caller, id).await?;
    let batch = vec![
        key::revoke(&caller.shop, &known.id, app.now()),
        Statement::must_have_changed_one(),
        note(app, caller, &known.id, "key.revoked", known.last4.as_deref().unwrap_or_default()),
    ];
    d1::batch(&app.database()?, batch).await.map_err(gone)?;
    Ok(Answer::empty(204))
}

/// Writes a key with what ends another one, and shows it.
async fn make(app: &App, caller: &Caller, fresh: &FreshKey, action: &str, end: Vec<Statement>) -> Result<Answer, Failure> {
    let mut batch = end;
    batch.extend([
        fresh.added(&caller.shop, app.now()),
        Statement::must_have_changed_one(),
        note(app, caller, &fresh.id, action, fresh.last4()),
        key::by_id(&caller.shop, &fresh.id, app.now()),
    ]);
    match d1::batch(&app.database()?, batch).await {
        Ok(results) => {
            let row: Option<ListedKeyRow> = d1::one(results.last())?;
            let shown = KeyJson::from(row.ok_or_else(|| Failure::not_found("key"))?);
            Answer::json(201, &KeyJson { key: Some(fresh.key.clone()), ..shown })
        }
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => {
            Err(Failure::refused(409, "too-many", "Too many keys", format!("a shop has at most {MOST_KEYS} keys; revoke one")))
        }
        Err(failure) => Err(failure),
    }
}

async fn known(app: &App, caller: &Caller, id: &str) -> Result<ListedKeyRow, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("key"))?;
    let row: Option<ListedKeyRow> = d1::first(&app.database()?, key::by_id(&caller.shop, &id, app.now())).await?;
    row.ok_or_else(|| Failure::not_found("key"))
}

fn kind_of(row: &ListedKeyRow) -> KeyKind {
    if row.kind == "pk" { KeyKind::Public } else { KeyKind::Secret }
}

fn gone(failure: Failure) -> Failure {
    match failure {
        Failure::Database(message) if Statement::lost_the_race(&message) => Failure::not_found("key"),
        failure => failure,
    }
}

fn note(app: &App, caller: &Caller, id: &str, action: &str, detail: &str) -> Statement {
    audit::add(&caller.shop, &format!("key:{id}"), app.now(), &app.id(), caller.actor.as_str(), action, detail)
}

/// Until when the key or secret before works after a rotation whose body is `bytes`; an empty body is
/// one that says nothing.
fn previous_until(app: &App, bytes: &[u8]) -> Result<Timestamp, Failure> {
    let sent = if bytes.is_empty() { RotationJson::default() } else { body(bytes, TITLE)? };
    hours_from_now(app, sent.previous_hours)
}

/// A number of hours after a rotation as a time.
pub(super) fn hours_from_now(app: &App, hours: u32) -> Result<Timestamp, Failure> {
    if hours > MOST_PREVIOUS_HOURS {
        let problem = Invalid::one("/previous_hours", format!("use 0 to {MOST_PREVIOUS_HOURS}"));
        return Err(Failure::invalid("The rotation is not valid", problem));
    }
    Ok(app.now().plus_millis(i64::from(hours) * HOUR_MILLIS))
}

/// Name and origins as they are stored.
fn checked(kind: KeyKind, name: &str, origins: &[String]) -> Result<(String, Vec<String>), Failure> {
    let mut problems = Vec::new();
    let name = name.trim();
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        problems.push(Problem::new("/name", format!("must be at most {LONGEST_NAME} characters in one line")));
    }
    if kind == KeyKind::Secret && !origins.is_empty() {
        problems.push(Problem::new("/origins", "only a public key (pk) has origins: a secret key never is in a page"));
    }
    if origins.len() > MOST_ORIGINS {
        problems.push(Problem::new("/origins", format!("at most {MOST_ORIGINS} origins")));
    }
    let mut stored = Vec::new();
    for (index, text) in origins.iter().take(MOST_ORIGINS).enumerate() {
        match origin(text) {
            Some(origin) if stored.contains(&origin) => {}
            Some(origin) => stored.push(origin),
            None => {
                let detail = "is not an origin such as https://shop.example: https, host and perhaps port, nothing after it \
                              (http only for localhost; a host beyond ASCII in its xn-- form)";
                problems.push(Problem::new(format!("/origins/{index}"), detail));
            }
        }
    }
    if problems.is_empty() { Ok((name.to_owned(), stored)) } else { Err(Failure::invalid(TITLE, Invalid { problems })) }
}

/// A web origin as browsers send it. Plain http is for this machine only, where shops are developed.
fn origin(text: &str) -> Option<String> {
    let url = Url::parse(text.trim()).ok()?;
    let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    let bare =
        url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty() && url.password().is_none();
    let named = url.host_str().is_some_and(|host| !host.contains('*'));
    ((url.scheme() == "https" || (url.scheme() == "http" && local)) && bare && named).then(|| url.origin().ascii_serialization())
}
