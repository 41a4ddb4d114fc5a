//! Meetings as a list, for the page of a company or of a project.

use super::condition::{Condition, HELD_BY};
use super::meetings::load_meetings;
use super::page::{List, all_keys, in_order, page_of_keys};
use crate::model::Meeting;
use db::ConnectionTrait;
use kernel::{Outcome, Page, PageQuery, Scope};
use std::sync::Arc;

/// Which meetings; those that were taken back are never among them.
#[derive(Debug, Clone, Default)]
pub(crate) struct MeetingFilter {
    /// Those of activities that one of these units held.
    pub units: Option<Arc<[i64]>>,
    /// Those of this activity.
    pub activity: Option<i64>,
    /// Those with this company.
    pub company: Option<i64>,
    /// Those that name this project.
    pub project: Option<i64>,
}

const LIST: List = List {
    from: "meetings m JOIN activities a ON a.id = m.activity_id",
    key: "m.id",
    day: "a.begins_on",
    is_number: false,
};

fn condition(scope: &Scope, filter: &MeetingFilter) -> Condition {
    let mut condition = Condition::default();
    condition.and("m.reversed_by IS NULL", []);
    condition.scoped(scope, HELD_BY);
    if let Some(units) = &filter.units {
        condition.among(units, HELD_BY);
    }
    for (column, key) in [
        ("m.activity_id", filter.activity),
        ("m.company_id", filter.company),
        ("m.project_id", filter.project),
    ] {
        if let Some(key) = key {
            condition.and(&format!("{column} = {{}}"), [key.into()]);
        }
    }
    condition
}

/// A page of meetings, those of the latest activities first.
pub(crate) async fn page_of_meetings<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &MeetingFilter,
    page: &PageQuery,
) -> Outcome<Page<Meeting>> {
    let keys = page_of_keys(connection, &LIST, condition(scope, filter), page).await?;
    let found = load_meetings(connection, &keys.items).await?;
    Ok(Page {
        items: in_order(&keys.items, found, |meeting| meeting.id.key()),
        next: keys.next,
        total: keys.total,
        total_exact: keys.total_exact,
    })
}

/// All meetings that match, in the order in which they were entered.
pub(crate) async fn all_meetings<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &MeetingFilter,
) -> Outcome<Vec<Meeting>> {
    let keys = all_keys(connection, &LIST, condition(scope, filter)).await?;
    let found = load_meetings(connection, &keys).await?;
    Ok(in_order(&keys, found, |meeting| meeting.id.key()))
}
