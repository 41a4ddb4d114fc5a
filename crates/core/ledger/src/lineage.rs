//! What stands behind a figure: the entries that add up to it, page by page.

use crate::books::Books;
use crate::definitions::{Measure, Rule};
use crate::fact::Subject;
use crate::figures::Window;
use crate::store::placeholders;
use db::{ConnectionTrait, DbErr, FromQueryResult, Value, fetch_all, fetch_one};
use kernel::Month;
use std::collections::HashMap;

/// One line behind a figure: what one fact brought to it. The lines' amounts or counts
/// add up to the figure; for a distinct count (家) each standing subject is one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The fact; for a distinct count the subject's first fact of the window.
    pub seq: i64,
    /// Its kind.
    pub kind: String,
    /// What it is about.
    pub subject: Subject,
    /// The day it happened.
    pub occurred_on: String,
    /// The month booked.
    pub month: i32,
    /// The month it belongs to, 0 before the books.
    pub origin_month: i32,
    /// The month it counts in, 0 for stocks.
    pub cohort: i32,
    /// What it brought, in fen.
    pub amount: i64,
    /// What it brought, in things.
    pub count: i64,
    /// The fact it takes back.
    pub reverses: Option<i64>,
    /// The fact that it stands in for.
    pub replaces: Option<i64>,
    /// The fact that has taken it back.
    pub reversed_by: Option<i64>,
    /// Where it came from.
    pub source_kind: String,
    /// The source's key.
    pub source_id: i64,
}

/// Where a page ends: its last line's cohort, seq and n.
pub type Cursor = (i32, i64, i32);

/// A page of lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineagePage {
    /// The lines, by the month they count in, then as recorded.
    pub lines: Vec<Line>,
    /// Where the next page begins.
    pub next: Option<Cursor>,
}

/// All lines in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromQueryResult)]
pub struct LineageSum {
    /// How many lines there are.
    pub lines: i64,
    /// Their amounts, in fen.
    pub amount: i64,
    /// Their counts.
    pub count: i64,
}

#[derive(FromQueryResult)]
struct Row {
    seq: i64,
    n: i32,
    kind: String,
    subject_kind: String,
    subject_id: i64,
    occurred_on: String,
    month: i32,
    origin_month: i32,
    cohort: i32,
    amount: i64,
    count: i64,
    reverses: Option<i64>,
    replaces: Option<i64>,
    source_kind: String,
    source_id: i64,
}

/// The codes whose lists stand behind an indicator: itself, or a ratio's two.
pub fn lists_of(books: &Books, code: &str, month: Month) -> Vec<String> {
    match books
        .version(code, month)
        .map(|version| &version.compiled.rule)
    {
        Some(Rule::Flow { .. } | Rule::State { .. }) => vec![code.to_owned()],
        Some(Rule::Ratio {
            numerator,
            denominator,
        }) => vec![numerator.clone(), denominator.clone()],
        Some(Rule::DoubleHalf { of }) => of.clone(),
        None => Vec::new(),
    }
}

/// The entries behind a flow or state, or the standing subjects behind a distinct count.
/// `None` for an indicator that has no list of its own.
pub async fn lineage(
    connection: &impl ConnectionTrait,
    books: &Books,
    code: &str,
    unit: i64,
    window: Window,
    after: Option<Cursor>,
    limit: u64,
) -> Result<Option<LineagePage>, DbErr> {
    let Some((version, from, distinct)) = place(books, code, window) else {
        return Ok(None);
    };
    let size = i64::try_from(limit).unwrap_or(i64::MAX - 1);
    let mut values: Vec<Value> = vec![version.into(), unit.into(), from.into()];
    let page = if distinct {
        let (_, seq, _) = after.unwrap_or_default();
        values.extend([window.month.number().into(), seq.into()]);
        // The standing subjects, each by its first entry in the window.
        "SELECT * FROM (SELECT MIN(seq) AS seq, 0 AS n, 0 AS cohort, \
         CAST(0 AS BIGINT) AS amount_fen, CAST(1 AS BIGINT) AS count FROM ledger_postings \
         WHERE version = $1 AND unit = $2 AND cohort BETWEEN $3 AND $4 AND month <= $4 \
         GROUP BY subject_kind, subject_id HAVING SUM(count) > 0) AS standing \
         WHERE seq > $5 ORDER BY seq LIMIT $6"
    } else {
        // The cursor is the window's lower bound, so that one seek in the index finds the
        // page however far down it is.
        let (cohort, seq, n) = after.unwrap_or((from, 0, -1));
        values[2] = cohort.max(from).into();
        values.extend([window.month.number().into(), seq.into(), n.into()]);
        "SELECT seq, n, cohort, amount_fen, count FROM ledger_postings \
         WHERE version = $1 AND unit = $2 AND (cohort, seq, n) > ($3, $5, $6) \
         AND cohort <= $4 AND month <= $4 ORDER BY cohort, seq, n LIMIT $7"
    };
    values.push((size + 1).into());
    let sql = format!(
        "SELECT p.seq, p.n, f.kind, f.subject_kind, f.subject_id, f.occurred_on, f.month, f.origin_month, \
         p.cohort, p.amount_fen AS amount, p.count, f.reverses, f.replaces, f.source_kind, f.source_id \
         FROM ({page}) AS p JOIN ledger_facts f ON f.seq = p.seq \
         ORDER BY p.cohort, p.seq, p.n"
    );
    let mut rows: Vec<Row> = fetch_all(connection, &sql, values).await?;
    let more = rows.len() as u64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| (row.cohort, row.seq, row.n));
    let seqs: Vec<i64> = rows.iter().map(|row| row.seq).collect();
    let reversed_by = reversals_until(connection, &seqs, window.month).await?;
    let lines = rows
        .into_iter()
        .map(|row| line(row, &reversed_by))
        .collect();
    Ok(Some(LineagePage { lines, next }))
}

fn line(row: Row, reversed_by: &HashMap<i64, i64>) -> Line {
    Line {
        seq: row.seq,
        kind: row.kind,
        subject: Subject {
            kind: row.subject_kind,
            id: row.subject_id,
        },
        occurred_on: row.occurred_on,
        month: row.month,
        origin_month: row.origin_month,
        cohort: row.cohort,
        amount: row.amount,
        count: row.count,
        reverses: row.reverses,
        replaces: row.replaces,
        reversed_by: reversed_by.get(&row.seq).copied(),
        source_kind: row.source_kind,
        source_id: row.source_id,
    }
}

/// The sum of all lines, and how many there are.
pub async fn lineage_sum(
    connection: &impl ConnectionTrait,
    books: &Books,
    code: &str,
    unit: i64,
    window: Window,
) -> Result<Option<LineageSum>, DbErr> {
    let Some((version, from, distinct)) = place(books, code, window) else {
        return Ok(None);
    };
    let sql = if distinct {
        "SELECT COUNT(*) AS lines, CAST(0 AS BIGINT) AS amount, COUNT(*) AS count FROM (\
         SELECT subject_id FROM ledger_postings \
         WHERE version = $1 AND unit = $2 AND cohort BETWEEN $3 AND $4 AND month <= $4 \
         GROUP BY subject_kind, subject_id HAVING SUM(count) > 0) AS standing"
    } else {
        "SELECT COUNT(*) AS lines, CAST(COALESCE(SUM(amount_fen), 0) AS BIGINT) AS amount, \
         CAST(COALESCE(SUM(count), 0) AS BIGINT) AS count FROM ledger_postings \
         WHERE version = $1 AND unit = $2 AND cohort BETWEEN $3 AND $4 AND month <= $4"
    };
    fetch_one(
        connection,
        sql,
        [
            version.into(),
            unit.into(),
            from.into(),
            window.month.number().into(),
        ],
    )
    .await
}

fn place(books: &Books, code: &str, window: Window) -> Option<(i64, i32, bool)> {
    let version = books.version(code, window.month)?;
    let measure = version.compiled.indicator.measure?;
    let from = if version.compiled.indicator.is_stock() {
        0
    } else {
        window.from.number()
    };
    Some((version.key, from, measure == Measure::Distinct))
}

#[derive(FromQueryResult)]
struct Reversal {
    seq: i64,
    reverses: i64,
}

/// Which of these facts had been taken back by the end of `month`.
async fn reversals_until(
    connection: &impl ConnectionTrait,
    seqs: &[i64],
    month: Month,
) -> Result<HashMap<i64, i64>, DbErr> {
    if seqs.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT seq, reverses FROM ledger_facts WHERE month <= $1 AND reverses IN ({})",
        placeholders(2, seqs.len())
    );
    let values =
        std::iter::once(Value::from(month.number())).chain(seqs.iter().map(|&seq| seq.into()));
    let rows: Vec<Reversal> = fetch_all(connection, &sql, values).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.reverses, row.seq))
        .collect())
}
