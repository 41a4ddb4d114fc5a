//! Correcting what a sheet was taken for; the batch is read anew.

use super::dry_run::{Unread, dry_run};
use super::queries::{find_batch, list_sheets};
use super::{Underway, importers};
use crate::importers::Importers;
use crate::model::batch::{Batch, BatchId, SheetReport, State};
use crate::model::mapping::Correction;
use crate::permits::WriteImports;
use crate::refusals::ImportRefusal;
use crate::store::{batches, files, rows};
use http_base::{Allowed, App};
use kernel::{Actor, Fields, Outcome};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a sheet is, as a person says.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// The sheet's name, as the report has it.
    pub sheet: String,
    /// Its kind; none: it is not imported.
    pub kind: Option<String>,
    /// The field of each column, by the column's index; none: the column is not imported.
    /// Columns that are not named keep what is guessed.
    pub columns: BTreeMap<u32, Option<String>>,
}

/// Corrects a mapping and waits for the new report.
///
/// # Errors
/// [`ImportRefusal`]; unknown kinds, columns and fields as fields.
pub async fn set_mapping(
    app: &App,
    actor: &Allowed<WriteImports>,
    id: BatchId,
    mapping: Mapping,
) -> Outcome<Batch> {
    start_set_mapping(app, actor, id, mapping)
        .await?
        .done()
        .await?;
    find_batch(app, actor, id).await
}

/// Corrects a mapping; reading the workbook anew goes on in a task of its own.
pub async fn start_set_mapping(
    app: &App,
    actor: &Allowed<WriteImports>,
    id: BatchId,
    mapping: Mapping,
) -> Outcome<Underway> {
    let importers = importers(app)?;
    let batch = find_batch(app, actor, id).await?;
    let reports = list_sheets(app, id).await?;
    let report = reports.iter().find(|report| report.sheet == mapping.sheet);
    let report = report.ok_or_else(|| ImportRefusal::UnknownSheet {
        sheet: mapping.sheet.clone(),
    })?;
    check(&importers, report, &mapping)?;
    let reader = app.database.reader();
    let mut corrections = files::corrections(reader, id.key()).await?;
    corrections.insert(
        mapping.sheet,
        Correction {
            kind: mapping.kind,
            columns: mapping.columns,
        },
    );
    let bytes = files::file(reader, id.key()).await?;
    let tx = app.database.begin_write().await?;
    let (from, to, at) = (State::Preview, State::Reading, app.now());
    if !batches::move_state(&tx, id.key(), from, to, at, None).await? {
        let state = batch.state.word().to_owned();
        return Err(ImportRefusal::WrongState { state }.into());
    }
    files::set_corrections(&tx, id.key(), &corrections).await?;
    rows::clear(&tx, id.key()).await?;
    tx.commit().await?;
    let unread = Unread {
        id,
        file_name: batch.file_name,
        kind: batch.kind,
        bytes,
        is_first: false,
    };
    let actor = Arc::new(Actor::clone(actor));
    let task = tokio::spawn(dry_run(app.clone(), importers, actor, unread));
    Ok(Underway { id, task })
}

fn check(importers: &Importers, report: &SheetReport, mapping: &Mapping) -> Outcome<()> {
    let mut wrong = Fields::default();
    let spec = mapping.kind.as_deref().map(|kind| importers.kind(kind));
    if let Some(None) = spec {
        wrong.refuse(
            "kind",
            "intake.unknown_kind",
            json!({ "kind": mapping.kind }),
        );
    }
    let mut used = BTreeSet::new();
    for (index, field) in &mapping.columns {
        let place = format!("columns.{index}");
        if !report.columns.iter().any(|column| column.index == *index) {
            wrong.refuse(&place, "intake.unknown_column", json!({ "column": index }));
        }
        let Some(field) = field else {
            continue;
        };
        if let Some(Some(spec)) = spec
            && spec.position(field).is_none()
        {
            wrong.refuse(&place, "intake.unknown_field", json!({ "field": field }));
        }
        if !used.insert(field) {
            wrong.refuse(&place, "intake.field_twice", json!({ "field": field }));
        }
    }
    Ok(wrong.done()?)
}
