//! Taking back what was recognised of an opportunity.

use super::book::{standing, take_back};
use super::get_opportunity::opportunity_in;
use crate::model::{Opportunity, OpportunityId, OpportunityRefusal, Owner, Step};
use crate::permits::WriteOpportunities;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Takes an opportunity's closing back, so that it is in stock again; or, with
/// `closing_only` false, everything that was recognised of it, so that it leaves the
/// register as if it had never been planned and its code is free.
///
/// # Errors
/// [`OpportunityRefusal::Unknown`], [`OpportunityRefusal::NoReason`],
/// [`OpportunityRefusal::NotClosed`]; no month is open.
pub async fn reverse_opportunity(
    app: &App,
    actor: &Allowed<WriteOpportunities>,
    id: OpportunityId,
    closing_only: bool,
    reason: &str,
) -> Outcome<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(OpportunityRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let opportunity = opportunity_in(&tx, &actor.scope, id).await?;
    if closing_only && opportunity.closing.is_none() {
        return Err(OpportunityRefusal::NotClosed.into());
    }
    let step = closing_only.then_some(Step::Closed);
    let steps = standing(&tx, Owner::Opportunity, id.key(), step).await?;
    take_back(&tx, &setting, actor, Owner::Opportunity, &steps, reason).await?;
    if closing_only {
        let after = Opportunity {
            closing: None,
            ..opportunity
        };
        store::rewrite_opportunity(&tx, &after.written(setting.at)).await?;
    } else {
        let log = store::publications_of(&tx, &[id.key()]).await?;
        let log: Vec<i64> = log.iter().map(|entry| entry.id.key()).collect();
        store::remove_publications(&tx, &log, reason, setting.at).await?;
        store::remove_opportunity(&tx, id.key(), setting.at).await?;
    }
    tx.commit().await?;
    Ok(())
}
