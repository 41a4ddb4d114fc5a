//! What the year's end will be if things go on: two plain methods, and how far each would
//! have been off on the months that are known.
//!
//! - **last year's course**: value × last year's whole ÷ last year's same months. It needs
//!   last year's records, and supposes that the year is spread over its months like the last.
//! - **even pace**: value × months of the year ÷ months passed. It needs nothing, and
//!   supposes that every month brings the same.
//!
//! A forecast is no figure: it is never printed without its method and its error.

use kernel::{Month, Percent, round_half_up};
use serde::Serialize;
use std::collections::BTreeMap;

/// The year to date by month, in fen or things; nothing for months outside the books.
pub(crate) type Course = BTreeMap<Month, i64>;

/// How a forecast is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ForecastMethod {
    /// By last year's course.
    LastYear,
    /// By an even pace.
    EvenPace,
}

/// A forecast made at `month` for `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Forecast {
    pub method: ForecastMethod,
    pub month: Month,
    pub until: Month,
    pub value: i64,
}

/// A forecast for a month that is known by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BackTest {
    pub forecast: Forecast,
    pub actual: i64,
    /// How far the forecast lies above what came, in percent of it.
    pub error: Percent,
}

impl ForecastMethod {
    /// The better-founded first.
    pub(crate) const ALL: [Self; 2] = [Self::LastYear, Self::EvenPace];

    /// What `until` will be, seen from the end of `month` of the same year; nothing where
    /// the method lacks its ground.
    fn value(self, course: &Course, month: Month, until: Month) -> Option<i64> {
        let value = i128::from(*course.get(&month)?);
        let (whole, part) = match self {
            Self::LastYear => (
                i128::from(*course.get(&until.last_year())?),
                i128::from(*course.get(&month.last_year())?),
            ),
            Self::EvenPace => (i128::from(until.of_year()), i128::from(month.of_year())),
        };
        if part <= 0 {
            return None;
        }
        i64::try_from(round_half_up(value.checked_mul(whole)?, part)).ok()
    }
}

/// The year's end seen from the end of `month`, by each method that has its ground.
pub(crate) fn forecasts(course: &Course, month: Month) -> Vec<Forecast> {
    let until = month.january().plus(11);
    at(course, month, until)
}

fn at(course: &Course, month: Month, until: Month) -> Vec<Forecast> {
    let made = |method: ForecastMethod| {
        let value = method.value(course, month, until)?;
        Some(Forecast {
            method,
            month,
            until,
            value,
        })
    };
    ForecastMethod::ALL.into_iter().filter_map(made).collect()
}

/// Every forecast that could have been made for the newest known month of each year up to
/// `last`: December of the years that are over, `last` of its own.
pub(crate) fn back_tests(course: &Course, last: Month) -> Vec<BackTest> {
    let ends = course
        .keys()
        .copied()
        .filter(|month| *month <= last && (month.of_year() == 12 || *month == last));
    ends.flat_map(|until| {
        let months = (1..until.of_year()).map(move |back| until.plus(-back));
        months
            .rev()
            .flat_map(move |month| at(course, month, until))
            .filter_map(move |forecast| {
                let actual = *course.get(&until)?;
                let error = Percent::growth(forecast.value.into(), actual.into())?;
                Some(BackTest {
                    forecast,
                    actual,
                    error,
                })
            })
    })
    .collect()
}

/// The mean of the errors' magnitudes in tenths of a percent, half up; nothing of nothing.
pub(crate) fn mean_error(tests: &[BackTest], method: ForecastMethod) -> Option<i64> {
    let errors: Vec<i128> = tests
        .iter()
        .filter(|test| test.forecast.method == method)
        .map(|test| i128::from(test.error.tenths().abs()))
        .collect();
    let number = i128::try_from(errors.len()).ok().filter(|n| *n > 0)?;
    i64::try_from(round_half_up(errors.iter().sum(), number)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().expect("a month")
    }

    /// A year of 100 a month but for December's 200, and half a year of 200 a month.
    fn course() -> Course {
        let mut course = Course::new();
        for of_year in 1..=12 {
            let whole = i64::from(of_year) * 100 + if of_year == 12 { 100 } else { 0 };
            course.insert(month("2022-01").plus(of_year - 1), whole);
        }
        for of_year in 1..=6 {
            course.insert(month("2023-01").plus(of_year - 1), i64::from(of_year) * 200);
        }
        course
    }

    fn value(method: ForecastMethod, at: &str) -> Option<i64> {
        let all = forecasts(&course(), month(at));
        let found = all.into_iter().find(|forecast| forecast.method == method);
        found.map(|forecast| forecast.value)
    }

    #[test]
    fn last_years_course_knows_its_december_and_an_even_pace_does_not() {
        assert_eq!(value(ForecastMethod::LastYear, "2023-06"), Some(2_600));
        assert_eq!(value(ForecastMethod::EvenPace, "2023-06"), Some(2_400));
    }

    #[test]
    fn without_last_years_records_there_is_only_the_pace() {
        assert_eq!(value(ForecastMethod::LastYear, "2022-06"), None);
        assert_eq!(value(ForecastMethod::EvenPace, "2022-06"), Some(1_200));
    }

    #[test]
    fn nothing_to_divide_by_gives_no_forecast() {
        let mut empty = course();
        empty.insert(month("2022-01"), 0);
        let all = forecasts(&empty, month("2023-01"));
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].method, ForecastMethod::EvenPace);
    }

    #[test]
    fn each_forecast_of_a_known_month_is_compared_with_what_came() {
        let tests = back_tests(&course(), month("2023-06"));
        // 2022: eleven by pace. 2023: five by each method.
        assert_eq!(tests.len(), 21);
        let first = tests[0];
        assert_eq!(first.forecast.month, month("2022-01"));
        assert_eq!((first.forecast.value, first.actual), (1_200, 1_300));
        assert_eq!(first.error.tenths(), -77);
        assert_eq!(mean_error(&tests, ForecastMethod::LastYear), Some(0));
        // Eleven times 7.7 off, five times not at all.
        assert_eq!(mean_error(&tests, ForecastMethod::EvenPace), Some(53));
    }

    #[test]
    fn of_no_tests_there_is_no_error() {
        assert_eq!(mean_error(&[], ForecastMethod::EvenPace), None);
    }
}
