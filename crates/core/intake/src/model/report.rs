//! The report of a table: what it was taken for, its columns, what was left out.

use super::batch::{ColumnReport, Counts, DroppedReport, SheetReport};
use super::mapping::MappedTable;
use serde::{Serialize, Serializer};
use sheets::{Cell, Row, Table, Unit};

/// Dropped rows that are listed; more are counted.
const DROPPED: usize = 100;
/// Samples of a column.
const SAMPLES: usize = 3;
/// Characters of a sample.
const SAMPLE_LENGTH: usize = 40;

/// The report of `mapped`, whose rows were judged `counts`.
pub(crate) fn report(mapped: &MappedTable, counts: Counts) -> SheetReport {
    let table = mapped.table.as_ref();
    SheetReport {
        sheet: mapped.name.clone(),
        hidden: mapped.hidden,
        kind: mapped.kind.map(|spec| spec.kind.to_owned()),
        title: table.and_then(|table| table.title.clone()),
        money_unit: table
            .and_then(|table| table.unit.as_ref())
            .and_then(Unit::money)
            .map(|unit| unit.name().to_owned()),
        rows: table.map_or(0, |table| length(&table.rows)),
        counts,
        dropped: table.map_or_else(Vec::new, dropped),
        dropped_rows: table.map_or(0, |table| length(&table.dropped)),
        columns: table.map_or_else(Vec::new, |table| columns(mapped, table)),
        missing: mapped.missing().into_iter().map(str::to_owned).collect(),
        notes: mapped.notes.iter().map(word).collect(),
    }
}

fn length<T>(rows: &[T]) -> i64 {
    i64::try_from(rows.len()).unwrap_or(i64::MAX)
}

/// The snake-case word of a reason or note.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn dropped(table: &Table) -> Vec<DroppedReport> {
    table
        .dropped
        .iter()
        .take(DROPPED)
        .map(|row| DroppedReport {
            row: row.number,
            reason: word(&row.reason),
            text: row.text.clone(),
        })
        .collect()
}

fn columns(mapped: &MappedTable, table: &Table) -> Vec<ColumnReport> {
    table
        .columns
        .iter()
        .enumerate()
        .map(|(position, column)| ColumnReport {
            index: column.index,
            letter: column.letter.clone(),
            header: column.header.clone(),
            unit: column.unit.as_ref().map(unit_name),
            field: mapped.field_of(position).map(str::to_owned),
            samples: samples(table, position),
        })
        .collect()
}

fn samples(table: &Table, position: usize) -> Vec<String> {
    table
        .rows
        .iter()
        .filter_map(|row| row.cells.get(position))
        .filter(|cell| !cell.is_empty())
        .take(SAMPLES)
        .map(|cell| cell.to_string().chars().take(SAMPLE_LENGTH).collect())
        .collect()
}

fn unit_name(unit: &Unit) -> String {
    match unit {
        Unit::Money(unit) => unit.name().to_owned(),
        Unit::Percent => "%".to_owned(),
        Unit::Foreign(name) | Unit::Other(name) => name.clone(),
    }
}

/// What the cells of a row show, as a JSON array of texts.
pub(crate) fn cells_text(row: &Row) -> String {
    struct Shown<'a>(&'a Cell);
    impl Serialize for Shown<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self.0)
        }
    }
    let shown: Vec<Shown<'_>> = row.cells.iter().map(Shown).collect();
    serde_json::to_string(&shown).expect("texts are always JSON")
}
