//! Whose request it is. The shop comes from a key or a session, never from the request itself.

use ordergate_casework::hex_digest;
use ordergate_store::key::KeyRow;
use ordergate_store::session::SessionRow;
use ordergate_store::{key, session};
use subtle::ConstantTimeEq as _;
use worker::{Method, Request, console_log};

use crate::app::App;
use crate::d1;
use crate::failure::Failure;

/// The cookie of the admin page: bound to this host, over a secure channel only, out of reach of
/// scripts.
pub(crate) const COOKIE: &str = "__Host-ordergate";

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Actor {
    /// A server of the shop, by `sk_` key.
    Server,
    /// A person of the shop, by session.
    Staff { token_digest: String, expires_at: i64 },
}

impl Actor {
    /// How the audit calls it.
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Server => "api",
            Self::Staff { .. } => "staff",
        }
    }
}

/// A request of one shop.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) shop: String,
    pub(crate) actor: Actor,
}

/// The caller behind a secret key or a session.
///
/// # Errors
/// 401 without either; 403 for a public key, or a session used from another site.
pub(crate) async fn caller(app: &App, request: &Request) -> Result<Caller, Failure> {
    if let Some(header) = request.headers().get("authorization")? {
        let key = header.strip_prefix("Bearer ").map(str::trim).unwrap_or_default();
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
    let token_digest = hex_digest(token.as_bytes());
    let row: Option<SessionRow> = d1::first(&app.database()?, session::by_token(&token_digest, app.now())).await?;
    let row = row.ok_or_else(|| Failure::unauthorised("the session has ended; sign in again"))?;
    if !matches!(request.method(), Method::Get | Method::Head) {
        from_own_page(request)?;
    }
    Ok(Caller { shop: row.shop_id, actor: Actor::Staff { token_digest, expires_at: row.expires_at } })
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

fn cookie(request: &Request) -> Result<Option<String>, Failure> {
    let header = request.headers().get("cookie")?.unwrap_or_default();
    let token = header.split(';').filter_map(|pair| pair.trim().split_once('=')).find(|(name, _)| *name == COOKIE);
    Ok(token.map(|(_, value)| value.to_owned()))
}

/// A session may change something only from the admin page itself: same origin by the browser's
/// own word, and a body that no plain form can send.
fn from_own_page(request: &Request) -> Result<(), Failure> {
    let refuse = |detail: &str| Err(Failure::refused(403, "other-site", "Not from the admin page", detail));
    let headers = request.headers();
    let own = request.url()?.origin().ascii_serialization();
    if headers.get("origin")?.is_none_or(|origin| origin != own) {
        return refuse("the Origin header does not name this site");
    }
    if headers.get("sec-fetch-site")?.is_some_and(|site| site != "same-origin") {
        return refuse("the browser says the request came from another site");
    }
    let own = headers.get("content-type")?.is_some_and(|kind| kind.starts_with("application/json") || kind.starts_with("text/csv"));
    if request.method() != Method::Delete && !own {
        return refuse("send Content-Type: application/json, or text/csv for a file");
    }
    Ok(())
}

/// Admits the operator of this deployment.
///
/// # Errors
/// 401 for any other key, and when no `OPERATOR_KEY` is set.
pub(crate) fn operator(app: &App, request: &Request) -> Result<(), Failure> {
    let sent = request.headers().get("authorization")?.unwrap_or_default();
    let sent = sent.strip_prefix("Bearer ").unwrap_or_default().trim();
    let expected = app.setting("OPERATOR_KEY").unwrap_or_default();
    // Digests have one length, so the comparison tells nothing about the key's.
    let same = hex_digest(sent.as_bytes()).as_bytes().ct_eq(hex_digest(expected.as_bytes()).as_bytes());
    if expected.is_empty() || !bool::from(same) {
        return Err(Failure::unauthorised("this route needs the operator's key"));
    }
    Ok(())
}
