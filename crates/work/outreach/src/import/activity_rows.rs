//! Judging rows of activities.

use super::checker::{Known, OutreachChecker, Plan};
use super::problem::{changed, no_open_month, problem, problems, refused};
use super::row::{activity_of, place_of, place_only};
use crate::model::{activity_differences, check_activity};
use intake::{RowIn, RowProblem, Verdict};
use kernel::Fields;

/// What a changed row of a recognised activity is refused with.
const RECOGNISED: &str = "activities.recognised_row_differs";

impl OutreachChecker {
    pub(super) fn check_activity_row(&mut self, row: &RowIn) -> Verdict {
        let known = row.text("code").and_then(|code| self.activities.get(code));
        let typed = known.map(|known| known.record.typed(&self.tree));
        let Some(new) = activity_of(row, typed.as_ref()) else {
            return Verdict::Refused(Vec::new());
        };
        let mut wrong = Fields::default();
        let Some(record) = check_activity(&mut wrong, &self.tree, &new) else {
            return Verdict::Refused(problems(row, wrong));
        };
        // One that the row leaves out stays, and is there.
        let campaign = row.text("campaign");
        if let Some(code) = campaign.filter(|code| !self.campaigns.contains_key(*code)) {
            return refused(RowProblem::unknown("campaign", code));
        }
        if let Some(unit) = self.foreign(&record.organisers) {
            return refused(RowProblem::foreign_unit("organisers", &unit));
        }
        if let Some(known) = self.activities.get_mut(&record.code) {
            let found = activity_differences(&self.tree, &known.record, &record);
            if found.is_empty() {
                return Verdict::Same;
            }
            if let Some(first) = &known.row {
                return refused(RowProblem::twice("code", first));
            }
            let verdict = changed(row, found, RECOGNISED);
            if matches!(verdict, Verdict::Changed(_)) {
                known.row = Some(place_only(row));
                known.record = record;
                self.plan_activity(row, new, false);
            }
            return verdict;
        }
        let Some(setting) = &self.setting else {
            return refused(no_open_month());
        };
        let opening = match setting.days.judge(record.begins_on) {
            Ok(opening) => opening,
            Err(refusal) => return refused(problem(row, refusal.into())),
        };
        let code = record.code.clone();
        let known = Known {
            stored: None,
            record,
            row: Some(place_only(row)),
        };
        self.activities.insert(code, known);
        self.plan_activity(row, new, opening);
        Verdict::New
    }

    fn plan_activity(&mut self, row: &RowIn, new: crate::model::NewActivity, opening: bool) {
        let new = Box::new(new);
        let plan = Plan::Activity { new, opening };
        self.plans.insert(place_of(row), plan);
    }
}
