//! What creating and changing a node share: the chain's graph, and what it refuses.

use super::NodeRefusal;
use super::update_chain::judge_graph;
use crate::model::{ChainId, ChainNode, Graph, LinkFault, NewNode, NodeId, check_node};
use crate::store;
use db::DatabaseTransaction;
use kernel::{Fields, Outcome};
use serde_json::json;

/// The nodes of a chain with their graph.
pub(super) struct Drawn {
    pub(super) nodes: Vec<ChainNode>,
    graph: Graph<NodeId>,
}

impl Drawn {
    /// Those of a standing chain.
    pub(super) async fn load(tx: &DatabaseTransaction, chain: ChainId) -> Outcome<Self> {
        let record = super::get_chain::chain_in(tx, chain).await?;
        judge_graph(&record, true)?;
        let nodes = store::nodes_of(tx, &[chain.key()]).await?;
        let mut graph = Graph::default();
        for node in &nodes {
            graph.link(node.id, node.parent, &node.downstream);
        }
        Ok(Self { nodes, graph })
    }

    /// The node with this key.
    pub(super) fn node(&self, id: NodeId) -> Option<&ChainNode> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// What was typed of the node `id`, checked against the others.
    ///
    /// # Errors
    /// `request.invalid` with every wrong field; [`NodeRefusal`].
    pub(super) fn check(&self, id: NodeId, new: NewNode) -> Outcome<NewNode> {
        let mut wrong = Fields::default();
        let new = check_node(&mut wrong, new);
        let links = new.parent.iter().map(|parent| ("parent_id", parent));
        let links = links.chain(new.downstream.iter().map(|down| ("downstream", down)));
        for (field, linked) in links {
            if *linked != id && self.node(*linked).is_none() {
                wrong.refuse(field, "chain_nodes.unknown", json!({}));
            }
        }
        wrong.done()?;
        let mut others = self.nodes.iter().filter(|node| node.id != id);
        if others.any(|node| node.is_called(&new.name)) {
            let name = new.name.clone();
            return Err(NodeRefusal::NameTaken { name }.into());
        }
        let fault = self.graph.judge(id, new.parent, &new.downstream);
        fault.map_err(|fault| {
            refusal_of(&fault, |key| match self.node(key) {
                Some(node) if key != id => node.name.clone(),
                _ => new.name.clone(),
            })
        })?;
        Ok(new)
    }
}

/// What is said of a link that the graph cannot have; `name_of` names the nodes of the way.
pub(crate) fn refusal_of<K: Copy>(
    fault: &LinkFault<K>,
    name_of: impl Fn(K) -> String,
) -> NodeRefusal {
    let path = |way: &[K]| {
        let names: Vec<String> = way.iter().map(|&key| name_of(key)).collect();
        names.join(" → ")
    };
    match fault {
        LinkFault::OwnParent => NodeRefusal::OwnParent,
        LinkFault::OwnDownstream => NodeRefusal::OwnDownstream,
        LinkFault::ParentCycle(way) => NodeRefusal::ParentCycle { path: path(way) },
        LinkFault::DownstreamCycle(way) => NodeRefusal::DownstreamCycle { path: path(way) },
    }
}
