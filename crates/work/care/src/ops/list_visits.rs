//! Listing visits.

use super::shown::{Shown, subtree_of, units};
use crate::model::{Mode, Purpose, Visit};
use crate::permits::ReadVisits;
use crate::store::{self, VisitFilter};
use companies::CompanyId;
use http_base::{Allowed, App};
use kernel::{Month, Outcome, Page, PageQuery};
use projects::ProjectId;

/// Which visits.
#[derive(Debug, Clone, Default)]
pub struct VisitQuery {
    /// Those of this unit and the units below it, by code.
    pub unit: Option<String>,
    /// Those booked in this month.
    pub month: Option<Month>,
    /// Those by this mode.
    pub mode: Option<Mode>,
    /// Those for this purpose.
    pub purpose: Option<Purpose>,
    /// Those of this officer.
    pub officer: Option<String>,
    /// Those to this company.
    pub company: Option<CompanyId>,
    /// Those to this project.
    pub project: Option<ProjectId>,
    /// Those whose code, company, project, officer, progress or needs hold this.
    pub q: Option<String>,
}

/// A page of the visits of the caller's scope, latest day first.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_visits(
    app: &App,
    actor: &Allowed<ReadVisits>,
    query: VisitQuery,
    page: &PageQuery,
) -> Outcome<Page<Shown<Visit>>> {
    let tree = units(app, actor).await?;
    let filter = VisitFilter {
        units: subtree_of(&tree, query.unit.as_deref()),
        month: query.month,
        mode: query.mode,
        purpose: query.purpose,
        officer: query.officer.filter(|officer| !officer.is_empty()),
        company: query.company,
        project: query.project,
        q: query.q,
        standing: false,
    };
    let reader = app.database.reader();
    let found = store::page_of_visits(reader, &actor.scope, &filter, page).await?;
    Shown::page(&tree, found, |visit| visit.unit)
}
