//! `POST /rosters/{id}/release`

use super::roster_out::RosterOut;
use crate::model::RosterId;
use crate::ops;
use crate::permits::WriteRosters;
use axum::extract::State;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// The end of a stay on the roster.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RosterReleaseIn {
    /// The day it leaves.
    released_on: NaiveDate,
}

/// Takes a company or project off the roster, in the open month.
#[utoipa::path(post, path = "/rosters/{id}/release", tag = "rosters",
    params(("id" = String, Path)), request_body = RosterReleaseIn,
    responses((status = 200, body = RosterOut)),
    security(("session" = ["rosters.write"])))]
pub(super) async fn release_roster(
    State(app): State<App>,
    actor: Allowed<WriteRosters>,
    FromPath(id): FromPath<RosterId>,
    Json(release): Json<RosterReleaseIn>,
) -> Reply<Json<RosterOut>> {
    let released = ops::release_roster(&app, &actor, id, release.released_on).await?;
    Ok(Json(released.into()))
}
