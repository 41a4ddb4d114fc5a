//! `PATCH /activities/{id}`

use super::activity_out::ActivityOut;
use crate::model::{ActivityChange, ActivityId};
use crate::ops;
use crate::permits::WriteActivities;
use axum::extract::State;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::{Deserialize, Deserializer};

/// What is to change; what is absent stays, and an empty text takes a value away. Kind,
/// first day, organisers and leader stand in the journal and are not among it.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ActivityPatch {
    /// Its name.
    name: Option<String>,
    /// Its last day; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<NaiveDate>)]
    ends_on: Option<Option<NaiveDate>>,
    /// Where it was held: all divisions, by code or name.
    places: Option<Vec<String>>,
    /// Who called it.
    convener: Option<String>,
    /// The campaign it belongs to, by code.
    campaign: Option<String>,
    /// The industrial chain.
    chain: Option<String>,
}

/// What is there, be it null, is given.
fn given<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<NaiveDate>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Changes what no fact carries of an activity.
#[utoipa::path(patch, path = "/activities/{id}", tag = "activities",
    params(("id" = String, Path)), request_body = ActivityPatch,
    responses((status = 200, body = ActivityOut)),
    security(("session" = ["activities.write"])))]
pub(super) async fn update_activity(
    State(app): State<App>,
    actor: Allowed<WriteActivities>,
    FromPath(id): FromPath<ActivityId>,
    Json(patch): Json<ActivityPatch>,
) -> Reply<Json<ActivityOut>> {
    let change = ActivityChange {
        name: patch.name,
        ends_on: patch.ends_on,
        places: patch.places,
        convener: patch.convener,
        campaign: patch.campaign,
        chain: patch.chain,
    };
    ops::update_activity(&app, &actor, id, change).await?;
    let page = ops::activity_page(&app, &actor.scope, id).await?;
    Ok(Json(page.into()))
}
