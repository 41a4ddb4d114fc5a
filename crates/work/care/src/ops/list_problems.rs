//! Listing problems.

use super::shown::{Shown, subtree_of, units};
use crate::model::{Category, Problem};
use crate::permits::ReadProblems;
use crate::store::{self, ProblemFilter};
use companies::CompanyId;
use http_base::{Allowed, App};
use kernel::{Outcome, Page, PageQuery};
use projects::ProjectId;

/// Which problems.
#[derive(Debug, Clone, Default)]
pub struct ProblemQuery {
    /// Those of this unit and the units below it, by code.
    pub unit: Option<String>,
    /// Those about this.
    pub category: Option<Category>,
    /// Those that are solved, or those that are not.
    pub solved: Option<bool>,
    /// Those of this company.
    pub company: Option<CompanyId>,
    /// Those of this project.
    pub project: Option<ProjectId>,
    /// Those whose code, company, project, description or solution hold this.
    pub q: Option<String>,
}

/// A page of the problems of the caller's scope, last raised first.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_problems(
    app: &App,
    actor: &Allowed<ReadProblems>,
    query: ProblemQuery,
    page: &PageQuery,
) -> Outcome<Page<Shown<Problem>>> {
    let tree = units(app, actor).await?;
    let filter = ProblemFilter {
        units: subtree_of(&tree, query.unit.as_deref()),
        category: query.category,
        solved: query.solved,
        company: query.company,
        project: query.project,
        q: query.q,
    };
    let reader = app.database.reader();
    let found = store::page_of_problems(reader, &actor.scope, &filter, page).await?;
    Shown::page(&tree, found, |problem| problem.unit)
}
