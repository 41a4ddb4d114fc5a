//! Planning an opportunity in the transaction of whoever asks: a form of this slice, or
//! another slice in whose work the opportunity showed.

use super::book::book;
use crate::model::{
    NewOpportunity, Opportunity, OpportunityRefusal, check_opportunity, fresh_opportunity,
    reserving_entry,
};
use crate::store::{self, OpportunityKey};
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Fields, Ids, Outcome, Scope};

/// Puts an opportunity in stock and records `opportunity.reserved`.
///
/// # Errors
/// `request.invalid` with every wrong field; a unit that is none of the caller's; a code
/// that is taken; a day in the future; what the journal refuses.
pub async fn plan_opportunity(
    tx: &DatabaseTransaction,
    setting: &Setting,
    actor: &Actor,
    ids: &Ids,
    new: NewOpportunity,
) -> Outcome<Opportunity> {
    let mut wrong = Fields::default();
    let draft = check_opportunity(&mut wrong, &setting.tree, &new);
    wrong.done()?;
    let draft = draft.expect("nothing was found wrong");
    if !actor.scope.covers(draft.unit) {
        return Err(OpportunityRefusal::ForeignUnit { unit: new.unit }.into());
    }
    let key = OpportunityKey::Codes(vec![draft.code.clone()]);
    let found = store::load_opportunities(tx, &Scope::Everything, &key).await?;
    if !found.is_empty() {
        return Err(OpportunityRefusal::CodeTaken { code: draft.code }.into());
    }
    let opening = setting.days.judge(draft.reserved_on)?;
    let opportunity = fresh_opportunity(draft, ids, setting.at);
    store::insert_opportunities(tx, std::slice::from_ref(&opportunity)).await?;
    let credits = setting.credits(&[opportunity.unit]);
    let booking = reserving_entry(&opportunity, credits, opening);
    book(tx, setting, actor, vec![booking]).await?;
    Ok(opportunity)
}
