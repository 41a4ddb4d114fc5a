//! The workbook that goes back to its sender: the refused rows as they were,
//! with the reasons in a last column.

use std::collections::BTreeMap;

use super::{CellOut, ColumnKind, ColumnOut, SheetOut};
use crate::unit::Unit;
use crate::workbook::{Cell, Table};

/// The header of the reasons' column. An import leaves it out of account, so
/// that the corrected workbook can be handed in as it is.
pub const REASON_HEADER: &str = "退回原因";

/// The rows of a table that have reasons (by their number in Excel), with
/// header texts as they were written, 单位 line included.
pub fn with_reasons(name: &str, table: &Table, reasons: &BTreeMap<u32, String>) -> SheetOut {
    let mut columns: Vec<ColumnOut> = table
        .columns
        .iter()
        .map(|c| ColumnOut::new(c.raw.clone(), ColumnKind::Text))
        .collect();
    // Sent back a second time, the old reasons make room for the new ones.
    let old = table.columns.iter().position(|c| c.header == REASON_HEADER);
    if let Some(at) = old {
        columns.remove(at);
    }
    columns.push(ColumnOut::new(REASON_HEADER, ColumnKind::Text).width(60));
    let width = table.columns.len();
    let rows = table
        .rows
        .iter()
        .filter_map(|row| {
            let reason = reasons.get(&row.number)?;
            let mut cells: Vec<CellOut> = row.cells.iter().map(cell).collect();
            cells.resize(width, CellOut::Empty);
            if let Some(at) = old {
                cells.remove(at);
            }
            cells.push(CellOut::Text(reason.clone()));
            Some(cells)
        })
        .collect();
    let unit_line = match &table.unit {
        Some(Unit::Money(unit)) => Some(format!("单位：{}", unit.name())),
        Some(Unit::Foreign(name) | Unit::Other(name)) => Some(format!("单位：{name}")),
        Some(Unit::Percent) => Some("单位：%".to_owned()),
        None => None,
    };
    SheetOut {
        name: name.to_owned(),
        title: table.title.clone(),
        unit_line,
        columns,
        rows,
        ..SheetOut::default()
    }
}

fn cell(cell: &Cell) -> CellOut {
    match cell {
        Cell::Empty => CellOut::Empty,
        Cell::Number(number) => CellOut::Number(*number),
        Cell::Percent(points) => points
            .to_scaled_i64(2)
            .map_or_else(|| CellOut::Text(format!("{points}%")), CellOut::Percent),
        Cell::Date(date) => CellOut::Date(*date),
        other => CellOut::Text(other.to_string()),
    }
}
