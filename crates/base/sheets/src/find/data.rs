//! The rows under a header: which are data, which are not and why, and where
//! the table ends.

use crate::limits::HEADER_SEARCH_ROWS;
use crate::normal::header_key;
use crate::open::{GridRow, Merges};
use crate::unit::unit_line;
use crate::workbook::{Cell, DropReason, DroppedRow, Row, Table};

use super::header::{HeaderSpan, find_header};
use super::{Sides, lines};

/// Characters of a dropped row that are shown.
const SHOWN: usize = 80;

/// Where the table ends: at the lines over a next table with another header
/// (续表 of other columns), else at the end of the sheet.
pub(super) fn end_of_table(rows: &[GridRow], span: &HeaderSpan) -> usize {
    let mut at = span.last + 1;
    while at < rows.len() {
        if filled(&rows[at].cells) <= 3
            && announces_table(&rows[at].cells)
            && next_header_differs(rows, at, span)
        {
            // The lines straight above the announcement belong to the next
            // table as well: its title.
            return at;
        }
        at += 1;
    }
    rows.len()
}

fn announces_table(cells: &[Cell]) -> bool {
    cells
        .iter()
        .filter_map(Cell::as_text)
        .any(|t| t.len() <= 120 && (lines::is_continuation(t) || unit_line(t).is_some()))
}

fn next_header_differs(rows: &[GridRow], at: usize, span: &HeaderSpan) -> bool {
    let below = &rows[at..rows.len().min(at + HEADER_SEARCH_ROWS)];
    // The header of a next table follows within a few lines, or it is none.
    find_header(&below[..below.len().min(6)], below, &Merges::default())
        .is_some_and(|next| !same_texts(&below[next.first].cells, &rows[span.first].cells))
}

fn same_texts(a: &[Cell], b: &[Cell]) -> bool {
    let keys = |cells: &[Cell]| -> Vec<String> {
        cells
            .iter()
            .filter(|c| !c.is_empty())
            .map(|c| header_key(&c.to_string()))
            .collect()
    };
    keys(a) == keys(b)
}

fn filled(cells: &[Cell]) -> usize {
    cells.iter().filter(|c| !c.is_empty()).count()
}

/// Moves the rows into the table, data and dropped ones apart.
pub(super) fn take_rows(
    table: &mut Table,
    rows: &mut [GridRow],
    first_column: usize,
    labels: &[String],
    sides: &Sides<'_>,
) {
    let width = table.columns.len();
    let keys: Vec<String> = labels.iter().map(|l| header_key(l)).collect();
    let facts = Facts {
        keys: &keys,
        merges: sides.merges,
        sequence: table.sequence,
        first_column,
        width,
    };
    let mut in_notes = false;
    for (at, row) in rows.iter_mut().enumerate() {
        let reason = facts.drop_reason(row, at == 0);
        // A note goes on over the single cells below it.
        let goes_on =
            in_notes && filled(&row.cells) == 1 && lines::first_text(&row.cells).is_some();
        let reason = if goes_on {
            Some(DropReason::Footnote)
        } else {
            reason
        };
        in_notes = reason == Some(DropReason::Footnote);
        let hidden = sides.look.hides_row(row.number);
        let mut cells = std::mem::take(&mut row.cells);
        if let Some(reason) = reason {
            table.dropped.push(DroppedRow {
                number: row.number,
                reason,
                hidden,
                text: shown(&cells),
            });
            continue;
        }
        if first_column > 0 {
            cells.drain(..first_column.min(cells.len()));
        }
        cells.resize(width, Cell::Empty);
        table.rows.push(Row {
            number: row.number,
            hidden,
            cells,
        });
    }
}

/// What is known about a table when its rows are judged.
struct Facts<'t> {
    keys: &'t [String],
    merges: &'t Merges,
    sequence: Option<usize>,
    first_column: usize,
    width: usize,
}

impl Facts<'_> {
    fn drop_reason(&self, row: &GridRow, first: bool) -> Option<DropReason> {
        let cells = &row.cells;
        let count = filled(cells);
        if sums(cells) || is_whole(cells) {
            return Some(DropReason::Total);
        }
        if first && self.numbers_columns(cells, count) {
            return Some(DropReason::ColumnNumbers);
        }
        let sequence = self.sequence.map(|s| s + self.first_column);
        if count == 1
            && let Some(at) = sequence
            && cells
                .get(at)
                .is_some_and(|c| !c.is_empty() && lines::is_figure(&c.to_string()))
        {
            return Some(DropReason::OnlySequence);
        }
        let text = lines::first_text(cells)?;
        if count <= 6 && lines::is_footnote(text) {
            return Some(DropReason::Footnote);
        }
        if count <= 3
            && cells
                .iter()
                .filter_map(Cell::as_text)
                .any(|t| unit_line(t).is_some())
        {
            return Some(DropReason::UnitLine);
        }
        if count == 1 && lines::is_continuation(text) {
            return Some(DropReason::RepeatedHeader);
        }
        if text.starts_with("示例") || text.starts_with("（示例）") || text.starts_with("【示例】")
        {
            return Some(DropReason::Sample);
        }
        let at = cells.iter().position(|c| !c.is_empty())?;
        if count == 1 && self.width >= 3 {
            let across = self
                .merges
                .beginning_in(row.number, row.number)
                .iter()
                .any(|m| m.last_column > m.first_column);
            if across || Some(at) == sequence || lines::is_group(text) {
                return Some(DropReason::Group);
            }
        }
        self.repeats_header(cells, count)
            .then_some(DropReason::RepeatedHeader)
    }

    /// 甲 乙 1 2 3, or 1 2 3 4 over all columns.
    fn numbers_columns(&self, cells: &[Cell], count: usize) -> bool {
        if count < 3 || count != self.width {
            return false;
        }
        let mut next = 1;
        cells.iter().filter(|c| !c.is_empty()).all(|cell| {
            let text = cell.to_string();
            if ["甲", "乙", "丙", "丁", "戊"].contains(&text.as_str()) {
                return next == 1;
            }
            let fits = text.trim_matches(['(', ')', '（', '）']) == next.to_string();
            next += 1;
            fits
        })
    }

    /// Each text of the row is the header of its column (or a part of it).
    fn repeats_header(&self, cells: &[Cell], count: usize) -> bool {
        count >= 2
            && cells
                .iter()
                .enumerate()
                .filter(|(_, c)| !c.is_empty())
                .all(|(at, cell)| {
                    cell.as_text().is_some_and(|text| {
                        let key = header_key(text);
                        let Some(own) = self.keys.get(at) else {
                            return false;
                        };
                        !key.is_empty() && (own == &key || own.split('/').any(|part| part == key))
                    })
                })
    }
}

/// Whether a row sums others: its first text is the label, or the label
/// follows what it sums (张店区, 小计) and no text follows the label. A name
/// among other texts, such as an indicator called 支出合计, is none.
fn sums(cells: &[Cell]) -> bool {
    let mut texts = cells
        .iter()
        .filter_map(Cell::as_text)
        .filter(|t| !lines::is_figure(t))
        .enumerate();
    match texts
        .by_ref()
        .take(3)
        .find(|(_, text)| lines::is_total(text))
    {
        Some((0, _)) => true,
        Some(_) => texts.next().is_none(),
        None => false,
    }
}

/// A row of the country, the province or the city as a whole among its parts:
/// its name, perhaps in English as well, and figures.
fn is_whole(cells: &[Cell]) -> bool {
    let mut texts = cells.iter().filter_map(Cell::as_text);
    let first = cells.iter().find(|c| !c.is_empty());
    first.and_then(Cell::as_text).is_some_and(lines::is_whole)
        && texts.next().is_some()
        && texts.all(|t| t.is_ascii() || crate::parse::is_blank(&Cell::from_text(t)))
        && filled(cells) >= 2
}

/// The row's texts in short.
fn shown(cells: &[Cell]) -> String {
    let all = cells
        .iter()
        .filter(|c| !c.is_empty())
        // Each takes a character at least, and one more tells that it is cut.
        .take(SHOWN + 1)
        .map(|c| lines::shortened(&c.to_string(), SHOWN))
        .collect::<Vec<_>>()
        .join(" ");
    lines::shortened(&all.replace('\n', " "), SHOWN)
}
