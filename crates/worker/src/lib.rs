//! Placeholder that answers /healthz.

use worker::{Context, Env, Request, Response, Result, ScheduleContext, ScheduledEvent, event};

#[event(fetch)]
async fn fetch(req: Request, _env: Env, _ctx: Context) -> Result<Response> {
    match req.path().as_str() {
        "/healthz" => Response::ok("ok"),
        "/boom" => std::process::abort(),
        "/slowboom" => {
            worker::Delay::from(std::time::Duration::from_millis(200)).await;
            #[allow(clippy::panic, reason = "stub")]
            {
                panic!("boom")
            }
        }
        "/slow" => {
            worker::Delay::from(std::time::Duration::from_millis(1000)).await;
            Response::ok("slow")
        }
        _ => Response::error("not found", 404),
    }
}

#[event(scheduled)]
async fn scheduled(_event: ScheduledEvent, _env: Env, _ctx: ScheduleContext) {}
