//! The demo shop's blacklist: what a merchant would have written down in a year. `suspects.rs` holds the orders that meet it.

use super::accepted;
use crate::http;
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// Adds every entry through the API.
pub(crate) fn send(port: u16, key: &str) -> Result<()> {
    for (index, entry) in entries().into_iter().enumerate() {
        let answer = http::post(port, "/v1/entries", &[("Authorization", &format!("Bearer {key}"))], entry.to_string().as_bytes())?;
        accepted("/v1/entries", answer).with_context(|| format!("entry {index}: {entry}"))?;
    }
    Ok(())
}

/// One field without an effect takes the default points of its type; several fields without one only mark.
fn entries() -> Vec<Value> {
    vec![
        json!({ "fields": { "email": "marek.zielony@poczta.example" }, "reason": "three parcels not collected" }),
        json!({ "fields": { "phone": "+48 602 100 901" }, "reason": "three parcels not collected" }),
        json!({ "fields": { "email": "k.gorecki@skrzynka.example" }, "effect": "points", "points": 60, "reason": "chargeback in March" }),
        json!({ "fields": { "first_name": "Dawid", "last_name": "Łęczycki", "city": "Wrocław" }, "reason": "refuses cash on delivery" }),
        json!({ "fields": { "street": "ul. Długa", "house_number": "12/4", "city": "Wrocław" }, "effect": "hold", "reason": "empty flat, parcels picked up by strangers" }),
        json!({ "fields": { "first_name": "Renata", "last_name": "Czarnecka", "city": "Gdynia" }, "effect": "hold_always", "reason": "stolen identity, police informed" }),
        json!({ "fields": { "company": "Szybki Zysk Sp. z o.o." }, "effect": "points", "points": 55, "reason": "unpaid invoices" }),
        json!({ "fields": { "email_domain": "jednorazowy.example" }, "effect": "points", "points": 25, "reason": "throw-away addresses" }),
        json!({ "fields": { "street": "ul. Portowa", "house_number": "3", "postcode": "81-350" }, "reason": "parcel forwarder" }),
        json!({ "fields": { "first_name": "Selçuk", "last_name": "Öztürk", "city": "İzmir" }, "effect": "hold", "reason": "cards of other people" }),
        json!({ "fields": { "email": "siparis.cem@posta.example" }, "reason": "returned empty boxes" }),
        json!({ "fields": { "phone": "+90 555 900 77 10" }, "reason": "returned empty boxes" }),
        json!({ "fields": { "street": "Atatürk Caddesi", "house_number": "80", "city": "İzmir" }, "reason": "forwarding address" }),
        json!({ "fields": { "first_name": "João", "last_name": "Gonçalves", "city": "São Paulo" }, "effect": "hold", "reason": "two chargebacks, drones" }),
        json!({ "fields": { "email": "compras.rapidas@correio.example" }, "effect": "points", "points": 55, "reason": "chargeback in June" }),
        json!({ "fields": { "phone": "+55 11 97000-4410" }, "reason": "chargeback in June" }),
        json!({ "fields": { "street": "Rua das Flores", "house_number": "245", "city": "São Paulo" }, "reason": "reshipper" }),
        json!({ "fields": { "first_name": "Giuseppe", "last_name": "D'Alò", "city": "Bari" }, "reason": "says parcels never arrive" }),
        json!({ "fields": { "street": "Via Garibaldi", "house_number": "44", "city": "Torino" }, "effect": "hold", "reason": "vacant house" }),
        json!({ "fields": { "email": "acquisti.lampo@posta-it.example" }, "reason": "refund abuse" }),
        json!({ "fields": { "phone": "+39 351 900 0917" }, "reason": "refund abuse" }),
        json!({ "fields": { "first_name": "Callum", "last_name": "Whitmore", "postcode": "M1 4BT" }, "reason": "chargeback, watch W7" }),
        json!({ "fields": { "email": "c.whitmore@mail.example" }, "effect": "points", "points": 45, "reason": "chargeback, watch W7" }),
        json!({ "fields": { "ip": "198.51.100.77" }, "effect": "points", "points": 35, "reason": "tried many cards in one night" }),
        json!({ "fields": { "ip": "203.0.113.64/27" }, "effect": "hold", "reason": "hosting range, card testing in October" }),
        json!({ "fields": { "email": "ola.testy@poczta.example", "last_name": "Wiśniewska" }, "effect": "allow", "reason": "our own test orders" }),
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_effect_occurs() {
        let entries = super::entries();
        assert_eq!(entries.len(), 26);
        for effect in ["points", "hold", "hold_always", "allow"] {
            assert!(entries.iter().any(|entry| entry["effect"] == effect), "{effect}");
        }
    }
}
