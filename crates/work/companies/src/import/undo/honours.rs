//! Taking a batch of honours back.

use super::{kept, of_record, withdraw};
use crate::import::spec::HONOURS;
use crate::model::Honour;
use crate::ops::{count_records, lock};
use crate::store;
use db::DatabaseTransaction;
use intake::{Context, Kept, WrittenRow};
use kernel::Outcome;
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;

/// See `honour_rows::commit_honours`: the source before, none where the row made it.
#[derive(Deserialize)]
struct Memo {
    revision: i32,
    source: Option<String>,
}

pub(in crate::import) async fn honours(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    lock(tx).await?;
    let ids: Vec<i64> = of_record(written, "honour")
        .map(|row| row.record_id)
        .collect();
    let mut found: HashMap<i64, Honour> = store::honours_by_ids(tx, &ids)
        .await?
        .into_iter()
        .map(|honour| (honour.id.key(), honour))
        .collect();
    let mut left = Vec::new();
    let mut gone = Vec::new();
    for row in of_record(written, "honour") {
        // Taken away by hand already: nothing to take back.
        let Some(honour) = found.remove(&row.record_id) else {
            continue;
        };
        let memo: Memo = serde_json::from_value(row.before.clone().unwrap_or_default())?;
        if honour.revision != memo.revision {
            left.push(kept(HONOURS, row, "honours.changed_since", json!({})));
            continue;
        }
        match memo.source {
            None => gone.push(honour),
            Some(source) => {
                let honour = Honour {
                    source,
                    revision: honour.revision + 1,
                    updated_at: cx.at,
                    ..honour
                };
                store::rewrite_honour(tx, &honour).await?;
            }
        }
    }
    let ids: Vec<i64> = gone.iter().map(|honour| honour.id.key()).collect();
    store::remove_honours(tx, &ids, cx.at).await?;
    count_records(tx, gone.iter().map(|honour| (honour.company, -1))).await?;
    left.extend(withdraw(tx, cx, written).await?);
    Ok(left)
}
