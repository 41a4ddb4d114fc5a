//! The cells of one sheet, row by row, blank rows left out.

use super::Look;
use crate::limits::{
    MAX_CELL_TEXT_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_MEMORY_BYTES, ROW_BYTES, STRING_BYTES,
};
use crate::unreadable::{Excess, Unreadable};
use crate::workbook::Cell;

/// A merged range, counted from 0, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merge {
    pub(crate) first_row: u32,
    pub(crate) first_column: u32,
    pub(crate) last_row: u32,
    pub(crate) last_column: u32,
}

/// The merged ranges of a sheet, ordered by where they begin, so that those of
/// a few rows are found without looking through all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Merges(Vec<Merge>);

impl Merges {
    pub(crate) fn new(mut merges: Vec<Merge>) -> Self {
        merges.sort_unstable_by_key(|m| (m.first_row, m.first_column));
        Self(merges)
    }

    pub(crate) fn all(&self) -> &[Merge] {
        &self.0
    }

    /// Those that begin in the rows `first` to `last`, as Excel numbers them.
    pub(crate) fn beginning_in(&self, first: u32, last: u32) -> &[Merge] {
        let from = self.0.partition_point(|m| m.first_row + 1 < first);
        let to = self.0.partition_point(|m| m.first_row < last);
        self.0.get(from..to).unwrap_or_default()
    }
}

/// A row: the cells from column A to the last that holds something.
#[derive(Clone, Debug)]
pub(crate) struct GridRow {
    /// As Excel shows it, from 1.
    pub(crate) number: u32,
    pub(crate) cells: Vec<Cell>,
}

/// A sheet's cells in ascending rows, without blank ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grid {
    pub(crate) rows: Vec<GridRow>,
    pub(crate) merges: Merges,
    pub(crate) look: Look,
}

impl Grid {
    /// Whether a row that holds something is hidden.
    pub(crate) fn hides_rows(&self) -> bool {
        !self.look.rows.is_empty() && self.rows.iter().any(|r| self.look.hides_row(r.number))
    }
}

/// What is left of the memory granted to one workbook.
pub(crate) struct Budget {
    cells: usize,
    memory: usize,
}

impl Budget {
    /// With bytes of memory that are taken already.
    pub(crate) fn new(taken: u64) -> Result<Self, Unreadable> {
        let mut budget = Self {
            cells: MAX_CELLS,
            memory: MAX_MEMORY_BYTES,
        };
        budget.bytes(usize::try_from(taken).unwrap_or(usize::MAX))?;
        Ok(budget)
    }

    /// Takes places for cells, and bytes beside them.
    pub(crate) fn take(&mut self, cells: usize, bytes: usize) -> Result<(), Unreadable> {
        self.cells = self
            .cells
            .checked_sub(cells)
            .ok_or(Unreadable::too_much(Excess::Cells, MAX_CELLS as u64))?;
        self.bytes(cells * size_of::<Cell>())?;
        self.bytes(bytes)
    }

    fn bytes(&mut self, bytes: usize) -> Result<(), Unreadable> {
        self.memory = self.memory.checked_sub(bytes).ok_or(Unreadable::too_much(
            Excess::Memory,
            MAX_MEMORY_BYTES as u64,
        ))?;
        Ok(())
    }
}

/// Bytes of memory that a text takes beside its cell.
pub(super) fn text_bytes(length: usize) -> usize {
    length + usize::try_from(STRING_BYTES).unwrap_or(0) - size_of::<Cell>()
}

/// Collects cells into a grid under a [`Budget`].
pub(crate) struct GridBuilder<'b> {
    budget: &'b mut Budget,
    rows: Vec<GridRow>,
    /// A cell lay to the right of the columns looked at.
    pub(crate) too_wide: bool,
}

impl<'b> GridBuilder<'b> {
    pub(crate) fn new(budget: &'b mut Budget) -> Self {
        Self {
            budget,
            rows: Vec::new(),
            too_wide: false,
        }
    }

    /// Puts a cell, counted from 0. Rows come in order from any honest writer;
    /// others are put where they belong.
    pub(crate) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Unreadable> {
        if cell.is_empty() {
            return Ok(());
        }
        let column = column as usize;
        if column >= MAX_COLUMNS {
            self.too_wide = true;
            return Ok(());
        }
        let mut bytes = match &cell {
            Cell::Text(text) if text.len() > MAX_CELL_TEXT_BYTES => {
                return Err(Unreadable::too_much(
                    Excess::CellText,
                    MAX_CELL_TEXT_BYTES as u64,
                ));
            }
            Cell::Text(text) => text_bytes(text.len()),
            _ => 0,
        };
        let number = row.saturating_add(1);
        let at = match self.rows.last() {
            Some(last) if last.number == number => self.rows.len() - 1,
            Some(last) if last.number > number => match self
                .rows
                .binary_search_by_key(&number, |r| r.number)
            {
                Ok(at) => at,
                // Inserting is quadratic, and no writer needs it.
                Err(_) => return Err(Unreadable::damaged(format!("row {number} out of order"))),
            },
            _ => {
                bytes += ROW_BYTES;
                let width = self.rows.last_mut().map_or(0, |last| {
                    // Rows are alike; one that is not takes no more than it needs.
                    last.cells.shrink_to_fit();
                    last.cells.len()
                });
                self.rows.push(GridRow {
                    number,
                    cells: Vec::with_capacity(width),
                });
                self.rows.len() - 1
            }
        };
        let cells = &mut self.rows[at].cells;
        if column >= cells.len() {
            self.budget.take(column + 1 - cells.len(), bytes)?;
            cells.resize(column, Cell::Empty);
            cells.push(cell);
        } else {
            self.budget.take(0, bytes)?;
            cells[column] = cell;
        }
        Ok(())
    }

    pub(crate) fn finish(self, merges: Vec<Merge>, look: Look) -> Grid {
        Grid {
            rows: self.rows,
            merges: Merges::new(merges),
            look,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(t: &str) -> Cell {
        Cell::from_text(t)
    }

    #[test]
    fn cells_find_their_places_and_blank_rows_vanish() {
        let mut budget = Budget::new(0).unwrap();
        let mut builder = GridBuilder::new(&mut budget);
        builder.put(1, 2, text("a")).unwrap();
        builder.put(1, 0, text("b")).unwrap();
        builder.put(3, 0, text("  ")).unwrap();
        builder.put(5, 600, text("far")).unwrap();
        builder.put(6, 1, text("c")).unwrap();
        assert!(builder.too_wide);
        let grid = builder.finish(Vec::new(), Look::default());
        let numbers: Vec<u32> = grid.rows.iter().map(|r| r.number).collect();
        assert_eq!(numbers, [2, 7]);
        assert_eq!(grid.rows[0].cells, [text("b"), Cell::Empty, text("a")]);
    }

    #[test]
    fn a_wide_empty_sheet_cannot_take_all_memory() {
        let mut budget = Budget::new(0).unwrap();
        let mut builder = GridBuilder::new(&mut budget);
        let error = (0..).find_map(|row| builder.put(row, 511, Cell::Bool(true)).err());
        assert_eq!(
            error,
            Some(Unreadable::too_much(Excess::Cells, MAX_CELLS as u64))
        );
    }

    #[test]
    fn one_long_text_named_by_every_cell_is_stopped() {
        let mut budget = Budget::new(0).unwrap();
        let mut builder = GridBuilder::new(&mut budget);
        let long = "x".repeat(100_000);
        let error = (0..).find_map(|row| builder.put(row, 0, text(&long)).err());
        assert!(matches!(
            error,
            Some(Unreadable::TooMuchInside {
                what: Excess::Memory,
                ..
            })
        ));
        let longer = builder.put(u32::MAX, 0, text(&"x".repeat(200_000)));
        assert!(matches!(
            longer,
            Err(Unreadable::TooMuchInside {
                what: Excess::CellText,
                ..
            })
        ));
    }
}
