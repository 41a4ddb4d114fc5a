//! Taking a node out of a chain.

use super::NodeRefusal;
use super::create_company::lock;
use super::write_node::Drawn;
use crate::model::{ChainId, ChainNode, NodeId};
use crate::permits::WriteChains;
use crate::store;
use http_base::{Allowed, App};
use kernel::Outcome;

/// Takes a node away. What other nodes or targets refer to stays.
///
/// # Errors
/// [`NodeRefusal::Unknown`], [`NodeRefusal::ReferredTo`].
pub async fn delete_chain_node(
    app: &App,
    _: &Allowed<WriteChains>,
    chain: ChainId,
    id: NodeId,
) -> Outcome<()> {
    let tx = app.database.begin_write().await?;
    lock(&tx).await?;
    let drawn = Drawn::load(&tx, chain).await?;
    drawn.node(id).ok_or(NodeRefusal::Unknown)?;
    let targets = store::node_targets(&tx, &[chain.key()], false).await?;
    let targets = targets.get(&id.key()).copied().unwrap_or_default();
    let by: Vec<&str> = referrers(&drawn.nodes, id)
        .map(|node| node.name.as_str())
        .collect();
    if !by.is_empty() || targets > 0 {
        let nodes = by.join("、");
        return Err(NodeRefusal::ReferredTo { nodes, targets }.into());
    }
    store::remove_nodes(&tx, &[id.key()], app.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// The nodes that lie below `id` or supply it.
pub(crate) fn referrers(nodes: &[ChainNode], id: NodeId) -> impl Iterator<Item = &ChainNode> {
    nodes
        .iter()
        .filter(move |node| node.parent == Some(id) || node.downstream.contains(&id))
}
