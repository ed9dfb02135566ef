//! Sends one mail through the transport of this deployment.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::future::{Either, select};
use ordergate_casework::{Failure, MailApi, MailCall, Outgoing};
use ordergate_store::outbox::ClaimedRow;
use worker::{AbortController, Delay, Fetch, Headers, Method, Request, RequestInit};

use crate::app::App;

/// How long the mail API may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Where mails go.
pub(crate) enum Transport {
    /// The row is the mail; people read it in the admin page.
    Outbox,
    /// An HTTP API.
    Api { name: String, api: Box<MailApi>, url: Option<String>, key: String, from: String },
    /// The deployment's settings do not say enough; every attempt fails with this reason.
    Misconfigured(String),
}

impl Transport {
    pub(crate) fn of(app: &App) -> Self {
        let name = app.setting("MAIL_TRANSPORT").unwrap_or_else(|| "outbox".to_owned());
        if name == "outbox" {
            return Self::Outbox;
        }
        let Some(api) = MailApi::named(&name).map(Box::new) else {
            let known = MailApi::names().join(", ");
            return Self::Misconfigured(format!("unknown MAIL_TRANSPORT `{name}`; use outbox, or one of {known}"));
        };
        // Resend was the first of them, and has names of its own.
        let own = |setting: &str, resend: &str| app.setting(setting).or_else(|| if name == "resend" { app.setting(resend) } else { None });
        match (own("MAIL_KEY", "RESEND_KEY"), app.setting("MAIL_FROM")) {
            (Some(key), Some(from)) => Self::Api { api, url: own("MAIL_URL", "RESEND_URL"), key, from, name },
            _ => {
                let key = if name == "resend" { "RESEND_KEY" } else { "MAIL_KEY" };
                Self::Misconfigured(format!("transport `{name}` needs {key} and MAIL_FROM"))
            }
        }
    }

    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Outbox => "outbox",
            Self::Api { name, .. } => name,
            Self::Misconfigured(_) => "none",
        }
    }

    /// Sends a mail; answers with the provider's id of it.
    pub(crate) async fn send(&self, mail: &ClaimedRow) -> Result<Option<String>, Failure> {
        let (api, url, key, from) = match self {
            Self::Outbox => return Ok(None),
            Self::Misconfigured(reason) => return Err(passing(reason.clone())),
            Self::Api { api, url, key, from, .. } => (api, url, key, from),
        };
        let outgoing = Outgoing {
            shop: &mail.shop_id,
            contact: &mail.contact_id,
            id: &mail.id,
            to: &mail.recipient,
            subject: &mail.subject,
            text: &mail.text,
            html: &mail.html,
        };
        let call = api.call(url.as_deref(), key, &STANDARD.encode(key), from, outgoing);
        let request = request(&call).map_err(|error| passing(format!("the request could not be made: {error}")))?;
        let abort = AbortController::default();
        let signal = abort.signal();
        let fetch = Fetch::Request(request);
        let answer = Box::pin(async {
            let mut response = fetch.send_with_signal(&signal).await?;
            let body = response.text().await?;
            Ok::<_, worker::Error>((response, body))
        });
        match select(answer, Box::pin(Delay::from(TIMEOUT))).await {
            Either::Left((Ok((response, body)), _)) => {
                let header = |name: &str| response.headers().get(name).ok().flatten();
                let own_id = api.answer_header().and_then(header);
                let wait = header("retry-after").and_then(|text| wait_seconds(&text));
                api.answered(response.status_code(), own_id.as_deref(), &body, wait)
            }
            Either::Left((Err(_), _)) => Err(passing("the mail API could not be reached".to_owned())),
            Either::Right(((), call)) => {
                drop(call);
                abort.abort();
                Err(passing(format!("the mail API did not answer within {} s", TIMEOUT.as_secs())))
            }
        }
    }
}

fn passing(reason: String) -> Failure {
    Failure::Passing { reason, wait_seconds: None }
}

fn request(call: &MailCall) -> worker::Result<Request> {
    let headers = Headers::new();
    for (name, value) in &call.headers {
        headers.set(name, value)?;
    }
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_headers(headers).with_body(Some(call.body.as_str().into()));
    Request::new_with_init(&call.url, &init)
}

/// `Retry-After` is a number of seconds or a date.
pub(crate) fn wait_seconds(text: &str) -> Option<i64> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        let at = js_sys::Date::parse(text);
        #[expect(clippy::cast_possible_truncation, reason = "a date in milliseconds is a whole number far below 2^53")]
        (!at.is_nan()).then(|| (at as i64).saturating_sub(App::clock().as_millis()).max(0) / 1000)
    })
}
