//! `POST /problems/{id}/solution`

use super::problem_out::ProblemOut;
use crate::model::ProblemId;
use crate::ops::{self, NewSolution};
use crate::permits::WriteProblems;
use axum::extract::State;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// That a problem was solved.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SolutionIn {
    /// The day.
    solved_on: NaiveDate,
    /// How.
    solution: String,
}

impl From<SolutionIn> for NewSolution {
    fn from(solution: SolutionIn) -> Self {
        Self {
            solved_on: solution.solved_on,
            solution: solution.solution,
        }
    }
}

/// Notes how and when a problem was solved, in the open month.
#[utoipa::path(post, path = "/problems/{id}/solution", tag = "problems",
    params(("id" = String, Path)), request_body = SolutionIn,
    responses((status = 200, body = ProblemOut)),
    security(("session" = ["problems.write"])))]
pub(super) async fn solve_problem(
    State(app): State<App>,
    actor: Allowed<WriteProblems>,
    FromPath(id): FromPath<ProblemId>,
    Json(solution): Json<SolutionIn>,
) -> Reply<Json<ProblemOut>> {
    let solved = ops::solve_problem(&app, &actor, id, solution.into()).await?;
    Ok(Json(solved.into()))
}
