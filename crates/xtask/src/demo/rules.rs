//! The demo shop's public rule: expensive computers and cameras are not offered cash on delivery, and are held when they come with it all the
//! same. Only the pages at /demo say categories, so that the rule leaves the platforms' orders as they are.

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
            "id": "large_cod", "name": "Expensive goods, cash on delivery",
            "when": "order.total > 1500 and any(lines, line.category in [\"computers\", \"photo\"])",
            "effect": "hold", "visibility": "public", "hides": ["cod"],
        }),
    )?;
    send("/v1/snapshots", json!({ "expected": 1 }))?;
    Ok(())
}
