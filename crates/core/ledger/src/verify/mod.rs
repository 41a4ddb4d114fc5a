//! Proving the books: the chain of facts, the heads of closed months, and everything
//! that is derived, recomputed and compared.

mod chain;
mod derived;
mod kept;

pub(crate) use derived::{POSTING_COLUMNS, PostingRow, postings_of};

use crate::books::Books;
use crate::fact::GENESIS;
use crate::store::{Head, UnreadableFact};
use chain::{is_no_fact, verify_chain, verify_heads};
use db::{ConnectionTrait, DbErr, StreamTrait};
use derived::{verify_balances_since, verify_caches, verify_postings};
use kept::{verify_references, verify_totals};
use kernel::Fault;
use std::fmt;

/// Something in the books that is not as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum Finding {
    /// The fact was changed after it was recorded; the first such.
    TamperedFact {
        /// The fact.
        seq: i64,
    },
    /// A fact is missing before this one.
    MissingFact {
        /// The place of the gap.
        seq: i64,
    },
    /// The month booked goes back at this fact.
    MonthGoesBack {
        /// The fact.
        seq: i64,
    },
    /// A closed month's head is not the hash of its fact.
    HeadMismatch {
        /// The month, `yyyymm`.
        month: i32,
        /// The head's fact.
        seq: i64,
    },
    /// What the fact posted is not what it posts.
    WrongPosting {
        /// The fact.
        seq: i64,
        /// The indicator.
        indicator: String,
    },
    /// A balance is not the sum of its postings.
    WrongBalance {
        /// The indicator.
        indicator: String,
        /// The unit's key.
        unit: i64,
        /// The month booked, `yyyymm`.
        month: i32,
    },
    /// The annual target or opening total of a fact is not kept as the fact says.
    WrongTotal {
        /// The fact.
        seq: i64,
    },
    /// What a fact refers to is not kept as the fact says.
    WrongReference {
        /// The fact.
        seq: i64,
    },
    /// A position of a distinct count is not the sum of its postings.
    WrongPosition {
        /// The indicator.
        indicator: String,
        /// The unit's key.
        unit: i64,
        /// The year.
        year: i32,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TamperedFact { seq } => write!(f, "fact {seq} was changed after it was recorded"),
            Self::MissingFact { seq } => write!(f, "a fact is missing before fact {seq}"),
            Self::MonthGoesBack { seq } => write!(f, "the month booked goes back at fact {seq}"),
            Self::HeadMismatch { month, seq } => {
                write!(
                    f,
                    "the head of closed month {month} is not the hash of fact {seq}"
                )
            }
            Self::WrongPosting { seq, indicator } => {
                write!(f, "fact {seq} does not post to {indicator} as recorded")
            }
            Self::WrongTotal { seq } => {
                write!(
                    f,
                    "the target or opening total of fact {seq} is not what it says"
                )
            }
            Self::WrongReference { seq } => {
                write!(f, "what fact {seq} refers to is not kept as it says")
            }
            Self::WrongBalance {
                indicator,
                unit,
                month,
            } => {
                write!(
                    f,
                    "the balance of {indicator} for unit {unit} in {month} is not the sum of its postings"
                )
            }
            Self::WrongPosition {
                indicator,
                unit,
                year,
            } => {
                write!(
                    f,
                    "a position of {indicator} for unit {unit} in {year} is not the sum of its postings"
                )
            }
        }
    }
}

/// What a verification found, and how much it looked at.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Verified {
    /// The facts read.
    pub facts: i64,
    /// The postings recomputed.
    pub postings: i64,
    /// What is wrong; empty in sound books. The chain's first break comes first.
    pub findings: Vec<Finding>,
}

/// At most this many findings are listed: one is enough to distrust the books.
const ENOUGH: usize = 100;

/// Verifies everything, streaming: no more than a page of the journal is in memory.
/// The connection should see one state throughout ([`db::Database::begin_read`]).
pub async fn verify<C: ConnectionTrait + StreamTrait>(
    connection: &C,
    books: &Books,
) -> Result<Verified, Fault> {
    let mut findings = Vec::new();
    let facts = verify_chain(
        connection,
        Head {
            seq: 0,
            hash: GENESIS,
        },
        &mut findings,
    )
    .await?;
    let chain_holds = findings.is_empty();
    if chain_holds {
        verify_heads(connection, &mut findings).await?;
    }
    let postings = match verify_derived(connection, books, &mut findings).await {
        // The fact that cannot be read is the one that the chain has named, or a later one.
        Err(Fault::Broken(error)) if !chain_holds && cannot_be_read(error.as_ref()) => 0,
        postings => postings?,
    };
    findings.truncate(ENOUGH);
    Ok(Verified {
        facts,
        postings,
        findings,
    })
}

/// Whether a row of the journal does not read as a fact.
fn cannot_be_read(error: &(dyn std::error::Error + 'static)) -> bool {
    error.is::<UnreadableFact>() || error.downcast_ref::<DbErr>().is_some_and(is_no_fact)
}

/// Recomputes all that is derived from facts.
async fn verify_derived<C: ConnectionTrait + StreamTrait>(
    connection: &C,
    books: &Books,
    findings: &mut Vec<Finding>,
) -> Result<i64, Fault> {
    let (postings, tally) = verify_postings(connection, books, findings).await?;
    verify_caches(connection, books, tally, findings).await?;
    verify_totals(connection, findings).await?;
    verify_references(connection, findings).await?;
    Ok(postings)
}

/// Verifies what came after `since`: the chain, and the balances of the month booked.
pub(crate) async fn verify_since<C: ConnectionTrait + StreamTrait>(
    connection: &C,
    books: &Books,
    since: Option<Head>,
) -> Result<Vec<Finding>, Fault> {
    let since = since.unwrap_or(Head {
        seq: 0,
        hash: GENESIS,
    });
    let mut findings = Vec::new();
    verify_chain(connection, since, &mut findings).await?;
    verify_balances_since(connection, books, since.seq, &mut findings).await?;
    Ok(findings)
}
