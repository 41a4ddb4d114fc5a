//! What stands in a row, as the rules take it.

use crate::model::{
    ContractKind, EvidenceKind, Exclusion, FundKind, MilestoneKind, NewFund, NewInvestor,
    NewProject, ProjectChange, credit_mode_from_word,
};
use chrono::NaiveDate;
use intake::{RowIn, RowProblem};
use kernel::Money;
use serde_json::json;

/// A row's place in its batch.
pub(super) type Place = (i32, u32);

/// The place of `row`.
pub(super) fn place_of(row: &RowIn) -> Place {
    (row.table.place, row.row_number)
}

fn owned(row: &RowIn, field: &str) -> Option<String> {
    row.text(field).map(str::to_owned)
}

/// The project of a row; what the row does not say stays as `known` has it.
pub(super) fn project_of(row: &RowIn, known: Option<NewProject>) -> Result<NewProject, RowProblem> {
    let investors = investors_of(row)?;
    let change = ProjectChange {
        name: owned(row, "name"),
        unit: owned(row, "unit"),
        joint_unit: owned(row, "joint_unit"),
        credit_mode: row.choice("credit_mode").and_then(credit_mode_from_word),
        credit_share: row.percent("credit_share"),
        place: owned(row, "place"),
        investors: (!investors.is_empty()).then_some(investors),
        contract_number: owned(row, "contract_number"),
        contract_kind: row
            .choice("contract_kind")
            .and_then(ContractKind::from_word),
        signed_on: row.date("signed_on"),
        contract_amount: row.money("contract_amount"),
        planned_investment: row.money("planned_investment"),
        project_company: owned(row, "project_company"),
        filing_code: owned(row, "filing_code"),
        industry: owned(row, "industry"),
        chain: owned(row, "chain"),
        exclusion: row.choice("exclusion").map(Exclusion::from_word),
    };
    let blank = NewProject {
        code: owned(row, "code").unwrap_or_default(),
        ..NewProject::default()
    };
    Ok(change.onto(known.unwrap_or(blank)))
}

fn investors_of(row: &RowIn) -> Result<Vec<NewInvestor>, RowProblem> {
    let names = row.list("investors");
    let divisions = row.list("investor_divisions");
    let shares = row.percents("shares");
    let differ = |field, found: usize| {
        let params = json!({ "investors": names.len(), "found": found });
        Err(RowProblem::new(
            field,
            "projects.investor_lists_differ",
            params,
        ))
    };
    if divisions.len() != names.len() {
        return differ("investor_divisions", divisions.len());
    }
    if !shares.is_empty() && shares.len() != names.len() {
        return differ("shares", shares.len());
    }
    let investors = names.iter().zip(divisions).enumerate();
    Ok(investors
        .map(|(at, (name, division))| NewInvestor {
            name: name.clone(),
            division: division.clone(),
            share_bp: shares.get(at).copied(),
            ..NewInvestor::default()
        })
        .collect())
}

/// A milestone of a row.
#[derive(Debug, Clone)]
pub(super) struct MilestoneIn {
    pub kind: MilestoneKind,
    pub occurred_on: NaiveDate,
    pub evidence: Option<String>,
}

/// The milestone of a row whose cells have been read.
pub(super) fn milestone_of(row: &RowIn) -> Option<MilestoneIn> {
    Some(MilestoneIn {
        kind: MilestoneKind::from_word(row.choice("milestone")?)?,
        occurred_on: row.date("occurred_on")?,
        evidence: owned(row, "evidence"),
    })
}

/// The funds of a row whose cells have been read.
pub(super) fn funds_of(row: &RowIn) -> Option<NewFund> {
    Some(NewFund {
        voucher: owned(row, "voucher")?,
        arrived_on: row.date("arrived_on")?,
        amount: row.money("amount").unwrap_or(Money::ZERO),
        kind: FundKind::from_word(row.choice("kind")?)?,
        payer: owned(row, "payer")?,
        evidence_kind: row
            .choice("evidence_kind")
            .and_then(EvidenceKind::from_word),
    })
}
