//! Whether anything in the books has changed since somebody looked.

use db::{ConnectionTrait, DbErr, FromQueryResult, fetch_one};

/// A mark of the books' state: while it stays the same, so does every figure of every
/// month, as far as units and definitions do. One statement reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromQueryResult)]
pub struct Stamp {
    facts: i64,
    events: i64,
    replays: i64,
}

/// The books' present stamp.
pub async fn stamp(connection: &impl ConnectionTrait) -> Result<Stamp, DbErr> {
    let found: Option<Stamp> = fetch_one(
        connection,
        "SELECT COALESCE((SELECT MAX(seq) FROM ledger_facts), 0) AS facts, \
         COALESCE((SELECT MAX(number) FROM ledger_month_events), 0) AS events, \
         COALESCE((SELECT MAX(number) FROM ledger_replays), 0) AS replays",
        [],
    )
    .await?;
    Ok(found.unwrap_or_default())
}
