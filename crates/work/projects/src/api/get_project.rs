//! `GET /projects/{id}`

use super::project_out::ProjectOut;
use crate::model::ProjectId;
use crate::ops;
use crate::permits::ReadProjects;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One project with its milestones, lists, plan and funds.
#[utoipa::path(get, path = "/projects/{id}", tag = "projects",
    params(("id" = String, Path)), responses((status = 200, body = ProjectOut)),
    security(("session" = ["projects.read"])))]
pub(super) async fn get_project(
    State(app): State<App>,
    actor: Allowed<ReadProjects>,
    FromPath(id): FromPath<ProjectId>,
) -> Reply<Json<ProjectOut>> {
    let view = ops::get_project(&app, &actor, id).await?;
    Ok(Json(ProjectOut::of(view)?))
}
