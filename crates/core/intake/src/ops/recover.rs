//! What a process that was killed left behind.

use crate::model::batch::{Failure, State};
use crate::refusals::ImportRefusal;
use crate::store::batches;
use http_base::App;
use kernel::{Outcome, Refusal};

/// Puts batches right that were being read or written when their process ended; to be
/// called when a server starts. What was being written shows its preview again: its
/// transaction never happened. What was being read is to be handed in again.
///
/// It leaves a batch alone that another process is writing right now: such a transaction
/// holds the batch's row.
pub async fn recover(app: &App) -> Outcome<()> {
    for (from, to) in [
        (State::Committing, State::Preview),
        (State::Reading, State::Failed),
    ] {
        for batch in batches::in_state(app.database.reader(), from).await? {
            // Another process may be at it for longer than a writer waits: it is alive then,
            // and starting does not fail over it.
            if let Err(error) = free(app, batch.id, from, to).await {
                tracing::warn!(%error, batch = batch.id, "an import is left as it is");
            }
        }
    }
    Ok(())
}

/// Moves a batch out of a state in which nobody is at it any more.
pub(super) async fn free(app: &App, id: i64, from: State, to: State) -> Outcome<()> {
    let failure = Failure::of(&Refusal::from(ImportRefusal::Interrupted));
    let tx = app.database.begin_write().await?;
    batches::move_state(&tx, id, from, to, app.now(), Some(&failure)).await?;
    tx.commit().await?;
    Ok(())
}
