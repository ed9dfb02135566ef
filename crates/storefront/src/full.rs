//! Server-side JavaScript and the admin page: the engine with drafts and snapshots as they are.

use ordergate_screening::{Draft, Facts, Order, Ruleset, Timestamp};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Checks an order: draft, order and facts are JSON as in the contract, `now` is RFC 3339 in UTC; returns the Check as JSON.
///
/// # Errors
/// Throws an `Error` with the problem's text when one of them cannot be read.
#[wasm_bindgen]
pub fn check(draft_json: &str, order_json: &str, facts_json: &str, now: &str) -> Result<String, JsError> {
    Screener::from_draft(draft_json)?.check(order_json, facts_json, now)
}

/// A ruleset that is read once and checks any number of orders.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Screener(Ruleset);

#[wasm_bindgen]
impl Screener {
    /// Reads a draft, JSON as in the contract.
    ///
    /// # Errors
    /// Throws an `Error` with every problem of the draft.
    #[wasm_bindgen(js_name = fromDraft)]
    pub fn from_draft(draft_json: &str) -> Result<Self, JsError> {
        Ok(Self(Ruleset::compile(&Draft::from_json(draft_json.as_bytes())?)?))
    }

    /// Opens a published snapshot.
    ///
    /// # Errors
    /// Throws an `Error` that says why the bytes are no snapshot this engine reads.
    #[wasm_bindgen(js_name = fromSnapshot)]
    pub fn from_snapshot(bytes: Vec<u8>) -> Result<Self, JsError> {
        Ok(Self(Ruleset::from_snapshot(bytes)?))
    }

    /// The ruleset as the bytes of a snapshot, for [`Screener::from_snapshot`].
    #[wasm_bindgen(js_name = toSnapshot)]
    pub fn to_snapshot(&self) -> Vec<u8> {
        self.0.to_snapshot()
    }

    /// Checks an order: order and facts are JSON as in the contract, `now` is RFC 3339 in UTC; returns the Check as JSON.
    ///
    /// # Errors
    /// Throws an `Error` with the problem's text when one of them cannot be read.
    pub fn check(&self, order_json: &str, facts_json: &str, now: &str) -> Result<String, JsError> {
        let order = Order::from_json(order_json.as_bytes())?;
        let facts = Facts::from_json(facts_json.as_bytes())?;
        let now: Timestamp = now.parse()?;
        Ok(ordergate_screening::check(&order, &facts, &self.0, now).to_json())
    }
}
