//! Refusals of the rules, as problems of a row.

use intake::{RowIn, RowProblem};
use kernel::{Fields, Refusal};

/// The field of a row that a refusal is about; none where it is the row as a whole.
fn field_of(row: &RowIn, code: &str) -> Option<&'static str> {
    let field = match code {
        "projects.code_taken" => "code",
        "projects.contract_number_taken" => "contract_number",
        "projects.planned_is_recognised" => "planned_investment",
        "ledger.date_in_future" if row.kind().position("arrived_on").is_some() => "arrived_on",
        "ledger.date_in_future" | "projects.before_earlier_step" => "occurred_on",
        "funds.negative" | "funds.zero" | "funds.above_plan" => "amount",
        "funds.before_contract" | "funds.after_end" => "arrived_on",
        "funds.voucher_used" => "voucher",
        "funds.no_contract" | "projects.ended" => "project",
        code if code.starts_with("projects.") && row.kind().kind == super::spec::MILESTONES => {
            "milestone"
        }
        _ => return None,
    };
    Some(field)
}

/// A refusal of a rule as a problem of `row`.
pub(super) fn problem(row: &RowIn, refusal: Refusal) -> RowProblem {
    // What names its field says so itself.
    let named = refusal.params.get("field").and_then(|field| field.as_str());
    let named = named.and_then(|name| known_field(row, name));
    RowProblem {
        field: named.or_else(|| field_of(row, refusal.code)),
        code: refusal.code,
        params: refusal.params,
    }
}

/// The row's own field of this name.
fn known_field(row: &RowIn, name: &str) -> Option<&'static str> {
    let mut fields = row.kind().fields.iter().map(|spec| spec.field);
    fields.find(|field| *field == name)
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

/// The row without its values: enough to name its place later.
pub(super) fn place_only(row: &RowIn) -> RowIn {
    RowIn {
        table: row.table.clone(),
        row_number: row.row_number,
        values: Vec::new(),
    }
}
