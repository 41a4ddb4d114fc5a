//! Judging and writing rows of problems.

use super::checker::{CareChecker, Known, Plan};
use super::memo::ProblemMemo;
use super::parties::Named;
use super::problem::{differs, place_of, place_only, problem, problems, text};
use super::visit_rows::party_changes;
use crate::model::{
    Category, LONGEST_NOTE, Party, Problem, ProblemRefusal, Solution, VisitRef, frozen,
    judge_raising, judge_solution, same_note,
};
use crate::ops::{Solving, book_solutions, count_parties, parties_of};
use crate::store;
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::{Change, Context, RowIn, RowProblem, Verdict, Written};
use kernel::{Fields, Id, Outcome};
use ledger::{Days, Recorded};
use projects::ProjectName;
use serde_json::json;

/// What a row of problems writes.
pub(super) struct ProblemPlan {
    before: Option<Problem>,
    /// The record after, its new solution apart.
    after: Problem,
    /// The solution that the row notes first, and whether that is 期初.
    solved: Option<(NaiveDate, String, bool)>,
}

/// What a row says beside whom it is about.
struct Typed {
    code: String,
    category: Category,
    unit: i64,
    raised_on: NaiveDate,
    description: String,
    visit: Option<VisitRef>,
    solution: Option<(NaiveDate, String)>,
}

impl CareChecker {
    /// The visit that a row names, be it new in this batch.
    fn visit_of(&self, row: &RowIn) -> Result<Option<VisitRef>, RowProblem> {
        let Some(code) = row.text("visit") else {
            return Ok(None);
        };
        let known = self.visits.get(code);
        let known = known.ok_or_else(|| RowProblem::unknown("visit", code))?;
        Ok(Some(VisitRef {
            id: known.record.id,
            code: code.to_owned(),
        }))
    }

    fn typed_problem(&self, row: &RowIn) -> Result<Typed, Vec<RowProblem>> {
        let mut wrong = Fields::default();
        let description = text(&mut wrong, row, "description", LONGEST_NOTE);
        let mut found = problems(row, wrong);
        let unit = self.unit(row).map_err(|problem| found.push(problem));
        let visit = self.visit_of(row).map_err(|problem| found.push(problem));
        let solution = row.text("solution").map(|text| text.trim().to_owned());
        let solution = match (row.date("solved_on"), solution) {
            (Some(day), Some(text)) => Some((day, text)),
            (None, None) => None,
            (Some(_), None) => {
                let code = "problems.solution_missing";
                found.push(RowProblem::new("solution", code, json!({})));
                None
            }
            (None, Some(_)) => {
                let code = "problems.solution_undated";
                found.push(RowProblem::new("solved_on", code, json!({})));
                None
            }
        };
        let read = || {
            Some(Typed {
                code: row.text("code")?.to_owned(),
                category: Category::from_word(row.choice("category")?)?,
                unit: unit.ok()?,
                raised_on: row.date("raised_on")?,
                description,
                visit: visit.ok()?,
                solution,
            })
        };
        match read() {
            Some(typed) if found.is_empty() => Ok(typed),
            _ => Err(found),
        }
    }

    pub(super) fn check_problem(&mut self, row: &RowIn) -> Result<Verdict, Vec<RowProblem>> {
        let typed = self.typed_problem(row)?;
        let named = self.parties.company(row)?;
        let project = self.parties.project(row).map_err(|problem| vec![problem])?;
        let days = self.days().map_err(|problem| vec![problem])?;
        if self.problems.contains_key(&typed.code) {
            return self.change_problem(row, typed, named, project, days);
        }
        if matches!(named, Named::Nobody) && project.is_none() {
            return Err(vec![problem("company", ProblemRefusal::NobodyAffected)]);
        }
        let raised = judge_raising(typed.raised_on, None, days);
        raised.map_err(|refusal| vec![problem("raised_on", refusal)])?;
        let solved = solved(&typed, days)?;
        let after = Problem {
            id: Id::new(self.ids.key()),
            code: typed.code,
            category: typed.category,
            unit: typed.unit,
            party: Party {
                company: self.parties.take(named),
                project,
            },
            raised_on: typed.raised_on,
            description: typed.description,
            visit: typed.visit,
            solution: None,
            revision: 1,
            recorded_at: self.at,
            updated_at: self.at,
            removed_at: None,
        };
        self.accept(row, None, after, solved);
        Ok(Verdict::New)
    }

    /// Remembers what an accepted row writes.
    fn accept(
        &mut self,
        row: &RowIn,
        before: Option<Problem>,
        after: Problem,
        solved: Option<(NaiveDate, String, bool)>,
    ) {
        let simulated = solved.clone().map(|(solved_on, text, _)| Solution {
            id: 0,
            solved_on,
            text,
            booked: Recorded {
                seq: i64::MAX,
                month: kernel::Month::of(solved_on),
                origin_month: None,
            },
            recorded_at: self.at,
        });
        let known = Known {
            record: Problem {
                solution: simulated.or_else(|| after.solution.clone()),
                ..after.clone()
            },
            row: Some(place_only(row)),
        };
        self.problems.insert(after.code.clone(), known);
        let plan = ProblemPlan {
            before,
            after,
            solved,
        };
        self.plans.insert(place_of(row), Plan::Problem(plan));
    }

    fn change_problem(
        &mut self,
        row: &RowIn,
        typed: Typed,
        named: Named,
        project: Option<ProjectName>,
        days: Days,
    ) -> Result<Verdict, Vec<RowProblem>> {
        let known = &self.problems[&typed.code];
        let before = known.record.clone();
        let changes = self.problem_changes(&before, &typed, &named, project.as_ref());
        if let Some(first) = &known.row {
            return if changes.is_empty() {
                Ok(Verdict::Same)
            } else {
                Err(vec![RowProblem::twice("code", first)])
            };
        }
        if let Some(field) = frozen(&before, typed.category, typed.unit) {
            let recognised = match field {
                "category" => before.category.word().to_owned(),
                _ => self.unit_name(before.unit),
            };
            return Err(vec![differs(row, field, &recognised)]);
        }
        if let (Some(solution), Some((day, _))) = (&before.solution, &typed.solution)
            && solution.solved_on != *day
        {
            let recognised = solution.solved_on.to_string();
            return Err(vec![differs(row, "solved_on", &recognised)]);
        }
        if changes.is_empty() {
            return Ok(Verdict::Same);
        }
        let solved_on = before.solution.as_ref().map(|solution| solution.solved_on);
        let raised = judge_raising(typed.raised_on, solved_on, days);
        raised.map_err(|refusal| vec![problem("raised_on", refusal)])?;
        let new_solution = match before.solution {
            None => solved(&typed, days)?,
            Some(_) => None,
        };
        let text = typed.solution.map(|(_, text)| text);
        let solution = before.solution.clone().map(|solution| Solution {
            text: text.unwrap_or_else(|| solution.text.clone()),
            ..solution
        });
        let company = match named {
            Named::Nobody => before.party.company.clone(),
            named => self.parties.take(named),
        };
        let after = Problem {
            category: typed.category,
            unit: typed.unit,
            party: Party {
                company,
                project: project.or_else(|| before.party.project.clone()),
            },
            raised_on: typed.raised_on,
            description: typed.description,
            visit: typed.visit.or_else(|| before.visit.clone()),
            solution,
            revision: before.revision + 1,
            updated_at: self.at,
            ..before.clone()
        };
        self.accept(row, Some(before), after, new_solution);
        Ok(Verdict::Changed(changes))
    }

    /// What a row changes of a problem. Empty cells say nothing.
    fn problem_changes(
        &self,
        before: &Problem,
        typed: &Typed,
        named: &Named,
        project: Option<&ProjectName>,
    ) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut note = |field: &str, from: Option<String>, to: String| {
            changes.push(Change {
                field: field.to_owned(),
                from,
                to: Some(to),
            });
        };
        if before.category != typed.category {
            let word = |category: Category| category.word().to_owned();
            note(
                "category",
                Some(word(before.category)),
                word(typed.category),
            );
        }
        if before.unit != typed.unit {
            let from = self.unit_name(before.unit);
            note("unit", Some(from), self.unit_name(typed.unit));
        }
        party_changes(&before.party, named, project, &mut note);
        if before.raised_on != typed.raised_on {
            let from = before.raised_on.to_string();
            note("raised_on", Some(from), typed.raised_on.to_string());
        }
        if !same_note(&before.description, &typed.description) {
            let from = Some(before.description.clone());
            note("description", from, typed.description.clone());
        }
        let known = before.visit.as_ref();
        if let Some(visit) = &typed.visit
            && known.is_none_or(|known| known.code != visit.code)
        {
            note(
                "visit",
                known.map(|known| known.code.clone()),
                visit.code.clone(),
            );
        }
        if let Some((day, text)) = &typed.solution {
            let known = before.solution.as_ref();
            if known.is_none_or(|known| known.solved_on != *day) {
                let from = known.map(|known| known.solved_on.to_string());
                note("solved_on", from, day.to_string());
            }
            if known.is_none_or(|known| !same_note(&known.text, text)) {
                note(
                    "solution",
                    known.map(|known| known.text.clone()),
                    text.clone(),
                );
            }
        }
        changes
    }

    pub(super) async fn commit_problems(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let setting = self.setting()?;
        let mut plans: Vec<(usize, ProblemPlan)> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            if let Some(Plan::Problem(mut plan)) = self.plans.remove(&place_of(row)) {
                plan.after.unit = self.settled_unit(row)?;
                plans.push((at, plan));
            }
        }
        let parties = plans
            .iter_mut()
            .map(|(at, plan)| (*at, &mut plan.after.party));
        let mut parties: Vec<(usize, &mut Party)> = parties.collect();
        let mut written = self.parties.settle(tx, &self.ids, &mut parties).await?;
        let after: Vec<Problem> = plans.iter().map(|(_, plan)| plan.after.clone()).collect();
        store::save_problems(tx, &after).await?;
        let gone = plans.iter().filter_map(|(_, plan)| plan.before.as_ref());
        let gone = parties_of(gone, |problem| &problem.party);
        count_parties(tx, gone, parties_of(&after, |problem| &problem.party)).await?;
        let rewritten: Vec<_> = after
            .into_iter()
            .filter_map(|problem| Some((problem.id, problem.solution?, None)))
            .collect();
        store::save_solutions(tx, &rewritten).await?;
        let solving = plans.iter().filter_map(|(_, plan)| {
            let (solved_on, text, opening) = plan.solved.clone()?;
            Some(Solving {
                problem: plan.after.clone(),
                solved_on,
                opening,
                text,
            })
        });
        let solving = solving.collect();
        let booked = book_solutions(tx, &setting, &self.ids, &cx.actor, solving).await?;
        let mut booked = booked.into_iter();
        for (at, plan) in plans {
            let noted = match plan.solved {
                Some(_) => booked.next(),
                None => None,
            };
            let seq = noted.as_ref().and_then(|problem| problem.solution.as_ref());
            let fact_seqs = seq
                .map(|solution| solution.booked.seq)
                .into_iter()
                .collect();
            let after = noted.unwrap_or(plan.after);
            written.push(Written {
                row: at,
                record_kind: "problem",
                record_id: after.id.key(),
                fact_seqs,
                created: plan.before.is_none(),
                before: Some(ProblemMemo::of(&after, plan.before.as_ref())?),
            });
        }
        Ok(written)
    }
}

/// The solution that a row notes, and whether it is 期初.
fn solved(typed: &Typed, days: Days) -> Result<Option<(NaiveDate, String, bool)>, Vec<RowProblem>> {
    let Some((day, text)) = typed.solution.clone() else {
        return Ok(None);
    };
    let opening = judge_solution(typed.raised_on, day, days);
    let opening = opening.map_err(|refusal| vec![problem("solved_on", refusal)])?;
    Ok(Some((day, text, opening)))
}
