//! Server-side JavaScript and the admin page: the engine with drafts as they are.

use ordergate_screening::{Draft, Facts, Order, Ruleset, Timestamp};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Checks an order: draft, order and facts are JSON as in the contract, `now` is RFC 3339 in UTC; returns the Check as JSON.
///
/// # Errors
/// Throws an `Error` with the problem's text when one of them cannot be read.
#[wasm_bindgen]
pub fn check(draft_json: &str, order_json: &str, facts_json: &str, now: &str) -> Result<String, JsError> {
    let draft = Draft::from_json(draft_json.as_bytes())?;
    let ruleset = Ruleset::compile(&draft)?;
    let order = Order::from_json(order_json.as_bytes())?;
    let facts = Facts::from_json(facts_json.as_bytes())?;
    let now: Timestamp = now.parse()?;
    Ok(ordergate_screening::check(&order, &facts, &ruleset, now).to_json())
}
