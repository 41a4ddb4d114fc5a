//! The workbook that goes back to its sender: the refused rows as they were handed in,
//! with the reasons in a last column.

use super::queries::{find_batch, list_sheets};
use crate::model::batch::{BatchId, SheetReport, StagedProblem, Status};
use crate::permits::ReadImports;
use crate::reasons::Reasons;
use crate::refusals::ImportRefusal;
use crate::store::{files, rows};
use http_base::{Allowed, App};
use kernel::{Outcome, PageQuery};
use sheets::{Sheet, SheetOut, Table, with_reasons};
use std::collections::BTreeMap;

/// The refused rows of the batch, as an .xlsx file; one sheet for each table that has some.
///
/// # Errors
/// [`ImportRefusal::NotFound`]; [`ImportRefusal::NoFile`] where the file could not be read.
pub async fn errors_workbook(
    app: &App,
    actor: &Allowed<ReadImports>,
    id: BatchId,
) -> Outcome<Vec<u8>> {
    let batch = find_batch(app, actor, id).await?;
    let reports = list_sheets(app, id).await?;
    let reader = app.database.reader();
    let bytes = files::file(reader, id.key()).await?;
    if bytes.is_empty() {
        return Err(ImportRefusal::NoFile.into());
    }
    let mut reasons = Vec::with_capacity(reports.len());
    for report in &reports {
        reasons.push(reasons_of(app, id, &reports, report).await?);
    }
    let file_name = batch.file_name;
    let write = move || {
        let book = sheets::read(&file_name, &bytes).ok()?;
        let tables = tables(book.sheets);
        let mut out: Vec<SheetOut> = Vec::new();
        for ((name, table), reasons) in tables.iter().zip(&reasons) {
            if let Some(table) = table.as_ref().filter(|_| !reasons.is_empty()) {
                out.push(with_reasons(name, table, reasons));
            }
        }
        if out.is_empty() {
            // Nothing was refused: the answer is a workbook that says so.
            out.push(SheetOut {
                name: "退回".to_owned(),
                columns: vec![sheets::ColumnOut::new(
                    "没有退回的行",
                    sheets::ColumnKind::Text,
                )],
                ..SheetOut::default()
            });
        }
        Some(sheets::write(&out))
    };
    let written = tokio::task::spawn_blocking(write).await?;
    Ok(written.ok_or(ImportRefusal::NoFile)??)
}

/// The workbook's tables in the places that the batch's reports have.
fn tables(sheets: Vec<Sheet>) -> Vec<(String, Option<Table>)> {
    let mut tables = Vec::new();
    for sheet in sheets {
        if sheet.tables.is_empty() {
            tables.push((sheet.name.clone(), None));
        }
        for (number, table) in sheet.tables.into_iter().enumerate() {
            let name = match number {
                0 => sheet.name.clone(),
                _ => format!("{}#{}", sheet.name, number + 1),
            };
            tables.push((name, Some(table)));
        }
    }
    tables
}

/// The sentences for each refused row of a table, by the row's number.
async fn reasons_of(
    app: &App,
    id: BatchId,
    reports: &[SheetReport],
    report: &SheetReport,
) -> Outcome<BTreeMap<u32, String>> {
    let words = app.part::<Reasons>();
    let mut reasons = BTreeMap::new();
    let mut after = None;
    loop {
        let query = PageQuery {
            after,
            limit: Some(200),
        };
        let (sheet, status) = (Some(report.sheet.as_str()), Some(Status::Refused));
        let reader = app.database.reader();
        let page = rows::page(reader, id.key(), reports, sheet, status, &query).await?;
        for row in page.items {
            let sentences: Vec<String> = row
                .problems
                .iter()
                .map(|problem| sentence(words.as_deref(), report, problem))
                .collect();
            if let Ok(number) = u32::try_from(row.row) {
                reasons.insert(number, sentences.join("；"));
            }
        }
        after = page.next;
        if after.is_none() {
            return Ok(reasons);
        }
    }
}

/// `到账金额（D7）：…`
fn sentence(words: Option<&Reasons>, report: &SheetReport, problem: &StagedProblem) -> String {
    let text = words
        .unwrap_or(&Reasons::default())
        .text(&problem.code, &problem.params);
    let column = report
        .columns
        .iter()
        .find(|column| Some(&column.letter) == problem.column.as_ref());
    match (column, &problem.cell) {
        (Some(column), Some(cell)) => format!("{}（{cell}）：{text}", column.header),
        _ => text,
    }
}
