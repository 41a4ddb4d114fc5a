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
