//! Listing chains.

use crate::model::Chain;
use crate::permits::ReadChains;
use crate::store::{self, ChainCounts};
use http_base::{Allowed, App};
use kernel::Outcome;
use std::collections::HashMap;

/// A chain with its counts.
#[derive(Debug, Clone)]
pub struct ListedChain {
    /// The record.
    pub chain: Chain,
    /// How many nodes and targets it has.
    pub(crate) counts: ChainCounts,
}

/// Every chain, in the order of entry.
pub async fn list_chains(app: &App, _: &Allowed<ReadChains>) -> Outcome<Vec<ListedChain>> {
    let reader = app.database.reader();
    let counts = store::chain_counts(reader, None).await?;
    let mut counts: HashMap<i64, ChainCounts> = counts
        .into_iter()
        .map(|counts| (counts.id, counts))
        .collect();
    let chains = store::chains(reader).await?.into_iter();
    Ok(chains
        .map(|chain| ListedChain {
            counts: counts.remove(&chain.id.key()).unwrap_or_default(),
            chain,
        })
        .collect())
}
