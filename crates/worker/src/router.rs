//! One table of routes.

use ordergate_casework::{CommandKind, HoldAction};
use ordergate_screening::{ListDraft, RuleDraft, VariableDraft};
use worker::{Context, Method, Request, Response, console_log};

use crate::answer::{Answer, problem, send};
use crate::api::drafts::Part;
use crate::app::App;
use crate::failure::Failure;
use crate::{admin, answers, api, auth, commands, outbox, sweep};

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

async fn route(app: &App, request: &mut Request, path: &str) -> Result<Answer, Failure> {
    use Method::{Delete, Get, Head, Post, Put};
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    let method = request.method();
    match (&method, segments.as_slice()) {
        (Get | Head, ["healthz"]) => api::health::show(app).await,
        (Post, ["v1", "webhooks", endpoint]) => api::webhooks::receive(app, request, endpoint).await,

        (Post, ["v1", "shops"]) => {
            auth::operator(app, request)?;
            api::shops::create(app, request).await
        }
        (Post, ["v1", "shops", shop, "sign-in-links"]) => {
            auth::operator(app, request)?;
            api::session::create_link(app, shop).await
        }

        (Get, ["v1", "session"]) => api::session::show(app, &auth::caller(app, request).await?).await,
        (Delete, ["v1", "session"]) => api::session::end(app, &auth::caller(app, request).await?).await,

        (Post, ["v1", "orders"]) => api::orders::create(app, &auth::caller(app, request).await?, request).await,
        (Get, ["v1", "orders"]) => api::orders::list(app, &auth::caller(app, request).await?, request).await,
        (Get, ["v1", "orders", id]) => api::orders::show(app, &auth::caller(app, request).await?, id).await,
        (Get, ["v1", "orders", id, "fulfilment"]) => api::orders::fulfilment(app, &auth::caller(app, request).await?, id).await,
        (Post, ["v1", "orders", "bulk"]) => api::holds::bulk(app, &auth::caller(app, request).await?, request).await,
        (Post, ["v1", "orders", id, "hold"]) => {
            api::holds::act(app, &auth::caller(app, request).await?, request, id, HoldAction::Hold).await
        }
        (Post, ["v1", "orders", id, "release"]) => {
            api::holds::act(app, &auth::caller(app, request).await?, request, id, HoldAction::Release).await
        }
        (Post, ["v1", "orders", id, "status"]) => api::holds::status(app, &auth::caller(app, request).await?, request, id).await,
        (Post, ["v1", "orders", id, "recheck"]) => api::holds::recheck_one(app, &auth::caller(app, request).await?, request, id).await,
        (Post, ["v1", "checks"]) => api::checks::create(app, &auth::caller(app, request).await?, request).await,

        (Get, ["v1", "holds"]) => api::hold_desk::list(app, &auth::caller(app, request).await?, request).await,
        (Post, ["v1", "orders", id, "cancel"]) => {
            api::commands::request(app, &auth::caller(app, request).await?, request, id, CommandKind::Cancel).await
        }
        (Post, ["v1", "orders", id, "refund"]) => {
            api::commands::request(app, &auth::caller(app, request).await?, request, id, CommandKind::Refund).await
        }
        (Post, ["v1", "orders", id, "commands", command, "retry"]) => {
            api::commands::retry(app, &auth::caller(app, request).await?, id, command).await
        }
        (Get, ["v1", "connections"]) => api::connections::list(app, &auth::caller(app, request).await?).await,
        (Put, ["v1", "connections", platform]) => api::connections::put(app, &auth::caller(app, request).await?, request, platform).await,
        (Delete, ["v1", "connections", platform]) => api::connections::remove(app, &auth::caller(app, request).await?, platform).await,

        (Post, ["v1", "orders", id, "lock"]) => api::hold_desk::lock(app, &auth::caller(app, request).await?, request, id).await,
        (Delete, ["v1", "orders", id, "lock"]) => api::hold_desk::unlock(app, &auth::caller(app, request).await?, id).await,

        (Get, ["v1", "cases"]) => api::cases::list(app, &auth::caller(app, request).await?, request).await,
        (Post, ["v1", "cases", "next"]) => api::cases::take_next(app, &auth::caller(app, request).await?, request).await,
        (Get, ["v1", "cases", id]) => api::cases::show(app, &auth::caller(app, request).await?, id).await,
        (Post, ["v1", "cases", id, "resolution"]) => api::cases::resolve(app, &auth::caller(app, request).await?, request, id).await,
        (Post, ["v1", "cases", id, "notes"]) => api::cases::note(app, &auth::caller(app, request).await?, request, id).await,
        (Post, ["v1", "cases", id, "assign"]) => api::cases::assign(app, &auth::caller(app, request).await?, request, id).await,
        (Post, ["v1", "cases", id, "snooze"]) => api::cases::snooze(app, &auth::caller(app, request).await?, request, id).await,

        (Get, ["v1", "shop"]) => api::shop_settings::show(app, &auth::caller(app, request).await?).await,
        (Put, ["v1", "shop"]) => api::shop_settings::replace(app, &auth::caller(app, request).await?, request).await,

        (Get, ["v1", "customers"]) => api::customers::list(app, &auth::caller(app, request).await?, request).await,
        (Post, ["v1", "customers", "search"]) => api::customers::search(app, &auth::caller(app, request).await?, request).await,
        (Get, ["v1", "customers", key]) => api::customers::show(app, &auth::caller(app, request).await?, key).await,

        (Get, ["v1", "contacts"]) => api::contacts::list(app, &auth::caller(app, request).await?).await,
        (Post, ["v1", "contacts"]) => api::contacts::create(app, &auth::caller(app, request).await?, request).await,
        (Get, ["v1", "contacts", id]) => api::contacts::show(app, &auth::caller(app, request).await?, id).await,
        (Put, ["v1", "contacts", id]) => api::contacts::replace(app, &auth::caller(app, request).await?, request, id).await,
        (Delete, ["v1", "contacts", id]) => api::contacts::remove(app, &auth::caller(app, request).await?, id).await,
        (Post, ["v1", "contacts", id, "test"]) => api::contacts::test(app, &auth::caller(app, request).await?, request, id).await,
        (Get, ["v1", "mails", id]) => api::contacts::mail(app, &auth::caller(app, request).await?, id).await,
        (Post, ["v1", "mail-events", api]) => api::mail_events::receive(app, request, api).await,

        (Get, ["v1", "entries"]) => api::entries::list(app, &auth::caller(app, request).await?, request).await,
        (Post, ["v1", "entries"]) => api::entries::create(app, &auth::caller(app, request).await?, request).await,
        (Post, ["v1", "entries", "import"]) => api::entry_files::import(app, &auth::caller(app, request).await?, request).await,
        (Get, ["v1", "entries", "export"]) => api::entry_files::export(app, &auth::caller(app, request).await?).await,
        (Get, ["v1", "entries", id]) => api::entries::show(app, &auth::caller(app, request).await?, id).await,
        (Put, ["v1", "entries", id]) => api::entries::replace(app, &auth::caller(app, request).await?, request, id).await,
        (Delete, ["v1", "entries", id]) => api::entries::remove(app, &auth::caller(app, request).await?, id).await,

        (Get, ["v1", "settings"]) => api::drafts::settings(app, &auth::caller(app, request).await?).await,
        (Put, ["v1", "settings"]) => api::drafts::replace_settings(app, &auth::caller(app, request).await?, request).await,
        (_, ["v1", "rules", rest @ ..]) => draft_part::<RuleDraft>(app, request, rest).await,
        (_, ["v1", "variables", rest @ ..]) => draft_part::<VariableDraft>(app, request, rest).await,
        (_, ["v1", "lists", rest @ ..]) => draft_part::<ListDraft>(app, request, rest).await,
        (Post, ["v1", "snapshots"]) => api::snapshots::publish(app, &auth::caller(app, request).await?, request).await,
        (Get, ["v1", "snapshots", number]) => api::snapshots::show(app, &auth::caller(app, request).await?, number).await,

        (Get | Head, ["answer", token]) => answers::show(app, token).await,
        (Post, ["answer", token]) => answers::take(app, request, token).await,

        (Get, ["admin", "sign-in", token]) => Ok(admin::sign_in_page(token)),
        (Post, ["admin", "sign-in", token]) => admin::sign_in(app, request, token).await,
        (Get | Head, ["admin"]) => Ok(Answer::empty(308).with("location", "/admin/")),
        (Get | Head, ["admin", ..]) => admin::file(app, path).await,
        (Get | Head, [""]) => Ok(Answer::empty(302).with("location", "/admin/")),

        (_, known) if allowed(known).is_some() => Err(not_allowed(allowed(known).unwrap_or_default())),
        _ => Err(Failure::not_found("route")),
    }
}

/// The routes of one kind of named part of a draft.
async fn draft_part<T: Part>(app: &App, request: &mut Request, rest: &[&str]) -> Result<Answer, Failure> {
    use Method::{Delete, Get, Post, Put};
    let method = request.method();
    let caller = auth::caller(app, request).await?;
    match (method, rest) {
        (Get, []) => api::drafts::list::<T>(app, &caller).await,
        (Post, []) => api::drafts::create::<T>(app, &caller, request).await,
        (Get, [key]) => api::drafts::show::<T>(app, &caller, key).await,
        (Put, [key]) => api::drafts::replace::<T>(app, &caller, request, key).await,
        (Delete, [key]) => api::drafts::remove::<T>(app, &caller, key).await,
        (_, []) => Err(not_allowed("GET or POST")),
        (_, [_]) => Err(not_allowed("GET, PUT or DELETE")),
        _ => Err(Failure::not_found("route")),
    }
}

fn not_allowed(methods: &str) -> Failure {
    Failure::refused(405, "method-not-allowed", "Method not allowed", format!("use {methods}"))
}

/// The methods of a path that exists, for whoever used another one.
fn allowed(segments: &[&str]) -> Option<&'static str> {
    match segments {
        ["v1", "orders", "bulk"] => Some("GET or POST"),
        ["v1", "orders", _, "hold" | "release" | "status" | "recheck" | "cancel" | "refund"] => Some("POST"),
        ["v1", "orders", _, "lock"] => Some("POST or DELETE"),
        ["v1", "orders", _, "commands", _, "retry"] => Some("POST"),
        ["v1", "connections"] => Some("GET"),
        ["v1", "connections", _] => Some("PUT or DELETE"),
        ["v1", "cases", "next"] => Some("POST"),
        ["v1", "cases", _, "resolution" | "notes" | "assign" | "snooze"] => Some("POST"),
        ["v1", "customers", "search"] => Some("POST"),
        ["v1", "customers"] | ["v1", "customers", _] => Some("GET"),
        ["v1", "contacts"] => Some("GET or POST"),
        ["v1", "contacts", _] => Some("GET, PUT or DELETE"),
        ["v1", "contacts", _, "test"] | ["v1", "mail-events", _] => Some("POST"),
        ["v1", "mails", _] => Some("GET"),
        ["v1", "holds"] | ["v1", "cases"] | ["v1", "cases", _] => Some("GET"),
        ["v1", "shop"] => Some("GET or PUT"),
        ["answer", _] => Some("GET or POST"),
        ["healthz"] | ["v1", "orders", _] | ["v1", "orders", _, "fulfilment"] => Some("GET"),
        ["v1", "webhooks", _] | ["v1", "shops"] | ["v1", "shops", _, "sign-in-links"] | ["v1", "checks"] => Some("POST"),
        ["v1", "orders"] | ["v1", "entries"] | ["admin", "sign-in", _] => Some("GET or POST"),
        ["v1", "session"] => Some("GET or DELETE"),
        ["v1", "settings"] => Some("GET or PUT"),
        ["v1", "snapshots"] => Some("POST"),
        ["v1", "snapshots", _] => Some("GET"),
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
