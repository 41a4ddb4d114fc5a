//! Matching this binary's definitions with the versions that the database keeps.

use super::lock;
use crate::books::Books;
use crate::definitions::{Definitions, Rule};
use crate::months::Months;
use crate::posting::{SubjectBook, Tally, VersionedRule};
use crate::tallies;
use crate::walk::SubjectWalk;
use db::{Database, DatabaseTransaction, DbErr, FromQueryResult, execute, fetch_all};
use kernel::{Fault, Instant, Month};
use std::collections::BTreeSet;

/// Why the definitions of this binary do not fit the books.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// A version that has counted may not change: it needs a new version number.
    #[error(
        "indicator {code} version {version} differs from the one that has counted: give it a new version"
    )]
    Changed {
        /// The indicator.
        code: String,
        /// The version.
        version: i32,
    },
    /// A version that has counted is missing: the figures of its months would be another's.
    #[error("indicator {code} version {version} has counted and may not go missing")]
    Missing {
        /// The indicator.
        code: String,
        /// The version.
        version: i32,
    },
    /// A new version would change the figures of a closed month.
    #[error(
        "indicator {code} version {version} must take effect after {last_closed}, which is closed"
    )]
    TakesEffectTooEarly {
        /// The indicator.
        code: String,
        /// The version.
        version: i32,
        /// The last closed month.
        last_closed: Month,
    },
    /// A new definition fails on a recorded fact.
    #[error("indicator {code} fails on fact {seq}: {reason}")]
    FailsOnFact {
        /// The indicator.
        code: String,
        /// The fact.
        seq: i64,
        /// What CEL said.
        reason: String,
    },
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
    /// The journal could not be read.
    #[error("{0}")]
    Journal(String),
}

impl From<Fault> for InstallError {
    fn from(fault: Fault) -> Self {
        Self::Journal(fault.to_string())
    }
}

#[derive(FromQueryResult)]
struct DefinitionRow {
    version: i64,
    code: String,
    number: i32,
    body: String,
}

/// Makes `definitions` the books' own: known versions must be unchanged, new ones are
/// added and filled by replaying the journal.
///
/// # Errors
/// [`InstallError`]; nothing is changed then.
pub async fn install(
    database: &Database,
    definitions: Definitions,
    at: Instant,
) -> Result<Books, InstallError> {
    let tx = database.begin_write().await?;
    lock(&tx).await?;
    let kept: Vec<DefinitionRow> = fetch_all(
        &tx,
        "SELECT version, code, number, body FROM ledger_definitions ORDER BY version",
        [],
    )
    .await?;
    let is_there = |row: &&DefinitionRow| {
        definitions
            .indicators()
            .any(|indicator| indicator.code == row.code && indicator.version == row.number)
    };
    if let Some(row) = kept.iter().find(|row| !is_there(row)) {
        return Err(InstallError::Missing {
            code: row.code.clone(),
            version: row.number,
        });
    }
    let last_closed = Months::load(&tx)
        .await?
        .last_closed()
        .map(|entry| entry.month);
    let mut next = kept.last().map_or(0, |row| row.version);
    let mut keys = Vec::with_capacity(definitions.indicators.len());
    let mut added = Vec::new();
    for (place, compiled) in definitions.indicators.iter().enumerate() {
        let indicator = &compiled.indicator;
        let body = indicator.body();
        if let Some(row) = kept
            .iter()
            .find(|row| row.code == indicator.code && row.number == indicator.version)
        {
            if row.body != body {
                return Err(InstallError::Changed {
                    code: indicator.code.clone(),
                    version: indicator.version,
                });
            }
            keys.push(row.version);
            continue;
        }
        let has_earlier = kept.iter().any(|row| row.code == indicator.code);
        if let Some(last_closed) = last_closed
            && has_earlier
            && indicator
                .effective
                .is_none_or(|effective| effective <= last_closed)
        {
            return Err(InstallError::TakesEffectTooEarly {
                code: indicator.code.clone(),
                version: indicator.version,
                last_closed,
            });
        }
        next += 1;
        execute(
            &tx,
            "INSERT INTO ledger_definitions (version, code, number, effective, body, installed_at) \
             VALUES ($1, $2, $3, $4, $5, $6)",
            [
                next.into(),
                indicator.code.clone().into(),
                indicator.version.into(),
                indicator.effective.map_or(0, Month::number).into(),
                body.into(),
                at.to_string().into(),
            ],
        )
        .await?;
        keys.push(next);
        added.push(place);
    }
    let books = Books::new(definitions, keys.clone());
    let fresh: BTreeSet<i64> = added.iter().map(|&place| keys[place]).collect();
    fill(&tx, &books, &fresh).await?;
    tx.commit().await?;
    Ok(books)
}

/// Replays the journal for new versions only.
async fn fill(
    tx: &DatabaseTransaction,
    books: &Books,
    fresh: &BTreeSet<i64>,
) -> Result<(), InstallError> {
    let rules: Vec<VersionedRule<'_>> = books
        .all_versions()
        .filter(|version| fresh.contains(&version.key))
        .filter(|version| {
            matches!(
                version.compiled.rule,
                Rule::Flow { .. } | Rule::State { .. }
            )
        })
        .map(|version| VersionedRule {
            key: version.key,
            compiled: version.compiled,
        })
        .collect();
    if rules.is_empty() {
        return Ok(());
    }
    let distinct: BTreeSet<i64> = books
        .all_versions()
        .filter(|v| v.is_distinct())
        .map(|v| v.key)
        .collect();
    let mut walk = SubjectWalk::default();
    while let Some(page) = walk.next(tx).await? {
        let mut postings = Vec::new();
        for facts in page.subjects {
            let mut book = SubjectBook::empty(facts[0].subject.clone());
            for fact in &facts {
                let posted = book
                    .post(fact, &books.definitions().kinds, &rules)
                    .map_err(|refusal| InstallError::FailsOnFact {
                        code: refusal.indicator,
                        seq: fact.seq,
                        reason: refusal.refusal,
                    })?;
                postings.extend(posted);
            }
        }
        let mut tally = Tally::default();
        for posting in &postings {
            tally
                .add(posting, distinct.contains(&posting.version))
                .map_err(|_| InstallError::Journal("a sum of postings overflows".into()))?;
        }
        tallies::append_postings(tx, &postings).await?;
        tallies::add(tx, &tally).await?;
    }
    Ok(())
}
