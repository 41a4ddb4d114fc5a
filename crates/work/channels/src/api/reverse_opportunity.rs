//! `POST /opportunities/{id}/reversal`

use super::opportunity_out::OpportunityOut;
use crate::model::OpportunityId;
use crate::ops;
use crate::permits::WriteOpportunities;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// What of an opportunity is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum OpportunityReversalStep {
    /// Its planning, and with it the opportunity and its publications.
    Reserved,
    /// Its closing: it is in stock again.
    Closed,
}

/// What is taken back, and why.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OpportunityReversalIn {
    /// What.
    step: OpportunityReversalStep,
    /// The reason.
    reason: String,
}

/// Takes an opportunity's closing back, or the opportunity: its facts are reversed in the
/// open month. An opportunity that was taken back is null.
#[utoipa::path(post, path = "/opportunities/{id}/reversal", tag = "opportunities",
    params(("id" = String, Path)), request_body = OpportunityReversalIn,
    responses((status = 200, body = Option<OpportunityOut>)),
    security(("session" = ["opportunities.write"])))]
pub(super) async fn reverse_opportunity(
    State(app): State<App>,
    actor: Allowed<WriteOpportunities>,
    FromPath(id): FromPath<OpportunityId>,
    Json(reversal): Json<OpportunityReversalIn>,
) -> Reply<Json<Option<OpportunityOut>>> {
    let closing_only = reversal.step == OpportunityReversalStep::Closed;
    ops::reverse_opportunity(&app, &actor, id, closing_only, &reversal.reason).await?;
    if !closing_only {
        return Ok(Json(None));
    }
    let view = ops::view_opportunity(&app, &actor, id).await?;
    Ok(Json(Some(view.into())))
}
