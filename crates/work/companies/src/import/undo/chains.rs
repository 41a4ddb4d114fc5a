//! Taking a batch of chains back.

use super::kept;
use crate::import::spec::CHAINS;
use crate::model::{Chain, ChainKind};
use crate::ops::{judge_graph, load_chains, lock, refuse_namesake};
use crate::store::{self, TargetFilter};
use db::DatabaseTransaction;
use intake::{Context, Kept, WrittenRow};
use kernel::Outcome;
use serde::Deserialize;
use serde_json::{Value, json};

/// See `chain_rows::memo`.
#[derive(Deserialize)]
struct Memo {
    revision: i32,
    before: Option<Before>,
}

#[derive(Deserialize)]
struct Before {
    name: String,
    kind: ChainKind,
    assumed: bool,
}

const CHANGED: &str = "chains.changed_since";

pub(in crate::import) async fn chains(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    lock(tx).await?;
    let mut left = Vec::new();
    for row in written {
        // Names may be exchanged within a batch: what stands is read anew each time.
        let known = load_chains(tx).await?;
        let id = crate::model::ChainId::new(row.record_id);
        let Some(chain) = known.by_id(id).cloned() else {
            continue;
        };
        let memo: Memo = serde_json::from_value(row.before.clone().unwrap_or_default())?;
        if chain.revision != memo.revision {
            left.push(kept(CHAINS, row, CHANGED, json!({})));
            continue;
        }
        let (nodes, targets) = references(tx, &chain).await?;
        let Some(before) = memo.before else {
            if nodes + targets > 0 {
                let params = json!({ "nodes": nodes, "targets": targets });
                left.push(kept(CHAINS, row, "chains.referred_to", params));
            } else {
                store::remove_chain(tx, row.record_id, cx.at).await?;
            }
            continue;
        };
        let chain = Chain {
            name: before.name,
            kind: before.kind,
            assumed: before.assumed,
            revision: chain.revision + 1,
            updated_at: cx.at,
            ..chain
        };
        let judged = refuse_namesake(&known, &chain.name, Some(id))
            .and_then(|()| judge_graph(&chain, nodes > 0));
        match judged {
            Ok(()) => store::rewrite_chain(tx, &chain).await?,
            Err(refusal) => {
                let refusal = kernel::Refusal::from(refusal);
                let params = Value::Object(refusal.params);
                left.push(kept(CHAINS, row, refusal.code, params));
            }
        }
    }
    Ok(left)
}

/// How many nodes and targets a chain has, targets that were given up among them.
async fn references(tx: &DatabaseTransaction, chain: &Chain) -> Outcome<(usize, usize)> {
    let nodes = store::nodes_of(tx, &[chain.id.key()]).await?;
    let filter = TargetFilter {
        chain: Some(chain.id),
        ..TargetFilter::default()
    };
    let targets = store::export_target_ids(tx, &filter).await?;
    Ok((nodes.len(), targets.len()))
}
