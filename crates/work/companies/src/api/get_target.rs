//! `GET /targets/{id}`

use super::target_out::TargetOut;
use crate::model::TargetId;
use crate::ops;
use crate::permits::ReadTargets;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One target.
#[utoipa::path(get, path = "/targets/{id}", tag = "targets",
    params(("id" = String, Path)), responses((status = 200, body = TargetOut)),
    security(("session" = ["targets.read"])))]
pub(super) async fn get_target(
    State(app): State<App>,
    actor: Allowed<ReadTargets>,
    FromPath(id): FromPath<TargetId>,
) -> Reply<Json<TargetOut>> {
    Ok(Json(ops::get_target(&app, &actor, id).await?.into()))
}
