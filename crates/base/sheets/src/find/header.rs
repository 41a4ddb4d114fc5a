//! Where the header is, how many rows it has and what its columns are called.

use crate::limits::MAX_HEADER_ROWS;
use crate::open::{GridRow, Merge, Merges};
use crate::workbook::Cell;

use super::lines;

/// Positions of the header's first and last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HeaderSpan {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// How wide a table is judged by, in rows below the candidate.
const WIDTH_ROWS: usize = 50;

/// Finds the first header in `search`; `all` holds the rows below it as well.
pub(super) fn find_header(
    search: &[GridRow],
    all: &[GridRow],
    merges: &Merges,
) -> Option<HeaderSpan> {
    let width = all.iter().take(WIDTH_ROWS).map(filled).max()?;
    let strict = (0..search.len()).find(|&at| is_header(&search[at], width, merges, false));
    // Yearbooks head their columns with years, which are numbers.
    let first = strict
        .or_else(|| (0..search.len()).find(|&at| is_header(&search[at], width, merges, true)))?;
    let first = parent_above(search, first);
    let last = last_row(all, first, merges);
    Some(HeaderSpan { first, last })
}

fn filled(row: &GridRow) -> usize {
    row.cells.iter().filter(|c| !c.is_empty()).count()
}

/// Whether every cell of a row is text.
fn all_text(row: &GridRow) -> bool {
    row.cells
        .iter()
        .all(|c| matches!(c, Cell::Empty | Cell::Text(_)))
}

/// A year or a month, as yearbooks and plans have above their columns.
fn is_year(cell: &Cell) -> bool {
    match cell {
        Cell::Number(n) => n.to_i64().is_some_and(|y| (1900..=2100).contains(&y)),
        Cell::Date(_) => true,
        _ => false,
    }
}

/// A header covers at least half of the table's columns with at least two
/// different texts, and is neither a line of labels nor a note.
fn is_header(row: &GridRow, width: usize, merges: &Merges, years: bool) -> bool {
    let plain = row
        .cells
        .iter()
        .all(|c| matches!(c, Cell::Empty | Cell::Text(_)) || (years && is_year(c)));
    if !plain
        || !row.cells.iter().any(|c| c.as_text().is_some())
        || lines::is_label_line(row, width)
    {
        return false;
    }
    if width == 1 {
        return true;
    }
    let covered: usize = row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, c)| !c.is_empty())
        .map(|(at, _)| {
            merge_at(merges, row.number, at)
                .map_or(1, |m| (m.last_column - m.first_column + 1) as usize)
        })
        .sum();
    let mut texts: Vec<String> = row
        .cells
        .iter()
        .filter(|c| !c.is_empty())
        .map(Cell::to_string)
        .collect();
    texts.sort_unstable();
    texts.dedup();
    // Sentences are not headers.
    let short = texts.iter().filter(|t| t.chars().count() <= 60).count();
    texts.len() >= 2 && short * 2 > texts.len() && covered * 2 >= width
}

/// The merged range that starts at a cell; `number` is the row's as Excel shows it.
fn merge_at(merges: &Merges, number: u32, column: usize) -> Option<&Merge> {
    merges
        .beginning_in(number, number)
        .iter()
        .find(|m| m.first_column as usize == column)
}

/// A sparse row of texts straight above that names groups of columns, or
/// columns that the found row leaves blank, is the header's first row.
fn parent_above(rows: &[GridRow], found: usize) -> usize {
    let Some(above) = found.checked_sub(1) else {
        return found;
    };
    let (parent, child) = (&rows[above], &rows[found]);
    let adjacent = parent.number + 1 == child.number;
    let supplies = parent
        .cells
        .iter()
        .enumerate()
        .any(|(at, c)| !c.is_empty() && child.cells.get(at).is_none_or(Cell::is_empty));
    if adjacent
        && supplies
        && filled(parent) >= 2
        && all_text(parent)
        && !lines::is_label_line(parent, filled(child))
    {
        above
    } else {
        found
    }
}

/// Follows merged ranges and gaps down to the header's last row.
fn last_row(rows: &[GridRow], first: usize, merges: &Merges) -> usize {
    let mut last = first;
    while last + 1 < rows.len() && last + 1 < first + MAX_HEADER_ROWS {
        let (row, next) = (&rows[last], &rows[last + 1]);
        if !(all_text(next)
            || next
                .cells
                .iter()
                .all(|c| matches!(c, Cell::Empty | Cell::Text(_)) || is_year(c)))
        {
            break;
        }
        let spans_down = merges
            .beginning_in(rows[first].number, row.number)
            .iter()
            .any(|m| m.last_row + 1 >= next.number);
        let spans_right = merges
            .beginning_in(row.number, row.number)
            .iter()
            .filter(|m| m.last_column > m.first_column)
            .any(|m| {
                let below = next.cells.iter().take(m.last_column as usize + 1);
                let below = below.skip(m.first_column as usize);
                below.filter(|c| !c.is_empty()).count() >= 2
            });
        let more =
            spans_down || (spans_right && rows.len() > last + 2) || interlocks(rows, first, last);
        if !more {
            break;
        }
        last += 1;
    }
    last
}

/// Without merged cells: the next row fills the gaps of the header and leaves
/// gaps where the header is filled.
fn interlocks(rows: &[GridRow], first: usize, last: usize) -> bool {
    let (row, next) = (&rows[last], &rows[last + 1]);
    let at = |row: &GridRow, c: usize| row.cells.get(c).is_some_and(|c| !c.is_empty());
    let width = row.cells.len().max(next.cells.len());
    let fills = (0..width).any(|c| at(next, c) && rows[first..=last].iter().all(|r| !at(r, c)));
    let leaves = (0..width).any(|c| at(row, c) && !at(next, c));
    // A single text in the next row is a heading or a note.
    last == first
        && fills
        && leaves
        && filled(next) >= 2
        && all_text(next)
        && rows.len() > last + 2
        && !lines::is_label_line(next, filled(row))
        && row.number + 1 == next.number
}
