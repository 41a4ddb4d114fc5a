//! `POST /views`: saving a view.

use super::view_out::ViewOut;
use crate::ops;
use crate::permits::OwnViews;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Permit, Reply};
use serde::Deserialize;

/// A view that is to be saved.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ViewIn {
    /// The page, such as `projects`.
    page: String,
    /// Its name; a view of the same name on the same page gives way.
    name: String,
    /// The page's query, as it stands in the address.
    query: String,
}

/// Saves a view of the caller's own.
#[utoipa::path(post, path = "/views", tag = "desk", request_body = ViewIn,
    responses((status = 201, body = ViewOut)),
    security(("session" = [OwnViews::PERMISSION.0])))]
pub(crate) async fn create_view(
    State(app): State<App>,
    actor: Allowed<OwnViews>,
    Json(input): Json<ViewIn>,
) -> Reply<(StatusCode, Json<ViewOut>)> {
    let parts = [&input.page, &input.name, &input.query].map(String::as_str);
    let view = ops::create_view(&app, &actor, parts).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
