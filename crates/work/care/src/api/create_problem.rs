//! `POST /problems`

use super::problem_out::ProblemOut;
use super::solve_problem::SolutionIn;
use crate::model::{Category, VisitId};
use crate::ops::{self, NewProblem, NewSolution};
use crate::permits::WriteProblems;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use companies::CompanyId;
use http_base::{Allowed, App, Json, Reply};
use projects::ProjectId;
use serde::Deserialize;

/// A problem to be recorded.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ProblemIn {
    /// Its code.
    code: String,
    /// What it is about.
    category: Category,
    /// The unit that has to solve it, by code or name.
    unit: String,
    /// The company, by id; this, a project or both.
    #[schema(value_type = Option<String>)]
    company_id: Option<CompanyId>,
    /// The project, by id.
    #[schema(value_type = Option<String>)]
    project_id: Option<ProjectId>,
    /// The day it was raised.
    raised_on: NaiveDate,
    /// What it is.
    description: String,
    /// The visit it came from, by id.
    #[schema(value_type = Option<String>)]
    visit_id: Option<VisitId>,
    /// How it was solved, if it is.
    solution: Option<SolutionIn>,
}

/// Records a problem; with a solution, in the open month.
#[utoipa::path(post, path = "/problems", tag = "problems",
    request_body = ProblemIn, responses((status = 201, body = ProblemOut)),
    security(("session" = ["problems.write"])))]
pub(super) async fn create_problem(
    State(app): State<App>,
    actor: Allowed<WriteProblems>,
    Json(problem): Json<ProblemIn>,
) -> Reply<(StatusCode, Json<ProblemOut>)> {
    let new = NewProblem {
        code: problem.code,
        category: problem.category,
        unit: problem.unit,
        company: problem.company_id,
        project: problem.project_id,
        raised_on: problem.raised_on,
        description: problem.description,
        visit: problem.visit_id,
        solution: problem.solution.map(NewSolution::from),
    };
    let created = ops::create_problem(&app, &actor, new).await?;
    Ok((StatusCode::CREATED, Json(created.into())))
}
