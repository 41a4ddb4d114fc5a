//! `PATCH /rosters/{id}`

use super::roster_out::RosterOut;
use crate::model::{RosterChange, RosterId};
use crate::ops;
use crate::permits::WriteRosters;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// What is to change; what is absent stays. The rest is corrected by a reversal.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RosterPatch {
    /// The rule that chose it.
    rule: Option<String>,
    /// Who escorts it: a role.
    officer: Option<String>,
}

/// Changes what no fact carries of an entry of the roster.
#[utoipa::path(patch, path = "/rosters/{id}", tag = "rosters",
    params(("id" = String, Path)), request_body = RosterPatch,
    responses((status = 200, body = RosterOut)),
    security(("session" = ["rosters.write"])))]
pub(super) async fn update_roster(
    State(app): State<App>,
    actor: Allowed<WriteRosters>,
    FromPath(id): FromPath<RosterId>,
    Json(patch): Json<RosterPatch>,
) -> Reply<Json<RosterOut>> {
    let change = RosterChange {
        rule: patch.rule,
        officer: patch.officer,
    };
    let changed = ops::update_roster(&app, &actor, id, change).await?;
    Ok(Json(changed.into()))
}
