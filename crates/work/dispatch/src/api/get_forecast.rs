//! `GET /forecasts`: what a year's end will be, with its method and its error.

use crate::model::forecast::{BackTest, ForecastMethod};
use crate::ops;
use crate::ops::Outlook;
use crate::permits::ReadFigures;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use kernel::{Money, Month, Percent};
use ledger::UnitOfValue;
use serde::{Deserialize, Serialize};
use serde_json::Value as AnyValue;

/// Which forecast.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ForecastQuery {
    /// The indicator's code.
    indicator: String,
    /// A unit's code; the city when absent.
    unit: Option<String>,
    /// The month at whose end it is made, YYYY-MM.
    #[param(value_type = String)]
    month: Month,
}

/// A year's end as it looks from a month's end.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ForecastsOut {
    /// The annual target, if one is set; money in yuan.
    #[schema(value_type = Option<Object>)]
    plan: AnyValue,
    /// The forecasts, the better-founded first; none where nothing is known.
    forecasts: Vec<ForecastOut>,
    /// What could have been forecast for months that are known, and what came.
    back_tests: Vec<BackTestOut>,
}

/// One forecast.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ForecastOut {
    /// How it is made.
    method: ForecastMethod,
    /// The month it is for.
    #[schema(value_type = String)]
    until: Month,
    /// What it says; money in yuan.
    #[schema(value_type = Object)]
    value: AnyValue,
    /// The completion of the target that it would give, in percent.
    completion: Option<String>,
    /// By how much the method was off on average where it could be tested, in percent.
    mean_error: Option<String>,
}

/// One test.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct BackTestOut {
    /// How the forecast was made.
    method: ForecastMethod,
    /// The month at whose end it could have been made.
    #[schema(value_type = String)]
    month: Month,
    /// The month it was for.
    #[schema(value_type = String)]
    until: Month,
    /// What it would have said.
    #[schema(value_type = Object)]
    value: AnyValue,
    /// What came.
    #[schema(value_type = Object)]
    actual: AnyValue,
    /// How far the forecast lies above it, in percent.
    error: String,
}

fn worth(unit: UnitOfValue, number: i64) -> AnyValue {
    match unit {
        UnitOfValue::Money => Money::from_fen(number).to_string().into(),
        _ => number.into(),
    }
}

impl From<Outlook> for ForecastsOut {
    fn from(outlook: Outlook) -> Self {
        let unit = outlook.unit;
        let plan = outlook.plan;
        let completion = |value: i64| Percent::of(value.into(), plan?.into());
        let forecasts = outlook.forecasts.iter().map(|forecast| ForecastOut {
            method: forecast.method,
            until: forecast.until,
            value: worth(unit, forecast.value),
            completion: completion(forecast.value).map(|percent| percent.to_string()),
            mean_error: outlook
                .mean_error(forecast)
                .map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)),
        });
        Self {
            plan: plan.map_or(AnyValue::Null, |plan| worth(unit, plan)),
            forecasts: forecasts.collect(),
            back_tests: outlook
                .tests
                .iter()
                .map(|test| BackTestOut::new(unit, test))
                .collect(),
        }
    }
}

impl BackTestOut {
    fn new(unit: UnitOfValue, test: &BackTest) -> Self {
        Self {
            method: test.forecast.method,
            month: test.forecast.month,
            until: test.forecast.until,
            value: worth(unit, test.forecast.value),
            actual: worth(unit, test.actual),
            error: test.error.to_string(),
        }
    }
}

/// What the year's end will be if things go on, by each method that has its ground, and how
/// far each would have been off on the months that are known.
#[utoipa::path(get, path = "/forecasts", tag = "figures", params(ForecastQuery),
    responses((status = 200, body = ForecastsOut)),
    security(("session" = [ReadFigures::PERMISSION.0])))]
pub(crate) async fn get_forecast(
    State(app): State<App>,
    actor: Allowed<ReadFigures>,
    Query(query): Query<ForecastQuery>,
) -> Reply<Json<ForecastsOut>> {
    let unit = query.unit.as_deref();
    let outlook = ops::get_forecast(&app, &actor, query.indicator, unit, query.month).await?;
    Ok(Json(outlook.into()))
}
