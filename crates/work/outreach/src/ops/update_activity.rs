//! Changing what no fact carries of an activity.

use super::get_activity::standing_activity;
use super::known_campaign::known_campaign;
use crate::model::{
    Activity, ActivityChange, ActivityId, ActivityRecord, activity_differences, check_activity,
};
use crate::permits::WriteActivities;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Instant, Outcome};

/// Changes name, last day, places, convener, campaign or chain. Kind, first day, organisers
/// and leader stand in the journal: whoever has them wrong takes the activity back.
///
/// # Errors
/// `request.invalid` with every wrong field; [`ActivityRefusal`](super::ActivityRefusal).
pub async fn update_activity(
    app: &App,
    actor: &Allowed<WriteActivities>,
    id: ActivityId,
    change: ActivityChange,
) -> Outcome<Activity> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    let activity = standing_activity(&tx, &actor.scope, id).await?;
    let mut wrong = Fields::default();
    let typed = change.onto(activity.record.typed(&tree));
    let record = check_activity(&mut wrong, &tree, &typed);
    let campaign = record
        .as_ref()
        .and_then(|record| record.campaign.as_deref());
    let refusal = "activities.campaign_unknown";
    let campaigns = known_campaign(&tx, &mut wrong, campaign, refusal).await?;
    wrong.done()?;
    let record = record.expect("nothing was found wrong");
    if activity_differences(&tree, &activity.record, &record).is_empty() {
        return Ok(activity);
    }
    let after = rewritten(activity, record, app.now());
    store::rewrite_activity(&tx, &after, &campaigns).await?;
    tx.commit().await?;
    Ok(after)
}

/// The activity as `record` has it.
pub(crate) fn rewritten(activity: Activity, record: ActivityRecord, at: Instant) -> Activity {
    Activity {
        record,
        revision: activity.revision + 1,
        updated_at: at,
        ..activity
    }
}
