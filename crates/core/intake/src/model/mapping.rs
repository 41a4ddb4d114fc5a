//! Which column of a table is which field: as guessed, as corrected, as kept.

use super::classify::{FieldColumns, classify, map_columns};
use crate::kind::KindSpec;
use crate::row::SheetIn;
use sheets::{Sheet, SheetNote, Table, Unit};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A table of the batch's workbook and what it was taken for.
#[derive(Debug, Clone)]
pub(crate) struct MappedTable {
    /// The sheet's name, with `#2` behind for its second table.
    pub name: String,
    /// Whether Excel hides the sheet.
    pub hidden: bool,
    /// Its place in the workbook.
    pub place: i32,
    /// What it was taken for; none: it is not imported.
    pub kind: Option<&'static KindSpec>,
    /// The columns of the kind's fields.
    pub columns: FieldColumns,
    /// The table; none for a sheet on which none was found.
    pub table: Option<Table>,
    /// What a reader should be told about the sheet.
    pub notes: Vec<SheetNote>,
}

/// A person's correction of one table: its kind, and the field of each column by the
/// column's index.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Correction {
    pub kind: Option<String>,
    pub columns: BTreeMap<u32, Option<String>>,
}

/// Every table of the workbook, each taken for the kind that fits it best; of hidden
/// sheets nothing is taken unless it is asked for. `wanted` narrows the guesses to one kind.
pub(crate) fn map_workbook(
    sheets: Vec<Sheet>,
    kinds: &[&'static KindSpec],
    wanted: Option<&str>,
    corrections: &BTreeMap<String, Correction>,
) -> Vec<MappedTable> {
    let guessed: Vec<&'static KindSpec> = kinds
        .iter()
        .copied()
        .filter(|spec| wanted.is_none_or(|wanted| spec.kind == wanted))
        .collect();
    let mut mapped = Vec::new();
    for sheet in sheets {
        let tables: Vec<Option<Table>> = if sheet.tables.is_empty() {
            vec![None]
        } else {
            sheet.tables.into_iter().map(Some).collect()
        };
        for (number, table) in tables.into_iter().enumerate() {
            let name = match number {
                0 => sheet.name.clone(),
                _ => format!("{}#{}", sheet.name, number + 1),
            };
            let guess = match (&table, corrections.get(&name)) {
                (Some(table), Some(correction)) => corrected(table, kinds, correction),
                (Some(table), None) if !sheet.hidden => classify(&guessed, &name, table),
                _ => None,
            };
            let place = i32::try_from(mapped.len()).unwrap_or(i32::MAX);
            let (kind, columns) = match guess {
                Some((kind, columns)) => (Some(kind), columns),
                None => (None, Vec::new()),
            };
            mapped.push(MappedTable {
                name,
                hidden: sheet.hidden,
                place,
                kind,
                columns,
                table,
                notes: sheet.notes.clone(),
            });
        }
    }
    mapped
}

/// The mapping that a correction says: columns that it does not name keep their guess.
fn corrected(
    table: &Table,
    kinds: &[&'static KindSpec],
    correction: &Correction,
) -> Option<(&'static KindSpec, FieldColumns)> {
    let wanted = correction.kind.as_deref()?;
    let spec = kinds.iter().copied().find(|spec| spec.kind == wanted)?;
    let mut columns = map_columns(spec, table);
    for (index, field) in &correction.columns {
        let Some(at) = table
            .columns
            .iter()
            .position(|column| column.index == *index)
        else {
            continue;
        };
        for column in &mut columns {
            if *column == Some(at) {
                *column = None;
            }
        }
        if let Some(position) = field.as_deref().and_then(|field| spec.position(field)) {
            columns[position] = Some(at);
        }
    }
    Some((spec, columns))
}

impl MappedTable {
    /// The required fields that have no column.
    pub(crate) fn missing(&self) -> Vec<&'static str> {
        let Some(spec) = self.kind else {
            return Vec::new();
        };
        spec.fields
            .iter()
            .zip(&self.columns)
            .filter(|(field, column)| field.required && column.is_none())
            .map(|(field, _)| field.field)
            .collect()
    }

    /// The field of the column at `position`.
    pub(crate) fn field_of(&self, position: usize) -> Option<&'static str> {
        let field = self.columns.iter().position(|at| *at == Some(position))?;
        Some(self.kind?.fields[field].field)
    }

    /// The column that says in which currency a row's amounts are, unless it was taken for
    /// a field.
    pub(crate) fn currency(&self) -> Option<usize> {
        let columns = &self.table.as_ref()?.columns;
        (0..columns.len()).find(|at| {
            Unit::is_currency_header(&columns[*at].header) && self.field_of(*at).is_none()
        })
    }

    /// What its rows share.
    pub(crate) fn sheet_in(&self) -> Option<Arc<SheetIn>> {
        let (kind, table) = (self.kind?, self.table.as_ref()?);
        let column = |at: &Option<usize>| at.map(|at| &table.columns[at]);
        let unit = |at: &Option<usize>| -> Option<Unit> {
            column(at)?.unit.clone().or_else(|| table.unit.clone())
        };
        Some(Arc::new(SheetIn {
            sheet: self.name.clone(),
            place: self.place,
            kind,
            letters: self
                .columns
                .iter()
                .map(|at| column(at).map(|column| column.letter.clone()))
                .collect(),
            units: self.columns.iter().map(unit).collect(),
        }))
    }
}
