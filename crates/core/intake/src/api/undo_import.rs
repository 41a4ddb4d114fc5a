//! `POST /imports/{id}/undo`: taking an import back.

use super::batch_out::BatchOut;
use crate::importer::Kept;
use crate::model::batch::BatchId;
use crate::ops;
use crate::permits::WriteImports;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};
use serde::Serialize;

/// An import that was taken back.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ImportUndoneOut)]
pub(crate) struct UndoneOut {
    /// The import.
    batch: BatchOut,
    /// Records that were left standing, since they were changed or are referred to.
    kept: Vec<Kept>,
}

/// Takes an import back while its month is open: its facts are reversed, master data goes
/// back as it was.
#[utoipa::path(post, path = "/imports/{id}/undo", tag = "imports", params(("id" = String, Path)),
    responses((status = 200, body = UndoneOut)),
    security(("session" = [WriteImports::PERMISSION.0])))]
pub(crate) async fn undo_import(
    State(app): State<App>,
    actor: Allowed<WriteImports>,
    FromPath(id): FromPath<BatchId>,
) -> Reply<Json<UndoneOut>> {
    let (batch, kept) = ops::undo(&app, &actor, id).await?;
    let batch = BatchOut::of(&app, batch).await?;
    Ok(Json(UndoneOut { batch, kept }))
}
