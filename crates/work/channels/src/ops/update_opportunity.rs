//! Changing what no recognised fact carries of an opportunity.

use super::get_opportunity::opportunity_in;
use crate::model::{Opportunity, OpportunityChange, OpportunityId, check_opportunity};
use crate::permits::WriteOpportunities;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};

/// Changes name, chain and content.
///
/// # Errors
/// [`OpportunityRefusal::Unknown`](crate::OpportunityRefusal::Unknown); `request.invalid`
/// with every wrong field.
pub async fn update_opportunity(
    app: &App,
    actor: &Allowed<WriteOpportunities>,
    id: OpportunityId,
    change: OpportunityChange,
) -> Outcome<Opportunity> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    let opportunity = opportunity_in(&tx, &actor.scope, id).await?;
    let mut wrong = Fields::default();
    let draft = check_opportunity(&mut wrong, &tree, &opportunity.typed(&tree, change));
    wrong.done()?;
    let draft = draft.expect("nothing was found wrong");
    let after = Opportunity {
        name: draft.name,
        chain: draft.chain,
        content: draft.content,
        ..opportunity.clone()
    };
    if after == opportunity {
        return Ok(opportunity);
    }
    let after = after.written(app.now());
    store::rewrite_opportunity(&tx, &after).await?;
    tx.commit().await?;
    Ok(after)
}
