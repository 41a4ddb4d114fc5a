//! Taking batches back, kind by kind.

mod chains;
mod companies;
mod honours;
mod nodes;
mod targets;

pub(super) use chains::chains;
pub(super) use companies::companies;
pub(super) use honours::honours;
pub(super) use nodes::nodes;
pub(super) use targets::targets;

use crate::ops::withdraw_companies;
use db::DatabaseTransaction;
use intake::{Context, Kept, WrittenRow};
use kernel::{Outcome, params_of};
use serde_json::Value;

/// A record that stays.
fn kept(kind: &str, row: &WrittenRow, code: &str, params: Value) -> Kept {
    Kept {
        kind: kind.to_owned(),
        key: row.key.clone(),
        code: code.to_owned(),
        params: params_of(params),
    }
}

/// Those of `written` that made or changed a record of this sort.
fn of_record<'a>(
    written: &'a [WrittenRow],
    kind: &'static str,
) -> impl Iterator<Item = &'a WrittenRow> {
    written.iter().filter(move |row| row.record_kind == kind)
}

/// Takes companies out again that rows of another kind have registered on the way.
async fn withdraw(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    let ids: Vec<i64> = of_record(written, "company")
        .map(|row| row.record_id)
        .collect();
    let standing = withdraw_companies(tx, cx.at, &ids).await?;
    let rows = of_record(written, "company");
    Ok(rows
        .filter_map(|row| {
            let reason = standing.get(&row.record_id)?;
            Some(kept("companies", row, reason.code(), reason.params()))
        })
        .collect())
}
