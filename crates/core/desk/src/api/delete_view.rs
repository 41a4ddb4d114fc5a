//! `DELETE /views/{id}`: removing a view.

use crate::model::ViewId;
use crate::ops;
use crate::permits::OwnViews;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, FromPath, Permit, Reply};

/// Removes a view of the caller's own.
#[utoipa::path(delete, path = "/views/{id}", tag = "desk",
    params(("id" = String, Path)), responses((status = 204)),
    security(("session" = [OwnViews::PERMISSION.0])))]
pub(crate) async fn delete_view(
    State(app): State<App>,
    actor: Allowed<OwnViews>,
    FromPath(id): FromPath<ViewId>,
) -> Reply<StatusCode> {
    ops::delete_view(&app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
