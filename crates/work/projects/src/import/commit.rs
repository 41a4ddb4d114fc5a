//! Writing the accepted rows of one batch.

use super::checker::{Plan, ProjectChecker};
use super::row::place_of;
use crate::model::{Home, Investor, NewProject, Project, ProjectDraft, check_draft, differences};
use crate::ops::{
    FundBooking, MilestoneBooking, book_funds, book_milestones, fresh, investors_for,
    link_companies, moved_counts, new_counts, rewritten,
};
use crate::store;
use db::DatabaseTransaction;
use intake::Setting;
use intake::{Context, RowIn, Written};
use kernel::{Fault, Fields, Outcome};
use ledger::RecordRefusal;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What an undo of a project needs: the revision that the import left, and the record
/// before, as typed.
fn memo(revision: i32, before: Option<&NewProject>) -> Option<Value> {
    Some(json!({ "revision": revision, "before": before }))
}

impl ProjectChecker {
    /// Takes the register's lock, and reads the units again: those of this batch have
    /// their keys now.
    pub(super) async fn settle(&mut self, tx: &DatabaseTransaction, cx: &Context) -> Outcome<()> {
        if self.tree_is_final {
            return Ok(());
        }
        ledger::lock_journal(tx).await?;
        self.tree = orgs::ops::load_units(tx).await?;
        if self.setting.is_some() {
            self.setting = Some(Setting::load(tx, &cx.app, cx.at).await?);
        }
        self.tree_is_final = true;
        Ok(())
    }

    pub(super) async fn commit_projects(
        &mut self,
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut planned: Vec<(usize, ProjectDraft)> = Vec::with_capacity(rows.len());
        for (position, row) in rows.iter().enumerate() {
            let Some(Plan::Project(new)) = self.plans.remove(&place_of(row)) else {
                continue;
            };
            let draft = check_draft(&mut Fields::default(), &self.tree, &new);
            let draft = draft.ok_or_else(|| Fault::broken("a row was accepted that is wrong"))?;
            planned.push((position, draft));
        }
        let named: Vec<_> = planned
            .iter()
            .flat_map(|(_, draft)| draft.investors.iter().map(|i| i.company.clone()))
            .collect();
        let directory = companies::load_directory(tx, &named).await?;
        for (_, draft) in &mut planned {
            link_companies(draft, &directory);
        }
        let drafts: Vec<&ProjectDraft> = planned.iter().map(|(_, draft)| draft).collect();
        let (investors, ensured) = investors_for(tx, &self.ids, self.at, &drafts).await?;
        let unlinked: Vec<usize> = planned
            .iter()
            .flat_map(|(position, draft)| {
                let unlinked = draft.companies.iter().filter(|company| company.is_none());
                unlinked.map(|_| *position)
            })
            .collect();
        // A company that this batch registers on the way is taken back with its row.
        let mut written: Vec<Written> = unlinked
            .into_iter()
            .zip(&ensured)
            .filter(|(_, ensured)| ensured.created)
            .map(|(position, ensured)| Written {
                row: position,
                record_kind: "company",
                record_id: ensured.id.key(),
                fact_seqs: Vec::new(),
                created: true,
                before: None,
            })
            .collect();
        let mut created = Vec::new();
        for ((position, draft), investors) in planned.into_iter().zip(investors) {
            let (after, before) = self.write_one(tx, draft, investors).await?;
            written.push(Written {
                row: position,
                record_kind: "project",
                record_id: after.id.key(),
                fact_seqs: Vec::new(),
                created: before.is_none(),
                before: memo(after.revision, before.as_ref()),
            });
            if before.is_none() {
                created.push(after);
            }
        }
        store::insert_projects(tx, Home::of(&self.tree), &created).await?;
        companies::count_projects(tx, new_counts(&created)).await?;
        Ok(written)
    }

    /// Writes a changed project, or hands a new one back to be written with the others;
    /// answers the record, and the one before as typed.
    async fn write_one(
        &mut self,
        tx: &DatabaseTransaction,
        draft: ProjectDraft,
        investors: Vec<Investor>,
    ) -> Outcome<(Project, Option<NewProject>)> {
        let home = Home::of(&self.tree);
        let known = self.projects.get_mut(&draft.code);
        let known = known.ok_or_else(|| Fault::broken("a row was accepted that is unknown"))?;
        let (after, before) = match &known.stored {
            None => {
                let project = fresh(draft, investors, &self.ids, self.at);
                // Milestones and funds of the same batch know it by this key already.
                let id = known.project.id;
                (Project { id, ..project }, None)
            }
            Some(stored) => {
                let found = differences(stored, &draft, &self.tree);
                let same = !found
                    .iter()
                    .any(|difference| difference.field == "investors");
                let investors = if same {
                    stored.investors.clone()
                } else {
                    investors
                };
                let after = rewritten(stored.clone(), draft, investors, self.at);
                store::rewrite_project(tx, home, &after).await?;
                companies::count_projects(tx, moved_counts(stored, &after)).await?;
                (after, Some(stored.typed(&self.tree)))
            }
        };
        let life = std::mem::take(&mut known.project.life);
        let arrived = known.project.arrived;
        let platform = known.project.platform.take();
        known.project = Project {
            life,
            arrived,
            platform,
            ..after.clone()
        };
        Ok((after, before))
    }

    pub(super) async fn commit_milestones(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut positions = Vec::with_capacity(rows.len());
        let mut bookings = Vec::with_capacity(rows.len());
        for (position, row) in rows.iter().enumerate() {
            let plan = self.plans.remove(&place_of(row));
            let Some(Plan::Milestone {
                project,
                milestone,
                opening,
            }) = plan
            else {
                continue;
            };
            positions.push(position);
            let booking = MilestoneBooking {
                kind: milestone.kind,
                occurred_on: milestone.occurred_on,
                evidence: milestone.evidence,
                opening,
            };
            bookings.push((project, booking));
        }
        let setting = self.setting.as_ref().ok_or(RecordRefusal::NoOpenMonth)?;
        let touched: BTreeSet<String> = bookings.iter().map(|(code, _)| code.clone()).collect();
        let known = bookings
            .into_iter()
            .map(|(code, booking)| (&self.projects[&code].project, booking))
            .collect();
        let booked = book_milestones(tx, setting, &self.ids, &cx.actor, known).await?;
        for code in touched {
            store::save_summary(tx, &self.projects[&code].project, self.at).await?;
        }
        let written = positions.into_iter().zip(booked);
        Ok(written
            .map(|(row, (_, milestone))| Written {
                row,
                record_kind: "milestone",
                record_id: milestone.id.key(),
                fact_seqs: vec![milestone.fact_seq],
                created: true,
                before: None,
            })
            .collect())
    }

    pub(super) async fn commit_funds(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut positions = Vec::with_capacity(rows.len());
        let mut bookings = Vec::with_capacity(rows.len());
        for (position, row) in rows.iter().enumerate() {
            let plan = self.plans.remove(&place_of(row));
            let Some(Plan::Funds {
                project,
                funds,
                opening,
            }) = plan
            else {
                continue;
            };
            positions.push(position);
            bookings.push((
                &self.projects[&project].project,
                FundBooking { funds, opening },
            ));
        }
        let setting = self.setting.as_ref().ok_or(RecordRefusal::NoOpenMonth)?;
        let booked = book_funds(tx, setting, &self.ids, &cx.actor, bookings).await?;
        let written = positions.into_iter().zip(booked);
        Ok(written
            .map(|(row, fund)| Written {
                row,
                record_kind: "fund",
                record_id: fund.id.key(),
                fact_seqs: vec![fund.fact_seq],
                created: true,
                before: None,
            })
            .collect())
    }
}
