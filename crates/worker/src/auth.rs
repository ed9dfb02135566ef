//! Whose request it is. The shop comes from a key or a session, never from the request itself.

use ordergate_casework::hex_digest;
use ordergate_screening::Timestamp;
use ordergate_store::key::KeyRow;
use ordergate_store::session::SessionRow;
use ordergate_store::{key, session};
use subtle::ConstantTimeEq as _;
use worker::{Method, Request, console_log};

use crate::app::App;
use crate::d1;
use crate::failure::Failure;
use crate::roles::Role;

/// The cookie of the admin page: bound to this host, over a secure channel only, out of reach of
/// scripts.
pub(crate) const COOKIE: &str = "__Host-ordergate";

/// The header that repeats a secret of the session which no other page can know.
const TOKEN_HEADER: &str = "x-ordergate-token";
/// A session that is not used for 30 minutes has ended.
const IDLE_MILLIS: i64 = 30 * 60_000;
/// Its last use is noted once a minute.
const SEEN_MILLIS: i64 = 60_000;

/// Who asks.
#[derive(Debug, Clone)]
pub(crate) enum Actor {
    /// A server of the shop, by `sk_` key.
    Server,
    /// A person of the shop, by session.
    Person(Person),
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) session: String,
    pub(crate) token_digest: String,
    /// What [`TOKEN_HEADER`] repeats.
    pub(crate) page_token: String,
    pub(crate) expires_at: i64,
}

impl Person {
    /// Whether their role reaches.
    ///
    /// # Errors
    /// 403 when it does not.
    pub(crate) fn must_be(&self, role: Role) -> Result<(), Failure> {
        if self.role >= role {
            return Ok(());
        }
        let detail = format!("this needs the role {}; yours is {}", role.as_str(), self.role.as_str());
        Err(Failure::refused(403, "role", "Your role may not do that", detail))
    }
}

impl Actor {
    /// How the audit calls it: a person by name.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Server => "api",
            Self::Person(person) => &person.name,
        }
    }
}

/// A request of one shop.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) shop: String,
    pub(crate) actor: Actor,
}

impl Caller {
    /// Whether the caller's role reaches; a secret key's does.
    pub(crate) fn must_be(&self, role: Role) -> Result<(), Failure> {
        match &self.actor {
            Actor::Server => Ok(()),
            Actor::Person(person) => person.must_be(role),
        }
    }

    /// The person who asks, where no key will do: a key that leaked must not let anybody in.
    pub(crate) fn person(&self) -> Result<&Person, Failure> {
        match &self.actor {
            Actor::Person(person) => Ok(person),
            Actor::Server => Err(Failure::refused(403, "person", "A person is needed", "sign in to the admin page; no key may do this")),
        }
    }
}

/// The key in an `Authorization` header, empty for another scheme; schemes have no case (RFC 9110).
pub(crate) fn bearer(header: &str) -> &str {
    match header.trim().split_once(' ') {
        Some((scheme, key)) if scheme.eq_ignore_ascii_case("bearer") => key.trim(),
        _ => "",
    }
}

/// The caller behind a secret key or a session.
///
/// # Errors
/// 401 without either; 403 for a public key, or a session used from another site.
pub(crate) async fn caller(app: &App, request: &Request) -> Result<Caller, Failure> {
    if let Some(header) = request.headers().get("authorization")? {
        let key = bearer(&header);
        let digest = hex_digest(key.as_bytes());
        let row: Option<KeyRow> = d1::first(&app.database()?, key::by_digest(&digest, app.now())).await?;
        return match row {
            Some(row) if row.kind == "sk" => {
                note_use(app, &row, &digest).await;
                Ok(Caller { shop: row.shop_id, actor: Actor::Server })
            }
            Some(_) => Err(Failure::refused(
                403,
                "wrong-key",
                "This key may not do that",
                "use a secret key (sk_…); a public key is for the checkout only",
            )),
            None => Err(Failure::unauthorised("the key is unknown or revoked")),
        };
    }
    let token = cookie(request)?.ok_or_else(|| Failure::unauthorised("send `Authorization: Bearer sk_…`, or sign in to the admin page"))?;
    let (shop, person) = session_of(app, &token).await?.ok_or_else(|| Failure::unauthorised("the session has ended; sign in again"))?;
    if !matches!(request.method(), Method::Get | Method::Head) {
        from_own_page(request, &person.page_token)?;
    }
    Ok(Caller { shop, actor: Actor::Person(person) })
}

/// The shop and the person of a session, while it lives.
pub(crate) async fn session_of(app: &App, token: &str) -> Result<Option<(String, Person)>, Failure> {
    let (now, token_digest, database) = (app.now(), hex_digest(token.as_bytes()), app.database()?);
    let row: Option<SessionRow> = d1::first(&database, session::by_token(&token_digest, now, idle_since(app))).await?;
    let Some(row) = row else { return Ok(None) };
    if now.as_millis() - row.seen_at >= SEEN_MILLIS {
        d1::batch(&database, vec![session::seen(&row.shop_id, &token_digest, now)]).await?;
    }
    let person = Person {
        id: row.user_id,
        name: row.name,
        role: Role::named(&row.role).ok_or_else(|| Failure::internal("user", &row.role))?,
        session: row.id,
        token_digest,
        page_token: hex_digest(format!("page {token}").as_bytes()),
        expires_at: row.expires_at,
    };
    Ok(Some((row.shop_id, person)))
}

/// Since when a session that lives has been used.
pub(crate) fn idle_since(app: &App) -> Timestamp {
    app.now().plus_millis(-IDLE_MILLIS)
}

const DAY_MILLIS: i64 = 86_400_000;

/// Notes the day a key is used, once a day. The request goes on whether or not that works.
pub(crate) async fn note_use(app: &App, row: &KeyRow, digest: &str) {
    let today = app.now().as_millis().div_euclid(DAY_MILLIS) * DAY_MILLIS;
    if row.used_on.is_none_or(|day| day < today)
        && let Ok(database) = app.database()
        && let Err(Failure::Database(detail)) = d1::batch(&database, vec![key::used(&row.shop_id, digest, today)]).await
    {
        console_log!("{}", serde_json::json!({"event": "key_use_not_noted", "detail": detail}));
    }
}

/// The session's token as the browser sent it.
pub(crate) fn cookie(request: &Request) -> Result<Option<String>, Failure> {
    let header = request.headers().get("cookie")?.unwrap_or_default();
    let token = header.split(';').filter_map(|pair| pair.trim().split_once('=')).find(|(name, _)| *name == COOKIE);
    Ok(token.map(|(_, value)| value.to_owned()))
}

/// Same origin by the browser's own word.
///
/// # Errors
/// 403 for any other.
pub(crate) fn from_own_site(request: &Request) -> Result<(), Failure> {
    let refuse = |detail: &str| Err(Failure::refused(403, "other-site", "Not from the admin page", detail));
    let own = request.url()?.origin().ascii_serialization();
    if request.headers().get("origin")?.is_none_or(|origin| origin != own) {
        return refuse("the Origin header does not name this site");
    }
    if request.headers().get("sec-fetch-site")?.is_some_and(|site| site != "same-origin") {
        return refuse("the browser says the request came from another site");
    }
    Ok(())
}

/// A session may change something only from the admin page itself: same origin by the browser's
/// own word, a body that no plain form can send, and the session's own token.
fn from_own_page(request: &Request, page_token: &str) -> Result<(), Failure> {
    let refuse = |detail: &str| Err(Failure::refused(403, "other-site", "Not from the admin page", detail));
    from_own_site(request)?;
    let headers = request.headers();
    let own = headers.get("content-type")?.is_some_and(|kind| kind.starts_with("application/json") || kind.starts_with("text/csv"));
    if request.method() != Method::Delete && !own {
        return refuse("send Content-Type: application/json, or text/csv for a file");
    }
    let sent = headers.get(TOKEN_HEADER)?.unwrap_or_default();
    if !bool::from(sent.as_bytes().ct_eq(page_token.as_bytes())) {
        return refuse("send the `token` of GET /v1/session in the header X-Ordergate-Token");
    }
    Ok(())
}

/// Admits the operator of this deployment.
///
/// # Errors
/// 401 for any other key, and when no `OPERATOR_KEY` is set.
pub(crate) fn operator(app: &App, request: &Request) -> Result<(), Failure> {
    let sent = request.headers().get("authorization")?.unwrap_or_default();
    let sent = bearer(&sent);
    let expected = app.setting("OPERATOR_KEY").unwrap_or_default();
    // Digests have one length, so the comparison tells nothing about the key's.
    let same = hex_digest(sent.as_bytes()).as_bytes().ct_eq(hex_digest(expected.as_bytes()).as_bytes());
    if expected.is_empty() || !bool::from(same) {
        return Err(Failure::unauthorised("this route needs the operator's key"));
    }
    Ok(())
}
