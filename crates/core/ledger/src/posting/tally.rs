//! Postings summed into balances, and distinct subjects into counted positions.

use super::Posting;
use crate::fact::Subject;
use std::collections::BTreeMap;

/// The place of a balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct BalanceKey {
    pub version: i64,
    pub unit: i64,
    /// The month it counts in; `yyyy00` holds the year's counted positions (distinct).
    pub cohort: i32,
    pub month: i32,
}

/// The place of a position: how often a subject stands in a year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PositionKey {
    pub version: i64,
    pub unit: i64,
    pub year: i32,
    pub subject: Subject,
}

/// What a balance has: amount, count, and the facts that posted to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sums {
    pub amount: i64,
    pub count: i64,
    pub facts: i64,
}

/// Changes of balances and positions, gathered over a batch.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub balances: BTreeMap<BalanceKey, Sums>,
    /// Each touched position's new sum.
    pub positions: BTreeMap<PositionKey, i64>,
}

/// The sum overflows what the books can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Overflow;

impl Tally {
    /// Adds a posting. For a distinct indicator the position's 0→1 counts +1 and its 1→0
    /// counts −1 in the month booked; its earlier sum must be in `positions` already.
    pub(crate) fn add(&mut self, posting: &Posting, distinct: bool) -> Result<(), Overflow> {
        let key = BalanceKey {
            version: posting.version,
            unit: posting.unit,
            cohort: posting.cohort,
            month: posting.month,
        };
        let sums = self.balances.entry(key).or_default();
        sums.amount = sums.amount.checked_add(posting.amount).ok_or(Overflow)?;
        sums.count = sums.count.checked_add(posting.count).ok_or(Overflow)?;
        sums.facts += i64::from(posting.n == 0);
        if distinct && posting.cohort != 0 {
            let year = posting.cohort / 100;
            let position = self.positions.entry(position_of(posting)).or_default();
            let before = *position;
            *position += posting.count;
            let step = i64::from(*position > 0) - i64::from(before > 0);
            if step != 0 {
                let counted = BalanceKey {
                    cohort: year * 100,
                    ..key
                };
                self.balances.entry(counted).or_default().count += step;
            }
        }
        Ok(())
    }
}

/// The position that a posting of a distinct indicator belongs to.
pub(crate) fn position_of(posting: &Posting) -> PositionKey {
    PositionKey {
        version: posting.version,
        unit: posting.unit,
        year: posting.cohort / 100,
        subject: posting.subject.clone(),
    }
}
