//! `GET /exports/{kind}.xlsx`: records as a workbook.

use super::workbook;
use crate::ops;
use crate::permits::ReadImports;
use crate::refusals::ImportRefusal;
use axum::extract::State;
use axum::response::Response;
use http_base::{Allowed, App, FromPath, Permit, Query, Reply};
use std::collections::BTreeMap;

/// What a screen shows as a workbook: the query takes the screen's filters. Imported again,
/// every row is the same.
#[utoipa::path(get, path = "/exports/{file}", tag = "imports",
    params(("file" = String, Path, description = "The kind, with .xlsx behind: funds.xlsx")),
    responses((status = 200, body = Vec<u8>,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    security(("session" = [ReadImports::PERMISSION.0])))]
pub(crate) async fn get_export(
    State(app): State<App>,
    actor: Allowed<ReadImports>,
    FromPath(file): FromPath<String>,
    Query(filters): Query<BTreeMap<String, String>>,
) -> Reply<Response> {
    let kind = file
        .strip_suffix(".xlsx")
        .ok_or_else(|| ImportRefusal::UnknownKind { kind: file.clone() })?;
    let bytes = ops::export(&app, &actor, kind, &filters).await?;
    Ok(workbook(kind, bytes))
}
