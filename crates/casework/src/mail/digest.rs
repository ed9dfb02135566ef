//! Orders that were marked in the last minutes, in one mail.

use super::inert::short;
use super::letter::{Letter, fill};
use super::words::words;
use super::{Contact, Mail, MailKind, ShopFacts};

/// Orders a digest lists; the order list has them all.
const MOST_ORDERS: usize = 100;

/// One marked order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestLine {
    /// The order's number, else its id.
    pub number: String,
    /// Its points.
    pub score: i64,
    /// Reasons of what matched.
    pub reasons: Vec<String>,
}

/// The digest for one contact.
pub fn digest(id: String, contact: &Contact, shop: &ShopFacts, orders: &[DigestLine]) -> Mail {
    let (language, words) = (contact.language, words(contact.language));
    let count = language.orders(orders.len());
    let line = |order: &DigestLine| {
        let reasons: Vec<String> = order.reasons.iter().take(3).map(|reason| short(reason)).collect();
        format!("{} · {} · {}", short(&order.number), language.points(order.score), reasons.join("; "))
    };
    let mut lines: Vec<String> = orders.iter().take(MOST_ORDERS).map(line).collect();
    let more = orders.len().saturating_sub(MOST_ORDERS);
    if more > 0 {
        lines.push(fill(words.and_more, &[("count", &more.to_string())]));
    }
    let letter = Letter {
        language: language.as_str(),
        subject: fill(words.digest_subject, &[("orders", &count), ("shop", &shop.name)]),
        title: fill(words.digest_title, &[("orders", &count)]),
        lead: vec![words.digest_lead.to_owned()],
        rows: Vec::new(),
        list: Some((words.marked_orders, lines)),
        links: vec![(words.open_orders, format!("{}/admin/#/orders?state=marked", shop.admin_url))],
        footer: vec![fill(words.footer, &[("shop", &shop.name)])],
    };
    letter.mail(id, MailKind::Digest, contact, None)
}
