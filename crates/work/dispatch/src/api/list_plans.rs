//! `GET /plans`: the annual targets of a year.

use crate::model::plan_json;
use crate::ops;
use crate::permits::ReadFigures;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use ledger::UnitOfValue;
use orgs::UnitRef;
use serde::{Deserialize, Serialize};

/// Which year.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PlansQuery {
    /// The year.
    year: i32,
}

/// The targets of a year.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PlansOut {
    /// The year.
    year: i32,
    /// The targets, by indicator, then in the order of the units.
    items: Vec<PlanOut>,
}

/// A target.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PlanOut {
    /// The unit.
    unit: UnitRef,
    /// The indicator's code.
    indicator: String,
    /// Yuan for money, else a number.
    #[schema(value_type = Object)]
    value: serde_json::Value,
    /// What the value is measured in.
    unit_of_value: UnitOfValue,
}

/// The annual targets of a year as they stand now.
#[utoipa::path(get, path = "/plans", tag = "plans", params(PlansQuery),
    responses((status = 200, body = PlansOut)),
    security(("session" = [ReadFigures::PERMISSION.0])))]
pub(crate) async fn list_plans(
    State(app): State<App>,
    actor: Allowed<ReadFigures>,
    Query(query): Query<PlansQuery>,
) -> Reply<Json<PlansOut>> {
    let books = ops::books(&app)?;
    let items = ops::list_plans(&app, &actor, query.year)
        .await?
        .into_iter()
        .map(|(indicator, unit, value)| {
            let unit_of_value = books
                .versions(&indicator)
                .last()
                .map_or(UnitOfValue::Count, |newest| newest.unit);
            PlanOut {
                unit: unit.to_ref(),
                value: plan_json(unit_of_value, value),
                unit_of_value,
                indicator,
            }
        });
    Ok(Json(PlansOut {
        year: query.year,
        items: items.collect(),
    }))
}
