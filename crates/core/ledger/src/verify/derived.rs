//! What is derived from the journal, recomputed: postings, balances, positions.

use super::{ENOUGH, Finding};
use crate::books::Books;
use crate::posting::{Posting, SubjectBook, Tally};
use crate::walk::SubjectWalk;
use db::{ConnectionTrait, FromQueryResult, StreamTrait, fetch_all, stream_rows};
use futures_util::TryStreamExt;
use kernel::Fault;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct PostingRow {
    seq: i64,
    pub(crate) version: i64,
    unit: i64,
    n: i32,
    month: i32,
    cohort: i32,
    subject_kind: String,
    subject_id: i64,
    amount_fen: i64,
    count: i64,
}

impl From<PostingRow> for Posting {
    fn from(row: PostingRow) -> Self {
        Self {
            seq: row.seq,
            version: row.version,
            unit: row.unit,
            n: row.n,
            month: row.month,
            cohort: row.cohort,
            subject: crate::fact::Subject {
                kind: row.subject_kind,
                id: row.subject_id,
            },
            amount: row.amount_fen,
            count: row.count,
        }
    }
}

pub(crate) const POSTING_COLUMNS: &str =
    "seq, version, unit, n, month, cohort, subject_kind, subject_id, amount_fen, count";

/// Recomputes every posting, page by page of subjects.
pub(super) async fn verify_postings(
    connection: &impl ConnectionTrait,
    books: &Books,
    findings: &mut Vec<Finding>,
) -> Result<i64, Fault> {
    let rules = books.posting_rules();
    let names: BTreeMap<i64, &str> = books
        .all_versions()
        .map(|v| (v.key, v.compiled.indicator.code.as_str()))
        .collect();
    let known: BTreeSet<i64> = rules.iter().map(|rule| rule.key).collect();
    let mut walk = SubjectWalk::default();
    let mut compared = 0;
    while let Some(page) = walk.next(connection).await? {
        let mut wanted: BTreeSet<Posting> = BTreeSet::new();
        for facts in page.subjects {
            let mut book = SubjectBook::empty(facts[0].subject.clone());
            for fact in &facts {
                match book.post(fact, &books.definitions().kinds, &rules) {
                    Ok(postings) => wanted.extend(postings),
                    Err(refusal) => {
                        findings.push(Finding::WrongPosting {
                            seq: fact.seq,
                            indicator: refusal.indicator,
                        });
                    }
                }
            }
        }
        let sql = format!(
            "SELECT {POSTING_COLUMNS} FROM ledger_postings WHERE subject_id BETWEEN $1 AND $2"
        );
        let rows: Vec<PostingRow> =
            fetch_all(connection, &sql, [page.first.into(), page.last.into()]).await?;
        let found: BTreeSet<Posting> = rows
            .into_iter()
            .map(Posting::from)
            .filter(|posting| known.contains(&posting.version))
            .collect();
        compared += i64::try_from(wanted.len()).unwrap_or(i64::MAX);
        for posting in wanted.symmetric_difference(&found) {
            if findings.len() >= ENOUGH {
                return Ok(compared);
            }
            let indicator = names
                .get(&posting.version)
                .copied()
                .unwrap_or_default()
                .to_owned();
            findings.push(Finding::WrongPosting {
                seq: posting.seq,
                indicator,
            });
        }
    }
    Ok(compared)
}

#[derive(FromQueryResult)]
struct BalanceRow {
    version: i64,
    unit: i64,
    cohort: i32,
    month: i32,
    amount_fen: i64,
    count: i64,
    facts: i64,
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

/// Sums the postings anew and compares with balances and positions; with `since`, only
/// what was posted after that fact (the month that is about to close).
pub(super) async fn verify_caches<C: ConnectionTrait + StreamTrait>(
    connection: &C,
    books: &Books,
    since: Option<i64>,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    let names: BTreeMap<i64, &str> = books
        .all_versions()
        .map(|v| (v.key, v.compiled.indicator.code.as_str()))
        .collect();
    let name = |version: i64| names.get(&version).copied().unwrap_or_default().to_owned();
    let distinct: BTreeSet<i64> = books
        .all_versions()
        .filter(crate::books::Version::is_distinct)
        .map(|version| version.key)
        .collect();
    let mut tally = Tally::default();
    let sql = format!(
        "SELECT {POSTING_COLUMNS} FROM ledger_postings WHERE seq > $1 ORDER BY seq, version, unit, n"
    );
    let mut months = BTreeSet::new();
    {
        let mut rows = std::pin::pin!(
            stream_rows::<PostingRow, _>(connection, &sql, [since.unwrap_or(0).into()]).await?
        );
        while let Some(row) = rows.try_next().await? {
            months.insert(row.month);
            // Positions run over all months, so a part of them cannot be summed alone.
            let counted = since.is_none() && distinct.contains(&row.version);
            let posting = Posting::from(row);
            tally
                .add(&posting, counted)
                .map_err(|_| Fault::broken("a sum of postings overflows"))?;
        }
    }
    let balances: Vec<BalanceRow> = fetch_all(
        connection,
        "SELECT version, unit, cohort, month, amount_fen, count, facts FROM ledger_balances",
        [],
    )
    .await?;
    let wanted = |row: &BalanceRow| {
        since.is_none() || (months.contains(&row.month) && !is_counted(row.cohort))
    };
    for row in balances.into_iter().filter(wanted) {
        let key = crate::posting::BalanceKey {
            version: row.version,
            unit: row.unit,
            cohort: row.cohort,
            month: row.month,
        };
        let sums = tally.balances.remove(&key).unwrap_or_default();
        if (sums.amount, sums.count, sums.facts) != (row.amount_fen, row.count, row.facts) {
            findings.push(Finding::WrongBalance {
                indicator: name(row.version),
                unit: row.unit,
                month: row.month,
            });
        }
    }
    findings.extend(
        tally
            .balances
            .iter()
            .filter(|(_, sums)| **sums != crate::posting::Sums::default())
            .map(|(key, _)| Finding::WrongBalance {
                indicator: name(key.version),
                unit: key.unit,
                month: key.month,
            }),
    );
    if since.is_none() {
        let rows: Vec<PositionRow> = fetch_all(
            connection,
            "SELECT version, unit, year, subject_kind, subject_id, total FROM ledger_positions",
            [],
        )
        .await?;
        for row in rows {
            let key = crate::posting::PositionKey {
                version: row.version,
                unit: row.unit,
                year: row.year,
                subject: crate::fact::Subject {
                    kind: row.subject_kind,
                    id: row.subject_id,
                },
            };
            if tally.positions.remove(&key) != Some(row.total) {
                findings.push(Finding::WrongPosition {
                    indicator: name(row.version),
                    unit: row.unit,
                    year: row.year,
                });
            }
        }
        findings.extend(tally.positions.keys().map(|key| Finding::WrongPosition {
            indicator: name(key.version),
            unit: key.unit,
            year: key.year,
        }));
    }
    Ok(())
}

/// Whether a cohort is a year's place for counted positions, `yyyy00`.
pub(crate) const fn is_counted(cohort: i32) -> bool {
    cohort != 0 && cohort % 100 == 0
}
