//! An indicator month by month: what a chart draws.

use crate::books::Books;
use db::{ConnectionTrait, DbErr, FromQueryResult, fetch_all};
use kernel::Month;

/// One month of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The month.
    pub month: Month,
    /// What the month alone brought (a stock: its change); fen or things.
    pub value: i64,
    /// The year to date as at the month's end (a stock: what there is).
    pub cumulative: i64,
}

#[derive(FromQueryResult)]
struct Row {
    cohort: i32,
    month: i32,
    amount: i64,
    count: i64,
}

/// The `months` months up to `until` of a flow or state; empty for other indicators. Each
/// point is as at its own month's end, so a closed month's point never changes.
pub async fn series(
    connection: &impl ConnectionTrait,
    books: &Books,
    code: &str,
    unit: i64,
    until: Month,
    months: i32,
) -> Result<Vec<Point>, DbErr> {
    let Some(version) = books.version(code, until) else {
        return Ok(Vec::new());
    };
    let Some(measure) = version.compiled.indicator.measure else {
        return Ok(Vec::new());
    };
    let distinct = version.is_distinct();
    let stock = version.compiled.indicator.is_stock();
    let rows: Vec<Row> = fetch_all(
        connection,
        "SELECT cohort, month, amount_fen AS amount, count FROM ledger_balances \
         WHERE version = $1 AND unit = $2 AND month <= $3",
        [version.key.into(), unit.into(), until.number().into()],
    )
    .await?;
    let pick = |row: &Row| match measure {
        crate::definitions::Measure::Amount => row.amount,
        _ => row.count,
    };
    let as_at = |month: Month| -> i64 {
        let january = month.january().number();
        rows.iter()
            .filter(|row| row.month <= month.number())
            .filter(|row| match (stock, distinct) {
                (true, _) => true,
                (false, true) => row.cohort == month.year() * 100,
                (false, false) => {
                    row.cohort % 100 != 0 && (january..=month.number()).contains(&row.cohort)
                }
            })
            .map(pick)
            .sum()
    };
    Ok((0..months)
        .rev()
        .map(|back| until.plus(-back))
        .map(|month| {
            let cumulative = as_at(month);
            let before = if !stock && month == month.january() {
                0
            } else {
                as_at(month.previous())
            };
            Point {
                month,
                value: cumulative - before,
                cumulative,
            }
        })
        .collect())
}
