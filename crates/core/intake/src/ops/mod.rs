//! Use cases, one per file. Endpoints and commands enter here.

mod commit;
mod discard_batch;
mod dry_run;
mod errors_workbook;
mod export;
mod judge;
mod queries;
mod recover;
mod set_mapping;
mod stage;
mod template;
mod undo;

pub use commit::{commit, start_commit};
pub use discard_batch::discard_batch;
pub use errors_workbook::errors_workbook;
pub use export::export;
pub use queries::{UndoState, find_batch, list_batches, list_rows, list_sheets, undo_state};
pub use recover::recover;
pub use set_mapping::{Mapping, set_mapping, start_set_mapping};
pub use stage::{Upload, stage, start_stage};
pub use template::template;
pub use undo::undo;

use crate::importers::Importers;
use http_base::App;
use kernel::{Fault, Outcome};
use std::sync::Arc;
use tokio::task::JoinHandle;

/// Work that goes on in a task of its own, so that neither a client that hangs up nor a
/// page that is left cuts it.
#[derive(Debug)]
pub struct Underway {
    /// The batch.
    pub id: crate::BatchId,
    task: JoinHandle<Outcome<()>>,
}

impl Underway {
    /// Waits until it is done.
    pub async fn done(self) -> Outcome<()> {
        self.task.await?
    }

    /// Waits for it at most `patience`; whether it is done.
    pub async fn done_within(self, patience: std::time::Duration) -> Outcome<bool> {
        match tokio::time::timeout(patience, self.task).await {
            Ok(done) => done?.map(|()| true),
            Err(_) => Ok(false),
        }
    }
}

/// The importers of the application.
pub(crate) fn importers(app: &App) -> Outcome<Arc<Importers>> {
    app.part()
        .ok_or_else(|| Fault::broken("intake's Importers were not installed"))
}
