//! Workbooks of Excel 97 to 2003 (.xls).

use std::io::Cursor;

use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::biff::{self, Clean, Facts};
use super::grid::{Budget, GridBuilder, Merge};
use super::xlsx::{date_cell, iso_cell, number_cell};
use super::{Grid, RawSheet, compound};
use crate::decimal::Decimal;
use crate::limits::MAX_MERGES;
use crate::unreadable::Unreadable;
use crate::workbook::{Cell, SheetNote};

pub(crate) fn open(bytes: &[u8]) -> Result<(Vec<RawSheet>, Budget), Unreadable> {
    let Clean {
        stream,
        sheets,
        reading,
        holding,
    } = compound::with_workbook(bytes, biff::clean)?;
    // The file itself, and its cleaned copy.
    let taken = bytes.len() as u64;
    Budget::new(taken + reading)?;
    let mut budget = Budget::new(taken + holding)?;
    let copy = compound::wrap(&stream);
    drop(stream);
    let mut book = Xls::new(Cursor::new(copy)).map_err(|error| match error {
        XlsError::Password => Unreadable::Encrypted,
        other => Unreadable::damaged(other),
    })?;
    let mut out = Vec::new();
    let metadata = book.sheets_metadata().to_vec();
    for (sheet, facts) in metadata.into_iter().zip(sheets) {
        let hidden = sheet.visible != SheetVisible::Visible;
        if sheet.typ != SheetType::WorkSheet {
            out.push(RawSheet {
                name: sheet.name,
                hidden,
                grid: Grid::default(),
                notes: vec![SheetNote::NotCells],
            });
            continue;
        }
        let damaged = |error: XlsError| Unreadable::Damaged {
            sheet: Some(sheet.name.clone()),
            detail: error.to_string(),
        };
        let merges = book
            .merge_cells_by_sheet_name(&sheet.name)
            .unwrap_or_default();
        let range = book.worksheet_range(&sheet.name).map_err(damaged)?;
        let mut notes = Vec::new();
        if merges.len() > MAX_MERGES {
            notes.push(SheetNote::TooManyMerges);
        }
        let merges = merges.iter().take(MAX_MERGES).map(|d| Merge {
            first_row: d.start.0,
            first_column: d.start.1,
            last_row: d.end.0,
            last_column: d.end.1,
        });
        let builder = cells(&range, &facts, &mut budget)?;
        if builder.too_wide {
            notes.push(SheetNote::TooWide);
        }
        out.push(RawSheet {
            name: sheet.name.clone(),
            hidden,
            grid: builder.finish(merges.collect(), facts.look),
            notes,
        });
    }
    Ok((out, budget))
}

fn cells<'b>(
    range: &Range<Data>,
    facts: &Facts,
    budget: &'b mut Budget,
) -> Result<GridBuilder<'b>, Unreadable> {
    let (top, left) = range.start().unwrap_or_default();
    let place = |offset: usize, start: u32| {
        u32::try_from(offset)
            .unwrap_or(u32::MAX)
            .saturating_add(start)
    };
    let mut builder = GridBuilder::new(budget);
    for (row, column, value) in range.used_cells() {
        let (row, column) = (place(row, top), place(column, left));
        let percent = || {
            let key = (u16::try_from(row).ok()?, u16::try_from(column).ok()?);
            facts.percent.binary_search(&key).ok()
        };
        builder.put(row, column, cell(value, || percent().is_some()))?;
    }
    Ok(builder)
}

fn cell(value: &Data, percent: impl Fn() -> bool) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(number) if percent() => Cell::Percent(Decimal::new(*number, 0).shifted(2)),
        Data::Int(number) => Cell::Number(Decimal::new(*number, 0)),
        Data::Float(number) => number_cell(*number, percent()),
        Data::String(text) | Data::DurationIso(text) => Cell::from_text(text),
        Data::Bool(value) => Cell::Bool(*value),
        Data::DateTime(date) => date_cell(date),
        Data::DateTimeIso(text) => iso_cell(text),
        Data::Error(error) => Cell::Error(error.to_string().into()),
    }
}
