//! Writing a batch: one transaction, in which every row is judged once more.

use super::dry_run::{Unread, dry_run, failure_of};
use super::judge::{Judged, Judgement, Reading, context, judge};
use super::queries::find_batch;
use super::{Underway, importers};
use crate::importer::{Context, ROWS_AT_ONCE};
use crate::importers::{Importers, Writing};
use crate::model::batch::{Batch, BatchId, Progress, State};
use crate::permits::WriteImports;
use crate::refusals::ImportRefusal;
use crate::row::RowIn;
use crate::store::{batches, files, rows, written};
use db::DatabaseTransaction;
use http_base::{Allowed, App};
use kernel::{Actor, Fault, Instant, Outcome};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Writing takes seconds; a batch that has been at it for so long, in another process, was
/// left behind when that process was killed.
const ORPHANED_AFTER_MINUTES: i64 = 10;

/// Places that a refusal names.
const NAMED: usize = 20;

/// Writes a batch and waits for it. Refused rows are left out and stay listed.
///
/// # Errors
/// [`ImportRefusal`], and what the slices and the ledger refuse; nothing is written then,
/// and the batch shows its preview again.
pub async fn commit(app: &App, actor: &Allowed<WriteImports>, id: BatchId) -> Outcome<Batch> {
    start_commit(app, actor, id).await?.done().await?;
    find_batch(app, actor, id).await
}

/// Writes a batch in a task of its own.
pub async fn start_commit(
    app: &App,
    actor: &Allowed<WriteImports>,
    id: BatchId,
) -> Outcome<Underway> {
    let importers = importers(app)?;
    let batch = find_batch(app, actor, id).await?;
    if batch.state != State::Preview {
        let state = batch.state.word().to_owned();
        return Err(ImportRefusal::WrongState { state }.into());
    }
    if batch.counts.new + batch.counts.changed == 0 {
        return Err(ImportRefusal::NothingToCommit.into());
    }
    free_orphans(app).await?;
    let tx = app.database.begin_write().await?;
    if let Some(other) = batches::in_state(&tx, State::Committing).await?.pop() {
        return Err(ImportRefusal::Running {
            name: other.created_by,
            file_name: other.file_name,
        }
        .into());
    }
    let (from, to) = (State::Preview, State::Committing);
    if !batches::move_state(&tx, id.key(), from, to, app.now(), None).await? {
        let state = State::Committing.word().to_owned();
        return Err(ImportRefusal::WrongState { state }.into());
    }
    tx.commit().await?;
    let actor = Arc::new(Actor::clone(actor));
    let work = Work {
        app: app.clone(),
        importers,
        actor,
        batch,
    };
    Ok(Underway {
        id,
        task: tokio::spawn(work.run()),
    })
}

/// Shows the preview of batches again that a killed process left behind.
async fn free_orphans(app: &App) -> Outcome<()> {
    let oldest = app.now().utc() - chrono::Duration::minutes(ORPHANED_AFTER_MINUTES);
    let oldest = Instant::new(oldest).to_string();
    for batch in batches::in_state(app.database.reader(), State::Committing).await? {
        if batch.state_at < oldest {
            super::recover::free(app, batch.id, State::Committing, State::Preview).await?;
        }
    }
    Ok(())
}

struct Work {
    app: App,
    importers: Arc<Importers>,
    actor: Arc<Actor>,
    batch: Batch,
}

impl Work {
    /// Writes the batch; where that fails, notes why and shows the preview again.
    async fn run(self) -> Outcome<()> {
        let id = self.batch.id.key();
        // A panic must not leave the batch behind as being written, hence a task within.
        let work = Arc::new(self);
        let done = tokio::spawn({
            let work = work.clone();
            async move { work.write().await }
        })
        .await
        .unwrap_or_else(|panic| Err(Fault::from(panic)));
        work.importers.forget(id);
        if let Err(fault) = &done {
            work.step_back(fault).await?;
        }
        done
    }

    async fn write(&self) -> Outcome<()> {
        let id = self.batch.id.key();
        let reader = self.app.database.reader();
        let reading = Reading::of_file(
            &self.importers,
            &self.actor,
            self.batch.file_name.clone(),
            files::file(reader, id).await?,
            self.batch.kind.clone(),
            files::corrections(reader, id).await?,
        )
        .await?;
        let _announced = self.importers.begin_writing(Writing {
            name: self.actor.name.clone(),
            file_name: self.batch.file_name.clone(),
        });
        let tx = self.app.database.begin_write().await?;
        let cx = context(&tx, &self.app, &self.actor, id).await?;
        // The batch's row is written first: whoever wants to step it back waits for it.
        if !batches::mark_committed(&tx, id, cx.at, &cx.actor.name, cx.open_month).await? {
            return Err(ImportRefusal::Interrupted.into());
        }
        // From here on nobody else can record what the checkers would have to know.
        ledger::lock_journal(&tx).await?;
        let mut judged = judge(&tx, &cx, &self.importers, &reading).await?;
        self.compare(&tx, &reading, &judged.judgements).await?;
        self.write_rows(&tx, &cx, &reading, &mut judged).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Refuses where a row is no longer what the report says: what was agreed to is
    /// written, or nothing.
    async fn compare(
        &self,
        tx: &DatabaseTransaction,
        reading: &Reading,
        judgements: &[Vec<Judgement>],
    ) -> Outcome<()> {
        let staged: BTreeMap<(i32, i32), _> = rows::statuses(tx, self.batch.id.key())
            .await?
            .into_iter()
            .map(|(place, row, status)| ((place, row), status))
            .collect();
        let mut changed: Vec<String> = Vec::new();
        let mut found = 0;
        for (table, mapped) in reading.tables.iter().enumerate() {
            for (parsed, judgement) in reading.rows[table].iter().zip(&judgements[table]) {
                let row = i32::try_from(parsed.row.row_number).unwrap_or(i32::MAX);
                found += 1;
                if staged.get(&(mapped.place, row)) != Some(&judgement.status) {
                    changed.push(parsed.row.place());
                }
            }
        }
        // A newer binary may read fewer rows from the same file: those are missing, too.
        let rows = changed.len() + staged.len().saturating_sub(found);
        if rows == 0 {
            return Ok(());
        }
        changed.truncate(NAMED);
        let places = changed.join("、");
        Err(ImportRefusal::ChangedSince { rows, places }.into())
    }

    async fn write_rows(
        &self,
        tx: &DatabaseTransaction,
        cx: &Context,
        reading: &Reading,
        judged: &mut Judged,
    ) -> Outcome<()> {
        let total = self.batch.counts.new + self.batch.counts.changed;
        let mut done = 0;
        for table in reading.in_order() {
            let Some(spec) = reading.tables[table].kind else {
                continue;
            };
            let checker = self
                .importers
                .position(spec.kind)
                .and_then(|own| judged.checkers[own].as_mut());
            let Some(checker) = checker else {
                continue;
            };
            let accepted: Vec<usize> = (0..reading.rows[table].len())
                .filter(|&row| judged.judgements[table][row].status.is_written())
                .collect();
            for chunk in accepted.chunks(ROWS_AT_ONCE) {
                let parsed = |at: usize| &reading.rows[table][chunk[at]];
                let rows: Vec<&RowIn> = (0..chunk.len()).map(|at| &parsed(at).row).collect();
                let made = checker.commit(tx, cx, spec, &rows).await?;
                if let Some(beyond) = made.iter().find(|written| written.row >= rows.len()) {
                    let what = format!("{} wrote for row {} of a chunk", spec.kind, beyond.row);
                    return Err(Fault::broken(what));
                }
                let place = |at: usize| written::Origin {
                    place: parsed(at).row.table.place,
                    row_number: parsed(at).row.row_number,
                    key: &parsed(at).key,
                };
                let ids = || self.app.ids.key();
                written::append(tx, cx.batch, spec.kind, &made, place, ids).await?;
                done += i64::try_from(chunk.len()).unwrap_or(0);
                self.importers.note(cx.batch, Progress { done, total });
            }
        }
        Ok(())
    }

    /// Shows the preview again, with the reason; made anew where rows have changed.
    async fn step_back(&self, fault: &Fault) -> Outcome<()> {
        let id = self.batch.id;
        let failure = failure_of(fault);
        let is_stale = fault.code() == Some("intake.changed_since");
        let to = if is_stale {
            State::Reading
        } else {
            State::Preview
        };
        let tx = self.app.database.begin_write().await?;
        let (from, at) = (State::Committing, self.app.now());
        let moved = batches::move_state(&tx, id.key(), from, to, at, Some(&failure)).await?;
        if moved && is_stale {
            rows::clear(&tx, id.key()).await?;
        }
        tx.commit().await?;
        if moved && is_stale {
            let unread = Unread {
                id,
                file_name: self.batch.file_name.clone(),
                kind: self.batch.kind.clone(),
                bytes: files::file(self.app.database.reader(), id.key()).await?,
                is_first: false,
            };
            let (app, importers) = (self.app.clone(), self.importers.clone());
            dry_run(app, importers, self.actor.clone(), unread).await?;
        }
        Ok(())
    }
}
