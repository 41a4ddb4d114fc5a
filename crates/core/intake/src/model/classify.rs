//! What a table is: the kind whose fields its headers name, and which column is which.

use crate::kind::KindSpec;
use sheets::{REASON_HEADER, Table, header_key};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// For each field of a kind, the position of its column in the table.
pub(crate) type FieldColumns = Vec<Option<usize>>;

/// How well a header names a field; lower is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// It is the template's header.
    Header,
    /// It is a synonym, the English header, or the field's own name.
    Synonym,
    /// Its last part is, under a common parent: 投资/金额.
    LastPart,
    /// It begins or ends with one: 本月到账金额.
    Part,
}

/// The fewest characters of a name that is looked for inside a header: shorter ones, such
/// as 金额, stand in too many.
const SHORTEST_PART: usize = 3;

/// A column's header in the forms in which names are looked for. No name equals the empty
/// key of a column that is no field.
struct HeaderKey {
    key: String,
    /// The parts of a two-row header in one: 投资/金额 as 投资金额.
    joined: String,
    /// Where its last part begins in `key`.
    last_at: usize,
}

/// The keys of a table's columns, once for all kinds that it is compared with.
fn column_keys(table: &Table) -> Vec<HeaderKey> {
    let columns = table.columns.iter().enumerate();
    columns
        .map(|(position, column)| {
            let is_datum = Some(position) != table.sequence && column.header != REASON_HEADER;
            let key = if is_datum {
                header_key(&column.header)
            } else {
                String::new()
            };
            HeaderKey {
                joined: key.replace('/', ""),
                last_at: key.rfind('/').map_or(0, |slash| slash + 1),
                key,
            }
        })
        .collect()
}

/// Finds the column of each field. A column serves one field, the best match first; a
/// partial match counts only where it is the only one.
pub(crate) fn map_columns(spec: &'static KindSpec, table: &Table) -> FieldColumns {
    map_keys(spec, &column_keys(table))
}

fn map_keys(spec: &'static KindSpec, keys: &[HeaderKey]) -> FieldColumns {
    let mut found: Vec<(Match, usize, usize)> = Vec::new();
    for (field, names) in field_keys(spec).iter().enumerate() {
        for (column, key) in keys
            .iter()
            .enumerate()
            .filter(|(_, key)| !key.key.is_empty())
        {
            if let Some(quality) = compare(key, names) {
                found.push((quality, field, column));
            }
        }
    }
    found.sort_unstable();
    let mut mapped: FieldColumns = vec![None; spec.fields.len()];
    let mut used = vec![false; keys.len()];
    for &(quality, field, column) in &found {
        if mapped[field].is_some() || used[column] {
            continue;
        }
        let ambiguous = quality == Match::Part
            && found.iter().any(|&(other, of, at)| {
                other == Match::Part && of == field && at != column && !used[at]
            });
        if !ambiguous {
            mapped[field] = Some(column);
            used[column] = true;
        }
    }
    mapped
}

/// For each field of a kind, the keys that name it, the template's header first.
type FieldKeys = Arc<Vec<Vec<String>>>;

/// The keys of each kind that was asked for, by the place of its constant in memory: every
/// header of every table is compared with those of all kinds.
static KEYS: LazyLock<Mutex<HashMap<usize, FieldKeys>>> = LazyLock::new(Mutex::default);

/// The keys that name each field.
fn field_keys(spec: &'static KindSpec) -> FieldKeys {
    let place = std::ptr::from_ref(spec).addr();
    let mut known = KEYS.lock().unwrap_or_else(PoisonError::into_inner);
    let keys = known.entry(place).or_insert_with(|| {
        let names = spec.fields.iter().map(|field| {
            [field.header.zh, field.header.en, field.field]
                .into_iter()
                .chain(field.synonyms.iter().copied())
                .map(header_key)
                .collect()
        });
        Arc::new(names.collect())
    });
    Arc::clone(keys)
}

fn compare(header: &HeaderKey, names: &[String]) -> Option<Match> {
    let HeaderKey {
        key,
        joined,
        last_at,
    } = header;
    if names.first() == Some(key) {
        return Some(Match::Header);
    }
    if names.iter().any(|name| name == key || name == joined) {
        return Some(Match::Synonym);
    }
    let last = &key[*last_at..];
    if *last_at > 0 && names.iter().any(|name| name == last) {
        return Some(Match::LastPart);
    }
    names
        .iter()
        .any(|name| {
            (last.starts_with(name.as_str()) || last.ends_with(name.as_str()))
                && name.chars().count() >= SHORTEST_PART
        })
        .then_some(Match::Part)
}

/// How well a kind fits a table: nothing where it does not.
fn score(spec: &KindSpec, sheet: &str, table: &Table, columns: &FieldColumns) -> Option<i32> {
    let required = spec.fields.iter().filter(|field| field.required).count();
    let is_mapped = |position: usize| columns[position].is_some();
    let there = (0..spec.fields.len())
        .filter(|&position| spec.fields[position].required && is_mapped(position))
        .count();
    let mapped = (0..spec.fields.len()).filter(|&p| is_mapped(p)).count();
    if there * 2 < required || mapped < 2 {
        return None;
    }
    let hinted = spec.hints.iter().chain([&spec.name.zh]).any(|hint| {
        sheet.contains(hint)
            || table
                .title
                .as_ref()
                .is_some_and(|title| title.contains(hint))
    });
    let points = |count: usize| i32::try_from(count).unwrap_or(i32::MAX / 8);
    Some(
        4 * points(there) - 3 * points(required - there)
            + points(mapped - there)
            + if hinted { 2 } else { 0 },
    )
}

/// The kind that fits the table best, if one does.
pub(crate) fn classify(
    kinds: &[&'static KindSpec],
    sheet: &str,
    table: &Table,
) -> Option<(&'static KindSpec, FieldColumns)> {
    let keys = column_keys(table);
    let mut best: Option<(i32, &'static KindSpec, FieldColumns)> = None;
    for &spec in kinds {
        let columns = map_keys(spec, &keys);
        if let Some(score) = score(spec, sheet, table, &columns)
            && best.as_ref().is_none_or(|(highest, ..)| score > *highest)
        {
            best = Some((score, spec, columns));
        }
    }
    best.map(|(_, spec, columns)| (spec, columns))
}

#[cfg(test)]
#[path = "classify_tests.rs"]
mod tests;
