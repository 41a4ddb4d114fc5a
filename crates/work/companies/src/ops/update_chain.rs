//! Changing a chain.

use super::create_chain::refuse_namesake;
use super::create_company::lock;
use super::{ChainRefusal, load_chains};
use crate::model::{Chain, ChainChange, ChainId, ChainKind, NewChain, check_chain};
use crate::permits::WriteChains;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};

/// Changes a chain. It is no longer 假定 then, unless the change says that it is.
///
/// # Errors
/// `request.invalid` with every wrong field; [`ChainRefusal::Unknown`],
/// [`ChainRefusal::NameTaken`].
pub async fn update_chain(
    app: &App,
    _: &Allowed<WriteChains>,
    id: ChainId,
    change: ChainChange,
) -> Outcome<Chain> {
    let tx = app.database.begin_write().await?;
    lock(&tx).await?;
    let chains = load_chains(&tx).await?;
    let known = chains.by_id(id).ok_or(ChainRefusal::Unknown)?;
    let changed = known.changed(change, app.now());
    let typed = NewChain {
        code: changed.code.clone(),
        name: changed.name.clone(),
        name_en: changed.name_en.clone(),
        kind: changed.kind,
    };
    let mut wrong = Fields::default();
    let checked = check_chain(&mut wrong, &typed);
    wrong.done()?;
    refuse_namesake(&chains, &checked.name, Some(id))?;
    let nodes = store::nodes_of(&tx, &[id.key()]).await?;
    judge_graph(&changed, !nodes.is_empty())?;
    let chain = Chain {
        name: checked.name,
        name_en: checked.name_en,
        ..changed
    };
    store::rewrite_chain(&tx, &chain).await?;
    tx.commit().await?;
    Ok(chain)
}

/// Refuses nodes to a direction, which has no graph.
pub(crate) fn judge_graph(chain: &Chain, has_nodes: bool) -> Result<(), ChainRefusal> {
    match chain.kind {
        ChainKind::Direction if has_nodes => Err(ChainRefusal::NoGraph {
            name: chain.name.clone(),
        }),
        ChainKind::Direction | ChainKind::Chain => Ok(()),
    }
}
