//! A table's cells by the names of its columns.

use sheets::parse::{self, is_blank};
use sheets::{Cell, MoneyUnit, Row, Table};

/// A table with its columns by name.
pub(super) struct Columns<'t> {
    pub(super) table: &'t Table,
}

/// What is wrong, in words.
pub(super) type Read<T> = Result<T, String>;

impl Columns<'_> {
    /// The place of the column of this name; under a common header the name comes last.
    fn place(&self, name: &str) -> Option<usize> {
        self.table
            .columns
            .iter()
            .position(|column| column.header.rsplit('/').next() == Some(name))
    }

    pub(super) fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.place(name).is_some())
    }

    pub(super) fn cell<'r>(&self, row: &'r Row, name: &str) -> Option<&'r Cell> {
        row.cells
            .get(self.place(name)?)
            .filter(|cell| !is_blank(cell))
    }

    /// The text of a cell; empty where there is nothing.
    pub(super) fn text(&self, row: &Row, name: &str) -> Read<String> {
        self.cell(row, name).map_or(Ok(String::new()), |cell| {
            parse::text(cell).map_err(|error| at(row, name, &error))
        })
    }

    pub(super) fn needed(&self, row: &Row, name: &str) -> Read<String> {
        let text = self.text(row, name)?;
        if text.is_empty() {
            return Err(format!("row {}: {name} is missing", row.number));
        }
        Ok(text)
    }

    pub(super) fn list(&self, row: &Row, name: &str) -> Read<Vec<String>> {
        let text = self.text(row, name)?;
        let parts = text.split(['；', ';']).map(|part| part.trim().to_owned());
        Ok(parts.filter(|part| !part.is_empty()).collect())
    }

    /// An amount in fen; the header's unit counts first, then the 单位 line, else 万元.
    pub(super) fn money(&self, row: &Row, name: &str) -> Read<i128> {
        let place = self.place(name).ok_or_else(|| format!("no {name}"))?;
        let named = [&self.table.columns[place].unit, &self.table.unit];
        let unit = named.into_iter().flatten().find_map(|unit| match unit {
            sheets::Unit::Money(unit) => Some(*unit),
            _ => None,
        });
        parse::money(
            &row.cells[place],
            unit.unwrap_or(MoneyUnit::TenThousandYuan),
        )
        .map(i128::from)
        .map_err(|error| at(row, name, &error))
    }
}

pub(super) fn at(row: &Row, name: &str, error: &dyn std::fmt::Display) -> String {
    format!("row {}, {name}: {error}", row.number)
}
