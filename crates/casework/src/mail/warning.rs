//! A new order is marked or held.

use ordergate_screening::{Check, Order};

use super::letter::{Letter, fill};
use super::order_lines::{buyer, matches, number, page_of, points};
use super::words::words;
use super::{Contact, Mail, MailKind, ShopFacts};

/// The warning about one order, for one contact.
pub(crate) fn warning(id: String, contact: &Contact, shop: &ShopFacts, order: &Order, check: &Check) -> Mail {
    let (language, words) = (contact.language, words(contact.language));
    let number = number(order);
    let word = if check.held { words.held } else { words.marked };
    let score = language.points(i64::from(check.score));
    let mut rows = vec![(words.total, language.money(order.total)), (words.points, points(check, language, words))];
    rows.extend(buyer(order, words));
    let letter = Letter {
        language: language.as_str(),
        subject: fill(words.warning_subject, &[("word", word), ("number", &number), ("shop", &shop.name), ("points", &score)]),
        title: fill(words.warning_title, &[("word", word), ("number", &number)]),
        lead: vec![if check.held { words.held_lead } else { words.marked_lead }.to_owned()],
        rows,
        list: Some((words.what_matched, matches(check, language, words))),
        links: vec![(words.open_order, page_of(&order.id, shop))],
        footer: vec![fill(words.footer_checked, &[("snapshot", &check.snapshot.to_string()), ("shop", &shop.name)])],
    };
    // Once the shop can no longer stop the delivery the news is of no use.
    letter.mail(
        id,
        if check.held { MailKind::Hold } else { MailKind::Mark },
        contact,
        Some(check.now.plus_millis(i64::from(shop.stop_window_hours).saturating_mul(3_600_000))),
    )
}
