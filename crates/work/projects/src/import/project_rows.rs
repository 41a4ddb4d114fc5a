//! Judging rows of projects.

use super::checker::{Known, Plan, ProjectChecker};
use super::problem::{place_only, problem, problems};
use super::row::{place_of, project_of};
use crate::model::{
    Difference, Investor, NewProject, Project, ProjectDraft, check_draft, differences, frozen,
};
use crate::ops::{ProjectRefusal, fresh, link_companies, rewritten};
use companies::CompanyId;
use intake::{Change, RowIn, RowProblem, Verdict};
use kernel::Fields;

/// The investors of a draft before unregistered ones have a key.
pub(super) fn provisional(draft: &ProjectDraft) -> Vec<Investor> {
    let investors = draft.investors.iter().zip(&draft.companies);
    investors
        .map(|(investor, company)| Investor {
            company: company.unwrap_or(CompanyId::new(0)),
            name: investor.company.name.clone(),
            share_bp: investor.share_bp,
            division_code: investor.company.division_code.clone(),
            look_through_code: investor.look_through_code.clone(),
        })
        .collect()
}

impl ProjectChecker {
    pub(super) fn check_project(&mut self, row: &RowIn) -> Verdict {
        let code = row.text("code").unwrap_or_default();
        let known = self.projects.get(code);
        let typed = known.map(|known| known.project.typed(&self.tree));
        let new = match project_of(row, typed) {
            Ok(new) => new,
            Err(problem) => return Verdict::Refused(vec![problem]),
        };
        let mut wrong = Fields::default();
        let Some(mut draft) = check_draft(&mut wrong, &self.tree, &new) else {
            return Verdict::Refused(problems(row, wrong));
        };
        link_companies(&mut draft, &self.directory);
        if !self.scope.covers(draft.credit.lead) {
            return Verdict::Refused(vec![RowProblem::foreign_unit("unit", &new.unit)]);
        }
        if let Some(number) = &draft.contract.number
            && let Some(other) = self
                .contracts
                .get(number)
                .filter(|other| **other != draft.code)
        {
            let refusal = ProjectRefusal::ContractNumberTaken {
                number: number.clone(),
                code: other.clone(),
            };
            return Verdict::Refused(vec![problem(row, refusal.into())]);
        }
        match self.projects.get(&draft.code) {
            Some(known) => {
                let found = differences(&known.project, &draft, &self.tree);
                self.change(row, new, draft, found)
            }
            None => self.register(row, new, draft),
        }
    }

    fn register(&mut self, row: &RowIn, new: NewProject, draft: ProjectDraft) -> Verdict {
        let investors = provisional(&draft);
        let code = draft.code.clone();
        self.claim_contract(&draft);
        let project = fresh(draft, investors, &self.ids, self.at);
        let known = Known {
            stored: None,
            project,
            row: Some(place_only(row)),
        };
        self.projects.insert(code, known);
        self.plans
            .insert(place_of(row), Plan::Project(Box::new(new)));
        Verdict::New
    }

    fn change(
        &mut self,
        row: &RowIn,
        new: NewProject,
        draft: ProjectDraft,
        found: Vec<Difference>,
    ) -> Verdict {
        if found.is_empty() {
            return Verdict::Same;
        }
        let known = self.projects.get(&draft.code).expect("it was found above");
        if !self.scope.covers(known.project.credit.lead) {
            let unit = self.tree.by_key(known.project.credit.lead);
            let unit = unit.map_or("", |unit| unit.name.as_str());
            return Verdict::Refused(vec![RowProblem::foreign_unit("code", unit)]);
        }
        if let Some(first) = &known.row {
            return Verdict::Refused(vec![RowProblem::twice("code", first)]);
        }
        let stands = |difference: &Difference| frozen(&known.project, difference.field);
        let refusals: Vec<RowProblem> = found
            .iter()
            .filter_map(stands)
            .map(|refusal| problem(row, refusal))
            .collect();
        if !refusals.is_empty() {
            return Verdict::Refused(refusals);
        }
        let investors = if found
            .iter()
            .any(|difference| difference.field == "investors")
        {
            provisional(&draft)
        } else {
            known.project.investors.clone()
        };
        let project: Project = known.project.clone();
        self.claim_contract(&draft);
        let known = self
            .projects
            .get_mut(&draft.code)
            .expect("it was found above");
        known.row = Some(place_only(row));
        known.project = rewritten(project, draft, investors, self.at);
        self.plans
            .insert(place_of(row), Plan::Project(Box::new(new)));
        let changes = found.into_iter().map(|difference| Change {
            field: difference.field.to_owned(),
            from: difference.from,
            to: difference.to,
        });
        Verdict::Changed(changes.collect())
    }

    fn claim_contract(&mut self, draft: &ProjectDraft) {
        if let Some(number) = &draft.contract.number {
            self.contracts.insert(number.clone(), draft.code.clone());
        }
    }
}
