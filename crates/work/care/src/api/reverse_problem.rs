//! `POST /problems/{id}/reversal`

use super::problem_out::ProblemOut;
use super::reversal_in::ReversalIn;
use crate::model::ProblemId;
use crate::ops;
use crate::permits::WriteProblems;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// Takes the solution of a problem back: the problem is open again.
#[utoipa::path(post, path = "/problems/{id}/reversal", tag = "problems",
    params(("id" = String, Path)), request_body = ReversalIn,
    responses((status = 200, body = ProblemOut)),
    security(("session" = ["problems.write"])))]
pub(super) async fn reverse_problem(
    State(app): State<App>,
    actor: Allowed<WriteProblems>,
    FromPath(id): FromPath<ProblemId>,
    Json(reversal): Json<ReversalIn>,
) -> Reply<Json<ProblemOut>> {
    let stands = ops::reverse_problem(&app, &actor, id, &reversal.reason).await?;
    Ok(Json(stands.into()))
}
