//! `GET /policy-documents/{id}`

use super::document_out::PolicyDocumentOut;
use crate::model::PolicyDocumentId;
use crate::ops;
use crate::permits::ReadPolicyDocuments;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Reply};

/// One policy document.
#[utoipa::path(get, path = "/policy-documents/{id}", tag = "policy-documents",
    params(("id" = String, Path)), responses((status = 200, body = PolicyDocumentOut)),
    security(("session" = ["policy_documents.read"])))]
pub(super) async fn get_policy_document(
    State(app): State<App>,
    actor: Allowed<ReadPolicyDocuments>,
    FromPath(id): FromPath<PolicyDocumentId>,
) -> Reply<Json<PolicyDocumentOut>> {
    let view = ops::get_policy_document(&app, &actor, id).await?;
    Ok(Json(view.into()))
}
