//! How replies show a chain, its counts and its graph.

use crate::model::{ChainId, ChainKind, ChainNode, NodeId, Strength};
use crate::ops::{ChainView, ListedChain};
use serde::Serialize;
use std::collections::HashMap;

/// How many nodes of each strength a chain has.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct NodeCounts {
    /// 强
    strong: i64,
    /// 弱
    weak: i64,
    /// 缺
    missing: i64,
    /// Not judged yet.
    unrated: i64,
}

/// A chain, or a direction without a graph.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct ChainItem {
    /// Its id, `chn_…`.
    #[schema(value_type = String)]
    id: ChainId,
    /// Its code.
    code: String,
    /// Its Chinese name.
    name: String,
    /// Its English name; empty where nobody gave one.
    name_en: String,
    /// Whether it has a graph.
    kind: ChainKind,
    /// Whether it is 假定: as it shipped with the program, not confirmed by an office.
    assumed: bool,
    /// How many nodes it has.
    nodes: NodeCounts,
    /// How many standing targets are wanted for it.
    targets: i64,
    /// When its record was last written.
    #[schema(value_type = String)]
    updated_at: kernel::Instant,
}

/// A node of a chain.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct ChainNodeOut {
    /// Its id, `nod_…`.
    #[schema(value_type = String)]
    id: NodeId,
    /// Its name.
    name: String,
    /// The node above it (上级环节).
    #[schema(value_type = Option<String>)]
    parent_id: Option<NodeId>,
    /// The nodes that it supplies (下游环节).
    #[schema(value_type = Vec<String>)]
    downstream: Vec<NodeId>,
    /// How strong the city is in it; null where nobody has judged it.
    strength: Option<Strength>,
    /// A note.
    note: Option<String>,
    /// How many standing targets are wanted for it.
    targets: i64,
}

/// A chain with its graph.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct ChainOut {
    /// The chain and its counts.
    chain: ChainItem,
    /// Its nodes, in the order of entry.
    nodes: Vec<ChainNodeOut>,
}

impl From<ListedChain> for ChainItem {
    fn from(listed: ListedChain) -> Self {
        let (chain, counts) = (listed.chain, listed.counts);
        Self {
            id: chain.id,
            code: chain.code,
            name: chain.name,
            name_en: chain.name_en,
            kind: chain.kind,
            assumed: chain.assumed,
            nodes: NodeCounts {
                strong: counts.strong,
                weak: counts.weak,
                missing: counts.missing,
                unrated: counts.unrated,
            },
            targets: counts.targets,
            updated_at: chain.updated_at,
        }
    }
}

fn node_out(node: ChainNode, targets: &HashMap<i64, i64>) -> ChainNodeOut {
    ChainNodeOut {
        targets: targets.get(&node.id.key()).copied().unwrap_or_default(),
        id: node.id,
        name: node.name,
        parent_id: node.parent,
        downstream: node.downstream,
        strength: node.strength,
        note: node.note,
    }
}

impl From<ChainView> for ChainOut {
    fn from(view: ChainView) -> Self {
        let targets = view.targets;
        let nodes = view.nodes.into_iter();
        Self {
            chain: view.chain.into(),
            nodes: nodes.map(|node| node_out(node, &targets)).collect(),
        }
    }
}
