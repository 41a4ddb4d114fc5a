//! `GET /import-kinds/{kind}/template.xlsx`: an empty workbook to fill in.

use super::workbook;
use crate::ops;
use crate::permits::ReadImports;
use axum::extract::State;
use axum::response::Response;
use http_base::{Allowed, App, FromPath, Permit, Reply};

/// The template of a kind, with drop-down lists and notes.
#[utoipa::path(get, path = "/import-kinds/{kind}/template.xlsx", tag = "imports",
    params(("kind" = String, Path)),
    responses((status = 200, body = Vec<u8>,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    security(("session" = [ReadImports::PERMISSION.0])))]
pub(crate) async fn get_template(
    State(app): State<App>,
    actor: Allowed<ReadImports>,
    FromPath(kind): FromPath<String>,
) -> Reply<Response> {
    let bytes = ops::template(&app, &actor, &kind).await?;
    Ok(workbook(&format!("{kind}-template"), bytes))
}
