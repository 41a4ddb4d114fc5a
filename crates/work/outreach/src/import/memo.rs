//! What an undo needs of a record that an import wrote.

use db::DatabaseTransaction;
use intake::{Kept, WrittenRow};
use kernel::{Outcome, params_of};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The revision that the import left, and the record before, where there was one.
#[derive(Debug, Deserialize)]
pub(super) struct Memo<T> {
    pub revision: i32,
    pub before: Option<T>,
}

impl<T: DeserializeOwned> Memo<T> {
    /// The memo of a written row.
    pub(super) fn of(row: &WrittenRow) -> Outcome<Self> {
        Ok(serde_json::from_value(
            row.before.clone().unwrap_or_default(),
        )?)
    }
}

/// A memo as it is kept.
pub(super) fn memo<T: Serialize>(revision: i32, before: Option<&T>) -> Option<Value> {
    Some(serde_json::json!({ "revision": revision, "before": before }))
}

/// A record that stays.
pub(super) fn kept(kind: &str, row: &WrittenRow, code: &str, params: Value) -> Kept {
    Kept {
        kind: kind.to_owned(),
        key: row.key.clone(),
        code: code.to_owned(),
        params: params_of(params),
    }
}

/// Why records are marked as taken back by an undo.
pub(super) const REASON: &str = "undo";

/// Waits for the journal, under whose lock the records of this crate change.
pub(super) async fn lock(tx: &DatabaseTransaction) -> Outcome<()> {
    Ok(ledger::lock_journal(tx).await?)
}
