//! `GET /platform-projects`

use super::platform_project_out::PlatformProjectOut;
use crate::model::PlatformId;
use crate::ops::{self, PlatformProjectQuery};
use crate::permits::ReadPlatforms;
use axum::extract::State;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Page, PageQuery};
use projects::ProjectId;
use serde::Deserialize;

/// Which projects of platforms.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PlatformProjectsQuery {
    /// Those of this platform, by id.
    #[param(value_type = Option<String>)]
    platform: Option<PlatformId>,
    /// The entries of this project, by id.
    #[param(value_type = Option<String>)]
    project: Option<ProjectId>,
    /// Those that this unit and the units below it lead, by code.
    unit: Option<String>,
    /// True for those that were taken back, instead of those that stand.
    reversed: Option<bool>,
}

/// Projects that platforms brought in: those that one's units lead, and those of the
/// platforms that they are responsible for; last booked first.
#[utoipa::path(get, path = "/platform-projects", tag = "platforms",
    params(PlatformProjectsQuery, PageQuery),
    responses((status = 200, body = Page<PlatformProjectOut>)),
    security(("session" = ["platforms.read"])))]
pub(super) async fn list_platform_projects(
    State(app): State<App>,
    actor: Allowed<ReadPlatforms>,
    Query(query): Query<PlatformProjectsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<PlatformProjectOut>>> {
    let query = PlatformProjectQuery {
        platform: query.platform,
        project: query.project,
        unit: query.unit,
        reversed: query.reversed.unwrap_or(false),
    };
    let found = ops::list_platform_projects(&app, &actor, query, &page).await?;
    Ok(Json(found.map(PlatformProjectOut::from)))
}
