//! Refusals of the rules, as problems of a row.

use super::spec::{PROBLEMS, ROSTERS};
use crate::model::required;
use intake::{RowIn, RowProblem};
use kernel::{Fields, Refusal};
use serde_json::json;

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

/// A refusal of a rule as a problem of `field`.
pub(super) fn problem(field: &'static str, refusal: impl Into<Refusal>) -> RowProblem {
    let refusal = refusal.into();
    RowProblem {
        field: Some(field),
        code: refusal.code,
        params: refusal.params,
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
        .map(|refused| {
            let field = match refused.field.as_str() {
                "name" => "company",
                field => field,
            };
            let mut known = row.kind().fields.iter().map(|spec| spec.field);
            RowProblem {
                field: known.find(|known| *known == field),
                code: super::CODES
                    .iter()
                    .copied()
                    .find(|code| *code == refused.code)
                    .unwrap_or("field.malformed"),
                params: refused.params,
            }
        })
        .collect()
}

/// A row that differs in `field` from what is recognised.
pub(super) fn differs(row: &RowIn, field: &'static str, recognised: &str) -> RowProblem {
    let code = match row.kind().kind {
        ROSTERS => "rosters.recognised_row_differs",
        PROBLEMS => "problems.recognised_row_differs",
        _ => "visits.recognised_row_differs",
    };
    let params = json!({ "field": field, "recognised": recognised });
    RowProblem::new(field, code, params)
}

/// A text of a row that is required, checked as in a form.
pub(super) fn text(wrong: &mut Fields, row: &RowIn, field: &str, max: usize) -> String {
    required(wrong, field, row.text(field).unwrap_or_default(), max)
}
