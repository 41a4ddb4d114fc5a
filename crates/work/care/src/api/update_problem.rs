//! `PATCH /problems/{id}`

use super::given::given;
use super::problem_out::ProblemOut;
use crate::model::{Category, ProblemChange, ProblemId, VisitId};
use crate::ops;
use crate::permits::WriteProblems;
use axum::extract::State;
use chrono::NaiveDate;
use companies::CompanyId;
use http_base::{Allowed, App, FromPath, Json, Reply};
use projects::ProjectId;
use serde::Deserialize;

/// What is to change; what is absent stays. Category and unit stay once it is solved.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ProblemPatch {
    /// What it is about.
    category: Option<Category>,
    /// The unit that has to solve it, by code or name.
    unit: Option<String>,
    /// The company, by id; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    company_id: Option<Option<CompanyId>>,
    /// The project, by id; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    project_id: Option<Option<ProjectId>>,
    /// The day it was raised.
    raised_on: Option<NaiveDate>,
    /// What it is.
    description: Option<String>,
    /// The visit it came from, by id; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    visit_id: Option<Option<VisitId>>,
    /// How it was solved, once it is.
    solution: Option<String>,
}

/// Changes a problem; once it is solved, what no fact carries.
#[utoipa::path(patch, path = "/problems/{id}", tag = "problems",
    params(("id" = String, Path)), request_body = ProblemPatch,
    responses((status = 200, body = ProblemOut)),
    security(("session" = ["problems.write"])))]
pub(super) async fn update_problem(
    State(app): State<App>,
    actor: Allowed<WriteProblems>,
    FromPath(id): FromPath<ProblemId>,
    Json(patch): Json<ProblemPatch>,
) -> Reply<Json<ProblemOut>> {
    let change = ProblemChange {
        category: patch.category,
        unit: patch.unit,
        company: patch.company_id,
        project: patch.project_id,
        raised_on: patch.raised_on,
        description: patch.description,
        visit: patch.visit_id,
        solution: patch.solution,
    };
    let changed = ops::update_problem(&app, &actor, id, change).await?;
    Ok(Json(changed.into()))
}
