//! Judging rows of opportunities and of their publications.

use super::checker::{ChannelChecker, ClosingPlan, Known, Plan, place_of};
use super::problem::{change, differs, no_open_month, place_only, problem, problems, refused};
use crate::model::{
    Category, Closing, LONGEST_CHANNEL, NewOpportunity, Opportunity, OpportunityDraft, OutcomeKind,
    check_opportunity, fresh_opportunity, judge_closing, judge_publishing, required,
};
use intake::{Change, RowIn, RowProblem, Verdict};
use kernel::{Fields, Money};
use ledger::Days;
use serde_json::json;

fn owned(row: &RowIn, field: &str) -> Option<String> {
    row.text(field).map(str::to_owned)
}

/// The closing that a row names, its project by code.
struct ClosingIn {
    closing: Closing,
    project: Option<String>,
}

impl ChannelChecker {
    pub(super) fn check_opportunity(&mut self, row: &RowIn) -> Verdict {
        let category = row.choice("category").and_then(Category::from_word);
        let (Some(category), Some(reserved_on)) = (category, row.date("reserved_on")) else {
            return Verdict::Refused(Vec::new());
        };
        let code = owned(row, "code").unwrap_or_default();
        let known = self.opportunities.get(&code).map(|known| &known.record);
        let new = NewOpportunity {
            name: owned(row, "name").unwrap_or_default(),
            category,
            unit: owned(row, "unit").unwrap_or_default(),
            chain: owned(row, "chain").or_else(|| known?.chain.clone()),
            investment: row.money("investment").or_else(|| known?.investment),
            reserved_on,
            content: owned(row, "content").or_else(|| known?.content.clone()),
            code,
        };
        let mut wrong = Fields::default();
        let Some(draft) = check_opportunity(&mut wrong, &self.tree, &new) else {
            return problems(row, wrong);
        };
        if let Err(problem) = self.covered("unit", draft.unit) {
            return refused(problem);
        }
        let closing = match self.closing_of(row) {
            Ok(closing) => closing,
            Err(problem) => return refused(problem),
        };
        if self.opportunities.contains_key(&draft.code) {
            self.change_opportunity(row, new.unit, draft, closing)
        } else {
            self.register_opportunity(row, new.unit, draft, closing)
        }
    }

    /// The closing of a row: day and outcome together, the project only with them.
    fn closing_of(&self, row: &RowIn) -> Result<Option<ClosingIn>, RowProblem> {
        let incomplete = |field| {
            Err(RowProblem::new(
                field,
                "opportunities.closing_incomplete",
                json!({}),
            ))
        };
        let outcome = row.choice("outcome").and_then(OutcomeKind::from_word);
        let project = owned(row, "project");
        let (on, outcome) = match (row.date("closed_on"), outcome) {
            (Some(on), Some(outcome)) => (on, outcome),
            (None, None) if project.is_none() => return Ok(None),
            (Some(_), None) => return incomplete("outcome"),
            (None, _) => return incomplete("closed_on"),
        };
        let found = match project.as_deref() {
            None => None,
            Some(code) => {
                let known = self.projects.get(code);
                let known = known.ok_or_else(|| RowProblem::unknown("project", code))?;
                if let Some(lead) = known.lead {
                    self.covered("project", lead)?;
                }
                if outcome == OutcomeKind::Withdrawn {
                    let refusal = crate::OpportunityRefusal::ProjectNotMatched;
                    return Err(problem("project", refusal));
                }
                known.id
            }
        };
        let closing = Closing {
            on,
            outcome,
            project: found,
        };
        Ok(Some(ClosingIn { closing, project }))
    }

    fn register_opportunity(
        &mut self,
        row: &RowIn,
        unit: String,
        draft: OpportunityDraft,
        closing: Option<ClosingIn>,
    ) -> Verdict {
        let Some(days) = self.days() else {
            return refused(no_open_month());
        };
        let reserving = match days.judge(draft.reserved_on) {
            Ok(opening) => opening,
            Err(refusal) => return refused(problem("reserved_on", refusal)),
        };
        let mut record = fresh_opportunity(draft, &self.ids, self.at);
        let planned = match plan_closing(&record, closing.as_ref(), days) {
            Ok(planned) => planned,
            Err(problem) => return refused(problem),
        };
        record.closing = closing.map(|closing| closing.closing);
        let plan = Plan::Opportunity {
            code: record.code.clone(),
            unit,
            reserving: Some(reserving),
            closing: planned,
        };
        let known = Known {
            fresh: true,
            row: Some(place_only(row)),
            record,
        };
        self.opportunities.insert(known.record.code.clone(), known);
        self.plans.insert(place_of(row), plan);
        Verdict::New
    }

    fn change_opportunity(
        &mut self,
        row: &RowIn,
        unit: String,
        draft: OpportunityDraft,
        closing: Option<ClosingIn>,
    ) -> Verdict {
        let known = &self.opportunities[&draft.code];
        let record = &known.record;
        if let Err(problem) = self.covered("code", record.unit) {
            return refused(problem);
        }
        let mut wrong = self.recognised_otherwise(record, &draft);
        if let (Some(given), Some(known)) = (&closing, &record.closing) {
            wrong.extend(closed_otherwise(&given.closing, known));
        }
        let closing = closing.filter(|_| record.closing.is_none());
        let mut changes = text_changes(record, &draft);
        let day = closing.as_ref().map(|given| given.closing.on.to_string());
        changes.extend(change("closed_on", None, day.as_deref()));
        if wrong.is_empty() && changes.is_empty() {
            return Verdict::Same;
        }
        if let Some(first) = &known.row {
            return refused(RowProblem::twice("code", first));
        }
        if !wrong.is_empty() {
            return Verdict::Refused(wrong);
        }
        let planned = match (&closing, self.days()) {
            (None, _) => None,
            (Some(_), None) => return refused(no_open_month()),
            (Some(closing), Some(days)) => match plan_closing(record, Some(closing), days) {
                Ok(planned) => planned,
                Err(problem) => return refused(problem),
            },
        };
        let plan = Plan::Opportunity {
            code: draft.code.clone(),
            unit,
            reserving: None,
            closing: planned,
        };
        let known = self.opportunities.get_mut(&draft.code);
        let known = known.expect("it was found above");
        known.row = Some(place_only(row));
        known.record.name = draft.name;
        known.record.chain = draft.chain;
        known.record.content = draft.content;
        if let Some(closing) = closing {
            known.record.closing = Some(closing.closing);
        }
        self.plans.insert(place_of(row), plan);
        Verdict::Changed(changes)
    }

    /// What a row says otherwise than the fact of the planning does.
    fn recognised_otherwise(
        &self,
        record: &Opportunity,
        draft: &OpportunityDraft,
    ) -> Vec<RowProblem> {
        let mut wrong = Vec::new();
        if draft.unit != record.unit {
            wrong.push(differs("unit", &self.unit_name(record.unit)));
        }
        if draft.category != record.category {
            wrong.push(differs("category", record.category.word()));
        }
        if draft.investment != record.investment {
            let recognised = record.investment.unwrap_or(Money::ZERO);
            wrong.push(differs("investment", &recognised.to_string()));
        }
        if draft.reserved_on != record.reserved_on {
            wrong.push(differs("reserved_on", &record.reserved_on.to_string()));
        }
        wrong
    }

    pub(super) fn check_publication(&mut self, row: &RowIn) -> Verdict {
        let Some(published_on) = row.date("published_on") else {
            return Verdict::Refused(Vec::new());
        };
        let code = owned(row, "opportunity").unwrap_or_default();
        let mut wrong = Fields::default();
        let channel = row.text("channel").unwrap_or_default();
        let channel = required(&mut wrong, "channel", channel, LONGEST_CHANNEL);
        if !wrong.is_clean() {
            return problems(row, wrong);
        }
        let Some(known) = self.opportunities.get(&code) else {
            return refused(RowProblem::unknown("opportunity", &code));
        };
        if let Err(problem) = self.covered("opportunity", known.record.unit) {
            return refused(problem);
        }
        let key = (code.clone(), channel.clone(), published_on);
        if self.published.contains(&key) {
            return Verdict::Same;
        }
        let Some(days) = self.days() else {
            return refused(no_open_month());
        };
        let opening = match judge_publishing(&known.record, published_on, days) {
            Ok(opening) => opening,
            Err(refusal) => return refused(problem("published_on", refusal)),
        };
        self.published.insert(key);
        let plan = Plan::Publication {
            opportunity: code,
            channel,
            published_on,
            opening,
        };
        self.plans.insert(place_of(row), plan);
        Verdict::New
    }
}

fn plan_closing(
    record: &Opportunity,
    given: Option<&ClosingIn>,
    days: Days,
) -> Result<Option<ClosingPlan>, RowProblem> {
    let Some(ClosingIn { closing, project }) = given else {
        return Ok(None);
    };
    let judged = judge_closing(record, *closing, days);
    let opening = judged.map_err(|refusal| problem("closed_on", refusal))?;
    Ok(Some(ClosingPlan {
        on: closing.on,
        outcome: closing.outcome,
        project: project.clone(),
        opening,
    }))
}

/// What a row says otherwise than the fact of the closing does; a row that names no project
/// says nothing of it.
fn closed_otherwise(given: &Closing, known: &Closing) -> Vec<RowProblem> {
    let mut wrong = Vec::new();
    if given.on != known.on {
        wrong.push(differs("closed_on", &known.on.to_string()));
    }
    if given.outcome != known.outcome {
        wrong.push(differs("outcome", known.outcome.word()));
    }
    if given.project.is_some() && given.project != known.project {
        let recognised = known.project.map(|project| project.to_string());
        wrong.push(differs("project", &recognised.unwrap_or_default()));
    }
    wrong
}

/// What a row changes that no fact carries.
fn text_changes(record: &Opportunity, draft: &OpportunityDraft) -> Vec<Change> {
    [
        change("name", Some(&record.name), Some(&draft.name)),
        change("chain", record.chain.as_deref(), draft.chain.as_deref()),
        change(
            "content",
            record.content.as_deref(),
            draft.content.as_deref(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
