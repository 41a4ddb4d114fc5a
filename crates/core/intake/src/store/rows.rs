//! Staged rows: written in bulk, read by page.

use super::{from_json, json_text, whole};
use crate::importer::Change;
use crate::model::batch::{
    SheetReport, StagedCell, StagedChange, StagedProblem, StagedRow, Status,
};
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, Value, append_rows, execute, fetch_all};
use kernel::{Page, PageQuery};

/// A row to be staged.
pub(crate) struct NewRow<'a> {
    pub id: i64,
    pub place: i32,
    pub row_number: u32,
    pub status: Status,
    pub key: &'a str,
    /// What the cells show, as a JSON array in the order of the table's columns.
    pub cells: String,
    pub problems: &'a [StagedProblem],
    pub changes: &'a [Change],
}

/// Stages rows.
pub(crate) async fn append<C: ConnectionTrait>(
    connection: &C,
    batch: i64,
    rows: impl Iterator<Item = NewRow<'_>>,
) -> Result<(), DbErr> {
    let mut bulk = Rows::new(
        "intake_rows",
        &[
            "id",
            "batch_id",
            "place",
            "row_number",
            "status",
            "row_key",
            "cells",
            "problems",
            "changes",
        ],
        "",
    );
    for row in rows {
        // Most rows have neither: their text need not be made.
        let problems = match row.problems {
            [] => "[]".to_owned(),
            problems => json_text(&problems),
        };
        let changes = match row.changes {
            [] => "[]".to_owned(),
            changes => json_text(&changes),
        };
        bulk.push([
            row.id.into(),
            batch.into(),
            row.place.into(),
            whole(row.row_number).into(),
            row.status.word().into(),
            row.key.into(),
            row.cells.into(),
            problems.into(),
            changes.into(),
        ]);
    }
    append_rows(connection, bulk).await
}

/// Takes away the rows and reports of a batch that is read anew.
pub(crate) async fn clear<C: ConnectionTrait>(connection: &C, batch: i64) -> Result<(), DbErr> {
    for table in ["intake_rows", "intake_sheets"] {
        let sql = format!("DELETE FROM {table} WHERE batch_id = $1");
        execute(connection, &sql, [batch.into()]).await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct JudgedRow {
    place: i32,
    row_number: i32,
    status: String,
}

/// What the rows of a table were judged, by row number.
pub(crate) async fn statuses<C: ConnectionTrait>(
    connection: &C,
    batch: i64,
) -> Result<Vec<(i32, i32, Status)>, DbErr> {
    let rows: Vec<JudgedRow> = fetch_all(
        connection,
        "SELECT place, row_number, status FROM intake_rows WHERE batch_id = $1",
        [batch.into()],
    )
    .await?;
    rows.into_iter()
        .map(|row| {
            Status::from_word(&row.status)
                .map(|status| (row.place, row.row_number, status))
                .ok_or_else(|| DbErr::Type(format!("intake_rows.status: {}", row.status)))
        })
        .collect()
}

#[derive(FromQueryResult)]
struct Record {
    id: i64,
    row_number: i32,
    status: String,
    row_key: String,
    cells: String,
    problems: String,
    changes: String,
}

/// A page of the batch's rows in the workbook's order: of one sheet or all, of one status
/// or all. The cursor is a row's key.
pub(crate) async fn page<C: ConnectionTrait>(
    connection: &C,
    batch: i64,
    reports: &[SheetReport],
    sheet: Option<&str>,
    status: Option<Status>,
    query: &PageQuery,
) -> Result<Page<StagedRow>, DbErr> {
    let after: i64 = query
        .after
        .as_deref()
        .and_then(|text| text.parse().ok())
        .unwrap_or(0);
    let size = usize::try_from(query.size()).unwrap_or(usize::MAX);
    let wanted = |report: &SheetReport| sheet.is_none_or(|sheet| report.sheet == sheet);
    let statuses = match status {
        Some(status) => vec![status],
        None => Status::ALL.to_vec(),
    };
    let mut found: Vec<(i64, StagedRow)> = Vec::new();
    for (place, report) in (0_i32..).zip(reports).filter(|(_, report)| wanted(report)) {
        let mut of_sheet = Vec::new();
        // One range of the index for each status: a union of four short walks is in the
        // workbook's order after sorting a few dozen rows.
        for status in &statuses {
            if report.counts.of(*status) > 0 {
                let walk = walk(connection, batch, place, *status, after, size + 1).await?;
                of_sheet.extend(walk);
            }
        }
        of_sheet.sort_unstable_by_key(|row| row.id);
        for row in of_sheet {
            found.push((row.id, staged(row, report)?));
        }
        if found.len() > size {
            break;
        }
    }
    let more = found.len() > size;
    found.truncate(size);
    let total: i64 = reports
        .iter()
        .filter(|report| wanted(report))
        .flat_map(|report| statuses.iter().map(|status| report.counts.of(*status)))
        .sum();
    Ok(Page {
        next: found.last().filter(|_| more).map(|(id, _)| id.to_string()),
        items: found.into_iter().map(|(_, row)| row).collect(),
        total: u64::try_from(total).unwrap_or(0),
        total_exact: true,
    })
}

async fn walk<C: ConnectionTrait>(
    connection: &C,
    batch: i64,
    place: i32,
    status: Status,
    after: i64,
    limit: usize,
) -> Result<Vec<Record>, DbErr> {
    let sql = format!(
        "SELECT id, row_number, status, row_key, cells, problems, changes FROM intake_rows \
         WHERE batch_id = $1 AND place = $2 AND status = $3 AND id > $4 ORDER BY id LIMIT {limit}"
    );
    let values: [Value; 4] = [
        batch.into(),
        place.into(),
        status.word().into(),
        after.into(),
    ];
    fetch_all(connection, &sql, values).await
}

fn staged(row: Record, report: &SheetReport) -> Result<StagedRow, DbErr> {
    let cells: Vec<String> = from_json("cells", &row.cells)?;
    let changes: Vec<Change> = from_json("changes", &row.changes)?;
    Ok(StagedRow {
        sheet: report.sheet.clone(),
        row: row.row_number,
        status: Status::from_word(&row.status)
            .ok_or_else(|| DbErr::Type(format!("intake_rows.status: {}", row.status)))?,
        key: Some(row.row_key).filter(|key| !key.is_empty()),
        cells: report
            .columns
            .iter()
            .zip(cells)
            .filter(|(_, text)| !text.is_empty())
            .map(|(column, text)| StagedCell {
                column: column.letter.clone(),
                text,
            })
            .collect(),
        problems: from_json::<Vec<StagedProblem>>("problems", &row.problems)?,
        changes: changes
            .into_iter()
            .map(|change| StagedChange {
                field: change.field,
                from: change.from,
                to: change.to,
            })
            .collect(),
    })
}
