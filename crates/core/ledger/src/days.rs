//! Which days may be recorded now.

use chrono::NaiveDate;
use kernel::Month;

/// The books' months and today, as they stand when something is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first month of the books.
    pub first: Month,
    /// The open month.
    pub open: Month,
    /// Today in China.
    pub today: NaiveDate,
}

kernel::refusals! {
    /// Why a day cannot be recorded.
    pub enum DayRefusal {
        /// It has not come yet, or lies after the open month.
        InFuture { latest: NaiveDate } = (Invalid, "ledger.date_in_future"),
    }
}

impl Days {
    /// Whether what happened on `day` is 期初: before the books, handed in while their first
    /// month is open. What lies in an earlier month than the open one is 补报, which the
    /// journal sees by itself.
    ///
    /// # Errors
    /// [`DayRefusal`].
    pub fn judge(&self, day: NaiveDate) -> Result<bool, DayRefusal> {
        let latest = self.today.min(self.open.last_day());
        if day > latest {
            return Err(DayRefusal::InFuture { latest });
        }
        Ok(self.open == self.first && day < self.first.first_day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(open: &str, today: &str) -> Days {
        Days {
            first: "2022-01".parse().unwrap(),
            open: open.parse().unwrap(),
            today: today.parse().unwrap(),
        }
    }

    fn judged(days: Days, day: &str) -> Result<bool, DayRefusal> {
        days.judge(day.parse().unwrap())
    }

    #[test]
    fn a_day_before_the_books_is_an_opening_only_in_their_first_month() {
        let first = days("2022-01", "2022-01-31");
        assert_eq!(judged(first, "2021-12-31"), Ok(true));
        assert_eq!(judged(first, "2022-01-01"), Ok(false));
        let second = days("2022-02", "2022-02-20");
        assert_eq!(judged(second, "2021-12-31"), Ok(false));
    }

    #[test]
    fn tomorrow_is_refused_and_so_is_a_month_that_is_not_open_yet() {
        let june = days("2023-06", "2023-06-15");
        assert_eq!(judged(june, "2023-06-15"), Ok(false));
        assert!(judged(june, "2023-06-16").is_err());
        let long_ago = days("2023-06", "2026-01-01");
        assert_eq!(judged(long_ago, "2023-06-30"), Ok(false));
        assert!(judged(long_ago, "2023-07-01").is_err());
    }
}
