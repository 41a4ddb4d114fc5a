//! Large exports, written as they come.

use rust_xlsxwriter::{Workbook, Worksheet};

use super::book::{failed, workbook};
use super::choices::Lists;
use super::page::{Page, State};
use super::{CellOut, SheetOut, WriteError};

/// Writes one large sheet row by row; the rows wait on disk and not in memory.
/// Groups over columns are joined into the header, since a merged header would
/// need two rows at once.
pub struct Stream {
    book: Workbook,
    sheet: SheetOut,
    worksheet: Worksheet,
    state: State,
}

impl Stream {
    /// Begins with everything above the rows; `sheet.rows` come first.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub fn new(mut sheet: SheetOut) -> Result<Self, WriteError> {
        let mut book = workbook()?;
        for column in &mut sheet.columns {
            if let Some(group) = column.group.take() {
                column.header = format!("{group}/{}", column.header);
            }
        }
        let lists = Lists::gather(std::slice::from_ref(&sheet));
        let mut worksheet = book.new_worksheet_with_constant_memory().map_err(failed)?;
        let rows = std::mem::take(&mut sheet.rows);
        let mut page = Page::open(&sheet, &mut worksheet, &lists)?;
        for cells in &rows {
            page.row(cells)?;
        }
        let state = page.state;
        // The hidden sheet of lists comes behind the sheet in `finish`.
        Ok(Self {
            book,
            sheet,
            worksheet,
            state,
        })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub fn row(&mut self, cells: &[CellOut]) -> Result<(), WriteError> {
        let state = std::mem::take(&mut self.state);
        let mut page = Page {
            sheet: &self.sheet,
            to: &mut self.worksheet,
            state,
        };
        let done = page.row(cells);
        self.state = page.state;
        done
    }

    /// Ends with total and notes and gives the file.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        Page {
            sheet: &self.sheet,
            to: &mut self.worksheet,
            state: self.state,
        }
        .close()?;
        self.book.push_worksheet(self.worksheet);
        Lists::gather(std::slice::from_ref(&self.sheet))
            .add_sheet(&mut self.book)
            .map_err(failed)?;
        self.book.save_to_buffer().map_err(failed)
    }
}
