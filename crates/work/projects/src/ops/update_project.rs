//! Changing a project's master data.

use super::ProjectRefusal;
use super::project_in::project_in;
use super::write_project::{
    fill_chosen, investors_for, link_companies, moved_counts, refuse_taken, rewritten,
};
use crate::model::{Home, Project, ProjectChange, ProjectId, check_draft, differences, frozen};
use crate::permits::WriteProjects;
use crate::store;
use companies::CompanyDraft;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};

/// Changes what no recognised fact carries; the rest is refused, pointing to amendment,
/// transfer or correction.
///
/// # Errors
/// `request.invalid` with every wrong field; [`ProjectRefusal`]; a frozen field.
pub async fn update_project(
    app: &App,
    actor: &Allowed<WriteProjects>,
    id: ProjectId,
    change: ProjectChange,
) -> Outcome<Project> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let tree = orgs::ops::load_units(&tx).await?;
    let project = project_in(&tx, &actor.scope, id).await?;
    let mut new = change.onto(project.typed(&tree));
    fill_chosen(&tx, &mut new).await?;
    let mut wrong = Fields::default();
    let draft = check_draft(&mut wrong, &tree, &new);
    wrong.done()?;
    let mut draft = draft.expect("nothing was found wrong");
    let named: Vec<CompanyDraft> = draft.investors.iter().map(|i| i.company.clone()).collect();
    link_companies(&mut draft, &companies::load_directory(&tx, &named).await?);
    let found = differences(&project, &draft, &tree);
    if let Some(refusal) = found
        .iter()
        .find_map(|change| frozen(&project, change.field))
    {
        return Err(refusal.into());
    }
    if !actor.scope.covers(draft.credit.lead) {
        return Err(ProjectRefusal::ForeignUnit { unit: new.unit }.into());
    }
    if found.is_empty() {
        return Ok(project);
    }
    refuse_taken(&tx, &draft, Some(&project)).await?;
    let at = app.now();
    let investors = if found.iter().any(|change| change.field == "investors") {
        let (mut investors, _) = investors_for(&tx, &app.ids, at, &[&draft]).await?;
        investors.pop().expect("one list for one draft")
    } else {
        project.investors.clone()
    };
    let after = rewritten(project.clone(), draft, investors, at);
    store::rewrite_project(&tx, Home::of(&tree), &after).await?;
    companies::count_projects(&tx, moved_counts(&project, &after)).await?;
    tx.commit().await?;
    Ok(after)
}
