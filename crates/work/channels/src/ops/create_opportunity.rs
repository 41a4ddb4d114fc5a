//! Planning an opportunity by its form.

use super::plan_opportunity::plan_opportunity;
use crate::model::{NewOpportunity, Opportunity};
use crate::permits::WriteOpportunities;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// Puts an opportunity in stock.
///
/// # Errors
/// Those of [`plan_opportunity`]; no month is open.
pub async fn create_opportunity(
    app: &App,
    actor: &Allowed<WriteOpportunities>,
    new: NewOpportunity,
) -> Outcome<Opportunity> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let opportunity = plan_opportunity(&tx, &setting, actor, &app.ids, new).await?;
    tx.commit().await?;
    Ok(opportunity)
}
