//! `POST /projects/{id}/milestones`

use super::project_out::ProjectOut;
use crate::model::{MilestoneKind, ProjectId};
use crate::ops::{self, NewMilestone};
use crate::permits::WriteProjects;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// A milestone to be recognised.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MilestoneIn {
    /// What happened.
    kind: MilestoneKind,
    /// When.
    occurred_on: NaiveDate,
    /// Permit, contract or photo numbers by which the original is found.
    evidence: Option<String>,
}

/// Recognises a milestone in the open month.
#[utoipa::path(post, path = "/projects/{id}/milestones", tag = "projects",
    params(("id" = String, Path)), request_body = MilestoneIn,
    responses((status = 201, body = ProjectOut)),
    security(("session" = ["projects.write"])))]
pub(super) async fn record_milestone(
    State(app): State<App>,
    actor: Allowed<WriteProjects>,
    FromPath(id): FromPath<ProjectId>,
    Json(milestone): Json<MilestoneIn>,
) -> Reply<(StatusCode, Json<ProjectOut>)> {
    let new = NewMilestone {
        kind: milestone.kind,
        occurred_on: milestone.occurred_on,
        evidence: milestone.evidence,
    };
    ops::record_milestone(&app, &actor, id, new).await?;
    let view = ops::view_project(&app, &actor, id).await?;
    Ok((StatusCode::CREATED, Json(ProjectOut::of(view)?)))
}
