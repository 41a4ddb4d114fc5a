//! Taking a visit back.

use super::book_visits::take_back_visits;
use super::get_visit::standing_visit;
use super::shown::Shown;
use crate::model::{Visit, VisitId, VisitRefusal};
use crate::permits::WriteVisits;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Takes a visit back, in the open month; its code is free again.
///
/// # Errors
/// [`VisitRefusal`]; among them: problems name it as where they came from.
pub async fn reverse_visit(
    app: &App,
    actor: &Allowed<WriteVisits>,
    id: VisitId,
    reason: &str,
) -> Outcome<Shown<Visit>> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(VisitRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let visit = standing_visit(&tx, &actor.scope, id).await?;
    if let Some(&problems) = store::problems_from(&tx, &[id.key()]).await?.get(&id.key()) {
        return Err(VisitRefusal::ReferredTo { problems }.into());
    }
    let taken = take_back_visits(&tx, &setting, actor, vec![visit], reason).await?;
    tx.commit().await?;
    let visit = taken.into_iter().next().expect("one visit was taken back");
    Shown::of(&setting.tree, visit.unit, visit)
}
