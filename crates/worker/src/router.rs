//! One table of routes.

use worker::{Context, Method, Request, Response, console_log};

use crate::answer::{Answer, problem, send};
use crate::app::App;
use crate::failure::Failure;
use crate::{admin, answers, api, auth, commands, demo, embed, outbox, roles, shop_routes, sweep};

/// Answers one request; failures of any kind become problems here and nowhere else.
pub(crate) async fn answer(app: App, mut request: Request, context: &Context) -> Response {
    let path = request.path();
    let answer = match route(&app, &mut request, &path).await {
        Ok(answer) => answer,
        Err(failure) => problem(failure, &instance(&path)),
    };
    console_log!("{}", serde_json::json!({"event": "request", "route": instance(&path), "status": answer.status}));
    let (drains, sweeps, tells) = (answer.drains_outbox, answer.sweeps, answer.tells);
    if drains || sweeps || tells {
        context.wait_until(async move {
            let raised = sweeps && sweep::step(&app).await;
            if raised || drains {
                outbox::drain(&app).await;
            }
            if raised || tells {
                commands::drain(&app).await;
            }
        });
    }
    send(answer)
}

/// Routes that are open to anybody, or to the operator; all others are a shop's.
async fn route(app: &App, request: &mut Request, path: &str) -> Result<Answer, Failure> {
    use Method::{Get, Head, Options, Post};
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    let method = request.method();
    match (&method, segments.as_slice()) {
        (Get | Head, ["healthz"]) => api::health::show(app, request).await,
        (Get | Head, ["metrics"]) => api::metrics::show(app, request).await,
        (Post, ["v1", "webhooks", endpoint]) => api::webhooks::receive(app, request, endpoint).await,

        (Post, ["v1", "shops"]) => {
            auth::operator(app, request)?;
            api::shops::create(app, request).await
        }
        (Post, ["v1", "shops", shop, "sign-in-links"]) => {
            auth::operator(app, request)?;
            api::session::create_link(app, request, shop).await
        }

        (Post, ["v1", "mail-events", api]) => api::mail_events::receive(app, request, api).await,

        (Get | Head, ["answer", token]) => answers::show(app, token).await,
        (Post, ["answer", token]) => answers::take(app, request, token).await,

        (Options, ["v1", "checkouts"]) => api::checkouts::preflight(request),
        (Post, ["v1", "checkouts"]) => api::checkouts::create(app, request).await,
        (Get | Head, ["v1", "public", shop, "pack"]) => api::public_packs::show(app, request, shop).await,
        (Get | Head, ["v1", file]) if file.starts_with("og") => embed::package_file(app, path).await,
        (Get | Head, ["demo", "shop.json"]) => demo::show(app).await,
        (Post, ["demo", "orders"]) => demo::order(app, request).await,
        (Get | Head, ["demo" | "try"]) => Ok(Answer::empty(308).with("location", format!("{path}/"))),
        (Get | Head, ["demo" | "try", ..]) => embed::page_file(app, path).await,

        (Post, ["v1", "sign-in", "challenge"]) => api::passkeys::sign_in_challenge(app, request),
        (Post, ["v1", "sign-in"]) => api::passkeys::sign_in(app, request).await,
        (Get, ["admin", "sign-in"]) => admin::sign_in_by_access(app, request).await,
        (Get, ["admin", "sign-in", token]) => admin::sign_in_page(app, request, token).await,
        (Post, ["admin", "sign-in", token]) => admin::sign_in(app, request, token).await,
        (Get | Head, ["admin"]) => Ok(Answer::empty(308).with("location", "/admin/")),
        (Get | Head, ["admin", ..]) => admin::file(app, path).await,
        (Get | Head, [""]) => Ok(Answer::empty(302).with("location", "/admin/")),

        (_, known) => match allowed(known) {
            None => Err(Failure::not_found("route")),
            Some(methods) if !methods.split([' ', ',']).any(|name| name == method.as_ref()) => Err(not_allowed(methods)),
            Some(_) => {
                let caller = auth::caller(app, request).await?;
                roles::admit(&caller, &method, known)?;
                shop_routes::route(app, &caller, request, known).await
            }
        },
    }
}

pub(crate) fn not_allowed(methods: &str) -> Failure {
    Failure::refused(405, "method-not-allowed", "Method not allowed", format!("use {methods}"))
}

/// The methods of a path that exists, for whoever used another one.
fn allowed(segments: &[&str]) -> Option<&'static str> {
    match segments {
        ["v1", "orders", "bulk" | "exports"] => Some("GET or POST"),
        ["v1", "rules" | "variables" | "lists"] => Some("GET or POST"),
        ["v1", "rules" | "variables" | "lists", _] => Some("GET, PUT or DELETE"),
        ["v1", "entries", "import" | "preview"] => Some("GET, POST, PUT or DELETE"),
        ["v1", "orders", _, "hold" | "release" | "status" | "recheck" | "cancel" | "refund" | "labels"] => Some("POST"),
        ["v1", "orders", _, "lock"] => Some("POST or DELETE"),
        ["v1", "orders", _, "commands", _, "retry"] => Some("POST"),
        ["v1", "connections"] | ["v1", "commands"] => Some("GET"),
        ["v1", "connections", _] => Some("PUT or DELETE"),
        ["v1", "cases", "next"] => Some("POST"),
        ["v1", "cases", _, "resolution" | "notes" | "assign" | "snooze"] => Some("POST"),
        ["v1", "customers", "search" | "bulk"] => Some("POST"),
        ["v1", "privacy", "export" | "erase"] => Some("POST"),
        ["v1", "customers"] | ["v1", "customers", _] => Some("GET"),
        ["v1", "contacts"] => Some("GET or POST"),
        ["v1", "contacts", _] => Some("GET, PUT or DELETE"),
        ["v1", "contacts", _, "test"] | ["v1", "mail-events", _] => Some("POST"),
        ["v1", "mails", _] | ["v1", "outbox"] | ["v1", "audit"] | ["v1", "endpoints", _, "deliveries"] => Some("GET"),
        ["v1", "keys"] | ["v1", "endpoints"] => Some("GET or POST"),
        ["v1", "keys", _] => Some("PUT or DELETE"),
        ["v1", "endpoints", _] => Some("DELETE"),
        ["v1", "mails", _, "retry"] | ["v1", "keys" | "endpoints", _, "rotate"] => Some("POST"),
        ["v1", "endpoints", _, "deliveries", _, "replay"] => Some("POST"),
        ["v1", "statistics"] | ["v1", "today"] | ["v1", "holds"] | ["v1", "cases"] | ["v1", "cases", _] => Some("GET"),
        ["v1", "shop"] => Some("GET or PUT"),
        ["v1", "checkouts"] => Some("POST or OPTIONS"),
        ["demo", "orders"] => Some("POST"),
        ["v1", "public", _, "pack"] => Some("GET"),
        ["answer", _] => Some("GET or POST"),
        ["admin", "sign-in"] | ["healthz"] | ["metrics"] | ["v1", "orders", _] | ["v1", "orders", _, "fulfilment"] => Some("GET"),
        ["v1", "webhooks", _] | ["v1", "shops"] | ["v1", "shops", _, "sign-in-links"] | ["v1", "checks"] => Some("POST"),
        ["v1", "orders"] | ["v1", "entries"] | ["admin", "sign-in", _] => Some("GET or POST"),
        ["v1", "session"] => Some("GET, POST or DELETE"),
        ["v1", "sessions"] => Some("GET"),
        ["v1", "sessions", _] => Some("DELETE"),
        ["v1", "sign-in"] | ["v1", "sign-in", "challenge"] | ["v1", "passkeys", "challenge"] => Some("POST"),
        ["v1", "passkeys"] => Some("GET or POST"),
        ["v1", "passkeys", _] => Some("DELETE"),
        ["v1", "users"] => Some("GET or POST"),
        ["v1", "users", _] => Some("PUT or DELETE"),
        ["v1", "users", _, "sign-in-links"] => Some("POST"),
        ["v1", "settings"] => Some("GET or PUT"),
        ["v1", "snapshots"] => Some("POST"),
        ["v1", "snapshots", _] | ["v1", "snapshots", "current", "bytes"] => Some("GET"),
        ["v1", "entries", _] => Some("GET, PUT or DELETE"),
        _ => None,
    }
}

/// The path for logs and problems: without webhook, sign-in and answer tokens, which are secrets.
fn instance(path: &str) -> String {
    for prefix in ["/v1/webhooks/", "/admin/sign-in/", "/answer/"] {
        if path.starts_with(prefix) {
            return format!("{prefix}…");
        }
    }
    path.to_owned()
}

/// A path segment as it was before percent-encoding; `None` when it is no text.
pub(crate) fn decoded(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The query of a request as pairs, in order.
pub(crate) fn query(request: &Request) -> Result<Vec<(String, String)>, Failure> {
    Ok(request.url()?.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
}
