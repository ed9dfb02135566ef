//! People of the shop who get mail.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// A contact as a mail needs it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ContactRow {
    pub id: String,
    pub email: String,
}

/// Adds a contact.
pub fn add(shop: &str, id: &str, name: &str, email: &str, language: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO contact (shop_id, id, name, email, language, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        [shop.into(), id.into(), name.into(), email.into(), language.into(), at.into()],
    )
}

/// All contacts of the shop; answers [`ContactRow`]s.
pub fn all(shop: &str) -> Statement {
    Statement::new("SELECT id, email FROM contact WHERE shop_id = ?1 ORDER BY id", [shop.into()])
}

/// A contact's name and language.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct ContactNameRow {
    pub name: String,
    pub language: String,
}

/// One contact by name; answers one [`ContactNameRow`] or none.
pub fn name(shop: &str, id: &str) -> Statement {
    Statement::new("SELECT name, language FROM contact WHERE shop_id = ?1 AND id = ?2", [shop.into(), id.into()])
}
