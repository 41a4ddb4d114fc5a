//! Judging and writing rows of companies.

use super::checker::{Plan, RowChecker};
use super::problem::{place_of, place_only, problems};
use crate::model::{
    Company, CompanyDraft, CompanyEntry, Match, NewCompany, check_entry, differences,
};
use crate::ops::rewritten;
use crate::store;
use db::DatabaseTransaction;
use intake::{Change, RowIn, RowProblem, Verdict, Written};
use kernel::{Fields, Outcome};
use serde_json::{Value, json};

/// What a row of companies will write.
pub(super) enum CompanyPlan {
    Create(Company),
    Update {
        before: Box<Company>,
        after: Box<Company>,
    },
}

fn typed(row: &RowIn) -> CompanyEntry {
    let company = NewCompany {
        name: row.text("name").unwrap_or_default().to_owned(),
        aliases: row.list("aliases").to_vec(),
        uscc: row.text("uscc").map(str::to_owned),
        division: row.text("division").unwrap_or_default().to_owned(),
    };
    CompanyEntry {
        company,
        group: row.text("group").map(str::to_owned),
    }
}

/// The draft with what the row does not say kept: its code, its group, and aliases already
/// known.
fn merged(company: &Company, draft: CompanyDraft) -> CompanyDraft {
    let renamed = !company.is_called(&draft.name);
    let old_name = renamed.then(|| company.name.clone());
    let all = NewCompany {
        aliases: [
            company.aliases.clone(),
            draft.aliases,
            Vec::from_iter(old_name),
        ]
        .concat(),
        uscc: None,
        name: if renamed {
            draft.name
        } else {
            company.name.clone()
        },
        division: draft.division_code,
    };
    let all = CompanyEntry {
        company: all,
        group: draft.group.or_else(|| company.group.clone()),
    };
    let checked = check_entry(&mut Fields::default(), &all);
    CompanyDraft {
        uscc: draft.uscc.or_else(|| company.uscc.clone()),
        ..checked.expect("every part has passed the check")
    }
}

/// What an undo needs: the record before, and the revision that the import left.
fn memo(before: Option<&Company>, revision: i32) -> Option<Value> {
    let before = before.map(|company| {
        json!({
            "name": company.name,
            "aliases": company.aliases,
            "uscc": company.uscc.as_ref().map(ToString::to_string),
            "group": company.group,
            "division": company.division_code,
        })
    });
    Some(json!({ "revision": revision, "before": before }))
}

/// What is kept of a company that a row registers on the way.
pub(super) fn registered(row: usize, company: &Company) -> Written {
    Written {
        row,
        record_kind: "company",
        record_id: company.id.key(),
        fact_seqs: Vec::new(),
        created: true,
        before: memo(None, company.revision),
    }
}

impl RowChecker {
    pub(super) fn check_company(&mut self, row: &RowIn) -> Verdict {
        let mut wrong = Fields::default();
        match check_entry(&mut wrong, &typed(row)) {
            Some(draft) => self.judge_company(row, draft),
            None => Verdict::Refused(problems(row, wrong)),
        }
    }

    fn judge_company(&mut self, row: &RowIn, draft: CompanyDraft) -> Verdict {
        let company = match self.register.directory.find_draft(&draft) {
            Match::One(company) => company.clone(),
            Match::Several => {
                return Verdict::Refused(vec![RowProblem::new(
                    "uscc",
                    "companies.several_of_this_name",
                    json!({ "name": draft.name, "division": draft.division_code }),
                )]);
            }
            Match::None => {
                let company = self.register.enter(draft);
                self.company_rows.insert(company.id.key(), place_only(row));
                let plan = Plan::Company(CompanyPlan::Create(company));
                self.plans.insert(place_of(row), plan);
                return Verdict::New;
            }
        };
        let found = differences(&company, &draft);
        if found.is_empty() {
            return Verdict::Same;
        }
        if let Some(first) = self.company_rows.get(&company.id.key()) {
            return Verdict::Refused(vec![RowProblem::twice("name", first)]);
        }
        self.company_rows.insert(company.id.key(), place_only(row));
        let changes = found.into_iter().map(|(field, from, to)| Change {
            field: field.to_owned(),
            from,
            to,
        });
        let changes = changes.collect();
        let after = rewritten(company.clone(), merged(&company, draft), self.at);
        self.register.directory.replace(after.clone());
        let plan = CompanyPlan::Update {
            before: Box::new(company),
            after: Box::new(after),
        };
        self.plans.insert(place_of(row), Plan::Company(plan));
        Verdict::Changed(changes)
    }

    pub(super) async fn commit_companies(
        &mut self,
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut written = Vec::with_capacity(rows.len());
        let mut created = Vec::new();
        for (position, row) in rows.iter().enumerate() {
            let Some(Plan::Company(plan)) = self.plans.remove(&place_of(row)) else {
                continue;
            };
            match plan {
                CompanyPlan::Create(company) => {
                    written.push(registered(position, &company));
                    created.push(company);
                }
                CompanyPlan::Update { before, after } => {
                    store::update(tx, &after).await?;
                    written.push(Written {
                        created: false,
                        before: memo(Some(&before), after.revision),
                        ..registered(position, &after)
                    });
                }
            }
        }
        store::insert(tx, &created).await?;
        Ok(written)
    }
}
