//! Reading one chain with its graph.

use super::ChainRefusal;
use super::list_chains::ListedChain;
use crate::model::{Chain, ChainId, ChainNode};
use crate::permits::ReadChains;
use crate::store;
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::Outcome;
use std::collections::HashMap;

/// A chain with its graph.
#[derive(Debug, Clone)]
pub struct ChainView {
    /// The chain with its counts.
    pub chain: ListedChain,
    /// Its nodes, in the order of entry.
    pub nodes: Vec<ChainNode>,
    /// How many standing targets name each node, by the node's key.
    pub targets: HashMap<i64, i64>,
}

/// The chain with this key.
///
/// # Errors
/// [`ChainRefusal::Unknown`].
pub async fn get_chain(app: &App, _: &Allowed<ReadChains>, id: ChainId) -> Outcome<ChainView> {
    view_chain(app, id).await
}

/// As [`get_chain`], for whoever has just written to the chain.
pub(crate) async fn view_chain(app: &App, id: ChainId) -> Outcome<ChainView> {
    let reader = app.database.reader();
    let chain = chain_in(reader, id).await?;
    let counts = store::chain_counts(reader, Some(id)).await?;
    Ok(ChainView {
        chain: ListedChain {
            chain,
            counts: counts.into_iter().next().unwrap_or_default(),
        },
        nodes: store::nodes_of(reader, &[id.key()]).await?,
        targets: store::node_targets(reader, &[id.key()], true).await?,
    })
}

/// The standing chain with this key.
pub(super) async fn chain_in<C: ConnectionTrait>(connection: &C, id: ChainId) -> Outcome<Chain> {
    let chains = super::load_chains(connection).await?;
    Ok(chains.by_id(id).cloned().ok_or(ChainRefusal::Unknown)?)
}
