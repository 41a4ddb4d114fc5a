//! Workbooks of Excel 97 to 2003 (.xls).

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::grid::{Budget, GridBuilder, Merge};
use super::xlsx::{date_cell, iso_cell, number_cell};
use super::{Grid, RawSheet, biff, compound};
use crate::decimal::Decimal;
use crate::limits::MAX_MERGES;
use crate::unreadable::Unreadable;
use crate::workbook::{Cell, SheetNote};

pub(crate) fn open(bytes: &[u8]) -> Result<Vec<RawSheet>, Unreadable> {
    for stream in compound::workbook_streams(bytes)? {
        biff::check(&stream)?;
    }
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Unreadable::Encrypted,
        other => Unreadable::damaged(other),
    })?;
    let mut budget = Budget::new();
    let mut out = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
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
        let found = book
            .merge_cells_by_sheet_name(&sheet.name)
            .unwrap_or_default();
        let range = book.worksheet_range(&sheet.name).map_err(damaged)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut notes = Vec::new();
        let mut builder = GridBuilder::new(&mut budget);
        for (row, column, value) in range.used_cells() {
            let place = |offset: usize, start: u32| {
                u32::try_from(offset)
                    .unwrap_or(u32::MAX)
                    .saturating_add(start)
            };
            builder.put(place(row, top), place(column, left), cell(value))?;
        }
        if builder.too_wide {
            notes.push(SheetNote::TooWide);
        }
        if found.len() > MAX_MERGES {
            notes.push(SheetNote::TooManyMerges);
        }
        let merges = found.iter().take(MAX_MERGES).map(|d| Merge {
            first_row: d.start.0,
            first_column: d.start.1,
            last_row: d.end.0,
            last_column: d.end.1,
        });
        out.push(RawSheet {
            name: sheet.name.clone(),
            hidden,
            grid: builder.finish(merges.collect()),
            notes,
        });
    }
    Ok(out)
}

fn cell(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(Decimal::new(*number, 0)),
        Data::Float(number) => number_cell(*number, false),
        Data::String(text) | Data::DurationIso(text) => Cell::from_text(text),
        Data::Bool(value) => Cell::Bool(*value),
        Data::DateTime(date) => date_cell(date),
        Data::DateTimeIso(text) => iso_cell(text),
        Data::Error(error) => Cell::Error(error.to_string().into()),
    }
}
