//! `GET /views`: one's own saved views.

use super::view_out::ViewOut;
use crate::ops;
use crate::permits::OwnViews;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use serde::{Deserialize, Serialize};

/// Of which page.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ViewsQuery {
    /// The page, such as `projects`; all pages when absent.
    page: Option<String>,
}

/// The caller's views.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ViewsOut {
    /// The views, by name.
    items: Vec<ViewOut>,
}

/// The caller's own saved views.
#[utoipa::path(get, path = "/views", tag = "desk", params(ViewsQuery),
    responses((status = 200, body = ViewsOut)),
    security(("session" = [OwnViews::PERMISSION.0])))]
pub(crate) async fn list_views(
    State(app): State<App>,
    actor: Allowed<OwnViews>,
    Query(query): Query<ViewsQuery>,
) -> Reply<Json<ViewsOut>> {
    let views = ops::list_views(&app, &actor, query.page.as_deref()).await?;
    let items = views.into_iter().map(ViewOut::from).collect();
    Ok(Json(ViewsOut { items }))
}
