//! People of the shop who get mail.

use ordergate_casework::Contact;
use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;
use crate::outbox::order_of_mail;

/// A contact.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ContactRow {
    pub id: String,
    pub name: String,
    pub email: String,
    pub language: String,
    pub holds: i64,
    pub cases: i64,
    pub marks: String,
    pub bounced_at: Option<i64>,
    pub bounce_reason: Option<String>,
    pub webhook_url: Option<String>,
    pub webhook_secret: Option<String>,
    pub created_at: i64,
}

impl ContactRow {
    /// The row in the words of casework; a language or choice of a later release reads as the default.
    pub fn contact(self) -> Contact {
        Contact {
            id: self.id,
            name: self.name,
            email: self.email,
            language: self.language.parse().unwrap_or_default(),
            holds: self.holds != 0,
            cases: self.cases != 0,
            marks: self.marks.parse().unwrap_or_default(),
        }
    }
}

/// Adds a contact, unless the shop has `most` of them already; changes no row then.
pub fn add(shop: &str, contact: &Contact, most: u32, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO contact (shop_id, id, name, email, language, holds, cases, marks, created_at) \
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE (SELECT COUNT(*) FROM contact WHERE shop_id = ?1) < ?10",
        [
            shop.into(),
            (&contact.id).into(),
            (&contact.name).into(),
            (&contact.email).into(),
            contact.language.as_str().into(),
            contact.holds.into(),
            contact.cases.into(),
            contact.marks.as_str().into(),
            at.into(),
            most.into(),
        ],
    )
}

/// Replaces a contact; another address is not known to bounce. Changes no row when there is none.
pub fn replace(shop: &str, contact: &Contact) -> Statement {
    Statement::new(
        "UPDATE contact SET name = ?3, language = ?5, holds = ?6, cases = ?7, marks = ?8, \
           bounced_at = CASE WHEN email = ?4 THEN bounced_at END, bounce_reason = CASE WHEN email = ?4 THEN bounce_reason END, email = ?4 \
         WHERE shop_id = ?1 AND id = ?2",
        [
            shop.into(),
            (&contact.id).into(),
            (&contact.name).into(),
            (&contact.email).into(),
            contact.language.as_str().into(),
            contact.holds.into(),
            contact.cases.into(),
            contact.marks.as_str().into(),
        ],
    )
}

/// Sets a contact's own address, with its sealed secret; `None` takes it away.
pub fn set_webhook(shop: &str, id: &str, webhook: Option<(&str, &str)>) -> Statement {
    Statement::new(
        "UPDATE contact SET webhook_url = ?3, webhook_secret = ?4 WHERE shop_id = ?1 AND id = ?2",
        [shop.into(), id.into(), webhook.map(|(url, _)| url).into(), webhook.map(|(_, secret)| secret).into()],
    )
}

/// Removes a contact; changes no row when there is none.
pub fn remove(shop: &str, id: &str) -> Statement {
    Statement::new("DELETE FROM contact WHERE shop_id = ?1 AND id = ?2", [shop.into(), id.into()])
}

/// All contacts of the shop; answers [`ContactRow`]s.
pub fn all(shop: &str) -> Statement {
    Statement::new(
        "SELECT id, name, email, language, holds, cases, marks, bounced_at, bounce_reason, webhook_url, webhook_secret, created_at FROM contact WHERE shop_id = ?1 ORDER BY id",
        [shop.into()],
    )
}

/// One contact; answers one [`ContactRow`] or none.
pub fn by_id(shop: &str, id: &str) -> Statement {
    Statement::new(
        "SELECT id, name, email, language, holds, cases, marks, bounced_at, bounce_reason, webhook_url, webhook_secret, created_at FROM contact WHERE shop_id = ?1 AND id = ?2",
        [shop.into(), id.into()],
    )
}

/// Mail to this contact comes back, if it still goes to the address that this mail went to.
pub fn bounced(shop: &str, id: &str, mail: &str, reason: &str, at: Timestamp) -> Statement {
    Statement::new(
        concat!(
            "UPDATE contact SET bounced_at = ?5, bounce_reason = ?4 \
             WHERE shop_id = ?1 AND id = ?2 AND email = (SELECT recipient FROM outbox WHERE outbox.shop_id = ?1 AND outbox.order_id IN (",
            order_of_mail!("?3"),
            ") AND outbox.id = ?3)"
        ),
        [shop.into(), id.into(), mail.into(), reason.into(), at.into()],
    )
}

/// A mail has arrived that was sent after the last one came back.
pub fn reached(shop: &str, id: &str, mail: &str) -> Statement {
    Statement::new(
        concat!(
            "UPDATE contact SET bounced_at = NULL, bounce_reason = NULL \
             WHERE shop_id = ?1 AND id = ?2 AND bounced_at < (SELECT sent_at FROM outbox WHERE outbox.shop_id = ?1 AND outbox.order_id IN (",
            order_of_mail!("?3"),
            ") AND outbox.id = ?3 AND outbox.recipient = contact.email)"
        ),
        [shop.into(), id.into(), mail.into()],
    )
}
