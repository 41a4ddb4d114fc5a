//! `GET /imports/{id}`: one import.

use super::batch_out::BatchOut;
use crate::model::batch::BatchId;
use crate::ops;
use crate::permits::ReadImports;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};

/// An import with its tables.
#[utoipa::path(get, path = "/imports/{id}", tag = "imports", params(("id" = String, Path)),
    responses((status = 200, body = BatchOut)),
    security(("session" = [ReadImports::PERMISSION.0])))]
pub(crate) async fn get_import(
    State(app): State<App>,
    actor: Allowed<ReadImports>,
    FromPath(id): FromPath<BatchId>,
) -> Reply<Json<BatchOut>> {
    let batch = ops::find_batch(&app, &actor, id).await?;
    Ok(Json(BatchOut::of(&app, batch).await?))
}
