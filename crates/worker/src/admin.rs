//! The admin page: its files, and signing in by a one-time link.

use ordergate_casework::hex_digest;
use ordergate_store::{Statement, session};
use worker::Request;

use crate::answer::Answer;
use crate::app::{App, random_hex};
use crate::auth::COOKIE;
use crate::d1;
use crate::embed::asset;
use crate::failure::Failure;
use crate::page::page;

const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
    frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// A session lasts 12 hours.
const SESSION_MILLIS: i64 = 12 * 3_600_000;

/// A file of the admin page.
pub(crate) async fn file(app: &App, path: &str) -> Result<Answer, Failure> {
    let (bytes, content_type) = asset(app, path).await?;
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    // Every file but the page itself has a digest in its name.
    let cache = if extension.is_some_and(|extension| extension != "html") { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(Answer::new(200, content_type, bytes).with("content-security-policy", CONTENT_POLICY).with("cache-control", cache))
}

/// The page behind a sign-in link. Opening it changes nothing, so that a mail scanner or a preview
/// does not use the link up.
pub(crate) fn sign_in_page(_token: &str) -> Answer {
    page(
        200,
        "en",
        "Sign in",
        "<p>This link signs you in once, on this device.</p><form method=\"post\"><button>Sign in to Ordergate</button></form>",
    )
}

/// Uses the link up and starts a session, both or neither.
pub(crate) async fn sign_in(app: &App, request: &Request, link: &str) -> Result<Answer, Failure> {
    if request.headers().get("sec-fetch-site")?.is_some_and(|site| site != "same-origin") {
        return Err(Failure::refused(
            403,
            "other-site",
            "Not from the sign-in page",
            "the browser says the request came from another site",
        ));
    }
    let (now, link, token) = (app.now(), hex_digest(link.as_bytes()), random_hex::<32>());
    let batch = vec![
        session::use_link(&link, now),
        Statement::must_have_changed_one(),
        session::start(&link, &hex_digest(token.as_bytes()), now, now.plus_millis(SESSION_MILLIS)),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => {
            let cookie = format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}", SESSION_MILLIS / 1000);
            Ok(Answer::empty(303).with("location", "/admin/").with("set-cookie", cookie))
        }
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => {
            Ok(page(410, "en", "This link is used up", "<p>A sign-in link works once and for 24 hours. Ask for a new one.</p>"))
        }
        Err(failure) => Err(failure),
    }
}
