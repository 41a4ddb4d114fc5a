//! Activities as a list.

use super::condition::{Condition, HELD_BY};
use super::load_activities::{ActivityKey, load_activities};
use super::page::{List, all_keys, in_order, page_of_keys};
use crate::model::{Activity, ActivityKind, LeaderRank};
use chrono::NaiveDate;
use db::ConnectionTrait;
use kernel::{Month, Outcome, Page, PageQuery, Scope};
use std::sync::Arc;

/// Which activities; those that were taken back are never among them.
#[derive(Debug, Clone, Default)]
pub(crate) struct ActivityFilter {
    /// Those of this sort.
    pub kind: Option<ActivityKind>,
    /// Those that one of these units held.
    pub units: Option<Arc<[i64]>>,
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

const LIST: List = List {
    from: "activities a",
    key: "a.id",
    day: "a.begins_on",
    is_number: false,
};

fn condition(scope: &Scope, filter: &ActivityFilter) -> Condition {
    let mut condition = Condition::default();
    condition.and("a.reversed_by IS NULL", []);
    condition.scoped(scope, HELD_BY);
    if let Some(kind) = filter.kind {
        condition.and("a.kind = {}", [kind.word().into()]);
    }
    if let Some(units) = &filter.units {
        condition.among(units, HELD_BY);
    }
    if let Some(leader) = filter.leader {
        condition.and("a.leader = {}", [leader.word().into()]);
    }
    if let Some(code) = &filter.campaign {
        let part = "a.campaign_id IN (SELECT c.id FROM campaigns c \
             WHERE c.removed_at IS NULL AND c.code = {})";
        condition.and(part, [code.as_str().into()]);
    }
    let of_month = filter.month;
    let first = of_month.map(Month::first_day).max(filter.from);
    let last = [of_month.map(Month::last_day), filter.until];
    if let Some(day) = first {
        condition.and("a.begins_on >= {}", [day.to_string().into()]);
    }
    if let Some(day) = last.into_iter().flatten().min() {
        condition.and("a.begins_on <= {}", [day.to_string().into()]);
    }
    condition.holds("a.search_text", filter.q.as_deref());
    condition
}

/// A page of activities, the latest first.
pub(crate) async fn page_of_activities<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &ActivityFilter,
    page: &PageQuery,
) -> Outcome<Page<Activity>> {
    let keys = page_of_keys(connection, &LIST, condition(scope, filter), page).await?;
    let ids = ActivityKey::Ids(keys.items.clone());
    let found = load_activities(connection, &Scope::Everything, &ids).await?;
    Ok(Page {
        items: in_order(&keys.items, found, |activity| activity.id.key()),
        next: keys.next,
        total: keys.total,
        total_exact: keys.total_exact,
    })
}

/// The keys of all activities that match, in the order in which they were entered.
pub(crate) async fn activity_ids<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &ActivityFilter,
) -> Outcome<Vec<i64>> {
    all_keys(connection, &LIST, condition(scope, filter)).await
}
