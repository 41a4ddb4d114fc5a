//! Taking a batch of companies back.

use crate::model::{CompanyChange, check_draft};
use crate::ops::{Standing, lock, rewritten};
use crate::store;
use db::DatabaseTransaction;
use intake::{Context, Kept, WrittenRow};
use kernel::{Fault, Fields, Outcome, params_of};
use serde::Deserialize;
use std::collections::HashMap;

/// See `checker::memo`.
#[derive(Deserialize)]
struct Memo {
    revision: i32,
    before: Option<Before>,
}

#[derive(Deserialize)]
struct Before {
    name: String,
    aliases: Vec<String>,
    uscc: Option<String>,
    division: String,
}

pub(super) async fn undo(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    lock(tx).await?;
    let keys: Vec<i64> = written.iter().map(|row| row.record_id).collect();
    let mut found: HashMap<i64, _> = store::by_ids(tx, &keys)
        .await?
        .into_iter()
        .map(|company| (company.id.key(), company))
        .collect();
    let mut kept = Vec::new();
    for row in written {
        let company = found
            .remove(&row.record_id)
            .ok_or_else(|| Fault::broken(format!("company {} is gone", row.record_id)))?;
        let memo = row.before.clone().unwrap_or_default();
        let memo: Memo = serde_json::from_value(memo)?;
        if let Some(standing) = Standing::of(&company, memo.revision, row.created) {
            kept.push(Kept {
                kind: "companies".to_owned(),
                key: row.key.clone(),
                code: standing.code().to_owned(),
                params: params_of(standing.params()),
            });
            continue;
        }
        let Some(before) = memo.before else {
            store::remove(tx, row.record_id, cx.at).await?;
            continue;
        };
        let typed = company.changed(CompanyChange {
            name: Some(before.name),
            aliases: Some(before.aliases),
            uscc: before.uscc.clone(),
            division: Some(before.division),
        });
        let mut draft = check_draft(&mut Fields::default(), &typed)
            .ok_or_else(|| Fault::broken(format!("company {} cannot go back", row.record_id)))?;
        if before.uscc.is_none() {
            draft.uscc = None;
        }
        draft.aliases.retain(|alias| *alias != company.name);
        store::update(tx, &rewritten(company, draft, cx.at)).await?;
    }
    Ok(kept)
}
