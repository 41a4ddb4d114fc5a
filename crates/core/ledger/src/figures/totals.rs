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

/// The total of a unit for an indicator, from January of its year to the end of a month;
/// of a stock, what there was at the month's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningTotal {
    /// The indicator's code.
    pub indicator: String,
    /// The unit's key.
    pub unit: i64,
    /// The month.
    pub until: Month,
    /// In fen, or things.
    pub value: i64,
    /// The number of the document that says so.
    pub document: String,
    /// The fact that recorded it.
    pub seq: i64,
}

/// Totals from before the books (期初累计), and the first month of the books.
#[derive(Debug, Default)]
pub(crate) struct OpeningTotals {
    first: Option<Month>,
    totals: HashMap<(String, i64, i32), i64>,
}

impl OpeningTotals {
    /// Loads what figures of books that begin with `first` may need, as known at the end
    /// of `as_at`. What the books began with is known in every month; what came later is
    /// known from then on, so that a closed month's figures stay as they were.
    pub(crate) async fn load(
        connection: &impl ConnectionTrait,
        first: Option<Month>,
        as_at: Month,
    ) -> Result<Self, DbErr> {
        let known = first.map_or(as_at, |first| Self::known(first, as_at));
        let rows: Vec<TotalRow> = fetch_all(
            connection,
            "SELECT t.indicator, t.unit, t.month, t.value FROM ledger_opening_totals t \
             JOIN ledger_facts f ON f.seq = t.seq WHERE f.month <= $1 ORDER BY t.seq",
            [known.number().into()],
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

    /// The month until which totals must have been recorded to be known at the end of
    /// `as_at`, in books that begin with `first`.
    pub(crate) fn known(first: Month, as_at: Month) -> Month {
        first.max(as_at)
    }

    /// These totals, in books that begin with `first`.
    pub(crate) fn of(first: Month, totals: &[OpeningTotal]) -> Self {
        let place = |total: &OpeningTotal| {
            let OpeningTotal {
                indicator, unit, ..
            } = total;
            (indicator.clone(), *unit, total.until.number())
        };
        Self {
            first: Some(first),
            totals: totals
                .iter()
                .map(|total| (place(total), total.value))
                .collect(),
        }
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
        self.parts(indicator, unit, window, stock)?
            .into_iter()
            .try_fold(0_i64, |sum, (_, value)| sum.checked_add(value))
    }

    /// The totals that [`missing_part`](Self::missing_part) is the sum of, each with the
    /// month it runs to; one that is taken off is negative.
    pub(crate) fn parts(
        &self,
        indicator: &str,
        unit: i64,
        window: Window,
        stock: bool,
    ) -> Option<Vec<(Month, i64)>> {
        let mut parts = Vec::new();
        let Some(first) = self.first else {
            return Some(parts);
        };
        if stock {
            if window.month < first {
                let month = window.month;
                parts.push((month, self.until(indicator, unit, month)?));
            }
            return Some(parts);
        }
        let last = window.month.min(first.previous());
        let mut start = window.from;
        // Totals run from January on, so each year's piece is the difference of two.
        while start <= last {
            let january = start.january();
            let end = last.min(january.plus(11));
            let upto_end = self.until(indicator, unit, end);
            if start != january {
                let before = start.previous();
                parts.push((end, upto_end?));
                let taken_off = self.until(indicator, unit, before)?.checked_neg()?;
                parts.push((before, taken_off));
            } else if end == first.previous() && end.year() == first.year() && window.month >= first
            {
                // Books that begin within a year without a total are its year to date.
                parts.extend(upto_end.map(|value| (end, value)));
            } else {
                parts.push((end, upto_end?));
            }
            start = january.plus(12);
        }
        Some(parts)
    }
}
