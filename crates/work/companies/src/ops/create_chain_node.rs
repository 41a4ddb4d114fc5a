//! Entering a node of a chain.

use super::create_company::lock;
use super::write_node::Drawn;
use crate::model::{ChainId, ChainNode, NewNode};
use crate::permits::WriteChains;
use crate::store;
use http_base::{Allowed, App};
use kernel::Outcome;

/// Enters a node of a chain.
///
/// # Errors
/// `request.invalid` with every wrong field; [`ChainRefusal`](super::ChainRefusal),
/// [`NodeRefusal`](super::NodeRefusal).
pub async fn create_chain_node(
    app: &App,
    _: &Allowed<WriteChains>,
    chain: ChainId,
    new: NewNode,
) -> Outcome<ChainNode> {
    let tx = app.database.begin_write().await?;
    lock(&tx).await?;
    let drawn = Drawn::load(&tx, chain).await?;
    let id = app.ids.id();
    let new = drawn.check(id, new)?;
    let node = ChainNode::fresh(id, chain, new, app.now());
    store::insert_nodes(&tx, std::slice::from_ref(&node)).await?;
    store::save_links(&tx, std::slice::from_ref(&node)).await?;
    tx.commit().await?;
    Ok(node)
}
