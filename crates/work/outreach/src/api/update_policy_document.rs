//! `PATCH /policy-documents/{id}`

use super::document_out::PolicyDocumentOut;
use crate::model::{DocumentChange, PolicyDocumentId};
use crate::ops;
use crate::permits::WritePolicyDocuments;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};
use serde::Deserialize;

/// What is to change; what is absent stays. Nature, theme, issuer and day stand in the
/// journal and are not among it.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PolicyDocumentPatch {
    /// Its name.
    name: Option<String>,
    /// The campaign it belongs to, by code; an empty text takes it away.
    campaign: Option<String>,
}

/// Changes what no fact carries of a policy document.
#[utoipa::path(patch, path = "/policy-documents/{id}", tag = "policy-documents",
    params(("id" = String, Path)), request_body = PolicyDocumentPatch,
    responses((status = 200, body = PolicyDocumentOut)),
    security(("session" = ["policy_documents.write"])))]
pub(super) async fn update_policy_document(
    State(app): State<App>,
    actor: Allowed<WritePolicyDocuments>,
    FromPath(id): FromPath<PolicyDocumentId>,
    Json(patch): Json<PolicyDocumentPatch>,
) -> Reply<Json<PolicyDocumentOut>> {
    let change = DocumentChange {
        name: patch.name,
        campaign: patch.campaign,
    };
    ops::update_policy_document(&app, &actor, id, change).await?;
    let view = ops::document_view(&app, &actor.scope, id).await?;
    Ok(Json(view.into()))
}
