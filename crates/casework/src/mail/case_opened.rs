//! An order that the shop counted on has turned: its delivery is to be stopped while that can be done.

use ordergate_screening::{Check, Order, Timestamp};

use super::inert::short;
use super::letter::{Letter, fill};
use super::order_lines::{buyer, matches, number, page_of, points};
use super::words::words;
use super::{Contact, Mail, MailKind, ShopFacts};
use crate::effects::TurnCause;

/// What a case's mail says of it.
#[derive(Debug, Clone)]
pub struct CaseNews<'a> {
    /// What turned the order.
    pub cause: TurnCause,
    /// What the person or the platform said.
    pub said: Option<&'a str>,
    /// The check that turned it.
    pub check: Option<&'a Check>,
    /// When the shop can no longer stop the delivery.
    pub deadline: Timestamp,
    /// The link by which this contact answers without a login.
    pub answer_url: Option<String>,
    /// The time of the mail.
    pub now: Timestamp,
}

/// The mail about a case, for one contact. It is of no use after the deadline.
pub fn case_opened(id: String, contact: &Contact, shop: &ShopFacts, order: &Order, news: &CaseNews<'_>) -> Mail {
    let (language, words) = (contact.language, words(contact.language));
    let number = number(order);
    let left = language.left(news.deadline.as_millis().saturating_sub(news.now.as_millis()));
    let cause = match news.cause {
        TurnCause::Check => words.cause_check,
        TurnCause::Declined => words.cause_declined,
        TurnCause::Fraud => words.cause_fraud,
        TurnCause::Dispute => words.cause_dispute,
    };
    let mut rows =
        vec![(words.stop_before, format!("{} ({left})", language.time(news.deadline, shop))), (words.total, language.money(order.total))];
    rows.extend(news.said.map(|said| (words.was_said, short(said))));
    rows.extend(news.check.map(|check| (words.points, points(check, language, words))));
    rows.extend(buyer(order, words));
    let mut links: Vec<(&'static str, String)> = news.answer_url.iter().map(|url| (words.answer_here, url.clone())).collect();
    links.push((words.open_order, page_of(&order.id, shop)));
    let letter = Letter {
        language: language.as_str(),
        subject: fill(words.case_subject, &[("number", &number), ("shop", &shop.name), ("left", &left)]),
        title: fill(words.case_title, &[("number", &number)]),
        lead: vec![cause.to_owned(), words.case_lead.to_owned()],
        rows,
        list: news.check.map(|check| (words.what_matched, matches(check, language, words))),
        links,
        footer: vec![fill(words.footer, &[("shop", &shop.name)])],
    };
    letter.mail(id, MailKind::Case, contact, Some(news.deadline))
}
