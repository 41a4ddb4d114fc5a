//! Targets with everything in them named.

use crate::model::{CompanyRef, NodeRef, Target, TargetView};
use crate::store;
use db::ConnectionTrait;
use kernel::{Fault, Outcome};
use std::collections::{BTreeSet, HashMap};

/// These targets, in their order.
pub(crate) async fn view_targets<C: ConnectionTrait>(
    connection: &C,
    targets: Vec<Target>,
) -> Outcome<Vec<TargetView>> {
    if targets.is_empty() {
        return Ok(Vec::new());
    }
    let keys = |key: fn(&Target) -> i64| -> Vec<i64> {
        let keys: BTreeSet<i64> = targets.iter().map(key).collect();
        keys.into_iter().collect()
    };
    let companies: HashMap<i64, String> =
        store::by_ids(connection, &keys(|target| target.company.key()))
            .await?
            .into_iter()
            .map(|company| (company.id.key(), company.name))
            .collect();
    let chain_keys = keys(|target| target.chain.key());
    let chains: HashMap<i64, _> = store::chains_by_ids(connection, &chain_keys)
        .await?
        .into_iter()
        .map(|chain| (chain.id.key(), chain.to_ref()))
        .collect();
    let nodes: HashMap<i64, String> = store::nodes_of(connection, &chain_keys)
        .await?
        .into_iter()
        .map(|node| (node.id.key(), node.name))
        .collect();
    let tree = orgs::ops::load_units(connection).await?;
    targets
        .into_iter()
        .map(|target| {
            let lost = |what: &str| Fault::broken(format!("target {}: no {what}", target.id));
            let name = companies.get(&target.company.key());
            let node = target.node.map(|id| {
                let name = nodes.get(&id.key()).ok_or_else(|| lost("node"));
                name.map(|name| NodeRef {
                    id,
                    name: name.clone(),
                })
            });
            Ok(TargetView {
                company: CompanyRef {
                    id: target.company,
                    name: name.ok_or_else(|| lost("company"))?.clone(),
                },
                chain: chains
                    .get(&target.chain.key())
                    .ok_or_else(|| lost("chain"))?
                    .clone(),
                node: node.transpose()?,
                unit: tree
                    .by_key(target.unit)
                    .ok_or_else(|| lost("unit"))?
                    .to_ref(),
                target,
            })
        })
        .collect()
}
