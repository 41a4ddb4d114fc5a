//! `POST /imports/{id}/commit`: writing an import.

use super::PATIENCE;
use super::batch_out::BatchOut;
use crate::model::batch::BatchId;
use crate::ops;
use crate::permits::WriteImports;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};

/// Writes the new and changed rows in one transaction; refused rows stay listed. A large
/// import is still being written when this answers, and goes on without its caller.
#[utoipa::path(post, path = "/imports/{id}/commit", tag = "imports", params(("id" = String, Path)),
    responses((status = 200, body = BatchOut)),
    security(("session" = [WriteImports::PERMISSION.0])))]
pub(crate) async fn commit_import(
    State(app): State<App>,
    actor: Allowed<WriteImports>,
    FromPath(id): FromPath<BatchId>,
) -> Reply<Json<BatchOut>> {
    let underway = ops::start_commit(&app, &actor, id).await?;
    underway.done_within(PATIENCE).await?;
    let batch = ops::find_batch(&app, &actor, id).await?;
    Ok(Json(BatchOut::of(&app, batch).await?))
}
