//! The draft of a shop, and publishing it as the next snapshot.

use ordergate_screening::Timestamp;
use serde::Deserialize;

use crate::Statement;

/// The draft as it is edited.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct DraftRow {
    /// The number of the snapshot in force.
    pub snapshot: i64,
    /// Counts the edits since it was put in force; 0: none.
    pub revision: i64,
    pub body: String,
}

/// A published snapshot with who published it.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the names are the columns'")]
pub struct PublishedRow {
    pub number: i64,
    pub draft: String,
    pub created_at: i64,
    pub actor: String,
}

/// The draft, or what is in force under revision 0 when nobody has edited it; answers one
/// [`DraftRow`] or none.
pub fn current(shop: &str) -> Statement {
    Statement::new(
        "SELECT (SELECT snapshot FROM shop WHERE id = ?1) AS snapshot, revision, body FROM draft WHERE shop_id = ?1 \
         UNION ALL SELECT number, 0, draft FROM snapshot WHERE shop_id = ?1 AND number = (SELECT snapshot FROM shop WHERE id = ?1) \
           AND NOT EXISTS (SELECT 1 FROM draft WHERE shop_id = ?1)",
        [shop.into()],
    )
}

/// Puts another body in place of revision `revision` after snapshot `snapshot`; follow it with
/// [`Statement::must_have_changed_one`].
pub fn replace(shop: &str, (snapshot, revision): (i64, i64), body: &str, at: Timestamp) -> Statement {
    Statement::new(
        "INSERT INTO draft (shop_id, revision, body, updated_at) SELECT ?1, ?2 + 1, ?3, ?4 WHERE (SELECT snapshot FROM shop WHERE id = ?1) = ?5 \
         ON CONFLICT (shop_id) DO UPDATE SET revision = revision + 1, body = excluded.body, updated_at = excluded.updated_at WHERE draft.revision = ?2",
        [shop.into(), revision.into(), body.into(), at.into(), snapshot.into()],
    )
}

/// Forgets the draft: from now on what is in force is edited.
pub fn forget(shop: &str) -> Statement {
    Statement::new("DELETE FROM draft WHERE shop_id = ?1", [shop.into()])
}

/// Puts snapshot `number`, made of the draft's revision `revision`, in force after the one before it;
/// follow it with [`Statement::must_have_changed_one`].
pub fn put_in_force(shop: &str, number: i64, revision: i64) -> Statement {
    Statement::new(
        "UPDATE shop SET snapshot = ?2 WHERE id = ?1 AND snapshot = ?2 - 1 AND COALESCE((SELECT revision FROM draft WHERE shop_id = ?1), 0) = ?3",
        [shop.into(), number.into(), revision.into()],
    )
}

/// A published snapshot; answers one [`PublishedRow`] or none.
pub fn published(shop: &str, number: i64) -> Statement {
    Statement::new("SELECT number, draft, created_at, actor FROM snapshot WHERE shop_id = ?1 AND number = ?2", [shop.into(), number.into()])
}
