//! Taking a company or project off the roster.

use super::book_rosters::{Releasing, book_releases};
use super::get_roster::roster_in;
use super::shown::Shown;
use crate::model::{Roster, RosterId, RosterRefusal, judge_release};
use crate::permits::WriteRosters;
use chrono::NaiveDate;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Ends a stay on the roster: a fact of the open month.
///
/// # Errors
/// A day in the future; [`RosterRefusal`].
pub async fn release_roster(
    app: &App,
    actor: &Allowed<WriteRosters>,
    id: RosterId,
    released_on: NaiveDate,
) -> Outcome<Shown<Roster>> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let roster = roster_in(&tx, &actor.scope, id).await?;
    if roster.reversal.is_some() {
        return Err(RosterRefusal::AlreadyReversed.into());
    }
    if let Some(release) = &roster.release {
        let released_on = release.released_on;
        return Err(RosterRefusal::AlreadyReleased { released_on }.into());
    }
    let releasing = Releasing {
        opening: judge_release(roster.enrolled_on, released_on, setting.days)?,
        roster,
        released_on,
    };
    let booked = book_releases(&tx, &setting, &app.ids, actor, vec![releasing]).await?;
    tx.commit().await?;
    let roster = booked.into_iter().next().expect("one entry was released");
    Shown::of(&setting.tree, roster.unit, roster)
}
