//! `POST /projects/{id}/amendments`

use super::project_out::ProjectOut;
use crate::model::ProjectId;
use crate::ops::{self, NewAmendment};
use crate::permits::WriteProjects;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use kernel::Money;
use serde::Deserialize;

/// A change of the plan.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AmendmentIn {
    /// The planned total investment from here on, in yuan.
    #[schema(value_type = String)]
    planned_investment: Money,
    /// The day it was approved.
    on: NaiveDate,
    /// Why.
    reason: String,
}

/// Amends the planned investment in the open month.
#[utoipa::path(post, path = "/projects/{id}/amendments", tag = "projects",
    params(("id" = String, Path)), request_body = AmendmentIn,
    responses((status = 201, body = ProjectOut)),
    security(("session" = ["projects.write"])))]
pub(super) async fn amend_plan(
    State(app): State<App>,
    actor: Allowed<WriteProjects>,
    FromPath(id): FromPath<ProjectId>,
    Json(amendment): Json<AmendmentIn>,
) -> Reply<(StatusCode, Json<ProjectOut>)> {
    let new = NewAmendment {
        planned_investment: amendment.planned_investment,
        on: amendment.on,
        reason: amendment.reason,
    };
    ops::amend_plan(&app, &actor, id, new).await?;
    let view = ops::view_project(&app, &actor, id).await?;
    Ok((StatusCode::CREATED, Json(ProjectOut::of(view)?)))
}
