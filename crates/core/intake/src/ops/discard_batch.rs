//! Throwing a batch away that was never written: a dry run, or a file that could not be read.

use super::queries::find_batch;
use crate::model::batch::BatchId;
use crate::permits::WriteImports;
use crate::refusals::ImportRefusal;
use crate::store::{batches, files, rows};
use http_base::{Allowed, App};
use kernel::Outcome;

/// Forgets a batch with its file, its report and its rows. What was written stays in the
/// history, taken back or not.
///
/// # Errors
/// [`ImportRefusal`]: it is not there, or its state is neither preview nor failed.
pub async fn discard_batch(app: &App, actor: &Allowed<WriteImports>, id: BatchId) -> Outcome<()> {
    let batch = find_batch(app, actor, id).await?;
    let key = batch.id.key();
    let tx = app.database.begin_write().await?;
    rows::clear(&tx, key).await?;
    files::drop_file(&tx, key).await?;
    if !batches::delete_unwritten(&tx, key).await? {
        // Somebody has begun to write it meanwhile: its rows and its file stay.
        tx.rollback().await?;
        let state = find_batch(app, actor, id).await?.state.word().to_owned();
        return Err(ImportRefusal::WrongState { state }.into());
    }
    tx.commit().await?;
    Ok(())
}
