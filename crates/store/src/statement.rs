//! One SQL text with its parameters.

use ordergate_screening::Timestamp;

/// A value bound to a `?` of a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Param {
    /// NULL.
    Null,
    /// TEXT.
    Text(String),
    /// INTEGER; stays below 2^53 in size.
    Integer(i64),
    /// BLOB.
    Bytes(Vec<u8>),
}

/// One SQL text with its parameters, in the order of its `?`.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The text; the same text for the same purpose, so that it is prepared once.
    pub sql: &'static str,
    /// The values of its `?1`, `?2`, …
    pub params: Vec<Param>,
}

impl Statement {
    pub(crate) fn new<const N: usize>(sql: &'static str, params: [Param; N]) -> Self {
        Self { sql, params: params.into() }
    }

    /// Fails, and so rolls the batch back, unless the statement before it changed exactly one row:
    /// SQLite has no assertion, but it refuses to read words as JSON. Writes no row.
    pub fn must_have_changed_one() -> Self {
        Self::new("SELECT json(CASE changes() WHEN 1 THEN '1' ELSE 'another writer was faster' END)", [])
    }

    /// The same for a statement that must have changed exactly `rows` rows.
    pub fn must_have_changed(rows: usize) -> Self {
        Self::new("SELECT json(CASE changes() WHEN ?1 THEN '1' ELSE 'another writer was faster' END)", [rows.into()])
    }

    /// Whether a batch failed because of [`must_have_changed_one`](Self::must_have_changed_one) or
    /// [`must_have_changed`](Self::must_have_changed).
    pub fn lost_the_race(database_error: &str) -> bool {
        database_error.contains("malformed JSON")
    }

    /// Whether a batch failed because a row with the same key was there already.
    pub fn was_there_already(database_error: &str) -> bool {
        database_error.contains("UNIQUE constraint failed")
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Param {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Param {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<i32> for Param {
    fn from(number: i32) -> Self {
        Self::Integer(i64::from(number))
    }
}

impl From<u32> for Param {
    fn from(number: u32) -> Self {
        Self::Integer(i64::from(number))
    }
}

impl From<u64> for Param {
    fn from(number: u64) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<bool> for Param {
    fn from(truth: bool) -> Self {
        Self::Integer(i64::from(truth))
    }
}

impl From<Timestamp> for Param {
    fn from(time: Timestamp) -> Self {
        Self::Integer(time.as_millis())
    }
}

impl<T> From<Option<T>> for Param
where
    Param: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

/// A value as JSON text, for SQL that walks it with `json_each`.
pub(crate) fn json<T: serde::Serialize + ?Sized>(value: &T) -> Param {
    serde_json::to_string(value).unwrap_or_default().into()
}
