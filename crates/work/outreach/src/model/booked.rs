//! Where a record stands in the journal, and its being taken back.

use chrono::NaiveDate;
use kernel::{Instant, Month};
use ledger::Recorded;

/// A record's place in the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booked {
    /// Its fact.
    pub fact_seq: i64,
    /// The month in which it was booked.
    pub month: Month,
    /// The month it belongs to; none before the books (期初).
    pub origin_month: Option<Month>,
    /// When it was recorded.
    pub recorded_at: Instant,
}

impl Booked {
    /// Where the journal put it at `at`.
    pub(crate) const fn of(recorded: Recorded, at: Instant) -> Self {
        Self {
            fact_seq: recorded.seq,
            month: recorded.month,
            origin_month: recorded.origin_month,
            recorded_at: at,
        }
    }

    /// Whether what happened on `day` was handed in after its month (补报).
    pub fn is_late(&self, day: NaiveDate) -> bool {
        self.origin_month
            .is_some_and(|origin| Month::of(day) < origin)
    }
}

/// How a record was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reversal {
    /// The fact that took it back.
    pub by: i64,
    /// Why.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_in_an_earlier_month_is_late() {
        let june: Month = "2023-06".parse().unwrap();
        let booked = |origin_month| Booked {
            fact_seq: 1,
            month: june,
            origin_month,
            recorded_at: Instant::parse("2023-06-30T00:00:00Z").unwrap(),
        };
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(booked(Some(june)).is_late(day("2023-05-31")));
        assert!(!booked(Some(june)).is_late(day("2023-06-01")));
        assert!(!booked(None).is_late(day("2022-01-01")));
    }
}
