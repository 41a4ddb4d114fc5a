//! Amending a project's planned investment.

use super::ProjectRefusal;
use super::project_in::project_in;
use crate::model::{Amendment, Project, ProjectId, amendment_entry, judge_amendment};
use crate::permits::WriteProjects;
use crate::store;
use chrono::NaiveDate;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Id, Money, Outcome};

/// A change of the plan.
#[derive(Debug, Clone)]
pub struct NewAmendment {
    /// The planned total investment from here on.
    pub planned_investment: Money,
    /// The day it was approved.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Amends the plan: a fact of the open month. Funds may then arrive up to the new plan,
/// which is never below what has arrived.
///
/// # Errors
/// [`ProjectRefusal`]; a day in the future; a plan that is not positive, unchanged, or below
/// what has arrived.
pub async fn amend_plan(
    app: &App,
    actor: &Allowed<WriteProjects>,
    id: ProjectId,
    new: NewAmendment,
) -> Outcome<Project> {
    let reason = new.reason.trim();
    if reason.is_empty() {
        return Err(ProjectRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let mut project = project_in(&tx, &actor.scope, id).await?;
    let planned = new.planned_investment;
    let opening = judge_amendment(&project, planned, new.on, setting.days)?;
    let key = app.ids.key();
    let entry = amendment_entry(&project, &setting.tree, planned, new.on, opening, key);
    let recorded = ledger::record(&tx, &setting.books, actor, setting.at, vec![entry]).await?;
    let amendment = Amendment {
        id: Id::new(key),
        decided_on: new.on,
        from: project.planned,
        to: planned,
        reason: reason.to_owned(),
        fact_seq: recorded.first().expect("one place for one fact").seq,
    };
    store::insert_amendment(&tx, id.key(), &amendment, setting.at).await?;
    store::set_plan(&tx, id.key(), planned, setting.at).await?;
    tx.commit().await?;
    project.planned = planned;
    project.amended = true;
    project.updated_at = setting.at;
    Ok(project)
}
