//! `GET /platforms`

use super::platform_out::PlatformItem;
use crate::ops::{self, PlatformQuery};
use crate::permits::ReadPlatforms;
use axum::extract::State;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Page, PageQuery};
use serde::Deserialize;

/// Which platforms.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PlatformsQuery {
    /// Those of this unit and the units below it, by code.
    unit: Option<String>,
    /// Those that are closed, or those that are not.
    closed: Option<bool>,
    /// Those whose code, name or components hold this.
    q: Option<String>,
}

/// Platforms (“六个一”招引平台) of one's scope, by code.
#[utoipa::path(get, path = "/platforms", tag = "platforms",
    params(PlatformsQuery, PageQuery), responses((status = 200, body = Page<PlatformItem>)),
    security(("session" = ["platforms.read"])))]
pub(super) async fn list_platforms(
    State(app): State<App>,
    actor: Allowed<ReadPlatforms>,
    Query(query): Query<PlatformsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<PlatformItem>>> {
    let query = PlatformQuery {
        unit: query.unit,
        closed: query.closed,
        q: query.q,
    };
    let found = ops::list_platforms(&app, &actor, query, &page).await?;
    Ok(Json(found.map(PlatformItem::from)))
}
