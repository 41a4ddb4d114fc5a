//! Reading batches, their tables and their rows, within the actor's scope.

use super::importers;
use crate::model::batch::{Batch, BatchId, SheetReport, StagedRow, State, Status};
use crate::refusals::ImportRefusal;
use crate::store::{batches, rows};
use http_base::App;
use kernel::{Actor, Outcome, Page, PageQuery, Refusal};
use ledger::Months;

/// Whether a batch can be taken back, and if not, why.
#[derive(Debug, Clone, PartialEq)]
pub struct UndoState(pub Option<Refusal>);

/// The batch, if the actor's scope covers it. `actor` has been let in by its caller's
/// permission: those who write see what they wrote.
///
/// # Errors
/// [`ImportRefusal::NotFound`].
pub async fn find_batch(app: &App, actor: &Actor, id: BatchId) -> Outcome<Batch> {
    let found = batches::find(app.database.reader(), &actor.scope, id.key()).await?;
    let batch = found.ok_or(ImportRefusal::NotFound)?;
    with_progress(app, batch)
}

/// The batches of the actor's scope, newest first.
pub async fn list_batches(app: &App, actor: &Actor, query: &PageQuery) -> Outcome<Page<Batch>> {
    let page = batches::page(app.database.reader(), &actor.scope, query).await?;
    let Page {
        items,
        next,
        total,
        total_exact,
    } = page;
    let items = items
        .into_iter()
        .map(|batch| with_progress(app, batch))
        .collect::<Outcome<Vec<Batch>>>()?;
    Ok(Page {
        items,
        next,
        total,
        total_exact,
    })
}

/// What the process that is at the batch knows of it; another process says nothing.
fn with_progress(app: &App, mut batch: Batch) -> Outcome<Batch> {
    if let Some(progress) = importers(app)?.progress(batch.id.key()) {
        batch.progress = progress;
    } else if matches!(batch.state, State::Reading | State::Committing) {
        batch.progress.done = 0;
    }
    Ok(batch)
}

/// The batch's tables.
pub async fn list_sheets(app: &App, id: BatchId) -> Outcome<Vec<SheetReport>> {
    Ok(batches::sheets(app.database.reader(), id.key()).await?)
}

/// A page of the batch's rows: of one sheet or all, of one status or all.
///
/// # Errors
/// [`ImportRefusal::NotFound`], [`ImportRefusal::UnknownSheet`].
pub async fn list_rows(
    app: &App,
    actor: &Actor,
    id: BatchId,
    sheet: Option<&str>,
    status: Option<Status>,
    query: &PageQuery,
) -> Outcome<Page<StagedRow>> {
    let batch = find_batch(app, actor, id).await?;
    let reports = list_sheets(app, batch.id).await?;
    if let Some(sheet) = sheet
        && !reports.iter().any(|report| report.sheet == sheet)
    {
        let sheet = sheet.to_owned();
        return Err(ImportRefusal::UnknownSheet { sheet }.into());
    }
    let reader = app.database.reader();
    Ok(rows::page(reader, id.key(), &reports, sheet, status, query).await?)
}

/// Whether the batch can be taken back: it is written, and its month is still open.
pub async fn undo_state(app: &App, batch: &Batch) -> Outcome<UndoState> {
    if batch.state != State::Committed {
        let state = batch.state.word().to_owned();
        return Ok(UndoState(Some(ImportRefusal::WrongState { state }.into())));
    }
    let open = Months::load(app.database.reader()).await?.open();
    Ok(UndoState(month_refusal(batch, open)))
}

/// Refuses where the month that was open when the batch was written is closed. A batch
/// written before the books were opened holds no facts: it can be taken back any time.
pub(super) fn month_refusal(batch: &Batch, open: Option<kernel::Month>) -> Option<Refusal> {
    let month = batch.month?;
    (open != Some(month)).then(|| ImportRefusal::MonthClosed { month }.into())
}
