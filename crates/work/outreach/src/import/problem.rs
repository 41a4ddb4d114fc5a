//! Refusals of the rules, as problems of a row.

use crate::model::Difference;
use intake::{Change, FieldType, RowIn, RowProblem, Verdict};
use kernel::{FieldRefusal, Fields, Refusal};
use serde_json::json;

/// The field of a row that a refusal is about; none where it is the row as a whole.
fn field_of(row: &RowIn, code: &str) -> Option<&'static str> {
    let wanted: &[&str] = match code {
        "ledger.date_in_future" => &["begins_on", "issued_on", "activity"],
        "meetings.nobody_named" | "companies.several_of_this_name" => &["company"],
        "meetings.signing_needs_project"
        | "meetings.signing_not_recognised"
        | "meetings.already_trip_signed" => &["project"],
        _ => &[],
    };
    wanted.iter().find_map(|name| known_field(row, name))
}

/// The row's own field of this name.
fn known_field(row: &RowIn, name: &str) -> Option<&'static str> {
    let mut fields = row.kind().fields.iter().map(|spec| spec.field);
    fields.find(|field| *field == name)
}

/// A refusal of a rule as a problem of `row`.
pub(super) fn problem(row: &RowIn, refusal: Refusal) -> RowProblem {
    RowProblem {
        field: field_of(row, refusal.code),
        code: refusal.code,
        params: refusal.params,
    }
}

/// A row that is refused for one reason.
pub(super) fn refused(problem: RowProblem) -> Verdict {
    Verdict::Refused(vec![problem])
}

/// The books are not open: nothing can be recognised.
pub(super) fn no_open_month() -> RowProblem {
    RowProblem::of_row("ledger.no_open_month", json!({}))
}

/// The fields that a check found wrong, as problems of `row`; a company's `name` stands in
/// the column `company`.
pub(super) fn problems(row: &RowIn, wrong: Fields) -> Vec<RowProblem> {
    let refusal = wrong.done().err();
    let fields: Vec<FieldRefusal> = refusal.map_or_else(Vec::new, |refusal| refusal.fields);
    fields
        .into_iter()
        .map(|refused| RowProblem {
            field: known_field(row, &refused.field).or_else(|| known_field(row, "company")),
            code: super::CODES
                .iter()
                .copied()
                .find(|code| *code == refused.code)
                .unwrap_or("field.malformed"),
            params: refused.params,
        })
        .collect()
}

/// What stands in a record, as a person would write it into the row's cell: a choice by its
/// name.
pub(super) fn as_cell<'a>(row: &RowIn, field: &str, text: &'a str) -> &'a str {
    let spec = row.kind().fields.iter().find(|spec| spec.field == field);
    match spec.map(|spec| spec.field_type) {
        Some(FieldType::Choice(choices)) => choices
            .iter()
            .find(|choice| choice.word == text)
            .map_or(text, |choice| choice.name.zh),
        _ => text,
    }
}

/// What a row changes of a record. What a fact carries is refused with `code`, which points
/// to taking the record back.
pub(super) fn changed(row: &RowIn, differences: Vec<Difference>, code: &'static str) -> Verdict {
    let recognised = differences.iter().filter(|d| d.recognised);
    let problems: Vec<RowProblem> = recognised
        .map(|difference| {
            let recognised = difference.from.as_deref().unwrap_or_default();
            let recognised = as_cell(row, difference.field, recognised);
            RowProblem::new(
                difference.field,
                code,
                json!({ "field": difference.field, "recognised": recognised }),
            )
        })
        .collect();
    if !problems.is_empty() {
        return Verdict::Refused(problems);
    }
    let changes = differences.into_iter().map(|difference| Change {
        field: difference.field.to_owned(),
        from: difference.from,
        to: difference.to,
    });
    Verdict::Changed(changes.collect())
}
