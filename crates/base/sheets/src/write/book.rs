//! Puts sheets into a workbook.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::choices::Lists;
use super::page::Page;
use super::{SheetOut, WriteError};

/// Writes a workbook. The same sheets give the same bytes.
///
/// # Errors
/// See [`WriteError`]; nothing is written by halves.
pub fn write(sheets: &[SheetOut]) -> Result<Vec<u8>, WriteError> {
    if !sheets.iter().any(|s| !s.hidden) {
        return Err(WriteError::NoSheet);
    }
    let mut book = workbook()?;
    let lists = Lists::gather(sheets);
    let mut names: Vec<String> = lists
        .sheet_name()
        .map(str::to_lowercase)
        .into_iter()
        .collect();
    for sheet in sheets {
        // Excel compares names without case.
        let name = sheet.name.to_lowercase();
        if names.contains(&name) {
            return Err(WriteError::SheetName {
                sheet: sheet.name.clone(),
                detail: "another sheet has this name".to_owned(),
            });
        }
        names.push(name);
        let mut page = Page::open(sheet, book.add_worksheet(), &lists)?;
        for cells in &sheet.rows {
            page.row(cells)?;
        }
        page.close()?;
    }
    lists.add_sheet(&mut book).map_err(failed)?;
    book.save_to_buffer().map_err(failed)
}

pub(super) fn workbook() -> Result<Workbook, WriteError> {
    let mut book = Workbook::new();
    // The moment of writing would make equal workbooks differ.
    let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    Ok(book)
}

#[expect(clippy::needless_pass_by_value, reason = "used as a map_err argument")]
pub(super) fn failed(error: XlsxError) -> WriteError {
    WriteError::Failed(error.to_string())
}
