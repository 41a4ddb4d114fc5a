//! Reading a batch's workbook and staging its rows with their judgements.

use super::judge::{Judgement, Reading, context, count, judge};
use crate::importers::Importers;
use crate::model::batch::{BatchId, Failure, Progress, State};
use crate::model::report::{cells_text, report};
use crate::refusals::ImportRefusal;
use crate::store::{batches, files, rows};
use http_base::App;
use kernel::{Actor, Fault, Outcome, Refusal};
use std::sync::Arc;

/// Rows staged in one transaction: others may write in between.
const STAGED_AT_ONCE: usize = 10_000;

/// A batch that is in state `reading`, and what is needed to read it.
pub(crate) struct Unread {
    pub id: BatchId,
    pub file_name: String,
    pub kind: Option<String>,
    pub bytes: Vec<u8>,
    /// Whether a file that cannot be read is forgotten: at the first reading.
    pub is_first: bool,
}

/// Reads the batch and shows its preview; whatever goes wrong is noted with the batch.
pub(crate) async fn dry_run(
    app: App,
    importers: Arc<Importers>,
    actor: Arc<Actor>,
    unread: Unread,
) -> Outcome<()> {
    let (id, is_first) = (unread.id.key(), unread.is_first);
    importers.note(id, Progress::default());
    let done = read_and_stage(&app, &importers, &actor, unread).await;
    importers.forget(id);
    if let Err(fault) = &done {
        let failure = failure_of(fault);
        let tx = app.database.begin_write().await?;
        rows::clear(&tx, id).await?;
        if is_first {
            files::drop_file(&tx, id).await?;
        }
        let at = app.now();
        batches::move_state(&tx, id, State::Reading, State::Failed, at, Some(&failure)).await?;
        tx.commit().await?;
    }
    done
}

/// What is kept of a fault: of ours, that there was one.
pub(crate) fn failure_of(fault: &Fault) -> Failure {
    match fault {
        Fault::Refused(refusal) => Failure::of(refusal),
        Fault::Broken(error) => {
            tracing::error!(%error, "an import broke");
            Failure::of(&Refusal::from(ImportRefusal::Broken))
        }
    }
}

async fn read_and_stage(
    app: &App,
    importers: &Arc<Importers>,
    actor: &Arc<Actor>,
    unread: Unread,
) -> Outcome<()> {
    let id = unread.id.key();
    let corrections = files::corrections(app.database.reader(), id).await?;
    let reading = Reading::of_file(
        importers,
        actor,
        unread.file_name,
        unread.bytes,
        unread.kind,
        corrections,
    )
    .await?;
    let tx = app.database.begin_read().await?;
    let cx = context(&tx, app, actor, id).await?;
    let judgements = judge(&tx, &cx, importers, &reading).await?.judgements;
    tx.rollback().await?;
    stage_rows(app, id, &reading, &judgements).await?;
    let reports: Vec<_> = reading
        .tables
        .iter()
        .enumerate()
        .map(|(table, mapped)| report(mapped, count(&judgements[table])))
        .collect();
    let tx = app.database.begin_write().await?;
    if !batches::show_preview(&tx, id, app.now(), &reports).await? {
        return Err(ImportRefusal::Interrupted.into());
    }
    tx.commit().await?;
    Ok(())
}

async fn stage_rows(
    app: &App,
    id: i64,
    reading: &Reading,
    judgements: &[Vec<Judgement>],
) -> Outcome<()> {
    for (table, mapped) in reading.tables.iter().enumerate() {
        let Some(source) = &mapped.table else {
            continue;
        };
        let count = judgements[table].len();
        for from in (0..count).step_by(STAGED_AT_ONCE) {
            let staged = (from..count.min(from + STAGED_AT_ONCE)).map(|row| {
                let (parsed, judgement) = (&reading.rows[table][row], &judgements[table][row]);
                rows::NewRow {
                    id: app.ids.key(),
                    place: mapped.place,
                    row_number: parsed.row.row_number,
                    status: judgement.status,
                    key: &parsed.key,
                    cells: cells_text(&source.rows[row]),
                    problems: &judgement.problems,
                    changes: &judgement.changes,
                }
            });
            let tx = app.database.begin_write().await?;
            rows::append(&tx, id, staged).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
