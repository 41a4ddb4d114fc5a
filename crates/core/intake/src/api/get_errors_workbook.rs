//! `GET /imports/{id}/errors.xlsx`: the refused rows, with the reasons in a last column.

use super::workbook;
use crate::model::batch::BatchId;
use crate::ops;
use crate::permits::ReadImports;
use axum::extract::State;
use axum::response::Response;
use http_base::{Allowed, App, FromPath, Permit, Reply};

/// The refused rows as they were handed in, with the reasons in a last column.
#[utoipa::path(get, path = "/imports/{id}/errors.xlsx", tag = "imports",
    params(("id" = String, Path)),
    responses((status = 200, body = Vec<u8>,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    security(("session" = [ReadImports::PERMISSION.0])))]
pub(crate) async fn get_errors_workbook(
    State(app): State<App>,
    actor: Allowed<ReadImports>,
    FromPath(id): FromPath<BatchId>,
) -> Reply<Response> {
    let bytes = ops::errors_workbook(&app, &actor, id).await?;
    Ok(workbook(&format!("errors-{id}"), bytes))
}
