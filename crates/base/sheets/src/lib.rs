//! Workbooks in and out: finds the table in what offices make, and writes
//! templates, exports and workbooks that look like an office's own.
//!
//! - [`read`] opens .xlsx, .xls and .csv, refuses what is none of them by
//!   saying what it is ([`Unreadable`]), and finds each sheet's tables
//!   ([`Workbook`], [`Table`]): title and 单位 lines, merged and stacked
//!   headers, 序号 columns, and the rows that are no data.
//! - [`parse`] turns a [`Cell`] into a date, an amount in fen, a percentage …
//!   or says what was found and what was expected.
//! - [`write()`] makes workbooks from [`SheetOut`]s, [`Stream`] the large ones.
//! - [`header_key`] is the form in which headers are compared.
//!
//! Invariants: no float is ever computed on; what is left out is told, as a
//! [`DroppedRow`] or a [`SheetNote`]; memory is bounded by [`limits`]; the same
//! input writes the same bytes.

mod decimal;
mod find;
pub mod limits;
mod normal;
mod open;
pub mod parse;
mod unit;
mod unreadable;
mod workbook;
mod write;

pub use decimal::{Decimal, NotDecimal};
pub use normal::{header_key, header_name, normal_text};
pub use unit::{MoneyUnit, Unit};
pub use unreadable::{Excess, FileKind, Unreadable};
pub use workbook::{
    Cell, Column, DropReason, DroppedRow, NOT_CALCULATED, Row, Sheet, SheetNote, Table, Workbook,
    column_letter,
};
pub use write::{
    CellOut, ColumnKind, ColumnOut, REASON_HEADER, SheetOut, Stream, TotalRow, WriteError,
    notes_sheet, with_reasons, write,
};

/// Reads a workbook handed in under `file_name`. The name only helps to tell
/// text files and lock files; the bytes decide.
///
/// # Errors
/// [`Unreadable`] says what the file is instead, or which limit it exceeds.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let (sheets, mut budget) = open::open(file_name, bytes)?;
    let sheets = sheets
        .into_iter()
        .map(|raw| {
            let mut notes = raw.notes;
            let blank = raw.grid.rows.is_empty();
            let hidden_rows = raw.grid.hides_rows();
            let (tables, incomplete) = find::find_tables(raw.grid, &mut budget)?;
            if hidden_rows {
                notes.push(SheetNote::HiddenRows);
            }
            if tables.iter().flat_map(|t| &t.columns).any(|c| c.hidden) {
                notes.push(SheetNote::HiddenColumns);
            }
            if incomplete && !notes.contains(&SheetNote::TooManyMerges) {
                notes.push(SheetNote::TooManyMerges);
            }
            if blank && !notes.contains(&SheetNote::NotCells) {
                notes.push(SheetNote::Empty);
            } else if tables.is_empty() && !blank {
                notes.push(SheetNote::NoTable);
            }
            Ok(Sheet {
                name: raw.name,
                hidden: raw.hidden,
                tables,
                notes,
            })
        })
        .collect::<Result<_, Unreadable>>()?;
    Ok(Workbook {
        file_name: file_name.to_owned(),
        sheets,
    })
}
