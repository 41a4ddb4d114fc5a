//! `PATCH /opportunities/{id}`

use super::opportunity_out::OpportunityOut;
use crate::model::{OpportunityChange, OpportunityId};
use crate::ops;
use crate::permits::WriteOpportunities;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// What is to change; what is absent stays, an empty text takes chain or content away.
/// Category, unit, investment and day are recognised: they change only by taking the
/// opportunity back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OpportunityPatch {
    /// Its name.
    name: Option<String>,
    /// Its industrial chain.
    chain: Option<String>,
    /// What it is about.
    content: Option<String>,
}

/// Changes an opportunity's name, chain and content.
#[utoipa::path(patch, path = "/opportunities/{id}", tag = "opportunities",
    params(("id" = String, Path)), request_body = OpportunityPatch,
    responses((status = 200, body = OpportunityOut)),
    security(("session" = ["opportunities.write"])))]
pub(super) async fn update_opportunity(
    State(app): State<App>,
    actor: Allowed<WriteOpportunities>,
    FromPath(id): FromPath<OpportunityId>,
    Json(patch): Json<OpportunityPatch>,
) -> Reply<Json<OpportunityOut>> {
    let change = OpportunityChange {
        name: patch.name,
        chain: patch.chain,
        content: patch.content,
    };
    ops::update_opportunity(&app, &actor, id, change).await?;
    let view = ops::view_opportunity(&app, &actor, id).await?;
    Ok(Json(view.into()))
}
