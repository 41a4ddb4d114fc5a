//! `GET /series`: an indicator month by month.

use crate::ops;
use crate::permits::ReadFigures;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use kernel::{Money, Month};
use ledger::{UnitOfValue, series};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json_;

/// Which series.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SeriesQuery {
    /// The indicator's code.
    indicator: String,
    /// A unit's code; the city when absent.
    unit: Option<String>,
    /// The last month, YYYY-MM.
    #[param(value_type = String)]
    to: Month,
    /// How many months, 1 to 60; 18 when absent.
    months: Option<i32>,
}

/// A series; empty for ratios, whose two parts have one each.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SeriesOut {
    /// The months, oldest first.
    points: Vec<PointOut>,
}

/// One month.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PointOut {
    /// The month.
    #[schema(value_type = String)]
    month: Month,
    /// What the month alone brought; money in yuan.
    #[schema(value_type = Object)]
    value: Json_,
    /// The year to date at its end; a stock: what there is.
    #[schema(value_type = Object)]
    cumulative: Json_,
}

/// An indicator month by month, each month as at its own end.
#[utoipa::path(get, path = "/series", tag = "figures", params(SeriesQuery),
    responses((status = 200, body = SeriesOut)),
    security(("session" = [ReadFigures::PERMISSION.0])))]
pub(crate) async fn get_series(
    State(app): State<App>,
    _actor: Allowed<ReadFigures>,
    Query(query): Query<SeriesQuery>,
) -> Reply<Json<SeriesOut>> {
    let books = ops::books(&app)?;
    let tree = orgs::ops::load_units(app.database.reader()).await?;
    let unit = ops::find_unit(&tree, query.unit.as_deref()).map_err(kernel::Fault::from)?;
    let months = query.months.unwrap_or(18).clamp(1, 60);
    let points = series(
        app.database.reader(),
        &books,
        &query.indicator,
        unit.key,
        query.to,
        months,
    )
    .await
    .map_err(kernel::Fault::from)?;
    let money = books
        .indicator(&query.indicator, query.to)
        .is_some_and(|i| i.unit == UnitOfValue::Money);
    let json = |number: i64| {
        if money {
            Money::from_fen(number).to_string().into()
        } else {
            Json_::from(number)
        }
    };
    let points = points
        .into_iter()
        .map(|point| PointOut {
            month: point.month,
            value: json(point.value),
            cumulative: json(point.cumulative),
        })
        .collect();
    Ok(Json(SeriesOut { points }))
}
