//! Refusals of the rules, as problems of a row.

use intake::{Change, RowIn, RowProblem, Verdict};
use kernel::{Fields, Refusal};
use serde_json::json;

/// A refusal of a rule as a problem of `field`.
pub(super) fn problem(field: &'static str, refusal: impl Into<Refusal>) -> RowProblem {
    let Refusal { code, params, .. } = refusal.into();
    RowProblem {
        field: Some(field),
        code,
        params,
    }
}

/// A row that is left out for one problem.
pub(super) fn refused(problem: RowProblem) -> Verdict {
    Verdict::Refused(vec![problem])
}

/// The fields that a check found wrong, as problems of `row`.
pub(super) fn problems(row: &RowIn, wrong: Fields) -> Verdict {
    let fields = wrong
        .done()
        .err()
        .map_or_else(Vec::new, |refusal| refusal.fields);
    let found = fields.into_iter().map(|refused| RowProblem {
        field: row
            .kind()
            .position(&refused.field)
            .map(|at| row.kind().fields[at].field),
        code: super::CODES
            .iter()
            .copied()
            .find(|code| *code == refused.code)
            .unwrap_or("field.malformed"),
        params: refused.params,
    });
    Verdict::Refused(found.collect())
}

/// A field that is recognised as something else: it points to correction.
pub(super) fn differs(field: &'static str, recognised: &str) -> RowProblem {
    RowProblem::new(
        field,
        "projects.recognised_row_differs",
        json!({ "field": field, "recognised": recognised }),
    )
}

/// The books are not open.
pub(super) fn no_open_month() -> RowProblem {
    RowProblem::of_row("ledger.no_open_month", json!({}))
}

/// The row without its values: enough to name its place later.
pub(super) fn place_only(row: &RowIn) -> RowIn {
    RowIn {
        table: row.table.clone(),
        row_number: row.row_number,
        values: Vec::new(),
    }
}

/// A change of one field; none where nothing changes.
pub(super) fn change(field: &str, from: Option<&str>, to: Option<&str>) -> Option<Change> {
    (from != to).then(|| Change {
        field: field.to_owned(),
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
    })
}
