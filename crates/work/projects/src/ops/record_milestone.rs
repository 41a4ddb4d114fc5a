//! Recognising a milestone.

use super::book_milestones::{MilestoneBooking, book_milestones};
use super::project_in::project_in;
use crate::model::{Home, MilestoneKind, Project, ProjectId, judge_milestone};
use crate::permits::WriteProjects;
use crate::store;
use chrono::NaiveDate;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;

/// A milestone to be recognised.
#[derive(Debug, Clone)]
pub struct NewMilestone {
    /// What happened.
    pub kind: MilestoneKind,
    /// When.
    pub occurred_on: NaiveDate,
    /// Permit, contract or photo numbers by which the original is found.
    pub evidence: Option<String>,
}

/// Recognises a milestone: a fact of the open month, and the project's new stage.
///
/// # Errors
/// [`ProjectRefusal::Unknown`](super::ProjectRefusal::Unknown); a day in the future; a
/// [`MilestoneRefusal`](crate::MilestoneRefusal); what the journal refuses.
pub async fn record_milestone(
    app: &App,
    actor: &Allowed<WriteProjects>,
    id: ProjectId,
    new: NewMilestone,
) -> Outcome<Project> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let mut project = project_in(&tx, &actor.scope, id).await?;
    let opening = judge_milestone(
        &project,
        new.kind,
        new.occurred_on,
        setting.days,
        Home::of(&setting.tree),
    )?;
    let booking = MilestoneBooking {
        kind: new.kind,
        occurred_on: new.occurred_on,
        evidence: new.evidence.filter(|text| !text.trim().is_empty()),
        opening,
    };
    let booked = book_milestones(&tx, &setting, &app.ids, actor, vec![(&project, booking)]).await?;
    for (_, milestone) in booked {
        project.life.add(milestone);
    }
    project.updated_at = setting.at;
    store::save_summary(&tx, &project, setting.at).await?;
    tx.commit().await?;
    Ok(project)
}
