//! `POST /opportunities/{id}/publications/{publication_id}/reversal`

use super::opportunity_out::OpportunityOut;
use crate::model::{OpportunityId, PublicationId};
use crate::ops;
use crate::permits::WriteOpportunities;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// Why a publication is taken back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PublicationReversalIn {
    /// The reason.
    reason: String,
}

/// Takes a publication back; the opportunity stays published while another one stands.
#[utoipa::path(post, path = "/opportunities/{id}/publications/{publication_id}/reversal",
    tag = "opportunities",
    params(("id" = String, Path), ("publication_id" = String, Path)),
    request_body = PublicationReversalIn, responses((status = 200, body = OpportunityOut)),
    security(("session" = ["opportunities.write"])))]
pub(super) async fn reverse_publication(
    State(app): State<App>,
    actor: Allowed<WriteOpportunities>,
    FromPath((id, publication)): FromPath<(OpportunityId, PublicationId)>,
    Json(reversal): Json<PublicationReversalIn>,
) -> Reply<Json<OpportunityOut>> {
    ops::reverse_publication(&app, &actor, id, publication, &reversal.reason).await?;
    let view = ops::view_opportunity(&app, &actor, id).await?;
    Ok(Json(view.into()))
}
