//! `POST /projects/{id}/milestones/{milestone_id}/reversal`

use super::project_out::ProjectOut;
use crate::model::{MilestoneId, ProjectId};
use crate::ops;
use crate::permits::WriteProjects;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// Why a milestone is taken back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MilestoneReversalIn {
    /// The reason.
    reason: String,
}

/// Takes a milestone back: its fact is reversed in the open month.
#[utoipa::path(post, path = "/projects/{id}/milestones/{milestone_id}/reversal", tag = "projects",
    params(("id" = String, Path), ("milestone_id" = String, Path)),
    request_body = MilestoneReversalIn, responses((status = 200, body = ProjectOut)),
    security(("session" = ["projects.write"])))]
pub(super) async fn reverse_milestone(
    State(app): State<App>,
    actor: Allowed<WriteProjects>,
    FromPath((id, milestone)): FromPath<(ProjectId, MilestoneId)>,
    Json(reversal): Json<MilestoneReversalIn>,
) -> Reply<Json<ProjectOut>> {
    ops::reverse_milestone(&app, &actor, id, milestone, &reversal.reason).await?;
    let view = ops::view_project(&app, &actor, id).await?;
    Ok(Json(ProjectOut::of(view)?))
}
