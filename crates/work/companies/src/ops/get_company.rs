//! Reading companies by their keys.

use super::CompanyRefusal;
use crate::model::{Company, CompanyId};
use crate::permits::ReadCompanies;
use crate::store;
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::Outcome;
use std::collections::HashMap;

/// The company with this key.
///
/// # Errors
/// [`CompanyRefusal::Unknown`].
pub async fn get_company(app: &App, _: &Allowed<ReadCompanies>, id: CompanyId) -> Outcome<Company> {
    let found = store::by_ids(app.database.reader(), &[id.key()])
        .await?
        .pop();
    Ok(found.ok_or(CompanyRefusal::Unknown)?)
}

/// The companies with these keys, for the records of other slices that name them.
pub async fn find_companies<C: ConnectionTrait>(
    connection: &C,
    keys: &[i64],
) -> Outcome<HashMap<i64, Company>> {
    let found = store::by_ids(connection, keys).await?;
    Ok(found
        .into_iter()
        .map(|company| (company.id.key(), company))
        .collect())
}
