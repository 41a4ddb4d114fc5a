//! Taking a batch back: facts are reversed, records go back or away.

use super::memo::{ProblemMemo, RosterMemo, VisitMemo};
use super::spec::{PROBLEMS, ROSTERS, VISITS};
use crate::model::{
    Party, Problem, Roster, RosterRefusal, Solution, Visit, VisitRefusal, judge_reopening,
};
use crate::ops::{
    Taking, count_parties, parties_of, take_back_rosters, take_back_solutions, take_back_visits,
};
use crate::store::{self, Names};
use db::DatabaseTransaction;
use intake::{Context, Kept, Setting, WrittenRow};
use kernel::{Outcome, Refusal, params_of};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Why records are marked as taken back.
const REASON: &str = "undo";

fn kept(kind: &str, row: &WrittenRow, code: &str, params: Value) -> Kept {
    Kept {
        kind: kind.to_owned(),
        key: row.key.clone(),
        code: code.to_owned(),
        params: params_of(params),
    }
}

fn refused(kind: &str, row: &WrittenRow, refusal: impl Into<Refusal>) -> Kept {
    let Refusal { code, params, .. } = refusal.into();
    kept(kind, row, code, Value::Object(params))
}

fn memo<T: DeserializeOwned>(row: &WrittenRow) -> Outcome<T> {
    Ok(serde_json::from_value(
        row.before.clone().unwrap_or_default(),
    )?)
}

fn of_kind<'a>(written: &'a [WrittenRow], kind: &str) -> Vec<&'a WrittenRow> {
    let rows = written.iter();
    rows.filter(|row| row.record_kind == kind).collect()
}

fn ids(rows: &[&WrittenRow]) -> Vec<i64> {
    rows.iter().map(|row| row.record_id).collect()
}

pub(super) async fn undo(
    tx: &DatabaseTransaction,
    cx: &Context,
    kind: &'static str,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    ledger::lock_journal(tx).await?;
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let mut left = match kind {
        ROSTERS => rosters(tx, cx, &setting, written).await?,
        VISITS => visits(tx, cx, &setting, written).await?,
        _ => problems(tx, cx, &setting, written).await?,
    };
    left.extend(companies(tx, cx, written).await?);
    Ok(left)
}

/// Companies that rows registered go, unless something else names them.
async fn companies(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    let rows = of_kind(written, "company");
    let standing = companies::withdraw_companies(tx, cx.at, &ids(&rows)).await?;
    let mut left = Vec::new();
    for row in rows {
        if let Some(reason) = standing.get(&row.record_id) {
            left.push(kept("companies", row, reason.code(), reason.params()));
        }
    }
    Ok(left)
}

async fn rosters(
    tx: &DatabaseTransaction,
    cx: &Context,
    setting: &Setting,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    let rows = of_kind(written, "roster");
    let found = store::rosters_by_ids(tx, &ids(&rows)).await?;
    let companies = found.iter().filter_map(|roster| roster.party.company_key());
    let projects = found.iter().filter_map(|roster| roster.party.project_key());
    let (companies, projects): (Vec<i64>, Vec<i64>) = (companies.collect(), projects.collect());
    let mut standing = store::rosters_of(tx, &companies, &projects).await?;
    let mut found: HashMap<i64, Roster> = found
        .into_iter()
        .map(|roster| (roster.id.key(), roster))
        .collect();
    let mut left = Vec::new();
    let mut takings = Vec::new();
    let mut saved = Vec::new();
    for row in rows {
        let Some(roster) = found.remove(&row.record_id) else {
            continue;
        };
        let memo: RosterMemo = memo(row)?;
        if roster.reversal.is_some() {
            left.push(kept(ROSTERS, row, "rosters.corrected_since", json!({})));
            continue;
        }
        if roster.revision != memo.revision {
            left.push(kept(ROSTERS, row, "rosters.changed_since", json!({})));
            continue;
        }
        let Some((rule, officer)) = memo.before else {
            standing.retain(|other| other.id != roster.id);
            takings.push((roster, Taking::Whole));
            continue;
        };
        if memo.released {
            let others = standing.iter().filter(|other| other.party == roster.party);
            let judged: Result<(), RosterRefusal> = judge_reopening(&roster, others);
            if let Err(refusal) = judged {
                left.push(refused(ROSTERS, row, refusal));
                continue;
            }
        }
        let before = Roster {
            rule,
            officer,
            updated_at: cx.at,
            ..roster
        };
        if memo.released {
            takings.push((before, Taking::Release));
        } else {
            let revision = before.revision + 1;
            saved.push(Roster { revision, ..before });
        }
    }
    take_back_rosters(tx, setting, &cx.actor, takings, REASON).await?;
    store::save_rosters(tx, &saved).await?;
    Ok(left)
}

async fn visits(
    tx: &DatabaseTransaction,
    cx: &Context,
    setting: &Setting,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    let rows = of_kind(written, "visit");
    let keys = ids(&rows);
    let referring = store::problems_from(tx, &keys).await?;
    let found = store::visits_by_ids(tx, &keys).await?;
    let mut found: HashMap<i64, Visit> = found
        .into_iter()
        .map(|visit| (visit.id.key(), visit))
        .collect();
    let mut left = Vec::new();
    let mut taken = Vec::new();
    let mut back = Vec::new();
    for row in rows {
        let Some(visit) = found.remove(&row.record_id) else {
            continue;
        };
        let memo: VisitMemo = memo(row)?;
        if visit.reversal.is_some() {
            left.push(kept(VISITS, row, "visits.corrected_since", json!({})));
        } else if visit.revision != memo.revision {
            left.push(kept(VISITS, row, "visits.changed_since", json!({})));
        } else if let Some(before) = memo.before {
            back.push((visit, before));
        } else if let Some(&problems) = referring.get(&row.record_id) {
            left.push(refused(VISITS, row, VisitRefusal::ReferredTo { problems }));
        } else {
            taken.push(visit);
        }
    }
    take_back_visits(tx, setting, &cx.actor, taken, REASON).await?;
    let companies = back.iter().filter_map(|(_, before)| before.company);
    let projects = back.iter().filter_map(|(_, before)| before.project);
    let names = Names::load(tx, companies.collect(), projects.collect()).await?;
    let gone = parties_of(&back, |(visit, _)| &visit.party);
    let back = back.into_iter().map(|(visit, before)| {
        Ok(Visit {
            officer: before.officer,
            party: names.party(before.company, before.project)?,
            progress: before.progress,
            needs: before.needs,
            revision: visit.revision + 1,
            updated_at: cx.at,
            ..visit
        })
    });
    let back = back.collect::<Outcome<Vec<Visit>>>()?;
    store::save_visits(tx, &back).await?;
    count_parties(tx, gone, parties_of(&back, |visit| &visit.party)).await?;
    Ok(left)
}

async fn problems(
    tx: &DatabaseTransaction,
    cx: &Context,
    setting: &Setting,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    let rows = of_kind(written, "problem");
    let found = store::problems_by_ids(tx, &ids(&rows)).await?;
    let mut found: HashMap<i64, Problem> = found
        .into_iter()
        .map(|problem| (problem.id.key(), problem))
        .collect();
    let mut left = Vec::new();
    let mut opened = Vec::new();
    let mut kept_solved = Vec::new();
    let mut befores = HashMap::new();
    for row in rows {
        let Some(problem) = found.remove(&row.record_id) else {
            continue;
        };
        let memo: ProblemMemo = memo(row)?;
        let solution = problem.solution.as_ref().map(|solution| solution.id);
        if memo.solution.is_some() && solution != memo.solution {
            left.push(kept(PROBLEMS, row, "problems.corrected_since", json!({})));
            continue;
        }
        if problem.revision != memo.revision {
            left.push(kept(PROBLEMS, row, "problems.changed_since", json!({})));
            continue;
        }
        befores.insert(row.record_id, memo.before);
        if memo.solution.is_some() {
            opened.push(problem);
        } else {
            kept_solved.push(problem);
        }
    }
    let mut all = take_back_solutions(tx, setting, &cx.actor, opened, REASON).await?;
    all.extend(kept_solved);
    let known = befores.values().flatten();
    let companies = known.clone().filter_map(|before| before.company).collect();
    let projects = known.clone().filter_map(|before| before.project).collect();
    let named: Vec<i64> = known.filter_map(|before| before.visit).collect();
    let names = Names::load(tx, companies, projects).await?;
    let visits: HashMap<i64, Visit> = store::visits_by_ids(tx, &named)
        .await?
        .into_iter()
        .map(|visit| (visit.id.key(), visit))
        .collect();
    let gone = parties_of(&all, |problem| &problem.party);
    let mut saved = Vec::with_capacity(all.len());
    let mut solutions = Vec::new();
    for problem in all {
        let problem = Problem {
            revision: problem.revision + 1,
            updated_at: cx.at,
            ..problem
        };
        let Some(Some(before)) = befores.remove(&problem.id.key()) else {
            let removed_at = Some(cx.at);
            saved.push(Problem {
                removed_at,
                ..problem
            });
            continue;
        };
        let party: Party = names.party(before.company, before.project)?;
        let visit = before.visit.and_then(|key| visits.get(&key));
        if let (Some(solution), Some(text)) = (problem.solution.clone(), before.solution) {
            solutions.push((problem.id, Solution { text, ..solution }, None));
        }
        saved.push(Problem {
            category: before.category,
            unit: before.unit,
            party,
            raised_on: before.raised_on,
            description: before.description,
            visit: visit.map(|visit| crate::model::VisitRef {
                id: visit.id,
                code: visit.code.clone(),
            }),
            ..problem
        });
    }
    store::save_problems(tx, &saved).await?;
    store::save_solutions(tx, &solutions).await?;
    let come = saved.iter().filter(|problem| problem.removed_at.is_none());
    count_parties(tx, gone, parties_of(come, |problem| &problem.party)).await?;
    Ok(left)
}
