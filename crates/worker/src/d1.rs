//! Runs statements. A batch is one transaction: all of it is written, or nothing.

use js_sys::Uint8Array;
use ordergate_store::{Param, Statement};
use serde::Deserialize;
use wasm_bindgen::JsValue;
use worker::{D1Database, D1Result};

use crate::failure::Failure;

/// Runs a batch and gives the results in order.
///
/// # Errors
/// [`Failure::Database`] with SQLite's message.
pub(crate) async fn batch(database: &D1Database, statements: Vec<Statement>) -> Result<Vec<D1Result>, Failure> {
    let mut prepared = Vec::with_capacity(statements.len());
    for statement in statements {
        let params: Vec<JsValue> = statement.params.iter().map(bound).collect();
        prepared.push(database.prepare(statement.sql).bind(&params).map_err(database_failure)?);
    }
    database.batch(prepared).await.map_err(database_failure)
}

/// Runs one statement and gives its rows.
pub(crate) async fn rows<T: for<'a> Deserialize<'a>>(database: &D1Database, statement: Statement) -> Result<Vec<T>, Failure> {
    let results = batch(database, vec![statement]).await?;
    all(results.first())
}

/// Runs one statement and gives its first row.
pub(crate) async fn first<T: for<'a> Deserialize<'a>>(database: &D1Database, statement: Statement) -> Result<Option<T>, Failure> {
    Ok(rows(database, statement).await?.into_iter().next())
}

/// The rows of one result of a batch.
pub(crate) fn all<T: for<'a> Deserialize<'a>>(result: Option<&D1Result>) -> Result<Vec<T>, Failure> {
    match result {
        Some(result) => result.results().map_err(|error| Failure::internal("row shape", &error)),
        None => Err(Failure::internal("row shape", &"a batch answered with fewer results than statements")),
    }
}

/// The first row of one result of a batch.
pub(crate) fn one<T: for<'a> Deserialize<'a>>(result: Option<&D1Result>) -> Result<Option<T>, Failure> {
    Ok(all(result)?.into_iter().next())
}

#[expect(clippy::cast_precision_loss, reason = "D1 binds numbers as f64; every INTEGER of ours stays below 2^53")]
fn bound(param: &Param) -> JsValue {
    match param {
        Param::Null => JsValue::NULL,
        Param::Text(text) => JsValue::from_str(text),
        Param::Integer(number) => JsValue::from_f64(*number as f64),
        Param::Bytes(bytes) => Uint8Array::from(bytes.as_slice()).buffer().into(),
    }
}

fn database_failure(error: worker::Error) -> Failure {
    Failure::Database(error.to_string())
}
