//! Which facts refer to which, and which have been taken back.

use super::{KEYS, placeholders};
use db::{ConnectionTrait, DbErr, FromQueryResult, fetch_all};
use std::collections::{BTreeSet, HashMap};

#[derive(FromQueryResult)]
pub(super) struct SeqRow {
    pub(super) seq: i64,
    target: i64,
}

/// Which standing fact refers to which.
#[derive(Debug, Default)]
pub(crate) struct References {
    by_target: HashMap<i64, BTreeSet<i64>>,
    by_referrer: HashMap<i64, Vec<i64>>,
}

impl References {
    /// The fact `by` refers to `target`.
    pub(crate) fn add(&mut self, by: i64, target: i64) {
        self.by_target.entry(target).or_default().insert(by);
        self.by_referrer.entry(by).or_default().push(target);
    }

    /// The first fact that refers to `target`.
    pub(crate) fn first_to(&self, target: i64) -> Option<i64> {
        self.by_target.get(&target)?.first().copied()
    }

    /// The fact `by` has been taken back: what it referred to is free of it.
    pub(crate) fn release(&mut self, by: i64) {
        for target in self.by_referrer.remove(&by).unwrap_or_default() {
            if let Some(referrers) = self.by_target.get_mut(&target) {
                referrers.remove(&by);
            }
        }
    }
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

/// Which standing facts refer to these.
pub(crate) async fn referring(
    connection: &impl ConnectionTrait,
    targets: &[i64],
) -> Result<References, DbErr> {
    let mut found = References::default();
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
        for row in rows {
            found.add(row.seq, row.target);
        }
    }
    Ok(found)
}
