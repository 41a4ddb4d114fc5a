//! Every query of this crate; those on batches take the caller's scope.

pub(crate) mod batches;
pub(crate) mod files;
pub(crate) mod rows;
pub(crate) mod written;

use db::{DbErr, Value};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as the JSON text that a column holds.
fn json_text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("it is plain data with text keys")
}

/// Reads what [`json_text`] wrote.
fn from_json<T: DeserializeOwned>(column: &str, text: &str) -> Result<T, DbErr> {
    serde_json::from_str(text).map_err(|error| DbErr::Type(format!("{column}: {error}")))
}

fn optional_text(text: Option<&str>) -> Value {
    Value::from(text.map(str::to_owned))
}

/// A row's number as its column holds it: a sheet has about a million rows.
fn whole(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
