//! Changing what no fact carries of a target.

use super::create_company::lock;
use super::target_in::{check_place, target_in};
use crate::model::{ChainId, NodeId, Target, TargetId};
use crate::permits::WriteTargets;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};

/// What is to change of a target; what is absent stays. The rest is recognised: it is taken
/// back and recorded anew.
#[derive(Debug, Clone, Copy, Default)]
pub struct TargetChange {
    /// The chain it is wanted for. With another chain and no node, it has none.
    pub chain: Option<ChainId>,
    /// The node of that chain; `Some(None)` takes it away.
    pub node: Option<Option<NodeId>>,
}

/// Moves a target on the chains.
///
/// # Errors
/// `request.invalid` with every wrong field;
/// [`TargetRefusal::Unknown`](crate::TargetRefusal::Unknown).
pub async fn update_target(
    app: &App,
    _: &Allowed<WriteTargets>,
    id: TargetId,
    change: TargetChange,
) -> Outcome<Target> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    lock(&tx).await?;
    let known = target_in(&tx, id).await?;
    let chain = change.chain.unwrap_or(known.chain);
    let stays = known.node.filter(|_| chain == known.chain);
    let node = change.node.unwrap_or(stays);
    let mut wrong = Fields::default();
    check_place(&tx, &mut wrong, chain, node).await?;
    wrong.done()?;
    let target = Target {
        chain,
        node,
        revision: known.revision + 1,
        updated_at: app.now(),
        ..known
    };
    store::rewrite_target(&tx, &target, (None, None)).await?;
    tx.commit().await?;
    Ok(target)
}
