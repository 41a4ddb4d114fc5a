//! Taking a batch of companies back.

use super::kept;
use crate::import::spec::COMPANIES;
use crate::model::{CompanyChange, check_entry};
use crate::ops::{Standing, lock, rewritten};
use crate::store;
use db::DatabaseTransaction;
use intake::{Context, Kept, WrittenRow};
use kernel::{Fault, Fields, Outcome};
use serde::Deserialize;
use std::collections::HashMap;

/// See `company_rows::memo`.
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
    #[serde(default)]
    group: Option<String>,
    division: String,
}

pub(in crate::import) async fn companies(
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
    let mut left = Vec::new();
    for row in written {
        let company = found
            .remove(&row.record_id)
            .ok_or_else(|| Fault::broken(format!("company {} is gone", row.record_id)))?;
        let memo = row.before.clone().unwrap_or_default();
        let memo: Memo = serde_json::from_value(memo)?;
        if let Some(standing) = Standing::of(&company, memo.revision, row.created) {
            left.push(kept(COMPANIES, row, standing.code(), standing.params()));
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
            group: Some(before.group.unwrap_or_default()),
            division: Some(before.division),
        });
        let mut draft = check_entry(&mut Fields::default(), &typed)
            .ok_or_else(|| Fault::broken(format!("company {} cannot go back", row.record_id)))?;
        if before.uscc.is_none() {
            draft.uscc = None;
        }
        draft.aliases.retain(|alias| *alias != company.name);
        store::update(tx, &rewritten(company, draft, cx.at)).await?;
    }
    Ok(left)
}
