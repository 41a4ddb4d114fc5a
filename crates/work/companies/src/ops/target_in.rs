//! The targets that an op writes to, and what their fields may say.

use super::get_chain::chain_in;
use super::{ChainRefusal, NodeRefusal};
use crate::model::{ChainId, NodeId, Target, TargetId, TargetRefusal};
use crate::store::{self, TargetKey};
use db::DatabaseTransaction;
use kernel::{Fault, Fields, Outcome};
use serde_json::json;

/// The target with this key.
pub(super) async fn target_in(tx: &DatabaseTransaction, id: TargetId) -> Outcome<Target> {
    let found = store::load_targets(tx, &TargetKey::Ids(vec![id.key()])).await?;
    Ok(found.into_iter().next().ok_or(TargetRefusal::Unknown)?)
}

/// Notes in `wrong` where there is no such chain, or it has no such node.
pub(super) async fn check_place(
    tx: &DatabaseTransaction,
    wrong: &mut Fields,
    chain: ChainId,
    node: Option<NodeId>,
) -> Outcome<()> {
    match chain_in(tx, chain).await {
        Ok(_) => {}
        Err(Fault::Refused(_)) => {
            wrong.refuse("chain_id", ChainRefusal::UNKNOWN, json!({}));
            return Ok(());
        }
        Err(fault) => return Err(fault),
    }
    let nodes = store::nodes_of(tx, &[chain.key()]).await?;
    if node.is_some_and(|node| !nodes.iter().any(|known| known.id == node)) {
        wrong.refuse("node_id", NodeRefusal::UNKNOWN, json!({}));
    }
    Ok(())
}
