//! The forecast of a year's end.

use super::{FigureRefusal, books, find_unit};
use crate::model::forecast::{BackTest, Course, Forecast, back_tests, forecasts, mean_error};
use crate::permits::ReadFigures;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};
use ledger::{Measure, Months, UnitOfValue, plans, series};

kernel::refusals! {
    /// Why there is no forecast.
    pub enum ForecastRefusal {
        /// It does not add up over a year: a stock, a ratio, a number of different parties.
        DoesNotAddUp { indicator: String } = (Invalid, "figures.no_forecast"),
    }
}

/// A year's end as it looks from the end of a month.
#[derive(Debug)]
pub(crate) struct Outlook {
    pub unit: UnitOfValue,
    pub forecasts: Vec<Forecast>,
    pub plan: Option<i64>,
    pub tests: Vec<BackTest>,
}

impl Outlook {
    /// The mean error of a method on what is known, in tenths of a percent.
    pub(crate) fn mean_error(&self, forecast: &Forecast) -> Option<i64> {
        mean_error(&self.tests, forecast.method)
    }
}

/// The forecasts of an indicator for a unit, made with what is known at the end of `month`.
///
/// # Errors
/// [`FigureRefusal`], [`ForecastRefusal`].
pub(crate) async fn get_forecast(
    app: &App,
    _: &Allowed<ReadFigures>,
    indicator: String,
    unit: Option<&str>,
    month: Month,
) -> Outcome<Outlook> {
    let books = books(app)?;
    let connection = &app.database.begin_read().await?;
    let tree = orgs::ops::load_units(connection).await?;
    let unit = find_unit(&tree, unit)?;
    let Some(definition) = books.indicator(&indicator, month) else {
        return Err(FigureRefusal::UnknownIndicator { indicator }.into());
    };
    let adds_up = matches!(definition.measure, Some(Measure::Amount | Measure::Count));
    if !adds_up || definition.is_stock() {
        return Err(ForecastRefusal::DoesNotAddUp { indicator }.into());
    }
    let first = Months::load(connection).await?.first().unwrap_or(month);
    let span = (month.year() - first.year()) * 12 + month.of_year() - first.of_year() + 1;
    let points = series(connection, &books, &indicator, unit.key, month, span.max(0)).await?;
    let course: Course = points
        .into_iter()
        .map(|point| (point.month, point.cumulative))
        .collect();
    let plan = plans(connection, &[month.year()])
        .await?
        .into_iter()
        .find(|plan| plan.unit == unit.key && plan.indicator == indicator)
        .map(|plan| plan.value);
    Ok(Outlook {
        unit: definition.unit,
        forecasts: forecasts(&course, month),
        plan,
        tests: back_tests(&course, month),
    })
}
