//! The sums behind figures, read from balances: the journal is not scanned.

use crate::books::Version;
use crate::store::placeholders;
use db::{ConnectionTrait, DbErr, FromQueryResult, Value, fetch_all};
use kernel::Month;
use std::collections::HashMap;

/// A window of months as at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first month.
    pub from: Month,
    /// The last month; the figures are as at its end.
    pub month: Month,
}

impl Window {
    /// January to `month`.
    pub fn year_to_date(month: Month) -> Self {
        Self {
            from: month.january(),
            month,
        }
    }

    /// Whether it is the year to date.
    pub fn is_year_to_date(self) -> bool {
        self.from == self.month.january()
    }

    /// The same months of last year, as at their end.
    #[must_use]
    pub fn last_year(self) -> Self {
        Self {
            from: self.from.last_year(),
            month: self.month.last_year(),
        }
    }
}

/// What an indicator has for a unit in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sum {
    pub amount: i64,
    pub count: i64,
    pub facts: i64,
}

/// The sums of one window, of the same months last year, and of those as known now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Periods {
    pub now: Sum,
    pub last_year: Sum,
    pub known_now: Sum,
}

#[derive(FromQueryResult)]
struct PeriodsRow {
    version: i64,
    unit: i64,
    now_amount: i64,
    now_count: i64,
    now_facts: i64,
    then_amount: i64,
    then_count: i64,
    then_facts: i64,
    known_amount: i64,
    known_count: i64,
    known_facts: i64,
}

/// Periods by version and unit.
pub(crate) type SumsByPlace = HashMap<(i64, i64), Periods>;

/// The sums of `versions` for `units` over `window`, with what was booked until `as_at`.
pub(crate) async fn load(
    connection: &impl ConnectionTrait,
    versions: &[Version<'_>],
    units: &[i64],
    window: Window,
    as_at: Month,
) -> Result<SumsByPlace, DbErr> {
    let mut sums = SumsByPlace::new();
    let keys = |wanted: fn(&Version<'_>) -> bool| -> Vec<i64> {
        versions
            .iter()
            .filter(|version| wanted(version))
            .map(|version| version.key)
            .collect()
    };
    let windowed = keys(|version| !version.compiled.indicator.is_stock());
    let stocks = keys(|version| version.compiled.indicator.is_stock());
    let then = window.last_year();
    let cohorts = Cohorts {
        now: (window.from.number(), window.month.number(), as_at.number()),
        then: (then.from.number(), then.month.number(), then.month.number()),
    };
    add(connection, &mut sums, &windowed, units, cohorts).await?;
    // A stock takes every cohort there is, and what was booked until its own month.
    let cohorts = Cohorts {
        now: (0, window.month.number(), window.month.number()),
        then: (0, then.month.number(), then.month.number()),
    };
    add(connection, &mut sums, &stocks, units, cohorts).await?;
    let distinct = keys(|version| version.is_distinct());
    for key in distinct {
        type Pick = fn(&mut Periods) -> &mut Sum;
        let periods: [(Pick, Window, Month); 3] = [
            (|periods| &mut periods.now, window, as_at),
            (|periods| &mut periods.last_year, then, then.month),
            (|periods| &mut periods.known_now, then, as_at),
        ];
        for (pick, shape, known) in periods {
            let counts = distinct_counts(connection, key, units, shape, known).await?;
            // The balances' sums are of events; a unit without a subject has no row here.
            for &unit in units {
                let count = counts.get(&unit).copied().unwrap_or(0);
                pick(sums.entry((key, unit)).or_default()).count = count;
            }
        }
    }
    Ok(sums)
}

/// First cohort, last cohort, last month booked: of the window, and of last year's.
#[derive(Clone, Copy)]
struct Cohorts {
    now: (i32, i32, i32),
    then: (i32, i32, i32),
}

async fn add(
    connection: &impl ConnectionTrait,
    sums: &mut SumsByPlace,
    versions: &[i64],
    units: &[i64],
    cohorts: Cohorts,
) -> Result<(), DbErr> {
    if versions.is_empty() || units.is_empty() {
        return Ok(());
    }
    let now = "cohort BETWEEN $1 AND $2 AND month <= $3";
    let then = "cohort BETWEEN $4 AND $5 AND month <= $6";
    let known = "cohort BETWEEN $4 AND $5 AND month <= $3";
    let column = |what: &str, when: &str, name: &str| {
        format!("CAST(SUM(CASE WHEN {when} THEN {what} ELSE 0 END) AS BIGINT) AS {name}")
    };
    let columns: Vec<String> = [("now", now), ("then", then), ("known", known)]
        .iter()
        .flat_map(|(period, when)| {
            [
                ("amount_fen", "amount"),
                ("count", "count"),
                ("facts", "facts"),
            ]
            .map(|(what, name)| column(what, when, &format!("{period}_{name}")))
        })
        .collect();
    let sql = format!(
        "SELECT version, unit, {} FROM ledger_balances \
         WHERE version IN ({}) AND unit IN ({}) AND cohort BETWEEN $4 AND $2 AND month <= $3 \
         AND (cohort = 0 OR cohort % 100 <> 0) GROUP BY version, unit",
        columns.join(", "),
        placeholders(7, versions.len()),
        placeholders(7 + versions.len(), units.len()),
    );
    let (now, then) = (cohorts.now, cohorts.then);
    let values = [now.0, now.1, now.2, then.0, then.1, then.2]
        .map(Value::from)
        .into_iter()
        .chain(versions.iter().map(|&version| Value::from(version)))
        .chain(units.iter().map(|&unit| Value::from(unit)));
    let rows: Vec<PeriodsRow> = fetch_all(connection, &sql, values).await?;
    for row in rows {
        let sum = |amount, count, facts| Sum {
            amount,
            count,
            facts,
        };
        sums.insert(
            (row.version, row.unit),
            Periods {
                now: sum(row.now_amount, row.now_count, row.now_facts),
                last_year: sum(row.then_amount, row.then_count, row.then_facts),
                known_now: sum(row.known_amount, row.known_count, row.known_facts),
            },
        );
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct UnitCount {
    unit: i64,
    count: i64,
}

/// How many different subjects a distinct indicator has: the year to date from counted
/// positions, any other window from its postings (rule 6).
async fn distinct_counts(
    connection: &impl ConnectionTrait,
    version: i64,
    units: &[i64],
    window: Window,
    as_at: Month,
) -> Result<HashMap<i64, i64>, DbErr> {
    let units_in = placeholders(5, units.len());
    let counted = window.is_year_to_date() && as_at == window.month;
    let sql = if counted {
        format!(
            "SELECT unit, CAST(SUM(count) AS BIGINT) AS count FROM ledger_balances \
             WHERE version = $1 AND cohort BETWEEN $2 AND $3 AND month <= $4 AND unit IN ({units_in}) GROUP BY unit"
        )
    } else {
        format!(
            "SELECT unit, COUNT(*) AS count FROM (\
             SELECT unit, subject_kind, subject_id FROM ledger_postings \
             WHERE version = $1 AND cohort BETWEEN $2 AND $3 AND month <= $4 AND unit IN ({units_in}) \
             GROUP BY unit, subject_kind, subject_id HAVING SUM(count) > 0) AS standing GROUP BY unit"
        )
    };
    let (from, until) = if counted {
        (window.month.year() * 100, window.month.year() * 100)
    } else {
        (window.from.number(), window.month.number())
    };
    let values = [
        version.into(),
        from.into(),
        until.into(),
        as_at.number().into(),
    ]
    .into_iter()
    .chain(units.iter().map(|&unit| Value::from(unit)));
    let rows: Vec<UnitCount> = fetch_all(connection, &sql, values).await?;
    Ok(rows.into_iter().map(|row| (row.unit, row.count)).collect())
}

/// How many different subjects stand behind flows and states, by version and unit. Reads
/// postings, so it is asked for only where it is shown.
pub(crate) async fn subjects(
    connection: &impl ConnectionTrait,
    versions: &[Version<'_>],
    units: &[i64],
    window: Window,
) -> Result<HashMap<(i64, i64), i64>, DbErr> {
    let mut found = HashMap::new();
    let units_in = placeholders(4, units.len());
    for version in versions {
        let from = if version.compiled.indicator.is_stock() {
            0
        } else {
            window.from.number()
        };
        let sql = format!(
            "SELECT unit, COUNT(*) AS count FROM (\
             SELECT unit, subject_kind, subject_id FROM ledger_postings \
             WHERE version = $1 AND cohort BETWEEN $2 AND $3 AND month <= $3 AND unit IN ({units_in}) \
             GROUP BY unit, subject_kind, subject_id \
             HAVING SUM(count) <> 0 OR SUM(amount_fen) <> 0) AS standing GROUP BY unit"
        );
        let values = [
            version.key.into(),
            from.into(),
            window.month.number().into(),
        ]
        .into_iter()
        .chain(units.iter().map(|&unit| Value::from(unit)));
        let rows: Vec<UnitCount> = fetch_all(connection, &sql, values).await?;
        found.extend(
            rows.into_iter()
                .map(|row| ((version.key, row.unit), row.count)),
        );
    }
    Ok(found)
}
