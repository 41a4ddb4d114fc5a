//! `POST /visits`

use super::visit_out::VisitOut;
use crate::model::{Mode, Purpose};
use crate::ops::{self, NewVisit};
use crate::permits::WriteVisits;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use companies::CompanyId;
use http_base::{Allowed, App, Json, Reply};
use projects::ProjectId;
use serde::Deserialize;

/// A visit to be recorded.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct VisitIn {
    /// Its code.
    code: String,
    /// How one met.
    mode: Mode,
    /// What it was for.
    purpose: Purpose,
    /// The day.
    visited_on: NaiveDate,
    /// The unit that made it, by code or name.
    unit: String,
    /// Who made it: a role such as 护商专员 012, never a person's name.
    officer: String,
    /// The company, by id; this, a project or both.
    #[schema(value_type = Option<String>)]
    company_id: Option<CompanyId>,
    /// The project, by id.
    #[schema(value_type = Option<String>)]
    project_id: Option<ProjectId>,
    /// What was learnt of the progress.
    progress: Option<String>,
    /// What is needed.
    needs: Option<String>,
}

/// Records a visit in the open month.
#[utoipa::path(post, path = "/visits", tag = "visits",
    request_body = VisitIn, responses((status = 201, body = VisitOut)),
    security(("session" = ["visits.write"])))]
pub(super) async fn create_visit(
    State(app): State<App>,
    actor: Allowed<WriteVisits>,
    Json(visit): Json<VisitIn>,
) -> Reply<(StatusCode, Json<VisitOut>)> {
    let new = NewVisit {
        code: visit.code,
        mode: visit.mode,
        purpose: visit.purpose,
        visited_on: visit.visited_on,
        unit: visit.unit,
        officer: visit.officer,
        company: visit.company_id,
        project: visit.project_id,
        progress: visit.progress.unwrap_or_default(),
        needs: visit.needs.unwrap_or_default(),
    };
    let created = ops::create_visit(&app, &actor, new).await?;
    Ok((StatusCode::CREATED, Json(created.into())))
}
