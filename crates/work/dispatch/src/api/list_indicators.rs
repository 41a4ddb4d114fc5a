//! `GET /indicators`: the catalogue of indicators.

use crate::ops;
use crate::permits::ReadFigures;
use axum::extract::State;
use http_base::{Allowed, App, Json, Permit, Reply};
use kernel::Month;
use ledger::{Indicator, Sort, Text, UnitOfValue};
use serde::Serialize;

/// The indicators, in the order of their files.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct IndicatorsOut {
    /// The indicators, every version, oldest first.
    items: Vec<IndicatorOut>,
}

/// One version of an indicator.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct IndicatorOut {
    /// The code.
    code: String,
    /// The version.
    version: i32,
    /// The first month whose figures use it; every month when absent.
    #[schema(value_type = Option<String>)]
    effective_month: Option<Month>,
    /// Its name.
    name: Text,
    /// Its meaning.
    definition: Text,
    /// The unit of count.
    count_unit: Text,
    /// Where its figures come from.
    source: Text,
    /// What its value is measured in.
    unit: UnitOfValue,
    /// Flow, state, ratio or double half.
    sort: Sort,
    /// Whether it is a stock.
    stock: bool,
    /// Whether annual targets are set for it.
    planned: bool,
    /// The condition, as it is evaluated.
    when: Option<String>,
    /// The amount, as it is evaluated.
    amount: Option<String>,
    /// The month it counts in, as it is evaluated.
    cohort: Option<String>,
    /// A ratio's numerator.
    numerator: Option<String>,
    /// A ratio's denominator.
    denominator: Option<String>,
}

impl From<&Indicator> for IndicatorOut {
    fn from(indicator: &Indicator) -> Self {
        Self {
            code: indicator.code.clone(),
            version: indicator.version,
            effective_month: indicator.effective,
            name: indicator.name.clone(),
            definition: indicator.definition.clone(),
            count_unit: indicator.count_unit.clone(),
            source: indicator.source.clone(),
            unit: indicator.unit,
            sort: indicator.sort,
            stock: indicator.is_stock(),
            planned: indicator.planned,
            when: indicator.when.clone(),
            amount: indicator.amount.clone(),
            cohort: indicator.cohort.clone(),
            numerator: indicator.numerator.clone(),
            denominator: indicator.denominator.clone(),
        }
    }
}

/// Every indicator with its definition.
#[utoipa::path(get, path = "/indicators", tag = "figures", responses((status = 200, body = IndicatorsOut)),
    security(("session" = [ReadFigures::PERMISSION.0])))]
pub(crate) async fn list_indicators(
    State(app): State<App>,
    _actor: Allowed<ReadFigures>,
) -> Reply<Json<IndicatorsOut>> {
    let books = ops::books(&app)?;
    let items = books
        .definitions()
        .indicators()
        .map(IndicatorOut::from)
        .collect();
    Ok(Json(IndicatorsOut { items }))
}
