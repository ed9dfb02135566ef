//! The mails that people of the shop get: a folder, as each is a letter of its own. Buyer-controlled
//! text is inert in all of them: no markup, no header, no control or direction characters.

mod case_opened;
mod digest;
mod inert;
mod letter;
mod locale;
mod order_lines;
mod staff_warning;
mod trial;
mod warning;
mod words;

use std::fmt;
use std::str::FromStr;

use ordergate_screening::Timestamp;

pub use case_opened::{CaseNews, case_opened};
pub use digest::{DigestLine, digest};
pub(crate) use inert::short;
pub use inert::{inert_html, one_line};
pub(crate) use letter::fill;
pub use staff_warning::{StaffWarning, staff_warning};
pub use trial::trial;
pub(crate) use warning::warning;

use crate::language::Language;
use crate::state::named;

/// How a contact hears of orders that are marked and not held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Marks {
    /// A mail an order.
    #[default]
    AtOnce,
    /// One mail with all of the last 15 minutes.
    Digest,
    /// Not at all.
    Off,
}

named!(Marks, "choice of marks": AtOnce "at_once", Digest "digest", Off "off");

/// What a mail is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailKind {
    /// An order is held.
    Hold,
    /// An order is marked.
    Mark,
    /// A case was opened.
    Case,
    /// Several orders are marked.
    Digest,
    /// Somebody tries whether mails arrive.
    Trial,
}

named!(MailKind, "kind of mail": Hold "hold", Mark "mark", Case "case", Digest "digest", Trial "test");

/// A person of the shop who gets mail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The contact's id.
    pub id: String,
    /// What the shop calls them.
    pub name: String,
    /// The address mail goes to.
    pub email: String,
    /// The language they read.
    pub language: Language,
    /// Whether they hear of held orders.
    pub holds: bool,
    /// Whether they hear of cases.
    pub cases: bool,
    /// How they hear of marked orders.
    pub marks: Marks,
}

/// The clock of a shop.
#[derive(Debug, Clone)]
pub struct ShopClock {
    /// The IANA name of its time zone; `None` shows UTC.
    pub zone: Option<String>,
    /// How far the clocks of a zone are from UTC at some time, in minutes: clocks are changed.
    pub offset_minutes: fn(&str, Timestamp) -> i32,
}

impl Default for ShopClock {
    fn default() -> Self {
        Self { zone: None, offset_minutes: |_, _| 0 }
    }
}

/// What a mail says about the shop it comes from.
#[derive(Debug, Clone, Default)]
pub struct ShopFacts {
    /// The shop's name.
    pub name: String,
    /// Where its admin page is, without a slash at the end.
    pub admin_url: String,
    /// Hours, counted from the first check, in which the shop can still stop a delivery.
    pub stop_window_hours: u32,
    /// Its clock.
    pub clock: ShopClock,
}

/// A rendered mail to one contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its row in the outbox and its idempotency key.
    pub id: String,
    /// What it is about.
    pub kind: MailKind,
    /// The contact it goes to.
    pub contact: String,
    /// The address it goes to.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML without scripts, styles that load anything, or links other than to this deployment.
    pub html: String,
    /// Not sent from then on: nothing can be stopped any more.
    pub expires_at: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effects::TurnCause;
    use ordergate_screening::{Check, Draft, Facts, Order, Ruleset, check};

    const HOSTILE: [&str; 7] = [
        "<script>alert(1)</script>",
        "\" onmouseover=\"x",
        "anna\r\nBcc: all@example.com",
        "\u{202e}dliw\u{202c}",
        "{number} {shop}",
        "a\u{1}b\u{2028}c",
        "'; DROP TABLE orders; --",
    ];

    fn order(text: &str) -> Order {
        let json = serde_json::json!({"id": "7", "number": text, "placed_at": "2026-11-24T10:00:00Z", "currency": "PLN", "total": "1234.50",
            "email": "bad@example.com", "billing": {"first_name": text, "last_name": text, "street": text, "city": text, "country": "PL"}});
        Order::from_json(json.to_string().as_bytes()).unwrap()
    }

    fn checked(order: &Order, reason: &str) -> Check {
        let draft = serde_json::json!({"settings": {"minimum_points": 50}, "entries": [
            {"id": "e1", "fields": {"email": "bad@example.com"}, "effect": "points", "points": 61, "reason": reason},
            {"id": "e2", "fields": {"city": order.billing.city, "last_name": order.billing.last_name}, "reason": reason}]});
        let draft = Draft::from_json(draft.to_string().as_bytes()).unwrap();
        check(order, &Facts::default(), &Ruleset::compile(&draft).unwrap(), "2026-11-24T10:00:00Z".parse().unwrap())
    }

    fn contact(language: Language, name: &str) -> Contact {
        Contact { id: "c1".to_owned(), name: name.to_owned(), email: "ola@shop.example".to_owned(), language, ..Contact::default() }
    }

    fn all_mails(language: Language, text: &str) -> Vec<Mail> {
        let (order, contact) = (order(text), contact(language, &short(text)));
        let check = checked(&order, text);
        let shop = ShopFacts {
            name: short(text),
            admin_url: "https://edge.example".to_owned(),
            stop_window_hours: 24,
            clock: ShopClock { zone: Some("Europe/Warsaw".to_owned()), offset_minutes: |_, _| 60 },
        };
        let now: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
        let news = |cause| CaseNews {
            cause,
            said: Some(text),
            check: Some(&check),
            deadline: now.plus_millis(86_400_000),
            answer_url: Some("https://edge.example/answer/token".to_owned()),
            now: now.plus_millis(60_000),
        };
        let line = DigestLine { number: text.to_owned(), score: 22, reasons: vec![text.to_owned()] };
        let mut mails: Vec<Mail> =
            TurnCause::ALL.iter().map(|cause| case_opened("m".to_owned(), &contact, &shop, &order, &news(*cause))).collect();
        mails.push(warning("m".to_owned(), &contact, &shop, &order, &check));
        mails.push(digest("m".to_owned(), &contact, &shop, &[line.clone(), line]));
        mails.push(trial("m".to_owned(), &contact, &shop));
        mails
    }

    #[test]
    fn whatever_a_buyer_types_is_inert_in_every_mail_and_language() {
        for &language in Language::ALL {
            let usual: Vec<usize> = all_mails(language, "Anna").iter().map(|mail| mail.html.matches('<').count()).collect();
            for text in HOSTILE {
                for (mail, tags) in all_mails(language, text).iter().zip(&usual) {
                    assert_eq!(mail.html.matches('<').count(), *tags, "{language} {text:?} adds markup to {}", mail.html);
                    let controls = |c: char| c.is_control() && c != '\n';
                    let turned = |c: char| matches!(c, '\u{202a}'..='\u{202e}');
                    for part in [&mail.subject, &mail.text, &mail.html] {
                        assert!(!part.contains(controls) && !part.contains(turned), "{language} {text:?}");
                    }
                    assert!(!mail.subject.contains('\n') && mail.subject.chars().count() <= 150);
                    assert!(!mail.text.contains("\nBcc:"), "{}", mail.text);
                }
            }
        }
    }

    #[test]
    fn a_megabyte_of_name_makes_a_small_mail() {
        for mail in all_mails(Language::Polish, &"ł".repeat(1_000_000)) {
            assert!(mail.html.len() + mail.text.len() < 200_000, "{}", mail.html.len());
        }
    }

    #[test]
    fn the_mail_about_a_case_says_what_is_to_be_done_until_when() {
        let mails = all_mails(Language::Polish, "Anna");
        let mail = mails.get(2).unwrap();
        assert_eq!(mail.subject.replace('\u{a0}', " "), "Zatrzymaj zamówienie Anna w Anna: zostało 23 h 59 min");
        assert_eq!(mail.expires_at, Some("2026-11-25T10:00:00Z".parse().unwrap()));
        assert_eq!(
            mail.text.replace('\u{a0}', " "),
            "To zamówienie to potwierdzone oszustwo.\n\n\
             Było już zatwierdzone, więc może być w drodze. Zatrzymaj wysyłkę i odpowiedz, czy się udało.\n\n\
             Zatrzymać przed: 25.11.2026, 11:00 (Europe/Warsaw) (23 h 59 min)\n\
             Kwota: 1234,50 PLN\n\
             Co powiedziano: Anna\n\
             Punkty: 61 punktów, powyżej minimum 50\n\
             Nabywca: Anna Anna\n\
             Adres rozliczeniowy: Anna Anna PL\n\
             E-mail: bad@example.com\n\n\
             Co się zgadza:\n\
             - Anna (+61 punktów): e-mail [entry:e1]\n\
             - Anna (oznacz): nazwisko, miasto · adres rozliczeniowy [entry:e2]\n\n\
             Odpowiedz: zablokowane lub niezablokowane: https://edge.example/answer/token\n\
             Otwórz zamówienie: https://edge.example/admin/#/orders/7\n\n\
             Wysłane przez Ordergate do kontaktów sklepu Anna.\n"
        );
    }
}
