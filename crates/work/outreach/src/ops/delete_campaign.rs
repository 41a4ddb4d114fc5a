//! Taking a campaign out of the register.

use super::CampaignRefusal;
use super::get_campaign::find_campaign;
use crate::model::CampaignId;
use crate::permits::WriteCampaigns;
use crate::store::{self, References};
use http_base::{Allowed, App};
use kernel::Outcome;

/// Takes a campaign with its goals out of the register, unless activities or policy
/// documents belong to it. The row stays.
///
/// # Errors
/// [`CampaignRefusal::Unknown`], [`CampaignRefusal::ReferredTo`].
pub async fn delete_campaign(
    app: &App,
    _: &Allowed<WriteCampaigns>,
    id: CampaignId,
) -> Outcome<()> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let campaign = find_campaign(&tx, id).await?;
    let References {
        activities,
        documents,
    } = store::references_of(&tx, id.key()).await?;
    if activities + documents > 0 {
        return Err(CampaignRefusal::ReferredTo {
            activities,
            documents,
        }
        .into());
    }
    let at = app.now();
    let goals: Vec<i64> = campaign.goals.iter().map(|goal| goal.id.key()).collect();
    store::remove_goals(&tx, &goals, at).await?;
    store::remove_campaign(&tx, id.key(), at).await?;
    tx.commit().await?;
    Ok(())
}
