//! Taking batches of campaigns and goals back.

use super::memo::{Memo, kept, lock};
use super::spec::{CAMPAIGNS, GOALS};
use crate::model::{Campaign, CampaignRecord, Goal, GoalDraft, judge_until};
use crate::store::{self, CampaignKey, References};
use db::DatabaseTransaction;
use intake::{Context, Kept, WrittenRow};
use kernel::Outcome;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Why a record stays: a code with its parameters.
type Stays = Option<(&'static str, Value)>;

pub(super) async fn campaigns(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    lock(tx).await?;
    let ids = written.iter().map(|row| row.record_id).collect();
    let found = store::load_campaigns(tx, &CampaignKey::Ids(ids)).await?;
    let mut found: HashMap<i64, Campaign> = found
        .into_iter()
        .map(|campaign| (campaign.id.key(), campaign))
        .collect();
    let mut left = Vec::new();
    for row in written {
        // Gone from the register already: nothing to take back.
        let Some(campaign) = found.remove(&row.record_id) else {
            continue;
        };
        let memo: Memo<CampaignRecord> = Memo::of(row)?;
        let stays = if campaign.revision == memo.revision {
            match memo.before {
                None => remove(tx, cx, &campaign).await?,
                Some(before) => put_back(tx, cx, campaign, before).await?,
            }
        } else {
            Some(("campaigns.changed_since", json!({})))
        };
        if let Some((code, params)) = stays {
            left.push(kept(CAMPAIGNS, row, code, params));
        }
    }
    Ok(left)
}

/// Takes a campaign that the batch set up out of the register.
async fn remove(tx: &DatabaseTransaction, cx: &Context, campaign: &Campaign) -> Outcome<Stays> {
    let key = campaign.id.key();
    let References {
        activities,
        documents,
    } = store::references_of(tx, key).await?;
    if activities + documents > 0 {
        let params = json!({ "activities": activities, "documents": documents });
        return Ok(Some(("campaigns.referred_to", params)));
    }
    // Goals of other batches: somebody has gone on with it.
    if !campaign.goals.is_empty() {
        return Ok(Some(("campaigns.changed_since", json!({}))));
    }
    store::remove_campaign(tx, key, cx.at).await?;
    Ok(None)
}

/// Writes the record before the batch again, where the goals set since allow it.
async fn put_back(
    tx: &DatabaseTransaction,
    cx: &Context,
    campaign: Campaign,
    before: CampaignRecord,
) -> Outcome<Stays> {
    let mut goals = campaign.goals.iter();
    if goals.any(|goal| judge_until(before.from, goal.draft.until).is_err()) {
        return Ok(Some(("campaigns.changed_since", json!({}))));
    }
    let after = Campaign {
        record: before,
        revision: campaign.revision + 1,
        updated_at: cx.at,
        ..campaign
    };
    store::rewrite_campaign(tx, &after).await?;
    Ok(None)
}

pub(super) async fn goals(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    lock(tx).await?;
    let ids: Vec<i64> = written.iter().map(|row| row.record_id).collect();
    let mut found: HashMap<i64, (i64, Goal)> = store::goals_by_ids(tx, &ids)
        .await?
        .into_iter()
        .map(|(campaign, goal)| (goal.id.key(), (campaign, goal)))
        .collect();
    let mut left = Vec::new();
    let mut gone = Vec::new();
    let mut touched = Vec::new();
    for row in written {
        let Some((campaign, goal)) = found.remove(&row.record_id) else {
            continue;
        };
        let memo: Memo<GoalDraft> = Memo::of(row)?;
        if goal.revision != memo.revision {
            left.push(kept(GOALS, row, "campaigns.goal_changed_since", json!({})));
            continue;
        }
        touched.push(campaign);
        let Some(draft) = memo.before else {
            gone.push(row.record_id);
            continue;
        };
        let after = Goal {
            id: goal.id,
            draft,
            revision: goal.revision + 1,
        };
        store::rewrite_goal(tx, &after, cx.at).await?;
    }
    store::remove_goals(tx, &gone, cx.at).await?;
    touched.sort_unstable();
    touched.dedup();
    store::touch_campaigns(tx, &touched, cx.at).await?;
    Ok(left)
}
