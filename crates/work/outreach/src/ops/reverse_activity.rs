//! Taking an activity back.

use super::ActivityRefusal;
use super::book_meetings::take_back_meetings;
use super::get_activity::standing_activity;
use crate::model::{Activity, ActivityId, source};
use crate::permits::WriteActivities;
use crate::store;
use db::DatabaseTransaction;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Actor, Outcome};

/// Takes an activity back: its fact is reversed in the open month. Meetings that stand keep
/// it standing, unless they are to be taken back `with_meetings`, for the same reason.
///
/// # Errors
/// [`ActivityRefusal`].
pub async fn reverse_activity(
    app: &App,
    actor: &Allowed<WriteActivities>,
    id: ActivityId,
    reason: &str,
    with_meetings: bool,
) -> Outcome<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(ActivityRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let activity = standing_activity(&tx, &actor.scope, id).await?;
    let meetings = store::meetings_of(&tx, &[id.key()]).await?;
    if !meetings.is_empty() && !with_meetings {
        let meetings = i64::try_from(meetings.len()).unwrap_or(i64::MAX);
        return Err(ActivityRefusal::HasMeetings { meetings }.into());
    }
    take_back_meetings(&tx, &setting, actor, &meetings, reason).await?;
    take_back_activities(&tx, &setting, actor, &[activity], reason).await?;
    tx.commit().await?;
    Ok(())
}

/// Reverses the facts of activities that stand without meetings.
pub(crate) async fn take_back_activities(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    activities: &[Activity],
    reason: &str,
) -> Outcome<()> {
    let facts = activities.iter().map(|activity| {
        let source = source("activity", activity.id.key());
        (activity.booked.fact_seq, source)
    });
    let facts = facts.collect();
    let reversed = ledger::reverse(tx, &setting.books, actor, setting.at, facts).await?;
    let ids = activities.iter().map(|activity| activity.id.key());
    let reversals: Vec<(i64, i64)> = ids
        .zip(reversed)
        .map(|(id, place)| (id, place.seq))
        .collect();
    store::mark_reversed_activities(tx, &reversals, reason).await?;
    Ok(())
}
