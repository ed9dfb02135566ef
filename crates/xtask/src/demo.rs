//! The demo shop: made once a state folder, by talking to the running Worker as an operator, a merchant and two shop platforms would.
//!
//! Everything but the dates is the same in every run; the last order is a few minutes old when seeding begins.

mod basket;
mod blacklist;
mod country;
mod desk;
mod orders;
mod people;
mod random;
mod rules;
mod send;
mod shopify;
mod suspects;
mod woocommerce;

use crate::{http, secrets};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Instant, SystemTime};

/// How old the newest order is when seeding begins.
const NEWEST_ORDER_AGE_SECONDS: i64 = 240;

/// The demo shop of one state folder, with a fresh sign-in link.
pub(crate) struct Shop {
    record: Value,
    sign_in: String,
}

/// Finds or makes the demo shop: 1. the shop; 2. its blacklist; 3. its orders; 4. its public rule; 5. what its people did; 6. a sign-in link, which works
/// once, so each start asks for a new one. What was done is written down after each step; an interrupted seeding goes on where it stopped.
pub(crate) fn shop(port: u16, state: &Path, operator_key: &str, stopped: &AtomicBool) -> Result<Shop> {
    let file = Record(state.join("shop.json"));
    let mut record = match file.read()? {
        Some(record) => record,
        None => {
            let shop = create(port, operator_key)?;
            let newest = unix_now()? / 60 * 60 - NEWEST_ORDER_AGE_SECONDS;
            file.write(json!({ "shop": shop, "newest_order": newest, "done": "shop" }))?
        }
    };
    let done = |record: &Value, steps: &[&str]| record.get("done").and_then(Value::as_str).is_some_and(|done| steps.contains(&done));
    if done(&record, &["shop"]) {
        blacklist::send(port, text(&record, "/shop/sk")?)?;
        record = file.step(record, "blacklist")?;
    }
    if done(&record, &["blacklist"]) {
        let begin = Instant::now();
        let newest = record.get("newest_order").and_then(Value::as_i64).context("shop.json has no newest_order")?;
        let orders = orders::all(newest);
        println!("seeding     {} orders", orders.len());
        let endpoints = send::Endpoints::read(&record)?;
        send::all(port, &endpoints, &orders, stopped)?;
        if stopped.load(Ordering::Relaxed) {
            bail!("stopped while seeding; the next start goes on");
        }
        println!("seeded      in {:.1} s", begin.elapsed().as_secs_f32());
        record = file.step(record, "orders")?;
    }
    if done(&record, &["orders"]) {
        rules::publish(port, text(&record, "/shop/sk")?)?;
        record = file.step(record, "rules")?;
    }
    if done(&record, &["rules"]) {
        desk::work(port, &send::Endpoints::read(&record)?, text(&record, "/shop/sk")?, unix_now()?)?;
        record = file.step(record, "desk")?;
    }
    let path = format!("/v1/shops/{}/sign-in-links", text(&record, "/shop/shop")?);
    let link = accepted(&path, http::post(port, &path, &[("Authorization", &format!("Bearer {operator_key}"))], b"")?)?;
    let sign_in = text(&link, "/url")?.to_owned();
    Ok(Shop { record, sign_in })
}

fn unix_now() -> Result<i64> {
    Ok(SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs() as i64)
}

impl Shop {
    /// What scripts read, with addresses in full.
    pub(crate) fn describe(&self, url: &str, page: &str) -> Value {
        let get = |pointer: &str| self.record.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        let endpoint = |name: &str| {
            let (path, secret) = (get(&format!("/shop/endpoints/{name}/url")), get(&format!("/shop/endpoints/{name}/secret")));
            json!({ "url": format!("{url}{path}"), "secret": secret })
        };
        json!({
            "url": url,
            "shop": get("/shop/shop"),
            "sk": get("/shop/sk"),
            "pk": get("/shop/pk"),
            "endpoints": { "woocommerce": endpoint("woocommerce"), "shopify": endpoint("shopify") },
            "sign_in": format!("{page}{}", self.sign_in),
        })
    }
}

/// Writes demo.json: it holds keys, so only its owner can read it.
pub(crate) fn write_description(folder: &Path, description: &Value) -> Result<()> {
    secrets::write_private(&folder.join("demo.json"), &format!("{}\n", serde_json::to_string_pretty(description)?))
}

/// shop.json in the state folder: the keys of the demo shop, and how far seeding came.
struct Record(PathBuf);

impl Record {
    fn read(&self) -> Result<Option<Value>> {
        match std::fs::read_to_string(&self.0) {
            Ok(text) => {
                Ok(Some(serde_json::from_str(&text).with_context(|| format!("{} is damaged: delete the state folder", self.0.display()))?))
            }
            Err(_) => Ok(None),
        }
    }

    fn step(&self, mut record: Value, done: &str) -> Result<Value> {
        if let Some(fields) = record.as_object_mut() {
            fields.insert("done".to_owned(), done.into());
        }
        self.write(record)
    }

    fn write(&self, record: Value) -> Result<Value> {
        secrets::write_private(&self.0, &record.to_string())?;
        Ok(record)
    }
}

fn create(port: u16, operator_key: &str) -> Result<Value> {
    let shop = json!({
        "name": "Demo shop",
        "default_country": "PL",
        "time_zone": "Europe/Warsaw",
        "contacts": [
            { "name": "Ola (warehouse)", "email": "warehouse@demo.example", "language": "pl" },
            { "name": "Martin (owner)", "email": "owner@demo.example", "language": "en" },
        ],
        "endpoints": ["woocommerce", "shopify"],
        "demo": true,
    });
    let answer = http::post(port, "/v1/shops", &[("Authorization", &format!("Bearer {operator_key}"))], shop.to_string().as_bytes())?;
    accepted("/v1/shops", answer)
}

/// The JSON of a 2xx answer; anything else stops seeding with what the Worker said.
fn accepted(what: &str, answer: http::Answer) -> Result<Value> {
    if !(200..300).contains(&answer.status) {
        bail!("seeding stopped: {what} answered {}: {}", answer.status, answer.text());
    }
    serde_json::from_slice(&answer.body).with_context(|| format!("{what} answered no JSON: {}", answer.text()))
}

fn text<'a>(value: &'a Value, pointer: &str) -> Result<&'a str> {
    value.pointer(pointer).and_then(Value::as_str).with_context(|| format!("the answer has no {pointer}"))
}
