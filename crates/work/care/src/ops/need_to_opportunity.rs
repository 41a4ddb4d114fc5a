//! A need that was learnt on a visit becomes an opportunity.

use super::get_visit::standing_visit;
use super::shown::Shown;
use crate::model::{Visit, VisitId, VisitRefusal};
use crate::permits::WriteVisits;
use crate::store;
use channels::{NewOpportunity, WriteOpportunities, plan_opportunity};
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Plans an opportunity of the need that a visit notes, and notes its code on the visit: one
/// transaction, so that neither is there without the other. Asks for both permissions.
///
/// # Errors
/// [`VisitRefusal`]; what planning an opportunity refuses.
pub async fn need_to_opportunity(
    app: &App,
    actor: &Allowed<WriteVisits>,
    _: &Allowed<WriteOpportunities>,
    id: VisitId,
    new: NewOpportunity,
) -> Outcome<Shown<Visit>> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let visit = standing_visit(&tx, &actor.scope, id).await?;
    if visit.needs.is_none() {
        return Err(VisitRefusal::NoNeed.into());
    }
    if let Some(opportunity) = visit.opportunity {
        return Err(VisitRefusal::OpportunityPlanned { opportunity }.into());
    }
    let planned = plan_opportunity(&tx, &setting, actor, &app.ids, new).await?;
    let after = Visit {
        opportunity: Some(planned.code),
        revision: visit.revision + 1,
        updated_at: setting.at,
        ..visit
    };
    store::save_visits(&tx, std::slice::from_ref(&after)).await?;
    tx.commit().await?;
    Shown::of(&setting.tree, after.unit, after)
}
