//! Single facts as an auditor looks at them, and the time of the data.

use crate::fact::{Fact, GENESIS};
use crate::store::facts_by_seq;
use db::{ConnectionTrait, DbErr, FromQueryResult, fetch_one};
use kernel::Instant;

#[derive(FromQueryResult)]
struct ReversalRow {
    seq: i64,
}

#[derive(FromQueryResult)]
struct PredecessorRow {
    hash: Vec<u8>,
}

/// A fact with its hash and its predecessor's, as an auditor looks at it.
#[derive(Debug, Clone)]
pub struct SealedFact {
    /// The fact.
    pub fact: Fact,
    /// Its hash, in hexadecimal.
    pub hash: String,
    /// The hash it is chained to.
    pub previous_hash: String,
    /// The fact that has taken it back.
    pub reversed_by: Option<i64>,
}

/// Finds one fact.
pub async fn find_fact(
    connection: &impl ConnectionTrait,
    seq: i64,
) -> Result<Option<SealedFact>, kernel::Fault> {
    let Some(row) = facts_by_seq(connection, &[seq]).await?.pop() else {
        return Ok(None);
    };
    let before: Option<PredecessorRow> = fetch_one(
        connection,
        "SELECT hash FROM ledger_facts WHERE seq = $1",
        [(seq - 1).into()],
    )
    .await?;
    let reversed: Option<ReversalRow> = fetch_one(
        connection,
        "SELECT seq FROM ledger_facts WHERE reverses = $1",
        [seq.into()],
    )
    .await?;
    let hash = hex::encode(&row.hash);
    Ok(Some(SealedFact {
        fact: row.read()?,
        hash,
        previous_hash: hex::encode(before.map_or(GENESIS.to_vec(), |row| row.hash)),
        reversed_by: reversed.map(|row| row.seq),
    }))
}

#[derive(FromQueryResult)]
struct RecordedRow {
    recorded_at: String,
}

/// When the newest fact was recorded: the time of the data.
pub async fn last_recorded_at(connection: &impl ConnectionTrait) -> Result<Option<Instant>, DbErr> {
    let row: Option<RecordedRow> = fetch_one(
        connection,
        "SELECT recorded_at FROM ledger_facts ORDER BY seq DESC LIMIT 1",
        [],
    )
    .await?;
    Ok(row.and_then(|row| Instant::parse(&row.recorded_at)))
}
