//! `/v1/users`: people of the shop who sign in. Somebody is invited by a link, which an admin passes on.

use ordergate_casework::hex_digest;
use ordergate_screening::{Invalid, Problem, Timestamp};
use ordergate_store::user::{self, NewUser, UserRow};
use ordergate_store::{Statement, audit, session};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::answer::Answer;
use crate::app::{App, random_hex};
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::roles::Role;
use crate::router::decoded;

use super::holds::public_url;
use super::session::LINK_MILLIS;
use super::{Page, body, time};

const TITLE: &str = "The user is not valid";
/// People of one shop.
const MOST_USERS: u32 = 200;
const LONGEST_NAME: usize = 60;
/// What the audit calls those who are no people.
const TAKEN_NAMES: [&str; 9] = ["api", "contact", "engine", "operator", "ordergate", "shop", "shopify", "staff", "woocommerce"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SentJson {
    name: String,
    role: String,
}

#[derive(Serialize)]
struct UserJson {
    id: String,
    name: String,
    role: String,
    created_at: Timestamp,
    /// When they last signed in; `None`: never yet.
    signed_in_at: Option<Timestamp>,
    passkeys: i64,
    /// A one-time link to sign in by, in the answer that makes it and in no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<LinkJson>,
}

#[derive(Serialize)]
struct LinkJson {
    url: String,
    expires_at: Timestamp,
}

impl From<UserRow> for UserJson {
    fn from(row: UserRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            role: row.role,
            created_at: time(row.created_at),
            signed_in_at: row.seen_at.map(time),
            passkeys: row.passkeys,
            link: None,
        }
    }
}

/// A name that the audit can call somebody by.
pub(super) fn checked_name(name: &str) -> Result<String, Problem> {
    let name = name.trim();
    let odd = |character: char| {
        character.is_control()
            || matches!(character, ':' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(odd) {
        return Err(Problem::new("/name", format!("must be 1 to {LONGEST_NAME} characters in one line, without a colon")));
    }
    if TAKEN_NAMES.contains(&name.to_lowercase().as_str()) {
        return Err(Problem::new("/name", "is what the audit calls somebody else; choose another one"));
    }
    Ok(name.to_owned())
}

async fn sent(request: &mut Request) -> Result<(String, Role), Failure> {
    let sent: SentJson = body(&read(request, API_CAP).await?, TITLE)?;
    let (name, role) = (checked_name(&sent.name), Role::named(&sent.role));
    match (name, role) {
        (Ok(name), Some(role)) => Ok((name, role)),
        (name, role) => {
            let unknown = role.is_none().then(|| Problem::new("/role", "use viewer, analyst, approver or admin"));
            Err(Failure::invalid(TITLE, Invalid { problems: name.err().into_iter().chain(unknown).collect() }))
        }
    }
}

/// `GET /v1/users`.
pub(crate) async fn list(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let rows: Vec<UserRow> = d1::rows(&app.database()?, user::all(&caller.shop)).await?;
    Answer::json(200, &Page { data: rows.into_iter().map(UserJson::from).collect(), next: None })
}

/// `POST /v1/users`: a new user and the link that lets them in.
pub(crate) async fn create(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    caller.person()?;
    let (name, role) = sent(request).await?;
    let id = app.id();
    let batch = vec![
        user::add(&caller.shop, NewUser { id: &id, name: &name, role: role.as_str() }, MOST_USERS, app.now()),
        Statement::must_have_changed_one(),
        note(app, caller, &id, "user.invited", &format!("{name}: {}", role.as_str())),
    ];
    match with_link(app, caller, request, &id, batch).await {
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => {
            Err(Failure::refused(409, "too-many", "Too many users", format!("a shop has at most {MOST_USERS} users")))
        }
        Err(Failure::Database(message)) if Statement::was_there_already(&message) => Err(taken()),
        answer => answer,
    }
}

/// `POST /v1/users/{id}/sign-in-links`: for somebody who has lost their passkey or their first link.
pub(crate) async fn link(app: &App, caller: &Caller, request: &Request, id: &str) -> Result<Answer, Failure> {
    caller.person()?;
    let row = known(app, caller, id).await?;
    let batch = vec![note(app, caller, &row.id, "user.link_made", &row.name)];
    with_link(app, caller, request, &row.id, batch).await
}

async fn with_link(app: &App, caller: &Caller, request: &Request, id: &str, mut batch: Vec<Statement>) -> Result<Answer, Failure> {
    let token = random_hex::<32>();
    let expires_at = app.now().plus_millis(LINK_MILLIS);
    batch.extend([session::add_link(&caller.shop, id, &hex_digest(token.as_bytes()), expires_at), user::by_id(&caller.shop, id)]);
    let results = d1::batch(&app.database()?, batch).await?;
    let row: Option<UserRow> = d1::one(results.last())?;
    let shown = UserJson::from(row.ok_or_else(|| Failure::not_found("user"))?);
    let url = format!("{}/admin/sign-in/{token}", public_url(request)?);
    Answer::json(201, &UserJson { link: Some(LinkJson { url, expires_at }), ..shown })
}

/// `PUT /v1/users/{id}`: in force at their next request.
pub(crate) async fn replace(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    caller.person()?;
    let (name, role) = sent(request).await?;
    let before = known(app, caller, id).await?;
    let detail = format!("{}: {} -> {name}: {}", before.name, before.role, role.as_str());
    let batch = vec![
        user::replace(&caller.shop, NewUser { id: &before.id, name: &name, role: role.as_str() }),
        Statement::must_have_changed_one(),
        note(app, caller, &before.id, "user.changed", &detail),
        user::by_id(&caller.shop, &before.id),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(results) => {
            let row: Option<UserRow> = d1::one(results.last())?;
            Answer::json(200, &UserJson::from(row.ok_or_else(|| Failure::not_found("user"))?))
        }
        Err(Failure::Database(message)) if Statement::was_there_already(&message) => Err(taken()),
        Err(failure) => Err(last_admin(failure)),
    }
}

/// `DELETE /v1/users/{id}`: their sessions end with it.
pub(crate) async fn remove(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    caller.person()?;
    let row = known(app, caller, id).await?;
    let mut batch = vec![user::remove(&caller.shop, &row.id, app.now()), Statement::must_have_changed_one()];
    batch.extend(session::end_all_of(&caller.shop, &row.id));
    batch.push(note(app, caller, &row.id, "user.removed", &row.name));
    d1::batch(&app.database()?, batch).await.map_err(last_admin)?;
    Ok(Answer::empty(204))
}

async fn known(app: &App, caller: &Caller, id: &str) -> Result<UserRow, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("user"))?;
    let row: Option<UserRow> = d1::first(&app.database()?, user::by_id(&caller.shop, &id)).await?;
    row.ok_or_else(|| Failure::not_found("user"))
}

fn taken() -> Failure {
    let detail = "somebody of the shop has, or had, this name; the audit keeps it for them";
    Failure::invalid(TITLE, Invalid::one("/name", detail))
}

fn last_admin(failure: Failure) -> Failure {
    match failure {
        Failure::Database(message) if Statement::lost_the_race(&message) => {
            Failure::refused(409, "last-admin", "The shop needs an admin", "make somebody else an admin first")
        }
        failure => failure,
    }
}

fn note(app: &App, caller: &Caller, id: &str, action: &str, detail: &str) -> Statement {
    audit::add(&caller.shop, &format!("user:{id}"), app.now(), &app.id(), caller.actor.as_str(), action, detail)
}
