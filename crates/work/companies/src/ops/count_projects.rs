//! How many projects and other records name a company, kept by whoever writes them: what is
//! named stays in the register when the import that brought it is undone.

use crate::model::CompanyId;
use crate::store::{self, Counter};
use db::DatabaseTransaction;
use kernel::Outcome;
use std::collections::BTreeMap;

/// Adds `changes` to the companies' numbers of projects, in the caller's transaction.
pub async fn count_projects(
    tx: &DatabaseTransaction,
    changes: impl IntoIterator<Item = (CompanyId, i64)>,
) -> Outcome<()> {
    count(tx, Counter::Projects, changes).await
}

/// Adds `changes` to the companies' numbers of records other than projects: honours and
/// targets, and what other slices keep of a company (meetings, rosters, visits, problems).
pub async fn count_records(
    tx: &DatabaseTransaction,
    changes: impl IntoIterator<Item = (CompanyId, i64)>,
) -> Outcome<()> {
    count(tx, Counter::Records, changes).await
}

async fn count(
    tx: &DatabaseTransaction,
    counter: Counter,
    changes: impl IntoIterator<Item = (CompanyId, i64)>,
) -> Outcome<()> {
    let mut sums: BTreeMap<i64, i64> = BTreeMap::new();
    for (company, change) in changes {
        *sums.entry(company.key()).or_default() += change;
    }
    let changes: Vec<(i64, i64)> = sums.into_iter().filter(|(_, sum)| *sum != 0).collect();
    Ok(store::count_change(tx, counter, &changes).await?)
}
