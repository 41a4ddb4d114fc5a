//! `PUT /imports/{id}/mapping`: correcting what a sheet was taken for.

use super::PATIENCE;
use super::batch_out::BatchOut;
use crate::model::batch::BatchId;
use crate::ops;
use crate::permits::WriteImports;
use axum::extract::State;
use http_base::{Allowed, App, FromPath, Json, Permit, Reply};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a sheet is.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ImportMappingIn)]
pub(crate) struct MappingIn {
    /// The sheet, as the import names it.
    sheet: String,
    /// Its kind; null: it is not imported.
    #[schema(required)]
    kind: Option<String>,
    /// The field of each column, by the column's index; null: the column is not imported.
    /// Columns that are not named keep what was guessed.
    #[serde(default)]
    columns: BTreeMap<u32, Option<String>>,
}

/// Corrects a sheet's kind and columns; all rows are judged anew.
#[utoipa::path(put, path = "/imports/{id}/mapping", tag = "imports", params(("id" = String, Path)),
    responses((status = 200, body = BatchOut)),
    security(("session" = [WriteImports::PERMISSION.0])))]
pub(crate) async fn update_import_mapping(
    State(app): State<App>,
    actor: Allowed<WriteImports>,
    FromPath(id): FromPath<BatchId>,
    Json(input): Json<MappingIn>,
) -> Reply<Json<BatchOut>> {
    let mapping = ops::Mapping {
        sheet: input.sheet,
        kind: input.kind,
        columns: input.columns,
    };
    let underway = ops::start_set_mapping(&app, &actor, id, mapping).await?;
    underway.done_within(PATIENCE).await?;
    let batch = ops::find_batch(&app, &actor, id).await?;
    Ok(Json(BatchOut::of(&app, batch).await?))
}
