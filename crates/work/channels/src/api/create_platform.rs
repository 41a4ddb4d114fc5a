//! `POST /platforms`

use super::platform_out::PlatformOut;
use crate::model::{Components, NewPlatform};
use crate::ops;
use crate::permits::WritePlatforms;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, Json, Reply};
use serde::Deserialize;

/// A platform to register.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlatformIn {
    /// Its code, unique.
    code: String,
    /// Its name.
    name: String,
    /// The responsible unit, by code or name.
    unit: String,
    /// The day it was founded.
    founded_on: NaiveDate,
    /// What it has of the six components (假定).
    #[serde(default)]
    components: Components,
}

/// Registers a platform: it counts from its founding on.
#[utoipa::path(post, path = "/platforms", tag = "platforms",
    request_body = PlatformIn, responses((status = 201, body = PlatformOut)),
    security(("session" = ["platforms.write"])))]
pub(super) async fn create_platform(
    State(app): State<App>,
    actor: Allowed<WritePlatforms>,
    Json(platform): Json<PlatformIn>,
) -> Reply<(StatusCode, Json<PlatformOut>)> {
    let new = NewPlatform {
        code: platform.code,
        name: platform.name,
        unit: platform.unit,
        founded_on: platform.founded_on,
        components: platform.components,
    };
    let created = ops::create_platform(&app, &actor, new).await?;
    let view = ops::view_platform(&app, &actor, created.id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
