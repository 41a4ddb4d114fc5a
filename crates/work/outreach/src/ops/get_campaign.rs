//! Reading one campaign.

use super::CampaignRefusal;
use super::indicator::indicator_named;
use crate::model::{Campaign, CampaignId, Goal};
use crate::permits::ReadCampaigns;
use crate::store::{self, CampaignKey, References};
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Fault, Outcome};
use ledger::{Books, Months, Text};
use std::sync::Arc;

/// A goal with the name of its indicator.
#[derive(Debug, Clone)]
pub struct GoalView {
    /// The goal.
    pub goal: Goal,
    /// The indicator's name; its code where no definition has it any more.
    pub name: Text,
    /// What the indicator counts in, as printed.
    pub count_unit: Text,
}

/// A campaign as its page shows it.
#[derive(Debug, Clone)]
pub struct CampaignView {
    /// The campaign.
    pub campaign: Campaign,
    /// Its goals with names, in its order.
    pub goals: Vec<GoalView>,
    pub(crate) references: References,
}

/// The installed books.
pub(super) fn books_of(app: &App) -> Outcome<Arc<Books>> {
    app.part::<Books>()
        .ok_or_else(|| Fault::broken("the books were not installed"))
}

/// The campaign with this key.
///
/// # Errors
/// [`CampaignRefusal::Unknown`].
pub async fn get_campaign(
    app: &App,
    _: &Allowed<ReadCampaigns>,
    id: CampaignId,
) -> Outcome<CampaignView> {
    campaign_view(app, id).await
}

/// The campaign with this key, for the reply to whoever has just written it, too.
pub(crate) async fn campaign_view(app: &App, id: CampaignId) -> Outcome<CampaignView> {
    let tx = app.database.begin_read().await?;
    let campaign = find_campaign(&tx, id).await?;
    let open = Months::load(&tx).await?.open();
    let books = books_of(app)?;
    let goals = campaign.goals.iter().map(|goal| {
        let indicator = indicator_named(&books, open, &goal.draft.indicator);
        let blank = |text: &str| Text {
            zh: text.to_owned(),
            en: text.to_owned(),
        };
        GoalView {
            name: indicator.map_or_else(|| blank(&goal.draft.indicator), |i| i.name.clone()),
            count_unit: indicator.map_or_else(|| blank(""), |i| i.count_unit.clone()),
            goal: goal.clone(),
        }
    });
    Ok(CampaignView {
        goals: goals.collect(),
        references: store::references_of(&tx, id.key()).await?,
        campaign,
    })
}

/// The campaign with this key.
///
/// # Errors
/// [`CampaignRefusal::Unknown`].
pub(super) async fn find_campaign<C: ConnectionTrait>(
    connection: &C,
    id: CampaignId,
) -> Outcome<Campaign> {
    let key = CampaignKey::Ids(vec![id.key()]);
    let found = store::load_campaigns(connection, &key).await?.pop();
    Ok(found.ok_or(CampaignRefusal::Unknown)?)
}
