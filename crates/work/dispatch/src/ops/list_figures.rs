//! Figures of a window.

use super::books;
use crate::model::{FigureOut, FiguresOut, window};
use crate::permits::ReadFigures;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};
use ledger::{FigureQuery, figures};
use std::collections::BTreeMap;

kernel::refusals! {
    /// Why there are no figures.
    pub enum FigureRefusal {
        /// There is no such unit.
        UnknownUnit { unit: String } = (NotFound, "figures.unknown_unit"),
        /// There is no such indicator.
        UnknownIndicator { indicator: String } = (NotFound, "figures.unknown_indicator"),
        /// No units have been entered yet.
        NoCity = (Conflict, "figures.no_city"),
    }
}

/// Which units figures are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitChoice {
    /// The city.
    City,
    /// The city and every unit.
    All,
    /// The unit with this code.
    One(String),
}

impl UnitChoice {
    /// From a request: absent is the city, `all` is all.
    pub fn of(text: Option<String>) -> Self {
        match text {
            None => Self::City,
            Some(text) if text == "all" => Self::All,
            Some(code) => Self::One(code),
        }
    }
}

/// What figures are asked for.
#[derive(Debug, Clone)]
pub struct FiguresIn {
    /// The last month.
    pub month: Month,
    /// The first month; January when absent.
    pub from: Option<Month>,
    /// The units.
    pub unit: UnitChoice,
    /// One indicator; all when absent.
    pub indicator: Option<String>,
}

/// Figures, the same for the page, the API and the command line. Every role that may read
/// figures sees those of all units: they are what is published.
///
/// # Errors
/// [`FigureRefusal`], [`crate::model::WindowRefusal`].
pub async fn list_figures(
    app: &App,
    _: &Allowed<ReadFigures>,
    input: FiguresIn,
) -> Outcome<FiguresOut> {
    let books = books(app)?;
    let connection = &app.database.begin_read().await?;
    let window = window(input.month, input.from)?;
    let tree = orgs::ops::load_units(connection).await?;
    let city = tree.city().ok_or(FigureRefusal::NoCity)?;
    let units = match &input.unit {
        UnitChoice::City => vec![city],
        UnitChoice::All => tree.all().iter().collect(),
        UnitChoice::One(code) => {
            let unit = tree.by_name(code);
            vec![unit.ok_or_else(|| FigureRefusal::UnknownUnit { unit: code.clone() })?]
        }
    };
    if let Some(indicator) = &input.indicator
        && books.indicator(indicator, input.month).is_none()
    {
        return Err(FigureRefusal::UnknownIndicator {
            indicator: indicator.clone(),
        }
        .into());
    }
    let keys: Vec<i64> = units.iter().map(|unit| unit.key).collect();
    let ranked: Vec<i64> = tree.ranked().map(|unit| unit.key).collect();
    let codes: Vec<&str> = input.indicator.iter().map(String::as_str).collect();
    let query = FigureQuery {
        window,
        units: &keys,
        ranked: &ranked,
        codes: &codes,
        with_subjects: true,
    };
    let figures = figures(connection, &books, &query).await?;
    let definitions: BTreeMap<String, i32> = figures
        .iter()
        .map(|figure| (figure.indicator.clone(), figure.definition_version))
        .collect();
    let code_of = |key: i64| tree.by_key(key).map_or("", |unit| unit.code.as_str());
    Ok(FiguresOut {
        month: window.month,
        from: window.from,
        unit: match (&input.unit, units.as_slice()) {
            (UnitChoice::All, _) => "all".to_owned(),
            (_, [unit, ..]) => unit.code.clone(),
            (_, []) => String::new(),
        },
        definitions,
        figures: figures
            .into_iter()
            .map(|figure| {
                let code = code_of(figure.unit).to_owned();
                FigureOut::new(&books, figure, window.month, &code)
            })
            .collect(),
    })
}
