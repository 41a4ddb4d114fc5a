//! The records of an .xls, looked through before the parser sees them: it
//! reserves a full rectangle from the first cell to the last, so two cells in
//! opposite corners, or a size that is only announced, would take all memory.

use super::compound::{broken, long, word};
use crate::limits::MAX_XLS_CELLS;
use crate::unreadable::{Excess, Unreadable};

/// Sheets of a workbook; Excel's own memory ends far below.
const MAX_SHEETS: usize = 1_024;

const PASSWORD: u16 = 0x002f;
const BOUND_SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const MULTIPLE: u16 = 0x00bd;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
/// Records that begin with row and column.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd, 0x0006];

/// Checks that all sheets' rectangles together stay within the limit.
pub(super) fn check(stream: &[u8]) -> Result<(), Unreadable> {
    let mut starts = Vec::new();
    for (kind, data) in records(stream) {
        match kind {
            // All that follows is scrambled.
            PASSWORD if word(data, 0)? != 0 => return Err(Unreadable::Encrypted),
            BOUND_SHEET => starts.push(long(data, 0)? as usize),
            _ => {}
        }
    }
    // Sheets that share their records would be read once for each.
    let count = starts.len();
    starts.sort_unstable();
    starts.dedup();
    if count > MAX_SHEETS || starts.len() < count {
        return Err(broken());
    }
    let mut area = 0_u64;
    for (at, start) in starts.iter().enumerate() {
        let sheet = stream.get(*start..).ok_or_else(broken)?;
        let (own, length) = sheet_area(sheet)?;
        area += own;
        if area > MAX_XLS_CELLS as u64 {
            return Err(Unreadable::too_much(Excess::Cells, MAX_XLS_CELLS as u64));
        }
        if starts
            .get(at + 1)
            .is_some_and(|next| start + length > *next)
        {
            return Err(broken());
        }
    }
    Ok(())
}

/// The cells of a sheet's rectangle, announced or used, and its bytes.
fn sheet_area(sheet: &[u8]) -> Result<(u64, usize), Unreadable> {
    let mut announced = 0_u64;
    let mut corners: Option<(u64, u64, u64, u64)> = None;
    let mut length = 0;
    let (mut begun, mut depth) = (false, 0_u32);
    for (kind, data) in records(sheet) {
        length += 4 + data.len();
        match kind {
            BEGIN if begun => depth += 1,
            BEGIN => begun = true,
            END if depth > 0 => depth -= 1,
            END => break,
            _ if depth > 0 => {}
            DIMENSIONS => announced = announced.saturating_add(dimensions(data)?),
            kind if kind == MULTIPLE || CELLS.contains(&kind) => {
                let (row, first) = (u64::from(word(data, 0)?), u64::from(word(data, 2)?));
                let last = if kind == MULTIPLE {
                    u64::from(word(data, data.len().saturating_sub(2))?)
                } else {
                    first
                };
                let (top, bottom, left, right) = corners.unwrap_or((row, row, first, last));
                corners = Some((
                    top.min(row),
                    bottom.max(row),
                    left.min(first),
                    right.max(last).max(first),
                ));
            }
            _ => {}
        }
    }
    let used = corners.map_or(0, |(top, bottom, left, right)| {
        (bottom - top + 1) * (right - left + 1)
    });
    Ok((announced.max(used), length))
}

/// The rectangle that a sheet announces.
fn dimensions(data: &[u8]) -> Result<u64, Unreadable> {
    let (top, bottom, left, right) = if data.len() >= 14 {
        (
            long(data, 0)?,
            long(data, 4)?,
            word(data, 8)?,
            word(data, 10)?,
        )
    } else {
        (
            u32::from(word(data, 0)?),
            u32::from(word(data, 2)?),
            word(data, 4)?,
            word(data, 6)?,
        )
    };
    if bottom == 0 || right == 0 {
        return Ok(1);
    }
    let rows = u64::from(bottom)
        .checked_sub(u64::from(top))
        .filter(|r| *r > 0)
        .ok_or_else(broken)?;
    // Some writers leave nonsense for the first column; the parser takes 0.
    let left = if left > 0xff || right < left { 0 } else { left };
    let columns = u64::from(right - left);
    if columns == 0 {
        Err(broken())
    } else {
        Ok(rows * columns)
    }
}

/// The records of a stream; a last one that is cut off is left out.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let kind = word(rest, 0).ok()?;
        let end = 4 + usize::from(word(rest, 2).ok()?);
        let data = rest.get(4..end)?;
        rest = &rest[end..];
        Some((kind, data))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    }

    /// A workbook of one sheet with the given records.
    fn book(records: &[Vec<u8>]) -> Vec<u8> {
        let bound = |at: u32| record(BOUND_SHEET, &[&at.to_le_bytes()[..], &[0; 6]].concat());
        let globals = bound(0).len() + 4;
        let mut stream = bound(u32::try_from(globals).unwrap());
        stream.extend(record(END, &[]));
        stream.extend(record(BEGIN, &[0; 16]));
        stream.extend(records.concat());
        stream.extend(record(END, &[]));
        stream
    }

    fn cell(row: u16, column: u16) -> Vec<u8> {
        record(
            0x0203,
            &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat(),
        )
    }

    fn size(rows: u32, columns: u16) -> Vec<u8> {
        let zero = 0_u32.to_le_bytes();
        record(
            DIMENSIONS,
            &[
                &zero[..],
                &rows.to_le_bytes(),
                &[0; 2],
                &columns.to_le_bytes(),
                &[0; 2],
            ]
            .concat(),
        )
    }

    #[test]
    fn an_honest_sheet_passes() {
        assert_eq!(
            check(&book(&[size(60_000, 30), cell(0, 0), cell(59_999, 29)])),
            Ok(())
        );
        assert_eq!(check(&book(&[size(0, 0)])), Ok(()));
    }

    #[test]
    fn a_size_that_is_only_announced_is_refused() {
        let too_much = Err(Unreadable::too_much(Excess::Cells, MAX_XLS_CELLS as u64));
        assert_eq!(check(&book(&[size(u32::MAX, 256)])), too_much);
        assert_eq!(check(&book(&[cell(0, 0), cell(65_535, 65_535)])), too_much);
        // A beginning behind the end would wrap around.
        let wrapped = record(DIMENSIONS, &[9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
        assert_eq!(check(&book(&[wrapped])), Err(broken()));
    }

    #[test]
    fn two_sheets_over_the_same_records_are_refused() {
        let one = book(&[cell(0, 0)]);
        let mut twice = one[..14].to_vec();
        twice.extend(&one);
        assert_eq!(check(&twice), Err(broken()));
    }
}
