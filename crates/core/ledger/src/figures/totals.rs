//! Annual targets and totals from before the books, as figures need them.

use super::sums::Window;
use db::{ConnectionTrait, DbErr, FromQueryResult, fetch_all};
use kernel::Month;
use std::collections::HashMap;

#[derive(FromQueryResult)]
struct PlanRow {
    indicator: String,
    unit: i64,
    value: Option<i64>,
}

/// The targets of `month`'s year as they stood in `month`, by indicator and unit.
pub(crate) async fn plans(
    connection: &impl ConnectionTrait,
    month: Month,
) -> Result<HashMap<(String, i64), i64>, DbErr> {
    let rows: Vec<PlanRow> = fetch_all(
        connection,
        "SELECT indicator, unit, value FROM ledger_plans WHERE year = $1 AND month <= $2 ORDER BY seq",
        [month.year().into(), month.number().into()],
    )
    .await?;
    let mut plans = HashMap::new();
    for row in rows {
        match row.value {
            Some(value) => plans.insert((row.indicator, row.unit), value),
            None => plans.remove(&(row.indicator, row.unit)),
        };
    }
    Ok(plans)
}

#[derive(FromQueryResult)]
struct TotalRow {
    indicator: String,
    unit: i64,
    month: i32,
    value: Option<i64>,
}

/// Totals from before the books (期初累计), and the first month of the books.
#[derive(Debug, Default)]
pub(crate) struct OpeningTotals {
    first: Option<Month>,
    totals: HashMap<(String, i64, i32), i64>,
}

impl OpeningTotals {
    /// Loads what figures of books that begin with `first` may need.
    pub(crate) async fn load(
        connection: &impl ConnectionTrait,
        first: Option<Month>,
    ) -> Result<Self, DbErr> {
        let rows: Vec<TotalRow> = fetch_all(
            connection,
            "SELECT indicator, unit, month, value FROM ledger_opening_totals ORDER BY seq",
            [],
        )
        .await?;
        let mut totals = HashMap::new();
        for row in rows {
            let place = (row.indicator, row.unit, row.month);
            match row.value {
                Some(value) => totals.insert(place, value),
                None => totals.remove(&place),
            };
        }
        Ok(Self { first, totals })
    }

    /// The total of the year up to `month`; for a stock, the stock at its end.
    fn until(&self, indicator: &str, unit: i64, month: Month) -> Option<i64> {
        self.totals
            .get(&(indicator.to_owned(), unit, month.number()))
            .copied()
    }

    /// What must be added to the books' own sum over `window`: 0 where the books cover
    /// it, `None` where nothing is known and the figure has no value.
    pub(crate) fn missing_part(
        &self,
        indicator: &str,
        unit: i64,
        window: Window,
        stock: bool,
    ) -> Option<i64> {
        let Some(first) = self.first else {
            return Some(0);
        };
        if stock {
            return if window.month >= first {
                Some(0)
            } else {
                self.until(indicator, unit, window.month)
            };
        }
        if window.from >= first {
            return Some(0);
        }
        let begins_earlier = !window.is_year_to_date() && window.from.january() != window.from;
        let before = if begins_earlier {
            self.until(indicator, unit, window.from.previous())?
        } else {
            0
        };
        if window.month < first {
            Some(self.until(indicator, unit, window.month)? - before)
        } else if first == first.january() {
            // The books begin with a year; nothing of this window's year lies before them.
            Some(0)
        } else {
            Some(self.until(indicator, unit, first.previous()).unwrap_or(0) - before)
        }
    }
}
