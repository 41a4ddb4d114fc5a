//! Setting a campaign up.

use super::CampaignRefusal;
use super::get_campaign::books_of;
use super::indicator::indicator_named;
use crate::model::{
    Campaign, CampaignId, Goal, GoalDraft, GoalId, NewCampaign, NewGoal, check_campaign,
    check_goals,
};
use crate::permits::WriteCampaigns;
use crate::store::{self, CampaignKey};
use http_base::{Allowed, App};
use kernel::{Fields, Ids, Outcome};
use ledger::Months;

/// Sets a campaign up with its goals. Nothing is recognised by that.
///
/// # Errors
/// `request.invalid` with every wrong field; [`CampaignRefusal::CodeTaken`].
pub async fn create_campaign(
    app: &App,
    _: &Allowed<WriteCampaigns>,
    new: NewCampaign,
    goals: Vec<NewGoal>,
) -> Outcome<Campaign> {
    let books = books_of(app)?;
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let open = Months::load(&tx).await?.open();
    let mut wrong = Fields::default();
    let record = check_campaign(&mut wrong, &new);
    let find = |text: &str| indicator_named(&books, open, text);
    let goals = check_goals(&mut wrong, new.from, &goals, find);
    wrong.done()?;
    let record = record.expect("nothing was found wrong");
    let key = CampaignKey::Codes(vec![record.code.clone()]);
    if !store::load_campaigns(&tx, &key).await?.is_empty() {
        return Err(CampaignRefusal::CodeTaken { code: record.code }.into());
    }
    let campaign = Campaign {
        id: CampaignId::new(app.ids.key()),
        record,
        goals: goals
            .into_iter()
            .map(|draft| fresh(&app.ids, draft))
            .collect(),
        revision: 1,
        updated_at: app.now(),
    };
    store::insert_campaigns(&tx, std::slice::from_ref(&campaign)).await?;
    let key = campaign.id.key();
    let goals: Vec<(i64, Goal)> = campaign.goals.iter().map(|g| (key, g.clone())).collect();
    store::insert_goals(&tx, &goals, campaign.updated_at).await?;
    tx.commit().await?;
    Ok(campaign)
}

/// A new goal.
pub(super) fn fresh(ids: &Ids, draft: GoalDraft) -> Goal {
    Goal {
        id: GoalId::new(ids.key()),
        draft,
        revision: 1,
    }
}
