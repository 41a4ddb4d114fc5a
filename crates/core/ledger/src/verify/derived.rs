//! What is derived from the journal, recomputed: postings, balances, positions.

use super::{ENOUGH, Finding};
use crate::books::{Books, Version};
use crate::posting::{BalanceKey, Posting, SubjectBook, Sums, Tally};
use crate::walk::SubjectWalk;
use db::{ConnectionTrait, Engine, FromQueryResult, Packed, StreamTrait, fetch_all, stream_rows};
use futures_util::TryStreamExt;
use kernel::Fault;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A row of postings, read in the order of [`POSTING_COLUMNS`].
#[derive(Debug, Clone, Deserialize)]
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

pub(crate) const POSTING_COLUMNS: [&str; 10] = [
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
];

/// What a statement selects to read postings as packed [`PostingRow`]s.
pub(crate) fn postings_of(connection: &impl ConnectionTrait) -> String {
    Engine::behind(connection).packed(&POSTING_COLUMNS, &[])
}

/// Recomputes every posting, page by page of subjects, and sums what was found on the way.
pub(super) async fn verify_postings<C: ConnectionTrait + StreamTrait>(
    connection: &C,
    books: &Books,
    findings: &mut Vec<Finding>,
) -> Result<(i64, Tally), Fault> {
    let rules = books.posting_rules();
    let kinds = &books.definitions().kinds;
    let names = Names::of(books);
    let known: BTreeSet<i64> = rules.iter().map(|rule| rule.key).collect();
    let mut walk = SubjectWalk::default();
    let mut compared = 0;
    let mut tally = Tally::default();
    while let Some(page) = walk.next(connection).await? {
        let mut wanted: Vec<Posting> = Vec::new();
        for facts in page.subjects {
            let mut book = SubjectBook::empty(facts[0].subject.clone());
            for fact in &facts {
                match book.post(fact, kinds, &rules) {
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
            "SELECT {} FROM ledger_postings WHERE seq IN \
             (SELECT seq FROM ledger_facts WHERE subject_id BETWEEN $1 AND $2)",
            Engine::behind(connection).gathered(&postings_of(connection))
        );
        let range = [page.first.into(), page.last.into()];
        let groups: Vec<Packed<Vec<PostingRow>>> = fetch_all(connection, &sql, range).await?;
        let groups = groups.into_iter().flat_map(|group| group.0);
        let mut found: Vec<Posting> = groups.map(Posting::from).collect();
        found.sort_unstable();
        for posting in &found {
            add_up(&mut tally, posting, names.is_distinct(posting.version))?;
        }
        found.retain(|posting| known.contains(&posting.version));
        compared += i64::try_from(wanted.len()).unwrap_or(i64::MAX);
        wanted.sort_unstable();
        if wanted == found || findings.len() >= ENOUGH {
            continue;
        }
        let (wanted, found) = (BTreeSet::from_iter(wanted), BTreeSet::from_iter(found));
        findings.extend(
            wanted
                .symmetric_difference(&found)
                .take(ENOUGH)
                .map(|posting| Finding::WrongPosting {
                    seq: posting.seq,
                    indicator: names.name(posting.version),
                }),
        );
    }
    // The pages went by facts: a posting of none was on no page.
    let strays: Vec<StrayRow> = fetch_all(
        connection,
        "SELECT seq, version FROM ledger_postings p \
         WHERE NOT EXISTS (SELECT 1 FROM ledger_facts f WHERE f.seq = p.seq) \
         ORDER BY seq LIMIT 100",
        [],
    )
    .await?;
    findings.extend(strays.into_iter().map(|row| Finding::WrongPosting {
        seq: row.seq,
        indicator: names.name(row.version),
    }));
    Ok((compared, tally))
}

#[derive(FromQueryResult)]
struct StrayRow {
    seq: i64,
    version: i64,
}

fn add_up(tally: &mut Tally, posting: &Posting, distinct: bool) -> Result<(), Fault> {
    tally
        .add(posting, distinct)
        .map_err(|_| Fault::broken("a sum of postings overflows"))
}

/// What the versions of definitions are called, and which of them count subjects.
struct Names<'a>(BTreeMap<i64, (&'a str, bool)>);

impl<'a> Names<'a> {
    fn of(books: &'a Books) -> Self {
        let named = |version: Version<'a>| {
            let code = version.compiled.indicator.code.as_str();
            (version.key, (code, version.is_distinct()))
        };
        Self(books.all_versions().map(named).collect())
    }

    fn name(&self, version: i64) -> String {
        self.0
            .get(&version)
            .map_or_else(String::new, |(code, _)| (*code).to_owned())
    }

    fn is_distinct(&self, version: i64) -> bool {
        self.0
            .get(&version)
            .is_some_and(|(_, is_distinct)| *is_distinct)
    }
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

/// Compares balances and positions with the sums of all postings.
pub(super) async fn verify_caches(
    connection: &impl ConnectionTrait,
    books: &Books,
    mut tally: Tally,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    let names = Names::of(books);
    compare_balances(connection, &names, &mut tally, |_| true, findings).await?;
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
                indicator: names.name(row.version),
                unit: row.unit,
                year: row.year,
            });
        }
    }
    findings.extend(tally.positions.keys().map(|key| Finding::WrongPosition {
        indicator: names.name(key.version),
        unit: key.unit,
        year: key.year,
    }));
    Ok(())
}

/// Sums what was posted after the fact `since` (the month that is about to close) and
/// compares it with the balances of that month.
pub(super) async fn verify_balances_since<C: ConnectionTrait + StreamTrait>(
    connection: &C,
    books: &Books,
    since: i64,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    let mut tally = Tally::default();
    let sql = format!(
        "SELECT {} FROM ledger_postings WHERE seq > $1 ORDER BY seq, version, unit, n",
        postings_of(connection)
    );
    let mut months = BTreeSet::new();
    {
        let mut rows = std::pin::pin!(
            stream_rows::<Packed<PostingRow>, _>(connection, &sql, [since.into()]).await?
        );
        while let Some(Packed(row)) = rows.try_next().await? {
            months.insert(row.month);
            // Positions run over all months, so a part of them cannot be summed alone.
            add_up(&mut tally, &Posting::from(row), false)?;
        }
    }
    let wanted = |row: &BalanceRow| months.contains(&row.month) && !is_counted(row.cohort);
    compare_balances(connection, &Names::of(books), &mut tally, wanted, findings).await
}

async fn compare_balances(
    connection: &impl ConnectionTrait,
    names: &Names<'_>,
    tally: &mut Tally,
    wanted: impl Fn(&BalanceRow) -> bool,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    let balances: Vec<BalanceRow> = fetch_all(
        connection,
        "SELECT version, unit, cohort, month, amount_fen, count, facts FROM ledger_balances",
        [],
    )
    .await?;
    for row in balances.into_iter().filter(wanted) {
        let key = BalanceKey {
            version: row.version,
            unit: row.unit,
            cohort: row.cohort,
            month: row.month,
        };
        let sums = tally.balances.remove(&key).unwrap_or_default();
        if (sums.amount, sums.count, sums.facts) != (row.amount_fen, row.count, row.facts) {
            findings.push(Finding::WrongBalance {
                indicator: names.name(row.version),
                unit: row.unit,
                month: row.month,
            });
        }
    }
    findings.extend(
        tally
            .balances
            .iter()
            .filter(|(_, sums)| **sums != Sums::default())
            .map(|(key, _)| Finding::WrongBalance {
                indicator: names.name(key.version),
                unit: key.unit,
                month: key.month,
            }),
    );
    Ok(())
}

/// Whether a cohort is a year's place for counted positions, `yyyy00`.
pub(crate) const fn is_counted(cohort: i32) -> bool {
    cohort != 0 && cohort % 100 == 0
}
