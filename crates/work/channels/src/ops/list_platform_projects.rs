//! Listing the projects that platforms brought.

use super::units::{subtree_of, unit_ref};
use crate::model::{PlatformId, PlatformProject, PlatformProjectId, PlatformProjectRefusal};
use crate::permits::{ReadPlatforms, WritePlatforms};
use crate::store::{self, PlatformProjectFilter, PlatformProjectRow};
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Fault, Outcome, Page, PageQuery};
use ledger::Subject;
use orgs::UnitRef;
use projects::{ProjectId, ProjectName};

/// Which projects of platforms.
#[derive(Debug, Clone, Default)]
pub struct PlatformProjectQuery {
    /// Those of this platform.
    pub platform: Option<PlatformId>,
    /// The entries of this project.
    pub project: Option<ProjectId>,
    /// Those that this unit and the units below it lead, by code.
    pub unit: Option<String>,
    /// Those that were taken back, instead of those that stand.
    pub reversed: bool,
}

/// A project of a platform with what names both.
#[derive(Debug, Clone)]
pub struct ListedPlatformProject {
    /// The entry.
    pub entry: PlatformProject,
    /// The platform's code.
    pub platform_code: String,
    /// The platform's name.
    pub platform_name: String,
    /// The project.
    pub project: ProjectName,
    /// The project's lead unit, as it was when this was recorded.
    pub unit: UnitRef,
}

/// A page of projects of platforms, newest entry of the journal first: those that the
/// caller's units lead, and those of the platforms that they are responsible for.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_platform_projects(
    app: &App,
    actor: &Allowed<ReadPlatforms>,
    query: PlatformProjectQuery,
    page: &PageQuery,
) -> Outcome<Page<ListedPlatformProject>> {
    let reader = app.database.reader();
    let tree = orgs::ops::load_units(reader).await?;
    let filter = PlatformProjectFilter {
        platform: query.platform.map(PlatformId::key),
        project: query.project.map(ProjectId::key),
        units: subtree_of(&tree, query.unit.as_deref()),
        reversed: query.reversed,
    };
    let page = store::page_of_platform_projects(reader, &actor.scope, &filter, page).await?;
    Ok(Page {
        items: named(reader, page.items).await?,
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    })
}

/// The entry that has just been written, for the reply.
pub(crate) async fn view_platform_project(
    app: &App,
    _: &Allowed<WritePlatforms>,
    id: PlatformProjectId,
) -> Outcome<ListedPlatformProject> {
    let reader = app.database.reader();
    let found = store::platform_projects_by_ids(reader, &[id.key()]).await?;
    let found = named(reader, found).await?.into_iter().next();
    Ok(found.ok_or(PlatformProjectRefusal::Unknown)?)
}

async fn named<C: ConnectionTrait>(
    connection: &C,
    rows: Vec<PlatformProjectRow>,
) -> Outcome<Vec<ListedPlatformProject>> {
    let tree = orgs::ops::load_units(connection).await?;
    let subject = |row: &PlatformProjectRow| Subject::new("project", row.entry.project.key());
    let subjects: Vec<Subject> = rows.iter().map(subject).collect();
    let records = projects::records_of(connection, &subjects, []).await?;
    let listed = rows.into_iter().zip(&subjects).map(|(row, subject)| {
        let project = records.project(subject).cloned();
        let lost = || Fault::broken(format!("there is no project {}", subject.id));
        Ok(ListedPlatformProject {
            unit: unit_ref(&tree, row.entry.unit)?,
            entry: row.entry,
            platform_code: row.platform_code,
            platform_name: row.platform_name,
            project: project.ok_or_else(lost)?,
        })
    });
    listed.collect()
}
