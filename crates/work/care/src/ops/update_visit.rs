//! Changing what no fact carries of a visit.

use super::count_parties::count_parties;
use super::get_visit::standing_visit;
use super::party_of::{changed_party, project_of};
use super::shown::Shown;
use crate::model::{
    LONGEST_NOTE, LONGEST_OFFICER, Visit, VisitChange, VisitId, VisitRefusal, optional, required,
};
use crate::permits::WriteVisits;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};

/// Changes who made a visit, to whom, what was learnt, and the project that a need became.
///
/// # Errors
/// `request.invalid` with every wrong field; an unknown company or project;
/// [`VisitRefusal`].
pub async fn update_visit(
    app: &App,
    actor: &Allowed<WriteVisits>,
    id: VisitId,
    change: VisitChange,
) -> Outcome<Shown<Visit>> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let visit = standing_visit(&tx, &actor.scope, id).await?;
    let mut wrong = Fields::default();
    let officer = change.officer.as_deref().unwrap_or(&visit.officer);
    let officer = required(&mut wrong, "officer", officer, LONGEST_OFFICER);
    let mut note = |field, new: Option<String>, old: Option<String>| match new {
        Some(text) => optional(&mut wrong, field, &text, LONGEST_NOTE),
        None => old,
    };
    let progress = note("progress", change.progress, visit.progress);
    let needs = note("needs", change.needs, visit.needs);
    wrong.done()?;
    let gone = visit.party.clone();
    let (company, project) = (change.company, change.project);
    let party = changed_party(&tx, &actor.scope, visit.party, company, project).await?;
    if party.is_nobody() {
        return Err(VisitRefusal::NobodyVisited.into());
    }
    let lead = match change.lead {
        Some(Some(_)) if needs.is_none() => return Err(VisitRefusal::NoNeed.into()),
        Some(Some(project)) => Some(project_of(&tx, &actor.scope, project).await?),
        Some(None) => None,
        None => visit.lead,
    };
    let after = Visit {
        officer,
        progress,
        needs,
        party,
        lead,
        revision: visit.revision + 1,
        updated_at: app.now(),
        ..visit
    };
    store::save_visits(&tx, std::slice::from_ref(&after)).await?;
    count_parties(&tx, vec![gone], vec![after.party.clone()]).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    tx.commit().await?;
    Shown::of(&tree, after.unit, after)
}
