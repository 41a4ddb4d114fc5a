//! The companies that rows of honours and targets name, by their codes and names. One that is
//! not registered yet is registered by the row.

use super::problem::problems;
use crate::model::{
    Company, CompanyDraft, Directory, Match, NewCompany, Uscc, check_draft, normal_name,
};
use crate::ops::{company_of, load_named};
use db::DatabaseTransaction;
use intake::{RowIn, RowProblem};
use kernel::{Fields, Ids, Instant, Outcome};
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Whom a row means.
pub(super) enum Named {
    /// A company of the register, or of an earlier row.
    Known(Box<Company>),
    /// One that is to be registered.
    New(CompanyDraft),
}

/// The register as the rows of one batch see it.
pub(super) struct Register {
    pub directory: Directory,
    ids: Arc<Ids>,
    pub at: Instant,
}

impl Register {
    /// Those registered companies that `rows` may name, under whichever of the two columns
    /// a kind has for names.
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        ids: Arc<Ids>,
        at: Instant,
        rows: &[&RowIn],
    ) -> Outcome<Self> {
        let texts = |field: &'static str| rows.iter().filter_map(move |row| row.text(field));
        let of_companies = |row: &&&RowIn| row.kind().kind == super::spec::COMPANIES;
        let own = rows.iter().filter(of_companies);
        let names: BTreeSet<String> = own
            .filter_map(|row| row.text("name"))
            .chain(texts("company"))
            .map(normal_name)
            .collect();
        let codes = texts("uscc").map(|text| text.trim().to_owned()).collect();
        Ok(Self {
            directory: load_named(tx, codes, names).await?,
            ids,
            at,
        })
    }

    /// The company that `row` names.
    pub(super) fn named(&self, row: &RowIn) -> Result<Named, Vec<RowProblem>> {
        let name = row.text("company").unwrap_or_default();
        let new = NewCompany {
            name: name.to_owned(),
            uscc: row.text("uscc").map(str::to_owned),
            division: row.text("division").unwrap_or_default().to_owned(),
            ..NewCompany::default()
        };
        if !new.division.trim().is_empty() {
            let mut wrong = Fields::default();
            let Some(draft) = check_draft(&mut wrong, &new) else {
                return Err(problems(row, wrong));
            };
            return match self.directory.find_draft(&draft) {
                Match::One(company) => Ok(Named::Known(Box::new(company.clone()))),
                Match::None => Ok(Named::New(draft)),
                Match::Several => Err(several(&draft.name, &draft.division_code)),
            };
        }
        let uscc = match new.uscc.as_deref().map(Uscc::parse).transpose() {
            Ok(uscc) => uscc,
            Err(refusal) => {
                let problem = RowProblem::new("uscc", refusal.code(), refusal.params());
                return Err(vec![problem]);
            }
        };
        match self.directory.find_anywhere(uscc.as_ref(), name) {
            Match::One(company) => Ok(Named::Known(Box::new(company.clone()))),
            Match::Several => Err(several(name, "")),
            Match::None => Err(vec![RowProblem::new(
                "division",
                super::DIVISION_REQUIRED,
                json!({ "name": name }),
            )]),
        }
    }

    /// The record of a company that a row registers. Later rows find it.
    pub(super) fn enter(&mut self, draft: CompanyDraft) -> Company {
        let company = company_of(draft, &self.ids, self.at);
        self.directory.add(company.clone());
        company
    }
}

fn several(name: &str, division: &str) -> Vec<RowProblem> {
    vec![RowProblem::new(
        "uscc",
        "companies.several_of_this_name",
        json!({ "name": name, "division": division }),
    )]
}
