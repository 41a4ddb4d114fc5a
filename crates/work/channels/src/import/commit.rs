//! Writing the accepted rows of one batch.

use super::checker::{ChannelChecker, Plan, place_of};
use super::undo::{OpportunityTexts, PlatformTexts, memo};
use crate::model::{
    Booking, Closing, Opportunity, Platform, closing_entry, founding_entry, platform_closing_entry,
    reserving_entry,
};
use crate::ops::{
    NewPlatformProject, PublicationBooking, book, book_platform_projects, book_publications,
};
use crate::store::{self, OpportunityKey};
use db::DatabaseTransaction;
use intake::{Context, RowIn, Setting, Written};
use kernel::{Fault, Outcome, Scope};
use ledger::RecordRefusal;
use projects::{Project, ProjectKey};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// A record on its way into the table, with the steps of it that are recognised.
struct Writing {
    row: usize,
    id: i64,
    created: bool,
    before: Option<Value>,
    steps: usize,
}

fn lost() -> Fault {
    Fault::broken("a row was accepted that is unknown")
}

impl ChannelChecker {
    fn open_books(&self) -> Outcome<&Setting> {
        Ok(self.setting.as_ref().ok_or(RecordRefusal::NoOpenMonth)?)
    }

    fn unit_key(&self, name: &str) -> Outcome<i64> {
        let unit = self.tree.by_name(name);
        Ok(unit.ok_or_else(lost)?.key)
    }

    pub(super) async fn commit_platforms(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let setting = self.open_books()?.clone();
        let (mut created, mut writings, mut bookings) = (Vec::new(), Vec::new(), Vec::new());
        for (row, place) in rows.iter().map(|row| place_of(row)).enumerate() {
            let plan = self.plans.remove(&place);
            let Some(Plan::Platform {
                code,
                unit,
                founding,
                closing,
            }) = plan
            else {
                continue;
            };
            let unit = self.unit_key(&unit)?;
            let known = self.platforms.get_mut(&code).ok_or_else(lost)?;
            known.record.unit = unit;
            let credits = setting.credits(&[unit]);
            let steps = bookings.len();
            if let Some(opening) = founding {
                bookings.push(founding_entry(&known.record, credits.clone(), opening));
            }
            if let Some((on, opening)) = closing {
                let entry = platform_closing_entry(&known.record, on, credits, opening);
                bookings.push(entry);
            }
            let steps = bookings.len() - steps;
            let before = if known.fresh {
                created.push(known.record.clone());
                memo(1, None::<PlatformTexts>)
            } else {
                let before = stored_platform(tx, &known.record).await?;
                known.record = known.record.clone().written(self.at);
                store::rewrite_platform(tx, &known.record).await?;
                memo(known.record.revision, Some(PlatformTexts::of(&before)))
            };
            writings.push(Writing {
                row,
                id: known.record.id.key(),
                created: known.fresh,
                before,
                steps,
            });
        }
        store::insert_platforms(tx, &created).await?;
        recognise(tx, &setting, cx, "platform", writings, bookings).await
    }

    pub(super) async fn commit_opportunities(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let setting = self.open_books()?.clone();
        let matched = rows.iter().filter_map(|row| row.text("project"));
        let matched = projects_named(tx, matched).await?;
        let (mut created, mut writings, mut bookings) = (Vec::new(), Vec::new(), Vec::new());
        for (row, place) in rows.iter().map(|row| place_of(row)).enumerate() {
            let plan = self.plans.remove(&place);
            let Some(Plan::Opportunity {
                code,
                unit,
                reserving,
                closing,
            }) = plan
            else {
                continue;
            };
            let unit = self.unit_key(&unit)?;
            let known = self.opportunities.get_mut(&code).ok_or_else(lost)?;
            known.record.unit = unit;
            let credits = setting.credits(&[unit]);
            let steps = bookings.len();
            if let Some(opening) = reserving {
                bookings.push(reserving_entry(&known.record, credits.clone(), opening));
            }
            if let Some(plan) = closing {
                let project = plan.project.map(|code| matched.get(&code).ok_or_else(lost));
                let closing = Closing {
                    on: plan.on,
                    outcome: plan.outcome,
                    project: project.transpose()?.map(|project| project.id),
                };
                known.record.closing = Some(closing);
                let entry = closing_entry(&known.record, closing, credits, plan.opening);
                bookings.push(entry);
            }
            let steps = bookings.len() - steps;
            let before = if known.fresh {
                created.push(known.record.clone());
                memo(1, None::<OpportunityTexts>)
            } else {
                let before = stored_opportunity(tx, &known.record).await?;
                known.record = known.record.clone().written(self.at);
                store::rewrite_opportunity(tx, &known.record).await?;
                memo(known.record.revision, Some(OpportunityTexts::of(&before)))
            };
            writings.push(Writing {
                row,
                id: known.record.id.key(),
                created: known.fresh,
                before,
                steps,
            });
        }
        store::insert_opportunities(tx, &created).await?;
        recognise(tx, &setting, cx, "opportunity", writings, bookings).await
    }

    pub(super) async fn commit_platform_projects(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let codes = rows.iter().filter_map(|row| row.text("project"));
        let found = projects_named(tx, codes).await?;
        let (mut positions, mut new) = (Vec::new(), Vec::new());
        for (position, row) in rows.iter().enumerate() {
            let plan = self.plans.remove(&place_of(row));
            let Some(Plan::PlatformProject {
                platform,
                project,
                brought_on,
                opening,
            }) = plan
            else {
                continue;
            };
            let platform = self.platforms.get(&platform).ok_or_else(lost)?;
            positions.push(position);
            new.push(NewPlatformProject {
                platform: platform.record.clone(),
                project: found.get(&project).ok_or_else(lost)?.clone(),
                brought_on,
                opening,
            });
        }
        let setting = self.open_books()?;
        let booked = book_platform_projects(tx, setting, &self.ids, &cx.actor, new).await?;
        let written = positions.into_iter().zip(booked);
        Ok(written
            .map(|(row, entry)| Written {
                row,
                record_kind: "platform_project",
                record_id: entry.id.key(),
                fact_seqs: vec![entry.fact_seq],
                created: true,
                before: None,
            })
            .collect())
    }

    pub(super) async fn commit_publications(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        // As the table has them: an earlier part of the batch may have published some.
        let codes = rows.iter().filter_map(|row| row.text("opportunity"));
        let codes: BTreeSet<String> = codes.map(str::to_owned).collect();
        let key = OpportunityKey::Codes(codes.into_iter().collect());
        let found = store::load_opportunities(tx, &Scope::Everything, &key).await?;
        let found: HashMap<String, Opportunity> = found
            .into_iter()
            .map(|record| (record.code.clone(), record))
            .collect();
        let (mut positions, mut bookings) = (Vec::new(), Vec::new());
        for (position, row) in rows.iter().enumerate() {
            let plan = self.plans.remove(&place_of(row));
            let Some(Plan::Publication {
                opportunity,
                channel,
                published_on,
                opening,
            }) = plan
            else {
                continue;
            };
            positions.push(position);
            bookings.push(PublicationBooking {
                opportunity: found.get(&opportunity).ok_or_else(lost)?.clone(),
                channel,
                published_on,
                opening,
            });
        }
        let setting = self.open_books()?;
        let booked = book_publications(tx, setting, &self.ids, &cx.actor, bookings).await?;
        let written = positions.into_iter().zip(booked);
        Ok(written
            .map(|(row, publication)| Written {
                row,
                record_kind: "publication",
                record_id: publication.id.key(),
                fact_seqs: publication.fact_seq.into_iter().collect(),
                created: true,
                before: None,
            })
            .collect())
    }
}

/// The projects with these codes, those of the same batch included.
async fn projects_named(
    tx: &DatabaseTransaction,
    codes: impl Iterator<Item = &str>,
) -> Outcome<HashMap<String, Project>> {
    let codes: BTreeSet<&str> = codes.collect();
    let codes = codes.into_iter().map(str::to_owned).collect();
    let key = ProjectKey::Codes(codes);
    let found = projects::load_projects(tx, &Scope::Everything, &key).await?;
    Ok(found
        .into_iter()
        .map(|project| (project.code.clone(), project))
        .collect())
}

async fn stored_platform(tx: &DatabaseTransaction, record: &Platform) -> Outcome<Platform> {
    let key = store::PlatformKey::Ids(vec![record.id.key()]);
    let found = store::load_platforms(tx, &Scope::Everything, &key).await?;
    found.into_iter().next().ok_or_else(lost)
}

async fn stored_opportunity(
    tx: &DatabaseTransaction,
    record: &Opportunity,
) -> Outcome<Opportunity> {
    let key = OpportunityKey::Ids(vec![record.id.key()]);
    let found = store::load_opportunities(tx, &Scope::Everything, &key).await?;
    found.into_iter().next().ok_or_else(lost)
}

/// Recognises the steps of what was written, and says what was written.
async fn recognise(
    tx: &DatabaseTransaction,
    setting: &Setting,
    cx: &Context,
    record_kind: &'static str,
    writings: Vec<Writing>,
    bookings: Vec<Booking>,
) -> Outcome<Vec<Written>> {
    let booked = book(tx, setting, &cx.actor, bookings).await?;
    let mut seqs = booked.into_iter().map(|recognition| recognition.fact_seq);
    let written = writings.into_iter().map(|writing| Written {
        row: writing.row,
        record_kind,
        record_id: writing.id,
        fact_seqs: seqs.by_ref().take(writing.steps).collect(),
        created: writing.created,
        before: writing.before,
    });
    Ok(written.collect())
}
