//! A mapped table's rows as typed values, with everything that is wrong with their cells.

use super::mapping::MappedTable;
use super::values::parse_cell;
use crate::codes;
use crate::importer::RowProblem;
use crate::row::{RowIn, TypedValue};
use serde_json::json;
use sheets::Unit;

/// A row whose cells have been read.
#[derive(Debug, Clone)]
pub(crate) struct ParsedRow {
    /// The row.
    pub row: RowIn,
    /// Its key as a person would say it, for the report.
    pub key: String,
    /// What is wrong with its cells; a checker sees it only where there is nothing.
    pub problems: Vec<RowProblem>,
}

/// The rows of a table that was taken for something; `in_city` tells whether the actor has
/// the whole city in scope.
pub(crate) fn parse_rows(mapped: &MappedTable, in_city: bool) -> Vec<ParsedRow> {
    let (Some(sheet), Some(table)) = (mapped.sheet_in(), mapped.table.as_ref()) else {
        return Vec::new();
    };
    let spec = sheet.kind;
    let key_fields: Vec<usize> = spec.key.iter().filter_map(|f| spec.position(f)).collect();
    let mut of_table: Vec<RowProblem> = mapped
        .missing()
        .into_iter()
        .map(|field| RowProblem::new(field, codes::COLUMN_MISSING, json!({})))
        .collect();
    if spec.city_only && !in_city {
        of_table.push(RowProblem::of_row(codes::CITY_ONLY, json!({})));
    }
    let currency = mapped.currency();
    table
        .rows
        .iter()
        .map(|row| {
            let foreign = currency
                .and_then(|at| row.cells.get(at))
                .filter(|cell| !sheets::parse::is_blank(cell))
                .and_then(|cell| Unit::of_currency(&cell.to_string()));
            let mut problems = of_table.clone();
            let mut values: Vec<Option<TypedValue>> = Vec::with_capacity(spec.fields.len());
            for (position, field) in spec.fields.iter().enumerate() {
                let cell = mapped.columns[position].and_then(|at| row.cells.get(at));
                let parsed = cell.map_or(Ok(None), |cell| {
                    parse_cell(
                        field,
                        cell,
                        foreign.as_ref().or(sheet.units[position].as_ref()),
                    )
                });
                values.push(parsed.unwrap_or_else(|problem| {
                    problems.push(problem);
                    None
                }));
                let is_told = problems.iter().any(|p| p.field == Some(field.field));
                if field.required && values[position].is_none() && !is_told {
                    problems.push(RowProblem::empty(field.field));
                }
            }
            let key: Vec<String> = key_fields
                .iter()
                .filter_map(|&position| mapped.columns[position])
                .filter_map(|at| row.cells.get(at))
                .filter(|cell| !cell.is_empty())
                .map(ToString::to_string)
                .collect();
            ParsedRow {
                row: RowIn {
                    table: sheet.clone(),
                    row_number: row.number,
                    values,
                },
                key: key.join(" / "),
                problems,
            }
        })
        .collect()
}
