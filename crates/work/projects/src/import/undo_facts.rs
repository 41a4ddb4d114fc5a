//! Taking batches of milestones and funds back: their facts are reversed.

use super::spec::{FUNDS, MILESTONES};
use super::undo::kept;
use crate::model::{Fund, Milestone, Project, judge_taking_back};
use crate::store::{self, ProjectKey};
use db::DatabaseTransaction;
use intake::Setting;
use intake::{Context, Kept, WrittenRow};
use kernel::{Outcome, Refusal, Scope};
use ledger::Source;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};

/// Why records are marked as taken back.
const REASON: &str = "undo";

fn source(kind: &str, id: i64) -> Source {
    Source {
        kind: kind.to_owned(),
        id,
    }
}

/// Reverses the facts of (record, fact); answers (record, reversal).
async fn reverse(
    tx: &DatabaseTransaction,
    cx: &Context,
    setting: &Setting,
    kind: &str,
    records: &[(i64, i64)],
) -> Outcome<Vec<(i64, i64)>> {
    let facts = records
        .iter()
        .map(|&(id, seq)| (seq, source(kind, id)))
        .collect();
    let reversed = ledger::reverse(tx, &setting.books, &cx.actor, cx.at, facts).await?;
    let ids = records.iter().map(|&(id, _)| id);
    Ok(ids
        .zip(reversed)
        .map(|(id, place)| (id, place.seq))
        .collect())
}

pub(super) async fn milestones(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    ledger::lock_journal(tx).await?;
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let ids: Vec<i64> = written.iter().map(|row| row.record_id).collect();
    let standing: HashMap<i64, (i64, Milestone)> = store::milestones_by_ids(tx, &ids)
        .await?
        .into_iter()
        .map(|(project, milestone)| (milestone.id.key(), (project, milestone)))
        .collect();
    let mut owners: Vec<i64> = standing.values().map(|(project, _)| *project).collect();
    owners.sort_unstable();
    owners.dedup();
    let owners = ProjectKey::Ids(owners);
    let mut projects: BTreeMap<i64, Project> =
        store::load_projects(tx, &Scope::Everything, &owners)
            .await?
            .into_iter()
            .map(|project| (project.id.key(), project))
            .collect();
    let mut left = Vec::new();
    let mut records = Vec::with_capacity(written.len());
    for row in written {
        // What was taken back by hand since leaves nothing to undo.
        let Some((owner, milestone)) = standing.get(&row.record_id) else {
            continue;
        };
        let Some(project) = projects.get_mut(owner) else {
            continue;
        };
        match judge_taking_back(&project.life, milestone.fact_seq) {
            Ok(()) => {
                project.life = project.life.without(milestone.fact_seq);
                records.push((row.record_id, milestone.fact_seq));
            }
            Err(refusal) => {
                let Refusal { code, params, .. } = refusal.into();
                left.push(kept(MILESTONES, row, code, Value::Object(params)));
            }
        }
    }
    let reversals = reverse(tx, cx, &setting, "milestone", &records).await?;
    store::mark_reversed_milestones(tx, &reversals, REASON).await?;
    for project in projects.values() {
        store::save_summary(tx, project, cx.at).await?;
    }
    Ok(left)
}

pub(super) async fn funds(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    ledger::lock_journal(tx).await?;
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let ids: Vec<i64> = written.iter().map(|row| row.record_id).collect();
    let found: HashMap<i64, Fund> = store::funds_by_ids(tx, &ids)
        .await?
        .into_iter()
        .map(|fund| (fund.id.key(), fund))
        .collect();
    let mut left = Vec::new();
    let mut records = Vec::with_capacity(written.len());
    let mut sums: BTreeMap<i64, (i64, i64)> = BTreeMap::new();
    for row in written {
        let Some(fund) = found.get(&row.record_id) else {
            continue;
        };
        if fund.reversed_by.is_some() {
            left.push(kept(FUNDS, row, "funds.corrected_since", json!({})));
            continue;
        }
        records.push((row.record_id, fund.fact_seq));
        let sum = sums.entry(fund.project.key()).or_default();
        sum.0 -= fund.amount.fen();
        sum.1 -= 1;
    }
    let reversals = reverse(tx, cx, &setting, "fund", &records).await?;
    store::mark_reversed_funds(tx, &reversals, REASON).await?;
    let sums: Vec<[i64; 3]> = sums
        .into_iter()
        .map(|(project, (amount, number))| [project, amount, number])
        .collect();
    store::add_funds(tx, &sums, cx.at).await?;
    Ok(left)
}
