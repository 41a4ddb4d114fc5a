//! `PATCH /platforms/{id}`

use super::platform_out::PlatformOut;
use crate::model::{Components, PlatformChange, PlatformId};
use crate::ops;
use crate::permits::WritePlatforms;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// What is to change; what is absent stays. Unit and founding day are recognised: they
/// change only by taking the platform back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlatformPatch {
    /// Its name.
    name: Option<String>,
    /// Its components (假定); an empty text takes one away.
    #[serde(default)]
    components: Components,
}

/// Changes a platform's name and components.
#[utoipa::path(patch, path = "/platforms/{id}", tag = "platforms",
    params(("id" = String, Path)), request_body = PlatformPatch,
    responses((status = 200, body = PlatformOut)),
    security(("session" = ["platforms.write"])))]
pub(super) async fn update_platform(
    State(app): State<App>,
    actor: Allowed<WritePlatforms>,
    FromPath(id): FromPath<PlatformId>,
    Json(patch): Json<PlatformPatch>,
) -> Reply<Json<PlatformOut>> {
    let change = PlatformChange {
        name: patch.name,
        components: patch.components,
    };
    ops::update_platform(&app, &actor, id, change).await?;
    let view = ops::view_platform(&app, &actor, id).await?;
    Ok(Json(view.into()))
}
