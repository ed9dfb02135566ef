//! `/v1/shop`: what a shop sets beside its draft, in force at once.

use ordergate_casework::ShopSettings;
use ordergate_screening::Invalid;
use ordergate_store::shop::{self, ShopRow};
use ordergate_store::{Statement, audit};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;

use super::body;

const TITLE: &str = "The settings are not valid";
const LONGEST_NAME: usize = 100;

#[derive(Serialize)]
struct ShopJson<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(flatten)]
    settings: &'a ShopSettings,
}

/// Serde cannot both flatten and refuse unknown fields, so the name is taken out first.
#[derive(Deserialize)]
struct NameJson {
    name: Option<String>,
}

/// `GET /v1/shop`.
pub(crate) async fn show(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let row: Option<ShopRow> = d1::first(&app.database()?, shop::by_id(&caller.shop)).await?;
    let row = row.ok_or_else(|| Failure::not_found("shop"))?;
    Answer::json(200, &ShopJson { id: &caller.shop, name: &row.name, settings: &ShopSettings::stored(&row.settings) })
}

/// `PUT /v1/shop`: a setting that is not named goes back to what it is by default; the name stays.
pub(crate) async fn replace(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let bytes = read(request, API_CAP).await?;
    let NameJson { name } = body(&bytes, TITLE)?;
    let mut rest: serde_json::Map<String, serde_json::Value> = body(&bytes, TITLE)?;
    rest.remove("name");
    let rest = serde_json::to_vec(&rest).map_err(|error| Failure::internal("settings", &error))?;
    let settings = body::<ShopSettings>(&rest, TITLE)?.checked().map_err(|invalid| Failure::invalid(TITLE, invalid))?;
    let row: Option<ShopRow> = d1::first(&app.database()?, shop::by_id(&caller.shop)).await?;
    let row = row.ok_or_else(|| Failure::not_found("shop"))?;
    let name = match name.map(|name| name.trim().to_owned()) {
        None => row.name,
        Some(name) if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) => {
            return Err(Failure::invalid(TITLE, Invalid::one("/name", format!("must be 1 to {LONGEST_NAME} characters in one line"))));
        }
        Some(name) => name,
    };
    let text = serde_json::to_string(&settings).map_err(|error| Failure::internal("settings", &error))?;
    let before = serde_json::to_string(&ShopSettings::stored(&row.settings)).unwrap_or_default();
    let batch = vec![
        shop::set(&caller.shop, &name, &text),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, "shop", app.now(), &app.id(), caller.actor.as_str(), "shop.settings", &format!("{before} -> {text}")),
    ];
    d1::batch(&app.database()?, batch).await?;
    Answer::json(200, &ShopJson { id: &caller.shop, name: &name, settings: &settings })
}
