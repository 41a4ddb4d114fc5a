//! One sheet from its title to its notes.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, FormatBorder, Worksheet, XlsxError};

use super::book::failed;
use super::choices::{self, Lists};
use super::formats::{Formats, Stored, Weight, cell_format, stored};
use super::{CellOut, ColumnKind, ColumnOut, SheetOut, WriteError};

/// Where the writing of a sheet stands.
#[derive(Default)]
pub(super) struct State {
    next: u32,
    written: usize,
    formats: HashMap<(usize, u8, Weight), Format>,
}

/// A sheet being written.
pub(super) struct Page<'s> {
    pub(super) sheet: &'s SheetOut,
    pub(super) to: &'s mut Worksheet,
    pub(super) state: State,
}

impl<'s> Page<'s> {
    pub(super) fn open(
        sheet: &'s SheetOut,
        to: &'s mut Worksheet,
        lists: &Lists,
    ) -> Result<Self, WriteError> {
        if sheet.columns.is_empty() {
            return Err(WriteError::NoColumns {
                sheet: sheet.name.clone(),
            });
        }
        to.set_name(&sheet.name)
            .map_err(|e| WriteError::SheetName {
                sheet: sheet.name.clone(),
                detail: e.to_string(),
            })?;
        to.set_hidden(sheet.hidden);
        let mut page = Self {
            sheet,
            to,
            state: State::default(),
        };
        page.head(lists).map_err(|e| page.fail(e))?;
        if let Some(sample) = &sheet.sample {
            page.cells(sample, None, Weight::Sample)?;
        }
        Ok(page)
    }

    fn fail(&self, error: XlsxError) -> WriteError {
        let sheet = self.sheet.name.clone();
        match error {
            XlsxError::RowColumnLimitError => WriteError::TooLarge { sheet },
            XlsxError::MaxStringLengthExceeded => WriteError::TextTooLong { sheet },
            other => WriteError::Failed(other.to_string()),
        }
    }

    /// Columns before the first of the sheet's own.
    fn offset(&self) -> u16 {
        u16::from(self.sheet.sequence)
    }

    fn last_column(&self) -> Result<u16, XlsxError> {
        u16::try_from(self.sheet.columns.len() - 1 + usize::from(self.offset()))
            .map_err(|_| XlsxError::RowColumnLimitError)
    }

    /// Everything above the rows.
    fn head(&mut self, lists: &Lists) -> Result<(), XlsxError> {
        let formats = Formats::new();
        let last = self.last_column()?;
        if self.sheet.sequence {
            self.to.set_column_width(0, 6)?;
        }
        for (at, column) in (self.offset()..).zip(&self.sheet.columns) {
            self.to.set_column_width(
                at,
                f64::from(column.width.unwrap_or_else(|| measure(column))),
            )?;
            // The column's format holds for the cells that a person fills in.
            if column.kind != ColumnKind::Text {
                self.to.set_column_format(at, &empty_format(column.kind))?;
            }
        }
        if let Some(title) = &self.sheet.title {
            self.across(title, last, &formats.title)?;
            self.to.set_row_height(0, 28)?;
        }
        for line in &self.sheet.preface {
            self.across(line, last, &formats.left)?;
        }
        if let Some(line) = &self.sheet.unit_line {
            self.to
                .write_string_with_format(self.state.next, last, line, &formats.right)?;
            self.state.next += 1;
        }
        self.header(&formats)?;
        let first_data = self.state.next;
        self.to.set_freeze_panes(first_data, 0)?;
        self.to.set_repeat_rows(0, first_data.saturating_sub(1))?;
        for (at, column) in (self.offset()..).zip(&self.sheet.columns) {
            if !column.choices.is_empty() {
                let rule = lists.rule(&column.choices)?;
                self.to.add_data_validation(
                    first_data,
                    at,
                    first_data + choices::ROWS - 1,
                    at,
                    &rule,
                )?;
            }
        }
        Ok(())
    }

    /// A line over the whole width.
    fn across(&mut self, text: &str, last: u16, format: &Format) -> Result<(), XlsxError> {
        let row = self.state.next;
        if last > 0 {
            self.to.merge_range(row, 0, row, last, text, format)?;
        } else {
            self.to.write_string_with_format(row, 0, text, format)?;
        }
        self.state.next += 1;
        Ok(())
    }

    /// One row of headers, or two where columns are grouped.
    fn header(&mut self, formats: &Formats) -> Result<(), XlsxError> {
        let columns = &self.sheet.columns;
        let grouped = columns.iter().any(|c| c.group.is_some());
        let top = self.state.next;
        let bottom = top + u32::from(grouped);
        if self.sheet.sequence {
            self.heading(top, bottom, 0, "序号", &formats.header)?;
        }
        let mut at = 0;
        while let Some(column) = columns.get(at) {
            let place =
                self.offset() + u16::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)?;
            let end = columns[at..]
                .iter()
                .take_while(|c| c.group.is_some() && c.group == column.group)
                .count();
            if let Some(group) = &column.group {
                let last =
                    place + u16::try_from(end - 1).map_err(|_| XlsxError::RowColumnLimitError)?;
                if last > place {
                    self.to
                        .merge_range(top, place, top, last, group, &formats.header)?;
                } else {
                    self.to
                        .write_string_with_format(top, place, group, &formats.header)?;
                }
                for (child, below) in (place..).zip(&columns[at..at + end]) {
                    self.name(bottom, bottom, child, below, formats)?;
                }
                at += end;
            } else {
                self.name(top, bottom, place, column, formats)?;
                at += 1;
            }
        }
        self.state.next = bottom + 1;
        Ok(())
    }

    fn name(
        &mut self,
        top: u32,
        bottom: u32,
        at: u16,
        column: &ColumnOut,
        formats: &Formats,
    ) -> Result<(), XlsxError> {
        if column.required {
            self.heading(
                top,
                bottom,
                at,
                &format!("*{}", column.header),
                &formats.required,
            )
        } else {
            self.heading(top, bottom, at, &column.header, &formats.header)
        }
    }

    fn heading(
        &mut self,
        top: u32,
        bottom: u32,
        at: u16,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if bottom > top {
            self.to.merge_range(top, at, bottom, at, text, format)?;
        } else {
            self.to.write_string_with_format(top, at, text, format)?;
        }
        Ok(())
    }

    /// A row of data.
    pub(super) fn row(&mut self, cells: &[CellOut]) -> Result<(), WriteError> {
        let number = i64::try_from(self.state.written + 1).unwrap_or(i64::MAX);
        self.cells(cells, Some(&CellOut::Int(number)), Weight::Plain)?;
        self.state.written += 1;
        Ok(())
    }

    /// A row of cells; `lead` stands in the 序号 column.
    fn cells(
        &mut self,
        cells: &[CellOut],
        lead: Option<&CellOut>,
        weight: Weight,
    ) -> Result<(), WriteError> {
        if cells.len() > self.sheet.columns.len() {
            return Err(WriteError::RowTooLong {
                sheet: self.sheet.name.clone(),
                row: self.state.written,
            });
        }
        let row = self.state.next;
        if self.sheet.sequence {
            let lead = lead.unwrap_or(&CellOut::Empty);
            self.put(row, 0, ColumnKind::Text, lead, weight)
                .map_err(|e| self.fail(e))?;
        }
        let sheet = self.sheet;
        for (at, column) in sheet.columns.iter().enumerate() {
            let cell = cells.get(at).unwrap_or(&CellOut::Empty);
            let place = self.offset() + u16::try_from(at).unwrap_or(u16::MAX);
            self.put(row, place, column.kind, cell, weight)
                .map_err(|e| self.fail(e))?;
        }
        self.state.next += 1;
        Ok(())
    }

    fn put(
        &mut self,
        row: u32,
        at: u16,
        kind: ColumnKind,
        cell: &CellOut,
        weight: Weight,
    ) -> Result<(), XlsxError> {
        let value = stored(cell);
        let format = self
            .state
            .formats
            .entry((usize::from(at), nature(cell), weight))
            .or_insert_with(|| cell_format(kind, Some(cell), weight));
        match value {
            Stored::Blank => self.to.write_blank(row, at, format)?,
            Stored::Text(text) => self.to.write_string_with_format(row, at, text, format)?,
            Stored::Number(number) => self.to.write_number_with_format(row, at, number, format)?,
            Stored::Date(date) => self.to.write_date_with_format(row, at, date, format)?,
        };
        Ok(())
    }

    /// Total and notes.
    pub(super) fn close(mut self) -> Result<(), WriteError> {
        if let Some(total) = &self.sheet.total {
            let label = CellOut::Text(total.label.clone());
            if self.sheet.sequence {
                self.cells(&total.cells, Some(&label), Weight::Total)?;
            } else {
                let mut cells = total.cells.clone();
                match cells.first_mut() {
                    Some(first) => *first = label,
                    None => cells.push(label),
                }
                self.cells(&cells, None, Weight::Total)?;
            }
        }
        let left = Formats::new().left;
        for note in &self.sheet.notes {
            self.to
                .write_string_with_format(self.state.next, 0, note, &left)
                .map_err(failed)?;
            self.state.next += 1;
        }
        Ok(())
    }
}

/// Which formats a cell may need in one column: the kinds of value, and of
/// money the unit.
fn nature(cell: &CellOut) -> u8 {
    match cell {
        CellOut::Empty => 0,
        CellOut::Text(_) => 1,
        CellOut::Int(_) => 2,
        CellOut::Number(_) => 3,
        CellOut::Percent(_) => 4,
        CellOut::Date(_) => 5,
        CellOut::Money { unit, .. } => 6 + unit.fen_power(),
    }
}

/// The format of cells not yet filled in: without borders down to the last row.
fn empty_format(kind: ColumnKind) -> Format {
    cell_format(kind, None, Weight::Plain).set_border(FormatBorder::None)
}

/// A width that shows the header and a value of the kind.
fn measure(column: &ColumnOut) -> u16 {
    let wide: usize = column
        .header
        .chars()
        .map(|c| if c.is_ascii() { 1 } else { 2 })
        .sum();
    let least = match column.kind {
        ColumnKind::Text => 14,
        ColumnKind::Code => 20,
        ColumnKind::Money(_) => 16,
        ColumnKind::Int => 8,
        ColumnKind::Date => 12,
        ColumnKind::Percent => 10,
    };
    u16::try_from((wide + 3).clamp(least, 40)).unwrap_or(40)
}
