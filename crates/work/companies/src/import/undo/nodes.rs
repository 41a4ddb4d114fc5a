//! Taking a batch of nodes back. Its nodes refer to each other: they go together, but for
//! those that something else has come to refer to, and what those rest on.

use super::kept;
use crate::import::spec::NODES;
use crate::model::{ChainNode, Graph, NewNode, NodeId, Strength};
use crate::ops::{load_chains, lock, referrers};
use crate::store;
use db::DatabaseTransaction;
use intake::{Context, Kept, WrittenRow};
use kernel::Outcome;
use serde::Deserialize;
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// See `node_rows::memo`.
#[derive(Deserialize)]
struct Memo {
    revision: i32,
    before: Option<Before>,
}

#[derive(Deserialize)]
struct Before {
    parent: Option<i64>,
    downstream: Vec<i64>,
    strength: Option<Strength>,
    note: Option<String>,
}

const CHANGED: &str = "chain_nodes.changed_since";

pub(in crate::import) async fn nodes(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    lock(tx).await?;
    let chains = load_chains(tx).await?;
    let chains: Vec<i64> = chains.all().iter().map(|chain| chain.id.key()).collect();
    let mut standing: HashMap<NodeId, ChainNode> = store::nodes_of(tx, &chains)
        .await?
        .into_iter()
        .map(|node| (node.id, node))
        .collect();
    let targets = store::node_targets(tx, &chains, false).await?;
    let mut left = Vec::new();
    for row in written.iter().filter(|row| !row.created) {
        let id = NodeId::new(row.record_id);
        let Some(node) = standing.get(&id) else {
            continue;
        };
        let memo: Memo = serde_json::from_value(row.before.clone().unwrap_or_default())?;
        let before = memo.before.filter(|_| node.revision == memo.revision);
        let back = before.and_then(|before| put_back(node, before, &standing, cx));
        let Some(node) = back else {
            left.push(kept(NODES, row, CHANGED, json!({})));
            continue;
        };
        store::rewrite_node(tx, &node).await?;
        store::save_links(tx, std::slice::from_ref(&node)).await?;
        standing.insert(id, node);
    }
    let all: Vec<ChainNode> = standing.values().cloned().collect();
    let going = removable(&all, &targets, cx.batch);
    let mut gone = Vec::new();
    for row in written.iter().filter(|row| row.created) {
        let id = NodeId::new(row.record_id);
        let Some(node) = standing.get(&id) else {
            continue;
        };
        if going.contains(&id) {
            gone.push(row.record_id);
            continue;
        }
        if node.revision > 1 {
            left.push(kept(NODES, row, CHANGED, json!({})));
            continue;
        }
        let names: Vec<&str> = referrers(&all, id).map(|node| node.name.as_str()).collect();
        let targets = targets.get(&row.record_id).copied().unwrap_or_default();
        let params = json!({ "nodes": names.join("、"), "targets": targets });
        left.push(kept(NODES, row, "chain_nodes.referred_to", params));
    }
    store::remove_nodes(tx, &gone, cx.at).await?;
    Ok(left)
}

/// The nodes of the batch that nothing refers to but such nodes.
fn removable(all: &[ChainNode], targets: &HashMap<i64, i64>, batch: i64) -> HashSet<NodeId> {
    let mut going: HashSet<NodeId> = all
        .iter()
        .filter(|node| node.imported_in == Some(batch) && node.revision == 1)
        .filter(|node| !targets.contains_key(&node.id.key()))
        .map(|node| node.id)
        .collect();
    loop {
        let held: HashSet<NodeId> = all
            .iter()
            .filter(|node| !going.contains(&node.id))
            .flat_map(|node| node.parent.into_iter().chain(node.downstream.clone()))
            .collect();
        let before = going.len();
        going.retain(|id| !held.contains(id));
        if going.len() == before {
            return going;
        }
    }
}

/// The record before the batch, where its links can still be drawn.
fn put_back(
    node: &ChainNode,
    before: Before,
    standing: &HashMap<NodeId, ChainNode>,
    cx: &Context,
) -> Option<ChainNode> {
    let parent = before.parent.map(NodeId::new);
    let downstream: Vec<NodeId> = before.downstream.into_iter().map(NodeId::new).collect();
    let mut linked = parent.iter().chain(&downstream);
    if !linked.all(|id| standing.contains_key(id)) {
        return None;
    }
    let mut graph = Graph::default();
    for node in standing.values() {
        graph.link(node.id, node.parent, &node.downstream);
    }
    graph.judge(node.id, parent, &downstream).ok()?;
    let new = NewNode {
        name: node.name.clone(),
        parent,
        downstream,
        strength: before.strength,
        note: before.note,
    };
    Some(node.rewritten(new, cx.at))
}
