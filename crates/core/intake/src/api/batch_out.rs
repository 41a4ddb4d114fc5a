//! A batch in replies.

use crate::model::batch::{Batch, BatchId, Counts, Failure, Progress, SheetReport, State};
use crate::ops;
use http_base::App;
use kernel::{Instant, Month, Outcome, Refusal};
use serde::Serialize;
use serde_json::{Map, Value};

/// An import: a workbook, what was found in it, and what became of it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ImportOut)]
pub(crate) struct BatchOut {
    /// Its id.
    #[schema(value_type = String)]
    id: BatchId,
    /// As uploaded.
    file_name: String,
    /// What has become of it.
    state: State,
    /// How far the reading or writing under way has come.
    progress: Progress,
    /// When it was uploaded.
    #[schema(value_type = String, format = DateTime)]
    created_at: Instant,
    /// By whom.
    created_by: String,
    /// When it was written.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    committed_at: Option<Instant>,
    /// The month that was open then.
    #[schema(value_type = Option<String>, required)]
    month: Option<Month>,
    /// Its rows.
    counts: Counts,
    /// Why it could not be read, or was not written.
    #[schema(required)]
    failure: Option<Failure>,
    /// Whether it can be taken back.
    undo: UndoOut,
    /// Its tables; empty in lists of imports.
    sheets: Vec<SheetReport>,
}

/// Whether an import can be taken back, and if not, why.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ImportUndoState)]
pub(crate) struct UndoOut {
    possible: bool,
    #[schema(required)]
    code: Option<String>,
    #[schema(value_type = Object)]
    params: Map<String, Value>,
}

impl UndoOut {
    fn of(refusal: Option<Refusal>) -> Self {
        Self {
            possible: refusal.is_none(),
            code: refusal.as_ref().map(|refusal| refusal.code.to_owned()),
            params: refusal.map(|refusal| refusal.params).unwrap_or_default(),
        }
    }
}

impl BatchOut {
    /// The batch with its tables.
    pub(crate) async fn of(app: &App, batch: Batch) -> Outcome<Self> {
        let sheets = ops::list_sheets(app, batch.id).await?;
        Self::with_sheets(app, batch, sheets).await
    }

    /// The batch as a list shows it.
    pub(crate) async fn in_list(app: &App, batch: Batch) -> Outcome<Self> {
        Self::with_sheets(app, batch, Vec::new()).await
    }

    async fn with_sheets(app: &App, batch: Batch, sheets: Vec<SheetReport>) -> Outcome<Self> {
        let undo = ops::undo_state(app, &batch).await?;
        Ok(Self {
            id: batch.id,
            file_name: batch.file_name,
            state: batch.state,
            progress: batch.progress,
            created_at: batch.created_at,
            created_by: batch.created_by,
            committed_at: batch.committed_at,
            month: batch.month,
            counts: batch.counts,
            failure: batch.failure,
            undo: UndoOut::of(undo.0),
            sheets,
        })
    }
}
