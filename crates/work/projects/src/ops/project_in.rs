//! Finding the project that a use case is about.

use super::ProjectRefusal;
use crate::model::{Project, ProjectId};
use crate::store::{self, ProjectKey};
use db::DatabaseTransaction;
use kernel::{Outcome, Scope};

/// The project with this key, if `scope` covers it.
///
/// # Errors
/// [`ProjectRefusal::Unknown`].
pub(super) async fn project_in(
    tx: &DatabaseTransaction,
    scope: &Scope,
    id: ProjectId,
) -> Outcome<Project> {
    let found = store::load_projects(tx, scope, &ProjectKey::Ids(vec![id.key()])).await?;
    let project = found.into_iter().next();
    Ok(project.ok_or(ProjectRefusal::Unknown)?)
}
