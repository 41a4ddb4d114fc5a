//! `POST /platform-projects/{id}/reversal`

use crate::model::PlatformProjectId;
use crate::ops;
use crate::permits::WritePlatforms;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// Why a project is taken back from its platform.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlatformProjectReversalIn {
    /// The reason.
    reason: String,
}

/// Takes a project back from its platform: its fact is reversed in the open month. Funds
/// that carry the platform keep it.
#[utoipa::path(post, path = "/platform-projects/{id}/reversal", tag = "platforms",
    params(("id" = String, Path)), request_body = PlatformProjectReversalIn,
    responses((status = 204)),
    security(("session" = ["platforms.write"])))]
pub(super) async fn reverse_platform_project(
    State(app): State<App>,
    actor: Allowed<WritePlatforms>,
    FromPath(id): FromPath<PlatformProjectId>,
    Json(reversal): Json<PlatformProjectReversalIn>,
) -> Reply<StatusCode> {
    ops::reverse_platform_project(&app, &actor, id, &reversal.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
