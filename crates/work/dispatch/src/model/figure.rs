//! Figures as the API and the command line give them.

use kernel::{Money, Month};
use ledger::{Books, Figure, Light, UnitOfValue, Value};
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Figures of one window.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FiguresOut {
    /// The last month; the figures are as at its end.
    #[schema(value_type = String)]
    pub month: Month,
    /// The first month.
    #[schema(value_type = String)]
    pub from: Month,
    /// The unit's code; `all` where every unit was asked for.
    pub unit: String,
    /// The version of the definition behind each indicator.
    pub definitions: BTreeMap<String, i32>,
    /// The figures, by indicator, then by unit.
    pub figures: Vec<FigureOut>,
}

/// One figure. Money is a decimal string in yuan, a count an integer, a percentage a
/// string with one decimal; null where there is none.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct FigureOut {
    /// The indicator's code.
    pub indicator: String,
    /// The code of the unit it is about.
    pub unit_code: String,
    /// The value.
    #[schema(value_type = Option<Object>)]
    pub value: Json,
    /// What the value is measured in: `CNY`, `count`, `percent` or `boolean`.
    pub unit: UnitOfValue,
    /// The value as a headline prints it, money in 亿元.
    pub display: String,
    /// The value of the same months last year, as at their end.
    #[schema(value_type = Option<Object>)]
    pub last_year: Json,
    /// The same with all later corrections.
    #[schema(value_type = Option<Object>)]
    pub last_year_known_now: Json,
    /// The change since last year, in percent; of a percentage, in 百分点.
    pub yoy: Option<String>,
    /// The annual target.
    #[schema(value_type = Option<Object>)]
    pub plan: Json,
    /// The completion of the target, in percent.
    pub completion: Option<String>,
    /// Whether it is on schedule, by exact comparison.
    pub schedule: Option<bool>,
    /// Its light.
    pub light: Option<Light>,
    /// Its rank among the ranked units.
    pub rank: Option<u32>,
    /// How many facts posted to it.
    pub facts: i64,
    /// How many different subjects stand behind it.
    pub subjects: Option<i64>,
    /// The version of its definition.
    pub definition_version: i32,
}

/// A plan or total in the unit of its indicator's value.
pub(crate) fn plan_json(unit: UnitOfValue, plan: i64) -> Json {
    match unit {
        UnitOfValue::Money => Money::from_fen(plan).to_string().into(),
        _ => plan.into(),
    }
}

impl FigureOut {
    /// The figure with the codes that people know.
    pub fn new(books: &Books, figure: Figure, month: Month, unit_code: &str) -> Self {
        let unit = books
            .indicator(&figure.indicator, month)
            .map_or(UnitOfValue::Count, |indicator| indicator.unit);
        let json = |value: Option<Value>| value.map_or(Json::Null, Value::json);
        Self {
            value: json(figure.value),
            display: figure.value.map_or_else(|| "—".to_owned(), Value::display),
            last_year: json(figure.last_year),
            last_year_known_now: json(figure.last_year_known_now),
            yoy: figure.yoy.map(|percent| percent.to_string()),
            plan: figure.plan.map_or(Json::Null, |plan| plan_json(unit, plan)),
            completion: figure.completion.map(|percent| percent.to_string()),
            schedule: figure.on_schedule,
            light: figure.light,
            rank: figure.rank,
            facts: figure.facts,
            subjects: figure.subjects,
            definition_version: figure.definition_version,
            indicator: figure.indicator,
            unit_code: unit_code.to_owned(),
            unit,
        }
    }
}
