//! `POST /activities`

use super::activity_out::ActivityOut;
use crate::model::{ActivityKind, LeaderRank, NewActivity};
use crate::ops;
use crate::permits::WriteActivities;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, Json, Reply};
use serde::Deserialize;

/// An activity to be recorded.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ActivityIn {
    /// Its code.
    code: String,
    /// Its sort.
    kind: ActivityKind,
    /// Its name.
    name: String,
    /// Its first day, on which it counts.
    begins_on: NaiveDate,
    /// Its last day, where it took several.
    ends_on: Option<NaiveDate>,
    /// Where it was held: divisions, by code or name.
    places: Vec<String>,
    /// Who held it: units, by code or name; the first leads.
    organisers: Vec<String>,
    /// The rank of who led it.
    leader: LeaderRank,
    /// Who called it: an office.
    convener: Option<String>,
    /// The campaign it belongs to, by code.
    campaign: Option<String>,
    /// The industrial chain it was about.
    chain: Option<String>,
}

/// Records an activity in the open month.
#[utoipa::path(post, path = "/activities", tag = "activities",
    request_body = ActivityIn, responses((status = 201, body = ActivityOut)),
    security(("session" = ["activities.write"])))]
pub(super) async fn create_activity(
    State(app): State<App>,
    actor: Allowed<WriteActivities>,
    Json(new): Json<ActivityIn>,
) -> Reply<(StatusCode, Json<ActivityOut>)> {
    let new = NewActivity {
        code: new.code,
        kind: new.kind,
        name: new.name,
        begins_on: new.begins_on,
        ends_on: new.ends_on,
        places: new.places,
        organisers: new.organisers,
        leader: new.leader,
        convener: new.convener,
        campaign: new.campaign,
        chain: new.chain,
    };
    let created = ops::create_activity(&app, &actor, new).await?;
    let page = ops::activity_page(&app, &actor.scope, created.id).await?;
    Ok((StatusCode::CREATED, Json(page.into())))
}
