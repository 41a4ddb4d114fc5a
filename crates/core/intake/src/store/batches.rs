//! Batches, their files and the reports of their sheets.

use super::{from_json, json_text, optional_text};
use crate::importer::Kept;
use crate::model::batch::{Batch, Counts, Failure, Progress, SheetReport, State};
use db::{ConnectionTrait, DbErr, FromQueryResult, Value, execute, fetch_all, fetch_one};
use kernel::{Id, Instant, Month, Page, PageQuery, Scope};

#[derive(FromQueryResult)]
struct BatchRow {
    id: i64,
    file_name: String,
    file_hash: String,
    kind: Option<String>,
    state: String,
    created_at: String,
    created_by: String,
    unit_id: Option<i64>,
    new_rows: i64,
    changed_rows: i64,
    same_rows: i64,
    refused_rows: i64,
    committed_at: Option<String>,
    month: Option<i32>,
    undone_at: Option<String>,
    failure: Option<String>,
    kept: String,
}

const COLUMNS: &str = "id, file_name, file_hash, kind, state, created_at, created_by, unit_id, \
     new_rows, changed_rows, same_rows, refused_rows, committed_at, month, undone_at, failure, kept";

impl BatchRow {
    fn read(self) -> Result<Batch, DbErr> {
        let unreadable =
            |column: &str| DbErr::Type(format!("intake_batches.{column}: {}", self.id));
        let instant = |column: &str, text: &Option<String>| {
            text.as_deref()
                .map(|text| Instant::parse(text).ok_or_else(|| unreadable(column)))
                .transpose()
        };
        let counts = Counts {
            new: self.new_rows,
            changed: self.changed_rows,
            same: self.same_rows,
            refused: self.refused_rows,
        };
        Ok(Batch {
            id: Id::new(self.id),
            state: State::from_word(&self.state).ok_or_else(|| unreadable("state"))?,
            created_at: Instant::parse(&self.created_at).ok_or_else(|| unreadable("created_at"))?,
            committed_at: instant("committed_at", &self.committed_at)?,
            undone_at: instant("undone_at", &self.undone_at)?,
            month: self
                .month
                .map(|month| Month::from_number(month).map_err(|_| unreadable("month")))
                .transpose()?,
            progress: Progress {
                done: counts.all(),
                total: counts.all(),
            },
            counts,
            failure: self
                .failure
                .as_deref()
                .map(|text| from_json::<Failure>("failure", text))
                .transpose()?,
            kept: from_json::<Vec<Kept>>("kept", &self.kept)?,
            file_name: self.file_name,
            file_hash: self.file_hash,
            kind: self.kind,
            created_by: self.created_by,
            unit: self.unit_id,
        })
    }
}

/// The condition that a scope puts on batches, with its values behind `values`.
fn in_scope(scope: &Scope, values: &mut Vec<Value>) -> String {
    match scope {
        Scope::Everything => "1 = 1".to_owned(),
        Scope::Nothing => "1 = 0".to_owned(),
        Scope::Units(units) if units.is_empty() => "1 = 0".to_owned(),
        Scope::Units(units) => {
            let places: Vec<String> = units
                .iter()
                .map(|&unit| {
                    values.push(unit.into());
                    format!("${}", values.len())
                })
                .collect();
            format!("unit_id IN ({})", places.join(", "))
        }
    }
}

/// A batch to be kept.
pub(crate) struct NewBatch<'a> {
    pub id: i64,
    pub file_name: &'a str,
    pub file_hash: &'a str,
    pub kind: Option<&'a str>,
    pub at: Instant,
    /// 0: the command line.
    pub account: i64,
    pub name: &'a str,
    pub unit: Option<i64>,
}

/// Keeps a batch that is about to be read, with its file.
pub(crate) async fn insert<C: ConnectionTrait>(
    connection: &C,
    new: NewBatch<'_>,
    bytes: &[u8],
) -> Result<(), DbErr> {
    let account = (new.account != 0).then_some(new.account);
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    execute(
        connection,
        "INSERT INTO intake_batches (id, file_name, file_hash, file_size, kind, corrections, \
             state, state_at, created_at, created_by_id, created_by, unit_id, \
             new_rows, changed_rows, same_rows, refused_rows, kept) \
         VALUES ($1, $2, $3, $4, $5, '{}', 'reading', $6, $6, $7, $8, $9, 0, 0, 0, 0, '[]')",
        [
            new.id.into(),
            new.file_name.into(),
            new.file_hash.into(),
            size.into(),
            optional_text(new.kind),
            new.at.to_string().into(),
            account.into(),
            new.name.into(),
            new.unit.into(),
        ],
    )
    .await?;
    execute(
        connection,
        "INSERT INTO intake_files (batch_id, bytes) VALUES ($1, $2)",
        [new.id.into(), bytes.to_vec().into()],
    )
    .await?;
    Ok(())
}

/// The batch, if the scope covers it.
pub(crate) async fn find<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: i64,
) -> Result<Option<Batch>, DbErr> {
    let mut values = vec![Value::from(id)];
    let condition = in_scope(scope, &mut values);
    let sql = format!("SELECT {COLUMNS} FROM intake_batches WHERE id = $1 AND {condition}");
    let row: Option<BatchRow> = fetch_one(connection, &sql, values).await?;
    row.map(BatchRow::read).transpose()
}

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

/// The scope's batches, newest first; the cursor is a batch's id.
pub(crate) async fn page<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    query: &PageQuery,
) -> Result<Page<Batch>, DbErr> {
    let mut values = Vec::new();
    let condition = in_scope(scope, &mut values);
    let counting = format!("SELECT COUNT(*) AS count FROM intake_batches WHERE {condition}");
    let count: Option<CountRow> = fetch_one(connection, &counting, values.clone()).await?;
    let after = query.after.as_deref().and_then(|text| text.parse().ok());
    values.push(after.map_or(i64::MAX, |id: Id<Batch>| id.key()).into());
    let sql = format!(
        "SELECT {COLUMNS} FROM intake_batches WHERE {condition} AND id < ${} \
         ORDER BY id DESC LIMIT {}",
        values.len(),
        query.size() + 1
    );
    let rows: Vec<BatchRow> = fetch_all(connection, &sql, values).await?;
    let mut items = rows
        .into_iter()
        .map(BatchRow::read)
        .collect::<Result<Vec<Batch>, DbErr>>()?;
    let size = usize::try_from(query.size()).unwrap_or(usize::MAX);
    let more = items.len() > size;
    items.truncate(size);
    Ok(Page {
        next: items
            .last()
            .filter(|_| more)
            .map(|batch| batch.id.to_string()),
        items,
        total: count.map_or(0, |row| u64::try_from(row.count).unwrap_or(0)),
        total_exact: true,
    })
}

/// Moves the batch from one state to another; false where it is in none of `from` any more.
pub(crate) async fn move_state<C: ConnectionTrait>(
    connection: &C,
    id: i64,
    from: State,
    to: State,
    at: Instant,
    failure: Option<&Failure>,
) -> Result<bool, DbErr> {
    let moved = execute(
        connection,
        "UPDATE intake_batches SET state = $3, state_at = $4, failure = $5 \
         WHERE id = $1 AND state = $2",
        [
            id.into(),
            from.word().into(),
            to.word().into(),
            at.to_string().into(),
            failure.map(json_text).into(),
        ],
    )
    .await?;
    Ok(moved == 1)
}

/// Notes that the batch is written; false where somebody else has moved it.
pub(crate) async fn mark_committed<C: ConnectionTrait>(
    connection: &C,
    id: i64,
    at: Instant,
    by: &str,
    month: Option<Month>,
) -> Result<bool, DbErr> {
    let moved = execute(
        connection,
        "UPDATE intake_batches SET state = 'committed', state_at = $2, committed_at = $2, \
             committed_by = $3, month = $4, failure = NULL WHERE id = $1 AND state = 'committing'",
        [
            id.into(),
            at.to_string().into(),
            by.into(),
            month.map(Month::number).into(),
        ],
    )
    .await?;
    Ok(moved == 1)
}

/// Notes that the batch is taken back; false where it was not written.
pub(crate) async fn mark_undone<C: ConnectionTrait>(
    connection: &C,
    id: i64,
    at: Instant,
    by: &str,
) -> Result<bool, DbErr> {
    let moved = execute(
        connection,
        "UPDATE intake_batches SET state = 'undone', state_at = $2, undone_at = $2, \
             undone_by = $3 WHERE id = $1 AND state = 'committed'",
        [id.into(), at.to_string().into(), by.into()],
    )
    .await?;
    Ok(moved == 1)
}

/// Deletes a batch that was never written, once nothing points at it any more; false where
/// it is in another state.
pub(crate) async fn delete_unwritten<C: ConnectionTrait>(
    connection: &C,
    id: i64,
) -> Result<bool, DbErr> {
    let deleted = execute(
        connection,
        "DELETE FROM intake_batches WHERE id = $1 AND state IN ('preview', 'failed')",
        [id.into()],
    )
    .await?;
    Ok(deleted == 1)
}

/// Keeps what an undo left standing.
pub(crate) async fn keep_kept<C: ConnectionTrait>(
    connection: &C,
    id: i64,
    kept: &[Kept],
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE intake_batches SET kept = $2 WHERE id = $1",
        [id.into(), json_text(&kept).into()],
    )
    .await?;
    Ok(())
}

/// The reports of the batch's tables, in the workbook's order.
pub(crate) async fn sheets<C: ConnectionTrait>(
    connection: &C,
    id: i64,
) -> Result<Vec<SheetReport>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        report: String,
    }
    let rows: Vec<Row> = fetch_all(
        connection,
        "SELECT report FROM intake_sheets WHERE batch_id = $1 ORDER BY place",
        [id.into()],
    )
    .await?;
    rows.iter()
        .map(|row| from_json("report", &row.report))
        .collect()
}

/// Ends a reading: puts the reports and counts in place and shows the preview. False where
/// the batch is not being read any more.
pub(crate) async fn show_preview<C: ConnectionTrait>(
    connection: &C,
    id: i64,
    at: Instant,
    reports: &[SheetReport],
) -> Result<bool, DbErr> {
    let mut counts = Counts::default();
    for (place, report) in (0_i32..).zip(reports) {
        counts.add_all(report.counts);
        execute(
            connection,
            "INSERT INTO intake_sheets (batch_id, place, report) VALUES ($1, $2, $3)",
            [id.into(), place.into(), json_text(report).into()],
        )
        .await?;
    }
    let moved = execute(
        connection,
        "UPDATE intake_batches SET state = 'preview', state_at = $2, new_rows = $3, \
             changed_rows = $4, same_rows = $5, refused_rows = $6 \
         WHERE id = $1 AND state = 'reading'",
        [
            id.into(),
            at.to_string().into(),
            counts.new.into(),
            counts.changed.into(),
            counts.same.into(),
            counts.refused.into(),
        ],
    )
    .await?;
    Ok(moved == 1)
}

/// A batch that is being written, or seems to be.
#[derive(Debug, FromQueryResult)]
pub(crate) struct InFlight {
    pub id: i64,
    pub file_name: String,
    pub created_by: String,
    pub state_at: String,
}

/// The batches in `state`, of whoever.
pub(crate) async fn in_state<C: ConnectionTrait>(
    connection: &C,
    state: State,
) -> Result<Vec<InFlight>, DbErr> {
    fetch_all(
        connection,
        "SELECT id, file_name, created_by, state_at FROM intake_batches WHERE state = $1 ORDER BY id",
        [state.word().into()],
    )
    .await
}
