//! Writing the accepted rows of activities and policy documents.

use super::checker::{OutreachChecker, Plan};
use super::commit_campaigns::lost;
use super::memo::memo;
use super::row::place_of;
use crate::model::{ActivityRecord, DocumentRecord, check_activity, check_document};
use crate::ops::{book_activities, book_documents, rewritten_activity, rewritten_document};
use crate::store;
use db::DatabaseTransaction;
use intake::{Context, RowIn, Written};
use kernel::{Fault, Fields, Outcome};

fn wrong() -> Fault {
    Fault::broken("a row was accepted that is wrong")
}

impl OutreachChecker {
    pub(super) async fn commit_activities(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut planned: Vec<(usize, ActivityRecord, bool)> = Vec::with_capacity(rows.len());
        for (position, row) in rows.iter().enumerate() {
            let Some(Plan::Activity { new, opening }) = self.plans.remove(&place_of(row)) else {
                continue;
            };
            let record = check_activity(&mut Fields::default(), &self.tree, &new);
            planned.push((position, record.ok_or_else(wrong)?, opening));
        }
        let codes = planned
            .iter()
            .filter_map(|(_, record, _)| record.campaign.as_deref());
        let codes: Vec<&str> = codes.collect();
        let campaigns = store::campaign_keys(tx, codes).await?;
        let mut written = Vec::with_capacity(planned.len());
        let mut positions = Vec::new();
        let mut bookings = Vec::new();
        for (position, record, opening) in planned {
            let known = self.activities.get_mut(&record.code).ok_or_else(lost)?;
            let Some(stored) = known.stored.take() else {
                positions.push(position);
                bookings.push((record, opening));
                continue;
            };
            let before = stored.record.typed(&self.tree);
            let after = rewritten_activity(stored, record, self.at);
            store::rewrite_activity(tx, &after, &campaigns).await?;
            written.push(Written {
                row: position,
                record_kind: "activity",
                record_id: after.id.key(),
                fact_seqs: Vec::new(),
                created: false,
                before: memo(after.revision, Some(&before)),
            });
            known.stored = Some(after);
        }
        let setting = self.setting()?;
        let booked =
            book_activities(tx, setting, &self.ids, &cx.actor, &campaigns, bookings).await?;
        for (position, activity) in positions.into_iter().zip(booked) {
            written.push(Written {
                row: position,
                record_kind: "activity",
                record_id: activity.id.key(),
                fact_seqs: vec![activity.booked.fact_seq],
                created: true,
                before: memo::<()>(activity.revision, None),
            });
            let known = self.activities.get_mut(&activity.record.code);
            known.ok_or_else(lost)?.stored = Some(activity);
        }
        Ok(written)
    }

    pub(super) async fn commit_documents(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut planned: Vec<(usize, DocumentRecord, bool)> = Vec::with_capacity(rows.len());
        for (position, row) in rows.iter().enumerate() {
            let Some(Plan::Document { new, opening }) = self.plans.remove(&place_of(row)) else {
                continue;
            };
            let record = check_document(&mut Fields::default(), &self.tree, &new);
            planned.push((position, record.ok_or_else(wrong)?, opening));
        }
        let codes = planned
            .iter()
            .filter_map(|(_, record, _)| record.campaign.as_deref());
        let codes: Vec<&str> = codes.collect();
        let campaigns = store::campaign_keys(tx, codes).await?;
        let mut written = Vec::with_capacity(planned.len());
        let mut positions = Vec::new();
        let mut bookings = Vec::new();
        for (position, record, opening) in planned {
            let known = self.documents.get_mut(&record.number).ok_or_else(lost)?;
            let Some(stored) = known.stored.take() else {
                positions.push(position);
                bookings.push((record, opening));
                continue;
            };
            let before = stored.record.typed();
            let after = rewritten_document(stored, record, self.at);
            store::rewrite_document(tx, &after, &campaigns).await?;
            written.push(Written {
                row: position,
                record_kind: "policy_document",
                record_id: after.id.key(),
                fact_seqs: Vec::new(),
                created: false,
                before: memo(after.revision, Some(&before)),
            });
            known.stored = Some(after);
        }
        let setting = self.setting()?;
        let booked =
            book_documents(tx, setting, &self.ids, &cx.actor, &campaigns, bookings).await?;
        for (position, document) in positions.into_iter().zip(booked) {
            written.push(Written {
                row: position,
                record_kind: "policy_document",
                record_id: document.id.key(),
                fact_seqs: vec![document.booked.fact_seq],
                created: true,
                before: memo::<()>(document.revision, None),
            });
        }
        Ok(written)
    }
}
