//! Taking back what was recognised of an entry of the roster.

use super::book_rosters::{Taking, take_back_rosters};
use super::get_roster::roster_in;
use super::shown::Shown;
use crate::model::{Roster, RosterId, RosterRefusal, judge_reopening};
use crate::permits::WriteRosters;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Takes back the last that was recognised of an entry, in the open month: its release, so
/// that it is on the roster again; else the enrolment.
///
/// # Errors
/// [`RosterRefusal`].
pub async fn reverse_roster(
    app: &App,
    actor: &Allowed<WriteRosters>,
    id: RosterId,
    reason: &str,
) -> Outcome<Shown<Roster>> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(RosterRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let roster = roster_in(&tx, &actor.scope, id).await?;
    if roster.reversal.is_some() {
        return Err(RosterRefusal::AlreadyReversed.into());
    }
    let taking = if roster.release.is_some() {
        let keys = |key: Option<i64>| Vec::from_iter(key);
        let (company, project) = (
            keys(roster.party.company_key()),
            keys(roster.party.project_key()),
        );
        judge_reopening(&roster, &store::rosters_of(&tx, &company, &project).await?)?;
        Taking::Release
    } else {
        Taking::Whole
    };
    let takings = vec![(roster, taking)];
    let taken = take_back_rosters(&tx, &setting, actor, takings, reason).await?;
    tx.commit().await?;
    let roster = taken.into_iter().next().expect("one entry was taken back");
    Shown::of(&setting.tree, roster.unit, roster)
}
