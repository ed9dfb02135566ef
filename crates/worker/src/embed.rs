//! What shops' pages load from the edge: the storefront package under `/v1/og…`, the demo shop and the
//! page to try Ordergate before installing it.

use crate::answer::Answer;
use crate::app::App;
use crate::failure::Failure;

/// Pages of ours beside the admin page. They load their own files only; the demo shop and the page to try
/// run the engine, which browsers call evaluation of WASM.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// A file of the package, for pages of any site. `og.js` is always the newest one; every other name holds a
/// digest of what it names.
pub(crate) async fn package_file(app: &App, path: &str) -> Result<Answer, Failure> {
    let (bytes, content_type) = asset(app, path).await?;
    let cache =
        if path == "/v1/og.js" { "public, max-age=300, stale-while-revalidate=86400" } else { "public, max-age=31536000, immutable" };
    Ok(Answer::new(200, content_type, bytes)
        .with("cache-control", cache)
        .with("access-control-allow-origin", "*")
        .with("cross-origin-resource-policy", "cross-origin"))
}

/// A file of the demo shop or of the page to try.
pub(crate) async fn page_file(app: &App, path: &str) -> Result<Answer, Failure> {
    let (bytes, content_type) = asset(app, path).await?;
    let hashed = path.rsplit_once('.').is_some_and(|(name, extension)| extension != "html" && name.contains('-'));
    let cache = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(Answer::new(200, content_type, bytes).with("content-security-policy", CONTENT_POLICY).with("cache-control", cache))
}

/// A file of the deployment and its type.
pub(crate) async fn asset(app: &App, path: &str) -> Result<(Vec<u8>, &'static str), Failure> {
    let mut response = app.assets()?.fetch(format!("https://assets.invalid{path}"), None).await?;
    if response.status_code() != 200 {
        return Err(Failure::not_found("page"));
    }
    let content_type = match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("ftl") => "text/plain; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        _ => "text/html; charset=utf-8",
    };
    Ok((response.bytes().await?, content_type))
}
