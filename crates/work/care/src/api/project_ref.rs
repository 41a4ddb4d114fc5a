//! How replies name a project.

use projects::{ProjectId, ProjectName};
use serde::Serialize;

/// A project by its id, code and name.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct ProjectRef {
    /// Its id, `prj_…`.
    #[schema(value_type = String)]
    id: ProjectId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
}

impl From<ProjectName> for ProjectRef {
    fn from(project: ProjectName) -> Self {
        Self {
            id: project.id,
            code: project.code,
            name: project.name,
        }
    }
}
