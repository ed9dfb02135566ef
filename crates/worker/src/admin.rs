//! The admin page: its files, and signing in by a one-time link.

use ordergate_casework::hex_digest;
use ordergate_store::identity::{self, IdentityRow};
use ordergate_store::session::{LinkRow, NewSession};
use ordergate_store::user::{self, ShopOfUserRow};
use ordergate_store::{Statement, session};
use worker::Request;

use crate::access::{self, Identity};
use crate::answer::Answer;
use crate::app::{App, random_hex};
use crate::auth::{COOKIE, cookie, session_of};
use crate::body::read;
use crate::d1;
use crate::embed::asset;
use crate::failure::Failure;
use crate::page::{escaped, page};

const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
    frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// The engine runs in a Web Worker of its own, which may compile WASM and reach nothing but its module; the page may not.
const ENGINE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
/// A session lasts 12 hours.
const SESSION_MILLIS: i64 = 12 * 3_600_000;
const FORM_CAP: usize = 1_000;

/// A file of the admin page.
pub(crate) async fn file(app: &App, path: &str) -> Result<Answer, Failure> {
    let (bytes, content_type) = asset(app, path).await?;
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    // Every file but the page itself has a digest in its name.
    let is_page = extension.is_none_or(|extension| extension == "html");
    let cache = if is_page { "no-cache" } else { "public, max-age=31536000, immutable" };
    let bytes = if is_page && access::is_set_up(app) { offering_access(bytes) } else { bytes };
    let policy = if path.starts_with("/admin/engine-") { ENGINE_POLICY } else { CONTENT_POLICY };
    Ok(Answer::new(200, content_type, bytes).with("content-security-policy", policy).with("cache-control", cache))
}

/// The page, told that whoever is signed out can sign in by Cloudflare Access.
fn offering_access(page: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(page) {
        Ok(text) => text.replacen("<div id=\"app\">", "<div id=\"app\" data-access=\"true\">", 1).into_bytes(),
        Err(other) => other.into_bytes(),
    }
}

/// The page behind a sign-in link. Opening it changes nothing, so that a mail scanner or a preview
/// does not use the link up. Whoever is signed in already may add the shop to theirs.
pub(crate) async fn sign_in_page(app: &App, request: &Request, link: &str) -> Result<Answer, Failure> {
    let row: Option<LinkRow> = d1::first(&app.database()?, session::link(&hex_digest(link.as_bytes()), app.now())).await?;
    let Some(row) = row else { return Ok(used_up()) };
    let (shop, name) = (escaped(&row.shop), escaped(&row.name));
    let said = format!("<p>This link signs {name} in to {shop}, once, on this device.</p>");
    let sign_in = |class: &str| format!("<form method=\"post\"><button{class}>Sign in as {name}</button></form>");
    let known = match cookie(request)? {
        Some(token) => session_of(app, &token).await?.map(|(_, person)| person),
        None => None,
    };
    let content = match known.filter(|known| row.is_known == 0 && known.id != row.user_id) {
        None => format!("{said}{}", sign_in("")),
        Some(known) => format!(
            "{said}<p>You are signed in as {}.</p><form method=\"post\"><input type=\"hidden\" name=\"join\" value=\"1\">\
             <button>Add {shop} to my shops</button></form>{}",
            escaped(&known.name),
            sign_in(" class=\"second\""),
        ),
    };
    Ok(page(200, "en", "Sign in", &content))
}

fn used_up() -> Answer {
    page(410, "en", "This link is used up", "<p>A sign-in link works once and for 24 hours. Ask for a new one.</p>")
}

/// Uses the link up and starts a session, both or neither.
pub(crate) async fn sign_in(app: &App, request: &mut Request, link: &str) -> Result<Answer, Failure> {
    if request.headers().get("sec-fetch-site")?.is_some_and(|site| site != "same-origin") {
        return Err(Failure::refused(
            403,
            "other-site",
            "Not from the sign-in page",
            "the browser says the request came from another site",
        ));
    }
    let joins = read(request, FORM_CAP).await? == b"join=1";
    let digest = hex_digest(link.as_bytes());
    let row: Option<LinkRow> = d1::first(&app.database()?, session::link(&digest, app.now())).await?;
    let Some(row) = row else { return Ok(used_up()) };
    let mut batch = vec![session::use_link(&row.shop_id, &digest, app.now()), Statement::must_have_changed_one()];
    let mut user = row.user_id;
    if joins && let Some(token) = cookie(request)? {
        let Some((shop, known)) = session_of(app, &token).await? else {
            return Err(Failure::unauthorised("the session has ended; open the link again"));
        };
        batch.extend([user::become_known(&row.shop_id, &user, &known.id), Statement::must_have_changed_one()]);
        batch.push(session::end(&shop, &known.token_digest));
        user = known.id;
    }
    // Behind Access the link also says who they are there: from then on they need none.
    if let Some(found) = access::identity(app, request).await? {
        batch.push(identity::add(&found.issuer, &found.subject, &user, app.now()));
    }
    match start_session(app, &row.shop_id, &user, batch).await {
        Ok(cookie) => Ok(Answer::empty(303).with("location", "/admin/").with("set-cookie", cookie)),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Ok(used_up()),
        Err(failure) => Err(failure),
    }
}

/// `GET /admin/sign-in`: whoever Cloudflare Access names is signed in; without Access, the admin page asks
/// for a passkey.
pub(crate) async fn sign_in_by_access(app: &App, request: &Request) -> Result<Answer, Failure> {
    let home = || Answer::empty(303).with("location", "/admin/");
    let Some(Identity { issuer, subject }) = access::identity(app, request).await? else { return Ok(home()) };
    let database = app.database()?;
    let unknown =
        || Ok(page(403, "en", "Not known here", "<p>Cloudflare Access knows you, this shop does not yet. Ask an admin for a link.</p>"));
    let row: Option<IdentityRow> = d1::first(&database, identity::user_of(&issuer, &subject)).await?;
    let Some(row) = row else { return unknown() };
    let shops: Vec<ShopOfUserRow> = d1::rows(&database, user::shops_of(&row.user_id)).await?;
    let Some(shop) = shops.first() else { return unknown() };
    Ok(home().with("set-cookie", start_session(app, &shop.id, &row.user_id, Vec::new()).await?))
}

/// Starts a session in the same batch as what admits it. Answers the cookie.
pub(crate) async fn start_session(app: &App, shop: &str, user: &str, mut admitted: Vec<Statement>) -> Result<String, Failure> {
    let (now, token, id) = (app.now(), random_hex::<32>(), app.id());
    let expires_at = now.plus_millis(SESSION_MILLIS);
    let digest = hex_digest(token.as_bytes());
    admitted.extend([
        session::start(shop, NewSession { id: &id, user, token_digest: &digest, expires_at }, now),
        Statement::must_have_changed_one(),
        user::seen(shop, user, now),
        user::note_sign_in(shop, user, &app.id(), now),
    ]);
    admitted.extend(session::forget_over(shop, now));
    d1::batch(&app.database()?, admitted).await?;
    Ok(format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}", SESSION_MILLIS / 1000))
}
