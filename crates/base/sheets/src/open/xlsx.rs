//! Workbooks of Excel 2007 and later, read as a stream of cells.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use chrono::NaiveDate;

use super::archive::{Seen, inspect};
use super::grid::{Budget, GridBuilder, Merge};
use super::{Grid, RawSheet, biff_strings};
use crate::decimal::Decimal;
use crate::limits::MAX_MERGES;
use crate::unreadable::Unreadable;
use crate::workbook::{Cell, NOT_CALCULATED, SheetNote};

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

pub(crate) fn open(bytes: &[u8]) -> Result<(Vec<RawSheet>, Budget), Unreadable> {
    let mut archive = inspect(bytes)?;
    let mut book = Book::new(Cursor::new(bytes)).map_err(|error| unreadable(None, error))?;
    let sheets = book.sheets_metadata().to_vec();
    if sheets.len() > archive.sheets.len() {
        return Err(Unreadable::damaged("sheets and their parts"));
    }
    let mut budget = Budget::new(archive.memory)?;
    let mut out = Vec::with_capacity(sheets.len());
    for (position, sheet) in sheets.into_iter().enumerate() {
        let hidden = sheet.visible != SheetVisible::Visible;
        let (grid, notes) = if sheet.typ == SheetType::WorkSheet {
            let seen = archive.sheets[position].take().unwrap_or_default();
            read_sheet(&mut book, &sheet.name, seen, &mut budget)?
        } else {
            (Grid::default(), vec![SheetNote::NotCells])
        };
        out.push(RawSheet {
            name: sheet.name,
            hidden,
            grid,
            notes,
        });
    }
    Ok((out, budget))
}

fn read_sheet(
    book: &mut Book<'_>,
    name: &str,
    seen: Seen,
    budget: &mut Budget,
) -> Result<(Grid, Vec<SheetNote>), Unreadable> {
    let mut notes = Vec::new();
    let (merges, more) = seen.merges.unwrap_or_else(|| read_merges(book, name));
    if more {
        notes.push(SheetNote::TooManyMerges);
    }
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => {
            return Ok((Grid::default(), vec![SheetNote::NotCells]));
        }
        Err(error) => return Err(unreadable(Some(name), error)),
    };
    let percent: Vec<bool> = reader.styles().iter().map(shows_percent).collect();
    let mut builder = GridBuilder::new(budget);
    while let Some((cell, style)) = reader
        .next_cell_with_style_id()
        .map_err(|e| unreadable(Some(name), e))?
    {
        let (row, column) = cell.get_position();
        let value = match cell.get_value() {
            DataRef::Empty if seen.look.lacks_value(row, column) => {
                Cell::Error(NOT_CALCULATED.into())
            }
            DataRef::Empty => continue,
            DataRef::Float(number) => number_cell(*number, percent.get(style) == Some(&true)),
            DataRef::Int(number) => Cell::Number(Decimal::new(*number, 0)),
            DataRef::SharedString(text) => Cell::from_text(text),
            DataRef::String(text) | DataRef::DurationIso(text) => Cell::from_text(text),
            DataRef::Bool(value) => Cell::Bool(*value),
            DataRef::DateTime(date) => date_cell(date),
            DataRef::DateTimeIso(text) => iso_cell(text),
            DataRef::Error(error) => Cell::Error(error.to_string().into()),
        };
        builder.put(row, column, value)?;
    }
    if builder.too_wide {
        notes.push(SheetNote::TooWide);
    }
    if !seen.look.uncalculated.is_empty() {
        notes.push(SheetNote::NotCalculated);
    }
    Ok((builder.finish(merges, seen.look), notes))
}

/// The slow way, for workbooks whose parts are not where they usually are.
fn read_merges(book: &mut Book<'_>, name: &str) -> (Vec<Merge>, bool) {
    let found = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let merges = found.iter().take(MAX_MERGES).map(|d| Merge {
        first_row: d.start.0,
        first_column: d.start.1,
        last_row: d.end.0,
        last_column: d.end.1,
    });
    (merges.collect(), found.len() > MAX_MERGES)
}

fn shows_percent(style: &Style) -> bool {
    let format = style.number_format.as_ref();
    format.is_some_and(|f| biff_strings::shows_percent(&f.format_code))
}

pub(super) fn number_cell(value: f64, percent: bool) -> Cell {
    match Decimal::from_excel(value) {
        Some(number) if percent => Cell::Percent(number.shifted(2)),
        Some(number) => Cell::Number(number),
        None => Cell::Error("#NUM!".into()),
    }
}

/// A date serial as its day. Times without a day and durations stay numbers.
pub(super) fn date_cell(date: &ExcelDateTime) -> Cell {
    let serial = date.as_f64();
    if date.is_duration() || !(1.0..2_958_466.0).contains(&serial) {
        return number_cell(serial, false);
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    // Excel counts 29 February 1900, which never was.
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
        .map_or_else(|| number_cell(serial, false), Cell::Date)
}

pub(super) fn iso_cell(text: &str) -> Cell {
    let day = text.get(..10).and_then(|d| d.parse::<NaiveDate>().ok());
    day.map_or_else(|| Cell::from_text(text), Cell::Date)
}

fn unreadable(sheet: Option<&str>, error: XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Encrypted,
        other => Unreadable::Damaged {
            sheet: sheet.map(str::to_owned),
            detail: other.to_string(),
        },
    }
}
