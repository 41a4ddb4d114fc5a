//! Taking a meeting back.

use super::book_meetings::take_back_meetings;
use crate::model::{Meeting, MeetingId, MeetingRefusal};
use crate::permits::WriteActivities;
use crate::store::{self, ActivityKey};
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Takes a meeting back, the signing that came out of it included: the facts are reversed
/// in the open month.
///
/// # Errors
/// [`MeetingRefusal::Unknown`], [`MeetingRefusal::AlreadyReversed`],
/// [`MeetingRefusal::NoReason`].
pub async fn reverse_meeting(
    app: &App,
    actor: &Allowed<WriteActivities>,
    id: MeetingId,
    reason: &str,
) -> Outcome<Meeting> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(MeetingRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let found = store::load_meetings(&tx, &[id.key()]).await?.pop();
    let meeting = found.ok_or(MeetingRefusal::Unknown)?;
    let key = ActivityKey::Ids(vec![meeting.activity]);
    let covered = store::load_activities(&tx, &actor.scope, &key).await?;
    if covered.is_empty() {
        return Err(MeetingRefusal::Unknown.into());
    }
    if meeting.reversal.is_some() {
        return Err(MeetingRefusal::AlreadyReversed.into());
    }
    let one = std::slice::from_ref(&meeting);
    take_back_meetings(&tx, &setting, actor, one, reason).await?;
    tx.commit().await?;
    Ok(meeting)
}
