//! Listing projects.

use crate::model::Stage;
use crate::permits::ReadProjects;
use crate::store::{self, ProjectFilter, ProjectRow, ProjectSort};
use http_base::{Allowed, App};
use kernel::{Fault, Id, Instant, Month, Outcome, Page, PageQuery};
use orgs::{UnitRef, UnitTree};
use std::sync::Arc;

/// Which projects, in which order.
#[derive(Debug, Clone, Default)]
pub struct ProjectQuery {
    /// Those of this unit and the units below it, by code.
    pub unit: Option<String>,
    /// Those of this stage.
    pub stage: Option<Stage>,
    /// Those whose code, name or investors hold this.
    pub q: Option<String>,
    /// The order.
    pub sort: ProjectSort,
}

/// A project as a list shows it.
#[derive(Debug, Clone)]
pub struct ListedProject {
    pub(crate) row: ProjectRow,
    pub(crate) unit: UnitRef,
    pub(crate) introduced_month: Option<Month>,
    pub(crate) updated_at: Instant,
}

impl ListedProject {
    /// Its key.
    pub fn id(&self) -> crate::model::ProjectId {
        Id::new(self.row.id)
    }
}

/// The keys of the unit with this code and of everything below; none for an unknown code.
pub(super) fn subtree_of(tree: &UnitTree, code: Option<&str>) -> Option<Arc<[i64]>> {
    let code = code.filter(|code| !code.is_empty())?;
    let unit = tree.by_code(code);
    Some(unit.map_or_else(|| Arc::from([]), |unit| tree.subtree(unit.key)))
}

/// How replies name the unit with this key.
pub(super) fn unit_ref(tree: &UnitTree, key: i64) -> Outcome<UnitRef> {
    let unit = tree.by_key(key);
    let unit = unit.ok_or_else(|| Fault::broken(format!("there is no unit {key}")))?;
    Ok(unit.to_ref())
}

/// A page of the projects that the caller's scope covers.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_projects(
    app: &App,
    actor: &Allowed<ReadProjects>,
    query: ProjectQuery,
    page: &PageQuery,
) -> Outcome<Page<ListedProject>> {
    let reader = app.database.reader();
    let tree = orgs::ops::load_units(reader).await?;
    let filter = ProjectFilter {
        units: subtree_of(&tree, query.unit.as_deref()),
        stage: query.stage,
        q: query.q,
    };
    let page = store::page_of_projects(reader, &actor.scope, &filter, query.sort, page).await?;
    let listed = page.items.into_iter().map(|row| listed(row, &tree));
    Ok(Page {
        items: listed.collect::<Outcome<Vec<ListedProject>>>()?,
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    })
}

fn listed(row: ProjectRow, tree: &UnitTree) -> Outcome<ListedProject> {
    let unreadable = || Fault::broken(format!("project {} is unreadable", row.id));
    let month = row.introduced_month.map(Month::from_number);
    Ok(ListedProject {
        unit: unit_ref(tree, row.lead_unit_id)?,
        introduced_month: month.transpose().map_err(|_| unreadable())?,
        updated_at: Instant::parse(&row.updated_at).ok_or_else(unreadable)?,
        row,
    })
}
