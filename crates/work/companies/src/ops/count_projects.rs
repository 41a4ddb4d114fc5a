//! The number of projects that a company invests in, kept by whoever writes projects.

use crate::model::CompanyId;
use crate::store;
use db::DatabaseTransaction;
use kernel::Outcome;
use std::collections::BTreeMap;

/// Adds `changes` to the companies' numbers of projects, in the caller's transaction.
pub async fn count_projects(
    tx: &DatabaseTransaction,
    changes: impl IntoIterator<Item = (CompanyId, i64)>,
) -> Outcome<()> {
    let mut sums: BTreeMap<i64, i64> = BTreeMap::new();
    for (company, change) in changes {
        *sums.entry(company.key()).or_default() += change;
    }
    // In the order of keys, so that two writers never wait for each other.
    for (key, change) in sums.into_iter().filter(|(_, change)| *change != 0) {
        store::add_projects(tx, key, change).await?;
    }
    Ok(())
}
