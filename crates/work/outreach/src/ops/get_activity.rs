//! Reading one activity.

use super::ActivityRefusal;
use super::activity_view::{ActivityView, activity_views};
use super::meeting_view::{MeetingView, meeting_views};
use crate::model::{Activity, ActivityId};
use crate::permits::ReadActivities;
use crate::store::{self, ActivityKey};
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Outcome, Scope};

/// An activity with its meetings.
#[derive(Debug, Clone)]
pub struct ActivityPage {
    /// The activity.
    pub view: ActivityView,
    /// Its standing meetings, in the order in which they were recorded.
    pub meetings: Vec<MeetingView>,
}

/// The activity with this key, if the caller's scope covers one of its organisers; one that
/// was taken back says so.
///
/// # Errors
/// [`ActivityRefusal::Unknown`].
pub async fn get_activity(
    app: &App,
    actor: &Allowed<ReadActivities>,
    id: ActivityId,
) -> Outcome<ActivityPage> {
    activity_page(app, &actor.scope, id).await
}

/// The activity with this key, for the reply to whoever has just written it, too.
pub(crate) async fn activity_page(
    app: &App,
    scope: &Scope,
    id: ActivityId,
) -> Outcome<ActivityPage> {
    let tx = app.database.begin_read().await?;
    let found = find_activity(&tx, scope, id).await?;
    let activity = found.ok_or(ActivityRefusal::Unknown)?;
    let tree = orgs::ops::load_units(&tx).await?;
    let meetings = store::meetings_of(&tx, &[id.key()]).await?;
    let mut views = activity_views(&tx, &tree, vec![activity]).await?;
    Ok(ActivityPage {
        view: views.pop().expect("one for one"),
        meetings: meeting_views(&tx, meetings).await?,
    })
}

async fn find_activity<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: ActivityId,
) -> Outcome<Option<Activity>> {
    let key = ActivityKey::Ids(vec![id.key()]);
    Ok(store::load_activities(connection, scope, &key).await?.pop())
}

/// The activity with this key, which must stand.
///
/// # Errors
/// [`ActivityRefusal::Unknown`], [`ActivityRefusal::AlreadyReversed`].
pub(super) async fn standing_activity<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: ActivityId,
) -> Outcome<Activity> {
    match find_activity(connection, scope, id).await? {
        Some(activity) if activity.reversal.is_none() => Ok(activity),
        Some(_) => Err(ActivityRefusal::AlreadyReversed.into()),
        None => Err(ActivityRefusal::Unknown.into()),
    }
}
