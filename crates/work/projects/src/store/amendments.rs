//! Amendments in the table.

use super::unreadable;
use crate::model::{Amendment, AmendmentId};
use chrono::NaiveDate;
use db::{ConnectionTrait, DbErr, execute, fetch_all};
use kernel::{Instant, Money, Outcome};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    decided_on: String,
    from_fen: i64,
    to_fen: i64,
    reason: String,
    fact_seq: i64,
}

/// The amendments of a project's plan, as recorded.
pub(crate) async fn amendments_of<C: ConnectionTrait>(
    connection: &C,
    project: i64,
) -> Outcome<Vec<Amendment>> {
    let rows: Vec<Row> = fetch_all(
        connection,
        "SELECT id, decided_on, from_fen, to_fen, reason, fact_seq \
         FROM project_amendments WHERE project_id = $1 ORDER BY fact_seq",
        [project.into()],
    )
    .await?;
    rows.into_iter()
        .map(|row| {
            let day = row.decided_on.parse::<NaiveDate>();
            Ok(Amendment {
                id: AmendmentId::new(row.id),
                decided_on: day.map_err(|_| unreadable("amendment", row.id, "decided_on"))?,
                from: Money::from_fen(row.from_fen),
                to: Money::from_fen(row.to_fen),
                reason: row.reason,
                fact_seq: row.fact_seq,
            })
        })
        .collect()
}

/// Writes an amendment.
pub(crate) async fn insert_amendment<C: ConnectionTrait>(
    connection: &C,
    project: i64,
    amendment: &Amendment,
    at: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "INSERT INTO project_amendments \
         (id, project_id, decided_on, from_fen, to_fen, reason, fact_seq, recorded_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        [
            amendment.id.key().into(),
            project.into(),
            amendment.decided_on.to_string().into(),
            amendment.from.fen().into(),
            amendment.to.fen().into(),
            amendment.reason.as_str().into(),
            amendment.fact_seq.into(),
            at.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}
