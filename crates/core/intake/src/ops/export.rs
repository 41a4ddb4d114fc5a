//! Records as a workbook that can be handed in again: every row is then the same.

use super::importers;
use super::judge::context;
use super::template::column;
use crate::model::values::cell_out;
use crate::permits::ReadImports;
use crate::refusals::ImportRefusal;
use http_base::{Allowed, App};
use kernel::{Actor, Outcome, local_time};
use sheets::{CellOut, SheetOut, Stream};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The records of `kind` that the actor's scope covers and `filters` leave, as an .xlsx file.
///
/// # Errors
/// [`ImportRefusal::UnknownKind`], and what the slice refuses of the filters.
pub async fn export(
    app: &App,
    actor: &Allowed<ReadImports>,
    kind: &str,
    filters: &BTreeMap<String, String>,
) -> Outcome<Vec<u8>> {
    let importers = importers(app)?;
    let (Some(spec), Some(own)) = (importers.kind(kind), importers.position(kind)) else {
        let kind = kind.to_owned();
        return Err(ImportRefusal::UnknownKind { kind }.into());
    };
    let tx = app.database.begin_read().await?;
    let cx = context(&tx, app, &Arc::new(Actor::clone(actor)), 0).await?;
    let rows = importers.at(own).export(&tx, &cx, spec, filters).await?;
    tx.rollback().await?;
    let mut preface = vec![format!(
        "数据截至：{}（北京时间）",
        local_time(cx.at).format("%Y-%m-%d %H:%M")
    )];
    if !filters.is_empty() {
        let filters: Vec<String> = filters
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        preface.push(format!("筛选：{}", filters.join(" ")));
    }
    let sheet = SheetOut {
        name: spec.name.zh.to_owned(),
        title: Some(spec.name.zh.to_owned()),
        preface,
        columns: spec.fields.iter().map(|field| column(field, &[])).collect(),
        ..SheetOut::default()
    };
    let write = move || {
        let mut stream = Stream::new(sheet)?;
        for row in rows {
            let cells: Vec<CellOut> = spec
                .fields
                .iter()
                .zip(&row)
                .map(|(field, value)| {
                    value
                        .as_ref()
                        .map_or(CellOut::Empty, |value| cell_out(field, value))
                })
                .collect();
            stream.row(&cells)?;
        }
        stream.finish()
    };
    Ok(tokio::task::spawn_blocking(write).await??)
}
