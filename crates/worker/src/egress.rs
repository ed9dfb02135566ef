//! Calls out to addresses that shops have typed: public hosts by https only, no redirects, a time-out,
//! and answers read up to a cap. Errors say nothing of the address or of what was sent.

use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::future::{Either, select};
use ordergate_shops::{Inward, outward};
use worker::{AbortController, Delay, Fetch, Headers, Method, Request, RequestInit, RequestRedirect, Response};

use crate::app::App;

const TIMEOUT: Duration = Duration::from_secs(15);
/// A page of 50 orders is a few hundred kilobytes.
const CAP: usize = 4_000_000;

/// What came back.
pub(crate) struct Called {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    pub(crate) wait_seconds: Option<i64>,
}

/// Whether this machine may be called, for doubles of shops: never in production.
pub(crate) fn loopback(app: &App) -> bool {
    app.setting("EGRESS_LOOPBACK").as_deref() == Some("true") && app.setting("DEPLOYMENT").as_deref() != Some("production")
}

/// The address of a shop, if it may be called.
pub(crate) fn admitted(app: &App, address: &str) -> Result<String, Inward> {
    outward(address, loopback(app))
}

/// Calls an admitted address. `None` when there was no answer, or not in time.
pub(crate) async fn call(method: &str, url: &str, headers: &[(&str, String)], body: &str) -> Option<Called> {
    let request = request(method, url, headers, body).ok()?;
    let abort = AbortController::default();
    let signal = abort.signal();
    let fetch = Fetch::Request(request);
    let answer = Box::pin(async {
        let mut response = fetch.send_with_signal(&signal).await.ok()?;
        let body = capped(&mut response).await?;
        Some((response, body))
    });
    match select(answer, Box::pin(Delay::from(TIMEOUT))).await {
        Either::Left((answer, _)) => {
            let (response, body) = answer?;
            let wait = response.headers().get("retry-after").ok().flatten();
            Some(Called { status: response.status_code(), body, wait_seconds: wait.and_then(|text| crate::mailer::wait_seconds(&text)) })
        }
        Either::Right(((), call)) => {
            drop(call);
            abort.abort();
            None
        }
    }
}

async fn capped(response: &mut Response) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let Ok(mut stream) = response.stream() else { return Some(bytes) };
    while let Some(chunk) = stream.next().await {
        bytes.extend_from_slice(&chunk.ok()?);
        if bytes.len() > CAP {
            return None;
        }
    }
    Some(bytes)
}

fn request(method: &str, url: &str, headers: &[(&str, String)], body: &str) -> worker::Result<Request> {
    let sent = Headers::new();
    sent.set("user-agent", "ordergate")?;
    sent.set("accept", "application/json")?;
    for (name, value) in headers {
        sent.set(name, value)?;
    }
    let mut init = RequestInit::new();
    init.with_method(Method::from(method.to_owned())).with_headers(sent.clone()).with_redirect(RequestRedirect::Manual);
    if !body.is_empty() {
        sent.set("content-type", "application/json")?;
        init.with_headers(sent).with_body(Some(body.into()));
    }
    Request::new_with_init(url, &init)
}
