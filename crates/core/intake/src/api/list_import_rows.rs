//! `GET /imports/{id}/rows`: the rows of a preview.

use crate::model::batch::{BatchId, StagedRow, Status};
use crate::ops;
use crate::permits::ReadImports;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Query, Reply};
use kernel::{Page, PageQuery};
use serde::Deserialize;

/// Which rows.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListImportRowsQuery {
    /// The sheet, as the import names it; all when absent.
    sheet: Option<String>,
    /// What they were judged; all when absent.
    #[param(inline)]
    status: Option<Status>,
}

/// The rows of an import, in the workbook's order.
#[utoipa::path(get, path = "/imports/{id}/rows", tag = "imports",
    params(("id" = String, Path), ListImportRowsQuery, PageQuery),
    responses((status = 200, body = Page<StagedRow>)),
    security(("session" = [ReadImports::PERMISSION.0])))]
pub(crate) async fn list_import_rows(
    State(app): State<App>,
    actor: Allowed<ReadImports>,
    FromPath(id): FromPath<BatchId>,
    Query(which): Query<ListImportRowsQuery>,
    Query(page): Query<PageQuery>,
) -> Reply<Json<Page<StagedRow>>> {
    let sheet = which.sheet.as_deref();
    let rows = ops::list_rows(&app, &actor, id, sheet, which.status, &page).await?;
    Ok(Json(rows))
}
