//! `POST /v1/orders/exports`: somebody takes orders away as a file. The admin page writes the file; it
//! is noted here first, and without this note there is none.

use std::collections::BTreeMap;

use ordergate_screening::{Invalid, Problem};
use ordergate_store::audit;
use serde::Deserialize;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;

use super::orders::filter_of;

const TITLE: &str = "The export is not valid";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExportJson {
    /// How many orders are in the file.
    orders: u32,
    /// What the list was narrowed to, as `GET /v1/orders` spells it; absent when the orders were
    /// selected one by one.
    filters: Option<BTreeMap<String, String>>,
}

/// Notes who exports how many orders, and by which filters. A number names an order, and its order a
/// buyer: of it only that there was one is noted.
pub(crate) async fn create(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let ExportJson { orders, filters } = super::body(&read(request, API_CAP).await?, TITLE)?;
    let mut noted = vec![format!("orders: {orders}")];
    match filters {
        None => noted.push("selected".to_owned()),
        Some(mut filters) => {
            noted.extend(filters.remove("number").map(|_| "by a number".to_owned()));
            let filters: Vec<(String, String)> = filters.into_iter().collect();
            filter_of(&filters).map_err(|(name, detail)| {
                Failure::invalid(TITLE, Invalid { problems: vec![Problem::new(format!("/filters/{name}"), detail)] })
            })?;
            noted.extend(filters.iter().map(|(name, value)| format!("{name}: {value}")));
        }
    }
    let line = audit::add(&caller.shop, "orders", app.now(), &app.id(), caller.actor.as_str(), "orders.exported", &noted.join("; "));
    d1::batch(&app.database()?, vec![line]).await?;
    Ok(Answer::empty(204))
}
