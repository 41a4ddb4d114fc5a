//! `POST /meetings/{id}/reversal`

use super::activity_out::ActivityOut;
use crate::model::{ActivityId, MeetingId};
use crate::ops;
use crate::permits::WriteActivities;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// Why a meeting is taken back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MeetingReversalIn {
    /// The reason.
    reason: String,
}

/// Takes a meeting back, the signing that came out of it included; answers the activity.
#[utoipa::path(post, path = "/meetings/{id}/reversal", tag = "activities",
    params(("id" = String, Path)), request_body = MeetingReversalIn,
    responses((status = 200, body = ActivityOut)),
    security(("session" = ["activities.write"])))]
pub(super) async fn reverse_meeting(
    State(app): State<App>,
    actor: Allowed<WriteActivities>,
    FromPath(id): FromPath<MeetingId>,
    Json(reversal): Json<MeetingReversalIn>,
) -> Reply<Json<ActivityOut>> {
    let meeting = ops::reverse_meeting(&app, &actor, id, &reversal.reason).await?;
    let activity = ActivityId::new(meeting.activity);
    let page = ops::activity_page(&app, &actor.scope, activity).await?;
    Ok(Json(page.into()))
}
