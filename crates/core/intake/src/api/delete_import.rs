//! `DELETE /imports/{id}`: throwing an import away that was never written.

use crate::model::batch::BatchId;
use crate::ops;
use crate::permits::WriteImports;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, FromPath, Permit, Reply};

/// Throws an import away, with its file, while it is a preview or has failed. What was
/// written is taken back with undo, and stays in the history.
#[utoipa::path(delete, path = "/imports/{id}", tag = "imports", params(("id" = String, Path)),
    responses((status = 204)),
    security(("session" = [WriteImports::PERMISSION.0])))]
pub(crate) async fn delete_import(
    State(app): State<App>,
    actor: Allowed<WriteImports>,
    FromPath(id): FromPath<BatchId>,
) -> Reply<StatusCode> {
    ops::discard_batch(&app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
