//! Activities with the names that replies show.

use crate::model::Activity;
use crate::store::{self, NamedCampaign};
use db::ConnectionTrait;
use kernel::{Fault, Outcome};
use orgs::{UnitRef, UnitTree};

/// An activity as lists and pages show it.
#[derive(Debug, Clone)]
pub struct ActivityView {
    /// The activity.
    pub activity: Activity,
    /// Its organisers, the first leading.
    pub organisers: Vec<UnitRef>,
    /// How many meetings of it stand.
    pub meetings: i64,
    pub(crate) campaign: Option<NamedCampaign>,
}

/// How replies name the unit with this key.
pub(super) fn unit_ref(tree: &UnitTree, key: i64) -> Outcome<UnitRef> {
    let unit = tree.by_key(key);
    let unit = unit.ok_or_else(|| Fault::broken(format!("there is no unit {key}")))?;
    Ok(unit.to_ref())
}

/// These activities with their names, in a few queries.
pub(super) async fn activity_views<C: ConnectionTrait>(
    connection: &C,
    tree: &UnitTree,
    activities: Vec<Activity>,
) -> Outcome<Vec<ActivityView>> {
    let ids: Vec<i64> = activities
        .iter()
        .map(|activity| activity.id.key())
        .collect();
    let meetings = store::count_meetings(connection, &ids).await?;
    let codes = activities
        .iter()
        .filter_map(|a| a.record.campaign.as_deref());
    let campaigns = store::campaign_names(connection, codes).await?;
    activities
        .into_iter()
        .map(|activity| {
            let organisers = activity.record.organisers.iter();
            let campaign = activity.record.campaign.as_ref();
            Ok(ActivityView {
                organisers: organisers
                    .map(|&unit| unit_ref(tree, unit))
                    .collect::<Outcome<_>>()?,
                meetings: meetings.get(&activity.id.key()).copied().unwrap_or(0),
                campaign: campaign.and_then(|code| campaigns.get(code).cloned()),
                activity,
            })
        })
        .collect()
}
