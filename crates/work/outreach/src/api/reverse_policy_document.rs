//! `POST /policy-documents/{id}/reversal`

use super::document_out::PolicyDocumentOut;
use crate::model::PolicyDocumentId;
use crate::ops;
use crate::permits::WritePolicyDocuments;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// Why a policy document is taken back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PolicyDocumentReversalIn {
    /// The reason.
    reason: String,
}

/// Takes a policy document back: its fact is reversed in the open month.
#[utoipa::path(post, path = "/policy-documents/{id}/reversal", tag = "policy-documents",
    params(("id" = String, Path)), request_body = PolicyDocumentReversalIn,
    responses((status = 200, body = PolicyDocumentOut)),
    security(("session" = ["policy_documents.write"])))]
pub(super) async fn reverse_policy_document(
    State(app): State<App>,
    actor: Allowed<WritePolicyDocuments>,
    FromPath(id): FromPath<PolicyDocumentId>,
    Json(reversal): Json<PolicyDocumentReversalIn>,
) -> Reply<Json<PolicyDocumentOut>> {
    ops::reverse_policy_document(&app, &actor, id, &reversal.reason).await?;
    let view = ops::document_view(&app, &actor.scope, id).await?;
    Ok(Json(view.into()))
}
