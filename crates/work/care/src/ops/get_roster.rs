//! Reading one entry of the roster.

use super::shown::{Shown, units};
use crate::model::{Roster, RosterId, RosterRefusal};
use crate::permits::ReadRosters;
use crate::store;
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Outcome, Scope};

/// The entry with this key, if the caller's scope covers its unit.
///
/// # Errors
/// [`RosterRefusal::Unknown`].
pub async fn get_roster(
    app: &App,
    actor: &Allowed<ReadRosters>,
    id: RosterId,
) -> Outcome<Shown<Roster>> {
    let roster = roster_in(app.database.reader(), &actor.scope, id).await?;
    Shown::of(&units(app, actor).await?, roster.unit, roster)
}

pub(super) async fn roster_in<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: RosterId,
) -> Outcome<Roster> {
    let found = store::find_roster(connection, scope, id).await?;
    Ok(found.ok_or(RosterRefusal::Unknown)?)
}
