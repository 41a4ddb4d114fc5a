//! Taking a recognised milestone back.

use super::ProjectRefusal;
use super::project_in::project_in;
use crate::model::{MilestoneId, MilestoneRefusal, Project, ProjectId, judge_taking_back};
use crate::permits::WriteProjects;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::Outcome;
use ledger::Source;

/// Takes a milestone back: its fact is reversed in the open month, and the project is
/// judged without it from here on.
///
/// # Errors
/// [`ProjectRefusal::Unknown`], [`ProjectRefusal::NoReason`],
/// [`MilestoneRefusal::Unknown`], [`MilestoneRefusal::NeededBy`].
pub async fn reverse_milestone(
    app: &App,
    actor: &Allowed<WriteProjects>,
    id: ProjectId,
    milestone: MilestoneId,
    reason: &str,
) -> Outcome<Project> {
    if reason.trim().is_empty() {
        return Err(ProjectRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let mut project = project_in(&tx, &actor.scope, id).await?;
    let standing = project.life.milestones().iter();
    let mut standing = standing.filter(|known| known.id == milestone);
    let fact_seq = standing.next().ok_or(MilestoneRefusal::Unknown)?.fact_seq;
    judge_taking_back(&project.life, fact_seq)?;
    let source = Source {
        kind: "milestone".to_owned(),
        id: milestone.key(),
    };
    let facts = vec![(fact_seq, source)];
    let recorded = ledger::reverse(&tx, &setting.books, actor, setting.at, facts).await?;
    let by = recorded.first().expect("one reversal for one fact").seq;
    store::mark_reversed_milestones(&tx, &[(milestone.key(), by)], reason.trim()).await?;
    project.life = project.life.without(fact_seq);
    project.updated_at = setting.at;
    store::save_summary(&tx, &project, setting.at).await?;
    tx.commit().await?;
    Ok(project)
}
