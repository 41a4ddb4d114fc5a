//! A merged cell shows one value for all its rows; the file keeps it in the
//! first. Filling brings it back to where a person sees it.

use crate::limits::MAX_MERGE_FILLS;
use crate::open::{GridRow, Merges};
use crate::workbook::Cell;

/// Copies the value of vertically merged cells down their first column.
/// Numbers stay where they are: an amount that two rows share must not be
/// counted twice. Gives false when there was more to fill than is granted.
pub(super) fn fill_down(rows: &mut [GridRow], merges: &Merges) -> bool {
    let mut granted = MAX_MERGE_FILLS;
    for merge in merges.all().iter().filter(|m| m.last_row > m.first_row) {
        let Some(top) = find(rows, merge.first_row) else {
            continue;
        };
        let column = merge.first_column as usize;
        let Some(value @ (Cell::Text(_) | Cell::Date(_))) = rows[top].cells.get(column) else {
            continue;
        };
        let value = value.clone();
        for row in rows[top + 1..]
            .iter_mut()
            .take_while(|r| r.number <= merge.last_row + 1)
        {
            let size = column + 1 + value.as_text().map_or(0, |text| 2 + text.len() / 24);
            let Some(rest) = granted.checked_sub(size.max(1)) else {
                return false;
            };
            granted = rest;
            if column >= row.cells.len() {
                row.cells.resize(column + 1, Cell::Empty);
            }
            if row.cells[column].is_empty() {
                row.cells[column] = value.clone();
            }
        }
    }
    true
}

/// The position of a row counted from 0 in the sheet.
fn find(rows: &[GridRow], sheet_row: u32) -> Option<usize> {
    rows.binary_search_by_key(&(sheet_row + 1), |r| r.number)
        .ok()
}
