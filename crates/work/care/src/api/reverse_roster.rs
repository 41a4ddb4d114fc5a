//! `POST /rosters/{id}/reversal`

use super::reversal_in::ReversalIn;
use super::roster_out::RosterOut;
use crate::model::RosterId;
use crate::ops;
use crate::permits::WriteRosters;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// Takes back the last that was recognised of an entry: its release, else the enrolment.
#[utoipa::path(post, path = "/rosters/{id}/reversal", tag = "rosters",
    params(("id" = String, Path)), request_body = ReversalIn,
    responses((status = 200, body = RosterOut)),
    security(("session" = ["rosters.write"])))]
pub(super) async fn reverse_roster(
    State(app): State<App>,
    actor: Allowed<WriteRosters>,
    FromPath(id): FromPath<RosterId>,
    Json(reversal): Json<ReversalIn>,
) -> Reply<Json<RosterOut>> {
    let stands = ops::reverse_roster(&app, &actor, id, &reversal.reason).await?;
    Ok(Json(stands.into()))
}
