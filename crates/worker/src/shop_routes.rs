//! The routes of one shop, for whoever holds its secret key or a session of its people.

use ordergate_casework::CommandKind;
use ordergate_screening::{ListDraft, RuleDraft, VariableDraft};
use worker::{Method, Request};

use crate::answer::Answer;
use crate::api;
use crate::api::drafts::Part;
use crate::app::App;
use crate::auth::Caller;
use crate::failure::Failure;
use crate::router::not_allowed;

/// Answers a request whose caller is known.
pub(crate) async fn route(app: &App, caller: &Caller, request: &mut Request, segments: &[&str]) -> Result<Answer, Failure> {
    use Method::{Delete, Get, Post, Put};
    let method = request.method();
    match (&method, segments) {
        (Get, ["v1", "session"]) => api::session::show(app, caller).await,
        (Post, ["v1", "session"]) => api::session::switch(app, caller, request).await,
        (Delete, ["v1", "session"]) => api::session::end(app, caller).await,
        (Get, ["v1", "sessions"]) => api::session::list(app, caller).await,
        (Delete, ["v1", "sessions", id]) => api::session::end_one(app, caller, id).await,
        (Get, ["v1", "passkeys"]) => api::passkeys::list(app, caller).await,
        (Post, ["v1", "passkeys", "challenge"]) => api::passkeys::challenge(app, caller, request).await,
        (Post, ["v1", "passkeys"]) => api::passkeys::create(app, caller, request).await,
        (Delete, ["v1", "passkeys", id]) => api::passkeys::remove(app, caller, id).await,
        (Get, ["v1", "users"]) => api::users::list(app, caller).await,
        (Post, ["v1", "users"]) => api::users::create(app, caller, request).await,
        (Put, ["v1", "users", id]) => api::users::replace(app, caller, request, id).await,
        (Delete, ["v1", "users", id]) => api::users::remove(app, caller, id).await,
        (Post, ["v1", "users", id, "sign-in-links"]) => api::users::link(app, caller, request, id).await,

        (Post, ["v1", "orders"]) => api::orders::create(app, caller, request).await,
        (Get, ["v1", "orders"]) => api::orders::list(app, caller, request).await,
        (Get, ["v1", "orders", id]) => api::orders::show(app, caller, id).await,
        (Get, ["v1", "orders", id, "fulfilment"]) => api::orders::fulfilment(app, caller, id).await,
        (Post, ["v1", "orders", "bulk"]) => api::holds::bulk(app, caller, request).await,
        (Post, ["v1", "orders", "exports"]) => api::order_exports::create(app, caller, request).await,
        (Post, ["v1", "orders", id, "hold"]) => api::holds::hold(app, caller, request, id).await,
        (Post, ["v1", "orders", id, "release"]) => api::holds::release(app, caller, request, id).await,
        (Post, ["v1", "orders", id, "status"]) => api::holds::status(app, caller, request, id).await,
        (Post, ["v1", "orders", id, "recheck"]) => api::holds::recheck_one(app, caller, request, id).await,
        (Post, ["v1", "checks"]) => api::checks::create(app, caller, request).await,

        (Get, ["v1", "holds"]) => api::hold_desk::list(app, caller, request).await,
        (Post, ["v1", "orders", id, "cancel"]) => api::commands::request(app, caller, request, id, CommandKind::Cancel).await,
        (Post, ["v1", "orders", id, "refund"]) => api::commands::request(app, caller, request, id, CommandKind::Refund).await,
        (Post, ["v1", "orders", id, "commands", command, "retry"]) => api::commands::retry(app, caller, id, command).await,
        (Get, ["v1", "commands"]) => api::stuck_commands::list(app, caller).await,
        (Get, ["v1", "connections"]) => api::connections::list(app, caller).await,
        (Put, ["v1", "connections", platform]) => api::connections::put(app, caller, request, platform).await,
        (Delete, ["v1", "connections", platform]) => api::connections::remove(app, caller, platform).await,

        (Post, ["v1", "orders", id, "lock"]) => api::hold_desk::lock(app, caller, request, id).await,
        (Delete, ["v1", "orders", id, "lock"]) => api::hold_desk::unlock(app, caller, id).await,

        (Get, ["v1", "cases"]) => api::cases::list(app, caller, request).await,
        (Post, ["v1", "cases", "next"]) => api::cases::take_next(app, caller, request).await,
        (Get, ["v1", "cases", id]) => api::cases::show(app, caller, id).await,
        (Post, ["v1", "cases", id, "resolution"]) => api::cases::resolve(app, caller, request, id).await,
        (Post, ["v1", "cases", id, "notes"]) => api::cases::note(app, caller, request, id).await,
        (Post, ["v1", "cases", id, "assign"]) => api::cases::assign(app, caller, request, id).await,
        (Post, ["v1", "cases", id, "snooze"]) => api::cases::snooze(app, caller, request, id).await,

        (Get, ["v1", "shop"]) => api::shop_settings::show(app, caller).await,
        (Put, ["v1", "shop"]) => api::shop_settings::replace(app, caller, request).await,

        (Post, ["v1", "privacy", "export"]) => api::privacy::export(app, caller, request).await,
        (Post, ["v1", "privacy", "erase"]) => api::privacy::erase(app, caller, request).await,
        (Get, ["v1", "today"]) => api::today::show(app, caller).await,
        (Get, ["v1", "statistics"]) => api::statistics::show(app, caller, request).await,
        (Post, ["v1", "orders", id, "labels"]) => api::statistics::label(app, caller, request, id).await,

        (Get, ["v1", "customers"]) => api::customers::list(app, caller, request).await,
        (Post, ["v1", "customers", "bulk"]) => api::customers::bulk(app, caller, request).await,
        (Post, ["v1", "customers", "search"]) => api::customers::search(app, caller, request).await,
        (Get, ["v1", "customers", key]) => api::customers::show(app, caller, key).await,

        (Get, ["v1", "contacts"]) => api::contacts::list(app, caller).await,
        (Post, ["v1", "contacts"]) => api::contacts::create(app, caller, request).await,
        (Get, ["v1", "contacts", id]) => api::contacts::show(app, caller, id).await,
        (Put, ["v1", "contacts", id]) => api::contacts::replace(app, caller, request, id).await,
        (Delete, ["v1", "contacts", id]) => api::contacts::remove(app, caller, id).await,
        (Post, ["v1", "contacts", id, "test"]) => api::contacts::test(app, caller, request, id).await,
        (Get, ["v1", "outbox"]) => api::outbox::list(app, caller, request).await,
        (Get, ["v1", "mails", id]) => api::outbox::show(app, caller, id).await,
        (Post, ["v1", "mails", id, "retry"]) => api::outbox::retry(app, caller, id).await,

        (Get, ["v1", "keys"]) => api::keys::list(app, caller).await,
        (Post, ["v1", "keys"]) => api::keys::create(app, caller, request).await,
        (Put, ["v1", "keys", id]) => api::keys::replace(app, caller, request, id).await,
        (Delete, ["v1", "keys", id]) => api::keys::revoke(app, caller, id).await,
        (Post, ["v1", "keys", id, "rotate"]) => api::keys::rotate(app, caller, request, id).await,
        (Get, ["v1", "endpoints"]) => api::endpoints::list(app, caller).await,
        (Post, ["v1", "endpoints"]) => api::endpoints::create(app, caller, request).await,
        (Delete, ["v1", "endpoints", id]) => api::endpoints::remove(app, caller, id).await,
        (Post, ["v1", "endpoints", id, "rotate"]) => api::endpoints::rotate(app, caller, request, id).await,
        (Get, ["v1", "endpoints", id, "deliveries"]) => api::deliveries::list(app, caller, request, id).await,
        (Post, ["v1", "endpoints", id, "deliveries", delivery, "replay"]) => {
            api::deliveries::replay(app, caller, request, id, delivery).await
        }
        (Get, ["v1", "audit"]) => api::audit::list(app, caller, request).await,
        (Get, ["v1", "entries"]) => api::entries::list(app, caller, request).await,
        (Post, ["v1", "entries"]) => api::entries::create(app, caller, request).await,
        (Post, ["v1", "entries", "import"]) => api::entry_files::import(app, caller, request).await,
        (Post, ["v1", "entries", "preview"]) => api::entry_preview::show(app, caller, request).await,
        (Get, ["v1", "entries", "export"]) => api::entry_files::export(app, caller).await,
        (Get, ["v1", "entries", id]) => api::entries::show(app, caller, id).await,
        (Put, ["v1", "entries", id]) => api::entries::replace(app, caller, request, id).await,
        (Delete, ["v1", "entries", id]) => api::entries::remove(app, caller, id).await,

        (Get, ["v1", "settings"]) => api::drafts::settings(app, caller).await,
        (Put, ["v1", "settings"]) => api::drafts::replace_settings(app, caller, request).await,
        (_, ["v1", "rules", rest @ ..]) => draft_part::<RuleDraft>(app, caller, request, rest).await,
        (_, ["v1", "variables", rest @ ..]) => draft_part::<VariableDraft>(app, caller, request, rest).await,
        (_, ["v1", "lists", rest @ ..]) => draft_part::<ListDraft>(app, caller, request, rest).await,
        (Post, ["v1", "snapshots"]) => api::snapshots::publish(app, caller, request).await,
        (Get, ["v1", "snapshots", "current", "bytes"]) => api::snapshots::bytes(app, caller).await,
        (Get, ["v1", "snapshots", number]) => api::snapshots::show(app, caller, number).await,

        _ => Err(Failure::not_found("route")),
    }
}

/// The routes of one kind of named part of a draft.
async fn draft_part<T: Part>(app: &App, caller: &Caller, request: &mut Request, rest: &[&str]) -> Result<Answer, Failure> {
    use Method::{Delete, Get, Post, Put};
    let method = request.method();
    match (method, rest) {
        (Get, []) => api::drafts::list::<T>(app, caller).await,
        (Post, []) => api::drafts::create::<T>(app, caller, request).await,
        (Get, [key]) => api::drafts::show::<T>(app, caller, key).await,
        (Put, [key]) => api::drafts::replace::<T>(app, caller, request, key).await,
        (Delete, [key]) => api::drafts::remove::<T>(app, caller, request, key).await,
        (_, []) => Err(not_allowed("GET or POST")),
        (_, [_]) => Err(not_allowed("GET, PUT or DELETE")),
        _ => Err(Failure::not_found("route")),
    }
}
