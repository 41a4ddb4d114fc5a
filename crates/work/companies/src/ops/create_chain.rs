//! Entering a chain.

use super::create_company::lock;
use super::{ChainRefusal, load_chains};
use crate::model::{Chain, ChainId, Chains, NewChain, check_chain};
use crate::permits::WriteChains;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};

/// Enters a chain.
///
/// # Errors
/// `request.invalid` with every wrong field; [`ChainRefusal::CodeTaken`],
/// [`ChainRefusal::NameTaken`].
pub async fn create_chain(app: &App, _: &Allowed<WriteChains>, new: NewChain) -> Outcome<Chain> {
    let mut wrong = Fields::default();
    let new = check_chain(&mut wrong, &new);
    wrong.done()?;
    let tx = app.database.begin_write().await?;
    lock(&tx).await?;
    let chains = load_chains(&tx).await?;
    if let Some(other) = chains.by_code(&new.code) {
        return Err(ChainRefusal::CodeTaken {
            code: new.code,
            name: other.name.clone(),
        }
        .into());
    }
    refuse_namesake(&chains, &new.name, None)?;
    let chain = Chain::fresh(app.ids.id(), new, false, app.now());
    store::insert_chains(&tx, std::slice::from_ref(&chain)).await?;
    tx.commit().await?;
    Ok(chain)
}

/// Refuses a name that another chain than `own` has.
pub(crate) fn refuse_namesake(
    chains: &Chains,
    name: &str,
    own: Option<ChainId>,
) -> Result<(), ChainRefusal> {
    match chains.namesake(name, own) {
        None => Ok(()),
        Some(other) => Err(ChainRefusal::NameTaken {
            name: name.to_owned(),
            code: other.code.clone(),
        }),
    }
}
