//! Annual targets (年度目标) as they stand.

use db::{ConnectionTrait, DbErr, FromQueryResult, fetch_all};
use std::collections::BTreeMap;

/// The target of a unit for an indicator in a year.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Plan {
    /// The indicator's code.
    pub indicator: String,
    /// The unit's key.
    pub unit: i64,
    /// The year.
    pub year: i32,
    /// In fen, or things.
    pub value: i64,
}

#[derive(FromQueryResult)]
struct PlanRow {
    indicator: String,
    unit: i64,
    year: i32,
    value: Option<i64>,
}

/// The targets of `years` as they stand now, by year, indicator and unit; of all years
/// when empty. Targets that were taken back are not there.
pub async fn plans(connection: &impl ConnectionTrait, years: &[i32]) -> Result<Vec<Plan>, DbErr> {
    let condition = if years.is_empty() {
        String::new()
    } else {
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        format!("WHERE year IN ({})", years.join(", "))
    };
    let sql =
        format!("SELECT indicator, unit, year, value FROM ledger_plans {condition} ORDER BY seq");
    let rows: Vec<PlanRow> = fetch_all(connection, &sql, []).await?;
    let mut standing = BTreeMap::new();
    for row in rows {
        let place = (row.year, row.indicator, row.unit);
        match row.value {
            Some(value) => standing.insert(place, value),
            None => standing.remove(&place),
        };
    }
    Ok(standing
        .into_iter()
        .map(|((year, indicator, unit), value)| Plan {
            indicator,
            unit,
            year,
            value,
        })
        .collect())
}
