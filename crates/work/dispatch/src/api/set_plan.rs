//! `PUT /plans`: setting an annual target.

use crate::ops::{self, NewPlan};
use crate::permits::WritePlans;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Permit, Reply};
use serde::Deserialize;

/// A target.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanIn {
    /// The year.
    year: i32,
    /// The unit's code.
    unit_code: String,
    /// The indicator's code.
    indicator: String,
    /// Yuan for money, else a whole number.
    value: String,
}

/// Sets a target from the open month on; closed months keep the one they had.
#[utoipa::path(put, path = "/plans", tag = "plans", responses((status = 204)),
    security(("session" = [WritePlans::PERMISSION.0])))]
pub(crate) async fn set_plan(
    State(app): State<App>,
    actor: Allowed<WritePlans>,
    Json(input): Json<PlanIn>,
) -> Reply<StatusCode> {
    let new = NewPlan {
        year: input.year,
        unit_code: input.unit_code,
        indicator: input.indicator,
        value: input.value,
    };
    ops::set_plan(&app, &actor, new).await?;
    Ok(StatusCode::NO_CONTENT)
}
