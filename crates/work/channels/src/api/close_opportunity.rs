//! `POST /opportunities/{id}/close`

use super::opportunity_out::OpportunityOut;
use crate::model::{OpportunityId, OutcomeKind};
use crate::ops::{self, NewClosing};
use crate::permits::WriteOpportunities;
use axum::extract::State;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// How an opportunity left the stock.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OpportunityClosingIn {
    /// The day.
    closed_on: NaiveDate,
    /// Why.
    outcome: OutcomeKind,
    /// The code of the project that it became; needed where it was matched.
    project: Option<String>,
}

/// Takes an opportunity out of stock: an investor was found, or it is given up.
#[utoipa::path(post, path = "/opportunities/{id}/close", tag = "opportunities",
    params(("id" = String, Path)), request_body = OpportunityClosingIn,
    responses((status = 200, body = OpportunityOut)),
    security(("session" = ["opportunities.write"])))]
pub(super) async fn close_opportunity(
    State(app): State<App>,
    actor: Allowed<WriteOpportunities>,
    FromPath(id): FromPath<OpportunityId>,
    Json(closing): Json<OpportunityClosingIn>,
) -> Reply<Json<OpportunityOut>> {
    let new = NewClosing {
        on: closing.closed_on,
        outcome: closing.outcome,
        project: closing.project,
    };
    ops::close_opportunity(&app, &actor, id, new).await?;
    let view = ops::view_opportunity(&app, &actor, id).await?;
    Ok(Json(view.into()))
}
