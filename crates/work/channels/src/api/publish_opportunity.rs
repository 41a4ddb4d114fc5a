//! `POST /opportunities/{id}/publications`

use super::opportunity_out::OpportunityOut;
use crate::model::OpportunityId;
use crate::ops;
use crate::permits::WriteOpportunities;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// Where and when an opportunity was published.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PublicationIn {
    /// Where: a site, an account, a fair.
    channel: String,
    /// When.
    published_on: NaiveDate,
}

/// Notes a publication; the first makes the opportunity count as published.
#[utoipa::path(post, path = "/opportunities/{id}/publications", tag = "opportunities",
    params(("id" = String, Path)), request_body = PublicationIn,
    responses((status = 201, body = OpportunityOut)),
    security(("session" = ["opportunities.write"])))]
pub(super) async fn publish_opportunity(
    State(app): State<App>,
    actor: Allowed<WriteOpportunities>,
    FromPath(id): FromPath<OpportunityId>,
    Json(new): Json<PublicationIn>,
) -> Reply<(StatusCode, Json<OpportunityOut>)> {
    ops::publish_opportunity(&app, &actor, id, &new.channel, new.published_on).await?;
    let view = ops::view_opportunity(&app, &actor, id).await?;
    Ok((StatusCode::CREATED, Json(view.into())))
}
