//! `GET /activities`

use super::activity_out::ActivityItem;
use crate::model::{ActivityKind, LeaderRank};
use crate::ops::{self, ActivityQuery};
use crate::permits::ReadActivities;
use axum::extract::State;
use chrono::NaiveDate;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Month, Page, PageQuery};
use serde::Deserialize;

/// Which activities.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ActivitiesQuery {
    /// Those of this sort.
    kind: Option<ActivityKind>,
    /// Those that this unit or a unit below it held, by code.
    unit: Option<String>,
    /// Those led by this rank.
    leader: Option<LeaderRank>,
    /// Those of the campaign with this code.
    campaign: Option<String>,
    /// Those that began in this month.
    #[param(value_type = Option<String>)]
    month: Option<Month>,
    /// Those that began on this day or later.
    from: Option<NaiveDate>,
    /// Those that began on this day or earlier.
    until: Option<NaiveDate>,
    /// Those whose code, name, convener or chain hold this.
    q: Option<String>,
}

/// Activities of one's scope, the latest first.
#[utoipa::path(get, path = "/activities", tag = "activities",
    params(ActivitiesQuery, PageQuery), responses((status = 200, body = Page<ActivityItem>)),
    security(("session" = ["activities.read"])))]
pub(super) async fn list_activities(
    State(app): State<App>,
    actor: Allowed<ReadActivities>,
    Query(query): Query<ActivitiesQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<ActivityItem>>> {
    let query = ActivityQuery {
        kind: query.kind,
        unit: query.unit,
        leader: query.leader,
        campaign: query.campaign,
        month: query.month,
        from: query.from,
        until: query.until,
        q: query.q,
    };
    let found = ops::list_activities(&app, &actor, query, &page).await?;
    Ok(Json(found.map(ActivityItem::from)))
}
