//! Writing the accepted rows of target companies: their facts and their records.

use super::checker::{Plan, RowChecker};
use super::company_rows::registered;
use super::problem::place_of;
use crate::model::{NodeId, Target};
use crate::ops::{Booking, book_targets};
use crate::store;
use db::DatabaseTransaction;
use intake::{Context, RowIn, Setting, Written};
use kernel::{Fault, Outcome};
use ledger::RecordRefusal;
use serde_json::{Value, json};

/// What an undo needs: the revision that the import left, where the target stood on the
/// chains before, and whether the row gave it up.
fn memo(after: &Target, before: Option<&Target>) -> Option<Value> {
    let stood = before.map(|before| {
        json!({
            "chain": before.chain.key(),
            "node": before.node.map(NodeId::key),
            "ended": before.untargeting.is_none() && after.untargeting.is_some(),
        })
    });
    Some(json!({ "revision": after.revision, "before": stood }))
}

/// The facts that writing a row recorded.
fn facts(after: &Target, before: Option<&Target>) -> Vec<i64> {
    let end = after.untargeting.map(|end| end.fact_seq);
    match before {
        None => [Some(after.booked.fact_seq), end]
            .into_iter()
            .flatten()
            .collect(),
        Some(before) if before.untargeting.is_none() => Vec::from_iter(end),
        Some(_) => Vec::new(),
    }
}

impl RowChecker {
    /// Reads the units again: those of this batch have their keys now.
    async fn settle(&mut self, tx: &DatabaseTransaction, cx: &Context) -> Outcome<()> {
        if !self.targets.is_settled {
            self.targets.setting = Some(Setting::load(tx, &cx.app, cx.at).await?);
            self.targets.is_settled = true;
        }
        Ok(())
    }

    pub(super) async fn commit_targets(
        &mut self,
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        self.settle(tx, cx).await?;
        let setting = self.targets.setting.as_ref();
        let setting = setting.ok_or(RecordRefusal::NoOpenMonth)?;
        let mut written = Vec::with_capacity(rows.len());
        let mut companies = Vec::new();
        let mut befores = Vec::new();
        let mut bookings = Vec::new();
        for (position, row) in rows.iter().enumerate() {
            let Some(Plan::Target(mut plan)) = self.plans.remove(&place_of(row)) else {
                continue;
            };
            if let Some(company) = plan.company {
                written.push(registered(position, &company));
                companies.push(company);
            }
            if let Booking::Choose { choosing, .. } = &mut plan.booking {
                let unit = setting.tree.by_code(&plan.unit);
                let gone = || Fault::broken(format!("unit {} has gone", plan.unit));
                choosing.unit = unit.ok_or_else(gone)?.key;
            }
            befores.push((position, plan.before));
            bookings.push(plan.booking);
        }
        store::insert(tx, &companies).await?;
        let booked = book_targets(tx, setting, &cx.actor, bookings).await?;
        let targets = befores.into_iter().zip(booked);
        written.extend(targets.map(|((row, before), target)| Written {
            row,
            record_kind: "target",
            record_id: target.id.key(),
            fact_seqs: facts(&target, before.as_ref()),
            created: before.is_none(),
            before: memo(&target, before.as_ref()),
        }));
        Ok(written)
    }
}
