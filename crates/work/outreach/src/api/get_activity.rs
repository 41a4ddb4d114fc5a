//! `GET /activities/{id}`

use super::activity_out::ActivityOut;
use crate::model::ActivityId;
use crate::ops;
use crate::permits::ReadActivities;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One activity with its meetings.
#[utoipa::path(get, path = "/activities/{id}", tag = "activities",
    params(("id" = String, Path)), responses((status = 200, body = ActivityOut)),
    security(("session" = ["activities.read"])))]
pub(super) async fn get_activity(
    State(app): State<App>,
    actor: Allowed<ReadActivities>,
    FromPath(id): FromPath<ActivityId>,
) -> Reply<Json<ActivityOut>> {
    Ok(Json(ops::get_activity(&app, &actor, id).await?.into()))
}
