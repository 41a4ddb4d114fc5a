//! Which facts refer to which, and which have been taken back.

use super::{KEYS, placeholders};
use db::{ConnectionTrait, DbErr, FromQueryResult, fetch_all};
use std::collections::BTreeSet;

#[derive(FromQueryResult)]
pub(super) struct SeqRow {
    pub(super) seq: i64,
    target: i64,
}

/// Which of these facts have been taken back.
pub(crate) async fn reversed_among(
    connection: &impl ConnectionTrait,
    targets: &[i64],
) -> Result<BTreeSet<i64>, DbErr> {
    let mut found = BTreeSet::new();
    for chunk in targets.chunks(KEYS) {
        let sql = format!(
            "SELECT seq, reverses AS target FROM ledger_facts WHERE reverses IN ({})",
            placeholders(1, chunk.len())
        );
        let rows: Vec<SeqRow> =
            fetch_all(connection, &sql, chunk.iter().map(|&seq| seq.into())).await?;
        found.extend(rows.into_iter().map(|row| row.target));
    }
    Ok(found)
}

/// Which standing facts refer to these: (referring, referred to).
pub(crate) async fn referring(
    connection: &impl ConnectionTrait,
    targets: &[i64],
) -> Result<Vec<(i64, i64)>, DbErr> {
    let mut found = Vec::new();
    for chunk in targets.chunks(KEYS) {
        let sql = format!(
            "SELECT r.seq, r.target FROM ledger_references r \
             WHERE r.target IN ({}) AND NOT EXISTS \
             (SELECT 1 FROM ledger_facts f WHERE f.reverses = r.seq) \
             AND NOT EXISTS (SELECT 1 FROM ledger_facts f WHERE f.seq = r.seq AND f.reverses IS NOT NULL)",
            placeholders(1, chunk.len())
        );
        let rows: Vec<SeqRow> =
            fetch_all(connection, &sql, chunk.iter().map(|&seq| seq.into())).await?;
        found.extend(rows.into_iter().map(|row| (row.seq, row.target)));
    }
    Ok(found)
}
