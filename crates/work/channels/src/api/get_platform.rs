//! `GET /platforms/{id}`

use super::platform_out::PlatformOut;
use crate::model::PlatformId;
use crate::ops;
use crate::permits::ReadPlatforms;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One platform with what was recognised of it.
#[utoipa::path(get, path = "/platforms/{id}", tag = "platforms",
    params(("id" = String, Path)), responses((status = 200, body = PlatformOut)),
    security(("session" = ["platforms.read"])))]
pub(super) async fn get_platform(
    State(app): State<App>,
    actor: Allowed<ReadPlatforms>,
    FromPath(id): FromPath<PlatformId>,
) -> Reply<Json<PlatformOut>> {
    let view = ops::get_platform(&app, &actor, id).await?;
    Ok(Json(view.into()))
}
