//! Judging and writing rows of visits.

use super::checker::{CareChecker, Known, Plan};
use super::memo::VisitMemo;
use super::parties::{Named, is_other};
use super::problem::{differs, place_of, place_only, problem, problems, text};
use crate::model::{LONGEST_OFFICER, Mode, Party, Purpose, Visit, VisitRefusal, same_note};
use crate::ops::{Visiting, book_visits, count_parties, parties_of};
use crate::store;
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::{Change, Context, RowIn, RowProblem, Verdict, Written};
use kernel::{Fields, Id, Month, Outcome};
use ledger::Recorded;
use projects::ProjectName;

/// What a row of visits writes.
#[expect(
    clippy::large_enum_variant,
    reason = "one for each row of a chunk, and soon gone"
)]
pub(super) enum VisitPlan {
    New(Visiting),
    Change { before: Visit, after: Visit },
}

/// What a row says beside whom it is about.
struct Typed {
    code: String,
    mode: Mode,
    purpose: Purpose,
    visited_on: NaiveDate,
    unit: i64,
    officer: String,
    progress: Option<String>,
    needs: Option<String>,
}

impl CareChecker {
    fn typed_visit(&self, row: &RowIn) -> Result<Typed, Vec<RowProblem>> {
        let mut wrong = Fields::default();
        let officer = text(&mut wrong, row, "officer", LONGEST_OFFICER);
        let mut found = problems(row, wrong);
        let unit = self.unit(row).map_err(|problem| found.push(problem));
        let note = |field| row.text(field).map(|text| text.trim().to_owned());
        let read = || {
            Some(Typed {
                code: row.text("code")?.to_owned(),
                mode: Mode::from_word(row.choice("mode")?)?,
                purpose: Purpose::from_word(row.choice("purpose")?)?,
                visited_on: row.date("visited_on")?,
                unit: unit.ok()?,
                officer,
                progress: note("progress"),
                needs: note("needs"),
            })
        };
        match read() {
            Some(typed) if found.is_empty() => Ok(typed),
            _ => Err(found),
        }
    }

    pub(super) fn check_visit(&mut self, row: &RowIn) -> Result<Verdict, Vec<RowProblem>> {
        let typed = self.typed_visit(row)?;
        let named = self.parties.company(row)?;
        let project = self.parties.project(row).map_err(|problem| vec![problem])?;
        if self.visits.contains_key(&typed.code) {
            return self.change_visit(row, &typed, named, project);
        }
        if matches!(named, Named::Nobody) && project.is_none() {
            return Err(vec![problem("company", VisitRefusal::NobodyVisited)]);
        }
        let days = self.days().map_err(|problem| vec![problem])?;
        let opening = days.judge(typed.visited_on);
        let opening = opening.map_err(|refusal| vec![problem("visited_on", refusal)])?;
        let visiting = Visiting {
            id: Id::new(self.ids.key()),
            code: typed.code,
            mode: typed.mode,
            purpose: typed.purpose,
            visited_on: typed.visited_on,
            opening,
            unit: typed.unit,
            officer: typed.officer,
            party: Party {
                company: self.parties.take(named),
                project,
            },
            progress: typed.progress,
            needs: typed.needs,
        };
        let known = Known {
            record: self.simulated_visit(&visiting),
            row: Some(place_only(row)),
        };
        self.visits.insert(visiting.code.clone(), known);
        let plan = Plan::Visit(VisitPlan::New(visiting));
        self.plans.insert(place_of(row), plan);
        Ok(Verdict::New)
    }

    /// The visit as it will be written, for the rows that come after.
    fn simulated_visit(&self, new: &Visiting) -> Visit {
        Visit {
            id: new.id,
            code: new.code.clone(),
            mode: new.mode,
            purpose: new.purpose,
            visited_on: new.visited_on,
            unit: new.unit,
            officer: new.officer.clone(),
            party: new.party.clone(),
            progress: new.progress.clone(),
            needs: new.needs.clone(),
            lead: None,
            opportunity: None,
            booked: Recorded {
                seq: i64::MAX,
                month: Month::of(new.visited_on),
                origin_month: None,
            },
            reversal: None,
            revision: 1,
            recorded_at: self.at,
            updated_at: self.at,
        }
    }

    fn change_visit(
        &mut self,
        row: &RowIn,
        typed: &Typed,
        named: Named,
        project: Option<ProjectName>,
    ) -> Result<Verdict, Vec<RowProblem>> {
        let known = &self.visits[&typed.code];
        let before = &known.record;
        let recognised = if before.mode != typed.mode {
            Some(("mode", before.mode.word().to_owned()))
        } else if before.purpose != typed.purpose {
            Some(("purpose", before.purpose.word().to_owned()))
        } else if before.visited_on != typed.visited_on {
            Some(("visited_on", before.visited_on.to_string()))
        } else if before.unit != typed.unit {
            Some(("unit", self.unit_name(before.unit)))
        } else {
            None
        };
        let changes = changes_of(before, typed, &named, project.as_ref());
        if let Some(first) = &known.row {
            return if recognised.is_none() && changes.is_empty() {
                Ok(Verdict::Same)
            } else {
                Err(vec![RowProblem::twice("code", first)])
            };
        }
        if let Some((field, recognised)) = recognised {
            return Err(vec![differs(row, field, &recognised)]);
        }
        if changes.is_empty() {
            return Ok(Verdict::Same);
        }
        let before = before.clone();
        let company = match named {
            Named::Nobody => before.party.company.clone(),
            named => self.parties.take(named),
        };
        let after = Visit {
            officer: typed.officer.clone(),
            party: Party {
                company,
                project: project.or_else(|| before.party.project.clone()),
            },
            progress: typed.progress.clone().or_else(|| before.progress.clone()),
            needs: typed.needs.clone().or_else(|| before.needs.clone()),
            revision: before.revision + 1,
            updated_at: self.at,
            ..before.clone()
        };
        let known = Known {
            record: after.clone(),
            row: Some(place_only(row)),
        };
        self.visits.insert(after.code.clone(), known);
        let plan = Plan::Visit(VisitPlan::Change { before, after });
        self.plans.insert(place_of(row), plan);
        Ok(Verdict::Changed(changes))
    }

    pub(super) async fn commit_visits(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let setting = self.setting()?;
        let mut new: Vec<(usize, Visiting)> = Vec::new();
        let mut changed: Vec<(usize, Visit, Visit)> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            match self.plans.remove(&place_of(row)) {
                Some(Plan::Visit(VisitPlan::New(mut visiting))) => {
                    visiting.unit = self.settled_unit(row)?;
                    new.push((at, visiting));
                }
                Some(Plan::Visit(VisitPlan::Change { before, after })) => {
                    changed.push((at, before, after));
                }
                _ => {}
            }
        }
        let of_new = new.iter_mut().map(|(at, new)| (*at, &mut new.party));
        let of_changed = changed
            .iter_mut()
            .map(|(at, _, after)| (*at, &mut after.party));
        let mut parties: Vec<(usize, &mut Party)> = of_new.chain(of_changed).collect();
        let mut written = self.parties.settle(tx, &self.ids, &mut parties).await?;
        let after: Vec<Visit> = changed.iter().map(|(_, _, after)| after.clone()).collect();
        store::save_visits(tx, &after).await?;
        let gone = parties_of(&changed, |(_, before, _)| &before.party);
        let come = parties_of(&changed, |(_, _, after)| &after.party);
        count_parties(tx, gone, come).await?;
        for (at, before, after) in changed {
            written.push(Written {
                row: at,
                record_kind: "visit",
                record_id: after.id.key(),
                fact_seqs: Vec::new(),
                created: false,
                before: Some(VisitMemo::of(&after, Some(&before))?),
            });
        }
        let (places, visiting): (Vec<usize>, Vec<Visiting>) = new.into_iter().unzip();
        let booked = book_visits(tx, &setting, &cx.actor, visiting).await?;
        for (at, visit) in places.into_iter().zip(booked) {
            written.push(Written {
                row: at,
                record_kind: "visit",
                record_id: visit.id.key(),
                fact_seqs: vec![visit.booked.seq],
                created: true,
                before: Some(VisitMemo::of(&visit, None)?),
            });
        }
        Ok(written)
    }
}

/// What a row changes of a visit. Empty cells say nothing.
fn changes_of(
    before: &Visit,
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
    if !same_note(&before.officer, &typed.officer) {
        note(
            "officer",
            Some(before.officer.clone()),
            typed.officer.clone(),
        );
    }
    party_changes(&before.party, named, project, &mut note);
    for (field, from, to) in [
        ("progress", &before.progress, &typed.progress),
        ("needs", &before.needs, &typed.needs),
    ] {
        let Some(to) = to else {
            continue;
        };
        if !same_note(from.as_deref().unwrap_or_default(), to) {
            note(field, from.clone(), to.clone());
        }
    }
    changes
}

/// What a row changes of whom a record is about.
pub(super) fn party_changes(
    party: &Party,
    named: &Named,
    project: Option<&ProjectName>,
    note: &mut impl FnMut(&str, Option<String>, String),
) {
    let company = party.company.as_ref();
    if is_other(company, named) {
        let to = match named {
            Named::Nobody => String::new(),
            Named::Known(company) => company.name.clone(),
            Named::New(draft) => draft.name.clone(),
        };
        note("company", company.map(|company| company.name.clone()), to);
    }
    let from = party.project.as_ref().map(|project| project.code.clone());
    if let Some(project) = project
        && from.as_deref() != Some(project.code.as_str())
    {
        note("project", from, project.code.clone());
    }
}
