//! Server-side JavaScript and the admin page: the engine with drafts and snapshots as they are.

use ordergate_screening::{Draft, Facts, Invalid, Order, Problem, Ruleset, Timestamp, rule};
use serde_json::{Value, json};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Checks an order: draft, order and facts are JSON as in the contract, `now` is RFC 3339 in UTC; returns the Check as JSON.
///
/// # Errors
/// Throws an `Error` with the problem's text when one of them cannot be read.
#[wasm_bindgen]
pub fn check(draft_json: &str, order_json: &str, facts_json: &str, now: &str) -> Result<String, JsError> {
    Screener::from_draft(draft_json)?.check(order_json, facts_json, now)
}

/// What an editor says of a draft, JSON as in the contract: `{"problems": [{pointer, detail}], "warnings": [{pointer,
/// detail}], "cost": {steps, budget, rules: [{id, steps}]} | null}`. What has problems has no cost.
#[wasm_bindgen]
pub fn review(draft_json: &str) -> String {
    let draft = match Draft::from_json(draft_json.as_bytes()) {
        Ok(draft) => draft,
        Err(invalid) => return reviewed(&invalid, Vec::new(), Value::Null),
    };
    let warnings = draft.rules.iter().enumerate().flat_map(|(index, rule)| {
        let warned = move |warning: rule::RuleError| Problem::new(format!("/rules/{index}/when"), format!("rule `{}`: {warning}", rule.id));
        rule::warnings(&rule.when).into_iter().map(warned)
    });
    let warnings = warnings.collect();
    match Ruleset::compile_without_index(&draft) {
        Ok(ruleset) => reviewed(&Invalid { problems: Vec::new() }, warnings, json!(ruleset.cost())),
        Err(invalid) => reviewed(&invalid, warnings, Value::Null),
    }
}

fn reviewed(Invalid { problems }: &Invalid, warnings: Vec<Problem>, cost: Value) -> String {
    let list = |problems: &[Problem]| -> Vec<Value> {
        problems.iter().map(|Problem { pointer, detail }| json!({ "pointer": pointer, "detail": detail })).collect()
    };
    json!({ "problems": list(problems), "warnings": list(&warnings), "cost": cost }).to_string()
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

#[cfg(test)]
mod tests {
    use super::review;
    use serde_json::{Value, json};

    fn reviewed(rules: Value) -> Value {
        let draft = json!({ "settings": { "active": true }, "rules": rules }).to_string();
        serde_json::from_str(&review(&draft)).unwrap_or_default()
    }

    #[test]
    fn a_draft_in_order_costs_something_and_warns_of_what_is_seldom_meant() {
        let said = reviewed(json!([{ "id": "r", "when": "not (billing.country == \"PL\")", "points": 5 }]));
        assert_eq!(said["problems"], json!([]));
        assert_eq!(said["warnings"][0]["pointer"], "/rules/0/when");
        assert_eq!(said["cost"]["rules"][0]["id"], "r");
        assert!(said["cost"]["steps"].as_u64().is_some_and(|steps| steps > 0));
    }

    #[test]
    fn what_is_wrong_has_its_place_and_no_cost() {
        let said = reviewed(json!([{ "id": "r", "when": "billing.contry == \"PL\"", "points": 5 }]));
        assert_eq!(said["problems"][0]["pointer"], "/rules/0/when");
        let detail = said["problems"][0]["detail"].as_str().unwrap_or_default();
        assert!(detail.starts_with("rule `r`: line 1, column 1: ") && detail.contains("billing.country"), "{detail}");
        assert_eq!(said["cost"], Value::Null);
        assert_eq!(serde_json::from_str::<Value>(&review("{")).unwrap_or_default()["cost"], Value::Null);
    }
}
