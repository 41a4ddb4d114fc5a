//! `POST /imports`: handing a workbook in.

use super::PATIENCE;
use super::batch_out::BatchOut;
use crate::ops;
use crate::permits::WriteImports;
use axum::extract::State;
use axum::http::StatusCode;
use http_base::{Allowed, App, Json, Permit, Query, Reply, Upload};
use serde::Deserialize;

/// What the workbook is called, and what it holds.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateImportQuery {
    /// The file's name.
    file_name: String,
    /// The one kind that is looked for; every sheet is taken for what fits it when absent.
    kind: Option<String>,
}

/// Hands a workbook in: .xlsx, .xls or .csv, at most 64 MB. A large one is still being
/// read when this answers.
#[utoipa::path(post, path = "/imports", tag = "imports", params(CreateImportQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = BatchOut)),
    security(("session" = [WriteImports::PERMISSION.0])))]
pub(crate) async fn create_import(
    State(app): State<App>,
    actor: Allowed<WriteImports>,
    Query(query): Query<CreateImportQuery>,
    Upload(bytes): Upload,
) -> Reply<(StatusCode, Json<BatchOut>)> {
    let upload = ops::Upload {
        file_name: query.file_name,
        bytes: bytes.into(),
        kind: query.kind,
    };
    let underway = ops::start_stage(&app, &actor, upload).await?;
    let id = underway.id;
    underway.done_within(PATIENCE).await?;
    let batch = ops::find_batch(&app, &actor, id).await?;
    Ok((StatusCode::CREATED, Json(BatchOut::of(&app, batch).await?)))
}
