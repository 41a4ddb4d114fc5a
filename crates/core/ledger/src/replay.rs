//! Replay: recomputing all that is derived from the journal, beside what is there, and
//! swapping it in. The one exception to append-only (rule 1).

use crate::books::Books;
use crate::months::Months;
use crate::ops::lock;
use crate::posting::{SubjectBook, Tally};
use crate::schema::APPEND_ONLY;
use crate::tallies;
use crate::verify::{POSTING_COLUMNS, PostingRow, postings_of};
use crate::walk::SubjectWalk;
use db::{Database, DatabaseTransaction, FromQueryResult, Packed, execute, fetch_one, stream_rows};
use futures_util::TryStreamExt;
use kernel::{Instant, Month, Outcome};
use std::collections::BTreeSet;

kernel::refusals! {
    /// Why nothing was swapped.
    pub enum ReplayRefusal {
        /// A posting of a closed month differs: a published figure would change.
        ClosedMonthDiffers { month: Month, postings: i64 } = (Conflict, "ledger.closed_month_differs"),
        /// A definition fails on a recorded fact.
        DefinitionFails { indicator: String, seq: i64 } = (Conflict, "ledger.definition_fails"),
        /// A sum is larger than the books can hold.
        TooLarge = (Conflict, "ledger.replay_overflow"),
    }
}

/// What a replay did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Replayed {
    /// The postings recomputed.
    pub postings: i64,
    /// The postings that differed and were swapped.
    pub differed: i64,
}

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

#[derive(FromQueryResult)]
struct ClosedRow {
    month: i32,
    count: i64,
}

/// Recomputes postings into a side table, compares, and swaps them in with their balances
/// and positions: one transaction, under the writer's lock. That it was done is written down.
///
/// # Errors
/// [`ReplayRefusal`]; nothing has changed then.
pub async fn replay(database: &Database, books: &Books, at: Instant) -> Outcome<Replayed> {
    let tx = database.begin_write().await?;
    lock(&tx).await?;
    let copy = "CREATE TABLE ledger_replayed AS SELECT * FROM ledger_postings WHERE 1 = 0";
    execute(&tx, copy, []).await?;
    let postings = recompute(&tx, books).await?;
    let last_closed = Months::load(&tx)
        .await?
        .last_closed()
        .map(|entry| entry.month);
    if let Some(last_closed) = last_closed {
        refuse_closed_differences(&tx, last_closed).await?;
    }
    let differed = count(&tx, &surplus("ledger_replayed", "ledger_postings")).await?
        + count(&tx, &surplus("ledger_postings", "ledger_replayed")).await?;
    if differed > 0 {
        swap(&tx).await?;
    }
    rebuild_caches(&tx, books).await?;
    execute(&tx, "DROP TABLE ledger_replayed", []).await?;
    execute(
        &tx,
        "INSERT INTO ledger_replays (number, replayed_at, postings, differed) \
         SELECT COALESCE(MAX(number), 0) + 1, $1, $2, $3 FROM ledger_replays",
        [at.to_string().into(), postings.into(), differed.into()],
    )
    .await?;
    tx.commit().await?;
    Ok(Replayed { postings, differed })
}

/// The rows of `one` that `other` lacks.
fn surplus(one: &str, other: &str) -> String {
    {
        let columns = POSTING_COLUMNS.join(", ");
        format!("SELECT {columns} FROM {one} EXCEPT SELECT {columns} FROM {other}")
    }
}

async fn count(tx: &DatabaseTransaction, rows: &str) -> Outcome<i64> {
    let sql = format!("SELECT COUNT(*) AS count FROM ({rows}) AS surplus");
    Ok(fetch_one::<CountRow, _>(tx, &sql, [])
        .await?
        .map_or(0, |row| row.count))
}

async fn recompute(tx: &DatabaseTransaction, books: &Books) -> Outcome<i64> {
    let rules = books.posting_rules();
    let mut walk = SubjectWalk::default();
    let mut written = 0;
    while let Some(page) = walk.next(tx).await? {
        let mut postings = Vec::new();
        for facts in page.subjects {
            let mut book = SubjectBook::empty(facts[0].subject.clone());
            for fact in &facts {
                let posted = book
                    .post(fact, &books.definitions().kinds, &rules)
                    .map_err(|refusal| ReplayRefusal::DefinitionFails {
                        indicator: refusal.indicator,
                        seq: fact.seq,
                    })?;
                postings.extend(posted);
            }
        }
        written += i64::try_from(postings.len()).unwrap_or(i64::MAX);
        tallies::append_postings_to(tx, "ledger_replayed", &postings).await?;
    }
    Ok(written)
}

async fn refuse_closed_differences(tx: &DatabaseTransaction, last_closed: Month) -> Outcome<()> {
    for (one, other) in [
        ("ledger_replayed", "ledger_postings"),
        ("ledger_postings", "ledger_replayed"),
    ] {
        let sql = format!(
            "SELECT month, COUNT(*) AS count FROM ({}) AS surplus WHERE month <= $1 \
             GROUP BY month ORDER BY month LIMIT 1",
            surplus(one, other)
        );
        let row: Option<ClosedRow> = fetch_one(tx, &sql, [last_closed.number().into()]).await?;
        if let Some(row) = row {
            let month = Month::from_number(row.month).unwrap_or(last_closed);
            return Err(ReplayRefusal::ClosedMonthDiffers {
                month,
                postings: row.count,
            }
            .into());
        }
    }
    Ok(())
}

async fn swap(tx: &DatabaseTransaction) -> Outcome<()> {
    let engine = db::Engine::of(db::ConnectionTrait::get_database_backend(tx));
    let table = "ledger_postings";
    debug_assert!(APPEND_ONLY.contains(&table));
    for statement in engine.no_longer_append_only(table) {
        execute(tx, &statement, []).await?;
    }
    execute(tx, "DELETE FROM ledger_postings", []).await?;
    let columns = POSTING_COLUMNS.join(", ");
    let insert =
        format!("INSERT INTO ledger_postings ({columns}) SELECT {columns} FROM ledger_replayed");
    execute(tx, &insert, []).await?;
    for statement in engine.append_only(table) {
        execute(tx, &statement, []).await?;
    }
    Ok(())
}

/// Sums balances and positions anew from the postings.
async fn rebuild_caches(tx: &DatabaseTransaction, books: &Books) -> Outcome<()> {
    let distinct: BTreeSet<i64> = books
        .all_versions()
        .filter(|v| v.is_distinct())
        .map(|v| v.key)
        .collect();
    let mut tally = Tally::default();
    {
        let sql = format!(
            "SELECT {} FROM ledger_postings ORDER BY seq, version, unit, n",
            postings_of(tx)
        );
        let mut rows = std::pin::pin!(stream_rows::<Packed<PostingRow>, _>(tx, &sql, []).await?);
        while let Some(Packed(row)) = rows.try_next().await? {
            let counted = distinct.contains(&row.version);
            tally
                .add(&row.into(), counted)
                .map_err(|_| ReplayRefusal::TooLarge)?;
        }
    }
    execute(tx, "DELETE FROM ledger_balances", []).await?;
    execute(tx, "DELETE FROM ledger_positions", []).await?;
    tallies::add(tx, &tally).await?;
    Ok(())
}
