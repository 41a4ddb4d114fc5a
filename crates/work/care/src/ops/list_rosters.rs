//! Listing the roster.

use super::shown::{Shown, subtree_of, units};
use crate::model::Roster;
use crate::permits::ReadRosters;
use crate::store::{self, PartyKind, RosterFilter};
use companies::CompanyId;
use http_base::{Allowed, App};
use kernel::{Outcome, Page, PageQuery};
use projects::ProjectId;

/// Which entries.
#[derive(Debug, Clone, Default)]
pub struct RosterQuery {
    /// Those of companies, or of projects.
    pub party: Option<PartyKind>,
    /// Those of this unit and the units below it, by code.
    pub unit: Option<String>,
    /// Those of this officer.
    pub officer: Option<String>,
    /// Those of this company.
    pub company: Option<CompanyId>,
    /// Those of this project.
    pub project: Option<ProjectId>,
    /// Those that have left the roster, or those that have not.
    pub released: Option<bool>,
    /// Those whose company, project, rule or officer hold this.
    pub q: Option<String>,
}

/// A page of the roster's entries of the caller's scope, latest enrolled first.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_rosters(
    app: &App,
    actor: &Allowed<ReadRosters>,
    query: RosterQuery,
    page: &PageQuery,
) -> Outcome<Page<Shown<Roster>>> {
    let tree = units(app, actor).await?;
    let filter = RosterFilter {
        party: query.party,
        units: subtree_of(&tree, query.unit.as_deref()),
        officer: query.officer.filter(|officer| !officer.is_empty()),
        company: query.company,
        project: query.project,
        released: query.released,
        q: query.q,
        standing: false,
    };
    let reader = app.database.reader();
    let found = store::page_of_rosters(reader, &actor.scope, &filter, page).await?;
    Shown::page(&tree, found, |roster| roster.unit)
}
