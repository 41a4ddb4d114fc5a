//! Taking an entry of the publication log back.

use super::book_publications::take_back_publications;
use super::get_opportunity::opportunity_in;
use crate::model::{OpportunityId, OpportunityRefusal, PublicationId, PublicationRefusal};
use crate::permits::WriteOpportunities;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Takes a publication back. The opportunity stays published while another one stands.
///
/// # Errors
/// [`OpportunityRefusal::Unknown`], [`OpportunityRefusal::NoReason`],
/// [`PublicationRefusal::Unknown`]; no month is open.
pub async fn reverse_publication(
    app: &App,
    actor: &Allowed<WriteOpportunities>,
    id: OpportunityId,
    publication: PublicationId,
    reason: &str,
) -> Outcome<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(OpportunityRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    opportunity_in(&tx, &actor.scope, id).await?;
    let log = store::publications_of(&tx, &[id.key()]).await?;
    let entry = log.into_iter().find(|entry| entry.id == publication);
    let entry = entry.ok_or(PublicationRefusal::Unknown)?;
    take_back_publications(&tx, &setting, actor, &[entry], reason).await?;
    tx.commit().await?;
    Ok(())
}
