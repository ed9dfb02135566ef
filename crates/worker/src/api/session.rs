//! Sign-in links and the session of the admin page.

use ordergate_casework::{ShopSettings, hex_digest};
use ordergate_store::session;
use ordergate_store::shop::{self, ShopRow};
use serde::Serialize;

use crate::answer::Answer;
use crate::app::{App, random_hex};
use crate::auth::{Actor, Caller};
use crate::d1;
use crate::failure::Failure;
use crate::intake::ruleset;

use super::time;

/// A link works for 24 hours.
const LINK_MILLIS: i64 = 24 * 3_600_000;

#[derive(Serialize)]
struct LinkJson {
    url: String,
}

#[derive(Serialize)]
struct SessionJson<'a> {
    shop: ShopJson<'a>,
    expires_at: Option<String>,
}

#[derive(Serialize)]
struct ShopJson<'a> {
    id: &'a str,
    name: &'a str,
    minimum_points: Option<i32>,
    /// `None`: not set, 24 hours are in force.
    stop_window_hours: Option<u32>,
    default_country: Option<&'a str>,
    time_zone: Option<&'a str>,
    snapshot: i64,
}

/// `POST /v1/shops/{shop}/sign-in-links`, for the operator.
pub(crate) async fn create_link(app: &App, shop_id: &str) -> Result<Answer, Failure> {
    let database = app.database()?;
    let row: Option<ShopRow> = d1::first(&database, shop::by_id(shop_id)).await?;
    row.ok_or_else(|| Failure::not_found("shop"))?;
    let token = random_hex::<32>();
    d1::batch(&database, vec![session::add_link(shop_id, &hex_digest(token.as_bytes()), app.now().plus_millis(LINK_MILLIS))]).await?;
    Answer::json(201, &LinkJson { url: format!("/admin/sign-in/{token}") })
}

/// `GET /v1/session`.
pub(crate) async fn show(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let loaded = ruleset(app, &caller.shop).await?;
    let row: Option<ShopRow> = d1::first(&app.database()?, shop::by_id(&caller.shop)).await?;
    let row = row.ok_or_else(|| Failure::not_found("shop"))?;
    let settings = loaded.ruleset().settings();
    let expires_at = match caller.actor {
        Actor::Staff { expires_at, .. } => Some(time(expires_at).to_string()),
        Actor::Server => None,
    };
    let shop = ShopJson {
        id: &caller.shop,
        name: &row.name,
        minimum_points: settings.minimum_points,
        stop_window_hours: ShopSettings::stored(&row.settings).stop_window_hours,
        default_country: settings.default_country.as_deref(),
        time_zone: settings.time_zone.as_deref(),
        snapshot: row.snapshot,
    };
    Answer::json(200, &SessionJson { shop, expires_at })
}

/// `DELETE /v1/session`.
pub(crate) async fn end(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    if let Actor::Staff { token_digest, .. } = &caller.actor {
        d1::batch(&app.database()?, vec![session::end(&caller.shop, token_digest)]).await?;
    }
    Ok(Answer::empty(204).with("set-cookie", format!("{}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0", crate::auth::COOKIE)))
}
