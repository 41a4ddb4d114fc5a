//! Recognised steps in the tables.

use super::{day_of, fetch_by_keys, origin_of, unreadable, update_many};
use crate::model::{Owner, Recognition, Step};
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, append_rows};
use kernel::{Instant, Month, Outcome};

const fn table(owner: Owner) -> (&'static str, &'static str) {
    match owner {
        Owner::Platform => ("platform_recognitions", "platform_id"),
        Owner::Opportunity => ("opportunity_recognitions", "opportunity_id"),
    }
}

#[derive(FromQueryResult)]
struct Row {
    fact_seq: i64,
    owner_id: i64,
    step: String,
    occurred_on: String,
    month: i32,
    origin_month: i32,
    reversed_by: Option<i64>,
    reversal_reason: Option<String>,
    recorded_at: String,
}

impl Row {
    fn read(self) -> Outcome<Recognition> {
        let bad = |column: &str| unreadable("recognition", self.fact_seq, column);
        Ok(Recognition {
            owner_id: self.owner_id,
            step: Step::from_word(&self.step).ok_or_else(|| bad("step"))?,
            occurred_on: day_of(&self.occurred_on).ok_or_else(|| bad("occurred_on"))?,
            month: Month::from_number(self.month).map_err(|_| bad("month"))?,
            origin_month: origin_of(self.origin_month).map_err(|_| bad("origin_month"))?,
            recorded_at: Instant::parse(&self.recorded_at).ok_or_else(|| bad("recorded_at"))?,
            fact_seq: self.fact_seq,
            reversed_by: self.reversed_by,
            reversal_reason: self.reversal_reason,
        })
    }
}

/// What was recognised of these, in the order of the journal, what was taken back included.
pub(crate) async fn recognitions_of<C: ConnectionTrait>(
    connection: &C,
    owner: Owner,
    ids: &[i64],
) -> Outcome<Vec<Recognition>> {
    let (table, column) = table(owner);
    let sql = format!(
        "SELECT fact_seq, {column} AS owner_id, step, occurred_on, month, origin_month, \
         reversed_by, reversal_reason, recorded_at \
         FROM {table} WHERE {column} IN ({{keys}}) ORDER BY fact_seq"
    );
    let rows: Vec<Row> = fetch_by_keys(connection, &sql, ids.iter().map(|&id| id.into())).await?;
    rows.into_iter().map(Row::read).collect()
}

/// Writes what was recognised of owners of one sort.
pub(crate) async fn insert_recognitions<C: ConnectionTrait>(
    connection: &C,
    owner: Owner,
    recognitions: &[Recognition],
) -> Result<(), DbErr> {
    let (table, column) = table(owner);
    let columns = [
        "fact_seq",
        column,
        "step",
        "occurred_on",
        "month",
        "origin_month",
        "recorded_at",
    ];
    let mut rows = Rows::new(table, &columns, "");
    for recognition in recognitions {
        rows.push([
            recognition.fact_seq.into(),
            recognition.owner_id.into(),
            recognition.step.word().into(),
            recognition.occurred_on.to_string().into(),
            recognition.month.number().into(),
            recognition.origin_month.map_or(0, Month::number).into(),
            recognition.recorded_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Marks steps as taken back: (fact, the fact that took it back).
pub(crate) async fn mark_reversed<C: ConnectionTrait>(
    connection: &C,
    owner: Owner,
    reversals: &[(i64, i64)],
    reason: &str,
) -> Result<(), DbErr> {
    let (table, _) = table(owner);
    let sql = format!(
        "UPDATE {table} SET reversed_by = v.column2, reversal_reason = $1 \
         FROM (VALUES {{rows}}) AS v WHERE {table}.fact_seq = v.column1"
    );
    update_many(connection, &sql, &[reason.into()], reversals).await
}
