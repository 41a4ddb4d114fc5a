//! Milestones in the table.

use super::scope::Condition;
use super::{fetch_by_keys, unreadable, update_many};
use crate::model::{Milestone, MilestoneId, MilestoneKind};
use chrono::NaiveDate;
use db::{ConnectionTrait, DbErr, Rows, append_rows, fetch_all};
use kernel::{Instant, Month, Outcome, Scope};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    project_id: i64,
    kind: String,
    occurred_on: String,
    evidence: Option<String>,
    month: i32,
    origin_month: i32,
    fact_seq: i64,
    recorded_at: String,
}

const COLUMNS: &str = "m.id, m.project_id, m.kind, m.occurred_on, m.evidence, m.month, m.origin_month, m.fact_seq, m.recorded_at";

/// `0` in a column of origin months: before the books.
pub(super) fn origin_of(number: i32) -> Result<Option<Month>, kernel::MonthRefusal> {
    match number {
        0 => Ok(None),
        number => Month::from_number(number).map(Some),
    }
}

impl Row {
    fn read(self) -> Outcome<(i64, Milestone)> {
        let bad = |column: &str| unreadable("milestone", self.id, column);
        let milestone = Milestone {
            id: MilestoneId::new(self.id),
            kind: MilestoneKind::from_word(&self.kind).ok_or_else(|| bad("kind"))?,
            occurred_on: self
                .occurred_on
                .parse::<NaiveDate>()
                .map_err(|_| bad("occurred_on"))?,
            origin_month: origin_of(self.origin_month).map_err(|_| bad("origin_month"))?,
            month: Month::from_number(self.month).map_err(|_| bad("month"))?,
            fact_seq: self.fact_seq,
            recorded_at: Instant::parse(&self.recorded_at).ok_or_else(|| bad("recorded_at"))?,
            evidence: self.evidence,
        };
        Ok((self.project_id, milestone))
    }
}

/// The standing milestones of these projects, in the order of the journal.
pub(super) async fn standing_of<C: ConnectionTrait>(
    connection: &C,
    projects: &[i64],
) -> Outcome<HashMap<i64, Vec<Milestone>>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM project_milestones m \
         WHERE m.reversed_by IS NULL AND m.project_id IN ({{keys}}) ORDER BY m.fact_seq"
    );
    let keys = projects.iter().map(|&id| id.into());
    let rows: Vec<Row> = fetch_by_keys(connection, &sql, keys).await?;
    let mut found: HashMap<i64, Vec<Milestone>> = HashMap::new();
    for row in rows {
        let (project, milestone) = row.read()?;
        found.entry(project).or_default().push(milestone);
    }
    Ok(found)
}

/// The standing milestones with these keys, each with its project.
pub(crate) async fn milestones_by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<(i64, Milestone)>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM project_milestones m \
         WHERE m.reversed_by IS NULL AND m.id IN ({{keys}})"
    );
    let rows: Vec<Row> = fetch_by_keys(connection, &sql, ids.iter().map(|&id| id.into())).await?;
    rows.into_iter().map(Row::read).collect()
}

#[derive(FromQueryResult)]
struct CodeRow {
    code: String,
}

/// A row of milestones with its project's code.
struct Coded(String, Row);

impl FromQueryResult for Coded {
    fn from_query_result(row: &sea_orm::QueryResult, prefix: &str) -> Result<Self, DbErr> {
        let code = CodeRow::from_query_result(row, prefix)?.code;
        Ok(Self(code, Row::from_query_result(row, prefix)?))
    }
}

/// Every standing milestone that `scope` covers, each with its project's code, in the order
/// of the journal; those of projects of `units` only, where given.
pub(crate) async fn export_milestones<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    units: Option<&[i64]>,
) -> Outcome<Vec<(String, Milestone)>> {
    let mut condition = Condition::default();
    condition.and("m.reversed_by IS NULL AND p.removed_at IS NULL", []);
    condition.scoped(scope);
    if let Some(units) = units {
        condition.units(units);
    }
    let sql = format!(
        "SELECT p.code, {COLUMNS} FROM project_milestones m \
         JOIN projects p ON p.id = m.project_id WHERE {} ORDER BY m.fact_seq",
        condition.text()
    );
    let rows: Vec<Coded> = fetch_all(connection, &sql, condition.values).await?;
    rows.into_iter()
        .map(|Coded(code, row)| Ok((code, row.read()?.1)))
        .collect()
}

/// Writes recognised milestones, each with its project.
pub(crate) async fn insert_milestones<C: ConnectionTrait>(
    connection: &C,
    milestones: &[(i64, Milestone)],
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "project_id",
        "kind",
        "occurred_on",
        "evidence",
        "month",
        "origin_month",
        "fact_seq",
        "recorded_at",
    ];
    let mut rows = Rows::new("project_milestones", &columns, "");
    for (project, milestone) in milestones {
        rows.push([
            milestone.id.key().into(),
            (*project).into(),
            milestone.kind.word().into(),
            milestone.occurred_on.to_string().into(),
            milestone.evidence.clone().into(),
            milestone.month.number().into(),
            milestone.origin_month.map_or(0, Month::number).into(),
            milestone.fact_seq.into(),
            milestone.recorded_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Marks a milestone as taken back by the fact `by`.
pub(crate) async fn mark_reversed_milestones<C: ConnectionTrait>(
    connection: &C,
    reversals: &[(i64, i64)],
    reason: &str,
) -> Result<(), DbErr> {
    let rows: Vec<[i64; 3]> = reversals.iter().map(|&(id, by)| [id, by, 0]).collect();
    let sql = "UPDATE project_milestones SET reversed_by = v.column2, reversal_reason = $1 \
         FROM (VALUES {rows}) AS v WHERE project_milestones.id = v.column1";
    update_many(connection, sql, &[reason.into()], &rows).await
}
