//! Taking an opportunity out of stock.

use super::book::book;
use super::get_opportunity::opportunity_in;
use crate::model::{
    Closing, Opportunity, OpportunityId, OpportunityRefusal, OutcomeKind, closing_entry,
    judge_closing,
};
use crate::permits::WriteOpportunities;
use crate::store;
use chrono::NaiveDate;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;
use projects::{ProjectKey, ProjectRefusal};

/// How an opportunity is to leave the stock, as typed.
#[derive(Debug, Clone)]
pub struct NewClosing {
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub outcome: OutcomeKind,
    /// The code of the project that it became; needed where it was matched.
    pub project: Option<String>,
}

/// Takes an opportunity out of stock, for an investor was found or it is given up.
///
/// # Errors
/// [`OpportunityRefusal`]; an unknown project; a day in the future; no month is open.
pub async fn close_opportunity(
    app: &App,
    actor: &Allowed<WriteOpportunities>,
    id: OpportunityId,
    new: NewClosing,
) -> Outcome<Opportunity> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let opportunity = opportunity_in(&tx, &actor.scope, id).await?;
    let code = new.project.filter(|code| !code.trim().is_empty());
    let project = match code {
        None if new.outcome == OutcomeKind::Matched => {
            return Err(OpportunityRefusal::NoProject.into());
        }
        None => None,
        Some(code) => {
            let key = ProjectKey::Codes(vec![code.trim().to_owned()]);
            let found = projects::load_projects(&tx, &actor.scope, &key).await?;
            let project = found.into_iter().next().ok_or(ProjectRefusal::Unknown)?;
            Some(project.id)
        }
    };
    let closing = Closing {
        on: new.on,
        outcome: new.outcome,
        project,
    };
    let opening = judge_closing(&opportunity, closing, setting.days)?;
    let credits = setting.credits(&[opportunity.unit]);
    let booking = closing_entry(&opportunity, closing, credits, opening);
    book(&tx, &setting, actor, vec![booking]).await?;
    let after = Opportunity {
        closing: Some(closing),
        ..opportunity
    };
    let after = after.written(setting.at);
    store::rewrite_opportunity(&tx, &after).await?;
    tx.commit().await?;
    Ok(after)
}
