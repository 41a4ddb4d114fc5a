//! Reading one opportunity.

use super::units::unit_ref;
use crate::model::{
    Opportunity, OpportunityId, OpportunityRefusal, Owner, Publication, Recognition,
};
use crate::permits::{ReadOpportunities, WriteOpportunities};
use crate::store::{self, OpportunityKey};
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Outcome, Scope};
use ledger::Subject;
use orgs::UnitRef;
use projects::ProjectName;

/// An opportunity with what its page shows beside it.
#[derive(Debug, Clone)]
pub struct OpportunityView {
    /// The opportunity.
    pub opportunity: Opportunity,
    /// Its unit.
    pub unit: UnitRef,
    /// The project that it became.
    pub project: Option<ProjectName>,
    /// Its standing publications, by day.
    pub publications: Vec<Publication>,
    /// What was recognised of it, in the order of the journal.
    pub recognitions: Vec<Recognition>,
}

/// The opportunity with this key, if the caller's scope covers it.
///
/// # Errors
/// [`OpportunityRefusal::Unknown`].
pub async fn get_opportunity(
    app: &App,
    actor: &Allowed<ReadOpportunities>,
    id: OpportunityId,
) -> Outcome<OpportunityView> {
    view(app, &actor.scope, id).await
}

/// The opportunity that has just been written, for the reply.
pub(crate) async fn view_opportunity(
    app: &App,
    actor: &Allowed<WriteOpportunities>,
    id: OpportunityId,
) -> Outcome<OpportunityView> {
    view(app, &actor.scope, id).await
}

async fn view(app: &App, scope: &Scope, id: OpportunityId) -> Outcome<OpportunityView> {
    let tx = app.database.begin_read().await?;
    let opportunity = opportunity_in(&tx, scope, id).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    let project = match opportunity.closing.and_then(|closing| closing.project) {
        None => None,
        Some(project) => {
            let subject = Subject::new("project", project.key());
            let records = projects::records_of(&tx, [&subject], []).await?;
            records.project(&subject).cloned()
        }
    };
    Ok(OpportunityView {
        unit: unit_ref(&tree, opportunity.unit)?,
        project,
        publications: store::publications_of(&tx, &[id.key()]).await?,
        recognitions: store::recognitions_of(&tx, Owner::Opportunity, &[id.key()]).await?,
        opportunity,
    })
}

/// The opportunity that a use case is about, if `scope` covers it.
///
/// # Errors
/// [`OpportunityRefusal::Unknown`].
pub(super) async fn opportunity_in<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: OpportunityId,
) -> Outcome<Opportunity> {
    let key = OpportunityKey::Ids(vec![id.key()]);
    let found = store::load_opportunities(connection, scope, &key).await?;
    let opportunity = found.into_iter().next();
    Ok(opportunity.ok_or(OpportunityRefusal::Unknown)?)
}
