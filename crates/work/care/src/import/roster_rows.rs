//! Judging and writing rows of the roster.

use super::checker::{CareChecker, Known, PartyKey, Plan};
use super::memo::RosterMemo;
use super::parties::Named;
use super::problem::{differs, place_of, place_only, problem, problems, text};
use crate::model::{
    LONGEST_OFFICER, LONGEST_RULE, Party, Roster, RosterRefusal, judge_enrolment, judge_release,
    same_note,
};
use crate::ops::{Enrolling, Releasing, book_releases, book_rosters};
use crate::store;
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::{Change, Context, RowIn, RowProblem, Verdict, Written};
use kernel::{Fields, Id, Outcome};
use ledger::Recorded;

/// What a row of the roster writes.
pub(super) enum RosterPlan {
    New(Enrolling),
    Change {
        before: Roster,
        rule: String,
        officer: String,
        released: Option<(NaiveDate, bool)>,
    },
}

/// What a row says beside its party.
struct Typed {
    unit: i64,
    enrolled_on: NaiveDate,
    rule: String,
    officer: String,
    released_on: Option<NaiveDate>,
}

impl CareChecker {
    pub(super) fn add_roster(&mut self, record: Roster, row: Option<RowIn>) {
        let party = key_of(&record.party);
        let at = self.rosters.len();
        self.rosters.push(Known { record, row });
        self.rosters_by_party.entry(party).or_default().push(at);
    }

    fn typed_roster(&self, row: &RowIn) -> Result<Typed, Vec<RowProblem>> {
        let mut wrong = Fields::default();
        let rule = text(&mut wrong, row, "rule", LONGEST_RULE);
        let officer = text(&mut wrong, row, "officer", LONGEST_OFFICER);
        let mut found = problems(row, wrong);
        let unit = self.unit(row).map_err(|problem| found.push(problem));
        match (unit, row.date("enrolled_on")) {
            (Ok(unit), Some(enrolled_on)) if found.is_empty() => Ok(Typed {
                unit,
                enrolled_on,
                rule,
                officer,
                released_on: row.date("released_on"),
            }),
            _ => Err(found),
        }
    }

    pub(super) fn check_roster(&mut self, row: &RowIn) -> Result<Verdict, Vec<RowProblem>> {
        let typed = self.typed_roster(row)?;
        let named = self.parties.company(row)?;
        let project = self.parties.project(row).map_err(|problem| vec![problem])?;
        if matches!(named, Named::Nobody) == project.is_none() {
            let field = if project.is_none() {
                "company"
            } else {
                "project"
            };
            return Err(vec![problem(field, RosterRefusal::OneParty)]);
        }
        let party = match (&named, &project) {
            (Named::Known(company), _) => Some(PartyKey::Company(company.id.key())),
            (_, Some(project)) => Some(PartyKey::Project(project.code.clone())),
            _ => None,
        };
        let places = party.and_then(|party| self.rosters_by_party.get(&party));
        let places = places.cloned().unwrap_or_default();
        let same_day = |at: &usize| self.rosters[*at].record.enrolled_on == typed.enrolled_on;
        if let Some(at) = places.iter().copied().find(same_day) {
            return self.change_roster(row, at, typed);
        }
        let others = places.iter().map(|&at| &self.rosters[at].record);
        if let Some(open) = others.clone().find(|other| other.is_open()) {
            let day = open.enrolled_on.to_string();
            return Err(vec![differs(row, "enrolled_on", &day)]);
        }
        let days = self.days().map_err(|problem| vec![problem])?;
        let opening = judge_enrolment(others, typed.enrolled_on, days)
            .map_err(|refusal| vec![problem("enrolled_on", refusal)])?;
        let released = released(&typed, days)?;
        let enrolling = Enrolling {
            id: Id::new(self.ids.key()),
            party: Party {
                company: self.parties.take(named),
                project,
            },
            unit: typed.unit,
            enrolled_on: typed.enrolled_on,
            opening,
            rule: typed.rule,
            officer: typed.officer,
            released,
        };
        self.add_roster(self.simulated(&enrolling), Some(place_only(row)));
        let plan = Plan::Roster(RosterPlan::New(enrolling));
        self.plans.insert(place_of(row), plan);
        Ok(Verdict::New)
    }

    /// The entry as it will be written, for the rows that come after.
    fn simulated(&self, new: &Enrolling) -> Roster {
        let booked = Recorded {
            seq: i64::MAX,
            month: kernel::Month::of(new.enrolled_on),
            origin_month: None,
        };
        Roster {
            id: new.id,
            party: new.party.clone(),
            unit: new.unit,
            enrolled_on: new.enrolled_on,
            rule: new.rule.clone(),
            officer: new.officer.clone(),
            booked,
            release: new.released.map(|(released_on, _)| crate::model::Release {
                id: 0,
                released_on,
                booked,
                recorded_at: self.at,
            }),
            reversal: None,
            revision: 1,
            recorded_at: self.at,
            updated_at: self.at,
        }
    }

    fn change_roster(
        &mut self,
        row: &RowIn,
        at: usize,
        typed: Typed,
    ) -> Result<Verdict, Vec<RowProblem>> {
        let known = &self.rosters[at].record;
        let mut leaving = None;
        let mut changes = Vec::new();
        let mut note = |field: &str, from: Option<String>, to: String| {
            changes.push(Change {
                field: field.to_owned(),
                from,
                to: Some(to),
            });
        };
        if let Some(day) = typed.released_on {
            match &known.release {
                Some(release) if release.released_on == day => {}
                Some(release) if self.rosters[at].row.is_none() => {
                    let day = release.released_on.to_string();
                    return Err(vec![differs(row, "released_on", &day)]);
                }
                _ => {
                    leaving = released(&typed, self.days().map_err(|wrong| vec![wrong])?)?;
                    note("released_on", None, day.to_string());
                }
            }
        }
        if !same_note(&known.rule, &typed.rule) {
            note("rule", Some(known.rule.clone()), typed.rule.clone());
        }
        if !same_note(&known.officer, &typed.officer) {
            note(
                "officer",
                Some(known.officer.clone()),
                typed.officer.clone(),
            );
        }
        let is_elsewhere = known.unit != typed.unit;
        if let Some(first) = &self.rosters[at].row {
            let is_same = changes.is_empty() && !is_elsewhere;
            return if is_same {
                Ok(Verdict::Same)
            } else {
                Err(vec![RowProblem::twice("enrolled_on", first)])
            };
        }
        if is_elsewhere {
            return Err(vec![differs(row, "unit", &self.unit_name(known.unit))]);
        }
        if changes.is_empty() {
            return Ok(Verdict::Same);
        }
        let plan = RosterPlan::Change {
            before: known.clone(),
            rule: typed.rule.clone(),
            officer: typed.officer.clone(),
            released: leaving,
        };
        self.plans.insert(place_of(row), Plan::Roster(plan));
        let booked = known.booked;
        let recorded_at = self.at;
        let known = &mut self.rosters[at];
        known.row = Some(place_only(row));
        known.record.rule = typed.rule;
        known.record.officer = typed.officer;
        if let Some((released_on, _)) = leaving {
            known.record.release = Some(crate::model::Release {
                id: 0,
                released_on,
                booked,
                recorded_at,
            });
        }
        Ok(Verdict::Changed(changes))
    }

    pub(super) async fn commit_rosters(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let setting = self.setting()?;
        let mut new: Vec<(usize, Enrolling)> = Vec::new();
        let mut changed: Vec<(usize, Roster, Roster)> = Vec::new();
        let mut releasing: Vec<(usize, Roster, NaiveDate, bool)> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            match self.plans.remove(&place_of(row)) {
                Some(Plan::Roster(RosterPlan::New(mut enrolling))) => {
                    enrolling.unit = self.settled_unit(row)?;
                    new.push((at, enrolling));
                }
                Some(Plan::Roster(RosterPlan::Change {
                    before,
                    rule,
                    officer,
                    released,
                })) => {
                    let after = Roster {
                        rule,
                        officer,
                        updated_at: setting.at,
                        ..before.clone()
                    };
                    if let Some((day, opening)) = released {
                        releasing.push((changed.len(), after.clone(), day, opening));
                    }
                    let revision = before.revision + 1;
                    changed.push((at, before, Roster { revision, ..after }));
                }
                _ => {}
            }
        }
        let parties = new.iter_mut().map(|(at, new)| (*at, &mut new.party));
        let mut parties: Vec<(usize, &mut Party)> = parties.collect();
        let mut written = self.parties.settle(tx, &self.ids, &mut parties).await?;
        // Whoever leaves goes first: the same company may come back in the same workbook.
        let leaving = releasing.iter().map(|(_, roster, day, opening)| Releasing {
            roster: roster.clone(),
            released_on: *day,
            opening: *opening,
        });
        let leaving = leaving.collect();
        let left = book_releases(tx, &setting, &self.ids, &cx.actor, leaving).await?;
        for ((place, ..), roster) in releasing.iter().zip(left) {
            changed[*place].2 = roster;
        }
        let after: Vec<Roster> = changed.iter().map(|(_, _, after)| after.clone()).collect();
        store::save_rosters(tx, &after).await?;
        for (at, before, after) in changed {
            let release = match before.release {
                None => after.release.as_ref(),
                Some(_) => None,
            };
            written.push(Written {
                row: at,
                record_kind: "roster",
                record_id: after.id.key(),
                fact_seqs: release
                    .map(|release| release.booked.seq)
                    .into_iter()
                    .collect(),
                created: false,
                before: Some(RosterMemo::of(&after, Some(&before), release.is_some())?),
            });
        }
        let (places, enrolling): (Vec<usize>, Vec<Enrolling>) = new.into_iter().unzip();
        let booked = book_rosters(tx, &setting, &self.ids, &cx.actor, enrolling).await?;
        for (at, roster) in places.into_iter().zip(booked) {
            let release = roster.release.as_ref().map(|release| release.booked.seq);
            written.push(Written {
                row: at,
                record_kind: "roster",
                record_id: roster.id.key(),
                fact_seqs: std::iter::once(roster.booked.seq).chain(release).collect(),
                created: true,
                before: Some(RosterMemo::of(&roster, None, false)?),
            });
        }
        Ok(written)
    }
}

fn key_of(party: &Party) -> PartyKey {
    match (&party.company, &party.project) {
        (None, Some(project)) => PartyKey::Project(project.code.clone()),
        _ => PartyKey::Company(party.company_key().unwrap_or_default()),
    }
}

/// The day a row's party left, and whether that is 期初.
fn released(
    typed: &Typed,
    days: ledger::Days,
) -> Result<Option<(NaiveDate, bool)>, Vec<RowProblem>> {
    let Some(day) = typed.released_on else {
        return Ok(None);
    };
    let opening = judge_release(typed.enrolled_on, day, days);
    let opening = opening.map_err(|refusal| vec![problem("released_on", refusal)])?;
    Ok(Some((day, opening)))
}
