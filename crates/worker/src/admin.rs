//! The admin page: its files, and signing in by a one-time link.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ordergate_casework::hex_digest;
use ordergate_store::{Statement, session};
use sha2::{Digest as _, Sha256};
use worker::Request;

use crate::answer::Answer;
use crate::app::{App, random_hex};
use crate::auth::COOKIE;
use crate::d1;
use crate::failure::Failure;

const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
    frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// A session lasts 12 hours.
const SESSION_MILLIS: i64 = 12 * 3_600_000;

/// A file of the admin page.
pub(crate) async fn file(app: &App, path: &str) -> Result<Answer, Failure> {
    let mut response = app.assets()?.fetch(format!("https://assets.invalid{path}"), None).await?;
    if response.status_code() != 200 {
        return Err(Failure::not_found("page"));
    }
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    let content_type = match extension {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        _ => "text/html; charset=utf-8",
    };
    // Every file but the page itself has a digest in its name.
    let cache = if extension.is_some_and(|extension| extension != "html") { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(Answer::new(200, content_type, response.bytes().await?).with("content-security-policy", CONTENT_POLICY).with("cache-control", cache))
}

const PAGE_STYLE: &str = "body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f6f7f9,#14161b);\
    color:light-dark(#1a1d24,#eceef2);font:15px/1.5 system-ui,sans-serif}main{max-width:22rem;margin:1rem;padding:2rem;border-radius:12px;\
    background:light-dark(#fff,#1d2026);border:1px solid light-dark(#dfe2e8,#343943)}h1{margin:0 0 .5rem;font-size:1.25rem}p{margin:0 0 1.25rem}\
    button{font:inherit;font-weight:600;width:100%;padding:.6rem 1rem;border:0;border-radius:8px;background:#3949b8;color:#fff;cursor:pointer}\
    button:focus-visible{outline:3px solid light-dark(#3949b8,#aab4ff);outline-offset:2px}";

/// A page of the Worker's own. Its style is admitted by its digest, so that nothing else inline is.
fn page(status: u16, title: &str, content: &str) -> Answer {
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title} - Ordergate</title><style>{PAGE_STYLE}</style></head>\
         <body><main><h1>{title}</h1>{content}</main></body></html>"
    );
    let digest = STANDARD.encode(Sha256::digest(PAGE_STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    Answer::new(status, "text/html; charset=utf-8", html).with("content-security-policy", policy)
}

/// The page behind a sign-in link. Opening it changes nothing, so that a mail scanner or a preview
/// does not use the link up.
pub(crate) fn sign_in_page(_token: &str) -> Answer {
    page(
        200,
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
            Ok(page(410, "This link is used up", "<p>A sign-in link works once and for 24 hours. Ask for a new one.</p>"))
        }
        Err(failure) => Err(failure),
    }
}
