//! `POST /targets/{id}/untargeting`

use super::target_out::TargetOut;
use crate::model::TargetId;
use crate::ops;
use crate::permits::WriteTargets;
use axum::extract::State;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// When a target is given up.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct UntargetingIn {
    /// The day.
    untargeted_on: NaiveDate,
}

/// Takes a company off the city's list of targets.
#[utoipa::path(post, path = "/targets/{id}/untargeting", tag = "targets",
    params(("id" = String, Path)), request_body = UntargetingIn,
    responses((status = 200, body = TargetOut)),
    security(("session" = ["targets.write"])))]
pub(super) async fn untarget_company(
    State(app): State<App>,
    actor: Allowed<WriteTargets>,
    FromPath(id): FromPath<TargetId>,
    Json(end): Json<UntargetingIn>,
) -> Reply<Json<TargetOut>> {
    ops::untarget_company(&app, &actor, id, end.untargeted_on).await?;
    Ok(Json(ops::view_target(&app, id).await?.into()))
}
