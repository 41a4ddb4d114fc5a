//! Judging rows of milestones.

use super::checker::{Plan, ProjectChecker};
use super::problem::{place_only, problem};
use super::row::{MilestoneIn, milestone_of, place_of};
use crate::model::{Home, Milestone, MilestoneKind, judge_milestone};
use intake::{RowIn, RowProblem, Verdict};
use kernel::Id;
use ledger::Days;
use serde_json::json;
use std::collections::HashMap;

impl ProjectChecker {
    pub(super) fn check_milestone(&mut self, row: &RowIn) -> Verdict {
        if !self.milestone_rows.is_empty() {
            self.judge_milestones();
        }
        let verdict = self.milestone_verdicts.remove(&place_of(row));
        verdict.unwrap_or_else(|| Verdict::Refused(Vec::new()))
    }

    /// Judges all rows at once, by the day on which things happened: a sheet may name the
    /// start before the signing. On and off lists, into and out of pauses they are taken
    /// as they stand in the sheet, in which order they will be booked.
    fn judge_milestones(&mut self) {
        let rows = std::mem::take(&mut self.milestone_rows);
        let mut read: Vec<(RowIn, MilestoneIn)> = rows
            .into_iter()
            .filter_map(|row| milestone_of(&row).map(|milestone| (row, milestone)))
            .collect();
        read.sort_by_key(|(row, milestone)| {
            let repeats = milestone.kind.may_repeat();
            let day = (!repeats).then_some((milestone.occurred_on, milestone.kind));
            (repeats, day, place_of(row))
        });
        let mut here: HashMap<(String, MilestoneKind), RowIn> = HashMap::new();
        for (row, milestone) in read {
            let verdict = self.judge_one(&row, milestone, &mut here);
            self.milestone_verdicts.insert(place_of(&row), verdict);
        }
    }

    fn judge_one(
        &mut self,
        row: &RowIn,
        milestone: MilestoneIn,
        here: &mut HashMap<(String, MilestoneKind), RowIn>,
    ) -> Verdict {
        let refused = |problem| Verdict::Refused(vec![problem]);
        let known = match self.named(row) {
            Ok(known) => known,
            Err(problem) => return refused(problem),
        };
        let project = &known.project;
        let code = project.code.clone();
        let kind = milestone.kind;
        let day = milestone.occurred_on;
        let standing = if kind.may_repeat() {
            project.life.on(kind, day)
        } else {
            project.life.last(kind)
        };
        let key = (code.clone(), kind);
        if let Some(standing) = standing {
            let Some((field, recognised)) = differs(standing, &milestone) else {
                return Verdict::Same;
            };
            return refused(match here.get(&key) {
                Some(first) => RowProblem::twice("milestone", first),
                None => RowProblem::new(
                    field,
                    "projects.recognised_row_differs",
                    json!({ "field": field, "recognised": recognised }),
                ),
            });
        }
        let Some(days) = self.days() else {
            return refused(RowProblem::of_row("ledger.no_open_month", json!({})));
        };
        let opening = match judge_milestone(project, kind, day, days, Home::of(&self.tree)) {
            Ok(opening) => opening,
            Err(refusal) => return refused(problem(row, refusal)),
        };
        // Nothing but its order tells a milestone that is to be written from one that is.
        let number = i64::try_from(self.plans.len()).unwrap_or(i64::MAX);
        let simulated = Milestone {
            id: Id::new(0),
            kind,
            occurred_on: day,
            evidence: milestone.evidence.clone(),
            origin_month: (!opening).then_some(days.open),
            month: days.open,
            fact_seq: i64::MAX / 2 + number,
            recorded_at: self.at,
        };
        let known = self.projects.get_mut(&code).expect("it was found above");
        known.project.life.add(simulated);
        here.insert(key, place_only(row));
        let plan = Plan::Milestone {
            project: code,
            milestone,
            opening,
        };
        self.plans.insert(place_of(row), plan);
        Verdict::New
    }

    /// The books' days, if they are open.
    pub(super) fn days(&self) -> Option<Days> {
        self.setting.as_ref().map(|setting| setting.days)
    }
}

/// The field in which a row differs from what is recognised, and what that is. A row that
/// says nothing of the evidence does not differ in it.
fn differs(standing: &Milestone, row: &MilestoneIn) -> Option<(&'static str, String)> {
    if standing.occurred_on != row.occurred_on {
        return Some(("occurred_on", standing.occurred_on.to_string()));
    }
    let evidence = row.evidence.as_ref()?;
    let recognised = standing.evidence.clone().unwrap_or_default();
    (*evidence != recognised).then_some(("evidence", recognised))
}
