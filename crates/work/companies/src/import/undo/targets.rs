//! Taking a batch of targets back: their facts are reversed.

use super::{kept, of_record, withdraw};
use crate::import::spec::TARGETS;
use crate::model::{ChainId, NodeId, Target};
use crate::ops::{refuse_chosen_again, take_back, take_back_whole};
use crate::store::{self, TargetKey};
use db::DatabaseTransaction;
use intake::{Context, Kept, Setting, WrittenRow};
use kernel::{Fault, Outcome};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Why records are marked as taken back.
const REASON: &str = "undo";

/// See `target_commit::memo`.
#[derive(Deserialize)]
struct Memo {
    revision: i32,
    before: Option<Before>,
}

#[derive(Deserialize)]
struct Before {
    chain: i64,
    node: Option<i64>,
    ended: bool,
}

const CHANGED: &str = "targets.changed_since";

pub(in crate::import) async fn targets(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    crate::ops::lock(tx).await?;
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let ids = of_record(written, "target").map(|row| row.record_id);
    let found = store::load_targets(tx, &TargetKey::Ids(ids.collect())).await?;
    let mut found: HashMap<i64, Target> = found
        .into_iter()
        .map(|target| (target.id.key(), target))
        .collect();
    let mut left = Vec::new();
    for row in of_record(written, "target") {
        // Taken back by hand already: nothing to undo.
        let Some(target) = found.remove(&row.record_id) else {
            continue;
        };
        let memo: Memo = serde_json::from_value(row.before.clone().unwrap_or_default())?;
        if target.revision != memo.revision {
            left.push(kept(TARGETS, row, CHANGED, json!({})));
            continue;
        }
        let Some(before) = memo.before else {
            take_back_whole(tx, &setting, &cx.actor, target, REASON).await?;
            continue;
        };
        if let Some((code, params)) = put_back(tx, cx, &setting, target, before).await? {
            left.push(kept(TARGETS, row, code, params));
        }
    }
    left.extend(withdraw(tx, cx, written).await?);
    Ok(left)
}

/// Writes where the target stood before, and takes its end back where the row brought it.
/// Answers why it stays, if it does.
async fn put_back(
    tx: &DatabaseTransaction,
    cx: &Context,
    setting: &Setting,
    target: Target,
    before: Before,
) -> Outcome<Option<(&'static str, Value)>> {
    let nodes = store::nodes_of(tx, &[before.chain]).await?;
    let node = before.node.map(NodeId::new);
    if node.is_some_and(|node| !nodes.iter().any(|known| known.id == node)) {
        return Ok(Some((CHANGED, json!({}))));
    }
    let target = Target {
        chain: ChainId::new(before.chain),
        node,
        ..target
    };
    if before.ended {
        match refuse_chosen_again(tx, &target).await {
            Ok(()) => take_back(tx, setting, &cx.actor, target, REASON).await?,
            Err(Fault::Refused(refusal)) => {
                return Ok(Some((refusal.code, Value::Object(refusal.params))));
            }
            Err(fault) => return Err(fault),
        }
        return Ok(None);
    }
    let target = Target {
        revision: target.revision + 1,
        updated_at: cx.at,
        ..target
    };
    store::rewrite_target(tx, &target, (None, None)).await?;
    Ok(None)
}
