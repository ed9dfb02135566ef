//! Sign-in links of the operator, and the sessions of the admin page.

use ordergate_casework::{ShopSettings, hex_digest};
use ordergate_screening::{Invalid, Timestamp};
use ordergate_store::passkey::{self, PasskeyRow};
use ordergate_store::session::{self, ListedSessionRow};
use ordergate_store::shop::{self, ShopRow};
use ordergate_store::user::{self, ShopOfUserRow};
use ordergate_store::{Statement, audit};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::answer::Answer;
use crate::app::{App, random_hex};
use crate::auth::{Actor, Caller, idle_since};
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;
use crate::intake::ruleset;
use crate::roles::Role;
use crate::router::decoded;

use super::users::checked_name;
use super::{Page, body, time};

/// A link works for 24 hours.
pub(super) const LINK_MILLIS: i64 = 24 * 3_600_000;
const TITLE: &str = "The request is not valid";

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct NewLinkJson {
    /// What the first admin is called.
    name: String,
}

impl Default for NewLinkJson {
    fn default() -> Self {
        Self { name: "Admin".to_owned() }
    }
}

#[derive(Serialize)]
struct LinkJson {
    url: String,
}

#[derive(Serialize)]
struct SessionJson<'a> {
    shop: ShopJson<'a>,
    /// Who is signed in; `None` for a key.
    user: Option<PersonJson<'a>>,
    /// The shops this person belongs to.
    shops: Vec<NamedShopJson>,
    expires_at: Option<Timestamp>,
    /// How many passkeys they have; without one they need a link to sign in.
    passkeys: usize,
    /// What the admin page repeats in `X-Ordergate-Token` with whatever changes something.
    token: Option<&'a str>,
}

#[derive(Serialize)]
struct PersonJson<'a> {
    id: &'a str,
    name: &'a str,
    role: &'static str,
}

#[derive(Serialize)]
struct NamedShopJson {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct ShopJson<'a> {
    id: &'a str,
    name: &'a str,
    minimum_points: Option<i32>,
    /// `None`: not set, 24 hours are in force.
    stop_window_hours: Option<u32>,
    default_country: Option<&'a str>,
    time_zone: Option<&'a str>,
    snapshot: i64,
}

#[derive(Serialize)]
struct ListedSessionJson {
    id: String,
    user: UserOfSessionJson,
    created_at: Timestamp,
    seen_at: Timestamp,
    expires_at: Timestamp,
    /// The one that asks.
    current: bool,
}

#[derive(Serialize)]
struct UserOfSessionJson {
    id: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SwitchJson {
    shop: String,
}

/// `POST /v1/shops/{shop}/sign-in-links`, for the operator: the first admin's, who is made with it.
pub(crate) async fn create_link(app: &App, request: &mut Request, shop_id: &str) -> Result<Answer, Failure> {
    let bytes = read(request, API_CAP).await?;
    let sent: NewLinkJson = if bytes.is_empty() { NewLinkJson::default() } else { body(&bytes, TITLE)? };
    let name = checked_name(&sent.name).map_err(|problem| Failure::invalid(TITLE, Invalid { problems: vec![problem] }))?;
    let database = app.database()?;
    let row: Option<ShopRow> = d1::first(&database, shop::by_id(shop_id)).await?;
    row.ok_or_else(|| Failure::not_found("shop"))?;
    let token = random_hex::<32>();
    let batch = vec![
        user::add_first_admin(shop_id, &app.id(), &name, app.now()),
        session::add_link_for_first_admin(shop_id, &hex_digest(token.as_bytes()), app.now().plus_millis(LINK_MILLIS)),
        Statement::must_have_changed_one(),
        audit::add(shop_id, "shop", app.now(), &app.id(), "operator", "user.link_made", ""),
    ];
    match d1::batch(&database, batch).await {
        Ok(_) => Answer::json(201, &LinkJson { url: format!("/admin/sign-in/{token}") }),
        Err(Failure::Database(message)) if Statement::was_there_already(&message) => {
            Err(Failure::invalid(TITLE, Invalid::one("/name", "somebody of the shop has, or had, this name; send another `name`")))
        }
        Err(failure) => Err(failure),
    }
}

/// `GET /v1/session`.
pub(crate) async fn show(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let shop_id = caller.shop.as_str();
    let loaded = ruleset(app, shop_id).await?;
    let row: Option<ShopRow> = d1::first(&app.database()?, shop::by_id(shop_id)).await?;
    let row = row.ok_or_else(|| Failure::not_found("shop"))?;
    let settings = loaded.ruleset().settings();
    let person = match &caller.actor {
        Actor::Person(person) => Some(person),
        Actor::Server => None,
    };
    let shops: Vec<ShopOfUserRow> = match person {
        Some(person) => d1::rows(&app.database()?, user::shops_of(&person.id)).await?,
        None => Vec::new(),
    };
    let passkeys: Vec<PasskeyRow> = match person {
        Some(person) => d1::rows(&app.database()?, passkey::of_user(&person.id)).await?,
        None => Vec::new(),
    };
    let shop = ShopJson {
        id: shop_id,
        name: &row.name,
        minimum_points: settings.minimum_points,
        stop_window_hours: ShopSettings::stored(&row.settings).stop_window_hours,
        default_country: settings.default_country.as_deref(),
        time_zone: settings.time_zone.as_deref(),
        snapshot: row.snapshot,
    };
    let json = SessionJson {
        shop,
        user: person.map(|person| PersonJson { id: &person.id, name: &person.name, role: person.role.as_str() }),
        shops: shops.into_iter().map(|row| NamedShopJson { id: row.id, name: row.name }).collect(),
        expires_at: person.map(|person| time(person.expires_at)),
        passkeys: passkeys.len(),
        token: person.map(|person| person.page_token.as_str()),
    };
    Answer::json(200, &json)
}

/// `POST /v1/session`: the same person goes on in another of their shops.
pub(crate) async fn switch(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let person = caller.person()?;
    let sent: SwitchJson = body(&read(request, API_CAP).await?, TITLE)?;
    let batch = vec![session::switch(&caller.shop, &person.token_digest, &sent.shop), Statement::must_have_changed_one()];
    match d1::batch(&app.database()?, batch).await {
        // Another shop, another role: what may be seen there is asked for anew.
        Ok(_) => Ok(Answer::empty(204)),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("shop")),
        Err(failure) => Err(failure),
    }
}

/// `DELETE /v1/session`.
pub(crate) async fn end(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    if let Actor::Person(person) = &caller.actor {
        d1::batch(&app.database()?, vec![session::end(&caller.shop, &person.token_digest)]).await?;
    }
    Ok(Answer::empty(204).with("set-cookie", format!("{}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0", crate::auth::COOKIE)))
}

/// `GET /v1/sessions`: one's own; an admin sees all of the shop.
pub(crate) async fn list(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let person = caller.person()?;
    let whose = (person.role < Role::Admin).then_some(person.id.as_str());
    let rows: Vec<ListedSessionRow> = d1::rows(&app.database()?, session::all(&caller.shop, whose, app.now(), idle_since(app))).await?;
    let json = |row: ListedSessionRow| ListedSessionJson {
        current: row.id == person.session,
        id: row.id,
        user: UserOfSessionJson { id: row.user_id, name: row.name },
        created_at: time(row.created_at),
        seen_at: time(row.seen_at),
        expires_at: time(row.expires_at),
    };
    Answer::json(200, &Page { data: rows.into_iter().map(json).collect(), next: None })
}

/// `DELETE /v1/sessions/{id}`: one's own, or any of the shop by an admin.
pub(crate) async fn end_one(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let person = caller.person()?;
    let id = decoded(id).ok_or_else(|| Failure::not_found("session"))?;
    let whose = (person.role < Role::Admin).then_some(person.id.as_str());
    let batch = vec![
        session::end_by_id(&caller.shop, &id, whose),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, &format!("user:{}", person.id), app.now(), &app.id(), caller.actor.as_str(), "session.ended", &id),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Ok(Answer::empty(204)),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("session")),
        Err(failure) => Err(failure),
    }
}
