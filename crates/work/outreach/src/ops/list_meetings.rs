//! Listing meetings.

use super::list_activities::subtree_of;
use super::meeting_view::{MeetingView, meeting_views};
use crate::model::ActivityId;
use crate::permits::ReadActivities;
use crate::store::{self, MeetingFilter};
use companies::CompanyId;
use http_base::{Allowed, App};
use kernel::{Outcome, Page, PageQuery, Scope};
use projects::{ProjectId, ProjectKey, ProjectRefusal};

/// Which meetings.
#[derive(Debug, Clone, Default)]
pub struct MeetingQuery {
    /// Those of activities that this unit or a unit below it held, by code.
    pub unit: Option<String>,
    /// Those of this activity.
    pub activity: Option<ActivityId>,
    /// Those with this company.
    pub company: Option<CompanyId>,
    /// Those that name this project.
    pub project: Option<ProjectId>,
}

/// A page of the meetings of activities of which the caller's scope covers an organiser,
/// the latest first. Who sees a project sees all its meetings.
///
/// # Errors
/// [`ProjectRefusal::Unknown`] for a project that is none of the caller's; a cursor that is
/// none of this list's.
pub async fn list_meetings(
    app: &App,
    actor: &Allowed<ReadActivities>,
    query: MeetingQuery,
    page: &PageQuery,
) -> Outcome<Page<MeetingView>> {
    let reader = app.database.reader();
    let tree = orgs::ops::load_units(reader).await?;
    let mut scope = &actor.scope;
    if let Some(project) = query.project {
        let key = ProjectKey::Ids(vec![project.key()]);
        let seen = projects::load_projects(reader, scope, &key).await?;
        if seen.is_empty() {
            return Err(ProjectRefusal::Unknown.into());
        }
        scope = &Scope::Everything;
    }
    let filter = MeetingFilter {
        units: subtree_of(&tree, query.unit.as_deref()),
        activity: query.activity.map(ActivityId::key),
        company: query.company.map(CompanyId::key),
        project: query.project.map(ProjectId::key),
    };
    let page = store::page_of_meetings(reader, scope, &filter, page).await?;
    Ok(Page {
        items: meeting_views(reader, page.items).await?,
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    })
}
