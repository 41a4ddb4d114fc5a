//! Taking a batch back while its month is open: facts are reversed, master data goes back
//! unless something has come to stand on it.

use super::importers;
use super::judge::context;
use super::queries::{find_batch, month_refusal};
use crate::importer::{Kept, ROWS_AT_ONCE};
use crate::importers::{Importers, Writing};
use crate::model::batch::{Batch, BatchId, State};
use crate::permits::WriteImports;
use crate::refusals::ImportRefusal;
use crate::store::{batches, written};
use http_base::{Allowed, App};
use kernel::{Actor, Outcome};
use std::sync::Arc;

/// Takes a batch back, in one transaction, and returns what was left standing.
///
/// # Errors
/// [`ImportRefusal`]: it is not written or was taken back already, or its month is closed.
pub async fn undo(
    app: &App,
    actor: &Allowed<WriteImports>,
    id: BatchId,
) -> Outcome<(Batch, Vec<Kept>)> {
    let importers = importers(app)?;
    let batch = find_batch(app, actor, id).await?;
    if batch.state != State::Committed {
        let state = batch.state.word().to_owned();
        return Err(ImportRefusal::WrongState { state }.into());
    }
    let task = take_back(app.clone(), importers, Arc::new(Actor::clone(actor)), batch);
    tokio::spawn(task).await??;
    let batch = find_batch(app, actor, id).await?;
    let kept = batch.kept.clone();
    Ok((batch, kept))
}

async fn take_back(
    app: App,
    importers: Arc<Importers>,
    actor: Arc<Actor>,
    batch: Batch,
) -> Outcome<()> {
    let id = batch.id.key();
    let _announced = importers.begin_writing(Writing {
        name: actor.name.clone(),
        file_name: batch.file_name.clone(),
    });
    let tx = app.database.begin_write().await?;
    let cx = context(&tx, &app, &actor, id).await?;
    if let Some(refusal) = month_refusal(&batch, cx.open_month) {
        return Err(refusal.into());
    }
    if !batches::mark_undone(&tx, id, cx.at, &cx.actor.name).await? {
        let state = State::Undone.word().to_owned();
        return Err(ImportRefusal::WrongState { state }.into());
    }
    ledger::lock_journal(&tx).await?;
    let mut kept = Vec::new();
    let kinds: Vec<_> = importers.kinds().collect();
    for &spec in kinds.iter().rev() {
        let Some(own) = importers.position(spec.kind) else {
            continue;
        };
        let mut before = i64::MAX;
        loop {
            let (rows, next) = written::latest(&tx, id, spec.kind, before, ROWS_AT_ONCE).await?;
            let Some(next) = next else {
                break;
            };
            kept.extend(importers.at(own).undo(&tx, &cx, spec, &rows).await?);
            before = next;
        }
    }
    batches::keep_kept(&tx, id, &kept).await?;
    tx.commit().await?;
    Ok(())
}
