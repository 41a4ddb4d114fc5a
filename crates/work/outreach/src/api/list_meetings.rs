//! `GET /meetings`

use super::meeting_out::MeetingOut;
use crate::model::ActivityId;
use crate::ops::{self, MeetingQuery};
use crate::permits::ReadActivities;
use axum::extract::State;
use companies::CompanyId;
use http_base::{Allowed, App, Json, Query, Reply};
use kernel::{Page, PageQuery};
use projects::ProjectId;
use serde::Deserialize;

/// Which meetings.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct MeetingsQuery {
    /// Those of activities that this unit or a unit below it held, by code.
    unit: Option<String>,
    /// Those of this activity.
    #[param(value_type = Option<String>)]
    activity: Option<ActivityId>,
    /// Those with this company.
    #[param(value_type = Option<String>)]
    company: Option<CompanyId>,
    /// Those that name this project.
    #[param(value_type = Option<String>)]
    project: Option<ProjectId>,
}

/// Meetings of one's scope, the latest first: for the page of a company or of a project.
#[utoipa::path(get, path = "/meetings", tag = "activities",
    params(MeetingsQuery, PageQuery), responses((status = 200, body = Page<MeetingOut>)),
    security(("session" = ["activities.read"])))]
pub(super) async fn list_meetings(
    State(app): State<App>,
    actor: Allowed<ReadActivities>,
    Query(query): Query<MeetingsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<MeetingOut>>> {
    let query = MeetingQuery {
        unit: query.unit,
        activity: query.activity,
        company: query.company,
        project: query.project,
    };
    let found = ops::list_meetings(&app, &actor, query, &page).await?;
    Ok(Json(found.map(MeetingOut::from)))
}
