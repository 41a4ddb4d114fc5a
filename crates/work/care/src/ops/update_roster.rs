//! Changing what no fact carries of an entry of the roster.

use super::get_roster::roster_in;
use super::shown::Shown;
use crate::model::{
    LONGEST_OFFICER, LONGEST_RULE, Roster, RosterChange, RosterId, RosterRefusal, required,
};
use crate::permits::WriteRosters;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};

/// Changes the rule or the officer of an entry.
///
/// # Errors
/// `request.invalid` with every wrong field; [`RosterRefusal`].
pub async fn update_roster(
    app: &App,
    actor: &Allowed<WriteRosters>,
    id: RosterId,
    change: RosterChange,
) -> Outcome<Shown<Roster>> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let roster = roster_in(&tx, &actor.scope, id).await?;
    if roster.reversal.is_some() {
        return Err(RosterRefusal::AlreadyReversed.into());
    }
    let mut wrong = Fields::default();
    let rule = change.rule.as_deref().unwrap_or(&roster.rule);
    let officer = change.officer.as_deref().unwrap_or(&roster.officer);
    let after = Roster {
        rule: required(&mut wrong, "rule", rule, LONGEST_RULE),
        officer: required(&mut wrong, "officer", officer, LONGEST_OFFICER),
        revision: roster.revision + 1,
        updated_at: app.now(),
        ..roster
    };
    wrong.done()?;
    store::save_rosters(&tx, std::slice::from_ref(&after)).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    tx.commit().await?;
    Shown::of(&tree, after.unit, after)
}
