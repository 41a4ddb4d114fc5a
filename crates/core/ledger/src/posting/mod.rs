//! What facts do to indicators: pure rules, no database.

mod book;
mod credit;
mod tally;

pub(crate) use book::{Held, SubjectBook, VersionedRule};
pub(crate) use tally::{BalanceKey, PositionKey, Sums, Tally};

use crate::fact::Subject;

/// The largest amount of one fact or posting, in fen: 10 万亿元. Sums stay far inside an
/// i64, so that none overflows in a database that would turn it into a float.
pub(crate) const LARGEST_AMOUNT: i64 = 1_000_000_000_000_000;

/// What one fact does to one version of an indicator for one unit. Its key is
/// (seq, version, unit, n): recomputing gives the same one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Posting {
    pub seq: i64,
    pub version: i64,
    pub unit: i64,
    /// Running number where one fact posts several cohorts for one unit.
    pub n: i32,
    /// The month booked.
    pub month: i32,
    /// The month it counts in; 0 for stocks and for what lies before the books.
    pub cohort: i32,
    pub subject: Subject,
    pub amount: i64,
    pub count: i64,
}
