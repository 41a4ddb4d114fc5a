//! Listing activities.

use super::activity_view::{ActivityView, activity_views};
use crate::model::{ActivityKind, LeaderRank};
use crate::permits::ReadActivities;
use crate::store::{self, ActivityFilter};
use chrono::NaiveDate;
use http_base::{Allowed, App};
use kernel::{Month, Outcome, Page, PageQuery};
use orgs::UnitTree;
use std::sync::Arc;

/// Which activities.
#[derive(Debug, Clone, Default)]
pub struct ActivityQuery {
    /// Those of this sort.
    pub kind: Option<ActivityKind>,
    /// Those that this unit or a unit below it held, by code.
    pub unit: Option<String>,
    /// Those led by this rank.
    pub leader: Option<LeaderRank>,
    /// Those of the campaign with this code.
    pub campaign: Option<String>,
    /// Those that began in this month.
    pub month: Option<Month>,
    /// Those that began on this day or later.
    pub from: Option<NaiveDate>,
    /// Those that began on this day or earlier.
    pub until: Option<NaiveDate>,
    /// Those whose code, name, convener or chain hold this.
    pub q: Option<String>,
}

/// The keys of the unit with this code and of everything below; none for an unknown code.
pub(super) fn subtree_of(tree: &UnitTree, code: Option<&str>) -> Option<Arc<[i64]>> {
    let code = code.filter(|code| !code.is_empty())?;
    let unit = tree.by_code(code);
    Some(unit.map_or_else(|| Arc::from([]), |unit| tree.subtree(unit.key)))
}

impl ActivityQuery {
    pub(crate) fn filter(self, tree: &UnitTree) -> ActivityFilter {
        ActivityFilter {
            units: subtree_of(tree, self.unit.as_deref()),
            kind: self.kind,
            leader: self.leader,
            campaign: self.campaign.filter(|code| !code.is_empty()),
            month: self.month,
            from: self.from,
            until: self.until,
            q: self.q,
        }
    }
}

/// A page of the activities of which the caller's scope covers an organiser, the latest
/// first.
///
/// # Errors
/// A cursor that is none of this list's.
pub async fn list_activities(
    app: &App,
    actor: &Allowed<ReadActivities>,
    query: ActivityQuery,
    page: &PageQuery,
) -> Outcome<Page<ActivityView>> {
    let reader = app.database.reader();
    let tree = orgs::ops::load_units(reader).await?;
    let filter = query.filter(&tree);
    let page = store::page_of_activities(reader, &actor.scope, &filter, page).await?;
    Ok(Page {
        items: activity_views(reader, &tree, page.items).await?,
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    })
}
