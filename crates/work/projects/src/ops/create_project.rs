//! Registering a project.

use super::ProjectRefusal;
use super::get_project::ProjectView;
use super::write_project::{fill_chosen, fresh, insert, investors_for, refuse_taken};
use crate::model::{Home, NewProject, check_draft, next_steps};
use crate::permits::WriteProjects;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};

/// Registers a project. Nothing is recognised by that: it stands as 在谈 or 拟签约.
///
/// # Errors
/// `request.invalid` with every wrong field; [`ProjectRefusal`]; a chosen company that does
/// not exist.
pub async fn create_project(
    app: &App,
    actor: &Allowed<WriteProjects>,
    mut new: NewProject,
) -> Outcome<ProjectView> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    fill_chosen(&tx, &mut new).await?;
    let mut wrong = Fields::default();
    let draft = check_draft(&mut wrong, &tree, &new);
    wrong.done()?;
    let draft = draft.expect("nothing was found wrong");
    if !actor.scope.covers(draft.credit.lead) {
        return Err(ProjectRefusal::ForeignUnit { unit: new.unit }.into());
    }
    refuse_taken(&tx, &draft, None).await?;
    let at = app.now();
    let (mut investors, _) = investors_for(&tx, &app.ids, at, &[&draft]).await?;
    let investors = investors.pop().expect("one list for one draft");
    let project = fresh(draft, investors, &app.ids, at);
    insert(&tx, Home::of(&tree), &project).await?;
    tx.commit().await?;
    Ok(ProjectView {
        amendments: Vec::new(),
        next_steps: next_steps(&project, Home::of(&tree)),
        project,
        tree,
    })
}
