//! Companies with what is known of them besides: honours, and their place on the list of
//! targets.

use super::CompanyRefusal;
use super::view_targets::view_targets;
use crate::model::{Company, CompanyId, Honour, TargetView};
use crate::permits::ReadCompanies;
use crate::store::{self, TargetKey};
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::Outcome;
use std::collections::HashMap;

/// A company as replies show it.
#[derive(Debug, Clone)]
pub struct CompanyView {
    /// The record.
    pub company: Company,
    /// Its honours, the newest first.
    pub honours: Vec<Honour>,
    /// When it was on the list of targets, in the order of the journal.
    pub targets: Vec<TargetView>,
}

/// These companies, in their order.
pub(crate) async fn view_companies<C: ConnectionTrait>(
    connection: &C,
    companies: Vec<Company>,
) -> Outcome<Vec<CompanyView>> {
    let keys: Vec<i64> = companies.iter().map(|company| company.id.key()).collect();
    let mut honours: HashMap<CompanyId, Vec<Honour>> = HashMap::new();
    for honour in store::honours_of(connection, &keys).await? {
        honours.entry(honour.company).or_default().push(honour);
    }
    let found = store::load_targets(connection, &TargetKey::Companies(keys)).await?;
    let mut targets: HashMap<CompanyId, Vec<TargetView>> = HashMap::new();
    for view in view_targets(connection, found).await? {
        targets.entry(view.target.company).or_default().push(view);
    }
    let views = companies.into_iter().map(|company| CompanyView {
        honours: honours.remove(&company.id).unwrap_or_default(),
        targets: targets.remove(&company.id).unwrap_or_default(),
        company,
    });
    Ok(views.collect())
}

/// The company with this key and what is known of it.
///
/// # Errors
/// [`CompanyRefusal::Unknown`].
pub async fn view_company(
    app: &App,
    _: &Allowed<ReadCompanies>,
    id: CompanyId,
) -> Outcome<CompanyView> {
    view(app, id).await
}

/// As [`view_company`], for whoever has just written to the company.
pub(crate) async fn view(app: &App, id: CompanyId) -> Outcome<CompanyView> {
    let reader = app.database.reader();
    let found = store::by_ids(reader, &[id.key()]).await?;
    let mut views = view_companies(reader, found).await?;
    Ok(views.pop().ok_or(CompanyRefusal::Unknown)?)
}
