//! `POST /activities/{id}/reversal`

use super::activity_out::ActivityOut;
use crate::model::ActivityId;
use crate::ops;
use crate::permits::WriteActivities;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// Why an activity is taken back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ActivityReversalIn {
    /// The reason.
    reason: String,
    /// Whether its meetings are taken back with it; without that they keep it standing.
    #[serde(default)]
    with_meetings: bool,
}

/// Takes an activity back: its fact is reversed in the open month.
#[utoipa::path(post, path = "/activities/{id}/reversal", tag = "activities",
    params(("id" = String, Path)), request_body = ActivityReversalIn,
    responses((status = 200, body = ActivityOut)),
    security(("session" = ["activities.write"])))]
pub(super) async fn reverse_activity(
    State(app): State<App>,
    actor: Allowed<WriteActivities>,
    FromPath(id): FromPath<ActivityId>,
    Json(reversal): Json<ActivityReversalIn>,
) -> Reply<Json<ActivityOut>> {
    let ActivityReversalIn {
        reason,
        with_meetings,
    } = reversal;
    ops::reverse_activity(&app, &actor, id, &reason, with_meetings).await?;
    let page = ops::activity_page(&app, &actor.scope, id).await?;
    Ok(Json(page.into()))
}
