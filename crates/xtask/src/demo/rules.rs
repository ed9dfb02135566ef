//! The demo shop's public rule: large orders are not offered cash on delivery, and are held when they come with it all the same.

use super::accepted;
use crate::http;
use anyhow::Result;
use serde_json::{Value, json};

/// Adds the rule and publishes snapshot 2.
pub(crate) fn publish(port: u16, key: &str) -> Result<()> {
    let key = format!("Bearer {key}");
    let send = |path: &str, body: Value| accepted(path, http::post(port, path, &[("Authorization", &key)], body.to_string().as_bytes())?);
    send(
        "/v1/rules",
        json!({
            "id": "large_cod", "name": "Large order, cash on delivery", "when": "order.total > 1500", "effect": "hold",
            "visibility": "public", "hides": ["cod"],
        }),
    )?;
    send("/v1/snapshots", json!({ "expected": 1 }))?;
    Ok(())
}
