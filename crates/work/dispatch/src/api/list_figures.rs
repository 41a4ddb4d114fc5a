//! `GET /figures`: figures of a window.

use crate::model::FiguresOut;
use crate::ops::{self, FiguresIn, UnitChoice};
use crate::permits::ReadFigures;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Query, Reply};
use kernel::Month;
use serde::Deserialize;

/// Which figures.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct FiguresQuery {
    /// The last month, YYYY-MM; figures are as at its end.
    #[param(value_type = String)]
    month: Month,
    /// The first month, YYYY-MM; January when absent.
    #[param(value_type = Option<String>)]
    from: Option<Month>,
    /// A unit's code, or `all`; the city when absent.
    unit: Option<String>,
    /// One indicator's code; all when absent.
    indicator: Option<String>,
}

/// Figures with last year, plan, completion, schedule, light and rank.
#[utoipa::path(get, path = "/figures", tag = "figures", params(FiguresQuery),
    responses((status = 200, body = FiguresOut)),
    security(("session" = [ReadFigures::PERMISSION.0])))]
pub(crate) async fn list_figures(
    State(app): State<App>,
    actor: Allowed<ReadFigures>,
    Query(query): Query<FiguresQuery>,
) -> Reply<Json<FiguresOut>> {
    let input = FiguresIn {
        month: query.month,
        from: query.from,
        unit: UnitChoice::of(query.unit),
        indicator: query.indicator,
    };
    Ok(Json(ops::list_figures(&app, &actor, input).await?))
}
