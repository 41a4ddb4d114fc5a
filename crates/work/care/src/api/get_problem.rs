//! `GET /problems/{id}`

use super::problem_out::ProblemOut;
use crate::model::ProblemId;
use crate::ops;
use crate::permits::ReadProblems;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One problem.
#[utoipa::path(get, path = "/problems/{id}", tag = "problems",
    params(("id" = String, Path)), responses((status = 200, body = ProblemOut)),
    security(("session" = ["problems.read"])))]
pub(super) async fn get_problem(
    State(app): State<App>,
    actor: Allowed<ReadProblems>,
    FromPath(id): FromPath<ProblemId>,
) -> Reply<Json<ProblemOut>> {
    Ok(Json(ops::get_problem(&app, &actor, id).await?.into()))
}
