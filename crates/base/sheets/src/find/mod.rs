//! Finds the tables in a sheet as an office makes it: lines over the header,
//! a header of one row or several, data, sums, headings and notes between.

mod data;
mod fill;
mod header;
mod labels;
mod lines;

use crate::limits::HEADER_SEARCH_ROWS;
use crate::open::{Grid, GridRow, Merges};
use crate::unit::unit_line;
use crate::workbook::{Cell, Column, Table, column_letter};
use header::{HeaderSpan, find_header};

/// All tables of a sheet from top to bottom, and whether some merged cells
/// could not be filled.
pub(crate) fn find_tables(grid: Grid) -> (Vec<Table>, bool) {
    let Grid { mut rows, merges } = grid;
    let complete = fill::fill_down(&mut rows, &merges);
    let mut tables = Vec::new();
    let mut from = 0;
    // Each table starts where the one before ended, so this ends too.
    while from < rows.len() {
        let search = &rows[from..rows.len().min(from + HEADER_SEARCH_ROWS)];
        let beyond = &rows[from..];
        let Some(span) = find_header(search, beyond, &merges) else {
            break;
        };
        let span = HeaderSpan {
            first: from + span.first,
            last: from + span.last,
        };
        let (table, next) = build(&mut rows, from, span, &merges);
        from = next;
        // A header over nothing is a form or a note, not a table, unless it
        // is all there is: an empty template is still recognised.
        if !table.rows.is_empty() || (tables.is_empty() && next >= rows.len()) {
            tables.push(table);
        }
    }
    (tables, !complete)
}

/// Makes the table whose header was found; gives the row after its end.
fn build(rows: &mut [GridRow], from: usize, span: HeaderSpan, merges: &Merges) -> (Table, usize) {
    let preface: Vec<String> = rows[from..span.first]
        .iter()
        .flat_map(|row| {
            row.cells
                .iter()
                .filter(|c| !c.is_empty())
                .map(Cell::to_string)
        })
        .collect();
    let labels = labels::labels(&rows[span.first..=span.last], merges);
    let end = data::end_of_table(rows, &span);
    let first_column = first_column(&labels, &rows[span.last + 1..end]);
    let last_column = last_column(&labels, &rows[span.last + 1..end]);
    let columns: Vec<Column> = (first_column..=last_column)
        .map(|at| column(at, labels.get(at).map_or("", String::as_str)))
        .collect();
    let header_rows = rows[span.first].number..=rows[span.last].number;
    let mut table = Table {
        title: lines::title(&preface),
        unit: preface
            .iter()
            .find_map(|line| unit_line(line))
            .or_else(|| lines::unit_in_title(&preface)),
        preface,
        header_rows,
        sequence: columns.iter().position(|c| lines::is_sequence(&c.header)),
        columns,
        rows: Vec::new(),
        dropped: Vec::new(),
    };
    data::take_rows(
        &mut table,
        &mut rows[span.last + 1..end],
        first_column,
        &labels,
        merges,
    );
    (table, end)
}

fn column(at: usize, raw: &str) -> Column {
    let index = u32::try_from(at).expect("columns are limited to a few hundred");
    let (header, unit) = lines::joined_header(raw);
    Column {
        index,
        letter: column_letter(index),
        header,
        raw: raw.to_owned(),
        unit,
    }
}

fn first_column(labels: &[String], data: &[GridRow]) -> usize {
    let label = labels.iter().position(|l| !l.is_empty()).unwrap_or(0);
    // A column of data to the left of the first label belongs to the table.
    data.iter()
        .filter_map(|row| {
            row.cells[..row.cells.len().min(label)]
                .iter()
                .position(|c| !c.is_empty())
        })
        .min()
        .unwrap_or(label)
        .min(label)
}

fn last_column(labels: &[String], data: &[GridRow]) -> usize {
    let label = labels.iter().rposition(|l| !l.is_empty()).unwrap_or(0);
    data.iter()
        .map(|row| row.cells.len().saturating_sub(1))
        .max()
        .unwrap_or(0)
        .max(label)
}
