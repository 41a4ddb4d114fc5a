//! `GET /projects`

use super::project_item::ProjectItem;
use crate::model::Stage;
use crate::ops::{self, ProjectQuery};
use crate::permits::ReadProjects;
use crate::store::ProjectSort;
use axum::extract::State;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Page, PageQuery};
use serde::Deserialize;

/// Which projects, in which order.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ProjectsQuery {
    /// Those of this unit and the units below it, by code.
    unit: Option<String>,
    /// Those of this stage.
    stage: Option<Stage>,
    /// Those whose code, name or investors hold this.
    q: Option<String>,
    /// The order: updated (the default), planned, arrived, code.
    #[serde(default)]
    #[param(inline)]
    sort: ProjectSort,
}

/// Projects of one's scope.
#[utoipa::path(get, path = "/projects", tag = "projects",
    params(ProjectsQuery, PageQuery), responses((status = 200, body = Page<ProjectItem>)),
    security(("session" = ["projects.read"])))]
pub(super) async fn list_projects(
    State(app): State<App>,
    actor: Allowed<ReadProjects>,
    Query(query): Query<ProjectsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<ProjectItem>>> {
    let query = ProjectQuery {
        unit: query.unit,
        stage: query.stage,
        q: query.q,
        sort: query.sort,
    };
    let found = ops::list_projects(&app, &actor, query, &page).await?;
    Ok(Json(found.map(ProjectItem::from)))
}
