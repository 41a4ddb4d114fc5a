//! Finds the tables in a sheet as an office makes it: lines over the header,
//! a header of one row or several, data, sums, headings and notes between.

mod data;
mod fill;
mod header;
mod labels;
mod lines;

use crate::limits::{HEADER_SEARCH_ROWS, MAX_LABEL_CHARS};
use crate::open::{Budget, Grid, GridRow, Look, Merges};
use crate::unit::unit_line;
use crate::unreadable::Unreadable;
use crate::workbook::{Column, Table, column_letter};
use header::{HeaderSpan, find_header};

/// All tables of a sheet from top to bottom, and whether some merged cells
/// could not be filled.
pub(crate) fn find_tables(
    grid: Grid,
    budget: &mut Budget,
) -> Result<(Vec<Table>, bool), Unreadable> {
    let Grid {
        mut rows,
        merges,
        look,
    } = grid;
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
        let (table, next) = build(
            &mut rows,
            from,
            span,
            &Sides {
                merges: &merges,
                look: &look,
            },
            budget,
        )?;
        from = next;
        // A header over nothing is a form or a note, not a table, unless it
        // is all there is: an empty template is still recognised.
        if !table.rows.is_empty() || (tables.is_empty() && next >= rows.len()) {
            tables.push(table);
        }
    }
    Ok((tables, !complete))
}

/// What a sheet says beside its cells.
struct Sides<'s> {
    merges: &'s Merges,
    look: &'s Look,
}

/// Makes the table whose header was found; gives the row after its end.
fn build(
    rows: &mut [GridRow],
    from: usize,
    span: HeaderSpan,
    sides: &Sides<'_>,
    budget: &mut Budget,
) -> Result<(Table, usize), Unreadable> {
    let preface: Vec<String> = rows[from..span.first]
        .iter()
        .flat_map(|row| {
            row.cells
                .iter()
                .filter(|c| !c.is_empty())
                .map(|c| lines::shortened(&c.to_string(), MAX_LABEL_CHARS))
        })
        .collect();
    let labels = labels::labels(&rows[span.first..=span.last], sides.merges);
    let end = data::end_of_table(rows, &span);
    let first_column = first_column(&labels, &rows[span.last + 1..end]);
    let last_column = last_column(&labels, &rows[span.last + 1..end]);
    let columns: Vec<Column> = (first_column..=last_column)
        .map(|at| column(at, labels.get(at).map_or("", String::as_str), sides.look))
        .collect();
    // A row of one cell takes as much as the widest.
    let padding: usize = rows[span.last + 1..end]
        .iter()
        .map(|row| columns.len().saturating_sub(row.cells.len()))
        .sum();
    budget.take(padding, 0)?;
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
        sides,
    );
    Ok((table, end))
}

fn column(at: usize, raw: &str, look: &Look) -> Column {
    let index = u32::try_from(at).expect("columns are limited to a few hundred");
    let (header, unit) = lines::joined_header(raw);
    Column {
        index,
        letter: column_letter(index),
        header,
        raw: raw.to_owned(),
        unit,
        hidden: look.hides_column(index),
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
