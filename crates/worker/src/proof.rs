//! The checkout proof: tokens sealed for a checkout, opened when the order arrives.

use ordergate_casework::{CheckoutProof, TokenState};
use ordergate_screening::{Facts, Order, Timestamp};
use ordergate_secrets::Purpose;

use crate::app::{App, random_bytes};
use crate::failure::Failure;

const DAY_MILLIS: i64 = 86_400_000;
/// Clocks of shops and of the edge may differ by so much.
const SKEW_MILLIS: i64 = 300_000;
/// Every token begins with its form.
const FORM: &str = "og1.";
/// What the storefront package puts in the token's place when it got none; why stands behind it.
const DEGRADED: &str = "degraded";

/// What the token of an order comes to, but for whether it was used before.
pub(crate) struct Token {
    state: TokenState,
    /// Its id in hex, when it could be opened.
    pub(crate) id: Option<String>,
    country: Option<String>,
}

/// Seals a proof; the key is the shop's and the day's.
pub(crate) fn seal(app: &App, shop: &str, proof: &CheckoutProof) -> Result<String, Failure> {
    let context = context(shop, day(proof.asked_at));
    let sealed = app.master_key()?.seal_text(Purpose::Checkout, &context, &proof.to_bytes(), random_bytes());
    Ok(format!("{FORM}{sealed}"))
}

/// Opens the token of an order with the keys of the day it was placed and of the day before.
pub(crate) fn open(app: &App, shop: &str, order: &Order) -> Result<Token, Failure> {
    let without = |state| Ok(Token { state, id: None, country: None });
    let Some(text) = order.token.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
        return without(TokenState::Missing);
    };
    if text.starts_with(DEGRADED) {
        return without(TokenState::Degraded);
    }
    let Some(sealed) = text.strip_prefix(FORM) else { return without(TokenState::Forged) };
    let (key, last) = (app.master_key()?, day(order.placed_at.plus_millis(SKEW_MILLIS)));
    let opened = [last, last - 1].iter().find_map(|day| key.open_text(Purpose::Checkout, &context(shop, *day), sealed).ok());
    let Some(proof) = opened.and_then(|bytes| CheckoutProof::from_bytes(&bytes)) else { return without(TokenState::Forged) };
    let id = proof.id.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Token { state: proof.state(order), id: Some(id), country: proof.country })
}

impl Token {
    /// Adds what the token proves to the facts; what the caller sent wins. `used_by` is the order that
    /// carried it first.
    pub(crate) fn tell(&self, facts: &mut Facts, order: &Order, used_by: Option<&str>) {
        let reused = used_by.is_some_and(|first| first != order.id);
        let state = if reused { TokenState::Reused } else { self.state };
        facts.token.state.get_or_insert_with(|| state.as_str().to_owned());
        if facts.ip.country.is_none() {
            facts.ip.country.clone_from(&self.country);
        }
    }

    /// Whether the order carries one at all.
    pub(crate) fn is_there(&self) -> bool {
        self.state != TokenState::Missing
    }
}

fn day(at: Timestamp) -> i64 {
    at.as_millis().div_euclid(DAY_MILLIS)
}

fn context(shop: &str, day: i64) -> String {
    format!("{shop}\0{day}")
}
