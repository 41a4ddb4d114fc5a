//! `POST /platform-projects`

use super::platform_project_out::PlatformProjectOut;
use crate::model::PlatformId;
use crate::ops;
use crate::permits::WritePlatforms;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, Json, Reply};
use projects::ProjectId;
use serde::Deserialize;

/// That a platform brought a project in.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlatformProjectIn {
    /// The platform, by id.
    #[schema(value_type = String)]
    platform_id: PlatformId,
    /// The project, by id.
    #[schema(value_type = String)]
    project_id: ProjectId,
    /// The day.
    brought_on: NaiveDate,
}

/// Adds a project to the platform that brought it in. Funds of it that were recognised
/// before are not counted as the platform's; the reply says how many and how much.
#[utoipa::path(post, path = "/platform-projects", tag = "platforms",
    request_body = PlatformProjectIn, responses((status = 201, body = PlatformProjectOut)),
    security(("session" = ["platforms.write"])))]
pub(super) async fn add_platform_project(
    State(app): State<App>,
    actor: Allowed<WritePlatforms>,
    Json(new): Json<PlatformProjectIn>,
) -> Reply<(StatusCode, Json<PlatformProjectOut>)> {
    let (platform, project) = (new.platform_id, new.project_id);
    let added = ops::add_platform_project(&app, &actor, platform, project, new.brought_on).await?;
    let view = ops::view_platform_project(&app, &actor, added.id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
