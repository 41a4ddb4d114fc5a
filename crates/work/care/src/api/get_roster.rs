//! `GET /rosters/{id}`

use super::roster_out::RosterOut;
use crate::model::RosterId;
use crate::ops;
use crate::permits::ReadRosters;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One entry of the roster.
#[utoipa::path(get, path = "/rosters/{id}", tag = "rosters",
    params(("id" = String, Path)), responses((status = 200, body = RosterOut)),
    security(("session" = ["rosters.read"])))]
pub(super) async fn get_roster(
    State(app): State<App>,
    actor: Allowed<ReadRosters>,
    FromPath(id): FromPath<RosterId>,
) -> Reply<Json<RosterOut>> {
    Ok(Json(ops::get_roster(&app, &actor, id).await?.into()))
}
