//! The Cloudflare Worker of Ordergate: webhooks, API, outbox, admin page.
//!
//! In scope: carrying bytes between the outside world and the pure crates, and running their
//! statements. This is the only crate that says `worker::`, reads the clock and makes random
//! numbers. Out of scope: deciding anything about an order.

mod access;
mod admin;
mod answer;
mod answer_links;
mod answers;
mod api;
mod app;
mod auth;
mod body;
mod clock;
mod commands;
mod d1;
mod demo;
mod desk;
mod digest;
mod egress;
mod embed;
mod facts;
mod failure;
mod heartbeat;
mod intake;
mod mailer;
mod outbox;
mod page;
mod passkeys;
mod person;
mod polling;
mod proof;
mod retention;
mod roles;
mod router;
mod rulesets;
mod second_channel;
mod segments;
mod shop_routes;
mod subscription;
mod sweep;
mod unicode;
mod webcrypto;

use worker::{Context, Env, Request, Response, Result, ScheduleContext, ScheduledEvent, event};

use crate::app::App;

#[event(fetch)]
async fn fetch(request: Request, env: Env, context: Context) -> Result<Response> {
    Ok(router::answer(App::new(env), request, &context).await)
}

#[event(scheduled)]
async fn scheduled(_event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    // A failure in here is logged where it happens: this event would drop it.
    let app = App::new(env);
    sweep::step(&app).await;
    digest::write_due(&app).await;
    outbox::drain(&app).await;
    commands::drain(&app).await;
    polling::run(&app).await;
    retention::step(&app).await;
    segments::step(&app).await;
    heartbeat::beat(&app).await;
}
