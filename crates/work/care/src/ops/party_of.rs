//! From keys that a form sends to the company and project they name.

use crate::model::Party;
use crate::store::Names;
use companies::{CompanyId, CompanyRefusal};
use db::DatabaseTransaction;
use kernel::{Outcome, Scope};
use projects::{ProjectId, ProjectKey, ProjectName, ProjectRefusal, load_projects};

/// The company and project with these keys.
///
/// # Errors
/// [`CompanyRefusal::Unknown`], [`ProjectRefusal::Unknown`].
pub(super) async fn party_of(
    tx: &DatabaseTransaction,
    scope: &Scope,
    company: Option<CompanyId>,
    project: Option<ProjectId>,
) -> Outcome<Party> {
    let names = Names::load(tx, Vec::from_iter(company.map(CompanyId::key)), Vec::new()).await?;
    let company = company.map(|id| match names.registered(id.key()) {
        Some(_) => names.company(id.key()),
        None => Err(CompanyRefusal::Unknown.into()),
    });
    Ok(Party {
        company: company.transpose()?,
        project: match project {
            Some(id) => Some(project_of(tx, scope, id).await?),
            None => None,
        },
    })
}

/// The project with this key, if `scope` covers it.
///
/// # Errors
/// [`ProjectRefusal::Unknown`].
pub(super) async fn project_of(
    tx: &DatabaseTransaction,
    scope: &Scope,
    id: ProjectId,
) -> Outcome<ProjectName> {
    let found = load_projects(tx, scope, &ProjectKey::Ids(vec![id.key()])).await?;
    let project = found.into_iter().next().ok_or(ProjectRefusal::Unknown)?;
    Ok(ProjectName {
        id: project.id,
        code: project.code,
        name: project.name,
    })
}

/// `party` with the company and project that a change names; what is absent stays.
pub(super) async fn changed_party(
    tx: &DatabaseTransaction,
    scope: &Scope,
    party: Party,
    company: Option<Option<CompanyId>>,
    project: Option<Option<ProjectId>>,
) -> Outcome<Party> {
    let named = party_of(tx, scope, company.flatten(), project.flatten()).await?;
    Ok(Party {
        company: match company {
            Some(_) => named.company,
            None => party.company,
        },
        project: match project {
            Some(_) => named.project,
            None => party.project,
        },
    })
}
