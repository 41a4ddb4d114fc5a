//! `POST /targets/{id}/reversal`

use super::company_out::CompanyOut;
use crate::model::TargetId;
use crate::ops;
use crate::permits::WriteTargets;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// Why a record is taken back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetReversalIn {
    /// The reason.
    reason: String,
}

/// Takes back what was recorded last of a target: that the company was given up, else that
/// it was chosen. Answers with the company and the targets that it has then.
#[utoipa::path(post, path = "/targets/{id}/reversal", tag = "targets",
    params(("id" = String, Path)), request_body = TargetReversalIn,
    responses((status = 200, body = CompanyOut)),
    security(("session" = ["targets.write"])))]
pub(super) async fn reverse_target(
    State(app): State<App>,
    actor: Allowed<WriteTargets>,
    FromPath(id): FromPath<TargetId>,
    Json(reversal): Json<TargetReversalIn>,
) -> Reply<Json<CompanyOut>> {
    let company = ops::reverse_target(&app, &actor, id, &reversal.reason).await?;
    Ok(Json(ops::view(&app, company).await?.into()))
}
