//! Writing the accepted rows of campaigns and goals.

use super::checker::{OutreachChecker, Plan};
use super::memo::memo;
use super::row::place_of;
use crate::model::{Campaign, CampaignId, CampaignRecord, Goal, GoalDraft, GoalId};
use crate::store;
use db::DatabaseTransaction;
use intake::{RowIn, Written};
use kernel::{Fault, Outcome};

/// A row that was accepted but is not known any more: the checker has lost it.
pub(super) fn lost() -> Fault {
    Fault::broken("a row was accepted that is unknown")
}

impl OutreachChecker {
    pub(super) async fn commit_campaigns(
        &mut self,
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut written = Vec::with_capacity(rows.len());
        let mut created = Vec::new();
        for (position, row) in rows.iter().enumerate() {
            let Some(Plan::Campaign(record)) = self.plans.remove(&place_of(row)) else {
                continue;
            };
            let known = self.campaigns.get_mut(&record.code).ok_or_else(lost)?;
            let before: Option<CampaignRecord> =
                known.stored.as_ref().map(|stored| stored.record.clone());
            let campaign = match known.stored.take() {
                None => {
                    let campaign = Campaign {
                        id: CampaignId::new(self.ids.key()),
                        record,
                        goals: Vec::new(),
                        revision: 1,
                        updated_at: self.at,
                    };
                    created.push(campaign.clone());
                    campaign
                }
                Some(stored) => {
                    let campaign = Campaign {
                        record,
                        revision: stored.revision + 1,
                        updated_at: self.at,
                        ..stored
                    };
                    store::rewrite_campaign(tx, &campaign).await?;
                    campaign
                }
            };
            written.push(Written {
                row: position,
                record_kind: "campaign",
                record_id: campaign.id.key(),
                fact_seqs: Vec::new(),
                created: before.is_none(),
                before: memo(campaign.revision, before.as_ref()),
            });
            known.stored = Some(campaign);
        }
        store::insert_campaigns(tx, &created).await?;
        Ok(written)
    }

    pub(super) async fn commit_goals(
        &mut self,
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        let mut written = Vec::with_capacity(rows.len());
        let mut created = Vec::new();
        let mut touched = Vec::new();
        for (position, row) in rows.iter().enumerate() {
            let Some(Plan::Goal { campaign, draft }) = self.plans.remove(&place_of(row)) else {
                continue;
            };
            let owner = self.campaigns.get(&campaign);
            let owner = owner.and_then(|known| known.stored.as_ref());
            let owner = owner.ok_or_else(lost)?.id.key();
            let key = (campaign, (draft.indicator.clone(), draft.measure));
            let known = self.goals.get(&key).ok_or_else(lost)?;
            let before: Option<&GoalDraft> = known.stored.as_ref().map(|stored| &stored.draft);
            let goal = match &known.stored {
                None => {
                    let goal = Goal {
                        id: GoalId::new(self.ids.key()),
                        draft,
                        revision: 1,
                    };
                    created.push((owner, goal.clone()));
                    goal
                }
                Some(stored) => {
                    let goal = Goal {
                        id: stored.id,
                        draft,
                        revision: stored.revision + 1,
                    };
                    store::rewrite_goal(tx, &goal, self.at).await?;
                    goal
                }
            };
            written.push(Written {
                row: position,
                record_kind: "campaign_goal",
                record_id: goal.id.key(),
                fact_seqs: Vec::new(),
                created: before.is_none(),
                before: memo(goal.revision, before),
            });
            touched.push(owner);
        }
        store::insert_goals(tx, &created, self.at).await?;
        touched.sort_unstable();
        touched.dedup();
        store::touch_campaigns(tx, &touched, self.at).await?;
        Ok(written)
    }
}
