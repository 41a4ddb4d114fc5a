//! Totals from before the books (期初累计) as they stand, with the documents they come from.

use super::sums::Window;
use super::totals::{OpeningTotal, OpeningTotals};
use crate::books::Books;
use crate::months::Months;
use db::{ConnectionTrait, DbErr, FromQueryResult, Value, fetch_all};
use kernel::Month;
use std::collections::BTreeMap;

#[derive(FromQueryResult)]
struct Row {
    seq: i64,
    indicator: String,
    unit: i64,
    until: i32,
    value: Option<i64>,
    document: String,
    reverses: Option<i64>,
}

/// All totals as they stand now, by month, indicator and unit. Totals that were taken back
/// are not there; what stood before them stands again.
pub async fn opening_totals(connection: &impl ConnectionTrait) -> Result<Vec<OpeningTotal>, DbErr> {
    standing(connection, "", []).await
}

async fn standing(
    connection: &impl ConnectionTrait,
    condition: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<OpeningTotal>, DbErr> {
    let sql = format!(
        "SELECT t.seq, t.indicator, t.unit, t.month AS until, t.value, t.document, f.reverses \
         FROM ledger_opening_totals t JOIN ledger_facts f ON f.seq = t.seq {condition} ORDER BY t.seq"
    );
    let rows: Vec<Row> = fetch_all(connection, &sql, values).await?;
    let mut by_seq = BTreeMap::new();
    for row in rows {
        if let Some(reversed) = row.reverses {
            by_seq.remove(&reversed);
        } else if let (Some(value), Ok(until)) = (row.value, Month::from_number(row.until)) {
            let total = OpeningTotal {
                indicator: row.indicator,
                unit: row.unit,
                until,
                value,
                document: row.document,
                seq: row.seq,
            };
            by_seq.insert(row.seq, total);
        }
    }
    let newest: BTreeMap<(Month, String, i64), OpeningTotal> = by_seq
        .into_values()
        .map(|total| ((total.until, total.indicator.clone(), total.unit), total))
        .collect();
    Ok(newest.into_values().collect())
}

/// The totals that figures of `codes` contain for a unit in `window`, as known at the end of
/// `as_at`: together with the entries of the same window they add up to the figure. A window
/// that does not begin in January contains the difference of two: the `value` of the months
/// before it is then negative. Empty where the books cover the window, where a total is
/// missing (the figure then has no value), and for ratios, whose parts are asked for by code.
pub async fn opening_parts(
    connection: &impl ConnectionTrait,
    books: &Books,
    codes: &[String],
    unit: i64,
    window: Window,
    as_at: Month,
    months: &Months,
) -> Result<Vec<OpeningTotal>, DbErr> {
    let Some(first) = months.first().filter(|first| window.from < *first) else {
        return Ok(Vec::new());
    };
    let totals = standing(
        connection,
        "WHERE t.unit = $1 AND f.month <= $2",
        [
            unit.into(),
            OpeningTotals::known(first, as_at).number().into(),
        ],
    )
    .await?;
    let opening = OpeningTotals::of(first, &totals);
    let mut parts = Vec::new();
    for code in codes {
        let Some(indicator) = books.indicator(code, as_at) else {
            continue;
        };
        if indicator.measure.is_none() {
            continue;
        }
        let found = opening.parts(code, unit, window, indicator.is_stock());
        for (until, value) in found.unwrap_or_default() {
            let total = totals
                .iter()
                .find(|total| total.indicator == *code && total.until == until);
            parts.extend(total.map(|total| OpeningTotal {
                value,
                ..total.clone()
            }));
        }
    }
    Ok(parts)
}
