//! Sends one mail through the transport of this deployment.

use std::time::Duration;

use futures_util::future::{Either, select};
use ordergate_casework::Failure;
use ordergate_store::outbox::ClaimedRow;
use serde::{Deserialize, Serialize};
use worker::{AbortController, Delay, Fetch, Headers, Method, Request, RequestInit, Response};

use crate::app::App;

/// How long the mail API may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Where mails go.
pub(crate) enum Transport {
    /// The row is the mail; people read it in the admin page.
    Outbox,
    /// Resend's HTTP API.
    Resend { url: String, key: String, from: String },
    /// The deployment's settings do not say enough; every attempt fails with this reason.
    Misconfigured(String),
}

impl Transport {
    pub(crate) fn of(app: &App) -> Self {
        match app.setting("MAIL_TRANSPORT").as_deref() {
            None | Some("outbox") => Self::Outbox,
            Some("resend") => match (app.setting("RESEND_KEY"), app.setting("MAIL_FROM")) {
                (Some(key), Some(from)) => {
                    let url = app.setting("RESEND_URL").unwrap_or_else(|| "https://api.resend.com".to_owned());
                    Self::Resend { url, key, from }
                }
                _ => Self::Misconfigured("transport `resend` needs RESEND_KEY and MAIL_FROM".to_owned()),
            },
            Some(other) => Self::Misconfigured(format!("unknown MAIL_TRANSPORT `{other}`; use `outbox` or `resend`")),
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Outbox => "outbox",
            Self::Resend { .. } => "resend",
            Self::Misconfigured(_) => "none",
        }
    }

    /// Sends a mail; answers with the provider's id of it.
    pub(crate) async fn send(&self, mail: &ClaimedRow) -> Result<Option<String>, Failure> {
        match self {
            Self::Outbox => Ok(None),
            Self::Misconfigured(reason) => Err(passing(reason.clone())),
            Self::Resend { url, key, from } => {
                let request =
                    resend_request(url, key, from, mail).map_err(|error| passing(format!("the request could not be made: {error}")))?;
                let abort = AbortController::default();
                let signal = abort.signal();
                let fetch = Fetch::Request(request);
                let call = Box::pin(async {
                    let mut response = fetch.send_with_signal(&signal).await?;
                    let body = response.text().await?;
                    Ok::<_, worker::Error>((response, body))
                });
                match select(call, Box::pin(Delay::from(TIMEOUT))).await {
                    Either::Left((Ok((response, body)), _)) => answered(&response, &body),
                    Either::Left((Err(_), _)) => Err(passing("the mail API could not be reached".to_owned())),
                    Either::Right(((), call)) => {
                        drop(call);
                        abort.abort();
                        Err(passing(format!("the mail API did not answer within {} s", TIMEOUT.as_secs())))
                    }
                }
            }
        }
    }
}

fn passing(reason: String) -> Failure {
    Failure::Passing { reason, wait_seconds: None }
}

#[derive(Serialize)]
struct ResendMail<'a> {
    from: &'a str,
    to: [&'a str; 1],
    subject: &'a str,
    text: &'a str,
    html: &'a str,
}

#[derive(Deserialize)]
struct ResendAnswer {
    id: String,
}

fn resend_request(url: &str, key: &str, from: &str, mail: &ClaimedRow) -> worker::Result<Request> {
    let headers = Headers::new();
    headers.set("authorization", &format!("Bearer {key}"))?;
    headers.set("content-type", "application/json")?;
    headers.set("idempotency-key", &mail.id)?;
    headers.set("user-agent", "ordergate")?;
    let body =
        serde_json::to_string(&ResendMail { from, to: [&mail.recipient], subject: &mail.subject, text: &mail.text, html: &mail.html })?;
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_headers(headers).with_body(Some(body.into()));
    Request::new_with_init(&format!("{}/emails", url.trim_end_matches('/')), &init)
}

/// 2xx is sent. 400 and 422 will never work; everything else may. The reasons carry only the status:
/// an API's own text could hold the recipient.
fn answered(response: &Response, body: &str) -> Result<Option<String>, Failure> {
    let status = response.status_code();
    let wait_seconds = response.headers().get("retry-after").ok().flatten().and_then(|text| text.trim().parse().ok());
    match status {
        200..=299 => Ok(serde_json::from_str::<ResendAnswer>(body).ok().map(|answer| answer.id)),
        400 | 413 | 422 => Err(Failure::Final(format!("the mail API refused the mail (status {status})"))),
        401 | 403 => Err(passing(format!("the mail API refused the key (status {status})"))),
        409 => Err(passing("the mail API is still busy with this mail (status 409)".to_owned())),
        429 => Err(Failure::Passing { reason: "the mail API asks to slow down (status 429)".to_owned(), wait_seconds }),
        _ => Err(Failure::Passing { reason: format!("the mail API failed (status {status})"), wait_seconds }),
    }
}
