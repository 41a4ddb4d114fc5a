//! Refusals of the rules, as problems of a row.

use intake::{RowIn, RowProblem};
use kernel::{Fields, Refusal};

/// A row's place in its batch.
pub(super) type Place = (i32, u32);

/// The place of `row`.
pub(super) fn place_of(row: &RowIn) -> Place {
    (row.table.place, row.row_number)
}

/// The row without its values: enough to name its place later.
pub(super) fn place_only(row: &RowIn) -> RowIn {
    RowIn {
        table: row.table.clone(),
        row_number: row.row_number,
        values: Vec::new(),
    }
}

/// The fields that a check found wrong, as problems of `row`.
pub(super) fn problems(row: &RowIn, wrong: Fields) -> Vec<RowProblem> {
    let fields = wrong
        .done()
        .err()
        .map_or_else(Vec::new, |refusal| refusal.fields);
    fields
        .into_iter()
        .map(|refused| RowProblem {
            field: known_field(row, &refused.field),
            code: super::CODES
                .iter()
                .copied()
                .find(|code| *code == refused.code)
                .unwrap_or("field.malformed"),
            params: refused.params,
        })
        .collect()
}

/// A refusal as a problem of one field.
pub(super) fn problem(field: &'static str, refusal: impl Into<Refusal>) -> RowProblem {
    let Refusal { code, params, .. } = refusal.into();
    RowProblem {
        field: Some(field),
        code,
        params,
    }
}

/// The row's own field of this name. A company's name stands under `company` where the row
/// is about something else.
fn known_field(row: &RowIn, name: &str) -> Option<&'static str> {
    let fields = row.kind().fields.iter().map(|spec| spec.field);
    let found = fields.clone().find(|field| *field == name);
    let company = || fields.clone().find(|field| *field == "company");
    found.or_else(|| (name == "name").then(company).flatten())
}
