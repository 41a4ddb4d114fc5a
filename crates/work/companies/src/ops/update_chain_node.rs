//! Changing a node of a chain.

use super::NodeRefusal;
use super::create_company::lock;
use super::write_node::Drawn;
use crate::model::{ChainId, ChainNode, NewNode, NodeId, Strength};
use crate::permits::WriteChains;
use crate::store;
use http_base::{Allowed, App};
use kernel::Outcome;

/// What is to change of a node; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct NodeChange {
    /// Its name.
    pub name: Option<String>,
    /// The node above it; `Some(None)` takes it away.
    pub parent: Option<Option<NodeId>>,
    /// All the nodes that it supplies.
    pub downstream: Option<Vec<NodeId>>,
    /// How strong the city is in it; `Some(None)` takes it away.
    pub strength: Option<Option<Strength>>,
    /// A note; an empty text takes it away.
    pub note: Option<String>,
}

/// Changes a node.
///
/// # Errors
/// `request.invalid` with every wrong field; [`ChainRefusal`](super::ChainRefusal),
/// [`NodeRefusal`].
pub async fn update_chain_node(
    app: &App,
    _: &Allowed<WriteChains>,
    chain: ChainId,
    id: NodeId,
    change: NodeChange,
) -> Outcome<ChainNode> {
    let tx = app.database.begin_write().await?;
    lock(&tx).await?;
    let drawn = Drawn::load(&tx, chain).await?;
    let known = drawn.node(id).ok_or(NodeRefusal::Unknown)?;
    let typed = known.typed();
    let new = NewNode {
        name: change.name.unwrap_or(typed.name),
        parent: change.parent.unwrap_or(typed.parent),
        downstream: change.downstream.unwrap_or(typed.downstream),
        strength: change.strength.unwrap_or(typed.strength),
        note: change.note.or(typed.note),
    };
    let new = drawn.check(id, new)?;
    let node = known.rewritten(new, app.now());
    store::rewrite_node(&tx, &node).await?;
    store::save_links(&tx, std::slice::from_ref(&node)).await?;
    tx.commit().await?;
    Ok(node)
}
