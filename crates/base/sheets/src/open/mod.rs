//! From bytes to grids of cells: what kind of file it is, whether it is safe
//! to open, and its cells.

mod archive;
mod biff;
mod biff_strings;
mod compound;
mod csv;
mod grid;
mod kind;
mod look;
mod parts;
mod scan;
mod tags;
mod xls;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub(crate) use grid::{Budget, Grid, GridRow, Merge, Merges};
pub(crate) use look::Look;

use crate::limits::MAX_FILE_BYTES;
use crate::unreadable::Unreadable;
use crate::workbook::SheetNote;
use kind::{Kind, kind_of};

/// A sheet's cells before a table is looked for.
pub(crate) struct RawSheet {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) grid: Grid,
    pub(crate) notes: Vec<SheetNote>,
}

/// Opens a workbook of any kind that is read; what is left of its memory.
pub(crate) fn open(file_name: &str, bytes: &[u8]) -> Result<(Vec<RawSheet>, Budget), Unreadable> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Unreadable::TooLarge {
            bytes: bytes.len() as u64,
            limit: MAX_FILE_BYTES as u64,
        });
    }
    let kind = kind_of(file_name, bytes)?;
    // The parsers beneath are other people's and meet hostile bytes: a panic
    // of theirs is a damaged file, not the end of the request. They hold no
    // state outside this call.
    catch_unwind(AssertUnwindSafe(|| match kind {
        Kind::Xlsx => xlsx::open(bytes),
        Kind::Xls => xls::open(bytes),
        Kind::Csv => csv::open(file_name, bytes),
    }))
    .unwrap_or_else(|_| Err(Unreadable::damaged("the parser gave up")))
}
