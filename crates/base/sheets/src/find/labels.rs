//! What the columns under a header are called.

use super::lines;
use crate::limits::{MAX_COLUMNS, MAX_LABEL_CHARS};
use crate::normal::normal_text;
use crate::open::{GridRow, Merge, Merges};

/// Merged ranges of one header that are honoured: four for every column.
const MOST_MERGES: usize = 4 * MAX_COLUMNS;

/// The name of each column: the texts above each other, joined with `/`.
pub(super) fn labels(rows: &[GridRow], merges: &Merges) -> Vec<String> {
    let width = rows.iter().map(|r| r.cells.len()).max().unwrap_or(0);
    let (first, last) = (
        rows.first().map_or(0, |r| r.number),
        rows.last().map_or(0, |r| r.number),
    );
    let merges = merges.beginning_in(first, last);
    let merges = &merges[..merges.len().min(MOST_MERGES)];
    let spread = merges
        .iter()
        .filter(|m| m.last_column > m.first_column)
        .map(|m| m.last_column as usize + 1)
        .max()
        .unwrap_or(0);
    let width = width.max(spread.min(MAX_COLUMNS));
    let mut grid: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            (0..width)
                .map(|c| {
                    row.cells
                        .get(c)
                        .map(|c| normal_text(&lines::shortened(&c.to_string(), MAX_LABEL_CHARS)))
                        .unwrap_or_default()
                })
                .collect()
        })
        .collect();
    for merge in merges {
        lean(&mut grid, rows, merges, merge);
        fill(&mut grid, rows, merge);
    }
    spread_parents(&mut grid);
    (0..width)
        .map(|c| {
            let mut parts: Vec<&str> = Vec::new();
            for row in &grid {
                let text = row[c].as_str();
                if !text.is_empty() && parts.last() != Some(&text) {
                    parts.push(text);
                }
            }
            parts.join("/")
        })
        .collect()
}

/// Yearbooks draw a parent as an L: its own cell above the first column, and a
/// merged blank above the parts to its right. The blank takes the text of the
/// cell that it leans on, if that one begins in the same row.
fn lean(grid: &mut [Vec<String>], rows: &[GridRow], merges: &[Merge], blank: &Merge) {
    let Some(top) = rows.iter().position(|r| r.number == blank.first_row + 1) else {
        return;
    };
    let column = blank.first_column as usize;
    if blank.last_column == blank.first_column || column == 0 {
        return;
    }
    let hangs = merges.iter().any(|m| {
        m.first_row < blank.first_row
            && m.last_row >= blank.first_row
            && (m.first_column..=m.last_column).contains(&(blank.first_column - 1))
    });
    // What it leans on goes further down, or the blank would be above nothing.
    let stands = merges.iter().any(|m| {
        m.first_row == blank.first_row
            && m.last_row > blank.last_row
            && m.last_column + 1 == blank.first_column
    });
    let row = &mut grid[top];
    if !hangs && stands && row.get(column).is_some_and(String::is_empty) {
        let parent = row[column - 1].clone();
        row[column] = parent;
    }
}

/// Shows a merged text in all its cells.
fn fill(grid: &mut [Vec<String>], rows: &[GridRow], merge: &Merge) {
    let Some(top) = rows.iter().position(|r| r.number == merge.first_row + 1) else {
        return;
    };
    let text = grid[top]
        .get(merge.first_column as usize)
        .cloned()
        .unwrap_or_default();
    for (row, cells) in rows
        .iter()
        .zip(grid.iter_mut())
        .skip(top)
        .take_while(|(r, _)| r.number <= merge.last_row + 1)
    {
        let _ = row;
        for cell in cells
            .iter_mut()
            .take(merge.last_column as usize + 1)
            .skip(merge.first_column as usize)
        {
            cell.clone_from(&text);
        }
    }
}

/// Where parents were centred by hand instead of merged, each holds for the
/// columns to its right that only the row below names.
fn spread_parents(grid: &mut [Vec<String>]) {
    for above in 0..grid.len().saturating_sub(1) {
        let mut parent = String::new();
        for column in 0..grid[above].len() {
            let below = grid[above + 1..].iter().any(|row| !row[column].is_empty());
            if !grid[above][column].is_empty() {
                parent = if below {
                    grid[above][column].clone()
                } else {
                    String::new()
                };
            } else if below && grid[..above].iter().all(|row| row[column].is_empty()) {
                grid[above][column].clone_from(&parent);
            } else {
                parent.clear();
            }
        }
    }
}
