//! `POST /platforms/{id}/close`

use super::platform_out::PlatformOut;
use crate::model::PlatformId;
use crate::ops;
use crate::permits::WritePlatforms;
use axum::extract::State;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// When a platform was closed.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlatformClosingIn {
    /// The day.
    closed_on: NaiveDate,
}

/// Closes a platform: it counts no longer. What it brought stays its.
#[utoipa::path(post, path = "/platforms/{id}/close", tag = "platforms",
    params(("id" = String, Path)), request_body = PlatformClosingIn,
    responses((status = 200, body = PlatformOut)),
    security(("session" = ["platforms.write"])))]
pub(super) async fn close_platform(
    State(app): State<App>,
    actor: Allowed<WritePlatforms>,
    FromPath(id): FromPath<PlatformId>,
    Json(closing): Json<PlatformClosingIn>,
) -> Reply<Json<PlatformOut>> {
    ops::close_platform(&app, &actor, id, closing.closed_on).await?;
    let view = ops::view_platform(&app, &actor, id).await?;
    Ok(Json(view.into()))
}
