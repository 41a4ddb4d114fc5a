//! Reading one project.

use super::project_in::project_in;
use crate::model::{Amendment, Home, NextStep, Project, ProjectId, next_steps};
use crate::permits::{ReadProjects, WriteProjects};
use crate::store;
use http_base::{Allowed, App};
use kernel::{Outcome, Scope};
use orgs::UnitTree;

/// A project with what its page shows beside it.
#[derive(Debug, Clone)]
pub struct ProjectView {
    /// The project.
    pub project: Project,
    /// The changes of its plan.
    pub amendments: Vec<Amendment>,
    /// What could be recognised next.
    pub next_steps: Vec<NextStep>,
    /// The units, by which its credit is named.
    pub tree: UnitTree,
}

impl ProjectView {
    /// The home province, by which investors are 省外 or not.
    pub fn home(&self) -> Home<'static> {
        Home::of(&self.tree)
    }
}

/// The project with this key, if the caller's scope covers it.
///
/// # Errors
/// [`ProjectRefusal::Unknown`](super::ProjectRefusal::Unknown).
pub async fn get_project(
    app: &App,
    actor: &Allowed<ReadProjects>,
    id: ProjectId,
) -> Outcome<ProjectView> {
    view(app, &actor.scope, id).await
}

/// The project that has just been written, for the reply.
pub(crate) async fn view_project(
    app: &App,
    actor: &Allowed<WriteProjects>,
    id: ProjectId,
) -> Outcome<ProjectView> {
    view(app, &actor.scope, id).await
}

async fn view(app: &App, scope: &Scope, id: ProjectId) -> Outcome<ProjectView> {
    let tx = app.database.begin_read().await?;
    let project = project_in(&tx, scope, id).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    Ok(ProjectView {
        amendments: store::amendments_of(&tx, id.key()).await?,
        next_steps: next_steps(&project, Home::of(&tree)),
        project,
        tree,
    })
}
