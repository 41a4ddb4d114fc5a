//! Postings, balances and positions in the database.

use crate::fact::Subject;
use crate::posting::{BalanceKey, PositionKey, Posting, Tally};
use crate::store::placeholders;
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, append_rows, fetch_all};
use std::collections::BTreeSet;

/// Appends postings.
pub(crate) async fn append_postings(
    connection: &impl ConnectionTrait,
    postings: &[Posting],
) -> Result<(), DbErr> {
    append_postings_to(connection, "ledger_postings", postings).await
}

/// Appends postings to `table`: the postings themselves, or the side table of a replay.
pub(crate) async fn append_postings_to(
    connection: &impl ConnectionTrait,
    table: &str,
    postings: &[Posting],
) -> Result<(), DbErr> {
    let mut rows = Rows::new(
        table,
        &[
            "seq",
            "version",
            "unit",
            "n",
            "month",
            "cohort",
            "subject_kind",
            "subject_id",
            "amount_fen",
            "count",
        ],
        "",
    );
    for posting in postings {
        rows.push([
            posting.seq.into(),
            posting.version.into(),
            posting.unit.into(),
            posting.n.into(),
            posting.month.into(),
            posting.cohort.into(),
            posting.subject.kind.as_str().into(),
            posting.subject.id.into(),
            posting.amount.into(),
            posting.count.into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Adds a batch's changes to balances, and writes the positions it touched.
pub(crate) async fn add(connection: &impl ConnectionTrait, tally: &Tally) -> Result<(), DbErr> {
    let mut balances = Rows::new(
        "ledger_balances",
        &[
            "version",
            "unit",
            "cohort",
            "month",
            "amount_fen",
            "count",
            "facts",
        ],
        "ON CONFLICT (version, unit, cohort, month) DO UPDATE SET \
         amount_fen = ledger_balances.amount_fen + excluded.amount_fen, \
         count = ledger_balances.count + excluded.count, \
         facts = ledger_balances.facts + excluded.facts",
    );
    for (
        BalanceKey {
            version,
            unit,
            cohort,
            month,
        },
        sums,
    ) in &tally.balances
    {
        balances.push([
            (*version).into(),
            (*unit).into(),
            (*cohort).into(),
            (*month).into(),
            sums.amount.into(),
            sums.count.into(),
            sums.facts.into(),
        ]);
    }
    append_rows(connection, balances).await?;
    let mut positions = Rows::new(
        "ledger_positions",
        &[
            "version",
            "unit",
            "year",
            "subject_kind",
            "subject_id",
            "total",
        ],
        "ON CONFLICT (version, unit, year, subject_kind, subject_id) DO UPDATE SET total = excluded.total",
    );
    for (
        PositionKey {
            version,
            unit,
            year,
            subject,
        },
        total,
    ) in &tally.positions
    {
        positions.push([
            (*version).into(),
            (*unit).into(),
            (*year).into(),
            subject.kind.as_str().into(),
            subject.id.into(),
            (*total).into(),
        ]);
    }
    append_rows(connection, positions).await
}

#[derive(FromQueryResult)]
struct PositionRow {
    version: i64,
    unit: i64,
    year: i32,
    subject_kind: String,
    subject_id: i64,
    total: i64,
}

/// Loads the positions that `postings` will move into `tally`.
pub(crate) async fn load_positions(
    connection: &impl ConnectionTrait,
    postings: &[Posting],
    distinct: &BTreeSet<i64>,
    tally: &mut Tally,
) -> Result<(), DbErr> {
    let moved = postings
        .iter()
        .filter(|posting| distinct.contains(&posting.version));
    let subjects: BTreeSet<i64> = moved.map(|posting| posting.subject.id).collect();
    let subjects: Vec<i64> = subjects.into_iter().collect();
    for chunk in subjects.chunks(400) {
        let sql = format!(
            "SELECT version, unit, year, subject_kind, subject_id, total FROM ledger_positions \
             WHERE subject_id IN ({})",
            placeholders(1, chunk.len())
        );
        let rows: Vec<PositionRow> =
            fetch_all(connection, &sql, chunk.iter().map(|&id| id.into())).await?;
        for row in rows {
            let key = PositionKey {
                version: row.version,
                unit: row.unit,
                year: row.year,
                subject: Subject {
                    kind: row.subject_kind,
                    id: row.subject_id,
                },
            };
            tally.positions.insert(key, row.total);
        }
    }
    Ok(())
}
