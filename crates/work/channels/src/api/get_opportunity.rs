//! `GET /opportunities/{id}`

use super::opportunity_out::OpportunityOut;
use crate::model::OpportunityId;
use crate::ops;
use crate::permits::ReadOpportunities;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One opportunity with its publications and what was recognised of it.
#[utoipa::path(get, path = "/opportunities/{id}", tag = "opportunities",
    params(("id" = String, Path)), responses((status = 200, body = OpportunityOut)),
    security(("session" = ["opportunities.read"])))]
pub(super) async fn get_opportunity(
    State(app): State<App>,
    actor: Allowed<ReadOpportunities>,
    FromPath(id): FromPath<OpportunityId>,
) -> Reply<Json<OpportunityOut>> {
    let view = ops::get_opportunity(&app, &actor, id).await?;
    Ok(Json(view.into()))
}
