//! What mails say about an order and about what matched in it.

use ordergate_screening::{Check, Effect, Field, Match, Order};

use super::ShopFacts;
use super::inert::{percent, short};
use super::letter::fill;
use super::words::Words;
use crate::language::Language;

/// Matches a mail lists; the order's page has them all.
const MOST_MATCHES: usize = 50;

/// The number people see, else the id.
pub(super) fn number(order: &Order) -> String {
    short(order.number.as_deref().unwrap_or(&order.id))
}

/// The order's page in the admin page.
pub(super) fn page_of(order: &str, shop: &ShopFacts) -> String {
    format!("{}/admin/#/orders/{}", shop.admin_url, percent(order))
}

/// The points, and what they exceed.
pub(super) fn points(check: &Check, language: Language, words: &Words) -> String {
    let points = language.points(i64::from(check.score));
    match check.minimum {
        Some(minimum) if check.score > minimum => fill(words.more_than, &[("points", &points), ("minimum", &minimum.to_string())]),
        _ => points,
    }
}

/// What matched, a line each.
pub(super) fn matches(check: &Check, language: Language, words: &Words) -> Vec<String> {
    let mut lines: Vec<String> = check.matches.iter().take(MOST_MATCHES).map(|found| match_line(found, language, words)).collect();
    let more = check.matches.len().saturating_sub(MOST_MATCHES);
    if more > 0 {
        lines.push(fill(words.and_more, &[("count", &more.to_string())]));
    }
    lines
}

/// One match in words: reason, effect or points, matched fields and places.
fn match_line(found: &Match, language: Language, words: &Words) -> String {
    let mut line = short(&found.reason);
    let effect = match found.effect {
        Effect::Points if found.points > 0 => format!("+{}", language.points(i64::from(found.points))),
        Effect::Points => language.points(i64::from(found.points)),
        Effect::Mark => words.effect_mark.to_owned(),
        Effect::Hold => words.effect_hold.to_owned(),
        Effect::HoldAlways => words.effect_hold_always.to_owned(),
        Effect::Allow => words.effect_allow.to_owned(),
    };
    line.push_str(&format!(" ({effect})"));
    if !found.fields.is_empty() {
        let fields: Vec<&str> = found.fields.iter().map(|field| field_name(*field, words)).collect();
        line.push_str(&format!(": {}", fields.join(", ")));
    }
    if !found.places.is_empty() {
        let places: Vec<String> = found.places.iter().map(|place| place_name(place, words)).collect();
        line.push_str(&format!(" · {}", short(&places.join(", "))));
    }
    line.push_str(&format!(" [{}]", found.source));
    line
}

fn field_name(field: Field, words: &Words) -> &'static str {
    match field {
        Field::FirstName => words.first_name,
        Field::LastName => words.last_name,
        Field::Street => words.street,
        Field::HouseNumber => words.house_number,
        Field::Postcode => words.postcode,
        Field::City => words.city,
        Field::Email => words.email,
        Field::Ip => words.ip,
        Field::Phone => words.phone,
        Field::Country => words.country,
        Field::Company => words.company,
        Field::TaxId => words.tax_id,
        Field::CustomerId => words.customer_id,
        Field::PaymentFingerprint => words.payment_fingerprint,
        Field::Device => words.device,
        Field::EmailDomain => words.email_domain,
    }
}

/// `billing`, `shipping`, `customer`, and `lines[2]` as the third line.
fn place_name(place: &str, words: &Words) -> String {
    match place {
        "billing" => words.billing.to_owned(),
        "shipping" => words.shipping.to_owned(),
        "customer" => words.customer.to_owned(),
        line => {
            let index = line.strip_prefix("lines[").and_then(|rest| rest.strip_suffix(']')).and_then(|index| index.parse::<usize>().ok());
            index.map_or_else(|| line.to_owned(), |index| fill(words.line, &[("number", &(index + 1).to_string())]))
        }
    }
}

/// Who bought, as far as the order says.
pub(super) fn buyer(order: &Order, words: &Words) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    let mut add = |name: &'static str, parts: &[&Option<String>]| {
        let value: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
        if !value.is_empty() {
            lines.push((name, short(&value.join(" "))));
        }
    };
    let places =
        [(&order.billing, words.billing_name, words.billing_address), (&order.shipping, words.shipping_name, words.shipping_address)];
    for (place, name, address) in places {
        add(name, &[&place.first_name, &place.last_name]);
        add(address, &[&place.street, &place.house_number, &place.street2, &place.postcode, &place.city, &place.country]);
    }
    add(words.email_row, &[&order.email]);
    add(words.phone_row, &[&order.phone]);
    add(words.ip_row, &[&order.ip]);
    lines
}
