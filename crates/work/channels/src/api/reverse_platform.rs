//! `POST /platforms/{id}/reversal`

use super::platform_out::PlatformOut;
use crate::model::PlatformId;
use crate::ops;
use crate::permits::WritePlatforms;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// What of a platform is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum PlatformReversalStep {
    /// Its founding, and with it the platform.
    Founded,
    /// Its closing: it is open again.
    Closed,
}

/// What is taken back, and why.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlatformReversalIn {
    /// What.
    step: PlatformReversalStep,
    /// The reason.
    reason: String,
}

/// Takes a platform's closing back, or the platform: its facts are reversed in the open
/// month. A platform that was taken back is null.
#[utoipa::path(post, path = "/platforms/{id}/reversal", tag = "platforms",
    params(("id" = String, Path)), request_body = PlatformReversalIn,
    responses((status = 200, body = Option<PlatformOut>)),
    security(("session" = ["platforms.write"])))]
pub(super) async fn reverse_platform(
    State(app): State<App>,
    actor: Allowed<WritePlatforms>,
    FromPath(id): FromPath<PlatformId>,
    Json(reversal): Json<PlatformReversalIn>,
) -> Reply<Json<Option<PlatformOut>>> {
    let closing_only = reversal.step == PlatformReversalStep::Closed;
    ops::reverse_platform(&app, &actor, id, closing_only, &reversal.reason).await?;
    if !closing_only {
        return Ok(Json(None));
    }
    let view = ops::view_platform(&app, &actor, id).await?;
    Ok(Json(Some(view.into())))
}
