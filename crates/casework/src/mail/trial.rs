//! Somebody tries whether mails arrive.

use super::letter::{Letter, fill};
use super::words::words;
use super::{Contact, Mail, MailKind, ShopFacts};

/// The test mail for one contact.
pub fn trial(id: String, contact: &Contact, shop: &ShopFacts) -> Mail {
    let words = words(contact.language);
    let letter = Letter {
        language: contact.language.as_str(),
        subject: fill(words.trial_subject, &[("shop", &shop.name)]),
        title: words.trial_title.to_owned(),
        lead: vec![fill(words.trial_lead, &[("name", &contact.name), ("shop", &shop.name)])],
        links: vec![(words.open_admin, format!("{}/admin/", shop.admin_url))],
        footer: vec![fill(words.footer, &[("shop", &shop.name)])],
        ..Letter::default()
    };
    letter.mail(id, MailKind::Trial, contact, None)
}
