//! Judging rows of policy documents.

use super::checker::{Known, OutreachChecker, Plan};
use super::problem::{changed, no_open_month, problem, problems, refused};
use super::row::{document_of, place_of, place_only};
use crate::model::{NewPolicyDocument, check_document, document_differences, document_number};
use intake::{RowIn, RowProblem, Verdict};
use kernel::Fields;

/// What a changed row of a recognised document is refused with.
const RECOGNISED: &str = "policy_documents.recognised_row_differs";

impl OutreachChecker {
    pub(super) fn check_document_row(&mut self, row: &RowIn) -> Verdict {
        let number = row.text("number").map(document_number);
        let known = number.and_then(|number| self.documents.get(&number));
        let typed = known.map(|known| known.record.typed());
        let Some(new) = document_of(row, typed.as_ref()) else {
            return Verdict::Refused(Vec::new());
        };
        let mut wrong = Fields::default();
        let Some(record) = check_document(&mut wrong, &self.tree, &new) else {
            return Verdict::Refused(problems(row, wrong));
        };
        // One that the row leaves out stays, and is there.
        let campaign = row.text("campaign");
        if let Some(code) = campaign.filter(|code| !self.campaigns.contains_key(*code)) {
            return refused(RowProblem::unknown("campaign", code));
        }
        if let Some(unit) = self.foreign(&[record.unit]) {
            return refused(RowProblem::foreign_unit("issuer", &unit));
        }
        if let Some(known) = self.documents.get_mut(&record.number) {
            let found = document_differences(&self.tree, &known.record, &record);
            if found.is_empty() {
                return Verdict::Same;
            }
            if let Some(first) = &known.row {
                return refused(RowProblem::twice("number", first));
            }
            let verdict = changed(row, found, RECOGNISED);
            if matches!(verdict, Verdict::Changed(_)) {
                known.row = Some(place_only(row));
                known.record = record;
                self.plan_document(row, new, false);
            }
            return verdict;
        }
        let Some(setting) = &self.setting else {
            return refused(no_open_month());
        };
        let opening = match setting.days.judge(record.issued_on) {
            Ok(opening) => opening,
            Err(refusal) => return refused(problem(row, refusal.into())),
        };
        let number = record.number.clone();
        let known = Known {
            stored: None,
            record,
            row: Some(place_only(row)),
        };
        self.documents.insert(number, known);
        self.plan_document(row, new, opening);
        Verdict::New
    }

    fn plan_document(&mut self, row: &RowIn, new: NewPolicyDocument, opening: bool) {
        let new = Box::new(new);
        let plan = Plan::Document { new, opening };
        self.plans.insert(place_of(row), plan);
    }
}
